//! `career-ladder replay`, and that it runs the quiz that the widget runs.

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

/// A reader who gives each question the answer at this place, or its last one.
fn answers(ladder: &Ladder, place: impl Fn(usize) -> usize) -> Value {
    let answers = ladder.questions.iter().enumerate().map(|(number, question)| {
        let answer = &question.answers[place(number).min(question.answers.len() - 1)];
        (question.id.clone(), json!(answer.id))
    });
    Value::Object(answers.collect())
}

/// Where the widget puts a reader who gives these answers; without a title they press "Skip".
fn placed(loaded: &LoadedLadder, title: Option<RungId>, answers: &Value) -> Outcome {
    let mut state = State::new(loaded, true);
    match title {
        Some(title) => {
            state.apply(loaded, Action::TitleChosen(title));
            state.apply(loaded, Action::NextPressed);
        }
        None => {
            state.apply(loaded, Action::SkipPressed);
        }
    }
    loop {
        let asked = match &state.phase {
            Phase::Quiz(progress) => progress.current_step(),
            Phase::Outcome(_, outcome) => return outcome.clone(),
            Phase::Exploring | Phase::SharedOutcome(_) => panic!("the quiz has begun"),
        };
        let QuizStep::Question(asked) = asked else { panic!("the title is behind us") };
        let question = loaded.ladder.question(asked.question);
        let answer = question.answers.iter().position(|answer| answers[&question.id] == answer.id);
        state.apply(loaded, Action::AnswerChosen(answer.expect("an answer to every question")));
        state.apply(loaded, Action::NextPressed);
    }
}

/// The line that an outcome is printed as.
fn printed(ladder: &Ladder, id: &str, outcome: &Outcome) -> String {
    let rungs = ladder.rungs.iter().zip(&outcome.probabilities);
    let probabilities: Map<String, Value> = rungs.map(|(rung, share)| (rung.id.clone(), json!(share))).collect();
    let (asked, placed) = (outcome.asked, &ladder.rung(outcome.placement.rung).id);
    format!("{{\"id\":{id},\"probabilities\":{},\"asked\":{asked},\"placed\":\"{placed}\"}}\n", json!(probabilities))
}

#[test]
fn readers_are_put_where_the_widget_puts_them() {
    let ladder = product();
    let loaded = LoadedLadder::new(ladder.clone(), String::new());
    let (mut lines, mut expected) = (String::new(), String::new());
    for reader in 0..60 {
        let answers = answers(&ladder, |question| (reader / 3 + question * reader) % 5);
        let title = (reader % 4 > 0).then(|| RungId::new(reader % ladder.rungs.len()));
        let title_id = title.map(|title| &ladder.rung(title).id);
        lines += &format!("{}\n", json!({ "id": reader, "title": title_id, "answers": answers }));
        expected += &printed(&ladder, &reader.to_string(), &placed(&loaded, title, &answers));
    }
    case(&["replay", PRODUCT, "-", "--title"], &lines, &expected, "60 readers placed, 0 errors\n", 0);
}

