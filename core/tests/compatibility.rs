//! Readers hold private links, snapshots and packed ladders of earlier builds; every later build opens them.
//!
//! `tests/fixtures/README.md` says how the fixtures came to be. Nobody rewrites them.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use career_ladder_core::format;
use career_ladder_core::ladder::{Ladder, LadderParts, RungId, unpack};
use career_ladder_core::link::{StatedPlacement, decode};
use career_ladder_core::plan::{Initiative, SkillOwner, Target};
use career_ladder_core::quiz::{Answers, Outcome, Title, Verdict};
use career_ladder_core::state::{Action, LoadedLadder, Notice, Phase, QuizProgress, QuizStep, State};
use serde_json::{Value, json};

/// The number of ladders that the first build with fixtures bundled.
const FEWEST_FOLDERS: usize = 4;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

/// With fewer lines, a file of fixtures was cut off.
const FEWEST_LINES: usize = 8;

/// The folders of fixtures that have this file, one for each ladder.
fn folders_with(file: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(FIXTURES).expect("the fixtures' folder").map(|entry| entry.expect("an entry").path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.join(file).is_file()).collect();
    assert!(folders.len() >= FEWEST_FOLDERS, "{FIXTURES} has {} folders with {file}", folders.len());
    folders.sort();
    folders
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The ladder as it was. A later build may warn about more in it.
fn ladder(folder: &Path) -> Ladder {
    let path = folder.join("ladder.json");
    let reading = format::read(&text(&path));
    reading.ladder.unwrap_or_else(|| panic!("{}: {:?}", path.display(), reading.problems))
}

/// Reads the `key` of each line with `read`, and compares the result with the `part` of the line.
fn check(file: &str, parts: [&str; 2], read: impl Fn(&LoadedLadder, &str) -> Value) {
    assert_eq!(differences(file, parts, read), "");
}

/// The same for what the engine finds. Where today's engine finds something else than the engine of that time, the file
/// `engine-changes/PART.txt` says so.
fn check_engine(file: &str, [key, part]: [&str; 2], read: impl Fn(&LoadedLadder, &str) -> Value) {
    let found = differences(file, [key, part], read);
    let path = format!("{FIXTURES}/engine-changes/{key}-{part}.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &found).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
    assert_eq!(found, text(Path::new(&path)), "run with UPDATE_EXPECT=1, and read the difference");
}

/// The lines whose `part` is not what `read` makes of their `key`.
fn differences(file: &str, [key, part]: [&str; 2], read: impl Fn(&LoadedLadder, &str) -> Value) -> String {
    let mut differences = String::new();
    for folder in folders_with(file) {
        let loaded = LoadedLadder::new(ladder(&folder));
        let path = folder.join(file);
        let text = text(&path);
        assert!(text.lines().count() >= FEWEST_LINES, "{} has {} lines", path.display(), text.lines().count());
        for (number, line) in (1..).zip(text.lines()) {
            let position = format!("{}:{number}", path.display());
            let line: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{position}: {error}"));
            let field = |name| line.get(name).unwrap_or_else(|| panic!("{position}: \"{name}\" is missing"));
            let (then, now) = (field(part), read(&loaded, field(key).as_str().expect("a text")));
            if now != *then {
                let folder = folder.file_name().expect("a name").to_string_lossy();
                let case = &line["case"];
                writeln!(differences, "{folder}/{file}:{number}: {case}\n  then: {then}\n  now:  {now}")
                    .expect("memory");
            }
        }
    }
    differences
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

/// A title as snapshots write it: `-` if the reader skipped it, empty if nobody asked.
fn title(ladder: &Ladder, title: Title) -> &str {
    match title {
        Title::NotAsked => "",
        Title::Skipped => "-",
        Title::Held(rung) => id(ladder, rung),
    }
}

/// Each question with its answer, in order.
fn responses(ladder: &Ladder, answers: &Answers) -> Value {
    let names = answers.responses.iter().map(|response| {
        let question = ladder.question(response.question);
        format!("{} {}", question.id, question.answer_id(response.answer))
    });
    names.collect()
}

fn outcome(ladder: &Ladder, outcome: &Outcome) -> Value {
    json!({ "rung": id(ladder, outcome.placement.rung), "verdict": verdict(outcome.placement.verdict) })
}

/// The content of a link.
fn link_opens(LoadedLadder { ladder, .. }: &LoadedLadder, link: &str) -> Value {
    let read = match decode(ladder, link) {
        Ok(read) => read,
        Err(refusal) => return format!("{refusal:?}").into(),
    };
    let placement = |placed: StatedPlacement| {
        json!({
            "rung": id(ladder, placed.rung),
            "runner_up": id(ladder, placed.runner_up),
            "verdict": verdict(placed.verdict),
        })
    };
    json!({
        "title": title(ladder, read.answers.title),
        "answers": responses(ladder, &read.answers),
        "placed": read.placement.map(placement),
        "missing": read.missing,
        "changed": read.changed,
    })
}

/// The outcome that today's engine finds for a link's answers.
fn link_leads(LoadedLadder { ladder, quiz, .. }: &LoadedLadder, link: &str) -> Value {
    decode(ladder, link).map_or(Value::Null, |read| outcome(ladder, &quiz.outcome(&read.answers)))
}

/// The name of the phase, and the questions asked. On the ladder, "Find my stage" leads back to them.
fn phase_and_progress(loaded: &LoadedLadder, mut state: State) -> (&'static str, QuizProgress) {
    let on_ladder = matches!(state.phase, Phase::Exploring { .. });
    if on_ladder {
        state.update(loaded, Action::StartPressed);
    }
    match state.phase {
        Phase::Quiz(progress) => (if on_ladder { "ladder" } else { "quiz" }, progress),
        Phase::Outcome { progress, .. } => ("outcome", progress),
        other => panic!("a snapshot leads to {other:?}"),
    }
}

/// The shown step with its selection. The step for the title has no question.
fn shown(ladder: &Ladder, progress: &QuizProgress) -> Value {
    match progress.current_step() {
        QuizStep::Title(selected) => json!({ "question": null, "marked": selected.map(|rung| id(ladder, rung)) }),
        QuizStep::Question(asked) => {
            let question = ladder.question(asked.question);
            json!({ "question": question.id, "marked": asked.selected.map(|answer| question.answer_id(answer)) })
        }
    }
}

fn target(ladder: &Ladder, target: Target) -> Value {
    match target {
        Target::Here => "here".into(),
        Target::Rung(rung) => json!({ "rung": id(ladder, rung) }),
        Target::Move(id) => json!({ "move": ladder.moves[id.index()].id }),
    }
}

/// The state that a snapshot restores.
fn snapshot_restores(loaded: &LoadedLadder, snapshot: &str) -> Value {
    let Some(state) = State::from_snapshot(loaded, snapshot) else { return Value::Null };
    let (phase, progress) = phase_and_progress(loaded, state.clone());
    let (ladder, answers) = (&loaded.ladder, progress.answers());
    let plan = state.plan().cloned().unwrap_or_default();
    let ticked = |done: &Initiative| {
        let owner = match done.owner {
            SkillOwner::Rung(rung) => id(ladder, rung),
            SkillOwner::Move(_) => panic!("the old build had no skills of adjacent roles"),
        };
        format!("{owner}: {}", done.skill(ladder).name)
    };
    json!({
        "phase": phase,
        "before": progress.index(),
        "shown": shown(ladder, &progress),
        "title": title(ladder, answers.title),
        "answers": responses(ladder, &answers),
        "aim": plan.target.map(|to| target(ladder, to)),
        "ticked": plan.done.iter().map(ticked).collect::<Value>(),
        "lost": if let Some(Notice::Lost(lost)) = state.notice { lost } else { 0 },
    })
}

/// The snapshot of a restored snapshot.
fn snapshot_again(loaded: &LoadedLadder, snapshot: &str) -> Value {
    State::from_snapshot(loaded, snapshot).map_or(Value::Null, |state| state.snapshot(loaded).into())
}

/// The outcome that a snapshot leads to; null if it leads elsewhere.
fn snapshot_leads(loaded: &LoadedLadder, snapshot: &str) -> Value {
    let state = State::from_snapshot(loaded, snapshot);
    state.as_ref().and_then(State::outcome).map_or(Value::Null, |found| outcome(&loaded.ladder, found))
}

#[test]
fn packed_ladders_open() {
    for folder in folders_with("ladder.packed") {
        let path = folder.join("ladder.packed");
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let unpacked = unpack(&bytes).unwrap_or_else(|| panic!("{} does not open", path.display()));
        let is_same = without_words(unpacked) == without_words(ladder(&folder));
        assert!(is_same, "{} is another ladder than ladder.json", path.display());
    }
}

/// A ladder but for its words of the interface. Those stand in the order of the keys of their build, which may have had fewer.
fn without_words(ladder: Ladder) -> LadderParts {
    LadderParts { words: String::new(), ..ladder.into_parts() }
}

#[test]
fn links_open() {
    check("links.jsonl", ["link", "opens"], link_opens);
}

#[test]
fn links_lead_to_the_same_outcome() {
    check_engine("links.jsonl", ["link", "outcome"], link_leads);
}

#[test]
fn snapshots_open() {
    check_engine("kept.jsonl", ["kept", "restores"], snapshot_restores);
}

#[test]
fn restored_snapshots_give_the_same_text() {
    check_engine("kept.jsonl", ["kept", "again"], snapshot_again);
}

#[test]
fn snapshots_lead_to_the_same_outcome() {
    check_engine("kept.jsonl", ["kept", "outcome"], snapshot_leads);
}
