//! The command-line program, run as authors run it.

#[path = "cli/calibrate.rs"]
mod calibrate;
#[path = "../../core/tests/common/mod.rs"]
mod common;
#[path = "cli/picture.rs"]
mod picture;
#[path = "cli/replay.rs"]
mod replay;
#[path = "cli/simulate.rs"]
mod simulate;

#[path = "cli/merge.rs"]
mod merge;
#[path = "cli/translate.rs"]
mod translate;

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

const SCHEMA: &str = include_str!("../../ladders/ladder.schema.json");
/// A ladder with one error and one warning.
const BROKEN: &str = r#"{ "format": 1, "id": "t", "title": "T", "rungs": [
  { "id": "a", "title": "A", "level": 1, "colour": "red" }, { "id": "b", "title": "B", "level": 1 }] }"#;

/// Runs the program in the repository's folder, with `input` on its standard input.
fn run(arguments: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_career-ladder"));
    program.args(arguments).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program starts");
    // After a wrong command line the program exits before it reads.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_or_closed_standard_error_changes_no_result() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a file that is always full");
    let mut program = Command::new(env!("CARGO_BIN_EXE_career-ladder"));
    let status = program.args(["check", "no-such-file.json"]).stdout(Stdio::null()).stderr(full).status();
    assert_eq!(status.expect("the program runs").code(), Some(1));
}

/// Runs the program and compares standard output, standard error and exit status.
#[track_caller]
fn case(arguments: &[&str], input: &str, out: &str, err: &str, code: i32) {
    let output = run(arguments, input);
    assert_eq!(String::from_utf8_lossy(&output.stdout), out);
    assert_eq!(String::from_utf8_lossy(&output.stderr), err);
    assert_eq!(output.status.code(), Some(code));
}

fn schema() -> jsonschema::Validator {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::draft202012::new(&schema).expect("the schema can be used")
}

#[test]
fn correct_files_pass() {
    case(&["check", "ladders/product.json"], "", "", "1 file, 0 errors, 0 warnings\n", 0);
    case(
        &["check", "ladders/product.json", "ladders/ladder.schema.json", "--json"],
        "",
        "[]\n",
        "ladders/ladder.schema.json: a JSON Schema, not checked\n1 file, 0 errors, 0 warnings\n",
        0,
    );
}

#[test]
fn problems_are_listed() {
    case(
        &["check", "-", "ladders/product.json"],
        BROKEN,
        "-:2:42: warning: rungs[0].colour: unknown field \"colour\"; known fields: id, title, also, level, track, stage, \
         role, changes, responsibilities, success, note, skills, like, except\n\
         -:2:97: error: rungs[1].level: level 1 is already that of `a` on the same track; raise this rung and all above it, or leave \"level\" out here, and they move up by themselves\n",
        "2 files, 1 error, 1 warning\n",
        1,
    );
}

#[test]
fn warnings_alone_are_no_failure() {
    let warned = BROKEN.replace("\"level\": 1 }", "\"level\": 2 }");
    let output = run(&["check", "-"], &warned);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "1 file, 0 errors, 1 warning\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn json_prints_problems_as_objects() {
    let output = run(&["check", "--json", "-"], BROKEN);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let expected = serde_json::json!({
        "file": "-",
        "severity": "error",
        "path": "rungs[1].level",
        "line": 2,
        "column": 97,
        "message": "level 1 is already that of `a` on the same track; raise this rung and all above it, or leave \"level\" out here, and they move up by themselves"
    });
    assert_eq!(found[1], expected);
    assert_eq!(found.as_array().map(Vec::len), Some(2));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_unreadable_file_is_an_error() {
    let output = run(&["check", "ladders/none.json"], "");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("ladders/none.json:1:1: error: cannot be read: "));
    assert_eq!(output.status.code(), Some(1));
    case(
        &["check", "-"],
        &" ".repeat(1_100_000)[..career_ladder_core::format::MAX_BYTES + 1],
        "-:1:1: error: the file is larger than 1 MiB; at most 1048576 bytes are allowed\n",
        "1 file, 1 error, 0 warnings\n",
        1,
    );
}

