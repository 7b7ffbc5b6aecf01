//! Checks the pages of the ladders in `dist/`.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::Result;
use std::process::Command;

/// Runs `tests/pages.mjs`, which parses them as browsers do and follows their addresses.
pub(super) fn check(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    let mut node = Command::new(&tools.node);
    node.current_dir(project.root()).arg("tests/pages.mjs").arg(project.dist());
    run(step, &mut node).map(drop)
}
