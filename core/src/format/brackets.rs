//! Names the bracket that is missing, if the structure of a file is unclear.
//!
//! The parser gives up where the text contradicts the brackets before it, which may be far behind the mistake. This reads
//! the brackets and names again, knows what the format has in each place, and says which one was opened where and is not
//! closed, or which one was never opened.

use super::diagnostics::{Diagnostics, SourceFile, Span};
use super::positions::{line_and_column, push_index, push_name};
use super::raw;
use super::shape::{FieldKey, Shape};

/// Deeper brackets are not looked at; the parser refuses them.
const MAX_DEPTH: usize = 100;

/// Replaces the error that ended the parsing of a file by one that names the missing bracket, if there is one.
pub(super) fn name_missing(text: &str, file: SourceFile, diagnostics: &mut Diagnostics) {
    let Some(gave_up) = diagnostics.last_error(file) else { return };
    let mut scan =
        Scan { text, at: 0, read_up_to: 0, line_start: 0, indent: 0, starts_line: true, open: Vec::new(), early: None };
    if let Some(Missing { at, after, noticed, message }) = scan.missing()
        && (noticed <= gave_up || noticed == text.len())
    {
        diagnostics.supersede(Span::point(at).in_file(file), after, message);
    }
}

/// A bracket that is missing.
struct Missing {
    /// The byte that it belongs before.
    at: usize,
    /// The end of what was read before that byte.
    after: usize,
    /// The byte at which the text contradicts its brackets.
    noticed: usize,
    message: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bracket {
    Curly,
    Square,
}

impl Bracket {
    fn shown(self) -> [char; 2] {
        if self == Self::Curly { ['{', '}'] } else { ['[', ']'] }
    }
}

enum Token<'a> {
    Open(Bracket),
    Close(Bracket),
    Colon,
    Comma,
    /// A string, without its quotes.
    Text(&'a str),
    /// A number or a word without quotes.
    Word(&'a str),
    End,
}

/// What the last value of a container is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    List,
    Text,
    Word,
}

/// A value, with what the format has in its place.
#[derive(Clone, Copy)]
struct Found<'a> {
    name: &'a str,
    shape: Shape,
    at: usize,
    /// The end of what was read before it.
    after: usize,
    kind: Kind,
}

impl Found<'_> {
    /// Whether this stands where the format has a list, so that its opening bracket may be missing.
    fn should_be_list(&self) -> bool {
        matches!(self.shape, Shape::List(_)) && matches!(self.kind, Kind::Object | Kind::Text)
    }
}

/// What an object has next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Name,
    Colon,
    Value,
}

/// The step from a container to the one inside of it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Name(&'a str),
    Index(usize),
}

/// An object or list that is open.
struct Container<'a> {
    bracket: Bracket,
    at: usize,
    /// The indentation of the line that it is opened on.
    indent: usize,
    step: Step<'a>,
    shape: Shape,
    next: Next,
    /// The name whose value comes next.
    name: &'a str,
    last: Option<Found<'a>>,
    /// The number of items of a list.
    items: usize,
    /// The fields of a record that it has, as bits.
    seen: u32,
}

