//! Parses JSON into values that remember their spans, and goes on after mistakes.
//!
//! Common mistakes (a trailing comma, a comment, single quotes) are reported and then read as the author meant them,
//! so that one pass finds everything. Parsing ends at text whose meaning is unclear. Numbers stay as they are written,
//! because a ladder needs no floats.

mod escape;
mod foreign;
mod strings;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use escape::json_string;

use super::diagnostics::{Diagnostics, SourceFile, Span, quoted};
use super::letters::find_pair;

/// Far deeper than a ladder, and shallow enough for every stack.
const MAX_DEPTH: usize = 100;

/// How Markdown encloses code.
const FENCE: &str = "```";

/// A JSON value. No two values or names start at the same byte.
#[derive(Clone)]
pub(super) struct Value<'a> {
    pub(super) span: Span,
    pub(super) kind: ValueKind<'a>,
}

/// The type of a JSON value, with its content.
#[derive(Clone)]
pub(super) enum ValueKind<'a> {
    Null,
    Bool,
    Number(&'a str),
    String(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Vec<Member<'a>>),
    /// Text that is no value, which has been reported.
    Broken,
}

/// A name in an object, with its value.
#[derive(Clone)]
pub(super) struct Member<'a> {
    /// The span of the name.
    pub(super) span: Span,
    pub(super) name: Cow<'a, str>,
    pub(super) value: Value<'a>,
}

impl<'a> Value<'a> {
    /// The member of an object with this name, the first of several; `None` if there is none.
    pub(super) fn member(&self, name: &str) -> Option<&Member<'a>> {
        let ValueKind::Object(members) = &self.kind else { return None };
        members.iter().find(|member| member.name == name)
    }

    /// The id of an item, if it is a string.
    pub(super) fn id(&self) -> Option<&str> {
        self.member("id")?.value.text()
    }

    /// The text of a string.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            ValueKind::String(text) => Some(text),
            _ => None,
        }
    }
}

/// Replaces a value that has been reported, so that no later step reports it again.
pub(super) static BROKEN: Value<'static> = Value { span: Span::point(0), kind: ValueKind::Broken };

/// Parses a ladder file of format `format`. Returns `None` if its structure is unclear; the last error says why.
pub(super) fn parse<'a>(
    text: &'a str,
    file: SourceFile,
    format: u16,
    diagnostics: &mut Diagnostics,
) -> Option<Value<'a>> {
    let mut parser = Parser { text, file, at: 0, depth: 0, quotes: Quotes::Unseen, diagnostics };
    parser.skip_space()?;
    let is_fenced = parser.skip_fence();
    parser.skip_space()?;
    if let Some(message) = foreign::other_document(parser.rest()) {
        return parser.give_up(parser.at, message);
    }
    if parser.peek() != Some(b'{') {
        if foreign::markup(parser.rest()).is_some() {
            return parser.unexpected("");
        }
        let found = match parser.peek() {
            None => "the file ends here",
            Some(b'"') => "its { is missing",
            Some(_) => "something else begins here",
        };
        let message = format!("a ladder is an object, {{ \"format\": {format}, ... }}, but {found}");
        return parser.give_up(parser.at, message);
    }
    let value = parser.value()?;
    parser.skip_space()?;
    if is_fenced && parser.rest().starts_with(FENCE) {
        parser.take_while(&|c| c == '`');
        parser.skip_space()?;
    }
    if !parser.is_at_end() {
        let message = "the ladder ends before this; remove this, or the bracket that closes the ladder too early";
        parser.error(parser.at, message);
    }
    Some(value)
}

/// Some editors put a byte order mark at the beginning of files. Positions do not count it.
pub(super) fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The quotes of the first string.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    Unseen,
    /// Other quotes are a mistake of the author, who hears of each.
    Straight,
    /// A program has replaced all quotes, which has been reported.
    Replaced,
}

/// The end of messages about JSON that a program has changed.
const SOFTWARE: &str = "WordPress, Google Docs or another program has changed the text: keep the ladder in a file of its \
                        own, and name that in `src`";

struct Parser<'a, 'd> {
    text: &'a str,
    file: SourceFile,
    /// The number of bytes read so far.
    at: usize,
    /// The number of lists and objects that are open.
    depth: usize,
    quotes: Quotes,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Parser<'a, '_> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn peek_char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Skips the longest run of matching characters, and returns it.
    fn take_while(&mut self, matches: &dyn Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let run = &rest[..rest.find(|c| !matches(c)).unwrap_or(rest.len())];
        self.at += run.len();
        run
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(start, end).in_file(self.file)
    }

