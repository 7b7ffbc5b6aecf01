//! Checks that the core knows no browser: it builds without any web crate.

use crate::{console::Step, process::run, project::Project};
use anyhow::{Result, ensure};

/// Crates of the web, by the beginning of their names.
const WEB: [&str; 5] = ["gloo", "js-sys", "wasm-bindgen", "web-sys", "yew"];

/// Checks the dependencies, then compiles.
pub(super) fn check(project: &Project, step: &Step) -> Result<()> {
    let core = ["--package", "career-ladder-core"];
    let tree = run(step, project.cargo().arg("tree").args(core).args(["--edges", "normal", "--prefix", "none"]))?;
    let found = web_crates(&tree.stdout);
    ensure!(found.is_empty(), "the core uses {}: see `cargo tree --package career-ladder-core`", found.join(", "));
    run(step, project.cargo().arg("check").args(core)).map(drop)
}

/// The web crates in the output of `cargo tree`, which has one crate a line.
fn web_crates(tree: &str) -> Vec<&str> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    names.filter(|name| WEB.iter().any(|web| name.starts_with(web))).collect()
}

#[cfg(test)]
mod tests {
    use super::web_crates;

    #[test]
    fn web_crates_are_found() {
        let tree = "career-ladder v0.1.0 (/somewhere)\nserde v1.0.0\nyew v0.23.0\ngloo-utils v0.2.0 (*)\n";
        assert_eq!(web_crates(tree), ["yew", "gloo-utils"]);
        assert!(web_crates("career-ladder v0.1.0\nserde v1.0.0\n").is_empty());
    }
}
