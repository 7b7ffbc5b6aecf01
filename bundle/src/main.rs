//! Packs ladder files for the wasm and prerenders their first screens.
//!
//! `bundle --out DIR LADDER.json…` writes three files for each ladder: `<id>.ladder`, the packed ladder; `<id>.ladder.json`, a
//! list with the tree of the ladder's screen; and, if the ladder has questions, `<id>.quiz.json`, a list with the tree of the
//! first question and, if it is the same for most titles, the question that follows it.

mod tree;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use career_ladder::app::{Instance, first_screen};
use career_ladder::catalog::ENGLISH;
use career_ladder_core::format;
use career_ladder_core::ladder::{QuestionId, RungId, pack};
use career_ladder_core::quiz::option_order;
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
    let out = arguments.iter().position(|argument| argument == "--out").filter(|place| place + 1 < arguments.len());
    let out = out.map(|place| arguments.drain(place..place + 2).nth(1).unwrap_or_default());
    let out = PathBuf::from(out.ok_or("usage: bundle --out DIR LADDER.json...")?);
    std::fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    arguments.iter().try_for_each(|path| bundle(Path::new(path), &out))
}

fn bundle(path: &Path, out: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let reading = format::read(&text);
    let lines: Vec<String> = reading.problems.iter().map(|problem| format!("{}:{problem}", path.display())).collect();
    let ladder = reading.ladder.ok_or_else(|| lines.join("\n"))?;
    lines.iter().for_each(|warning| eprintln!("{warning}"));
    let id = ladder.id.clone();
    write(&out.join(format!("{id}.ladder")), &pack(&ladder))?;
    let loaded = LoadedLadder::new(ladder, String::new());
    let mut screens = vec![("ladder", json!([render(&loaded, false, "")]))];
    if !loaded.bank.is_empty() {
        let question = Some(render(&loaded, true, ""));
        screens.push(("quiz", question.into_iter().chain(then(&loaded)).collect()));
    }
    screens
        .iter()
        .try_for_each(|(kind, screen)| write(&out.join(format!("{id}.{kind}.json")), screen.to_string().as_bytes()))
}

/// Who goes on before the program is there has one of so many seeds, from 0 up.
const SEEDS: usize = 32;

/// The question that most titles lead to, with what the loader must know to go on to it; `None` if the quiz may end first.
///
/// `screen` is the question without its answers. `kept` has for each title, and for passing the question over, the answers
/// that are then kept, or nothing if that title leads to another question. `says` has the answers, and `orders` for each
/// seed the places of the answers in the order to show them in.
fn then(loaded: &LoadedLadder) -> Option<Value> {
    let titles = loaded.ladder.rung_ids().map(Some).chain([None]);
    let ways: Option<Vec<(QuestionId, String)>> = titles.map(|title| behind(loaded, title)).collect();
    let ways = ways?;
    let most = |one: &&(QuestionId, String)| ways.iter().filter(|other| other.0 == one.0).count();
    let (id, kept) = ways.iter().max_by_key(most)?;
    let question = loaded.ladder.question(*id);
    let orders = (0..SEEDS).map(|seed| digits(&option_order(&seed.to_string(), &question.id, question.answers.len())));
    let mut silent = loaded.ladder.clone();
    silent.questions[id.index()].answers.iter_mut().for_each(|answer| answer.say = Default::default());
    let screen = render(&LoadedLadder::new(silent, String::new()), true, kept);
    Some(json!({
        "screen": tree::find("question", &screen).expect("a question's screen has the question"),
        "kept": ways.iter().map(|way| if way.0 == *id { &*way.1 } else { "" }).collect::<Vec<_>>(),
        "says": question.answers.iter().map(|answer| &*answer.say).collect::<Vec<_>>(),
        "orders": orders.collect::<Vec<_>>(),
    }))
}

/// The question that a title leads to, and what is then kept.
fn behind(loaded: &LoadedLadder, title: Option<RungId>) -> Option<(QuestionId, String)> {
    let mut state = State::new(loaded, true);
    match title {
        Some(title) => {
            state.apply(loaded, Action::TitleChosen(title));
            state.apply(loaded, Action::NextPressed);
        }
        None => drop(state.apply(loaded, Action::SkipPressed)),
    }
    let Phase::Quiz(progress) = &state.phase else { return None };
    let QuizStep::Question(asked) = progress.current_step() else { return None };
    Some((asked.question, state.snapshot(loaded)))
}

/// Places below ten, one digit each.
fn digits(places: &[usize]) -> String {
    places.iter().map(ToString::to_string).collect()
}

/// A screen as a tree, as the widget itself will show it.
fn render(loaded: &Rc<LoadedLadder>, quiz: bool, kept: &str) -> Value {
    let (loaded, kept) = (loaded.clone(), kept.to_owned());
    let (link, share_status) = Default::default();
    let instance = Instance { key: 0, loaded, words: &ENGLISH, quiz, kept, link, share_status, hear: Callback::noop() };
    tree(&first_screen(&instance))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
