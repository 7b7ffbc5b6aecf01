//! Reads any text. Reading must end, problems must point into the file, and a ladder must survive packing.

#![no_main]

use career_ladder_core::format::{Severity, read};
use career_ladder_core::ladder::{pack, unpack};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let reading = read(text);
    let lines: Vec<&str> = text.split('\n').collect();
    let mut errors = 0;
    for problem in &reading.problems {
        let line = lines.get(problem.line - 1).expect("a line of the file");
        assert!((1..=line.chars().count() + 1).contains(&problem.column), "{problem} is outside of its line");
        assert!(!problem.message.is_empty() && !problem.to_string().contains('\n'), "{problem:?}");
        errors += usize::from(problem.severity == Severity::Error);
    }
    assert_eq!(reading.ladder.is_some(), errors == 0);
    if let Some(ladder) = reading.ladder {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        serde_json::from_str::<serde::de::IgnoredAny>(text).expect("a ladder file is JSON");
        assert_eq!(unpack(&pack(&ladder)), Some(ladder));
    }
});
