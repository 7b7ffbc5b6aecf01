//! Measures reading a ladder and single steps of the quiz, natively and in Chromium.

use crate::{console::step, process::run, project::Project, setup::Tools};
use anyhow::Result;

/// Builds the native program as it is shipped, and returns a table of the times.
pub(super) fn measure(project: &Project, tools: &Tools) -> Result<String> {
    step("career-ladder, the native program", |step| {
        let mut cargo = project.cargo();
        run(step, cargo.args(["build", "--release", "--package", "career-ladder-cli"])).map(drop)
    })?;
    let engine = step("bench of the engine", |step| {
        let mut cargo = project.cargo();
        run(step, cargo.args(["run", "--quiet", "--release", "--package", "career-ladder-simulate", "--bin", "steps"]))
    })?;
    let browser = step("bench of single steps", |step| {
        let mut cargo = project.cargo();
        cargo.args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench"]);
        cargo.env("CAREER_LADDER_CHECK", project.root().join("target/release/career-ladder"));
        cargo.env("CAREER_LADDER_DIST", project.dist());
        cargo.env("GECKODRIVER", &tools.checkers()?.geckodriver);
        run(step, &mut cargo)
    })?;
    Ok(format!("{}\n{}", engine.stdout, browser.stdout))
}
