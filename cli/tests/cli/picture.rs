//! `career-ladder picture`.

use std::path::PathBuf;

use super::{BROKEN, case, run};

/// A file for the picture of one test.
fn out(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("career-ladder-{}-{name}", std::process::id()))
}

/// Draws a picture and returns the file.
#[track_caller]
fn drawn(arguments: &[&str], name: &str) -> Vec<u8> {
    let file = out(name);
    let output = run(&[&["picture"], arguments, &["--out", &file.to_string_lossy()]].concat(), "");
    assert_eq!((&*String::from_utf8_lossy(&output.stderr), output.status.code()), ("", Some(0)));
    let bytes = std::fs::read(&file).expect("a picture");
    std::fs::remove_file(&file).expect("the file can be removed");
    bytes
}

#[test]
fn an_svg_shows_the_rung_the_stage_and_the_ladder() {
    let svg = drawn(&["ladders/product.json", "--rung", "senior-pm"], "rung.svg");
    let svg = String::from_utf8(svg).expect("text");
    for text in [
        ">My stage · Iterative growth</text>",
        ">Senior PM</text>",
        ">The product career ladder · where do you stand?<",
    ] {
        assert!(svg.contains(text), "{text} is not in {svg}");
    }
}

#[test]
fn between_names_two_rungs() {
    let svg = drawn(&["ladders/product.json", "--rung", "pm", "--between", "senior-pm"], "between.SVG");
    let svg = String::from_utf8(svg).expect("text");
    assert!(
        svg.contains("<title>My stage · Between Product Manager and Senior PM · The product career ladder</title>"),
        "{svg}"
    );
}

#[test]
fn a_png_is_1200_pixels_wide_and_630_high() {
    let png = drawn(&["ladders/product.json"], "ladder.png");
    assert_eq!(&png[1..4], b"PNG");
    assert_eq!(png[16..24], [0, 0, 4, 176, 0, 0, 2, 118]);
}

#[test]
fn problems_of_the_ladder_are_listed() {
    case(
        &["picture", "-", "--out", "x.png"],
        BROKEN,
        "",
        "-:2:97: error: rungs[1].level: level 1 is already that of `a` on the same track; raise this rung and all above it, or leave \"level\" out here, and they move up by themselves\n",
        1,
    );
}

#[test]
fn an_unknown_rung_is_an_error_with_a_suggestion() {
    let case = |arguments: &[&str], message: &str| {
        let arguments = [&["picture", "ladders/product.json", "--out", "x.png"], arguments].concat();
        case(&arguments, "", "", &format!("ladders/product.json: {message}\n"), 1);
    };
    case(&["--rung", "senor-pm"], "unknown rung `senor-pm`; did you mean `senior-pm`?");
    case(&["--rung", "pm", "--between", "pn"], "unknown rung `pn`; did you mean `pm`?");
    case(&["--rung", "pm", "--between", "pm"], "`--rung` and `--between` both name `pm`");
}

#[test]
fn a_file_that_cannot_be_written_is_an_error() {
    let output = run(&["picture", "ladders/product.json", "--out", "no/such/folder/x.svg"], "");
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("no/such/folder/x.svg: cannot be written: "));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_wrong_command_line_is_explained() {
    let case = |arguments: &[&str], message: &str| {
        let arguments = [&["picture"], arguments].concat();
        case(&arguments, "", "", &format!("{message}; `career-ladder help` lists the commands\n"), 2);
    };
    case(&["--out", "x.png"], "`picture` needs one ladder");
    case(&["a.json"], "`picture` needs the file to write, as in `--out picture.png`");
    case(&["a.json", "--out", "x.gif"], "the name after `--out` must end in .svg or .png");
    case(&["a.json", "--out", "png"], "the name after `--out` must end in .svg or .png");
    case(&["a.json", "--out", "x.png", "--between", "a"], "`--between` needs `--rung` too");
    case(&["a.json", "--out", "x.png", "--rugn"], "`picture` has no option `--rugn`");
}
