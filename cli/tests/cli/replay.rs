//! `career-ladder replay`: its quiz is the widget's, and its errors are located.

use career_ladder_core::format;
use career_ladder_core::ladder::{Ladder, RungId};
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::{Action, LoadedLadder, Phase, QuizStep, State};
use serde_json::{Map, Value, json};

use super::{case, run};

const PRODUCT: &str = "ladders/product.json";

fn product() -> Ladder {
    format::read(include_str!("../../../ladders/product.json")).ladder.expect("a correct ladder")
}

/// The answers of a reader who gives each question the answer with this index, or the last one.
fn answers(ladder: &Ladder, index: impl Fn(usize) -> usize) -> Value {
    let answers = ladder.questions.iter().enumerate().map(|(number, question)| {
        let answer = &question.answers[index(number).min(question.answers.len() - 1)];
        (question.id.clone(), json!(answer.id))
    });
    Value::Object(answers.collect())
}

/// The widget's outcome for these answers. Without a title the reader presses "Skip".
fn widget_outcome(loaded: &LoadedLadder, title: Option<RungId>, answers: &Value) -> Outcome {
    let mut state = State::new(loaded, true);
    match title {
        Some(title) => {
            state.update(loaded, Action::TitleChosen(title));
            state.update(loaded, Action::NextPressed);
        }
        None => {
            state.update(loaded, Action::SkipPressed);
        }
    }
    loop {
        let asked = match &state.phase {
            Phase::Quiz(progress) => progress.current_step(),
            Phase::Outcome { outcome, .. } => return outcome.clone(),
            Phase::Exploring { .. } | Phase::SharedOutcome(_) => panic!("the quiz has begun"),
        };
        let QuizStep::Question(asked) = asked else { panic!("the title is behind us") };
        let question = loaded.ladder.question(asked.question);
        let answer = question.answers.iter().position(|answer| answers[&question.id] == answer.id);
        state.update(loaded, Action::AnswerChosen(answer.expect("an answer to every question")));
        state.update(loaded, Action::NextPressed);
    }
}

/// The line that the program prints for an outcome.
fn expected_line(ladder: &Ladder, id: &str, outcome: &Outcome) -> String {
    let rungs = ladder.rungs.iter().zip(&outcome.probabilities);
    let probabilities: Map<String, Value> = rungs.map(|(rung, share)| (rung.id.clone(), json!(share))).collect();
    let (asked, placed) = (outcome.asked, &ladder.rung(outcome.placement.rung).id);
    format!("{{\"id\":{id},\"probabilities\":{},\"asked\":{asked},\"placed\":\"{placed}\"}}\n", json!(probabilities))
}

#[test]
fn readers_are_placed_as_by_the_widget() {
    let ladder = product();
    let loaded = LoadedLadder::new(ladder.clone());
    let (mut lines, mut expected) = (String::new(), String::new());
    for reader in 0..60 {
        let answers = answers(&ladder, |question| (reader / 3 + question * reader) % 5);
        let title = (reader % 4 > 0).then(|| RungId::new(reader % ladder.rungs.len()));
        let title_id = title.map(|title| &ladder.rung(title).id);
        lines += &format!("{}\n", json!({ "id": reader, "title": title_id, "answers": answers }));
        expected += &expected_line(&ladder, &reader.to_string(), &widget_outcome(&loaded, title, &answers));
    }
    case(&["replay", PRODUCT, "-", "--title"], &lines, &expected, "60 readers placed, 0 errors\n", 0);
}

