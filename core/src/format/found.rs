//! What was found while reading: problems by the place of the value they are about.

use super::{Problem, Severity};

/// Of each severity no more are listed; a file with more is no ladder file.
const MOST: usize = 1_000;
/// No more of the file's own words are quoted at once, in characters.
const QUOTED: usize = 40;

/// A problem, by the place in the file (in bytes) where the value or name it is about begins.
pub(super) struct Finding {
    pub(super) at: usize,
    pub(super) severity: Severity,
    pub(super) message: String,
}

/// All problems so far.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) list: Vec<Finding>,
    errors: usize,
    warnings: usize,
}

impl Findings {
    /// Notes what keeps the file from being a ladder.
    pub(super) fn error(&mut self, at: usize, message: impl Into<String>) {
        self.errors += 1;
        if self.errors <= MOST {
            self.list.push(Finding { at, severity: Severity::Error, message: message.into() });
        }
    }

    /// Notes what does not, but deserves a second look.
    pub(super) fn warn(&mut self, at: usize, message: impl Into<String>) {
        self.warnings += 1;
        if self.warnings <= MOST {
            self.list.push(Finding { at, severity: Severity::Warning, message: message.into() });
        }
    }

    /// Whether no error was found.
    pub(super) fn is_correct(&self) -> bool {
        self.errors == 0
    }

    /// What to say about problems that are not listed.
    pub(super) fn rest(&self) -> Vec<Problem> {
        let rest = |severity, count: usize, what: &str| {
            let message = format!("{} more {what} are not listed", count.checked_sub(MOST + 1)? + 1);
            Some(Problem { severity, path: String::new(), line: 1, column: 1, message })
        };
        let errors = rest(Severity::Error, self.errors, "errors");
        errors.into_iter().chain(rest(Severity::Warning, self.warnings, "warnings")).collect()
    }
}

/// Words of the file, fit to be quoted in a message of one line.
pub(super) fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(QUOTED).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
