//! How well the quiz places simulated readers: on ladders made for measuring, and on the bundled ones.

mod common;
mod synthetic;

use std::io::Write as _;
use std::process::{Command, Stdio};

use career_ladder::content;
use career_ladder::ladder::{Ladder, TrackId};
use career_ladder::simulate::{
    BASE, CLICKER, Finding, Measures, Method, SCENARIOS, Scenario, Titles, advise, measure, simulate,
};
use common::{bundled, read};
use synthetic::{Side, ladder};

const PEOPLE: usize = 3_000;

fn six() -> Ladder {
    read("six", include_str!("synthetic/six.json"))
}

fn forked() -> Ladder {
    read("forked", include_str!("synthetic/forked.json"))
}

fn titled(ladder: &Ladder, scenario: &Scenario, seed: u64) -> Measures {
    measure(ladder, scenario, Method::Titled, PEOPLE, seed).expect("questions")
}

fn scenario(name: &str) -> Scenario {
    SCENARIOS.into_iter().find(|scenario| scenario.name == name).expect("a scenario")
}

#[test]
fn the_committed_ladders_are_those_that_are_made() {
    let forked = ladder("forked", 6, Some(&Side { place: 3, below: 2 }));
    for (name, made) in [("six", ladder("six", 6, None)), ("forked", forked)] {
        let path = format!("{}/tests/synthetic/{name}.json", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &made).expect("a file to write");
        }
        assert!(std::fs::read_to_string(&path).expect("the file") == made, "{path} is old: UPDATE=1 writes it anew");
    }
}

#[test]
fn base_readers_are_placed_well_with_few_questions() {
    for seed in [11, 12] {
        let measures = titled(&six(), &BASE, seed);
        assert!(measures.exact >= 0.84 && measures.within_one >= 0.998 && measures.asked <= 7.5, "{measures:?}");
        assert!(measures.sureness.expect("a posterior").calibration <= 0.02, "{measures:?}");
    }
}

#[test]
fn careless_readers_are_still_placed_and_told_how_sure_it_is() {
    for seed in [11, 12] {
        let measures = titled(&six(), &scenario("misfit"), seed);
        assert!(measures.exact >= 0.79, "{measures:?}");
        assert!(measures.sureness.expect("a posterior").calibration <= 0.03, "{measures:?}");
    }
}

#[test]
fn it_holds_for_readers_on_whom_nothing_was_chosen() {
    let honest = Titles { right: 0.80, above: 0.10, below: 0.05 };
    let vague = Titles { right: 0.55, above: 0.25, below: 0.10 };
    for (changed, calibration) in [
        (Scenario { reading: 0.0, author: 0.0, ..BASE }, 0.03),
        (Scenario { reading: 0.5, author: 0.25, ..BASE }, 0.03),
        (Scenario { spread: 0.3, slip: 0.15, titles: honest, ..BASE }, 0.05),
        (Scenario { slip: 0.05, titles: vague, ..BASE }, 0.04),
    ] {
        let measures = measure(&six(), &changed, Method::Titled, 1_500, 21).expect("questions");
        assert!(measures.exact >= 0.84 && measures.within_one >= 0.99, "{changed:?} {measures:?}");
        assert!(measures.sureness.expect("a posterior").calibration <= calibration, "{changed:?} {measures:?}");
    }
}

#[test]
fn who_clicks_at_random_is_seldom_told_that_it_is_sure() {
    for method in [Method::Ours, Method::Titled] {
        let measures = measure(&six(), &CLICKER, method, PEOPLE, 11).expect("questions");
        assert!(measures.sureness.expect("a posterior").sure <= 0.05, "{method:?} {measures:?}");
    }
}

#[test]
fn a_side_track_that_differs_in_one_dimension_is_found() {
    let measures = titled(&forked(), &BASE, 11);
    let side = measures.side.expect("a side track");
    assert!(side.found >= 0.80 && side.falsely <= 0.03, "{side:?}");
}

