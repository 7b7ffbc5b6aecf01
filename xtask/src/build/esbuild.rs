//! Bundling and minifying scripts and styles.

use crate::{console::Step, process, project::Project, setup::Tools};
use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};
use std::{fs, process::Command};

/// Takes its options from a file, since a first screen and a style sheet are too long for a command line. Warnings
/// are errors.
const PROGRAM: &str = "\
const options = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'));
options.mangleProps = new RegExp(options.mangleProps);
require('esbuild').build(options).then(
  ({ warnings }) => { process.exitCode = warnings.length ? 1 : 0; },
  () => { process.exitCode = 1; },
);";

/// Properties of our own objects that loader and glue share. None is one of the browser's, and none is named by a text
/// (`kept` is, by the program). Scripts that meet in a page have to agree on them, so each gets the letter of its place here.
const SHARED: [&str; 26] = [
    "again",
    "answers",
    "begun",
    "clicked",
    "early",
    "element",
    "enter",
    "fail",
    "falls",
    "isFor",
    "leave",
    "links",
    "live",
    "memory",
    "press",
    "quiet",
    "remembered",
    "restart",
    "seed",
    "shown",
    "taker",
    "tell",
    "want",
    "wanted",
    "widgets",
    "wrap",
];

/// The options that make the names of [`SHARED`] short.
fn short_names() -> Value {
    let names = SHARED.iter().zip('a'..='z').map(|(name, short)| ((*name).to_owned(), short.to_string().into()));
    json!({ "mangleProps": format!("^({})$", SHARED.join("|")), "mangleCache": names.collect::<Map<_, _>>() })
}

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
    for options in [short_names(), options] {
        let (Some(all), Value::Object(options)) = (all.as_object_mut(), options) else {
            unreachable!("esbuild's options are an object");
        };
        all.extend(options);
    }
    let file = project.cache().join("esbuild.json");
    fs::write(&file, all.to_string()).with_context(|| format!("cannot write {}", file.display()))?;
    let mut node = Command::new(&tools.node);
    node.args(["--eval", PROGRAM]).arg(&file).current_dir(project.root());
    process::run(step, &mut node).map(drop)
}
