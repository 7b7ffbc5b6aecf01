//! How long things take. Nothing is checked here: times depend on the machine.

use crate::{
    console::{say, step},
    process::run,
    project::Project,
    setup::Tools,
};
use anyhow::Result;

/// Builds the native program as it is shipped, and prints the times.
pub(crate) fn report(project: &Project, tools: &Tools) -> Result<()> {
    step("career-ladder, the native program", |step| {
        let mut cargo = project.cargo();
        cargo.args(["build", "--release", "--package", "career-ladder", "--bin", "career-ladder"]);
        run(step, cargo.args(["--no-default-features", "--features", "cli"])).map(drop)
    })?;
    let engine = step("bench of the engine", |step| {
        let mut cargo = project.cargo();
        cargo.args(["run", "--quiet", "--release", "--package", "career-ladder", "--bin", "steps"]);
        run(step, cargo.args(["--no-default-features", "--features", "cli"]))
    })?;
    let printed = step("bench", |step| {
        let mut cargo = project.cargo();
        cargo.args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench"]);
        cargo.env("CAREER_LADDER_CHECK", project.root().join("target/release/career-ladder"));
        cargo.env("CAREER_LADDER_DIST", project.dist());
        cargo.env("GECKODRIVER", &tools.checkers()?.geckodriver);
        run(step, &mut cargo)
    })?;
    say(&format!("\n{}\n{}", engine.stdout, printed.stdout));
    Ok(())
}
