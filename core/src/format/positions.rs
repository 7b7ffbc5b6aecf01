//! Turns spans into lines, columns and paths.

use super::diagnostics::{Diagnostic, Diagnostics, Problem, SourceFile, Span, quoted};
use super::syntax::{Value, ValueKind};
use crate::gather::Gather as _;

/// The most other places that a message names.
const MAX_PLACES: usize = 3;

/// A file that spans lie in.
pub(super) struct Positioned<'v, 'a> {
    pub(super) name: &'v str,
    pub(super) text: &'v str,
    /// The value that paths lead from; without it they stay empty.
    pub(super) root: Option<&'v Value<'a>>,
}

/// The problems of files, in their order. The first is the ladder file, each other one is extended by the one before it.
pub(super) fn locate(files: &[Positioned<'_, '_>], diagnostics: Diagnostics) -> Vec<Problem> {
    let (found, unlisted) = diagnostics.finish();
    let key = |diagnostic: &Diagnostic| (diagnostic.span.file, diagnostic.span.start);
    let mut listed: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for diagnostic in found {
        let place = listed.partition_point(|before| key(before) <= key(&diagnostic));
        listed.insert(place, diagnostic);
    }
    let mut cursors: Vec<Cursor<'_>> =
        files.iter().map(|file| Cursor { text: file.text, at: 0, line: 1, column: 1 }).collect();
    let located = listed.into_iter().map(|Diagnostic { span, severity, mut message, places }| {
        let index = span.file.index();
        let (file, cursor) = (&files[index], &mut cursors[index]);
        cursor.advance(span.start);
        let path = file.root.map(|root| path_to(root, span.start, false)).unwrap_or_default();
        message += &listed_places(files, span.file, &places);
        let problem = Problem { base: None, severity, path, line: cursor.line, column: cursor.column, message };
        if index == 0 { problem } else { problem.in_base(file.name) }
    });
    located.chain(unlisted).gather()
}

/// The paths of the first few places. Those in a file that the file of the message extends have ids in place of numbers, as
/// an overlay names them.
fn listed_places(files: &[Positioned<'_, '_>], from: SourceFile, places: &[Span]) -> String {
    let path = |place: &Span| {
        let root = files[place.file.index()].root;
        root.map(|root| path_to(root, place.start, place.file > from)).unwrap_or_default()
    };
    let listed: Vec<String> = places.iter().take(MAX_PLACES).map(path).collect();
    let more = match places.len().saturating_sub(MAX_PLACES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    listed.join(", ") + &more
}

/// The line and column of a byte, both from 1.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let mut cursor = Cursor { text, at: 0, line: 1, column: 1 };
    cursor.advance(at);
    (cursor.line, cursor.column)
}

/// Walks through the text once, counting lines and columns.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl Cursor<'_> {
    fn advance(&mut self, to: usize) {
        for c in self.text.get(self.at..to).unwrap_or_default().chars() {
            self.column += 1;
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            }
        }
        self.at = to;
    }
}

/// The path to the innermost value or name that contains a byte, such as `rungs[2].track`, or `rungs.pm.track` with ids.
fn path_to(root: &Value<'_>, at: usize, with_ids: bool) -> String {
    let mut path = String::new();
    let mut value = root;
    while value.span.start < at
        && let Some(inner) = step_into(value, at, with_ids, &mut path)
    {
        value = inner;
    }
    path
}

/// The item or member of a value that contains a byte. Appends its step to the path.
fn step_into<'v, 'a>(value: &'v Value<'a>, at: usize, with_ids: bool, path: &mut String) -> Option<&'v Value<'a>> {
    match &value.kind {
        ValueKind::List(items) => {
            let index = items.partition_point(|item| item.span.start <= at).checked_sub(1)?;
            let item = &items[index];
            if at >= item.span.end {
                return None;
            }
            match item.id().filter(|_| with_ids) {
                Some(id) => push_name(path, id),
                None => push_index(path, index),
            }
            Some(item)
        }
        ValueKind::Object(members) => {
            let index = members.partition_point(|member| member.span.start <= at).checked_sub(1)?;
            let member = &members[index];
            if at >= member.value.span.end {
                return None;
            }
            push_name(path, &member.name);
            Some(&member.value)
        }
        _ => None,
    }
}

/// Appends the index of an item to the path.
pub(super) fn push_index(path: &mut String, index: usize) {
    path.push_str(&format!("[{index}]"));
}

/// Appends a name to the path: after a dot, or in brackets unless it is a plain word.
pub(super) fn push_name(path: &mut String, name: &str) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$');
    if name.is_empty() || !name.bytes().all(is_plain) {
        path.push_str(&format!("[\"{}\"]", quoted(name)));
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(&quoted(name));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::syntax::parse;

    /// Expects line, column and path of the first `mark` in the text.
    fn case(text: &str, mark: &str, expected: (usize, usize, &str)) {
        let root = parse(text, SourceFile::default(), 1, &mut Diagnostics::default());
        let mut diagnostics = Diagnostics::default();
        diagnostics.error(Span::point(text.find(mark).expect("the mark")), "");
        let problems = locate(&[Positioned { name: "", text, root: root.as_ref() }], diagnostics);
        let Problem { line, column, path, .. } = &problems[0];
        assert_eq!((*line, *column, path.as_str()), expected, "{mark}");
    }

    #[test]
    fn values_and_names_have_lines_columns_and_paths() {
        let text = "{ \"a\": [1, \"x ] \\\" é\", { \"b\": null,\n \"c\": [] }],\r\n\"d e\": 7, \"\": true }";
        case(text, "{", (1, 1, ""));
        case(text, "\"a", (1, 3, "a"));
        case(text, "[", (1, 8, "a"));
        case(text, "1", (1, 9, "a[0]"));
        case(text, "{ \"b", (1, 24, "a[2]"));
        case(text, "null", (1, 31, "a[2].b"));
        case(text, "[]", (2, 7, "a[2].c"));
        case(text, "7", (3, 8, "[\"d e\"]"));
        case(text, "true", (3, 15, "[\"\"]"));
    }

    #[test]
    fn text_between_values_has_the_path_of_its_container() {
        case("{ \"a\": [1, 2] }", ", 2", (1, 10, "a"));
        case("{ \"a\": [1, 2] }", " }", (1, 14, ""));
        case("{ \"a\": [ , 2] }", " , 2", (1, 9, "a"));
        case("{ , \"a\": 1 }", " , ", (1, 2, ""));
    }

    #[test]
    fn text_between_name_and_value_has_the_path_of_the_name() {
        case("{ \"a\" : 1 }", " :", (1, 6, "a"));
        case("{ \"a\"  }", "a\"", (1, 4, "a"));
    }
}