#[test]
fn it_is_right_more_often_than_the_usual_quiz_and_asks_fewer() {
    for scenario in SCENARIOS.into_iter().filter(|&scenario| scenario != CLICKER) {
        let of = |method| measure(&six(), &scenario, method, 600, 11).expect("questions");
        let (usual, ours) = (of(Method::SumScore), of(Method::Titled));
        assert!(ours.exact > usual.exact + 0.03 && ours.error < usual.error, "{}: {usual:?} {ours:?}", scenario.name);
        assert!(ours.asked < usual.asked && usual.sureness.is_none(), "{}", scenario.name);
    }
}

#[test]
fn bundled_ladders_are_as_good_as_made_ones() {
    for bundled in bundled() {
        let name = bundled.id.clone();
        let main = bundled.climb(TrackId::default()).len();
        let made = read("made", &ladder("made", main, None));
        for method in [Method::Ours, Method::Titled] {
            let of = |ladder| measure(ladder, &BASE, method, PEOPLE, 11).expect("questions");
            let (bundled, made) = (of(&bundled), of(&made));
            assert!(bundled.exact >= made.exact - 0.05, "{name} {method:?}: {bundled:?} {made:?}");
        }
    }
}

#[test]
fn a_seed_fixes_everything() {
    assert_eq!(simulate(&forked(), 40, 7), simulate(&forked(), 40, 7));
    assert_ne!(simulate(&forked(), 40, 7), simulate(&forked(), 40, 8));
    assert_eq!(simulate(&Ladder { questions: Vec::new(), ..forked() }, 40, 7), None);
}

#[test]
fn good_ladders_need_no_advice() {
    for ladder in bundled().into_iter().chain([six(), forked()]) {
        assert_eq!(advise(&ladder), [], "{}", ladder.id);
    }
}

/// The ladder in a text that may be warned about: advice is for those too.
fn warned(text: &str) -> Ladder {
    content::read(text).ladder.expect("a ladder")
}

/// What is said of the made ladder with a side track when it is changed.
fn said(below: usize, change: impl Fn(String) -> String) -> Vec<String> {
    let text = change(ladder("changed", 6, Some(&Side { place: 3, below })));
    advise(&warned(&text)).iter().map(ToString::to_string).collect()
}

#[test]
fn authors_are_told_which_rungs_are_mixed_up_and_what_would_help() {
    // A rung apart in one dimension, and one question about it left.
    let said = said(1, |text| {
        text.replace("\"about\": \"judgement\"", "\"about\": \"craft\"").replacen(
            "\"about\": \"craft\"",
            "\"about\": \"judgement\"",
            1,
        )
    });
    let [said] = &said[..] else { panic!("{said:#?}") };
    assert!(said.contains(" in 100 simulated readers on `four` and `side` are taken for the other's; "), "{said}");
    assert!(said.contains("they differ in `judgement` alone, with 1 question about it"), "{said}");
}

#[test]
fn authors_are_told_what_is_never_asked() {
    let dull = "\"id\": \"q7\", \"about\": \"scope\", \"ask\": \"What did you do last?\",\n      \"answers\": [{ \"id\": \"a\", \"is\": \"three\", \"say\": \"Answer a\" }, { \"id\": \"b\", \"is\": \"three\", \"say\": \"Answer b\" }] }";
    let said = said(2, |text| {
        let (before, rest) = text.split_once("\"id\": \"q7\"").expect("the question");
        let (_, after) = rest.split_once("] }").expect("its end");
        format!("{before}{dull}{after}")
    });
    let [said] = &said[..] else { panic!("{said:#?}") };
    assert!(said.starts_with("never asked: "), "{said}");
    assert!(matches!(&advise(&forked())[..], []));
}

#[test]
fn rungs_that_nothing_tells_apart_are_found_once() {
    let same = |text: String| text.replace(", \"except\": { \"judgement\": \"two\" }", "");
    let ladder = warned(&same(ladder("same", 6, Some(&Side { place: 3, below: 2 }))));
    let found = advise(&ladder);
    assert!(matches!(&found[..], [Finding::Alike { rung, .. }] if ladder.rung(*rung).id == "side"), "{found:?}");
}

#[test]
fn no_advice_is_given_where_it_would_take_long() {
    let mut ladder = six();
    let questions = ladder.questions.clone();
    (0..40).for_each(|_| ladder.questions.extend(questions.clone()));
    assert_eq!(advise(&ladder), []);
}

