//! Reads any text as an overlay. Reading must end, problems must point into their file, and merging twice must be the same
//! as merging once.

#![no_main]

use career_ladder_core::format::{Source, merge, read, read_chain};
use libfuzzer_sys::fuzz_target;

const BASE: &str = include_str!("../../core/tests/overlays/bases/small.json");

fn sources<'a>(base: &'a str, overlay: &'a str) -> [Source<'a>; 2] {
    [Source { name: "small", text: base }, Source { name: "overlay", text: overlay }]
}

fuzz_target!(|overlay: &str| {
    let reading = read_chain(&sources(BASE, overlay));
    for problem in &reading.problems {
        let text = if problem.base.is_some() { BASE } else { overlay };
        let line = text.split('\n').nth(problem.line - 1).expect("a line of the file");
        assert!((1..=line.chars().count() + 1).contains(&problem.column), "{problem} is outside of its line");
        assert!(!problem.to_string().contains('\n'), "{problem:?}");
    }
    let Some(ladder) = reading.ladder else { return };
    let merged = merge(&sources(BASE, overlay)).expect("a ladder without errors");
    let id = ladder.id.clone();
    assert_eq!(read(&merged).ladder, Some(ladder));
    if id != "small" {
        let again = merged.replacen(&format!("\"id\": \"{id}\""), "\"id\": \"small\"", 1);
        assert_eq!(merge(&sources(&again, overlay)), Some(merged));
    }
});
