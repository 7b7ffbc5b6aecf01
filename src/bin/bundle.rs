//! What the build needs of each ladder: its packed form, and its first screens as markup.
//!
//! `bundle --out DIR LADDER.json…` writes `<id>.ladder`, `<id>.ladder.html` and `<id>.quiz.html`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use career_ladder::content;
use career_ladder::ladder::{Ladder, pack};
use career_ladder::state::Course;
use career_ladder::view::{App, ENGLISH, Instance, Props};
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
    write(&out.join(format!("{id}.ladder.html")), render(ladder.clone(), false).as_bytes())?;
    write(&out.join(format!("{id}.quiz.html")), render(ladder, true).as_bytes())
}

/// A first screen, as the widget itself will show it. Answers come in the order of an empty seed.
fn render(ladder: Ladder, quiz: bool) -> String {
    let course = Course::new(ladder, String::new());
    let (kept, link, keeping) = Default::default();
    let instance = Instance { key: 0, course, words: &ENGLISH, quiz, kept, link, keeping, hear: Callback::noop() };
    let renderer = LocalServerRenderer::<App>::with_props(Props { instance: Some(instance) }).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without any driver");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
