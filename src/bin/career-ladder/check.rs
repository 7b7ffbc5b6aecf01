//! `career-ladder check`.

use std::ffi::OsString;
use std::io::Read as _;
use std::process::ExitCode;

use career_ladder::content::{self, MAX_BYTES, Part, Problem, Reading, Severity};
use career_ladder::ladder::Ladder;
use career_ladder::simulate::{self, Finding};
use pico_args::Arguments;
use serde_json::json;

/// Prints every problem of the files. A schema that lies beside them, and so is among `*.json`, is left out.
pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let as_json = arguments.contains("--json");
    let mut files = arguments.finish();
    if let Some(option) = files.iter().find(|file| file.len() > 1 && file.to_string_lossy().starts_with('-')) {
        return super::misuse(&format!("`check` has no option `{}`", option.to_string_lossy()));
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
    let problems = match text(file) {
        Ok(text) => {
            let Reading { ladder, mut problems } = content::read(&text);
            problems.extend(ladder.iter().flat_map(|ladder| content::warnings(&text, &played(ladder))));
            problems.sort_by_key(|problem| (problem.line, problem.column));
            problems
        }
        Err((line, column, message)) => {
            vec![Problem { severity: Severity::Error, path: String::new(), line, column, message }]
        }
    };
    problems.into_iter().map(|problem| (name.clone(), problem)).collect()
}

/// What simulated readers show about a ladder, but for what reading it has shown.
fn played(ladder: &Ladder) -> Vec<(Part, String)> {
    let findings = simulate::advise(ladder).into_iter();
    let warnings = findings.filter_map(|finding| match finding {
        Finding::Alike { .. } => None,
        Finding::Rung { rung, message } => Some((Part::Rung(rung), message)),
        Finding::Question { question, message } => Some((Part::Question(question), message)),
    });
    warnings.collect()
}

/// The text of a file, or why there is none. Of a file that is too large only so much is read as shows it.
pub(super) fn text(file: &OsString) -> Result<String, (usize, usize, String)> {
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    let read = if file == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| (1, 1, format!("cannot be read: {error}")))?;
    if bytes.len() > MAX_BYTES {
        return Err((1, 1, format!("the file is larger than 1 MiB; at most {MAX_BYTES} bytes are read")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
        let line = valid.matches('\n').count() + 1;
        let column = valid.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line, column, "is no text in UTF-8 from here on; save the file in that encoding".to_owned())
    })
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
