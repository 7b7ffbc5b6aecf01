//! `career-ladder simulate`: prints how well the quiz places simulated readers.

mod report;

use std::io::{IsTerminal as _, Write as _, stderr};
use std::process::ExitCode;

use career_ladder_simulate::simulate;
use pico_args::Arguments;

use super::{chain, file};

/// Readers per scenario, unless `--people` says otherwise.
const PEOPLE: usize = 3_000;

/// More readers are refused: they would take hours, and the figures would not get more precise in practice.
const MAX_PEOPLE: usize = 1_000_000;

pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let options = arguments
        .opt_value_from_str::<_, usize>("--people")
        .and_then(|people| Ok((people, arguments.opt_value_from_str::<_, u64>("--seed")?)));
    let (people, seed) = match options {
        Ok((people, seed)) => (people.unwrap_or(PEOPLE), seed.unwrap_or(1)),
        Err(error) => return super::misuse(&format!("`--people` and `--seed` take whole numbers: {error}")),
    };
    if !(1..=MAX_PEOPLE).contains(&people) {
        return super::misuse(&format!("`simulate` takes 1 to {MAX_PEOPLE} people, not {people}"));
    }
    let files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`simulate` has no option `{option}`"));
    }
    let [file] = &files[..] else {
        return super::misuse("`simulate` needs one file");
    };
    let Some(ladder) = chain::ladder(file) else { return ExitCode::FAILURE };
    let report = simulate(&ladder, people, seed, &show_progress);
    if stderr().is_terminal() {
        // Over the progress.
        let _ = write!(stderr(), "\r        \r");
    }
    match report {
        Some(report) => super::print(&report::render_report(&ladder, &report, people, seed)),
        None => {
            print_error!("{}: has no questions, so there is no quiz to simulate", file.to_string_lossy());
            ExitCode::FAILURE
        }
    }
}

/// On a terminal, shows how far the simulation is.
fn show_progress(done: f64) {
    if stderr().is_terminal() {
        let _ = write!(stderr(), "\r{:>5.0} % ", done * 100.0);
    }
}
