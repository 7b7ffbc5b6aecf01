//! From places in bytes to paths, lines and columns.

use super::Problem;
use super::found::{Finding, shown};
use super::json::{Kind, Value};

/// Turns findings into problems in the order of the file. `root` is what was read of it, if anything.
pub(super) fn problems(text: &str, root: Option<&Value<'_>>, mut found: Vec<Finding>) -> Vec<Problem> {
    found.sort_by_key(|finding| finding.at);
    let mut cursor = Cursor { text, at: 0, line: 1, column: 1 };
    let problems = found.into_iter().map(|Finding { at, severity, message }| {
        cursor.advance(at);
        let path = root.map(|root| path(root, at)).unwrap_or_default();
        Problem { severity, path, line: cursor.line, column: cursor.column, message }
    });
    problems.collect()
}

/// Goes through the text once, counting lines and columns (in characters).
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

/// The path to the innermost value or name around a place, such as `rungs[2].track`.
fn path(root: &Value<'_>, at: usize) -> String {
    let mut path = String::new();
    let mut value = root;
    while value.at < at {
        let inner = match &value.kind {
            Kind::List(items) => {
                let after = items.partition_point(|item| item.at <= at);
                after.checked_sub(1).filter(|&place| at < items[place].end).map(|place| {
                    path.push_str(&format!("[{place}]"));
                    &items[place]
                })
            }
            Kind::Object(members) => {
                let after = members.partition_point(|member| member.at <= at);
                after
                    .checked_sub(1)
                    .map(|place| &members[place])
                    .filter(|member| at < member.value.end.max(member.at + 1))
                    .map(|member| {
                        name(&mut path, &member.name);
                        &member.value
                    })
            }
            _ => None,
        };
        let Some(inner) = inner else { break };
        value = inner;
    }
    path
}

/// Appends a name; one that is no plain word stands in brackets.
fn name(path: &mut String, name: &str) {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$');
    if name.is_empty() || !name.bytes().all(plain) {
        path.push_str(&format!("[\"{}\"]", shown(name)));
    } else {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(&shown(name));
    }
}

#[cfg(test)]
mod tests {
    use super::super::found::Findings;
    use super::super::json::parse;
    use super::*;

    /// Where `mark` first stands in the text, as line, column and path.
    fn case(text: &str, mark: &str, expected: (usize, usize, &str)) {
        let root = parse(text, &mut Findings::default());
        let mut found = Findings::default();
        found.error(text.find(mark).expect("the mark"), "");
        let problems = problems(text, root.as_ref(), found.list);
        let Problem { line, column, path, .. } = &problems[0];
        assert_eq!((*line, *column, path.as_str()), expected, "{mark}");
    }

    #[test]
    fn places_have_lines_columns_and_paths() {
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
    fn what_stands_between_values_belongs_to_their_holder() {
        case("{ \"a\": [1, 2] }", ", 2", (1, 10, "a"));
        case("{ \"a\": [1, 2] }", " }", (1, 14, ""));
    }
}
