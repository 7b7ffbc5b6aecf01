//! Broken ladder files, each with the problems reported in it.
//!
//! `tests/broken/NAME.json` is named after its mistake, and `NAME.txt` has the output of `career-ladder check` for it.
//! After a change of messages, `UPDATE_EXPECT=1 cargo test --test broken` writes these outputs again: read every line of
//! the difference.

use std::fmt::Write as _;
use std::path::PathBuf;

use career_ladder_core::format;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken"))
}

/// The names of all files in the folder with this ending, without it.
fn names(ending: &str) -> Vec<String> {
    let files = std::fs::read_dir(folder()).expect("the folder").map(|entry| entry.expect("an entry").path());
    let files = files.filter(|path| path.extension().is_some_and(|found| found == ending));
    let mut names: Vec<String> =
        files.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The lines that `check` prints about a file.
fn report(name: &str) -> String {
    let file = format!("{name}.json");
    let text = std::fs::read_to_string(folder().join(&file)).expect("a readable file");
    let problems = format::read(&text).problems;
    problems.iter().fold(String::new(), |mut report, problem| {
        writeln!(report, "{file}:{problem}").expect("memory");
        report
    })
}

/// Lines that only one of two texts has, marked by which.
fn difference(expected: &str, found: &str) -> String {
    let only = |mark, one: &str, other: &str| -> String {
        let lines = one.lines().filter(|line| !other.lines().any(|found| found == *line));
        lines.map(|line| format!("{mark} {line}\n")).collect()
    };
    only('-', expected, found) + &only('+', found, expected)
}

#[test]
fn every_broken_file_has_the_expected_problems() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let files = names("json");
    assert!(files.len() >= 60, "there are {} files", files.len());
    let mut differences = String::new();
    for name in &files {
        let found = report(name);
        assert!(!found.is_empty(), "nothing is said about {name}.json");
        let path = folder().join(format!("{name}.txt"));
        if update {
            std::fs::write(&path, &found).expect("the folder can be written to");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if expected != found {
            differences += &format!("{name}:\n{}", difference(&expected, &found));
        }
    }
    assert!(differences.is_empty(), "UPDATE_EXPECT=1 accepts these differences:\n{differences}");
    assert_eq!(files, names("txt"), "each file has a report, and each report a file");
}
