//! The JavaScript side of the wasm, and the last bytes of both.

use super::{esbuild, names, shims};
use crate::{
    cache::{Fingerprint, results},
    console::Step,
    process::run,
    project::Project,
    setup::Tools,
};
use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

/// Where wasm-bindgen's glue begins to say how the wasm is fetched and started, and how that ends.
const THEIR_START: &str = "\nlet wasmModule, wasmInstance, wasm;\n";
const THEIR_EXPORTS: &str = "export { initSync, __wbg_init as default };";
/// How it is started instead.
const OWN_START: &str = include_str!("start.js");

/// How wasm-opt makes the wasm small. What counts is what Brotli makes of it: functions of like names have like code,
/// which packs best side by side; and what is inlined into its only caller takes numbers of locals that no other code
/// has, so only what is smaller than a call and its frame is. Rust leaves the first kilobyte of memory to the stack's
/// last resort, so no address that is computed lies there.
const SQUEEZE: [&str; 6] = [
    "--reorder-functions-by-name",
    "--low-memory-unused",
    "-Oz",
    "--one-caller-inline-max-function-size",
    "40",
    "--converge",
];

/// What wasm-bindgen makes: the glue and the wasm that goes with it.
#[derive(Debug)]
pub(crate) struct Bound {
    glue: PathBuf,
    wasm: PathBuf,
}

/// Makes the glue. The loader hands it the wasm, so it knows no address of its own.
pub(crate) fn bind(project: &Project, step: &Step, recipe: &Fingerprint, name: &str, compiled: &[u8]) -> Result<Bound> {
    let inputs = recipe.clone().value("wasm", compiled);
    let folder = results(project, step, &format!("{name}.bound"), &inputs, |folder| {
        Bindgen::new()
            .input_bytes("widget", compiled.to_vec())
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            // By the names wasm-opt puts functions in order; it leaves them out itself.
            .remove_name_section(false)
            .remove_producers_section(true)
            .generate(folder)?;
        let wasm = folder.join("widget_bg.wasm");
        Ok(fs::write(&wasm, shims::drop_unused(&read(&wasm)?)?)?)
    })?;
    Ok(Bound { glue: folder.join("widget.js"), wasm: folder.join("widget_bg.wasm") })
}

/// The wasm with its last bytes squeezed out.
#[derive(Debug)]
pub(crate) struct Squeezed {
    /// The wasm.
    pub(crate) wasm: Vec<u8>,
    /// The names that were shortened, as wasm-opt tells them.
    names: String,
}

/// Squeezes the last bytes out of the wasm.
pub(crate) fn squeeze(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    name: &str,
    bound: &Bound,
) -> Result<Squeezed> {
    let inputs = recipe.clone().file(&bound.wasm)?;
    let folder = results(project, step, &format!("{name}.squeezed"), &inputs, |folder| {
        let mut wasm_opt = Command::new(&tools.node);
        wasm_opt.arg(project.node_modules().join("binaryen/bin/wasm-opt"));
        // No feature is named here: the wasm tells which ones its compiler took for granted. With all of them, wasm-opt
        // writes types that browsers of 2023 refuse, and more bytes.
        wasm_opt.args(SQUEEZE).args(["--minify-imports-and-exports-and-modules", "--strip-target-features"]);
        wasm_opt.arg("-o").arg(folder.join("widget.wasm")).arg(&bound.wasm);
        let printed = run(step, &mut wasm_opt)?;
        Ok(fs::write(folder.join("names.json"), printed.stdout)?)
    })?;
    Ok(Squeezed { wasm: read(&folder.join("widget.wasm"))?, names: fs::read_to_string(folder.join("names.json"))? })
}

/// The glue as one small module, together with the script that it is `beside`, and the `styles` that this wears: what is
/// only needed once the program runs.
pub(crate) fn minify(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    (name, beside, styles): (&str, &str, &str),
    bound: &Bound,
    squeezed: &Squeezed,
) -> Result<Vec<u8>> {
    let inputs =
        recipe.clone().file(&bound.glue)?.value("names", squeezed.names.as_bytes()).value("styles", styles.as_bytes());
    let folder = results(project, step, &format!("{name}.glue"), &inputs, |folder| {
        let (glue, outfile) = (folder.join("widget.js"), folder.join("glue.js"));
        let code = without_aged(with_own_start(&fs::read_to_string(&bound.glue)?)?);
        fs::write(&glue, names::shorten(&without_patched(&code)?, &squeezed.names)?)?;
        let options = json!({
            "entryPoints": [project.www().join(beside)],
            "alias": { "program": glue },
            "define": { "__CSS__": json!(styles).to_string() },
            "format": "esm",
            "outfile": outfile,
        });
        esbuild::run(project, tools, step, options)
    })?;
    read(&folder.join("glue.js"))
}

/// What the glue does for browsers that are older than anything else in here, or that decode two gigabytes of text: where
/// each begins, where it ends, and what takes its place.
const AGED: [[&str; 3]; 5] = [
    ["\nif (!('encodeInto' in cachedTextEncoder)) {", "\n}\n", ""],
    ["    if (realloc === undefined) {", "\n    }\n", ""],
    ["(typeof FinalizationRegistry", "    : ", ""],
    ["    numBytesDecoded += ", "\n    }\n", ""],
    ["cachedDataViewMemory0.buffer.detached ===", "=== undefined && ", "("],
];

/// The glue without what is for old browsers.
fn without_aged(mut glue: String) -> String {
    for [start, end, instead] in AGED {
        if let Some(place) = glue.find(start)
            && let Some(length) = glue[place..].find(end)
        {
            glue.replace_range(place..place + length + end.len(), instead);
        }
    }
    glue
}

/// Functions of the language that old libraries (Prototype, MooTools) put their own in the place of.
const PATCHED: [&str; 2] = ["Array.from", ".bind("];

/// The glue without what a page may have patched.
fn without_patched(glue: &str) -> Result<String> {
    let glue = glue.replace("Array.from(arg0)", "[...arg0]");
    for name in PATCHED {
        ensure!(!glue.contains(name), "the glue uses {name}, which some pages patch");
    }
    Ok(glue)
}

/// The glue with a start of our own: wasm-bindgen's is a fifth of all the glue.
fn with_own_start(glue: &str) -> Result<String> {
    let (before, theirs) = glue.split_once(THEIR_START).context("the glue's start is not where it was")?;
    ensure!(theirs.trim_end().ends_with(THEIR_EXPORTS), "the glue does not end with its start");
    Ok([before, OWN_START].concat())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}
