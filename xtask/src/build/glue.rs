//! Makes the JavaScript side of a wasm, and squeezes both.

use super::{Compiled, Shipment, esbuild, glue_patches, hashed::hashed_name, names, order, scripts::Home};
use crate::{
    cache::{Fingerprint, results},
    console::Step,
    process::run,
    project::Project,
    setup::Tools,
};
use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use wasm_bindgen_cli_support::Bindgen;

/// The passes by which wasm-opt makes the wasm small after Brotli.
///
/// Similar functions are packed best side by side. In the first round their names tell: those of similar names have similar
/// code. In the second round the names are those that [`order`] gives them. A function that is inlined into
/// its only caller uses numbers of locals that no other code has, so only functions smaller than a call are inlined.
/// The first kilobyte of memory is the far end of the stack, so no computed address lies there.
const SQUEEZE: [&str; 6] = [
    "--reorder-functions-by-name",
    "--low-memory-unused",
    "-Oz",
    "--one-caller-inline-max-function-size",
    "40",
    "--converge",
];

/// The files that wasm-bindgen makes: the glue, and the wasm that goes with it.
#[derive(Debug)]
pub(crate) struct Bound {
    glue: PathBuf,
    wasm: PathBuf,
}

/// Makes the glue. It knows no address: it is passed the compiled wasm.
pub(crate) fn bind(
    project: &Project,
    step: &Step,
    recipe: &Fingerprint,
    shipment: &Shipment,
    compiled: &[u8],
) -> Result<Bound> {
    let inputs = recipe.clone().value("wasm", compiled);
    let folder = results(project, step, &format!("{}.bound", shipment.cached_as), &inputs, |folder| {
        Bindgen::new()
            .input_bytes("widget", compiled.to_vec())
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            // wasm-opt orders functions by these names, and removes the section itself.
            .remove_name_section(false)
            .remove_producers_section(true)
            .generate(folder)
    })?;
    Ok(Bound { glue: folder.join("widget.js"), wasm: folder.join("widget_bg.wasm") })
}

/// The result of wasm-opt.
#[derive(Debug)]
pub(crate) struct Squeezed {
    /// The bytes to deliver.
    pub(crate) wasm: Vec<u8>,
    /// The shortened names, as wasm-opt prints them.
    names: String,
}

impl Squeezed {
    /// The name of the wasm's file.
    pub(crate) fn file(&self, shipment: &Shipment) -> String {
        hashed_name(shipment.name, "wasm", &self.wasm)
    }
}

/// Squeezes the last bytes out of the wasm.
pub(crate) fn squeeze(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    shipment: &Shipment,
    bound: &Bound,
) -> Result<Squeezed> {
    let inputs = recipe.clone().file(&bound.wasm)?;
    let folder = results(project, step, &format!("{}.squeezed", shipment.cached_as), &inputs, |folder| {
        let wasm_opt = |argument: &str, from: &Path, to: &Path| {
            let mut wasm_opt = Command::new(&tools.node);
            wasm_opt.arg(project.node_modules().join("binaryen/bin/wasm-opt"));
            // No feature is named here, since the wasm lists those that its compiler used. With all features on, wasm-opt
            // writes more bytes, and types that browsers of 2023 refuse.
            run(step, wasm_opt.args(SQUEEZE).arg(argument).arg("-o").args([to, from]))
        };
        // The best order is known only when each function has its final bytes.
        let (unordered, named) = (folder.join("unordered.wasm"), folder.join("named.wasm"));
        let printed = wasm_opt("--minify-imports-and-exports-and-modules", &bound.wasm, &unordered)?;
        fs::write(&named, order::named_in_order(&read(&unordered)?)?)?;
        wasm_opt("--strip-target-features", &named, &folder.join("widget.wasm"))?;
        Ok(fs::write(folder.join("names.json"), printed.stdout)?)
    })?;
    Ok(Squeezed { wasm: read(&folder.join("widget.wasm"))?, names: fs::read_to_string(folder.join("names.json"))? })
}

/// Bundles and minifies the glue together with the shipment's script and constants, which are not needed earlier either.
pub(crate) fn minify(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    home: Home,
    Compiled { shipment: shipment @ Shipment { cached_as, script, .. }, bound, squeezed }: &Compiled,
) -> Result<Vec<u8>> {
    let constants = defines(shipment, squeezed);
    let inputs = recipe
        .clone()
        .file(&bound.glue)?
        .value("names", squeezed.names.as_bytes())
        .value("constants", json!(constants).to_string().as_bytes());
    let folder = results(project, step, &format!("{cached_as}.glue{}", home.suffix()), &inputs, |folder| {
        let (glue, outfile) = (folder.join("widget.js"), folder.join("glue.js"));
        let code = glue_patches::apply(&fs::read_to_string(&bound.glue)?)?;
        fs::write(&glue, names::shorten(&code, &squeezed.names)?)?;
        let entry = project.www().join(script);
        let mut options = home.options(project, &entry, &outfile);
        options["alias"]["program"] = json!(glue);
        options["define"] = json!(constants);
        esbuild::run(project, tools, step, options)
    })?;
    read(&folder.join("glue.js"))
}

/// For esbuild: the text of a JavaScript value for each name that the script uses.
fn defines(shipment: &Shipment, squeezed: &Squeezed) -> Map<String, Value> {
    let mut constants = shipment.constants.clone();
    constants.insert("__OWN_WASM__".to_owned(), squeezed.file(shipment).into());
    constants.into_iter().map(|(name, value)| (name, value.to_string().into())).collect()
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}
