//! The bundled ladders, for several tests.
#![allow(dead_code, reason = "each test uses some of it")]

use std::path::PathBuf;

use career_ladder_core::format;
use career_ladder_core::ladder::Ladder;

/// Reads a ladder from text. Fails if the text has any problem, even a warning.
pub(crate) fn read(name: &str, text: &str) -> Ladder {
    let reading = format::read(text);
    let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{name}\n{}", problems.join("\n"));
    reading.ladder.expect("a text without problems is a ladder")
}

/// The files of the bundled ladders without their translations, in the order of their names.
pub(crate) fn files() -> Vec<PathBuf> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../ladders");
    let files = std::fs::read_dir(folder).expect("the ladders' folder").map(|entry| entry.expect("an entry").path());
    let mut ladders: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .filter(|path| path.file_stem().is_some_and(|stem| !stem.to_string_lossy().contains('.')))
        .collect();
    assert!(!ladders.is_empty());
    ladders.sort();
    ladders
}

/// All bundled ladders.
pub(crate) fn bundled() -> Vec<Ladder> {
    let read = |path: PathBuf| read(&path.to_string_lossy(), &std::fs::read_to_string(&path).expect("a readable file"));
    files().into_iter().map(read).collect()
}
