//! The lints of the small renderer. It is compiled as a part of Yew, which is no package of ours, so `cargo clippy` passes
//! over it.

use crate::{
    build::{self, Renderer, TARGET, Yew},
    console::Step,
    process::run,
    project::Project,
    setup::Tools,
};
use anyhow::{Context as _, Result, ensure};
use std::fs;
use toml::{Table, Value};

/// The renderer's modules, inside the copy of Yew and in our sources.
const MODULES: (&str, &str) = ("src/browser/", "renderer/src/browser/");

/// Compiles the copy of Yew with our lints, and fails if one fires in the renderer.
pub(super) fn lints(project: &Project, tools: &Tools, step: &Step) -> Result<()> {
    let Yew::Patched(yew) = build::prepare_yew(project, step, Renderer::Small)? else {
        step.note("left out: the patch does not fit");
        return Ok(());
    };
    let manifest = fs::read_to_string(project.root().join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let mut cargo = tools.compiler.cargo_with_linter(project, &levels(&manifest)?);
    cargo.args(build::override_with(&yew)?);
    // The package that the lints of the wasm check, so that both share its dependencies and the standard library.
    cargo.args(["check", "--color", "never", "--package", "career-ladder", "--lib"]);
    cargo.args(["--release", "--target", TARGET, "--target-dir"]).arg(project.wasm_target());
    let problems = problems(&run(step, &mut cargo)?.both);
    ensure!(problems.is_empty(), "{}", problems.join("\n\n"));
    Ok(())
}

/// The lints of the workspace, as arguments. None is an error, which would end the compilation in Yew's own modules.
fn levels(manifest: &str) -> Result<Vec<String>> {
    let manifest: Table = toml::from_str(manifest)?;
    let lints = manifest.get("workspace").and_then(|workspace| workspace.get("lints")).and_then(Value::as_table);
    let mut levels = Vec::new();
    for (tool, lints) in lints.context("Cargo.toml has no [workspace.lints]")? {
        for (name, level) in lints.as_table().context("the lints of a tool in Cargo.toml must be a table")? {
            let level = level.as_str().context("the level of each lint in Cargo.toml must be a string")?;
            let path = if tool == "rust" { name.clone() } else { format!("{tool}::{name}") };
            let level = if level == "allow" { "allow" } else { "warn" };
            levels.push(format!("--{level}={path}"));
        }
    }
    Ok(levels)
}

/// The diagnostics that point into the renderer, at its place in our sources.
fn problems(printed: &str) -> Vec<String> {
    let points_there = |diagnostic: &&str| {
        let place = diagnostic.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
        place.is_some_and(|place| place.contains(MODULES.0))
    };
    let diagnostics = printed.split("\n\n").filter(points_there);
    diagnostics.map(|diagnostic| diagnostic.replace("target/widget/yew/src/browser/", MODULES.1)).collect()
}

#[cfg(test)]
mod tests {
    use super::{levels, problems};

    #[test]
    fn the_lints_of_the_workspace_become_arguments() {
        let manifest = "[workspace.lints.rust]\nunsafe_code = \"deny\"\n[workspace.lints.clippy]\ntodo = \"allow\"\n";
        assert_eq!(levels(manifest).unwrap(), ["--allow=clippy::todo", "--warn=unsafe_code"]);
        assert!(levels("[package]\n").is_err());
    }

    #[test]
    fn only_diagnostics_of_the_renderer_count() {
        let printed = "warning: a\n --> target/widget/yew/src/lib.rs:1:1\n  |\n\n\
            warning: b\n  --> target/widget/yew/src/browser/app.rs:2:3\n   |\n\nwarning: `yew` generated 2 warnings\n";
        assert_eq!(problems(printed), ["warning: b\n  --> renderer/src/browser/app.rs:2:3\n   |"]);
    }
}
