//! From a path into the structure to a line and column of the file.

use std::fmt;

/// A step into the structure.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Item(usize),
}

/// A path such as `rungs[2].track`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Path(Vec<Step>);

impl Path {
    /// The path of a field of what this path leads to.
    pub(super) fn key(&self, name: &str) -> Self {
        self.and(Step::Key(name.to_owned()))
    }

    /// The path of an item of the list this path leads to.
    pub(super) fn item(&self, index: usize) -> Self {
        self.and(Step::Item(index))
    }

    fn and(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(name) if place == 0 => f.write_str(name)?,
                Step::Key(name) => write!(f, ".{name}")?,
                Step::Item(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Line and column (both from 1, columns in characters) of the value at `path`.
/// Where the value is missing: of what should hold it. `text` is correct JSON.
pub(super) fn locate(text: &str, path: &Path) -> (usize, usize) {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    scan.space();
    for step in &path.0 {
        let holder = scan.at;
        if !scan.enter(step) {
            scan.at = holder;
            break;
        }
    }
    let before = &text[..scan.at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(b'}')
    }

    fn space(&mut self) {
        while self.peek().is_ascii_whitespace() {
            self.at += 1;
        }
    }

    /// From the start of an object or a list to the start of a value in it.
    fn enter(&mut self, step: &Step) -> bool {
        let list = self.peek() == b'[';
        if list != matches!(step, Step::Item(_)) {
            return false;
        }
        for index in 0.. {
            self.at += 1;
            self.space();
            if matches!(self.peek(), b']' | b'}') {
                return false;
            }
            let found = match step {
                Step::Item(wanted) => index == *wanted,
                Step::Key(wanted) => {
                    let start = self.at;
                    self.skip();
                    let key: String = serde_json::from_slice(&self.bytes[start..self.at]).unwrap_or_default();
                    self.space();
                    self.at += 1;
                    self.space();
                    key == *wanted
                }
            };
            if found {
                return true;
            }
            self.skip();
            self.space();
            if self.peek() != b',' {
                return false;
            }
        }
        false
    }

    /// Over one value.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    while self.at < self.bytes.len() && self.peek() != b'"' {
                        self.at += if self.peek() == b'\\' { 2 } else { 1 };
                    }
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                b',' | b':' => {}
                byte if byte.is_ascii_whitespace() => {}
                _ => {
                    while !matches!(
                        self.bytes.get(self.at + 1),
                        None | Some(b',' | b']' | b'}' | b' ' | b'\n' | b'\r' | b'\t')
                    ) {
                        self.at += 1;
                    }
                }
            }
            self.at += 1;
            if depth == 0 || self.at >= self.bytes.len() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_path() {
        let text = "{ \"a\": [1, \"x ] \\\" é\", { \"b\": null,\n \"c\": [] }] }";
        let a = Path::default().key("a");
        assert_eq!(locate(text, &Path::default()), (1, 1));
        assert_eq!(locate(text, &a), (1, 8));
        assert_eq!(locate(text, &a.item(0)), (1, 9));
        assert_eq!(locate(text, &a.item(2)), (1, 24));
        assert_eq!(locate(text, &a.item(2).key("c")), (2, 7));
    }

    #[test]
    fn a_missing_value_is_where_it_should_be() {
        let text = "{ \"a\": [1] }";
        let a = Path::default().key("a");
        assert_eq!(locate(text, &a.item(7)), (1, 8));
        assert_eq!(locate(text, &a.item(0).key("deep")), (1, 9));
        assert_eq!(locate(text, &Path::default().key("z")), (1, 1));
    }
}
