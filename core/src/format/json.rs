//! JSON with places, read as far as it can be understood.
//!
//! What people write by mistake (a trailing comma, a comment, single quotes) is reported and then
//! read as it was meant, so that one pass finds everything else too. What leaves no sure meaning
//! ends the reading. Numbers stay as written: no float is ever needed.

use std::borrow::Cow;

use super::found::{Findings, shown};
use super::raw::FORMAT;

/// Deeper than any ladder by far, and shallow enough for every stack.
const MAX_DEPTH: usize = 100;

/// A value and where it stands: from `at` up to `end`, in bytes. No two values or names start at the same place.
pub(super) struct Value<'a> {
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) kind: Kind<'a>,
}

/// What a value is.
pub(super) enum Kind<'a> {
    Null,
    Bool,
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Vec<Member<'a>>),
    /// It was meant to be something, and the problem is reported already.
    Broken,
}

/// A name in an object, with its value.
pub(super) struct Member<'a> {
    pub(super) at: usize,
    pub(super) name: Cow<'a, str>,
    pub(super) value: Value<'a>,
}

/// Stands in for a value about which everything has been said.
pub(super) static BROKEN: Value<'static> = Value { at: 0, end: 0, kind: Kind::Broken };

/// Reads a text. `None`: its structure cannot be made out, and the last of `found` says why.
pub(super) fn parse<'a>(text: &'a str, found: &mut Findings) -> Option<Value<'a>> {
    let mut scan = Scan { text, at: 0, depth: 0, found };
    scan.space()?;
    if scan.peek() != b'{' {
        let what = if scan.at == text.len() { "the file ends" } else { "something else begins" };
        return scan.give_up(scan.at, format!("a ladder is an object: {{ \"format\": {FORMAT}, ... }}; here {what}"));
    }
    let value = scan.value()?;
    scan.space()?;
    if scan.at < text.len() {
        scan.found
            .error(scan.at, "the ladder has ended before this; take it out, or the bracket that ends it too early");
    }
    Some(value)
}

/// What [`Scan::peek`] gives behind the last byte. In a file it is as wrong as the end is.
const END: u8 = 0;

struct Scan<'a, 'f> {
    text: &'a str,
    at: usize,
    depth: usize,
    found: &'f mut Findings,
}