impl<'a> Container<'a> {
    fn keys(&self) -> &'static [FieldKey] {
        if let Shape::Record(keys) = self.shape { keys } else { &[] }
    }

    /// The shape of the member with this name, or of any item.
    fn inner(&self, name: &str) -> Shape {
        match self.shape {
            Shape::Record(keys) => keys.iter().find(|key| key.name == name).map_or(Shape::Value, |key| key.shape),
            Shape::List(inner) | Shape::Map(inner) => *inner,
            _ => Shape::Value,
        }
    }

    fn lacks(&self, name: &str) -> bool {
        self.keys().iter().position(|key| key.name == name).is_some_and(|index| self.seen & (1 << index) == 0)
    }

    fn add_name(&mut self, name: &'a str) {
        if let Some(index) = self.keys().iter().position(|key| key.name == name) {
            self.seen |= 1 << index;
        }
        self.name = name;
        self.next = Next::Colon;
    }

    /// Adds a value; returns the step to it.
    fn add(&mut self, kind: Kind, at: usize, after: usize) -> (Step<'a>, Shape) {
        let name = if self.bracket == Bracket::Curly { self.name } else { "" };
        let shape = self.inner(name);
        self.last = Some(Found { name, shape, at, after, kind });
        self.next = Next::Name;
        self.items += 1;
        (if self.bracket == Bracket::Curly { Step::Name(name) } else { Step::Index(self.items - 1) }, shape)
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// The end of the last token.
    read_up_to: usize,
    line_start: usize,
    /// The indentation of the line.
    indent: usize,
    /// Whether the last token is the first of its line.
    starts_line: bool,
    open: Vec<Container<'a>>,
    /// The first place at which a bracket seems to be missing, though the text does not contradict the brackets yet.
    early: Option<(usize, usize, String)>,
}

impl<'a> Scan<'a> {
    /// Reads on until the text contradicts its brackets. `None` if it does not, or has another mistake.
    fn missing(&mut self) -> Option<Missing> {
        loop {
            let token = self.token()?;
            let at = self.at - self.length_of(&token);
            let after = std::mem::replace(&mut self.read_up_to, self.at);
            if self.open.is_empty() {
                let Token::Open(Bracket::Curly) = token else { return None };
                self.push(Bracket::Curly, at, Step::Root, Shape::Record(raw::Ladder::KEYS));
                continue;
            }
            if let Some(missing) = self.take(&token, at, after)? {
                return Some(missing);
            }
        }
    }

    /// Takes the next token. `None` if the text cannot be followed; else the missing bracket, if there is one.
    #[allow(clippy::option_option, reason = "the outer one ends the search")]
    fn take(&mut self, token: &Token<'a>, at: usize, after: usize) -> Option<Option<Missing>> {
        let depth = self.open.len();
        let top = self.open.last_mut()?;
        let is_object = top.bracket == Bracket::Curly;
        let unopened_list = top.last.filter(Found::should_be_list);
        match *token {
            Token::End => return Some(Some(self.unclosed(at, after, at))),
            Token::Open(bracket) if is_object && top.next == Next::Name => {
                return Some(Some(match unopened_list {
                    Some(last) if bracket == Bracket::Curly => self.unopened(Bracket::Square, last, at),
                    _ => self.unclosed(at, after, at),
                }));
            }
            Token::Open(bracket) => {
                let kind = if bracket == Bracket::Curly { Kind::Object } else { Kind::List };
                let (step, shape) = top.add(kind, at, after);
                if depth > MAX_DEPTH {
                    return None;
                }
                self.push(bracket, at, step, shape);
            }
            Token::Close(bracket) if bracket == top.bracket => {
                if self.starts_line && self.indent < top.indent {
                    self.note(at, after);
                }
                self.open.pop();
                if self.open.is_empty() {
                    return None;
                }
            }
            Token::Close(Bracket::Curly) => return Some(Some(self.unclosed(at, after, at))),
            Token::Close(Bracket::Square) => {
                let of_text = top.last.filter(|last| {
                    top.next == Next::Colon && last.kind == Kind::Text && matches!(last.shape, Shape::Value)
                });
                if let Some(last) = unopened_list.or(of_text) {
                    return Some(Some(self.unopened(Bracket::Square, last, at)));
                }
                let is_in_list = self.open.iter().any(|container| container.bracket == Bracket::Square);
                return is_in_list.then(|| Some(self.unclosed(at, after, at)));
            }
            Token::Comma if is_object => {
                if let (Next::Colon, Some(last)) = (top.next, unopened_list) {
                    return Some(Some(self.unopened(Bracket::Square, last, at)));
                }
                top.next = Next::Name;
            }
            Token::Comma => {}
            Token::Colon if is_object && top.next == Next::Colon => top.next = Next::Value,
            Token::Colon => return self.colon(at),
            Token::Text(name) | Token::Word(name) if is_object && top.next == Next::Name => {
                let is_foreign = !top.keys().is_empty() && top.keys().iter().all(|key| key.name != name);
                top.add_name(name);
                let above = self.open.iter().rev().skip(1).find(|above| !above.keys().is_empty());
                if is_foreign && above.is_some_and(|above| above.lacks(name)) {
                    self.note(at, after);
                }
            }
            Token::Text(_) => drop(top.add(Kind::Text, at, after)),
            Token::Word(_) => drop(top.add(Kind::Word, at, after)),
        }
        Some(None)
    }

