//! The JavaScript side of the wasm, and the last bytes of both.

use super::{esbuild, names};
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

/// What wasm-bindgen makes: the glue and the wasm that goes with it.
#[derive(Debug)]
pub(crate) struct Bound {
    glue: PathBuf,
    wasm: PathBuf,
}

/// Makes the glue. The loader hands it the wasm, so it knows no address of its own.
pub(crate) fn bind(project: &Project, step: &Step, recipe: &Fingerprint, compiled: &[u8]) -> Result<Bound> {
    let inputs = recipe.clone().value("wasm", compiled);
    let folder = results(project, step, "bound", &inputs, |folder| {
        Bindgen::new()
            .input_bytes("widget", compiled.to_vec())
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(folder)
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
    bound: &Bound,
) -> Result<Squeezed> {
    let inputs = recipe.clone().file(&bound.wasm)?;
    let folder = results(project, step, "squeezed", &inputs, |folder| {
        let mut wasm_opt = Command::new(&tools.node);
        wasm_opt.arg(project.node_modules().join("binaryen/bin/wasm-opt"));
        // No feature is named here: the wasm tells which ones its compiler took for granted. With all of them, wasm-opt
        // writes types that browsers of 2023 refuse, and more bytes.
        wasm_opt.args(["-Oz", "--converge", "--minify-imports-and-exports-and-modules", "--strip-target-features"]);
        wasm_opt.arg("-o").arg(folder.join("widget.wasm")).arg(&bound.wasm);
        let printed = run(step, &mut wasm_opt)?;
        Ok(fs::write(folder.join("names.json"), printed.stdout)?)
    })?;
    Ok(Squeezed { wasm: read(&folder.join("widget.wasm"))?, names: fs::read_to_string(folder.join("names.json"))? })
}

/// The glue as one small module.
pub(crate) fn minify(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    bound: &Bound,
    squeezed: &Squeezed,
) -> Result<Vec<u8>> {
    let inputs = recipe.clone().file(&bound.glue)?.value("names", squeezed.names.as_bytes());
    let folder = results(project, step, "glue", &inputs, |folder| {
        let (glue, outfile) = (folder.join("widget.js"), folder.join("glue.js"));
        let text = names::shorten(&fs::read_to_string(&bound.glue)?, &squeezed.names)?;
        fs::write(&glue, without_patched(&text)?)?;
        esbuild::run(project, tools, step, json!({ "entryPoints": [glue], "format": "esm", "outfile": outfile }))
    })?;
    read(&folder.join("glue.js"))
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

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}
