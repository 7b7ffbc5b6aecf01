//! Packs ladder files for the wasm, and prerenders their first screens.
//!
//! `bundle --out DIR LADDER.json...` writes up to three files for each ladder:
//!
//! - `<id>.ladder` is the packed ladder.
//! - `<id>.ladder.json` is a list with the tree of the ladder's screen, and the loader's texts.
//! - `<id>.quiz.json` is a list with the tree of the first question, the loader's texts, and the question after the first
//!   one. A ladder without questions has no such file. The last item is left out if some title ends the quiz.

mod tree;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use career_ladder::app::{Instance, first_screen};
use career_ladder::catalog::{ENGLISH, ENGLISH_LOADER};
use career_ladder_core::format;
use career_ladder_core::ladder::{Ladder, QuestionId, RungId, pack};
use career_ladder_core::quiz::options;
use career_ladder_core::state::{Action, LoadedLadder, Phase, QuizStep, State};
use serde_json::{Value, json};
use tree::tree;
use yew::Callback;

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Vec<String>) -> Result<(), String> {
    let out = arguments.iter().position(|argument| argument == "--out").filter(|index| index + 1 < arguments.len());
    let out = out.map(|index| arguments.drain(index..index + 2).nth(1).unwrap_or_default());
    let out = PathBuf::from(out.ok_or("usage: bundle --out DIR LADDER.json...")?);
    std::fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    arguments.iter().try_for_each(|path| bundle(Path::new(path), &out))
}

fn bundle(path: &Path, out: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let reading = format::read(&text);
    let lines: Vec<String> = reading.problems.iter().map(|problem| problem.in_file(&path.to_string_lossy())).collect();
    let ladder = reading.ladder.ok_or_else(|| lines.join("\n"))?;
    lines.iter().for_each(|warning| eprintln!("{warning}"));
    let id = ladder.id.clone();
    write(&out.join(format!("{id}.ladder")), &pack(&ladder))?;
    let loaded = Rc::new(LoadedLadder::new(ladder));
    let mut screens = vec![("ladder", json!([render(&loaded, false, ""), ENGLISH_LOADER]))];
    if !loaded.quiz.is_empty() {
        let question = [render(&loaded, true, ""), json!(ENGLISH_LOADER)];
        screens.push(("quiz", question.into_iter().chain(next_question(&loaded)).collect()));
    }
    screens
        .iter()
        .try_for_each(|(kind, screen)| write(&out.join(format!("{id}.{kind}.json")), screen.to_string().as_bytes()))
}

/// A reader who presses Next before the program has loaded gets one of this many seeds, from 0 up.
const SEEDS: usize = 32;

/// The question that most titles lead to, with all that the loader needs to show it; `None` if some title ends the quiz.
///
/// - `screen` is the tree of the question without the texts of its answers.
/// - `snapshots` has the snapshot after each title, and after skipping. It is empty for a title that leads to another question.
/// - `options` has the texts of the answers, and an empty one: the last option has its words in the tree.
/// - `orders` has, for each seed, the indices of the options in the order in which they are shown.
fn next_question(loaded: &LoadedLadder) -> Option<Value> {
    let titles = loaded.ladder.rung_ids().map(Some).chain([None]);
    let nexts: Option<Vec<(QuestionId, String)>> = titles.map(|title| after_title(loaded, title)).collect();
    let nexts = nexts?;
    let count = |one: &&(QuestionId, String)| nexts.iter().filter(|other| other.0 == one.0).count();
    let (id, snapshot) = nexts.iter().max_by_key(count)?;
    let question = loaded.ladder.question(*id);
    let orders = (0..SEEDS).map(|seed| digits(&options(&seed.to_string(), question)));
    let mut silent = loaded.ladder.clone().into_parts();
    silent.questions[id.index()].answers.iter_mut().for_each(|answer| answer.say = Default::default());
    let screen = render(&Rc::new(LoadedLadder::new(Ladder::new(silent))), true, snapshot);
    Some(json!({
        "screen": tree::find("question", &screen).expect("a question's screen has the question"),
        "snapshots": nexts.iter().map(|next| if next.0 == *id { &*next.1 } else { "" }).collect::<Vec<_>>(),
        "options": question.answers.iter().map(|answer| &*answer.say).chain([""]).collect::<Vec<_>>(),
        "orders": orders.collect::<Vec<_>>(),
    }))
}

/// The question after a title, or after skipping it, and the snapshot there.
fn after_title(loaded: &LoadedLadder, title: Option<RungId>) -> Option<(QuestionId, String)> {
    let mut state = State::new(loaded, true);
    match title {
        Some(title) => {
            state.update(loaded, Action::TitleChosen(title));
            state.update(loaded, Action::NextPressed);
        }
        None => drop(state.update(loaded, Action::SkipPressed)),
    }
    let Phase::Quiz(progress) = &state.phase else { return None };
    let QuizStep::Question(asked) = progress.current_step() else { return None };
    Some((asked.question, state.snapshot(loaded)))
}

/// Indices below ten, as one digit each.
fn digits(indices: &[usize]) -> String {
    indices.iter().map(ToString::to_string).collect()
}

/// The tree of the screen in which a widget starts.
fn render(loaded: &Rc<LoadedLadder>, starts_with_quiz: bool, snapshot: &str) -> Value {
    let (seed, link, device) = Default::default();
    let instance = Instance {
        key: 0,
        loaded: loaded.clone(),
        seed,
        catalog: &ENGLISH,
        starts_with_quiz,
        snapshot: snapshot.to_owned(),
        link,
        device,
        emit: Callback::noop(),
    };
    tree(&first_screen(&instance))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
