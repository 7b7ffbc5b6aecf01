//! Compares whole pages in Chromium, ours and others; `bench/run.mjs` measures them and writes the results.

use super::Suite;
use crate::{cache::sha256, console::step, process::run, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use std::{fs, num::NonZeroU32, path::Path, process::Command};

/// Inside `node_modules`, so that both are deleted together.
const INSTALLED_FROM: &str = ".installed-from";

/// Measures these suites and writes all results, `steps` among them. Returns the text to print.
pub(super) fn measure(
    project: &Project,
    tools: &Tools,
    suites: &[Suite],
    rounds: NonZeroU32,
    steps: Option<&str>,
) -> Result<String> {
    let bench = project.root().join("bench");
    packages(&bench)?;
    let mut node = Command::new(&tools.node);
    node.arg(bench.join("run.mjs")).arg("--dist").arg(project.dist()).args(["--rounds", &rounds.to_string()]);
    if let Some(steps) = steps {
        let file = project.root().join("target/bench-steps.txt");
        fs::write(&file, steps).with_context(|| format!("cannot write {}", file.display()))?;
        node.arg("--steps").arg(file);
    }
    node.args(suites.iter().filter(|suite| **suite != Suite::Steps).map(|suite| suite.name()));
    step("bench of whole pages", |step| Ok(run(step, &mut node)?.stdout))
}

/// Installs the packages of the bench if its lock file has changed since the last time.
fn packages(bench: &Path) -> Result<()> {
    let lock = fs::read(bench.join("package-lock.json")).context("cannot read bench/package-lock.json")?;
    let hash = sha256(&lock);
    let stamp = bench.join("node_modules").join(INSTALLED_FROM);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == hash) {
        return Ok(());
    }
    step("npm packages of the bench", |step| {
        run(step, Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(bench))?;
        fs::write(&stamp, &hash)?;
        Ok(())
    })
}
