//! Makes sure that the machine has the programs that a command needs: looks, plans, installs. If all are there, that
//! takes a few look-ups.

mod compiler;
mod install;
mod machine;
mod plan;
mod search_path;

pub(crate) use compiler::WasmCompiler;
use machine::Machine;

use crate::project::Project;
use anyhow::{Context as _, Result, ensure};
use std::path::PathBuf;

/// The purpose of a set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// Building `dist/`.
    Build,
    /// Running every check, in browsers too.
    Test,
}

/// The programs that are there after the set-up.
#[derive(Debug)]
pub(crate) struct Tools {
    /// The compiler of the wasm.
    pub(crate) compiler: WasmCompiler,
    /// Runs the packages from npm.
    pub(crate) node: PathBuf,
    /// `None` after a set-up for a build.
    checkers: Option<Checkers>,
}

/// The programs that only the checks need.
#[derive(Debug)]
pub(crate) struct Checkers {
    /// Firefox's driver.
    pub(crate) geckodriver: PathBuf,
    /// The spelling checker.
    pub(crate) typos: PathBuf,
}

impl Tools {
    /// The programs of [`Goal::Test`].
    pub(crate) fn checkers(&self) -> Result<&Checkers> {
        self.checkers.as_ref().context("the machine was set up for a build alone")
    }
}

/// Installs the programs that are missing for `goal`, or fails with the command to run.
pub(crate) fn prepare(project: &Project, goal: Goal) -> Result<Tools> {
    let mut machine = Machine::look(project);
    let missing = plan::missing(&machine, goal);
    if !missing.is_empty() {
        plan::refuse_unless_installable(&machine, &missing)?;
        install::install(project, &missing)?;
        machine = Machine::look(project);
        let left = plan::missing(&machine, goal);
        ensure!(left.is_empty(), "still missing after the set-up: {}", plan::names(&left));
    }
    install::node_packages(project)?;
    Ok(Tools {
        compiler: machine.compiler.context("no compiler for wasm")?,
        node: machine.node.context("no node")?,
        checkers: match goal {
            Goal::Build => None,
            Goal::Test => Some(Checkers {
                geckodriver: machine.geckodriver.context("no geckodriver")?,
                typos: machine.typos.context("no typos")?,
            }),
        },
    })
}
