//! Parses strings with their escapes.

use std::borrow::Cow;

use super::{Parser, delete_invisible};
use crate::format::diagnostics::quoted;

impl<'a> Parser<'a, '_> {
    /// The quote that closes the string which begins here; `None` if none begins here.
    pub(super) fn closing_quote(&self) -> Option<char> {
        match self.peek_char()? {
            quote @ ('"' | '\'' | '`') => Some(quote),
            '\u{201c}' | '\u{201d}' | '\u{201e}' => Some('\u{201d}'),
            '\u{2018}' | '\u{2019}' => Some('\u{2019}'),
            _ => None,
        }
    }

    /// Parses the string that begins here. Returns `None` if it does not end on its line.
    pub(super) fn string(&mut self) -> Option<Cow<'a, str>> {
        let open = self.at;
        let close = self.closing_quote()?;
        if close != '"' {
            self.error(open, "strings and names need straight double quotes: \"");
        }
        self.skip_char();
        let is_plain = |c: char| c != close && c != '\\' && c >= ' ';
        let mut text = Cow::Borrowed(self.take_while(is_plain));
        loop {
            match self.peek_char() {
                Some(c) if c == close => break,
                Some('\\') => text.to_mut().push(self.escape()),
                Some('\n' | '\r') | None => {
                    let message =
                        "this string is not closed on its line; close it with \", or write line breaks as \\n";
                    return self.give_up(open, message);
                }
                Some(c) => text.to_mut().push(self.control_character(c)),
            }
            let plain = self.take_while(is_plain);
            text.to_mut().push_str(plain);
        }
        self.skip_char();
        Some(text)
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
