//! Everything that a change has to pass, in order; the first failure ends the run.

mod cargo;
mod hygiene;
mod purity;
mod tally;

use crate::{
    build,
    console::{say, step},
    process::run as run_program,
    project::Project,
    setup::Tools,
    size,
};
use anyhow::{Context as _, Result};
use std::{env, fs, process::Command, time::Instant};
use tally::Tally;

/// Names a folder of pages that the widget is put into.
const HOSTS: &str = "CAREER_LADDER_HOSTS";

/// Runs every check.
pub(crate) fn run(project: &Project, tools: &Tools) -> Result<()> {
    let start = Instant::now();
    let mut tally = Tally::default();

    step("format", |step| cargo::format(project, step))?;
    step("hygiene: no machine's paths, no registry's hosts", |step| hygiene::check_sources(project, step))?;
    step("spelling", |step| spelling(project, tools, step))?;
    step("types of the element", |step| types(project, tools, step))?;
    step("purity: no web crate in the core", |step| purity::check(project, step))?;
    step("lints", |step| cargo::lints(project, step))?;
    step("lints of the wasm", |step| cargo::wasm_lints(project, tools, step))?;
    step("documentation", |step| cargo::documentation(project, step))?;
    step("tests of the build", |step| tally.count(step, &mut cargo::test(project, &["--package", "xtask"])))?;
    step("tests", |step| {
        let others = ["--workspace", "--exclude", "xtask", "--exclude", "browser-tests"];
        tally.count(step, &mut cargo::test(project, &others))
    })?;
    let built = build::build(project, tools)?;
    size::report(project, &built).context("sizes")?;
    say("");
    step("hygiene of dist/", |_| hygiene::check_dist(project, &built.dist))?;
    step("tests in browsers", |step| {
        let mut cargo = cargo::test(project, &["--package", "browser-tests"]);
        // A failure shows the page and its own place; the way there is that of every test.
        cargo.env("RUST_BACKTRACE", "0");
        cargo.env("CAREER_LADDER_DIST", project.dist());
        cargo.env("CAREER_LADDER_NODE_MODULES", project.node_modules());
        cargo.env("GECKODRIVER", &tools.checkers()?.geckodriver);
        if let Some(hosts) = env::var_os(HOSTS) {
            // The tests run in a folder of their own.
            cargo.env(HOSTS, fs::canonicalize(&hosts).with_context(|| format!("{HOSTS} names {}", hosts.display()))?);
        }
        tally.count(step, &mut cargo)
    })?;

    say(&format!("\nall checks passed in {} s\n{tally}", start.elapsed().as_secs()));
    Ok(())
}

fn spelling(project: &Project, tools: &Tools, step: &crate::console::Step) -> Result<()> {
    let mut typos = Command::new(&tools.checkers()?.typos);
    typos.args(["--format", "brief"]).current_dir(project.root());
    run_program(step, &mut typos).map(drop)
}

/// Whether what is written with our types is right where it should be, and wrong where it should be wrong.
fn types(project: &Project, tools: &Tools, step: &crate::console::Step) -> Result<()> {
    let mut tsc = Command::new(&tools.node);
    tsc.current_dir(project.root()).arg(project.node_modules().join("typescript/bin/tsc"));
    tsc.args(["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "--types", "", "tests/types.ts"]);
    run_program(step, &mut tsc).map(drop)
}
