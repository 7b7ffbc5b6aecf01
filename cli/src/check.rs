//! `career-ladder check`.

use std::ffi::OsString;
use std::process::ExitCode;

use career_ladder_core::format::{self, Part, Problem, Reading, Severity};
use career_ladder_core::ladder::Ladder;
use career_ladder_simulate::{Finding, advise};
use pico_args::Arguments;
use serde_json::json;

use super::file;

/// Prints every problem of the files. A schema that lies beside them, and so is among `*.json`, is left out.
pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let as_json = arguments.contains("--json");
    let mut files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`check` has no option `{option}`"));
    }
    if files.is_empty() {
        return super::misuse("`check` needs the files to check");
    }
    files.retain(|file| {
        let is_schema = file.to_string_lossy().ends_with(".schema.json");
        if is_schema {
            eprintln!("{}: a JSON Schema, not checked", file.to_string_lossy());
        }
        !is_schema
    });
    let found: Vec<(String, Problem)> = files.iter().flat_map(problems).collect();
    let printed = super::print(&if as_json { objects(&found) } else { lines(&found) });
    let count = |severity| found.iter().filter(|(_, problem)| problem.severity == severity).count();
    let errors = count(Severity::Error);
    let counts = [(files.len(), "file"), (errors, "error"), (count(Severity::Warning), "warning")];
    let counts = counts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
    eprintln!("{}", counts.join(", "));
    if errors > 0 { ExitCode::FAILURE } else { printed }
}

/// The problems of a file, each with its name.
fn problems(file: &OsString) -> Vec<(String, Problem)> {
    let name = file.to_string_lossy().into_owned();
    let problems = match file::text(file) {
        Ok(text) => {
            let Reading { ladder, mut problems } = format::read(&text);
            if let Some(ladder) = ladder {
                problems.extend(format::warnings(&text, &played(&ladder)));
                problems.sort_by_key(|problem| (problem.line, problem.column));
            }
            problems
        }
        Err(problem) => vec![problem],
    };
    problems.into_iter().map(|problem| (name.clone(), problem)).collect()
}

/// What simulated readers show about a ladder, but for what reading it has shown.
fn played(ladder: &Ladder) -> Vec<(Part, String)> {
    let findings = advise(ladder).into_iter();
    let warnings = findings.filter_map(|finding| match finding {
        Finding::Alike { .. } => None,
        Finding::Rung { rung, message } => Some((Part::Rung(rung), message)),
        Finding::Question { question, message } => Some((Part::Question(question), message)),
    });
    warnings.collect()
}

fn lines(found: &[(String, Problem)]) -> String {
    found.iter().map(|(file, problem)| format!("{file}:{problem}\n")).collect()
}

fn objects(found: &[(String, Problem)]) -> String {
    let objects = found.iter().map(|(file, Problem { severity, path, line, column, message })| {
        let severity = severity.to_string();
        json!({ "file": file, "severity": severity, "path": path, "line": line, "column": column, "message": message })
    });
    format!("{:#}\n", objects.collect::<serde_json::Value>())
}