#[test]
fn a_line_comes_out_in_the_order_of_the_ladder() {
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
fn the_title_counts_only_where_it_is_asked_for() {
    let ladder = product();
    let line = |title: Option<&str>| format!("{}\n", json!({ "title": title, "answers": answers(&ladder, |_| 1) }));
    let out = |arguments: &[&str], line: &str| run(&[&["replay", PRODUCT, "-"], arguments].concat(), line).stdout;
    assert_eq!(out(&[], &line(Some("cpo"))), out(&[], &line(None)));
    assert_ne!(out(&["--title"], &line(Some("cpo"))), out(&["--title"], &line(Some("pm"))));
    assert_ne!(out(&["--title"], &line(Some("cpo"))), out(&["--title"], &line(None)));
}

#[test]
fn twelve_questions_are_asked_at_most_and_one_that_is_skipped_counts() {
    // Every answer says something else, so that the doubt stays.
    let ladder = product();
    let answers = answers(&ladder, |question| if question % 2 == 0 { 0 } else { 3 });
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
fn ids_come_back_as_they_are_written() {
    let answers = answers(&product(), |_| 0);
    for id in ["7", "12345678901234567890123", "0.10", "\"a\\u00e9\"", "[1, {\"a\": null}]", "true"] {
        let output = run(&["replay", PRODUCT, "-"], &format!("{{\"answers\": {answers}, \"id\": {id}, \"stage\": 3}}"));
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.starts_with(&format!("{{\"id\":{id},\"probabilities\"")), "{text}");
    }
}

/// Questions in which two rungs differ.
const TINY: &str = r#"{ "format": 1, "id": "tiny", "title": "Tiny", "dimensions": [{ "id": "d", "name": "D" }],
  "rungs": [{ "id": "low", "title": "Low", "level": 1 }, { "id": "high", "title": "High", "level": 2 }],
  "questions": [
    { "id": "first", "about": "d", "ask": "?", "answers": [{ "id": "a", "is": "low", "say": "A" }, { "id": "b", "is": "high", "say": "B" }] },
    { "id": "second", "about": "d", "ask": "?", "answers": [{ "id": "a", "is": "low", "say": "A" }, { "id": "b", "is": "high", "say": "B" }] }] }"#;

/// What is said of lines that answer the tiny ladder, and how many of them are placed.
#[track_caller]
fn told(lines: &str, expected: &[&str], readers: usize) {
    let file =
        std::env::temp_dir().join(format!("replay-{}-{:?}.json", std::process::id(), std::thread::current().id()));
    std::fs::write(&file, TINY).expect("a file to read");
    let output = run(&["replay", &file.to_string_lossy(), "-"], lines);
    std::fs::remove_file(&file).expect("the file goes again");
    let said = String::from_utf8_lossy(&output.stderr);
    let mut said: Vec<&str> = said.lines().collect();
    let summary = said.pop().expect("a last line");
    assert_eq!(said, expected);
    assert_eq!(summary.split(' ').next(), Some(&*readers.to_string()), "{summary}");
    assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), readers);
    assert_eq!(output.status.code(), Some(i32::from(!expected.is_empty())));
}

#[test]
fn lines_may_be_empty_end_as_they_like_and_say_more() {
    told("", &[], 0);
    told("\u{feff}\r\n{\"answers\":{\"first\":\"a\",\"second\":\"b\"},\"true\":\"high\"}\r\n\n  \n", &[], 1);
    told("{\"answers\":{\"second\":\"b\",\"first\":\"a\"},\"title\":null}", &[], 1);
}

#[test]
fn every_mistake_is_told_and_the_other_lines_are_placed() {
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
    let shape = r#"a line looks like {"id": 0, "title": "pm", "answers": {"q1": "a"}}"#;
    told(
        lines,
        &[
            "-:2: error: title: unknown rung `hihg`; did you mean `high`?",
            "-:2: error: answers.first: unknown answer `c`; there is `a`, `b`",
            "-:2: error: answers: unknown question `secnd`; did you mean `second`?",
            "-:2: error: answers: unknown question `x`; there is `first`, `second`",
            "-:3: error: title: is no text; write the id of a rung, or leave it out",
            "-:3: error: answers.first: is no text; write the id of an answer",
            "-:5: error: answers.first: is asked and has no answer; a line holds an answer to every question",
            &format!("-:6: error: \"answers\" is missing; {shape}"),
            &format!("-:7: error: answers: is no object; {shape}"),
            &format!("-:8: error: is no object; {shape}"),
            "-:9:11: error: is no JSON: expected `,` or `}`",
            "-:10:26: error: is no JSON: EOF while parsing a value",
            "-:11:44: error: is no JSON: trailing characters",
        ],
        2,
    );
}

#[test]
fn more_errors_than_anyone_would_read_are_counted() {
    let output = run(&["replay", PRODUCT, "-"], &"[]\n".repeat(1_234));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.lines().count(), 1_002);
    assert!(said.ends_with("-: 234 more errors are not listed\n0 readers placed, 1234 errors\n"));
}

#[test]
fn what_cannot_be_replayed_is_told() {
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
