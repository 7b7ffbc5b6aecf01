//! Input files, by their names on the command line.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};

use career_ladder_core::format::{self, MAX_BYTES, Problem, Severity};
use career_ladder_core::ladder::Ladder;

/// The first argument that looks like an option instead of a file name.
pub(super) fn option(arguments: &[OsString]) -> Option<String> {
    let mut names = arguments.iter().map(|argument| argument.to_string_lossy());
    names.find(|name| name.len() > 1 && name.starts_with('-')).map(Into::into)
}

/// Opens a file; `-` stands for standard input.
pub(super) fn open(file: &OsStr) -> io::Result<Box<dyn Read>> {
    if file == "-" { Ok(Box::new(io::stdin().lock())) } else { Ok(Box::new(File::open(file)?)) }
}

/// The ladder in a file. If it has errors, they are printed and the result is `None`.
pub(super) fn ladder(file: &OsStr) -> Option<Ladder> {
    let (ladder, problems) = match text(file) {
        Ok(text) => {
            let reading = format::read(&text);
            (reading.ladder, reading.problems)
        }
        Err(problem) => (None, vec![problem]),
    };
    for problem in problems.iter().filter(|problem| problem.severity == Severity::Error) {
        eprintln!("{}:{problem}", file.to_string_lossy());
    }
    ladder
}

/// The text of a file, or the problem that prevents reading it. One byte over the limit shows that a file is too large.
pub(super) fn text(file: &OsStr) -> Result<String, Problem> {
    let error = |message| Problem { severity: Severity::Error, path: String::new(), line: 1, column: 1, message };
    let mut bytes = Vec::new();
    let read = open(file).and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|failure| error(format!("cannot be read: {failure}")))?;
    if bytes.len() > MAX_BYTES {
        return Err(error(format!("the file is larger than 1 MiB; at most {MAX_BYTES} bytes are allowed")));
    }
    format::decode(&bytes).map(str::to_owned)
}