/// Runs the program with `input` on its standard input: what it prints, what it says beside that, and how it leaves.
fn run(arguments: &[&str], input: &str) -> (String, String, Option<i32>) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_career-ladder"));
    program.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.spawn().expect("the program starts");
    // Called in a wrong way, it leaves before it reads.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn the_program_prints_a_table_for_every_scenario() {
    let play = |seed| run(&["simulate", "tests/synthetic/forked.json", "--people", "35", "--seed", seed], "");
    let (out, err, code) = play("3");
    assert_eq!((err.as_str(), code), ("", Some(0)));
    assert!(out.starts_with("forked: 7 rungs, 24 questions; 35 readers a scenario, seed 3\n"), "{out}");
    assert!(out.contains("simulated readers, never people"), "{out}");
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines.iter().all(|line| line.chars().count() <= 100 && !line.ends_with(' ')), "{out}");
    for scenario in SCENARIOS {
        let at = lines.iter().position(|line| line.starts_with(&format!("{}: ", scenario.name))).expect("its table");
        let heads: Vec<&str> = lines[at + 1].split("  ").filter(|head| !head.trim().is_empty()).collect();
        assert_eq!(heads.len(), if scenario == CLICKER { 2 } else { 10 }, "{heads:?}");
        for (line, name) in lines[at + 2..].iter().zip(["sum score", "fixed ten", "ours, no title", "ours, title"]) {
            let cells = line.trim().strip_prefix(name).expect("a method");
            assert_eq!(cells.split_whitespace().count(), heads.len(), "{line}");
        }
    }
    assert!(out.contains("\nFor the author\n"), "{out}");
    assert_eq!(play("3").0, out);
    assert_ne!(play("4").0, out);
}

#[test]
fn the_program_refuses_what_it_cannot_play() {
    let refused = |arguments: &[&str], input: &str, said: &str, code: i32| {
        let (out, err, left) = run(arguments, input);
        assert_eq!((out.as_str(), left), ("", Some(code)), "{err}");
        assert!(err.contains(said), "{err}");
    };
    refused(&["simulate"], "", "`simulate` needs one file", 2);
    refused(&["simulate", "a", "b"], "", "`simulate` needs one file", 2);
    refused(&["simulate", "--peple"], "", "no option `--peple`", 2);
    refused(&["simulate", "-", "--people", "0"], "", "1 to 1000000 people", 2);
    refused(&["simulate", "-", "--seed", "x"], "", "whole numbers", 2);
    refused(&["simulate", "-"], "{", "-:1:1: error: ", 1);
    let silent = r#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#;
    refused(&["simulate", "-"], silent, "-: has no questions", 1);
}

#[test]
fn check_says_where_in_the_file_it_is() {
    let text = ladder("changed", 6, Some(&Side { place: 3, below: 1 }))
        .replace("\"about\": \"judgement\"", "\"about\": \"craft\"");
    let text = text.replacen("\"about\": \"craft\"", "\"about\": \"judgement\"", 1);
    let line = text.lines().position(|line| line.contains("\"id\": \"side\"")).expect("the rung") + 1;
    let (out, err, code) = run(&["check", "-"], &text);
    assert_eq!(code, Some(0));
    assert!(err.starts_with("1 file, 0 errors, "), "{err}");
    let place = format!("-:{line}:5: warning: rungs[6]: ");
    assert_eq!(out.lines().filter(|line| line.starts_with(&place)).count(), 1, "{out}");
    let (out, ..) = run(&["check", "--json", "-"], &text);
    let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let found = found.as_array().expect("a list").iter().find(|found| found["path"] == "rungs[6]").expect("the rung");
    assert_eq!((found["severity"].as_str(), found["column"].as_u64()), (Some("warning"), Some(5)));
    // What reading the file says already is not said again.
    let same =
        ladder("same", 6, Some(&Side { place: 3, below: 2 })).replace(", \"except\": { \"judgement\": \"two\" }", "");
    let (out, ..) = run(&["check", "-"], &same);
    assert_eq!(out.lines().filter(|line| line.contains("rungs[6]")).count(), 1, "{out}");
}
