//! Breaks texts into lines, by the widths that the caller measures.

use super::Font;

/// Returns the width of a text in pixels. A browser measures on a canvas, a native program in its font file.
pub type Measure<'a> = dyn Fn(&str, Font) -> f64 + 'a;

/// Stands for the words that are left out.
const ELLIPSIS: &str = "…";

/// Breaks texts into lines that are not wider than a number of pixels.
#[derive(Clone, Copy)]
pub(super) struct Typesetter<'a> {
    measure: &'a Measure<'a>,
}

/// A text in lines.
pub(super) struct Lines {
    pub lines: Vec<String>,
    /// Whether a word was wider than a line, so that it had to be broken.
    pub has_broken_word: bool,
}

impl<'a> Typesetter<'a> {
    pub(super) fn new(measure: &'a Measure<'a>) -> Self {
        Self { measure }
    }

    /// Whether a text fits on one line.
    pub(super) fn fits(&self, text: &str, font: Font, width: i32) -> bool {
        (self.measure)(text, font) <= f64::from(width)
    }

    /// The text in as many lines as it needs. Each line takes as many words as fit.
    pub(super) fn lines(&self, text: &str, font: Font, width: i32) -> Lines {
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut has_broken_word = false;
        for piece in pieces(text) {
            let space = if line.is_empty() { "" } else { piece.before };
            let longer = [&line, space, piece.text].concat();
            if self.fits(&longer, font, width) {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(line);
            }
            let mut rest = piece.text;
            while !self.fits(rest, font, width) && rest.chars().nth(1).is_some() {
                has_broken_word = true;
                let (head, tail) = rest.split_at(self.fitting_length(rest, font, width));
                lines.push(head.to_owned());
                rest = tail;
            }
            line = rest.to_owned();
        }
        lines.push(line);
        Lines { lines, has_broken_word }
    }

    /// The number of bytes of the longest beginning that fits; at least one letter.
    fn fitting_length(&self, text: &str, font: Font, width: i32) -> usize {
        let ends = text.char_indices().map(|(at, _)| at).skip(1);
        let mut length = text.chars().next().map_or(0, char::len_utf8);
        for end in ends {
            if !self.fits(&text[..end], font, width) {
                break;
            }
            length = end;
        }
        length
    }

    /// The text, followed by `closing`, in at most `count` lines. A longer text ends with an ellipsis.
    pub(super) fn clamped(&self, text: &str, closing: &str, font: Font, width: i32, count: usize) -> Vec<String> {
        let lines = self.lines(&[text, closing].concat(), font, width).lines;
        if lines.len() <= count {
            return lines;
        }
        let mut lines = self.lines(text, font, width).lines;
        lines.truncate(count);
        if let Some(last) = lines.last_mut() {
            *last = self.shortened(last, font, width, |kept| [kept, closing].concat());
        }
        lines
    }

    /// The whole that `complete` makes of a text, with the text cut at its end until that fits on one line.
    pub(super) fn shortened(&self, text: &str, font: Font, width: i32, complete: impl Fn(&str) -> String) -> String {
        let mut kept = text;
        loop {
            kept = kept.trim_end_matches([' ', ',', '.', ':', ';', '–', '/', '·', '&']);
            let whole = complete(&[kept, ELLIPSIS].concat());
            if kept.is_empty() || self.fits(&whole, font, width) {
                return whole;
            }
            let last = kept.char_indices().next_back().map_or(0, |(at, _)| at);
            kept = &kept[..kept.rfind(' ').unwrap_or(last)];
        }
    }
}

/// A part of a text that stays on one line.
struct Piece<'t> {
    /// The separator from the piece before, unless the piece begins a line.
    before: &'static str,
    text: &'t str,
}

/// The words of a text, cut also behind hyphens and between signs of scripts that are written without spaces.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let (mut start, mut before) = (0, " ");
        let mut chars = word.char_indices().peekable();
        while let Some((_, char)) = chars.next() {
            let Some(&(end, next)) = chars.peek() else { break };
            if may_break(char, next) {
                pieces.push(Piece { before, text: &word[start..end] });
                (start, before) = (end, "");
            }
        }
        pieces.push(Piece { before, text: &word[start..] });
    }
    pieces
}

/// Whether a line may end between two neighbors inside a word.
fn may_break(char: char, next: char) -> bool {
    let is_closing =
        matches!(next, '、' | '。' | '，' | '．' | '）' | '」' | '』' | '！' | '？' | '：' | 'ー' | '”' | '’');
    let is_opening = matches!(char, '（' | '「' | '『' | '“' | '‘');
    let is_hyphenated = char == '-' && next.is_alphabetic();
    is_hyphenated || ((is_ideographic(char) || is_ideographic(next)) && !is_closing && !is_opening)
}

/// Whether a sign belongs to Chinese or Japanese, which have no spaces.
fn is_ideographic(char: char) -> bool {
    matches!(char, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{Font, Typesetter};

    const FONT: Font = Font::regular(10);

    /// A font in which every letter is 10 pixels wide.
    fn fixed(text: &str, _: Font) -> f64 {
        text.chars().map(|_| 10.0).sum()
    }

    #[track_caller]
    fn check_lines(text: &str, letters: i32, expected: &[&str]) {
        assert_eq!(Typesetter::new(&fixed).lines(text, FONT, letters * 10).lines, expected, "{text}");
    }

    #[track_caller]
    fn check_clamped(text: &str, letters: i32, count: usize, expected: &[&str]) {
        assert_eq!(Typesetter::new(&fixed).clamped(text, "”", FONT, letters * 10, count), expected, "{text}");
    }

    #[test]
    fn each_line_takes_as_many_words_as_fit() {
        check_lines("one two three", 7, &["one two", "three"]);
        check_lines("one two three", 6, &["one", "two", "three"]);
        check_lines("  one  two ", 20, &["one two"]);
        check_lines("", 5, &[""]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken() {
        check_lines("a wordofnine b", 4, &["a", "word", "ofni", "ne b"]);
        assert!(Typesetter::new(&fixed).lines("wordofnine", FONT, 40).has_broken_word);
        assert!(!Typesetter::new(&fixed).lines("word of", FONT, 40).has_broken_word);
    }

    #[test]
    fn a_letter_wider_than_a_line_stands_alone() {
        check_lines("wé", 0, &["w", "é"]);
    }

    #[test]
    fn a_line_may_end_behind_a_hyphen() {
        check_lines("Lead-Ingenieure", 8, &["Lead-", "Ingenieu", "re"]);
        check_lines("3-5 years", 5, &["3-5", "years"]);
    }

    #[test]
    fn a_line_may_end_between_ideographs_but_not_before_closing_signs() {
        check_lines("製品責任者", 3, &["製品責", "任者"]);
        check_lines("製品責。者", 3, &["製品", "責。者"]);
    }

    #[test]
    fn a_text_with_too_many_lines_ends_with_an_ellipsis_and_its_closing_mark() {
        check_clamped("one two three", 7, 2, &["one two", "three”"]);
        check_clamped("one two three", 7, 1, &["one…”"]);
        check_clamped("one, two three", 9, 1, &["one…”"]);
        check_clamped("unbreakable", 6, 1, &["unbr…”"]);
    }

    #[test]
    fn a_text_is_shortened_inside_a_longer_one() {
        let typesetter = Typesetter::new(&fixed);
        let whole =
            |letters: i32| typesetter.shortened("one two three", FONT, letters * 10, |kept| format!("{kept} end"));
        assert_eq!(whole(12), "one two… end");
        assert_eq!(whole(11), "one… end");
        assert_eq!(whole(1), "… end");
    }
}
