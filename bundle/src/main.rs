//! Packs ladder files and catalogs for the wasm, and prerenders the first screens of the ladders.
//!
//! `bundle --out DIR FOLDER/languages/*.json FOLDER/ladders/*.json` writes a file for each catalog but the English one, and
//! up to five for each ladder, named like its source:
//!
//! - `<tag>.words` is the packed catalog of a language, and `extras.json` has the English words of the extras.
//! - `<name>.ladder` is the packed ladder.
//! - `<name>.ladder.json` is a list with the tree of the ladder's screen, and the loader's texts.
//! - `<name>.quiz.json` is a list with the tree of the first question, the loader's texts, and the question after the first
//!   one. A ladder without questions has no such file. The last item is left out if some title ends the quiz.
//! - `<name>.html` is a fragment of HTML with the whole ladder to read.
//! - `pages/` has the pages with their paths in `dist/`: `product/index.html`, and of a translation `de/product/index.html`.

mod edition;
mod languages;
mod page;
mod readable;
mod tree;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use career_ladder::app::{Instance, first_screen};
use career_ladder::catalog::Catalog;
use career_ladder_core::ladder::{Ladder, QuestionId, RungId, pack};
use career_ladder_core::quiz::options;
use career_ladder_core::state::{Action, LoadedLadder, Phase, QuizStep, State};
use edition::Edition;
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
    create(&out)?;
    let (catalogs, ladders): (Vec<_>, Vec<_>) = arguments
        .iter()
        .map(Path::new)
        .partition(|path| path.parent().is_some_and(|folder| folder.ends_with("languages")));
    let languages = catalogs.iter().map(|path| languages::read(path)).collect::<Result<Vec<_>, _>>()?;
    for language in &languages {
        language.files().iter().try_for_each(|(name, text)| write(&out.join(name), text.as_bytes()))?;
    }
    let mut editions = ladders.iter().map(|path| Edition::read(path, &languages)).collect::<Result<Vec<_>, _>>()?;
    // The pages list them in this order.
    editions.sort_by(|one, other| one.ladder.lang.cmp(&other.ladder.lang));
    editions.iter().try_for_each(|edition| {
        let of_same_ladder: Vec<_> = editions.iter().filter(|other| other.ladder.id == edition.ladder.id).collect();
        bundle(edition, &of_same_ladder, &out)
    })
}

fn bundle(edition: &Edition<'_>, editions: &[&Edition<'_>], out: &Path) -> Result<(), String> {
    let Edition { name, ladder, catalog, language, .. } = edition;
    write(&out.join(format!("{name}.ladder")), &pack(ladder))?;
    write(&out.join(format!("{name}.html")), readable::readable(edition).into_string().as_bytes())?;
    let folder = out.join("pages").join(edition.folder());
    create(&folder)?;
    write(&folder.join(page::FILE), page::page(edition, editions).as_bytes())?;
    let (catalog, texts) = (*catalog, language.loader_texts());
    let loaded = Rc::new(LoadedLadder::new(ladder.clone()));
    let mut screens = vec![("ladder", json!([render(&loaded, catalog, false, ""), texts]))];
    if !loaded.quiz.is_empty() {
        let question = [render(&loaded, catalog, true, ""), json!(texts)];
        screens.push(("quiz", question.into_iter().chain(next_question(&loaded, catalog)).collect()));
    }
    screens
        .iter()
        .try_for_each(|(kind, screen)| write(&out.join(format!("{name}.{kind}.json")), screen.to_string().as_bytes()))
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

fn create(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
