//! `career-ladder check`: prints every problem of ladder files.

use std::ffi::OsString;
use std::process::ExitCode;

use career_ladder_core::format::{self, LadderItem, Problem, Reading, Severity};
use career_ladder_core::ladder::Ladder;
use career_ladder_simulate::{Advice, advise};
use pico_args::Arguments;
use serde_json::json;

use super::chain::Chain;
use super::{counted, file};

/// Checks all files but JSON Schemas, which authors keep beside their ladders and so match `*.json`.
pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let as_json = arguments.contains("--json");
    let mut files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`check` has no option `{option}`"));
    }
    if files.is_empty() {
        return super::misuse("`check` needs at least one file");
    }
    files.retain(|file| {
        let is_schema = file.to_string_lossy().ends_with(".schema.json");
        if is_schema {
            print_error!("{}: a JSON Schema, not checked", file.to_string_lossy());
        }
        !is_schema
    });
    let found: Vec<(String, Problem)> = files.iter().flat_map(problems).collect();
    let printed = super::print(&if as_json { objects(&found) } else { lines(&found) });
    let count = |severity| found.iter().filter(|(_, problem)| problem.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    print_error!("{}, {}, {}", counted(files.len(), "file"), counted(errors, "error"), counted(warnings, "warning"));
    if errors > 0 { ExitCode::FAILURE } else { printed }
}

/// The problems of a file in the order of their lines, each with the name of the file.
fn problems(file: &OsString) -> Vec<(String, Problem)> {
    let name = file.to_string_lossy().into_owned();
    let problems = match Chain::open(file) {
        Ok(chain) => {
            let Reading { ladder, mut problems } = chain.read();
            if let Some(ladder) = ladder {
                problems.extend(format::attach_warnings(&chain.sources(), &advice(&ladder)));
                // Those of the file itself have no base, and come first.
                problems.sort_by(|one, other| place(one).cmp(&place(other)));
            }
            problems
        }
        Err(problem) => vec![problem],
    };
    problems.into_iter().map(|problem| (name.clone(), problem)).collect()
}

fn place(problem: &Problem) -> (Option<&str>, usize, usize) {
    (problem.base.as_deref(), problem.line, problem.column)
}

/// Advice from simulated readers. [`Advice::Alike`] is left out, since reading the file warns of it already.
fn advice(ladder: &Ladder) -> Vec<(LadderItem, String)> {
    let advice = advise(ladder).into_iter().filter_map(|advice| match advice {
        Advice::Alike { .. } => None,
        Advice::Rung { rung, message } => Some((LadderItem::Rung(rung), message)),
        Advice::Question { question, message } => Some((LadderItem::Question(question), message)),
    });
    advice.collect()
}

fn lines(found: &[(String, Problem)]) -> String {
    found.iter().map(|(file, problem)| problem.in_file(file) + "\n").collect()
}

fn objects(found: &[(String, Problem)]) -> String {
    let objects = found.iter().map(|(file, Problem { base, severity, path, line, column, message })| {
        let severity = severity.to_string();
        let position = base.as_ref().unwrap_or(file);
        let mut object =
            json!({ "file": position, "severity": severity, "path": path, "line": line, "column": column, "message": message });
        if base.is_some() {
            object["overlay"] = json!(file);
        }
        object
    });
    format!("{:#}\n", objects.collect::<serde_json::Value>())
}
