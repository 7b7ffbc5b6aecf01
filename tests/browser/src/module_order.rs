//! Checks that each module uses only modules of the layers above its own in `lib.rs`.

use crate::paths::workspace;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn each_module_uses_only_the_layers_above_it() {
    let layers = layers(include_str!("lib.rs"));
    for (module, layer) in &layers {
        for used in used_modules(module) {
            let Some(used_layer) = layers.get(&used) else { continue };
            assert!(
                used_layer < layer || used == *module,
                "`{module}` uses `{used}`, which is not in a layer above it"
            );
        }
    }
    assert!(layers.len() > 20, "the modules of lib.rs are found: {layers:?}");
}

/// The layer of each module: the number of empty lines before its declaration.
fn layers(lib: &str) -> HashMap<String, usize> {
    let mut layer = 0;
    let mut layers = HashMap::new();
    for line in lib.lines() {
        if line.is_empty() {
            layer += 1;
        } else if let Some(module) = line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
            layers.insert(module.to_owned(), layer);
        }
    }
    layers.remove("module_order");
    layers
}

/// The names after each `crate::` in a module's files.
fn used_modules(module: &str) -> Vec<String> {
    let text: String = files(module).iter().map(|file| fs::read_to_string(file).expect("a readable file")).collect();
    let paths = text.split("crate::").skip(1);
    paths.map(|path| path.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect()).collect()
}

fn files(module: &str) -> Vec<PathBuf> {
    let source = workspace().join("tests/browser/src");
    let file = source.join(module).with_extension("rs");
    if file.is_file() {
        return vec![file];
    }
    let entries = fs::read_dir(source.join(module)).expect("a module is a file or a folder");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths.filter(|path: &PathBuf| Path::new(path).extension().is_some_and(|extension| extension == "rs")).collect()
}
