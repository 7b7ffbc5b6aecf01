//! The command-line program, for the machine that makes the packages.

use crate::{console::Step, process::run, project::Project};
use anyhow::Result;
use std::{env::consts, fs, path::Path};

/// Compiles `career-ladder` and puts it into `target`.
pub(crate) fn pack(project: &Project, step: &Step, version: &str, target: &Path) -> Result<()> {
    // The release profile of the workspace is made for the wasm.
    let folder = project.root().join("target/program");
    let mut cargo = project.cargo();
    cargo.args(["build", "--quiet", "--release", "--package", "career-ladder-cli", "--target-dir"]).arg(&folder);
    cargo.args([
        "--config",
        "profile.release.opt-level=3",
        "--config",
        "profile.release.codegen-units=16",
        "--config",
        "profile.release.lto=\"thin\"",
    ]);
    run(step, &mut cargo)?;
    let (os, arch, end) = (consts::OS, consts::ARCH, consts::EXE_SUFFIX);
    let name = format!("career-ladder-{version}-{os}-{arch}{end}");
    fs::copy(folder.join("release").join(format!("career-ladder{end}")), target.join(name))?;
    Ok(())
}
