//! The checks that cargo does itself.

use crate::{build::TARGET, console::Step, process::run, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use std::process::Command;

/// Compiled as a part of Yew, so that no package of ours has these modules.
const RENDERER: &str = "renderer/src/browser/mod.rs";

/// Checks that every source is formatted.
pub(super) fn format(project: &Project, step: &Step) -> Result<()> {
    run(step, project.cargo().args(["fmt", "--all", "--check", "--", "--color", "never", RENDERER]))
        .map(drop)
        .with_context(|| format!("`cargo fmt --all -- {RENDERER}` formats it"))
}

/// Checks that no lint fires in any crate.
pub(super) fn lints(project: &Project, step: &Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    run(step, &mut cargo).map(drop)
}

/// Checks that no lint fires in the widget and the extras as they are compiled to wasm.
pub(super) fn wasm_lints(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    let mut clippy = tools.compiler.clippy(project);
    clippy.args(["--package", "career-ladder", "--package", "career-ladder-extras", "--lib"]);
    // As the build does, which has compiled the standard library that way.
    clippy.arg("--release");
    clippy.args(["--target", TARGET, "--target-dir"]).arg(project.wasm_target());
    clippy.args(["--", "-D", "warnings"]);
    run(step, &mut clippy).map(drop)
}

/// Checks that every link of the documentation leads somewhere.
pub(super) fn documentation(project: &Project, step: &Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-D warnings");
    run(step, &mut cargo).map(drop)
}

/// The command that runs the tests of this selection.
pub(super) fn test(project: &Project, selection: &[&str]) -> Command {
    let mut cargo = project.cargo();
    cargo.arg("test").args(selection);
    cargo
}
