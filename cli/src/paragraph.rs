//! Paragraphs of a report, broken into lines.

use std::fmt::Write as _;

/// Lines of text have at most this many characters.
const WIDTH: usize = 100;

/// Adds words, broken into lines. The first begins with `bullet`, the others with as many spaces.
pub(super) fn push_paragraph(text: &mut String, bullet: &str, words: &str) {
    let mut line = bullet.to_owned();
    for word in words.split_whitespace() {
        let is_first = line.trim_start_matches(bullet).trim().is_empty();
        if !is_first && line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(text, "{line}").expect("writing to a string cannot fail");
            line = " ".repeat(bullet.chars().count());
        } else if !is_first {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(text, "{line}").expect("writing to a string cannot fail");
}
