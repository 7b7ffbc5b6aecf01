//! Tests the recipes: sites are built from the packages with each publishing system, and the quiz is done on them in a
//! browser. `recipes/run.mjs` does the work.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::Result;
use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

/// Where the sites are built.
fn work(project: &Project) -> PathBuf {
    project.root().join("target/systems")
}

fn runner(project: &Project, tools: &Tools) -> Command {
    let mut node = Command::new(&tools.node);
    node.current_dir(project.root()).arg("recipes/run.mjs");
    node.arg("--packages").arg(project.root().join("target/package")).arg("--work").arg(work(project));
    node
}

/// Tests the recipes with these names, or all, and prints a table. The packages must have been made.
pub(crate) fn test(project: &Project, tools: &Tools, names: &[String]) -> Result<()> {
    let status = runner(project, tools).args(names).stdin(Stdio::null()).status()?;
    anyhow::ensure!(status.success(), "a recipe does not work; the table above says which");
    Ok(())
}

/// Tests the few recipes that every change has to pass.
pub(crate) fn test_some(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    run(step, runner(project, tools).arg("--ci")).map(drop)
}
