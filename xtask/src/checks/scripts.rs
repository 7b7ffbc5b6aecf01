//! Checks scripts of `www/` that need no browser.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::Result;
use std::process::Command;

/// Runs `tests/copies.mjs`, which stores dated copies in storages of its own.
pub(super) fn check(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    let mut node = Command::new(&tools.node);
    run(step, node.current_dir(project.root()).arg("tests/copies.mjs")).map(drop)
}