#[test]
fn a_wrong_command_line_has_its_own_exit_status() {
    case(&[], "", "", "a command is missing; `career-ladder help` lists the commands\n", 2);
    case(&["chekc"], "", "", "there is no command `chekc`; `career-ladder help` lists the commands\n", 2);
    case(&["check"], "", "", "`check` needs at least one file; `career-ladder help` lists the commands\n", 2);
    case(
        &["check", "--jsn", "-"],
        "",
        "",
        "`check` has no option `--jsn`; `career-ladder help` lists the commands\n",
        2,
    );
    case(
        &["replay", "ladders/product.json"],
        "",
        "",
        "`replay` needs a ladder and a file of answers; `career-ladder help` lists the commands\n",
        2,
    );
    case(
        &["replay", "--titles", "ladders/product.json", "-"],
        "",
        "",
        "`replay` has no option `--titles`; `career-ladder help` lists the commands\n",
        2,
    );
    case(
        &["replay", "-", "-"],
        "",
        "",
        "standard input can be the ladder or the answers, not both; `career-ladder help` lists the commands\n",
        2,
    );
    case(&["schema", "x"], "", "", "`schema` takes no argument `x`; `career-ladder help` lists the commands\n", 2);
    assert_eq!(run(&["help"], "").status.code(), Some(0));
    assert_eq!(run(&["check", "--help"], "").status.code(), Some(0));
}

#[test]
fn the_committed_schema_is_what_the_program_prints() {
    let printed = run(&["schema"], "");
    assert!(
        String::from_utf8_lossy(&printed.stdout) == SCHEMA,
        "ladders/ladder.schema.json is out of date; update it with\n\
         cargo run --package career-ladder-cli -- schema > ladders/ladder.schema.json"
    );
}

#[test]
fn bundled_ladders_satisfy_the_schema() {
    let schema = schema();
    for path in common::files() {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let ladder = serde_json::from_str(&text).expect("JSON");
        let errors: Vec<String> = schema.iter_errors(&ladder).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {}", path.display(), errors.join("\n"));
    }
}

#[test]
fn overlays_without_problems_satisfy_the_schema() {
    let schema = schema();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/tests/overlays");
    let files = std::fs::read_dir(folder).expect("the overlays").map(|entry| entry.expect("an entry").path());
    let mut checked = 0;
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
        let report = std::fs::read_to_string(path.with_extension("txt")).expect("a report");
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let Ok(overlay) = serde_json::from_str(&text) else { continue };
        if !report.contains(": error: ") && !report.contains(": warning: ") {
            let errors: Vec<String> = schema.iter_errors(&overlay).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {}", path.display(), errors.join("\n"));
            checked += 1;
        }
    }
    assert!(checked >= 15, "{checked}");
    for wrong in [
        r#"{ "format": 1, "extends": "product", "id": "a", "rungs": { "pm": { "titel": "X" } } }"#,
        r#"{ "format": 1, "extends": "product", "id": "a", "rungs": { "pm": { "level": "1" } } }"#,
        r#"{ "format": 1, "extends": "product", "id": "a", "title": null }"#,
        r#"{ "format": 1, "extends": "product", "id": "a", "guide": { "after": "" } }"#,
        r#"{ "extends": "product", "id": "a" }"#,
    ] {
        assert!(!schema.is_valid(&serde_json::from_str(wrong).expect("JSON")), "{wrong}");
    }
}

#[test]
fn the_schema_refuses_mistakes_that_need_no_look_at_other_fields() {
    fn case(from: &str, to: &str) {
        let text = include_str!("../../ladders/product.json");
        assert!(text.contains(from), "{from} is not in the file");
        let changed = text.replacen(from, to, 1);
        let ladder: serde_json::Value = serde_json::from_str(&changed).expect("JSON");
        assert!(!schema().is_valid(&ladder), "{to}");
        assert!(!career_ladder_core::format::read(&changed).problems.is_empty(), "{to}");
    }
    case("\"format\": 1", "\"format\": 2");
    case("\"format\": 1,", "");
    case("\"summary\"", "\"sumary\"");
    case("\"level\": 1", "\"level\": \"1\"");
    case("\"level\": 1", "\"level\": 1.5");
    case("\"id\": \"apm\"", "\"id\": \"A PM\"");
    case("\"title\": \"Associate PM\"", "\"title\": \" \"");
    case("\"lang\": \"en\"", "\"lang\": \"e\"");
    case("\"lang\": \"en\"", "\"lang\": null");
    case("\"is\": \"pm\"", "\"is\": [\"apm\", \"pm\", \"senior-pm\"]");
    case("\"dimension\": \"strategy\" }", "\"links\": [{ \"title\": \"x\", \"url\": \"javascript:x\" }] }");
}
