//! What the build needs of each ladder: its packed form, and its first screens as markup.
//!
//! `bundle --out DIR LADDER.json…` writes `<id>.ladder`, `<id>.ladder.html` and `<id>.quiz.html`; and, of the question that
//! comes behind the title, `<id>.then.html` and `<id>.then.json`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use career_ladder::content;
use career_ladder::ladder::{QuestionId, RungId, pack};
use career_ladder::quiz::order;
use career_ladder::state::{Action, Course, Phase, State, Step};
use career_ladder::view::{App, ENGLISH, Instance, Props};
use serde_json::{Value, json};
use yew::{Callback, LocalServerRenderer};

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
    let reading = content::read(&text);
    let lines: Vec<String> = reading.problems.iter().map(|problem| format!("{}:{problem}", path.display())).collect();
    let ladder = reading.ladder.ok_or_else(|| lines.join("\n"))?;
    lines.iter().for_each(|warning| eprintln!("{warning}"));
    let id = ladder.id.clone();
    write(&out.join(format!("{id}.ladder")), &pack(&ladder))?;
    let course = Course::new(ladder, String::new());
    write(&out.join(format!("{id}.ladder.html")), render(&course, false, "").as_bytes())?;
    write(&out.join(format!("{id}.quiz.html")), render(&course, true, "").as_bytes())?;
    let Some(Then { html, facts }) = then(&course) else { return Ok(()) };
    write(&out.join(format!("{id}.then.html")), html.as_bytes())?;
    write(&out.join(format!("{id}.then.json")), facts.to_string().as_bytes())
}

/// Who goes on before the program is there has one of so many seeds, from 0 up.
const SEEDS: usize = 32;

/// The question behind the one for the title.
struct Then {
    /// The screen, without the answers.
    html: String,
    /// `kept`: for each title, and for passing the question over, what is kept of the way there, or nothing if the way leads
    /// elsewhere. `says`: the answers. `orders`: for each seed, the places of the answers in the order to show them.
    facts: Value,
}

/// The question that most titles lead to; nothing where the quiz ends before.
fn then(course: &Course) -> Option<Then> {
    let titles = course.ladder.rung_ids().map(Some).chain([None]);
    let ways: Option<Vec<(QuestionId, String)>> = titles.map(|title| behind(course, title)).collect();
    let ways = ways?;
    let most = |one: &&(QuestionId, String)| ways.iter().filter(|other| other.0 == one.0).count();
    let (id, kept) = ways.iter().max_by_key(most)?;
    let question = course.ladder.question(*id);
    let orders = (0..SEEDS).map(|seed| digits(&order(&seed.to_string(), &question.id, question.answers.len())));
    let mut silent = course.ladder.clone();
    silent.questions[id.index()].answers.iter_mut().for_each(|answer| answer.say = Default::default());
    Some(Then {
        html: render(&Course::new(silent, String::new()), true, kept),
        facts: json!({
            "kept": ways.iter().map(|way| if way.0 == *id { &*way.1 } else { "" }).collect::<Vec<_>>(),
            "says": question.answers.iter().map(|answer| &*answer.say).collect::<Vec<_>>(),
            "orders": orders.collect::<Vec<_>>(),
        }),
    })
}

/// The question that a title leads to, and what is then kept.
fn behind(course: &Course, title: Option<RungId>) -> Option<(QuestionId, String)> {
    let mut state = State::new(course, true);
    match title {
        Some(title) => {
            state.apply(course, Action::TitleChosen(title));
            state.apply(course, Action::NextPressed);
        }
        None => drop(state.apply(course, Action::SkipPressed)),
    }
    let Phase::Quizzing(quizzing) = &state.phase else { return None };
    let Step::Question(asked) = quizzing.shown() else { return None };
    Some((asked.question, state.kept(course)))
}

/// Places below ten, one digit each.
fn digits(places: &[usize]) -> String {
    places.iter().map(ToString::to_string).collect()
}

/// A screen, as the widget itself will show it.
fn render(course: &Rc<Course>, quiz: bool, kept: &str) -> String {
    let (course, kept) = (course.clone(), kept.to_owned());
    let (link, keeping) = Default::default();
    let instance = Instance { key: 0, course, words: &ENGLISH, quiz, kept, link, keeping, hear: Callback::noop() };
    let renderer = LocalServerRenderer::<App>::with_props(Props { instance: Some(instance) }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without any driver");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
