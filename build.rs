//! Packs the English words of the program, which are part of its wasm. Other languages are files of their own.

use std::path::Path;
use std::{env, fs};

use career_ladder_core::format::read_catalog;
use career_ladder_core::words::Part;

const CATALOG: &str = "languages/en.json";

fn main() {
    println!("cargo::rerun-if-changed={CATALOG}");
    let text = fs::read_to_string(CATALOG).unwrap_or_else(|error| panic!("{CATALOG}: {error}"));
    let reading = read_catalog(&text);
    let problems: Vec<String> = reading.problems.iter().map(|problem| format!("{CATALOG}:{problem}\n")).collect();
    let words = reading.words.unwrap_or_else(|| panic!("{}", problems.concat()));
    let folder = env::var_os("OUT_DIR").expect("cargo names a folder");
    fs::write(Path::new(&folder).join("english.txt"), words.pack("en", Part::Program)).expect("cargo made the folder");
}