impl<'a> Scan<'a, '_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(END)
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn next_char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes over all characters that fit, and returns them.
    fn run(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let run = &rest[..rest.find(|c| !fits(c)).unwrap_or(rest.len())];
        self.at += run.len();
        run
    }

    /// Ends the reading.
    fn give_up<T>(&mut self, at: usize, message: impl Into<String>) -> Option<T> {
        self.found.error(at, message);
        None
    }

    /// Over white space, and over comments, which JSON does not know.
    fn space(&mut self) -> Option<()> {
        loop {
            self.run(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
            let at = self.at;
            let rest = self.rest();
            if rest.starts_with("//") || rest.starts_with('#') {
                self.run(|c| c != '\n');
                self.found.error(at, "JSON knows no comments; take it out");
            } else if let Some(comment) = rest.strip_prefix("/*") {
                let Some(length) = comment.find("*/") else {
                    return self.give_up(at, "this comment is never closed, and JSON knows no comments; take it out");
                };
                self.at += length + 4;
                self.found.error(at, "JSON knows no comments; take it out");
            } else if let Some(c) = rest.chars().next().filter(|&c| is_invisible(c)) {
                self.at += c.len_utf8();
                self.found.error(at, format!("an invisible character (U+{:04X}) stands here; delete it", u32::from(c)));
            } else {
                return Some(());
            }
        }
    }

    fn value(&mut self) -> Option<Value<'a>> {
        let at = self.at;
        let kind = match self.peek() {
            b'{' | b'[' => self.holder()?,
            b'-' | b'+' | b'.' | b'0'..=b'9' => self.number(),
            _ if self.closing_quote().is_some() => Kind::Text(self.text()?),
            byte if is_letter(char::from(byte)) => self.word(),
            _ => return self.stray("a value is expected"),
        };
        Some(Value { at, end: self.at, kind })
    }

    /// An object or a list.
    fn holder(&mut self) -> Option<Kind<'a>> {
        let open = self.at;
        let is_object = self.peek() == b'{';
        let close = if is_object { b'}' } else { b']' };
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return self.give_up(open, format!("is nested deeper than {MAX_DEPTH} levels"));
        }
        self.at += 1;
        let mut members = Vec::new();
        let mut items = Vec::new();
        let mut comma = None;
        loop {
            self.space()?;
            match self.peek() {
                END if self.at == self.text.len() => return self.unclosed(open, is_object),
                byte if byte == close => break,
                b']' | b'}' => return self.crossed(is_object),
                b',' => {
                    self.found.error(self.at, "a comma too many; take it out");
                    self.at += 1;
                    continue;
                }
                _ if is_object => members.push(self.member()?),
                _ => items.push(self.value()?),
            }
            comma = self.comma(close)?;
        }
        if let Some(comma) = comma {
            self.found.error(comma, "a comma too many: nothing follows it; take it out");
        }
        self.at += 1;
        self.depth -= 1;
        Some(if is_object { Kind::Object(members) } else { Kind::List(items) })
    }

    /// Over the comma behind a value, and where it stood.
    fn comma(&mut self, close: u8) -> Option<Option<usize>> {
        let end = self.at;
        let after_text = self.text.as_bytes()[end - 1] == b'"';
        self.space()?;
        let same_line = !self.text[end..self.at].contains('\n');
        match self.peek() {
            b',' => {
                self.at += 1;
                return Some(Some(self.at - 1));
            }
            b';' => {
                self.found.error(self.at, "a semicolon parts nothing in JSON; write a comma");
                self.at += 1;
            }
            b'}' | b']' => {}
            END if self.at == self.text.len() => {}
            b'"' | b'{' | b'[' => self.found.error(end, "a comma is missing here"),
            _ if !same_line && self.starts_value() => self.found.error(end, "a comma is missing here"),
            _ if after_text && same_line => {
                return self.stray("a double quote is missing before this, or one inside a text is not written \\\"");
            }
            _ => {
                return self.stray(if close == b'}' { "a comma or } is expected" } else { "a comma or ] is expected" });
            }
        }
        Some(None)
    }

    fn member(&mut self) -> Option<Member<'a>> {
        let at = self.at;
        let name = if self.closing_quote().is_some() {
            self.text()?
        } else {
            let name = self.run(is_word);
            if name.is_empty() {
                return self.stray("a name in double quotes is expected");
            }
            self.found.error(at, format!("names stand in double quotes; write \"{}\"", shown(name)));
            Cow::Borrowed(name)
        };
        let end = self.at;
        self.space()?;
        match self.peek() {
            b':' => self.at += 1,
            b'=' => {
                self.found.error(self.at, "an equals sign stands between name and value; write a colon");
                self.run(|c| matches!(c, '=' | '>'));
            }
            b',' | b'}' => {
                self.found.error(at, format!("the name \"{}\" has no value; add a colon and the value", shown(&name)));
                return Some(Member { at, name, value: Value { at: end, end, kind: Kind::Broken } });
            }
            _ if self.starts_value() => self.found.error(end, "a colon is missing here, between name and value"),
            _ => return self.stray("a colon is expected"),
        }
        self.space()?;
        if matches!(self.peek(), b',' | b'}') {
            self.found.error(at, format!("the name \"{}\" has no value; write one behind the colon", shown(&name)));
            return Some(Member { at, name, value: Value { at: self.at, end: self.at, kind: Kind::Broken } });
        }
        Some(Member { at, name, value: self.value()? })
    }

    fn starts_value(&self) -> bool {
        let next = self.peek();
        matches!(next, b'{' | b'[' | b'-') || is_word(char::from(next)) || self.closing_quote().is_some()
    }

    /// What closes the text that opens here; `None` where none opens.
    fn closing_quote(&self) -> Option<char> {
        match self.next_char()? {
            '"' => Some('"'),
            '\'' => Some('\''),
            '`' => Some('`'),
            '\u{201c}' | '\u{201d}' | '\u{201e}' => Some('\u{201d}'),
            '\u{2018}' | '\u{2019}' => Some('\u{2019}'),
            _ => None,
        }
    }

    fn text(&mut self) -> Option<Cow<'a, str>> {
        let open = self.at;
        let close = self.closing_quote()?;
        if close != '"' {
            self.found.error(open, "texts and names stand in straight double quotes (\")");
        }
        self.at += self.next_char()?.len_utf8();
        let mut text = Cow::Borrowed("");
        loop {
            let plain = self.run(|c| c != close && c != '\\' && (c >= ' '));
            if text.is_empty() {
                text = Cow::Borrowed(plain);
            } else {
                text.to_mut().push_str(plain);
            }
            match self.next_char() {
                Some(c) if c == close => {
                    self.at += c.len_utf8();
                    return Some(text);
                }
                Some('\\') => {
                    let escaped = self.escape();
                    text.to_mut().push(escaped);
                }
                Some('\n' | '\r') | None => {
                    let message =
                        "this text is not closed on its line; close it with \" (a line break in it is written \\n)";
                    return self.give_up(open, message);
                }
                Some(c) => {
                    let message = if c == '\t' { "a tab in a text is written \\t".to_owned() } else { invisible(c) };
                    self.found.error(self.at, message);
                    self.at += 1;
                    text.to_mut().push(c);
                }
            }
        }
    }

    /// One escaped character. What is no escape is reported, and taken as it stands.
    fn escape(&mut self) -> char {
        let at = self.at;
        self.at += 1;
        let Some(c) = self.next_char() else { return '\\' };
        if c == '\n' || c == '\r' {
            return '\\';
        }
        self.at += c.len_utf8();
        match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => self.unicode(at),
            _ => {
                self.found.error(
                    at,
                    format!(
                        "\\{} is no escape; leave the backslash out, or write it twice",
                        shown(c.encode_utf8(&mut [0; 4]))
                    ),
                );
                c
            }
        }
    }

    /// A character by its number, of which the largest take two numbers (surrogates).
    fn unicode(&mut self, at: usize) -> char {
        let Some(high) = self.hexadecimal() else {
            self.found.error(at, "\\u stands before four hexadecimal digits, such as \\u00e9");
            return char::REPLACEMENT_CHARACTER;
        };
        let mut number = high;
        if (0xd800..0xdc00).contains(&high) && self.rest().starts_with("\\u") {
            self.at += 2;
            match self.hexadecimal() {
                Some(low) if (0xdc00..0xe000).contains(&low) => {
                    number = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                }
                _ => self.at = at + 6,
            }
        }
        char::from_u32(number).unwrap_or_else(|| {
            self.found.error(at, "this is one half of a character; write the character itself");
            char::REPLACEMENT_CHARACTER
        })
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> Kind<'a> {
        let at = self.at;
        let number = self.run(|c| is_word(c) || matches!(c, '+' | '.'));
        if is_number(number) {
            return Kind::Number(number);
        }
        self.found.error(at, format!("{} is no number as JSON writes them, such as 3 or -1.5", shown(number)));
        Kind::Broken
    }

    fn word(&mut self) -> Kind<'a> {
        let at = self.at;
        let word = self.run(is_word);
        match word {
            "true" | "false" => Kind::Bool,
            "null" => Kind::Null,
            _ => {
                self.found.error(at, format!("texts stand in double quotes; write \"{}\"", shown(word)));
                Kind::Broken
            }
        }
    }

    fn stray<T>(&mut self, expected: &str) -> Option<T> {
        let Some(c) = self.next_char() else {
            return self.give_up(self.at, "the file ends here, before the ladder is complete");
        };
        let what = if c.is_control() { invisible(c) } else { format!("{c} does not belong here") };
        self.give_up(self.at, format!("{what}: {expected}"))
    }

    fn crossed<T>(&mut self, is_object: bool) -> Option<T> {
        let (here, closes) =
            if is_object { (']', "an object, and } closes it") } else { ('}', "a list, and ] closes it") };
        self.give_up(self.at, format!("{here} does not belong here: what is open is {closes}"))
    }

    fn unclosed<T>(&mut self, open: usize, is_object: bool) -> Option<T> {
        let (what, close) = if is_object { ("object", '}') } else { ("list", ']') };
        self.give_up(open, format!("this {what} is never closed: the file ends before its {close}"))
    }
}

