//! `career-ladder simulate`, and the advice that `check` takes from it.

#[path = "../../../simulate/tests/synthetic/mod.rs"]
mod synthetic;

use career_ladder_simulate::{CLICKER, SCENARIOS, VERSIONS, WORLDS};
use synthetic::{SideRung, ladder};

/// Runs the program with `input` on its standard input; returns standard output, standard error and exit status.
fn run(arguments: &[&str], input: &str) -> (String, String, Option<i32>) {
    let output = super::run(arguments, input);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn the_program_prints_a_table_for_every_scenario() {
    let play = |seed| run(&["simulate", "simulate/tests/synthetic/forked.json", "--people", "35", "--seed", seed], "");
    let (out, err, code) = play("3");
    assert_eq!((err.as_str(), code), ("", Some(0)));
    assert!(out.starts_with("forked: 7 rungs, 24 questions; 35 readers a scenario, seed 3\n"), "{out}");
    assert!(out.contains("simulated readers, never people"), "{out}");
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines.iter().all(|line| line.chars().count() <= 100 && !line.ends_with(' ')), "{out}");
    for world in WORLDS {
        let head = format!("{}: ", world.scenario.name);
        let at = lines.iter().position(|line| line.starts_with(&head)).expect("its table");
        let at = at + lines[at..].iter().position(|line| line.trim_start().starts_with("exact")).expect("its head");
        for (line, version) in lines[at + 1..].iter().zip(VERSIONS) {
            let cells = line.trim().strip_prefix(version.name()).expect("a version");
            assert_eq!(cells.split_whitespace().count(), 7, "{line}");
        }
    }
    for scenario in SCENARIOS {
        let at = lines.iter().position(|line| line.starts_with(&format!("{}: ", scenario.name))).expect("its table");
        let heads: Vec<&str> = lines[at + 1].split("  ").filter(|head| !head.trim().is_empty()).collect();
        assert_eq!(heads.len(), if scenario == CLICKER { 2 } else { 10 }, "{heads:?}");
        for (line, name) in lines[at + 2..].iter().zip(["sum score", "fixed ten", "ours, no title", "ours, title"]) {
            let cells = line.trim().strip_prefix(name).expect("a method");
            assert_eq!(cells.split_whitespace().count(), heads.len(), "{line}");
        }
    }
    let [author, worlds, others] = ["For the author", "In other worlds", "Beside other quizzes"]
        .map(|heading| out.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("{heading}: {out}")));
    assert!(author < worlds && worlds < others, "the conclusion comes first");
    assert!(out[author..worlds].contains("over 18 kinds of simulated readers the quiz finds"), "{out}");
    assert!(out[author..worlds].contains("of readers who give no title it finds the rung of"), "{out}");
    assert_eq!(play("3").0, out);
    assert_ne!(play("4").0, out);
}

#[test]
fn wrong_options_and_files_without_a_quiz_are_refused() {
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
    refused(&["simulate", "-"], "{", "-:1:2: error: ", 1);
    let without_questions = r#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#;
    refused(&["simulate", "-"], without_questions, "-: has no questions", 1);
}

#[test]
fn check_locates_advice_in_the_file() {
    let text = ladder("changed", 6, Some(&SideRung { index: 3, below: 1 }))
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
    // Reading the file warns of this already, so there is one warning.
    let same = ladder("same", 6, Some(&SideRung { index: 3, below: 2 }))
        .replace(", \"except\": { \"judgement\": \"two\" }", "");
    let (out, ..) = run(&["check", "-"], &same);
    assert_eq!(out.lines().filter(|line| line.contains("rungs[6]")).count(), 1, "{out}");
}
