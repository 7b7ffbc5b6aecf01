//! Compiles a program to wasm.

use super::yew::Yew;
use crate::{console::Step, process::run, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use toml::Value;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The size of the stack, in bytes; the linker would give it 1 MiB. `tests/browser/tests/stack.rs` measures how much is
/// used: 30 KB by the reader at the deepest JSON, 4 KB by the widget on the largest ladder, 16 KB with plain Yew. The
/// linker puts the stack at the beginning of the memory, so an overflow traps instead of overwriting data.
const STACK: usize = 128 << 10;

/// A program that is compiled to wasm.
#[derive(Clone, Debug)]
pub(crate) enum Program {
    /// The widget, with the Yew that it is compiled with.
    Widget(Yew),
    /// The reader of a site owner's own ladder file.
    Reader,
    /// The code that few readers need, fetched at its first use.
    Extras,
}

/// The wasm as the compiler leaves it.
pub(crate) fn compile(project: &Project, tools: &Tools, step: &Step, program: &Program) -> Result<Vec<u8>> {
    let (package, file) = match program {
        Program::Widget(_) => ("career-ladder", "career_ladder.wasm"),
        Program::Reader => ("career-ladder-reader", "career_ladder_reader.wasm"),
        Program::Extras => ("career-ladder-extras", "career_ladder_extras.wasm"),
    };
    let mut cargo = tools.compiler.cargo(project);
    if let Program::Widget(Yew::Patched(folder)) = program {
        cargo.args(override_with(folder)?);
    }
    cargo.args(["rustc", "--package", package, "--lib"]);
    // Named here, not in Cargo.toml: beside an rlib the link-time optimisation is lost.
    let target = target_folder(project, step, program)?;
    cargo.args(["--crate-type", "cdylib", "--release", "--target", TARGET, "--target-dir"]).arg(&target);
    // Made for speed, this pass of LLVM's gives loops more variables than they need.
    cargo.args(["--", "-Cllvm-args=-disable-lsr"]).arg(format!("-Clink-arg=-zstack-size={STACK}"));
    let printed = run(step, &mut cargo)?;
    if !printed.both.contains(" Compiling ") {
        step.note("unchanged");
    }
    let file = target.join(TARGET).join("release").join(file);
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// Plain Yew has a target folder of its own: in a common one the two widgets would be linked anew at every change from
/// one to the other. It begins as a copy, so that the standard library need not be compiled once more.
fn target_folder(project: &Project, step: &Step, program: &Program) -> Result<PathBuf> {
    let ordinary = project.wasm_target();
    if !matches!(program, Program::Widget(Yew::Published { .. })) {
        return Ok(ordinary);
    }
    let own = ordinary.with_file_name("wasm-plain-yew");
    if ordinary.exists() && !own.exists() {
        let unfinished = ordinary.with_file_name("wasm-plain-yew.unfinished");
        run(step, Command::new("rm").args(["-r", "-f"]).arg(&unfinished))?;
        run(step, Command::new("cp").arg("--archive").args([&ordinary, &unfinished]))?;
        fs::rename(unfinished, &own)?;
    }
    Ok(own)
}

/// The arguments by which cargo takes the crate in `folder` instead of the one of the same name that it fetched.
/// `Cargo.lock` stays as it is.
pub(crate) fn override_with(folder: &Path) -> Result<[String; 2]> {
    let paths = Value::from(vec![folder.to_str().context("the path of this folder is not UTF-8")?]);
    Ok(["--config".to_owned(), format!("paths={paths}")])
}
