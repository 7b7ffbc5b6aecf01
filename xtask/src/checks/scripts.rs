//! Checks scripts of `www/` that need no browser.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::Result;
use std::process::Command;

/// The storage of dated copies, and the reading of the picture's SVG file.
const TESTS: [&str; 2] = ["tests/copies.mjs", "tests/svg-tree.mjs"];

/// Runs each test; one that fails throws.
pub(super) fn check(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    for test in TESTS {
        let mut node = Command::new(&tools.node);
        run(step, node.current_dir(project.root()).arg(test))?;
    }
    Ok(())
}
