//! What cargo itself can check.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use std::process::Command;

/// What is compiled inside of Yew, so that no package of ours lists it.
const RENDERER: &str = "renderer/src/mod.rs";

/// Every source is formatted.
pub(super) fn format(project: &Project, step: &Step) -> Result<()> {
    run(step, project.cargo().args(["fmt", "--all", "--check", "--", "--color", "never", RENDERER]))
        .map(drop)
        .with_context(|| format!("`cargo fmt --all -- {RENDERER}` formats it"))
}

/// No lint fires in any crate.
pub(super) fn lints(project: &Project, step: &Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    run(step, &mut cargo).map(drop)
}

/// No lint fires in what is compiled to wasm.
pub(super) fn wasm_lints(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    let mut clippy = tools.compiler.clippy(project);
    clippy.args(["--package", "career-ladder", "--lib"]);
    // As the build does, which has compiled the standard library that way.
    clippy.arg("--release");
    clippy.args(["--target", "wasm32-unknown-unknown", "--target-dir"]).arg(project.wasm_target());
    clippy.args(["--", "-D", "warnings"]);
    run(step, &mut clippy).map(drop)
}

/// Every link of the documentation leads somewhere.
pub(super) fn documentation(project: &Project, step: &Step) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-D warnings");
    run(step, &mut cargo).map(drop)
}

/// The tests that `selection` names.
pub(super) fn test(project: &Project, selection: &[&str]) -> Command {
    let mut cargo = project.cargo();
    cargo.arg("test").args(selection);
    cargo
}