    fn error(&mut self, at: usize, message: impl Into<String>) {
        self.diagnostics.error(self.span(at, at), message);
    }

    /// Reports why parsing ends.
    fn give_up<T>(&mut self, at: usize, message: impl Into<String>) -> Option<T> {
        self.error(at, message);
        None
    }

    /// Skips the line that begins a Markdown code block, and reports it; false if there is none.
    fn skip_fence(&mut self) -> bool {
        let is_fenced = self.rest().starts_with(FENCE);
        if is_fenced {
            self.error(self.at, "the JSON stands in a Markdown code block; remove the lines with ``` around it");
            self.take_while(&|c| c != '\n' && c != '{');
        }
        is_fenced
    }

    /// Skips white space, and reports comments and invisible characters on the way.
    fn skip_space(&mut self) -> Option<()> {
        loop {
            self.take_while(&|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
            let at = self.at;
            let rest = self.rest();
            if rest.starts_with("//") || rest.starts_with('#') {
                self.take_while(&|c| c != '\n');
                self.error(at, "JSON has no comments; remove it");
            } else if let Some(comment) = rest.strip_prefix("/*") {
                let Some(length) = find_pair(comment, *b"*/") else {
                    return self.give_up(at, "this comment is never closed, and JSON has no comments; remove it");
                };
                self.at += length + 4;
                self.error(at, "JSON has no comments; remove it");
            } else if let Some(c) = rest.chars().next().filter(|&c| is_invisible(c)) {
                self.at += c.len_utf8();
                self.error(at, delete_invisible(c));
            } else {
                return Some(());
            }
        }
    }

    fn value(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{' | b'[') => self.container()?,
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => self.number(),
            _ if self.closing_quote().is_some() => ValueKind::String(self.string()?),
            Some(byte) if is_word_start(byte) => self.word(),
            _ => return self.unexpected("expected a value"),
        };
        Some(Value { span: self.span(start, self.at), kind })
    }

    fn container(&mut self) -> Option<ValueKind<'a>> {
        let open = self.at;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return self.give_up(open, format!("is nested deeper than {MAX_DEPTH} levels"));
        }
        let is_object = self.peek() == Some(b'{');
        self.at += 1;
        let kind = if is_object {
            ValueKind::Object(self.items(open, b'}', Self::member)?)
        } else {
            ValueKind::List(self.items(open, b']', Self::value)?)
        };
        self.depth -= 1;
        Some(kind)
    }

    /// Parses items up to and including the closing bracket.
    fn items<T>(&mut self, open: usize, close: u8, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        let mut comma = None;
        loop {
            self.skip_space()?;
            match self.peek() {
                None => return self.unclosed(open, close),
                Some(byte) if byte == close => break,
                Some(b']' | b'}') => return self.wrong_bracket(close),
                Some(b',') => {
                    self.error(self.at, "extra comma; remove it");
                    self.at += 1;
                }
                Some(_) => {
                    items.push(item(self)?);
                    comma = self.separator(close)?;
                }
            }
        }
        if let Some(comma) = comma {
            self.error(comma, "trailing comma; remove it");
        }
        self.at += 1;
        Some(items)
    }

