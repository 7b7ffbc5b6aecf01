//! The functions through which JavaScript calls closures. Every function of the browser's that takes one brings its own,
//! whether it is used or not; wasm-bindgen exports those that are, and leaves the others in the table of functions.

use anyhow::{Context as _, Result};
use walrus::{ElementItems, FunctionId, Module};

/// Part of their names.
const SHIM: &str = "convert::closures";

/// The wasm without those that nobody calls: the glue calls them by export, the wasm itself not at all. Other places in
/// the table must stay what they are, so a function that is needed anyway takes theirs.
pub(super) fn drop_unused(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    let is_shim =
        |&function: &FunctionId| module.funcs.get(function).name.as_ref().is_some_and(|name| name.contains(SHIM));
    for element in module.elements.iter_mut() {
        let ElementItems::Functions(functions) = &mut element.items else { continue };
        let other = functions.iter().copied().find(|function| !is_shim(function));
        let other = other.context("the table holds nothing but shims of closures")?;
        for function in functions.iter_mut().filter(|function| is_shim(function)) {
            *function = other;
        }
    }
    Ok(module.emit_wasm())
}
