//! Runs all checks that a change has to pass, in order; the first failure ends the run.

mod cargo;
mod code_map;
mod hygiene;
mod markdown;
mod module_order;
mod pages;
mod purity;
mod renderer;
mod scripts;
mod tally;
mod types;

use crate::{
    build::{self, Renderer},
    console::{say, step},
    package::{self, Profile},
    process::run as run_program,
    project::Project,
    setup::Tools,
    size, systems,
};
use anyhow::{Context as _, Result};
use std::{env, fs, path::Path, process::Command, time::Instant};
use tally::Tally;

/// The environment variable with a folder of pages to embed the widget in.
const HOSTS: &str = "CAREER_LADDER_HOSTS";

/// The click-through, the keyboard and the memory, in one engine: enough to see that the product does not depend on the
/// small renderer.
const TESTS_OF_PLAIN_YEW: [&str; 3] = ["quiz::chromium", "keyboard::chromium", "memory::"];

/// Runs every check.
pub(crate) fn run(project: &Project, tools: &Tools) -> Result<()> {
    let start = Instant::now();
    let mut tally = Tally::default();

    step("format", |step| cargo::format(project, step))?;
    step("hygiene: no machine's paths, no registry's hosts", |step| hygiene::check_sources(project, step))?;
    step("spelling", |step| spelling(project, tools, step))?;
    step("types of the element", |step| types::check(project, tools, step))?;
    step("examples of the README in Markdown", |step| markdown::check(project, tools, step))?;
    step("scripts without a browser", |step| scripts::check(project, tools, step))?;
    step("purity: no web crate in the core", |step| purity::check(project, step))?;
    step("order of the modules", |step| module_order::check(project, step))?;
    step("code map", |step| code_map::check(project, step))?;
    step("lints", |step| cargo::lints(project, step))?;
    step("lints of the wasm", |step| cargo::wasm_lints(project, tools, step))?;
    step("lints of the renderer", |step| renderer::lints(project, tools, step))?;
    step("documentation", |step| cargo::documentation(project, step))?;
    step("tests of the build", |step| tally.count(step, &mut cargo::test(project, &["--package", "xtask"])))?;
    step("tests", |step| {
        let others = ["--workspace", "--exclude", "xtask", "--exclude", "browser-tests"];
        tally.count(step, &mut cargo::test(project, &others))
    })?;
    let built = build::build(project, tools, Renderer::Small, &project.dist())?;
    size::report(project, &built).context("sizes")?;
    say("");
    step("hygiene of dist/", |_| hygiene::check_dist(project, &built.dist))?;
    step("pages of the ladders", |step| pages::check(project, tools, step))?;
    step("tests in browsers", |step| tally.count(step, &mut in_browsers(project, tools, &project.dist())?))?;
    package::from_build(project, tools, &built, Profile::Debug)?;
    step("recipes", |step| systems::test_some(project, tools, step))?;
    build::build(project, tools, Renderer::Published, &project.plain_yew_dist())?;
    step("tests in Chromium, with Yew's own renderer", |step| {
        let mut cargo = in_browsers(project, tools, &project.plain_yew_dist())?;
        tally.count(step, cargo.arg("--").args(TESTS_OF_PLAIN_YEW))
    })?;

    say(&format!("\nall checks passed in {} s\n{tally}", start.elapsed().as_secs()));
    Ok(())
}

/// The tests in browsers, of the product in `dist`.
fn in_browsers(project: &Project, tools: &Tools, dist: &Path) -> Result<Command> {
    let mut cargo = cargo::test(project, &["--package", "browser-tests"]);
    // A failure shows its line and the page; the backtrace is the same for every test.
    cargo.env("RUST_BACKTRACE", "0");
    cargo.env("CAREER_LADDER_DIST", dist);
    cargo.env("CAREER_LADDER_NODE_MODULES", project.node_modules());
    cargo.env("GECKODRIVER", &tools.checkers()?.geckodriver);
    if let Some(hosts) = env::var_os(HOSTS) {
        // The tests run in a folder of their own.
        cargo.env(HOSTS, fs::canonicalize(&hosts).with_context(|| format!("{HOSTS} names {}", hosts.display()))?);
    }
    Ok(cargo)
}

fn spelling(project: &Project, tools: &Tools, step: &crate::console::Step) -> Result<()> {
    let mut typos = Command::new(&tools.checkers()?.typos);
    typos.args(["--format", "brief"]).current_dir(project.root());
    run_program(step, &mut typos).map(drop)
}
