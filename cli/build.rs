//! Compiles all bundled ladders and their translations into the program, so that overlays find them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The one JSON file in `ladders/` that is no ladder.
const SCHEMA: &str = "ladder.schema.json";

fn main() {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../ladders");
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = std::fs::read_dir(&folder).expect("the folder of the ladders");
    let mut files: Vec<PathBuf> = files.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json") && !file.ends_with(SCHEMA));
    files.sort();
    let mut list = String::from("&[");
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.file_stem().expect("a name").to_string_lossy();
        writeln!(list, "({name:?}, include_str!({file:?})),").expect("memory");
    }
    list.push(']');
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("ladders.rs"), list).expect("the list can be written");
}