    /// A colon that follows no name. The text before it is a name of the object that should be open.
    #[allow(clippy::option_option, reason = "as in `take`")]
    fn colon(&self, at: usize) -> Option<Option<Missing>> {
        let top = self.open.last()?;
        let last = top.last.filter(|last| last.kind == Kind::Text)?;
        let name = self.text.get(last.at + 1..)?.split('"').next()?;
        let is_field = match last.shape {
            Shape::Record(keys) => keys.iter().any(|key| key.name == name),
            shape => top.bracket == Bracket::Curly && matches!(shape, Shape::Map(_)),
        };
        let is_of_object = self.open.iter().rev().find(|outer| outer.bracket == Bracket::Curly)?.lacks(name);
        if is_field && !is_of_object {
            return Some(Some(self.unopened(Bracket::Curly, last, at)));
        }
        (top.bracket == Bracket::Square).then(|| Some(self.unclosed(last.at, last.after, at)))
    }

    fn push(&mut self, bracket: Bracket, at: usize, step: Step<'a>, shape: Shape) {
        let indent = self.indent;
        let (next, name, last, items, seen) = (Next::Name, "", None, 0, 0);
        self.open.push(Container { bracket, at, indent, step, shape, next, name, last, items, seen });
    }

    /// Notes that the innermost container seems to end before byte `at`.
    fn note(&mut self, at: usize, after: usize) {
        if self.early.is_none() {
            self.early = Some((at, after, self.unclosed_message(at)));
        }
    }

    fn unclosed(&self, at: usize, after: usize, noticed: usize) -> Missing {
        let (at, after, message) = self.early.clone().unwrap_or_else(|| (at, after, self.unclosed_message(at)));
        Missing { at, after, noticed, message }
    }

    fn unclosed_message(&self, at: usize) -> String {
        let Some(top) = self.open.last() else { return String::new() };
        let (line, column) = line_and_column(self.text, top.at);
        let path = self.path(None);
        let what = if path.is_empty() { "the ladder".to_owned() } else { format!("`{path}`") };
        let close = top.bracket.shown()[1];
        match (at == self.text.len(), self.open.len()) {
            (true, 1) => {
                format!("{what}, opened at {line}:{column}, is not closed; add {close} at the end of the file")
            }
            (true, _) => {
                format!(
                    "the file ends before {what}, opened at {line}:{column}, is closed; its end seems to be missing"
                )
            }
            (false, _) => format!("{what}, opened at {line}:{column}, is not closed; add {close} before this"),
        }
    }

    fn unopened(&self, bracket: Bracket, last: Found<'a>, noticed: usize) -> Missing {
        let path = self.path(Some(last));
        let [open, _] = bracket.shown();
        let what = if bracket == Bracket::Curly { "an object" } else { "a list" };
        let message = format!("`{path}` is {what}, but its {open} is missing; add {open} before this");
        Missing { at: last.at, after: last.after, noticed, message }
    }

    /// The path to the innermost container, and on to a value in it.
    fn path(&self, last: Option<Found<'a>>) -> String {
        let mut path = String::new();
        let mut step_into = |step| match step {
            Step::Root => {}
            Step::Name(name) => push_name(&mut path, name),
            Step::Index(index) => push_index(&mut path, index),
        };
        self.open.iter().for_each(|container| step_into(container.step));
        if let (Some(last), Some(top)) = (last, self.open.last()) {
            step_into(if top.bracket == Bracket::Curly { Step::Name(last.name) } else { Step::Index(top.items - 1) });
        }
        path
    }

