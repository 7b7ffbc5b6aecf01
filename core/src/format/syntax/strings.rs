//! Parses strings with their escapes.

use std::borrow::Cow;

use super::{Parser, Quotes, SOFTWARE, delete_invisible};
use crate::format::diagnostics::quoted;
use crate::format::letters::is_blank;

/// The quote that closes text in English print.
const CURLY: char = '\u{201d}';

impl<'a> Parser<'a, '_> {
    /// The quote that closes the string which begins here; `None` if none begins here.
    pub(super) fn closing_quote(&self) -> Option<char> {
        match self.peek_char()? {
            quote @ ('"' | '\'' | '`') => Some(quote),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2033}' => Some(CURLY),
            '\u{2018}' | '\u{2019}' => Some('\u{2019}'),
            _ => None,
        }
    }

    /// Parses the string that begins here. Returns `None` if it does not end on its line.
    pub(super) fn string(&mut self) -> Option<Cow<'a, str>> {
        let open = self.at;
        let close = self.closing_quote()?;
        self.report_quote(open, close);
        self.skip_char();
        let start = self.at;
        let is_plain =
            |c: char| c != close && c != '\\' && c >= ' ' && (close != CURLY || !matches!(c, '"' | '\u{201c}'));
        let mut text = Cow::Borrowed(self.take_while(&is_plain));
        loop {
            match self.peek_char() {
                Some(c) if c == close => break,
                // Only one of its quotes is curly, or both are the same.
                Some(c @ ('"' | '\u{201c}')) if ends_value(&self.rest()[c.len_utf8()..]) => break,
                Some(c @ ('"' | '\u{201c}')) => {
                    text.to_mut().push(c);
                    self.skip_char();
                }
                Some('\\') => text.to_mut().push(self.escape()),
                Some('\n' | '\r') | None => {
                    if close == '"'
                        && let Some(text) = self.end_at_curly_quote(start)
                    {
                        return Some(text);
                    }
                    let message =
                        "this string is not closed on its line; close it with \", or write line breaks as \\n";
                    return self.give_up(open, message);
                }
                Some(c) => text.to_mut().push(self.control_character(c)),
            }
            let plain = self.take_while(&is_plain);
            text.to_mut().push_str(plain);
        }
        let end = self.at;
        self.skip_char();
        if close == '"' && !ends_value(self.rest()) {
            let after = std::mem::replace(&mut self.at, end);
            if let Some(text) = self.end_at_curly_quote(start) {
                return Some(text);
            }
            self.at = after;
        }
        Some(text)
    }

    /// Reports a quote that is not straight. If the first one of the file is curly, a program has replaced them all.
    fn report_quote(&mut self, open: usize, close: char) {
        let is_first = self.quotes == Quotes::Unseen;
        if is_first {
            self.quotes = if matches!(close, CURLY | '\u{2019}') { Quotes::Replaced } else { Quotes::Straight };
        }
        if is_first && self.quotes == Quotes::Replaced {
            self.error(open, format!("the quotes of the JSON are curly, not straight (\"); {SOFTWARE}"));
        } else if close != '"' && self.quotes == Quotes::Straight {
            self.error(open, "strings and names need straight double quotes: \"");
        }
    }

    /// Ends the string from byte `start` at a curly quote, if there is one before this place which looks like its end.
    fn end_at_curly_quote(&mut self, start: usize) -> Option<Cow<'a, str>> {
        let text = &self.text[start..self.at];
        let mut inner = 0_usize;
        for (at, c) in text.char_indices() {
            let rest = &text[at + c.len_utf8()..];
            // That the string ends behind it does not make it the end of the value.
            let may_end = |rest: &str| ends_value(rest) && (!is_blank(rest) || self.ends_line());
            match c {
                '\u{201c}' | CURLY | '\u{2033}' if inner == 0 && may_end(rest) => {
                    let message =
                        format!("this text begins with \" and ends with the curly quote {c}; end it with \" too");
                    self.error(start + at, message);
                    self.at = start + at + c.len_utf8();
                    return Some(Cow::Borrowed(&text[..at]));
                }
                '\u{201c}' | '\u{201e}' => inner += 1,
                CURLY => inner = inner.saturating_sub(1),
                _ => {}
            }
        }
        None
    }

    fn ends_line(&self) -> bool {
        matches!(self.peek_char(), None | Some('\n' | '\r'))
    }

    fn skip_char(&mut self) {
        self.at += self.peek_char().map_or(0, char::len_utf8);
    }

    /// Skips and reports a control character, which JSON allows only as an escape.
    fn control_character(&mut self, c: char) -> char {
        let message = if c == '\t' { "tab inside a string; write it as \\t".to_owned() } else { delete_invisible(c) };
        self.error(self.at, message);
        self.skip_char();
        c
    }

    /// Parses an escape into its character. Reports an unknown one, and reads it without its backslash.
    fn escape(&mut self) -> char {
        let start = self.at;
        self.at += 1;
        let c = match self.peek_char() {
            // The string reports that it is not closed.
            None | Some('\n' | '\r') => return '\\',
            Some(c) => c,
        };
        self.at += c.len_utf8();
        match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => self.code_point_escape(start),
            _ => {
                let c_text = quoted(c.encode_utf8(&mut [0; 4]));
                self.error(start, format!("\\{c_text} is not a JSON escape; remove the backslash, or double it"));
                c
            }
        }
    }

    /// Parses the digits of the `\u` escape that begins at `start`. Large code points take two such escapes: a
    /// surrogate pair.
    fn code_point_escape(&mut self, start: usize) -> char {
        let Some(first) = self.hexadecimal() else {
            self.error(start, "\\u needs four hexadecimal digits, such as \\u00e9");
            return char::REPLACEMENT_CHARACTER;
        };
        let code_point = if (0xd800..0xdc00).contains(&first) { self.low_surrogate(first) } else { Some(first) };
        code_point.and_then(char::from_u32).unwrap_or_else(|| {
            self.error(start, "this is one half of a character; write the character itself");
            char::REPLACEMENT_CHARACTER
        })
    }

    /// The code point that a high surrogate makes with the escape that follows. Leaves any other escape unread.
    fn low_surrogate(&mut self, high: u32) -> Option<u32> {
        let end = self.at;
        if self.rest().starts_with("\\u") {
            self.at += 2;
            if let Some(low) = self.hexadecimal().filter(|low| (0xdc00..0xe000).contains(low)) {
                return Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
            }
        }
        self.at = end;
        None
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

/// Whether a string may end before this text.
fn ends_value(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\t']).chars().next();
    next.is_none_or(|c| matches!(c, ',' | ':' | '}' | ']' | '\n' | '\r' | '/' | '#' | ';' | '='))
}
