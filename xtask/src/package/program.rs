//! The command-line program, for the machine that makes the packages.

use crate::{console::Step, process::run, project::Project};
use anyhow::Result;
use std::{env::consts, fs, path::Path};

/// How the program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// To be downloaded.
    Release,
    /// As the tests have compiled it already.
    Debug,
}

/// Compiles `career-ladder` and puts it into `target`.
pub(crate) fn pack(project: &Project, step: &Step, profile: Profile, version: &str, target: &Path) -> Result<()> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--quiet", "--package", "career-ladder-cli"]);
    let mut folder = project.root().join("target");
    if profile == Profile::Release {
        // The release profile of the workspace is made for the wasm.
        folder.push("program");
        cargo.args(["--release", "--config", "profile.release.opt-level=3"]);
        cargo.args(["--config", "profile.release.codegen-units=16", "--config", "profile.release.lto=\"thin\""]);
        cargo.arg("--target-dir").arg(&folder);
    }
    run(step, &mut cargo)?;
    let (os, arch, end) = (consts::OS, consts::ARCH, consts::EXE_SUFFIX);
    let built = folder.join(if profile == Profile::Release { "release" } else { "debug" });
    let name = format!("career-ladder-{version}-{os}-{arch}{end}");
    fs::copy(built.join(format!("career-ladder{end}")), target.join(name))?;
    Ok(())
}