    /// Skips the comma after an item. Returns its position, or `Some(None)` if there is none.
    fn separator(&mut self, close: u8) -> Option<Option<usize>> {
        let end = self.at;
        self.skip_space()?;
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                return Some(Some(self.at - 1));
            }
            Some(b';') => {
                self.error(self.at, "JSON uses commas, not semicolons; write a comma");
                self.at += 1;
            }
            None | Some(b'}' | b']') => {}
            _ => self.missing_comma(end, close)?,
        }
        Some(None)
    }

    /// Reports the missing comma between the item that ends at `end` and the next one. Gives up if none begins here.
    fn missing_comma(&mut self, end: usize, close: u8) -> Option<()> {
        let starts_line = self.text[end..self.at].contains('\n');
        if matches!(self.peek(), Some(b'"' | b'{' | b'[')) || (starts_line && self.starts_value()) {
            self.error(end, "a comma is missing here");
            return Some(());
        }
        let after_string = self.text[..end].ends_with('"');
        self.unexpected(match close {
            _ if after_string && !starts_line => {
                "a double quote is missing before it, or one inside the string needs a backslash: \\\""
            }
            b'}' => "expected a comma or }",
            _ => "expected a comma or ]",
        })
    }

    fn member(&mut self) -> Option<Member<'a>> {
        let start = self.at;
        let name = self.name()?;
        let span = self.span(start, self.at);
        self.skip_space()?;
        let (value_at, remedy) = if self.ends_item() {
            (span.end, "add a colon and a value")
        } else {
            self.colon(span.end)?;
            self.skip_space()?;
            if !self.ends_item() {
                return Some(Member { span, name, value: self.value()? });
            }
            (self.at, "write one after the colon")
        };
        self.error(start, format!("the name \"{}\" has no value; {remedy}", quoted(&name)));
        Some(Member { span, name, value: Value { span: self.span(value_at, value_at), kind: ValueKind::Broken } })
    }

    fn name(&mut self) -> Option<Cow<'a, str>> {
        if self.closing_quote().is_some() {
            return self.string();
        }
        let start = self.at;
        let name = self.take_while(&is_word);
        if name.is_empty() {
            return self.unexpected("expected a name in double quotes");
        }
        self.error(start, format!("names need double quotes; write \"{}\"", quoted(name)));
        Some(Cow::Borrowed(name))
    }

    /// Skips the colon after a name that ends at `end`.
    fn colon(&mut self, end: usize) -> Option<()> {
        match self.peek() {
            Some(b':') => self.at += 1,
            Some(b'=') => {
                self.error(self.at, "JSON uses colons, not equals signs; write a colon");
                self.take_while(&|c| matches!(c, '=' | '>'));
            }
            _ if self.starts_value() => self.error(end, "a colon is missing here, between name and value"),
            _ => return self.unexpected("expected a colon"),
        }
        Some(())
    }

    fn ends_item(&self) -> bool {
        matches!(self.peek(), Some(b',' | b'}'))
    }

    fn starts_value(&self) -> bool {
        let next = self.peek();
        matches!(next, Some(b'{' | b'[')) || next.is_some_and(is_word_byte) || self.closing_quote().is_some()
    }

    fn number(&mut self) -> ValueKind<'a> {
        let at = self.at;
        let number = self.take_while(&|c| is_word(c) || matches!(c, '+' | '.'));
        if is_number(number) {
            return ValueKind::Number(number);
        }
        self.error(at, format!("{} is not a JSON number; write a whole number such as 3", quoted(number)));
        ValueKind::Broken
    }

    fn word(&mut self) -> ValueKind<'a> {
        let at = self.at;
        match self.take_while(&is_word) {
            "true" | "false" => ValueKind::Bool,
            "null" => ValueKind::Null,
            word => {
                self.error(at, format!("strings need double quotes; write \"{}\"", quoted(word)));
                ValueKind::Broken
            }
        }
    }

    /// Gives up at the next character.
    fn unexpected<T>(&mut self, remedy: &str) -> Option<T> {
        if let Some(markup) = foreign::markup(self.rest()) {
            let message = format!("`{}` stands in the JSON; {SOFTWARE}", quoted(markup));
            return self.give_up(self.at, message);
        }
        let message = match self.peek_char() {
            None => "the file ends here, before the ladder is complete".to_owned(),
            Some(c) if c.is_control() => format!("unexpected invisible character {}; {remedy}", code_point(c)),
            Some(c) => format!("unexpected {c}; {remedy}"),
        };
        self.give_up(self.at, message)
    }

    /// Gives up at a bracket that closes another kind of container than the one that is open.
    fn wrong_bracket<T>(&mut self, close: u8) -> Option<T> {
        let message = match close {
            b'}' => "unexpected ]; the object that is open here needs a } first",
            _ => "unexpected }; the list that is open here needs a ] first",
        };
        self.give_up(self.at, message)
    }

    fn unclosed<T>(&mut self, open: usize, close: u8) -> Option<T> {
        let message = match close {
            b'}' => "this object is never closed: the file ends before its }",
            _ => "this list is never closed: the file ends before its ]",
        };
        self.give_up(open, message)
    }
}

/// Whether the text follows the grammar of JSON numbers.
fn is_number(number: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let (number, exponent) = match number.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => (number, "0"),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    is_digits(whole) && (whole == "0" || !whole.starts_with('0')) && is_digits(fraction) && is_digits(exponent)
}

fn is_word_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'$')
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-')
}

fn is_word(c: char) -> bool {
    u8::try_from(c).is_ok_and(is_word_byte)
}

/// Whether word processors leave this character behind where JSON does not allow it.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{3000}' | '\u{feff}'
    )
}

fn delete_invisible(c: char) -> String {
    format!("invisible character {}; delete it", code_point(c))
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