#[test]
fn probabilities_are_printed_in_the_order_of_the_ladder() {
    let ladder = product();
    let output = run(&["replay", PRODUCT, "-"], &format!("{}\n", json!({ "answers": answers(&ladder, |_| 0) })));
    let text = String::from_utf8(output.stdout).expect("text");
    let line: Map<String, Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!(line.keys().collect::<Vec<_>>(), ["id", "probabilities", "asked", "placed"]);
    let probabilities = line["probabilities"].as_object().expect("an object");
    let rungs: Vec<&String> = ladder.rungs.iter().map(|rung| &rung.id).collect();
    assert_eq!(probabilities.keys().collect::<Vec<_>>(), rungs);
    let sum: f64 = probabilities.values().filter_map(Value::as_f64).sum();
    assert!((sum - 1.0).abs() < 1e-12, "{sum}");
    assert_eq!((&line["id"], &line["placed"]), (&json!(null), &json!("apm")));
}

#[test]
fn the_title_counts_only_with_its_option() {
    let ladder = product();
    let line = |title: Option<&str>| format!("{}\n", json!({ "title": title, "answers": answers(&ladder, |_| 1) }));
    let out = |arguments: &[&str], line: &str| run(&[&["replay", PRODUCT, "-"], arguments].concat(), line).stdout;
    assert_eq!(out(&[], &line(Some("cpo"))), out(&[], &line(None)));
    assert_ne!(out(&["--title"], &line(Some("cpo"))), out(&["--title"], &line(Some("pm"))));
    assert_ne!(out(&["--title"], &line(Some("cpo"))), out(&["--title"], &line(None)));
}

#[test]
fn at_most_twelve_questions_are_asked_and_a_skipped_title_counts() {
    // The areas contradict each other, so every question tells something.
    let ladder = product();
    let answers = answers(&ladder, |question| (2 + question / 5) % 5);
    let asked = |arguments: &[&str], line: Value| {
        let output = run(&[&["replay", PRODUCT, "-"], arguments].concat(), &line.to_string());
        let line: Value = serde_json::from_slice(&output.stdout).expect("a line");
        line["asked"].as_u64()
    };
    assert_eq!(asked(&[], json!({ "answers": answers })), Some(12));
    assert_eq!(asked(&["--title"], json!({ "answers": answers })), Some(11));
    assert_eq!(asked(&["--title"], json!({ "title": "pm", "answers": answers })), Some(12));
}

#[test]
fn ids_are_printed_as_they_are_written() {
    let answers = answers(&product(), |_| 0);
    for id in ["7", "12345678901234567890123", "0.10", "\"a\\u00e9\"", "[1, {\"a\": null}]", "true"] {
        let output = run(&["replay", PRODUCT, "-"], &format!("{{\"answers\": {answers}, \"id\": {id}, \"stage\": 3}}"));
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.starts_with(&format!("{{\"id\":{id},\"probabilities\"")), "{text}");
    }
}

/// A ladder with two rungs and two questions.
const TINY: &str = r#"{ "format": 1, "id": "tiny", "title": "Tiny", "dimensions": [{ "id": "d", "name": "D" }],
  "rungs": [{ "id": "low", "title": "Low", "level": 1 }, { "id": "high", "title": "High", "level": 2 }],
  "questions": [
    { "id": "first", "about": "d", "ask": "?", "answers": [{ "id": "a", "is": "low", "say": "A" }, { "id": "b", "is": "high", "say": "B" }] },
    { "id": "second", "about": "d", "ask": "?", "answers": [{ "id": "a", "is": "low", "say": "A" }, { "id": "b", "is": "high", "say": "B" }] }] }"#;

/// Replays lines on the tiny ladder; compares the errors and the number of readers placed.
#[track_caller]
fn case_tiny(lines: &str, expected: &[&str], readers: usize) {
    let file =
        std::env::temp_dir().join(format!("replay-{}-{:?}.json", std::process::id(), std::thread::current().id()));
    std::fs::write(&file, TINY).expect("a file to read");
    let output = run(&["replay", &file.to_string_lossy(), "-"], lines);
    std::fs::remove_file(&file).expect("the file can be removed");
    let errors = String::from_utf8_lossy(&output.stderr);
    let mut errors: Vec<&str> = errors.lines().collect();
    let summary = errors.pop().expect("a last line");
    assert_eq!(errors, expected);
    assert_eq!(summary.split(' ').next(), Some(&*readers.to_string()), "{summary}");
    assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), readers);
    assert_eq!(output.status.code(), Some(i32::from(!expected.is_empty())));
}

