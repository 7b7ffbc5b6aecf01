//! Errors and warnings: where they point, how they are collected, and how they are shown.

use crate::gather::Gather as _;
use std::fmt;

/// Errors and warnings are counted separately, and those beyond this number are only counted: a file with more
/// of them is not a ladder file.
const MAX_LISTED: usize = 1_000;
/// Longer quotations from the file are cut to this many characters.
const MAX_QUOTED: usize = 40;

/// A message about a ladder file, displayed as `LINE:COLUMN: error: PATH: MESSAGE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file that path, line and column lead into, if it is one that the ladder file extends; `None` for
    /// the ladder file itself.
    pub base: Option<String>,
    /// Errors refuse the file; warnings do not.
    pub severity: Severity,
    /// The path to the value, such as `rungs[2].track`; empty for the file as a whole.
    pub path: String,
    /// Counts from 1.
    pub line: usize,
    /// Counts characters from 1.
    pub column: usize,
    /// States the mistake and its remedy, in lower case and without a full stop.
    pub message: String,
}

impl Problem {
    /// An error about a file as a whole.
    #[must_use]
    pub fn of_file(message: String) -> Self {
        Self { base: None, severity: Severity::Error, path: String::new(), line: 1, column: 1, message }
    }

    /// The same problem in a file that the ladder file extends.
    #[must_use]
    pub fn in_base(self, name: &str) -> Self {
        let message = format!("in the ladder that this extends: {}", self.message);
        Self { base: Some(name.to_owned()), message, ..self }
    }

    /// The problem in one line, `FILE:LINE:COLUMN: error: PATH: MESSAGE`. `name` is the name of the ladder file.
    #[must_use]
    pub fn in_file(&self, name: &str) -> String {
        format!("{}:{self}", self.base.as_deref().unwrap_or(name))
    }
}

/// Whether a problem refuses the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// No ladder can be built from the file.
    Error,
    /// The ladder can be used, but the author probably meant something else.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: ", self.line, self.column, self.severity)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// The file that a span lies in: 0 is the ladder file itself, 1 the one that it extends, 2 the one that this extends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct SourceFile(u8);

