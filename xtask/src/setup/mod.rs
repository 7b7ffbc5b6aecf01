//! What the machine must have: looked at, planned, installed. Once all is there this costs a few look-ups.

mod compiler;
mod install;
mod machine;
mod plan;

pub(crate) use compiler::WasmCompiler;
use machine::Machine;

use crate::project::Project;
use anyhow::{Context as _, Result, ensure};
use std::path::PathBuf;

/// What the set-up is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// `dist/`.
    Build,
    /// Every check, browsers included.
    Test,
}

/// The programs that set-up has made sure of.
#[derive(Debug)]
pub(crate) struct Tools {
    /// Compiles the wasm.
    pub(crate) compiler: WasmCompiler,
    /// Runs what comes from npm.
    pub(crate) node: PathBuf,
    /// What only the checks need.
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

/// Installs what is missing for `goal`, or says what to run where that cannot be done from here.
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
