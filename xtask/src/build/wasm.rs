//! Compiling the wasm.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use std::fs;

const TARGET: &str = "wasm32-unknown-unknown";

/// The wasm as the compiler leaves it.
pub(crate) fn compile(project: &Project, tools: &Tools, step: &Step) -> Result<Vec<u8>> {
    let mut cargo = tools.compiler.cargo(project);
    cargo.args(["rustc", "--package", "career-ladder", "--lib", "--no-default-features", "--features", "web"]);
    // Named here, not in Cargo.toml: beside an rlib the link-time optimisation is lost.
    cargo.args(["--crate-type", "cdylib", "--release", "--target", TARGET, "--target-dir"]).arg(project.wasm_target());
    let printed = run(step, &mut cargo)?;
    if !printed.both.contains(" Compiling ") {
        step.note("unchanged");
    }
    let file = project.wasm_target().join(TARGET).join("release/career_ladder.wasm");
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}
