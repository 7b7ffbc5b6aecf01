//! Finds a link in a text that a reader has pasted: an address, its fragment, or a whole message with one.

use super::PREFIX;

/// The fragment of the first private link in a text, with its `#`; `None` if there is none. It may still be damaged, or
/// belong to another ladder.
#[must_use]
pub fn find(text: &str) -> Option<String> {
    let name = PREFIX.trim_start_matches('#');
    // A search of the standard library would take ten times the code, for texts that are short.
    let starts = text.char_indices().map(|(start, _)| start).filter(|&start| text[start..].starts_with(name));
    let mut codes = starts.filter(|&start| begins_a_link(&text[..start])).filter_map(|start| code(&text[start..]));
    codes.next().map(|code| ["#", code].concat())
}

/// Whether a link can begin behind this text. In a fragment of a router's own it follows a `?` or a `&`.
fn begins_a_link(before: &str) -> bool {
    before.chars().next_back().is_none_or(|last| last.is_whitespace() || "#?&<(\"'".contains(last))
}

/// The link at the beginning of a text. It ends in a letter, since programs add other characters behind an address.
fn code(text: &str) -> Option<&str> {
    let is_digit = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let code = &text[..text.find(|letter| !is_digit(letter)).unwrap_or(text.len())];
    let code = code.trim_end_matches(|letter: char| !letter.is_ascii_alphabetic());
    code.contains('_').then_some(code)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(find(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_link_is_found_in_whatever_was_pasted() {
        let link = "#career-ladder-small_BAC8blBF68V6cV6c_5mRCjADjppEd";
        for text in [
            link,
            &link[1..],
            &format!("https://example.org/post{link}"),
            &format!("  https://example.org/career-ladder-demo/{link}\n"),
            &format!("https://example.org/#/post?{}&theme=dark", &link[1..]),
            &format!("This is my result (https://example.org/{link})."),
            &format!("<https://example.org/{link}>"),
        ] {
            case(text, Some(link));
        }
    }

    #[test]
    fn other_texts_have_no_link() {
        for text in [
            "",
            "https://example.org/",
            "career-ladder-",
            "https://example.org/career-ladder-demo_x/",
            "é#career-ladder-x",
        ] {
            case(text, None);
        }
    }
}
