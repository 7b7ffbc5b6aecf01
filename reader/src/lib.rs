//! Reads a site owner's own ladder file in the browser.
//!
//! A wasm of its own, fetched only by pages that bring a ladder: bundled ladders were read when they
//! were built, so the widget itself knows no JSON.

use career_ladder_core::format::{self, Problem, Severity};
use career_ladder_core::ladder::pack;
use serde_json::{Value, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads the text of a ladder file.
///
/// Gives three things in a row: the length of the problems in bytes (32 bits, lowest first); the
/// problems as a JSON list of `{severity, path, line, column, message}`; and the packed ladder, or
/// nothing where it is refused.
#[must_use]
#[wasm_bindgen]
pub fn read(text: &str) -> Vec<u8> {
    let reading = format::read(text);
    let problems: Vec<Value> = reading.problems.iter().map(describe).collect();
    let problems = Value::from(problems).to_string();
    let length = u32::try_from(problems.len()).unwrap_or(0);
    let mut answer = length.to_le_bytes().to_vec();
    answer.extend(problems.bytes());
    if let Some(ladder) = reading.ladder {
        answer.extend(pack(&ladder));
    }
    answer
}

fn describe(problem: &Problem) -> Value {
    let severity = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let Problem { path, line, column, message, .. } = problem;
    json!({ "severity": severity, "path": path, "line": line, "column": column, "message": message })
}
