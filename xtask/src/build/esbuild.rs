//! Bundling and minifying scripts and styles.

use crate::{console::Step, process, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::{fs, process::Command};

/// Takes its options from a file, since a first screen and a style sheet are too long for a command line. Warnings
/// are errors.
const PROGRAM: &str = "\
const options = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'));
require('esbuild').build(options).then(
  ({ warnings }) => { process.exitCode = warnings.length ? 1 : 0; },
  () => { process.exitCode = 1; },
);";

/// Bundles with `options`, added to what all bundles have in common.
pub(crate) fn run(project: &Project, tools: &Tools, step: &Step, options: Value) -> Result<()> {
    let mut all = json!({
        "absWorkingDir": project.root(),
        "bundle": true,
        "minify": true,
        "target": ["es2022"],
        "charset": "utf8",
        "legalComments": "none",
        "logLevel": "warning",
    });
    let (Some(all_options), Value::Object(options)) = (all.as_object_mut(), options) else {
        unreachable!("esbuild's options are an object");
    };
    all_options.extend(options);
    let file = project.cache().join("esbuild.json");
    fs::write(&file, all.to_string()).with_context(|| format!("cannot write {}", file.display()))?;
    let mut node = Command::new(&tools.node);
    node.args(["--eval", PROGRAM]).arg(&file).current_dir(project.root());
    process::run(step, &mut node).map(drop)
}
