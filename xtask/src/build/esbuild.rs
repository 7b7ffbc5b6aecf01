//! Bundles and minifies scripts and styles.

use crate::{console::Step, process, project::Project, setup::Tools};
use anyhow::{Context as _, Result, ensure};
use serde_json::{Map, Value, json};
use std::{fs, process::Command};

/// A script that runs esbuild with the options of a file; screens and style sheets are too long for a command line. A
/// warning fails it. Terser then makes a script 4 % smaller, since it puts functions that are called once into their place.
const PROGRAM: &str = "\
const fs = require('fs');
const options = JSON.parse(fs.readFileSync(process.argv[1], 'utf8'));
options.mangleProps = new RegExp(options.mangleProps);
async function bundle() {
  const { warnings } = await require('esbuild').build(options);
  if (options.format) {
    const format = { preamble: options.banner?.js };
    const script = fs.readFileSync(options.outfile, 'utf8');
    const compress = { passes: 2, hoist_funs: true };
    const settings = { ecma: 2022, module: options.format === 'esm', compress, format };
    const { code } = await require('terser').minify(script, settings);
    fs.writeFileSync(options.outfile, code + '\\n');
  }
  process.exitCode = warnings.length ? 1 : 0;
}
bundle().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});";

/// The properties of our own objects that the loader and the glue share. Both scripts have to agree on a short name, so each
/// property gets the letter of its index here. None is a property of the browser's objects, and none is looked up by a string
/// (as `begin` and `reset` are), or by the loader of another build (as those in `element.js` are).
const SHARED: &[&str] = &[
    "access",
    "adopt",
    "attribute",
    "awaitProgram",
    "base",
    "canRetry",
    "claim",
    "clearNotice",
    "clicked",
    "currentStatus",
    "drop",
    "earlyInput",
    "element",
    "emit",
    "fail",
    "goLive",
    "hasAdvanced",
    "hasTrapped",
    "isFor",
    "isRemembered",
    "ladderId",
    "lastHeight",
    "linkPattern",
    "linkText",
    "links",
    "loadFiles",
    "logOnce",
    "nextQuestion",
    "pendingCall",
    "press",
    "program",
    "readStored",
    "restart",
    "scrolledTo",
    "seed",
    "session",
    "showNotice",
    "snapshot",
    "startWaiting",
    "stopListening",
    "storageKey",
    "syncTheme",
    "texts",
    "trapCount",
    "unmount",
    "wrapper",
];

/// The options that give each name the letter of its index.
fn short_names(names: &[&str]) -> Result<Value> {
    let letters = ('a'..='z').chain('A'..='Z');
    let (count, most) = (names.len(), letters.clone().count());
    ensure!(
        count <= most,
        "SHARED in xtask/src/build/esbuild.rs has {count} names for {most} letters: take one out, or give the names from \
         the {}th on two letters each",
        most + 1,
    );
    let short = names.iter().zip(letters).map(|(name, short)| ((*name).to_owned(), short.to_string().into()));
    Ok(json!({ "mangleProps": format!("^({})$", names.join("|")), "mangleCache": short.collect::<Map<_, _>>() }))
}

/// Bundles with `options`, on top of those that all bundles have in common.
pub(crate) fn run(project: &Project, tools: &Tools, step: &Step, options: Value) -> Result<()> {
    let mut all = json!({
        "absWorkingDir": project.root(),
        "bundle": true,
        "minify": true,
        "target": ["es2022"],
        "charset": "utf8",
        "legalComments": "none",
        "logLevel": "warning",
        // Without this esbuild reads `www/jsconfig.json`, which is for the type checker, and writes "use strict".
        "tsconfigRaw": "{}",
    });
    for options in [short_names(SHARED)?, options] {
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

#[cfg(test)]
mod tests {
    use super::short_names;
    use serde_json::json;

    #[test]
    fn each_name_gets_the_letter_of_its_index() {
        let options = json!({ "mangleProps": "^(one|two)$", "mangleCache": { "one": "a", "two": "b" } });
        assert_eq!(short_names(&["one", "two"]).unwrap(), options);
        assert!(short_names(&["name"; 52]).is_ok());
    }

    #[test]
    fn a_name_without_a_letter_stops_the_build() {
        let error = short_names(&["name"; 53]).unwrap_err().to_string();
        assert!(error.starts_with("SHARED in xtask/src/build/esbuild.rs has 53 names for 52 letters"), "{error}");
    }
}
