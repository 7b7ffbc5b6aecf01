//! Compiling the wasm.

use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use std::{fs, path::PathBuf};
use toml::Value;

const TARGET: &str = "wasm32-unknown-unknown";

/// A program that is compiled to wasm.
#[derive(Clone, Debug)]
pub(crate) enum Program {
    /// The widget.
    Widget {
        /// The folder of the Yew that it gets.
        yew: PathBuf,
    },
    /// What reads a site owner's own ladder.
    Reader,
}

/// The wasm as the compiler leaves it.
pub(crate) fn compile(project: &Project, tools: &Tools, step: &Step, program: &Program) -> Result<Vec<u8>> {
    let (package, file) = match program {
        Program::Widget { .. } => ("career-ladder", "career_ladder.wasm"),
        Program::Reader => ("career-ladder-reader", "career_ladder_reader.wasm"),
    };
    let mut cargo = tools.compiler.cargo(project);
    if let Program::Widget { yew } = program {
        // In the place of the one that was fetched; Cargo.lock stays as it is.
        let paths = Value::from(vec![yew.to_str().context("the path of this folder is not UTF-8")?]);
        cargo.arg("--config").arg(format!("paths={paths}"));
    }
    cargo.args(["rustc", "--package", package, "--lib"]);
    // Named here, not in Cargo.toml: beside an rlib the link-time optimisation is lost.
    cargo.args(["--crate-type", "cdylib", "--release", "--target", TARGET, "--target-dir"]).arg(project.wasm_target());
    // Made for speed, this pass of LLVM's gives loops more variables than they need.
    cargo.args(["--", "-Cllvm-args=-disable-lsr"]);
    let printed = run(step, &mut cargo)?;
    if !printed.both.contains(" Compiling ") {
        step.note("unchanged");
    }
    let file = project.wasm_target().join(TARGET).join("release").join(file);
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}