impl SourceFile {
    /// The file at an index. A chain has at most three files.
    pub(super) fn new(index: usize) -> Self {
        Self(u8::try_from(index).unwrap_or(u8::MAX))
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A range of bytes in a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Span {
    pub(super) file: SourceFile,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Span {
    /// From byte `start` of the ladder file up to, not including, byte `end`.
    pub(super) const fn new(start: usize, end: usize) -> Self {
        Self { file: SourceFile(0), start, end }
    }

    /// The empty range before byte `at` of the ladder file.
    pub(super) const fn point(at: usize) -> Self {
        Self::new(at, at)
    }

    /// This range, or the other one if that lies in a file which extends the file of this one. A mistake that two files make
    /// together is the overlay's.
    pub(super) fn outer(self, other: Self) -> Self {
        if other.file < self.file { other } else { self }
    }

    /// The same range of another file.
    pub(super) const fn in_file(self, file: SourceFile) -> Self {
        Self { file, ..self }
    }
}

/// A message about the value or name at a span.
pub(super) struct Diagnostic {
    pub(super) span: Span,
    pub(super) severity: Severity,
    pub(super) message: String,
    /// Other places that it is about. Their paths follow the message.
    pub(super) places: Vec<Span>,
}

/// Collects diagnostics in the order in which they are found.
#[derive(Default)]
pub(super) struct Diagnostics {
    listed: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl Diagnostics {
    /// Reports a mistake that refuses the file.
    pub(super) fn error(&mut self, span: Span, message: impl Into<String>) {
        self.error_at(span, message, Vec::new());
    }

    /// Reports a mistake that shows in several places. The paths of the others follow the message.
    pub(super) fn error_at(&mut self, span: Span, message: impl Into<String>, places: Vec<Span>) {
        self.add(Diagnostic { span, severity: Severity::Error, message: message.into(), places });
    }

    /// Reports something that is allowed but rarely meant.
    pub(super) fn warn(&mut self, span: Span, message: impl Into<String>) {
        self.add(Diagnostic { span, severity: Severity::Warning, message: message.into(), places: Vec::new() });
    }

    #[inline(never)]
    fn add(&mut self, diagnostic: Diagnostic) {
        let count = if diagnostic.severity == Severity::Error { &mut self.errors } else { &mut self.warnings };
        *count += 1;
        if *count <= MAX_LISTED {
            self.listed.push(diagnostic);
        }
    }

    /// The first byte of the last error, if it is listed and in this file.
    pub(super) fn last_error(&self, file: SourceFile) -> Option<usize> {
        let last = self.listed.last().filter(|_| self.errors <= MAX_LISTED)?;
        (last.span.file == file && last.severity == Severity::Error).then_some(last.span.start)
    }

    /// Replaces the last error, and all errors of its file from byte `from` on, which it led to.
    pub(super) fn supersede(&mut self, span: Span, from: usize, message: impl Into<String>) {
        let before = self.listed.len();
        self.listed.pop();
        self.listed.retain(|one| one.span.file != span.file || one.span.start < from);
        self.errors -= before - self.listed.len();
        self.error(span, message);
    }

    pub(super) fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Separates the listed diagnostics from the problems that say how many are not listed.
    pub(super) fn finish(self) -> (Vec<Diagnostic>, Vec<Problem>) {
        let unlisted = [(Severity::Error, self.errors), (Severity::Warning, self.warnings)]
            .into_iter()
            .filter(|&(_, count)| count > MAX_LISTED)
            .map(|(severity, count)| {
                let message = format!("{} more {severity}s are not listed", count - MAX_LISTED);
                Problem { severity, ..Problem::of_file(message) }
            });
        (self.listed, unlisted.gather())
    }
}

/// An excerpt of the file, safe inside a message of one line: shortened, and without control characters.
pub(super) fn quoted(text: &str) -> String {
    let replace_control = |c: char| if c.is_control() { '\u{fffd}' } else { c };
    let mut quoted: String = text.chars().take(MAX_QUOTED).map(replace_control).collect();
    if text.chars().nth(MAX_QUOTED).is_some() {
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagnostics_beyond_the_limit_are_counted_by_severity() {
        fn case(errors: usize, warnings: usize, listed: usize, unlisted: &[&str]) {
            let mut diagnostics = Diagnostics::default();
            (0..errors).for_each(|_| diagnostics.error(Span::default(), "wrong"));
            (0..warnings).for_each(|_| diagnostics.warn(Span::default(), "odd"));
            assert_eq!(diagnostics.has_errors(), errors > 0);
            let (found, rest) = diagnostics.finish();
            assert_eq!(found.len(), listed, "{errors} errors, {warnings} warnings");
            assert_eq!(rest.iter().map(|problem| &*problem.message).collect::<Vec<_>>(), unlisted);
        }
        case(0, 3, 3, &[]);
        case(MAX_LISTED, MAX_LISTED, 2 * MAX_LISTED, &[]);
        case(MAX_LISTED + 1, 0, MAX_LISTED, &["1 more errors are not listed"]);
        case(2, MAX_LISTED + 5, MAX_LISTED + 2, &["5 more warnings are not listed"]);
    }

    #[test]
    fn long_quotations_are_cut_and_control_characters_replaced() {
        assert_eq!(quoted(&"é".repeat(MAX_QUOTED)), "é".repeat(MAX_QUOTED));
        assert_eq!(quoted(&"é".repeat(MAX_QUOTED + 1)), "é".repeat(MAX_QUOTED) + "…");
        assert_eq!(quoted("a\u{1b}b"), "a\u{fffd}b");
    }
}