/// Whether this is a number by the grammar of JSON.
fn is_number(number: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let (number, exponent) = match number.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, exponent.strip_prefix(['+', '-']).unwrap_or(exponent)),
        None => (number, "0"),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && (whole.len() == 1 || !whole.starts_with('0')) && digits(part) && digits(exponent)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '_' | '$')
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '-')
}

/// White space and marks that word processors leave behind, and JSON does not take for white space.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{3000}' | '\u{feff}'
    )
}

fn invisible(c: char) -> String {
    format!("an invisible character (U+{:04X}) stands here; delete it", u32::from(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is wrong with a text, each with its place, if its structure can be made out.
    fn problems(text: &str) -> (bool, Vec<(usize, String)>) {
        let mut found = Findings::default();
        let read = parse(text, &mut found).is_some();
        (read, found.list.into_iter().map(|finding| (finding.at, finding.message)).collect())
    }

    #[test]
    fn values_lie_where_they_stand() {
        let text = " {\"a\": [1, \"b\\n\"], \"c\": {}} ";
        let root = parse(text, &mut Findings::default()).expect("an object");
        assert_eq!(&text[root.at..root.end], text.trim());
        let Kind::Object(members) = &root.kind else { panic!("an object") };
        assert_eq!((members[0].at, &*members[0].name), (2, "a"));
        let Kind::List(items) = &members[0].value.kind else { panic!("a list") };
        assert_eq!(&text[items[1].at..items[1].end], "\"b\\n\"");
        assert!(matches!(&items[1].kind, Kind::Text(text) if text == "b\n"));
        assert!(matches!(items[0].kind, Kind::Number("1")));
    }

    #[test]
    fn texts_are_read_with_their_escapes() {
        fn case(text: &str, expected: &str) {
            let text = format!("{{\"a\": {text}}}");
            let mut found = Findings::default();
            let root = parse(&text, &mut found).expect("an object");
            assert!(found.list.is_empty(), "{text}");
            let Kind::Object(members) = &root.kind else { panic!("an object") };
            assert!(matches!(&members[0].value.kind, Kind::Text(text) if text == expected), "{text}");
        }
        case(r#""""#, "");
        case(r#""é""#, "é");
        case(r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t");
        case(r#""a\u00e9\uD83D\ude00z""#, "aé\u{1f600}z");
    }

    #[test]
    fn numbers_follow_the_grammar() {
        for number in ["0", "-0", "10", "1.5", "-1.25e10", "1E+2", "0e-1"] {
            assert!(is_number(number), "{number}");
        }
        for number in ["", "-", "01", "+1", ".5", "1.", "1e", "1e+", "0x1", "1_000", "--1", "1.e2", "NaN"] {
            assert!(!is_number(number), "{number}");
        }
    }

    #[test]
    fn what_leaves_no_sure_meaning_ends_the_reading() {
        for text in
            ["{", "{\"a\": [}", "{\"a\": \"b", "{\"a\" ]", "{\"a\": 1 2}", "{\"a\": @}", "{\"a\": /*", "{1:2", "x"]
        {
            let (read, problems) = problems(text);
            assert!(!read, "{text}");
            assert_eq!(problems.len(), 1 + usize::from(text.contains("1:")), "{text}: {problems:?}");
        }
    }

    #[test]
    fn one_mistake_is_one_problem() {
        for text in [
            "{\"a\": 1,}",
            "{,}",
            "{\"a\" 1}",
            "{\"a\": }",
            "{\"a\"}",
            "{a: 1}",
            "{\"a\": b}",
            "{} x",
            "{'a': 1}",
            "{\"a\": 01}",
        ] {
            let (read, problems) = problems(text);
            assert!(read, "{text}");
            assert_eq!(problems.len(), 1, "{text}: {problems:?}");
        }
    }

    /// Pieces of JSON and of what is taken for it.
    const PIECES: [&str; 33] = [
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\": ", "1", "-2.5e3", "true", "null", " ", "\n", "\t", "\"", "\\n",
        "\\u00e9", "\\ud83d", "\\ude00", "é", "'", "//", "/*", "*/", "#", "=", ";", "01", "x", "\u{a0}", "\u{1f}", "“",
    ];

    proptest! {
        #[test]
        fn serde_has_the_same_idea_of_json(pieces in prop::collection::vec(prop::sample::select(&PIECES), 0..12)) {
            let text = format!("{{\"a\": {}}}", pieces.concat());
            let is_json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            let (_, problems) = problems(&text);
            prop_assert_eq!(is_json, problems.is_empty(), "{}: {:?}", text, problems);
            for (at, _) in problems {
                prop_assert!(text.is_char_boundary(at), "{} in {}", at, text);
            }
        }
    }
}
