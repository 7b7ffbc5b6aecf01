//! Packs ladder files and catalogs for the wasm, and prerenders the first screens of the ladders.
//!
//! `bundle --out DIR FOLDER/languages/*.json FOLDER/ladders/*.json` writes a file for each catalog but the English one, and
//! up to three for each ladder, named like its source:
//!
//! - `<tag>.words` is the packed catalog of a language, and `extras.json` has the English words of the extras.
//! - `<name>.ladder` is the packed ladder.
//! - `<name>.ladder.json` is a list with the tree of the ladder's screen, and the loader's texts.
//! - `<name>.quiz.json` is a list with the tree of the first question, the loader's texts, and the question after the first
//!   one. A ladder without questions has no such file. The last item is left out if some title ends the quiz.

mod languages;
mod tree;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use career_ladder::app::{Instance, first_screen};
use career_ladder::catalog::Catalog;
use career_ladder_core::format::{self, Reading, Source};
use career_ladder_core::ladder::{Ladder, QuestionId, RungId, pack};
use career_ladder_core::quiz::options;
use career_ladder_core::state::{Action, LoadedLadder, Phase, QuizStep, State};
use languages::Language;
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
    let out = PathBuf::from(out.ok_or("usage: bundle --out DIR CATALOG.json... LADDER.json...")?);
    std::fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let (catalogs, ladders): (Vec<_>, Vec<_>) = arguments
        .iter()
        .map(Path::new)
        .partition(|path| path.parent().is_some_and(|folder| folder.ends_with("languages")));
    let languages = catalogs.iter().map(|path| languages::read(path)).collect::<Result<Vec<_>, _>>()?;
    for language in &languages {
        language.files().iter().try_for_each(|(name, text)| write(&out.join(name), text.as_bytes()))?;
    }
    ladders.iter().try_for_each(|path| bundle(path, &languages, &out))
}

fn bundle(path: &Path, languages: &[Language], out: &Path) -> Result<(), String> {
    let reading = read(path)?;
    let lines: Vec<String> = reading.problems.iter().map(|problem| problem.in_file(&path.to_string_lossy())).collect();
    let ladder = reading.ladder.ok_or_else(|| lines.join("\n"))?;
    lines.iter().for_each(|warning| eprintln!("{warning}"));
    let language = languages.iter().find(|language| language.lang() == ladder.lang);
    let language =
        language.ok_or_else(|| format!("{}: no catalog has the language `{}`", path.display(), ladder.lang))?;
    let (catalog, texts) = (language.catalog(&ladder), language.loader_texts());
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    write(&out.join(format!("{name}.ladder")), &pack(&ladder))?;
    let loaded = Rc::new(LoadedLadder::new(ladder));
    let mut screens = vec![("ladder", json!([render(&loaded, catalog, false, ""), texts]))];
    if !loaded.quiz.is_empty() {
        let question = [render(&loaded, catalog, true, ""), json!(texts)];
        screens.push(("quiz", question.into_iter().chain(next_question(&loaded, catalog)).collect()));
    }
    screens
        .iter()
        .try_for_each(|(kind, screen)| write(&out.join(format!("{name}.{kind}.json")), screen.to_string().as_bytes()))
}

/// Reads a ladder, or a translation with the ladder beside it that it extends.
fn read(path: &Path) -> Result<Reading, String> {
    let text = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let name = path.to_string_lossy();
    let source = text(path)?;
    let own = Source { name: &name, text: &source };
    let Some(base) = format::missing_base(&[own]) else { return Ok(format::read_chain(&[own])) };
    let path = path.with_file_name(format!("{}.json", base.base));
    let (name, source) = (path.to_string_lossy(), text(&path)?);
    Ok(format::read_chain(&[Source { name: &name, text: &source }, own]))
}

/// A reader who presses Next before the program has loaded gets one of this many seeds, from 0 up.
const SEEDS: usize = 32;

/// The question that most titles lead to, with all that the loader needs to show it; `None` if some title ends the quiz.
///
/// - `screen` is the tree of the question without the texts of its answers.
/// - `snapshots` has the snapshot after each title, and after skipping. It is empty for a title that leads to another question.
/// - `options` has the texts of the answers, and an empty one: the last option has its words in the tree.
/// - `orders` has, for each seed, the indices of the options in the order in which they are shown.
fn next_question(loaded: &LoadedLadder, catalog: Catalog) -> Option<Value> {
    let titles = loaded.ladder.rung_ids().map(Some).chain([None]);
    let nexts: Option<Vec<(QuestionId, String)>> = titles.map(|title| after_title(loaded, title)).collect();
    let nexts = nexts?;
    let count = |one: &&(QuestionId, String)| nexts.iter().filter(|other| other.0 == one.0).count();
    let (id, snapshot) = nexts.iter().max_by_key(count)?;
    let question = loaded.ladder.question(*id);
    let orders = (0..SEEDS).map(|seed| digits(&options(&seed.to_string(), question)));
    let mut silent = loaded.ladder.clone().into_parts();
    silent.questions[id.index()].answers.iter_mut().for_each(|answer| answer.say = Default::default());
    let screen = render(&Rc::new(LoadedLadder::new(Ladder::new(silent))), catalog, true, snapshot);
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
fn render(loaded: &Rc<LoadedLadder>, catalog: Catalog, starts_with_quiz: bool, snapshot: &str) -> Value {
    let (seed, link, device) = Default::default();
    let instance = Instance {
        key: 0,
        loaded: loaded.clone(),
        seed,
        catalog,
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
