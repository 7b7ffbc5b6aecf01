//! Installs the programs of the plan. Nothing comes through rustup.

use super::plan::{self, Missing};
use crate::{
    cache::sha256,
    console::{say, step},
    process::run,
    project::Project,
};
use anyhow::{Context as _, Result};
use std::{fs, process::Command};

const GECKODRIVER: &str = "0.37.1";
const TYPOS: &str = "1.52.0";
/// Inside `node_modules`, so that both are deleted together.
const INSTALLED_FROM: &str = ".installed-from";

/// Installs the missing programs.
pub(super) fn install(project: &Project, missing: &[Missing]) -> Result<()> {
    let packages = plan::packages(missing);
    if !packages.is_empty() {
        install_packages(&packages)?;
    }
    for missing in missing {
        match missing {
            Missing::Package(_) => {}
            Missing::Geckodriver => install_geckodriver(project)?,
            Missing::Typos => install_typos(project)?,
        }
    }
    Ok(())
}

fn install_packages(packages: &[&str]) -> Result<()> {
    say(&format!("       installing the Debian packages {}", packages.join(" ")));
    step("Debian packages", |step| {
        run(step, apt_get().arg("update"))?;
        run(step, apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages))?;
        Ok(())
    })
}

fn apt_get() -> Command {
    let mut apt_get = Command::new("apt-get");
    // A machine that has just started may be installing something else.
    apt_get.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    apt_get
}

fn install_geckodriver(project: &Project) -> Result<()> {
    step("geckodriver (compiling takes some minutes)", |step| {
        let mut cargo = project.cargo();
        // Without optimisation it compiles in half the time, and the browser still takes far longer for each command.
        cargo.args(["install", "geckodriver", "--debug", "--locked", "--version", GECKODRIVER, "--root"]);
        cargo.arg(project.tools()).env("CARGO_PROFILE_DEV_DEBUG", "0");
        run(step, &mut cargo)?;
        Ok(())
    })
}

fn install_typos(project: &Project) -> Result<()> {
    step("typos", |step| {
        let environment = project.tools().join("typos");
        run(step, Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
        let mut pip = Command::new(environment.join("bin/python"));
        run(step, pip.args(["-m", "pip", "install", "--quiet", &format!("typos=={TYPOS}")]))?;
        Ok(())
    })
}

/// Installs the packages of the lock file if it has changed since the last time.
pub(super) fn node_packages(project: &Project) -> Result<()> {
    let lock = fs::read(project.root().join("package-lock.json")).context("cannot read package-lock.json")?;
    let hash = sha256(&lock);
    let stamp = project.node_modules().join(INSTALLED_FROM);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == hash) {
        return Ok(());
    }
    step("npm packages", |step| {
        // No package may run scripts, except the one that puts esbuild's program in place.
        run(step, Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(project.root()))?;
        run(step, Command::new("node").arg("node_modules/esbuild/install.js").current_dir(project.root()))?;
        fs::write(&stamp, &hash)?;
        Ok(())
    })
}
