//! Checks scripts of `www/` that need no browser, and what the npm package says of the element.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::Result;
use std::process::Command;

/// The storage of dated copies, the reading of the picture's SVG file, and the manifest of the npm package.
const TESTS: [&str; 3] = ["tests/copies.mjs", "tests/svg-tree.mjs", "tests/custom-elements.mjs"];

/// Runs each test; one that fails throws.
pub(super) fn check(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    for test in TESTS {
        let mut node = Command::new(&tools.node);
        run(step, node.current_dir(project.root()).arg(test))?;
    }
    Ok(())
}
