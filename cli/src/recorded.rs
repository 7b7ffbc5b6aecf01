//! Files of recorded answers: one line of JSON for each reader.

mod line;

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};

use career_ladder_core::ladder::Ladder;

use super::{counted, file};
use line::LineReader;
pub(super) use line::{Fault, RecordedAnswers};

/// At most this many errors are listed. The others are only counted, since the file is probably of another kind.
const MAX_LISTED: usize = 1_000;

/// A file of answers to one ladder.
pub(super) struct AnswersFile<'l> {
    lines: LineReader<'l>,
    /// For error messages.
    name: String,
    input: Box<dyn BufRead>,
    /// The number of errors found so far.
    errors: usize,
}

impl<'l> AnswersFile<'l> {
    /// Opens a file; `-` stands for standard input. If it cannot be read, this is printed and the result is `None`.
    pub(super) fn open(ladder: &'l Ladder, file: &OsStr) -> Option<Self> {
        let name = file.to_string_lossy().into_owned();
        match file::open(file) {
            Ok(input) => {
                let input = Box::new(BufReader::new(input));
                Some(Self { lines: LineReader::new(ladder), name, input, errors: 0 })
            }
            Err(error) => {
                print_error!("{name}: cannot be read: {error}");
                None
            }
        }
    }

    /// Calls `use_line` for each line without faults, one at a time, so that files may be of any size. Prints the faults of
    /// the others, and those that `use_line` finds. Ends when `use_line` fails.
    pub(super) fn read<E>(
        &mut self,
        mut use_line: impl FnMut(&RecordedAnswers<'_>) -> Result<Result<(), Fault>, E>,
    ) -> Result<(), E> {
        let mut bytes = Vec::new();
        for number in 1.. {
            bytes.clear();
            match self.input.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => {
                    let line = if number == 1 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes) } else { &bytes };
                    let line = line.trim_ascii_end();
                    if line.is_empty() {
                        continue;
                    }
                    let faults = match self.lines.read(line) {
                        Ok(reader) => use_line(&reader)?.err().into_iter().collect(),
                        Err(faults) => faults,
                    };
                    faults.iter().for_each(|fault| self.report(number, fault));
                }
                Err(error) => {
                    self.report(number, &Fault::new("", format!("cannot be read: {error}")));
                    break;
                }
            }
        }
        Ok(())
    }

    fn report(&mut self, line: usize, Fault { column, path, message }: &Fault) {
        self.errors += 1;
        if self.errors <= MAX_LISTED {
            let column = column.map(|column| format!(":{column}")).unwrap_or_default();
            let colon = if path.is_empty() { "" } else { ": " };
            print_error!("{}:{line}{column}: error: {path}{colon}{message}", self.name);
        }
    }

    /// Prints what became of the readers, and the number of errors, which is returned.
    pub(super) fn summarize(&self, readers: usize, done: &str) -> usize {
        if self.errors > MAX_LISTED {
            print_error!("{}: {} more errors are not listed", self.name, self.errors - MAX_LISTED);
        }
        print_error!("{} {done}, {}", counted(readers, "reader"), counted(self.errors, "error"));
        self.errors
    }
}
