//! Readers hold private links, kept texts and packed ladders of earlier builds; every later build opens them.
//!
//! `tests/fixtures/README.md` says how the fixtures came to be. Nobody rewrites them.

use std::fs;
use std::path::{Path, PathBuf};

use career_ladder_core::format;
use career_ladder_core::ladder::{Ladder, RungId, unpack};
use career_ladder_core::link::{StatedPlacement, decode};
use career_ladder_core::plan::{Initiative, Target};
use career_ladder_core::quiz::{Answers, Outcome, Title, Verdict};
use career_ladder_core::state::{Action, LoadedLadder, Notice, Phase, QuizProgress, QuizStep, State};
use serde_json::{Value, json};

/// The first build with fixtures bundled so many ladders.
const FEWEST_FOLDERS: usize = 4;

/// A file has at least so many lines.
const FEWEST_LINES: usize = 8;

/// The folders with fixtures, one for each ladder.
fn folders() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let entries = fs::read_dir(folder).expect("the fixtures' folder").map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    assert!(folders.len() >= FEWEST_FOLDERS, "{folder} has {} folders", folders.len());
    folders.sort();
    folders
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The ladder as it was. Later builds may warn of more in it.
fn ladder(folder: &Path) -> Ladder {
    let path = folder.join("ladder.json");
    let reading = format::read(&text(&path));
    reading.ladder.unwrap_or_else(|| panic!("{}: {:?}", path.display(), reading.problems))
}

/// Reads the `key` of each line as a reader would, and compares the result with the `part` of the line.
fn check(file: &str, [key, part]: [&str; 2], read: impl Fn(&LoadedLadder, &str) -> Value) {
    for folder in folders() {
        let loaded = LoadedLadder::new(ladder(&folder), String::new());
        let path = folder.join(file);
        let text = text(&path);
        assert!(text.lines().count() >= FEWEST_LINES, "{} has {} lines", path.display(), text.lines().count());
        for (number, line) in (1..).zip(text.lines()) {
            let place = format!("{}:{number}", path.display());
            let line: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{place}: {error}"));
            let field = |name| line.get(name).unwrap_or_else(|| panic!("{place}: \"{name}\" is missing"));
            let (then, now) = (field(part), read(&loaded, field(key).as_str().expect("a text")));
            assert!(now == *then, "{place}: {}\n{part}, then: {then}\n{part}, now:  {now}", line["case"]);
        }
    }
}

fn id(ladder: &Ladder, rung: RungId) -> &str {
    &ladder.rung(rung).id
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clear => "clear",
        Verdict::Between => "between",
        Verdict::Unclear => "unclear",
    }
}

/// A title as kept texts write it: `-` where the reader passed it over, nothing where nobody asked.
fn title(ladder: &Ladder, title: Title) -> &str {
    match title {
        Title::NotAsked => "",
        Title::Skipped => "-",
        Title::Held(rung) => id(ladder, rung),
    }
}

/// Each question with its answer, in order.
fn response(ladder: &Ladder, answers: &Answers) -> Value {
    let names = answers.responses.iter().map(|response| {
        let question = ladder.question(response.question);
        format!("{} {}", question.id, question.answers[response.answer].id)
    });
    names.collect()
}

fn outcome(ladder: &Ladder, outcome: &Outcome) -> Value {
    json!({ "rung": id(ladder, outcome.placement.rung), "verdict": verdict(outcome.placement.verdict) })
}

/// All that a link says.
fn link_opens(LoadedLadder { ladder, .. }: &LoadedLadder, link: &str) -> Value {
    let read = match decode(ladder, link) {
        Ok(read) => read,
        Err(refusal) => return format!("{refusal:?}").into(),
    };
    let placed = |placed: StatedPlacement| {
        json!({
            "rung": id(ladder, placed.rung),
            "runner_up": id(ladder, placed.runner_up),
            "verdict": verdict(placed.verdict),
        })
    };
    json!({
        "title": title(ladder, read.answers.title),
        "answers": response(ladder, &read.answers),
        "placed": read.placement.map(placed),
        "missing": read.missing,
        "changed": read.changed,
    })
}