#[test]
fn empty_lines_any_line_ends_and_unknown_fields_are_allowed() {
    case_tiny("", &[], 0);
    case_tiny("\u{feff}\r\n{\"answers\":{\"first\":\"a\",\"second\":\"b\"},\"true\":\"high\"}\r\n\n  \n", &[], 1);
    case_tiny("{\"answers\":{\"second\":\"b\",\"first\":\"a\"},\"title\":null}", &[], 1);
}

#[test]
fn every_mistake_is_listed_and_the_other_lines_are_placed() {
    let lines = r#"{"answers": {"first": "a", "second": "a"}}
{"answers": {"first": "c", "secnd": "a", "x": 1}, "title": "hihg"}
{"answers": {"first": ["a"], "second": null}, "title": 2}

{"answers": {"second": "a"}}
{"first": "a"}
{"answers": "a"}
["a"]
{"é": "a" "b"}
{"answers": {"first": "a",
{"answers": {"first": "b", "second": "b"}} x
{"answers": {"first": "b", "second": "b"}}"#;
    let shape = r#"a line looks like {"id": 0, "rung": "pm", "title": "pm", "answers": {"q1": "a"}}"#;
    case_tiny(
        lines,
        &[
            "-:2: error: title: unknown rung `hihg`; did you mean `high`?",
            "-:2: error: answers.first: unknown answer `c`; known answers: `a`, `b`, `-`",
            "-:2: error: answers: unknown question `secnd`; did you mean `second`?",
            "-:2: error: answers: unknown question `x`; known questions: `first`, `second`",
            "-:3: error: title: is not a string; write the id of a rung, or leave it out",
            "-:3: error: answers.first: is not a string; write the id of an answer",
            "-:5: error: answers.first: is asked but has no answer; a line needs an answer to every question",
            &format!("-:6: error: \"answers\" is missing; {shape}"),
            &format!("-:7: error: answers: is not an object; {shape}"),
            &format!("-:8: error: is not an object; {shape}"),
            "-:9:11: error: is not JSON: expected `,` or `}`",
            "-:10:26: error: is not JSON: EOF while parsing a value",
            "-:11:44: error: is not JSON: trailing characters",
        ],
        2,
    );
}

#[test]
fn after_a_thousand_errors_the_others_are_only_counted() {
    let output = run(&["replay", PRODUCT, "-"], &"[]\n".repeat(1_234));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.lines().count(), 1_002);
    assert!(said.ends_with("-: 234 more errors are not listed\n0 readers placed, 1234 errors\n"));
}

#[test]
fn input_without_a_quiz_to_replay_is_an_error() {
    let output = run(&["replay", PRODUCT, "ladders/none.jsonl"], "");
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("ladders/none.jsonl: cannot be read: "));
    assert_eq!(output.status.code(), Some(1));
    let output = run(&["replay", "ladders/none.json", "-"], "");
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("ladders/none.json:1:1: error: cannot be read: "));
    assert_eq!(output.status.code(), Some(1));
    let (without, _) = TINY.split_once(",\n  \"questions\"").expect("questions");
    case(
        &["replay", "-", "ladders/none.jsonl"],
        &format!("{without} }}"),
        "",
        "-: the ladder has no questions, so there is no quiz to replay\n",
        1,
    );
    case(
        &["replay", "-", "ladders/none.jsonl"],
        &TINY.replacen("\"high\", \"say\"", "\"hihg\", \"say\"", 2).replacen("hihg", "high", 1),
        "",
        "-:5:120: error: questions[1].answers[1].is: unknown rung `hihg`; did you mean `high`?\n",
        1,
    );
}
