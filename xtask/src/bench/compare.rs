//! Whole pages in Chromium, ours beside others: `bench/run.mjs` measures them and writes the results.

use super::Part;
use crate::{cache::sha256, console::step, process::run, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use std::{fs, num::NonZeroU32, path::Path, process::Command};

/// Inside `node_modules`, so that it goes away together with what it speaks of.
const INSTALLED_FROM: &str = ".installed-from";

/// Measures these parts and writes all results that there are, `steps` among them; gives what is to be said of them.
pub(super) fn measure(
    project: &Project,
    tools: &Tools,
    parts: &[Part],
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
    node.args(parts.iter().filter(|part| **part != Part::Steps).map(|part| part.name()));
    step("bench of whole pages", |step| Ok(run(step, &mut node)?.stdout))
}

/// Installs the packages that only the bench needs, when its lock file is another one than last time.
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
