//! Overlays, each with the problems reported in it and with what it changes.
//!
//! `tests/overlays/NAME.json` is an overlay, and `tests/overlays/bases/` has what they extend. `NAME.txt` has the output of
//! `career-ladder check`, and then, if there is no error, every value that differs from the base: `-` as it was, `+` as it
//! is. After a change of messages, `UPDATE_EXPECT=1 cargo test --test overlays` writes these files again: read every line of
//! the difference.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use career_ladder_core::format::{self, Reading, Source, missing_base};
use career_ladder_core::ladder::Ladder;
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/overlays"))
}

/// The names of all files in a folder with this ending, without it.
fn names(folder: &Path, ending: &str) -> Vec<String> {
    let files = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let files = files.filter(|path| path.extension().is_some_and(|found| found == ending));
    let mut names: Vec<String> =
        files.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A chain of files by their names in the folder, the base first.
type Files = Vec<(String, String)>;

fn sources(files: &Files) -> Vec<Source<'_>> {
    files.iter().map(|(name, text)| Source { name, text }).collect()
}

fn with_bases(name: &str, text: String) -> (Files, Reading) {
    let mut files = vec![(name.to_owned(), text)];
    let bases = names(&folder().join("bases"), "json");
    let bases: Vec<&str> = bases.iter().map(String::as_str).collect();
    while let Some(base) = missing_base(&sources(&files)) {
        let named = if base.is_bundled() {
            base.bundled(&bases).map(|name| format!("bases/{name}.json"))
        } else {
            Ok(base.base.trim_start_matches("./").to_owned())
        };
        let read = named.and_then(|name| {
            let text = fs::read_to_string(folder().join(&name)).map_err(|_| format!("{name} cannot be read"))?;
            Ok((name, text))
        });
        match read {
            Ok(file) => files.insert(0, file),
            Err(message) => {
                let reading = format::read_without_base(&sources(&files), message);
                return (files, reading);
            }
        }
    }
    let reading = format::read_chain(&sources(&files));
    (files, reading)
}

/// Each value of a ladder in a line, with the ids and names that lead to it.
fn lines(value: &Value, path: &str, lines: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| self::lines(value, &format!("{path}.{name}"), lines));
        }
        Value::Array(items) => {
            let ids: Vec<&str> = items.iter().filter_map(|item| item["id"].as_str()).collect();
            if !ids.is_empty() {
                lines.insert(format!("{path}: {}", ids.join(", ")));
            }
            for (index, item) in items.iter().enumerate() {
                let id = item["id"].as_str().map_or_else(|| index.to_string(), str::to_owned);
                self::lines(item, &format!("{path}.{id}"), lines);
            }
        }
        value => drop(lines.insert(format!("{path} = {value}"))),
    }
}

fn all_lines(ladder: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    lines(&serde_json::from_str(ladder).expect("JSON"), "", &mut all);
    all
}

/// Each rung with its level.
fn levels(ladder: &Ladder) -> String {
    ladder.rungs.iter().map(|rung| format!("{} {}", rung.id, rung.level)).collect::<Vec<_>>().join(", ")
}

fn report(name: &str) -> String {
    let file = format!("{name}.json");
    let text = fs::read_to_string(folder().join(&file)).expect("a readable file");
    let (files, reading) = with_bases(&file, text);
    let mut report = String::new();
    for problem in &reading.problems {
        writeln!(report, "{}", problem.in_file(&file)).expect("memory");
    }
    if let Some(ladder) = &reading.ladder {
        let merged = format::merge(&sources(&files)).expect("a ladder without errors");
        let again = format::read(&merged);
        assert_eq!(again.ladder.as_ref(), Some(ladder), "{name}: the merged ladder is another one\n{merged}");
        assert_eq!(format::merge(&[Source { name: "", text: &merged }]).as_deref(), Some(&*merged), "{name}");
        let base = format::merge(&sources(&files)[..1]).expect("a base without errors");
        let (old, new) = (all_lines(&base), all_lines(&merged));
        old.difference(&new).for_each(|line| writeln!(report, "- {}", &line[1..]).expect("memory"));
        new.difference(&old).for_each(|line| writeln!(report, "+ {}", &line[1..]).expect("memory"));
        let old = format::read(&base).ladder.map(|ladder| levels(&ladder));
        if old != Some(levels(ladder)) {
            writeln!(report, "levels: {}", levels(ladder)).expect("memory");
        }
    }
    report
}

#[test]
fn every_overlay_has_the_expected_problems_and_effects() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let files = names(&folder(), "json");
    assert!(files.len() >= 40, "there are {} overlays", files.len());
    let mut differences = String::new();
    for name in &files {
        let found = report(name);
        let path = folder().join(format!("{name}.txt"));
        if update {
            fs::write(&path, &found).expect("the folder can be written to");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected != found {
            writeln!(differences, "{name}:\nexpected:\n{expected}found:\n{found}").expect("memory");
        }
    }
    assert!(differences.is_empty(), "UPDATE_EXPECT=1 accepts these differences:\n{differences}");
    assert_eq!(files, names(&folder(), "txt"), "each overlay has a report, and each report an overlay");
}

/// An overlay has to outlive changes of its base: what it names there may go, and its id may come to exist.
#[test]
fn an_overlay_outlives_changes_of_its_base() {
    let base = fs::read_to_string(folder().join("bases/small.json")).expect("the base");
    let overlay = r#"{ "format": 1, "extends": "small", "id": "mine",
        "rungs": { "low": { "note": "Mine.", "skills": { "digging": { "name": "Mine" } } }, "extra": { "after": "low", "title": "Extra" } },
        "questions": { "six": { "ask": "Mine?" } } }"#;
    let case = |base: &str, warnings: &[&str]| {
        let sources = [Source { name: "small", text: base }, Source { name: "mine", text: overlay }];
        let reading = format::read_chain(&sources);
        let problems: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems, warnings);
        reading.ladder.expect("warnings only")
    };
    assert_eq!(levels(&case(&base, &[])), "low 1, extra 2, middle 3, high 4, top 5, deep 4, deeper 5");
    let without_skill = base.replace("{ \"id\": \"digging\"", "{ \"id\": \"digging-holes\"");
    case(
        &without_skill,
        &[
            "2:58: warning: rungs.low.skills.digging: the ladder that this extends has no `digging`, so this is left out; known ids: `digging-holes`, `asking` (a new item needs \"after\")",
        ],
    );
    let with_extra = base.replace("{ \"id\": \"middle\", \"title\"", "{ \"id\": \"extra\", \"title\": \"New\", \"level\": 2, \"track\": \"main\" },\n{ \"id\": \"middle\", \"title\"");
    let with_extra = with_extra.replace("\"Middle\", \"level\": 2", "\"Middle\"");
    assert_eq!(levels(&case(&with_extra, &[])), "low 1, extra 2, middle 3, high 4, top 5, deep 4, deeper 5");
}