    fn length_of(&self, token: &Token<'_>) -> usize {
        match token {
            Token::Open(_) | Token::Close(_) | Token::Colon | Token::Comma => 1,
            Token::Text(text) => text.len() + 2,
            Token::Word(word) => word.len(),
            Token::End => 0,
        }
    }

    /// The next token; `None` for text that is none.
    fn token(&mut self) -> Option<Token<'a>> {
        self.skip_space();
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else { return Some(Token::End) };
        let token = match first {
            '{' => Token::Open(Bracket::Curly),
            '[' => Token::Open(Bracket::Square),
            '}' => Token::Close(Bracket::Curly),
            ']' => Token::Close(Bracket::Square),
            ':' => Token::Colon,
            ',' => Token::Comma,
            '"' => Token::Text(string(&rest[1..])?),
            _ => {
                let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '-' | '+' | '.');
                let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
                Token::Word(Some(word).filter(|word| !word.is_empty())?)
            }
        };
        self.at += self.length_of(&token);
        Some(token)
    }

    /// Skips white space, and measures the indentation of the line after it.
    fn skip_space(&mut self) {
        let rest = &self.text[self.at..];
        let end = self.at + rest.find(|c| !matches!(c, ' ' | '\t' | '\n' | '\r')).unwrap_or(rest.len());
        let line_break = self.text[self.at..end].rfind('\n');
        self.starts_line = line_break.is_some();
        if let Some(line_break) = line_break {
            self.line_start = self.at + line_break + 1;
            self.indent = end - self.line_start;
        }
        self.at = end;
    }
}

/// The string that begins here, up to its quote on the same line.
fn string(text: &str) -> Option<&str> {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\n' | b'\r' => return None,
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return Some(&text[..at]),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::format::positions::line_and_column;
    use crate::format::read;

    const ENGINEERING: &str = include_str!("../../../ladders/engineering.json");
    const SMALL: &str = include_str!("../../tests/overlays/bases/small.json");

    /// The positions of all brackets outside of strings, each opening one with the one that closes it.
    fn pairs(text: &str) -> Vec<(usize, usize)> {
        let (mut open, mut pairs, mut in_string, mut is_escaped) = (Vec::new(), Vec::new(), false, false);
        for (at, c) in text.char_indices() {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => in_string = !in_string,
                '{' | '[' if !in_string => open.push(at),
                '}' | ']' if !in_string => pairs.push((open.pop().expect("a pair"), at)),
                _ => {}
            }
        }
        pairs
    }

    fn without(text: &str, at: usize) -> Vec<String> {
        let text = [&text[..at], &text[at + 1..]].concat();
        read(&text).problems.iter().map(ToString::to_string).collect()
    }

    /// Takes out each bracket of a file in turn.
    fn check(text: &str) {
        let mut named = 0;
        let pairs = pairs(text);
        for &(open, close) in &pairs {
            let (line, column) = line_and_column(text, open);
            let [of_close, of_open] = [close, open].map(|at| {
                let problems = without(text, at);
                assert_eq!(problems.len(), 1, "{problems:?}");
                problems.concat()
            });
            assert!(of_close.contains(" is not closed; add "), "{line}:{column}: {of_close}");
            assert!(of_open.contains("is missing; add ") || open == 0, "{line}:{column}: {of_open}");
            named += usize::from(of_close.contains(&format!("opened at {line}:{column},")));
        }
        // The end of `except` may be that of its rung as well.
        assert!(named + 5 > pairs.len(), "{named} of {}", pairs.len());
    }

    #[test]
    fn each_missing_bracket_is_named() {
        let value: serde_json::Value = serde_json::from_str(SMALL).expect("JSON");
        check(SMALL);
        check(&value.to_string());
        check(&format!("{value:#}"));
        check(ENGINEERING);
    }
}
