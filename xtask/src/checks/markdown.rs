//! Checks that the examples of the README can be pasted into Markdown.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::Result;
use std::process::Command;

/// Runs `tests/markdown.mjs`, which renders them by several processors and compares the elements.
pub(super) fn check(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    let mut node = Command::new(&tools.node);
    run(step, node.current_dir(project.root()).arg("tests/markdown.mjs")).map(drop)
}
