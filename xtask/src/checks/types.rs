//! Checks the types for site owners by code with mistakes that they must find, and the types of our own scripts.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::Result;
use std::process::Command;

/// A page without any library.
const PLAIN: [&str; 9] =
    ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--types", "", "tests/types.ts"];

/// Pages with React, and our own scripts.
const PROJECTS: [&str; 3] = ["tests/react/18.json", "tests/react/19.json", "www/jsconfig.json"];

/// Runs the compiler of TypeScript over all of them.
pub(super) fn check(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    let projects = PROJECTS.map(|file| ["--project", file]);
    for arguments in std::iter::once(&PLAIN[..]).chain(projects.iter().map(|project| &project[..])) {
        let mut tsc = Command::new(&tools.node);
        tsc.current_dir(project.root()).arg(project.node_modules().join("typescript/bin/tsc")).args(arguments);
        run(step, &mut tsc)?;
    }
    Ok(())
}
