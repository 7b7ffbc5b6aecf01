//! Tests of letters and words. Those of the standard library would bring the tables of Unicode into the reader's wasm.

/// Whether a character belongs to a word. Beyond ASCII, everything but punctuation does.
pub(super) fn is_of_word(c: char) -> bool {
    match c {
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => false,
        '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        _ => !c.is_ascii() || c.is_ascii_alphanumeric(),
    }
}

/// Whether a character is white space for Unicode or for the regular expressions of JSON Schema, which count the byte order mark
/// as well.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}')
        || matches!(c, '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}')
}

/// Whether a text shows nothing.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(is_space)
}

/// The place of a word in a list with a space between its words, in any case of its letters.
pub(super) fn position(list: &str, word: &str) -> Option<usize> {
    list.split(' ').position(|known| word.eq_ignore_ascii_case(known))
}

/// Where two characters of ASCII first follow each other.
pub(super) fn find_pair(text: &str, pair: [u8; 2]) -> Option<usize> {
    text.as_bytes().windows(2).position(|window| window == pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_that_of_unicode() {
        for c in ('\0'..=char::MAX).filter(|c| *c != '\u{feff}') {
            assert_eq!(is_space(c), c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn letters_and_digits_belong_to_words() {
        for c in ['a', '7', 'é', 'Ж', '字', 'ー'] {
            assert!(is_of_word(c), "{c}");
        }
        for c in [' ', '-', '\u{a0}', '»', '—', '。', '（', '：'] {
            assert!(!is_of_word(c), "{c}");
        }
    }

    #[test]
    fn words_and_pairs_are_found() {
        assert_eq!(position("one two", "TWO"), Some(1));
        assert_eq!((position("one two", ""), position("one two", "o")), (None, None));
        assert_eq!((find_pair("é**", *b"**"), find_pair("* *", *b"**"), find_pair("", *b"**")), (Some(2), None, None));
    }
}
