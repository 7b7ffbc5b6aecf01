//! Builds, measures, serves and checks the widget: `cargo xtask help` lists the commands.
//!
//! Modules in reading order:
//!
//! - [`cli`] parses the command line.
//! - [`setup`] installs the programs that the rest needs.
//! - [`build`] turns the sources into `dist/`; [`size`] weighs it and [`serve`] serves it.
//! - [`mod@package`] makes what people download; [`systems`] tries it with publishing systems.
//! - [`mod@bench`] measures, and [`checks`] runs everything that a change has to pass.
//!
//! All of them use [`project`] (where files are), [`console`] and [`process`] (running programs as named steps) and
//! [`cache`] (doing nothing twice).

mod bench;
mod build;
mod cache;
mod checks;
mod cli;
mod console;
mod package;
mod process;
mod project;
mod serve;
mod setup;
mod size;
mod systems;

use anyhow::Result;
use build::Renderer;
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
                // The first line once more, since the error may be many screens long.
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
        Command::Build { renderer, base } => {
            let tools = setup::prepare(&project, Goal::Build)?;
            build::build_with_base(&project, &tools, renderer, &project.dist(), &base)?;
        }
        Command::Size(renderer) => {
            let tools = setup::prepare(&project, Goal::Build)?;
            let built = build::build(&project, &tools, renderer, &project.dist())?;
            size::report(&project, &built)?;
        }
        Command::Serve { port } => {
            let tools = setup::prepare(&project, Goal::Build)?;
            build::build(&project, &tools, Renderer::Small, &project.dist())?;
            serve::serve(&project.dist(), port)?;
        }
        Command::Package => {
            let tools = setup::prepare(&project, Goal::Build)?;
            package::package(&project, &tools)?;
        }
        Command::Systems { names } => {
            let tools = setup::prepare(&project, Goal::Test)?;
            package::package(&project, &tools)?;
            systems::test(&project, &tools, &names)?;
        }
        Command::Bench { suite, rounds } => {
            let tools = setup::prepare(&project, Goal::Test)?;
            build::build(&project, &tools, Renderer::Small, &project.dist())?;
            bench::report(&project, &tools, suite, rounds)?;
        }
        Command::Test => {
            let tools = setup::prepare(&project, Goal::Test)?;
            checks::run(&project, &tools)?;
        }
    }
    Ok(())
}
