//! Builds, measures, serves and checks the widget: `cargo xtask help` lists the commands.
//!
//! Modules in reading order: [`setup`] makes sure that the machine has what the rest needs, [`build`] turns the
//! sources into `dist/`, [`size`] weighs that, [`serve`] shows it and [`checks`] is everything a change has to pass.
//! Below them lie [`project`] (where things are), [`process`] and [`console`] (running programs as named steps)
//! and [`cache`] (doing nothing twice).

mod bench;
mod build;
mod cache;
mod checks;
mod cli;
mod console;
mod process;
mod project;
mod serve;
mod setup;
mod size;

use anyhow::Result;
use cli::Command;
use console::say;
use project::Project;
use setup::Goal;
use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = cli::parse(std::env::args_os().skip(1).collect()).and_then(run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            console::complain(&format!("\nerror: {error:#}"));
            if error.chain().len() > 1 {
                // Once more, since the error may be many screens long.
                console::complain(&format!("\nfailed: {error}"));
            }
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let project = Project::find()?;
    match command {
        Command::Help => say(cli::HELP),
        Command::Build => {
            let tools = setup::prepare(&project, Goal::Build)?;
            build::build(&project, &tools)?;
        }
        Command::Size => {
            let tools = setup::prepare(&project, Goal::Build)?;
            let built = build::build(&project, &tools)?;
            size::report(&project, &built)?;
        }
        Command::Serve { port } => {
            let tools = setup::prepare(&project, Goal::Build)?;
            build::build(&project, &tools)?;
            serve::serve(&project.dist(), port)?;
        }
        Command::Bench { part, rounds } => {
            let tools = setup::prepare(&project, Goal::Test)?;
            build::build(&project, &tools)?;
            bench::report(&project, &tools, part, rounds)?;
        }
        Command::Test => {
            let tools = setup::prepare(&project, Goal::Test)?;
            checks::run(&project, &tools)?;
        }
    }
    Ok(())
}