/// The outcome that today's engine finds for a link's answers.
fn link_leads(LoadedLadder { ladder, bank, .. }: &LoadedLadder, link: &str) -> Value {
    decode(ladder, link).map_or(Value::Null, |read| outcome(ladder, &Outcome::new(bank, &read.answers)))
}

/// The phase by its name, and the way through the questions: from the ladder, "Find my stage" leads back to it.
fn way(loaded: &LoadedLadder, mut state: State) -> (&'static str, QuizProgress) {
    let on_ladder = state.phase == Phase::Exploring;
    if on_ladder {
        state.apply(loaded, Action::StartPressed);
    }
    match state.phase {
        Phase::Quiz(progress) => (if on_ladder { "ladder" } else { "quiz" }, progress),
        Phase::Outcome(progress, _) => ("outcome", progress),
        other => panic!("a kept text leads to {other:?}"),
    }
}

/// The shown step with the mark on it. The one for the title is no question.
fn shown(ladder: &Ladder, progress: &QuizProgress) -> Value {
    match progress.current_step() {
        QuizStep::Title(selected) => json!({ "question": null, "marked": selected.map(|rung| id(ladder, rung)) }),
        QuizStep::Question(asked) => {
            let question = ladder.question(asked.question);
            json!({ "question": question.id, "marked": asked.selected.map(|answer| &question.answers[answer].id) })
        }
    }
}

fn target(ladder: &Ladder, target: Target) -> Value {
    match target {
        Target::Here => "here".into(),
        Target::Rung(rung) => json!({ "rung": id(ladder, rung) }),
        Target::Move(way) => json!({ "move": ladder.moves[way.index()].id }),
    }
}

/// All that a kept text restores.
fn kept_restores(loaded: &LoadedLadder, kept: &str) -> Value {
    let Some(state) = State::from_snapshot(loaded, kept) else { return Value::Null };
    let (phase, progress) = way(loaded, state.clone());
    let (ladder, answers) = (&loaded.ladder, progress.answers());
    let ticked = |done: &Initiative| format!("{}: {}", id(ladder, done.rung), done.skill(ladder).name);
    json!({
        "phase": phase,
        "before": progress.index(),
        "shown": shown(ladder, &progress),
        "title": title(ladder, answers.title),
        "answers": response(ladder, &answers),
        "aim": state.target.map(|to| target(ladder, to)),
        "ticked": state.done.iter().map(ticked).collect::<Value>(),
        "lost": if let Some(Notice::Lost(lost)) = state.note { lost } else { 0 },
    })
}

/// The text that is kept of a restored text.
fn kept_again(loaded: &LoadedLadder, kept: &str) -> Value {
    State::from_snapshot(loaded, kept).map_or(Value::Null, |state| state.snapshot(loaded).into())
}

/// The outcome that a kept text leads to, if it leads to one.
fn kept_leads(loaded: &LoadedLadder, kept: &str) -> Value {
    let state = State::from_snapshot(loaded, kept);
    state.as_ref().and_then(State::outcome).map_or(Value::Null, |found| outcome(&loaded.ladder, found))
}

#[test]
fn packed_ladders_open() {
    for folder in folders() {
        let path = folder.join("ladder.packed");
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let unpacked = unpack(&bytes).unwrap_or_else(|| panic!("{} does not open", path.display()));
        assert!(unpacked == ladder(&folder), "{} is another ladder than ladder.json", path.display());
    }
}

#[test]
fn links_open() {
    check("links.jsonl", ["link", "opens"], link_opens);
}

#[test]
fn links_lead_to_the_same_outcome() {
    check("links.jsonl", ["link", "outcome"], link_leads);
}

#[test]
fn kept_texts_open() {
    check("kept.jsonl", ["kept", "restores"], kept_restores);
}

#[test]
fn kept_texts_are_kept_again() {
    check("kept.jsonl", ["kept", "again"], kept_again);
}

#[test]
fn kept_texts_lead_to_the_same_outcome() {
    check("kept.jsonl", ["kept", "outcome"], kept_leads);
}
