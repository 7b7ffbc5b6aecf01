//! Recognizes what other programs have made of a ladder file.

/// The message about a text that is another kind of document; `None` if it may be JSON.
pub(super) fn other_document(text: &str) -> Option<&'static str> {
    let starts = |mark: &str| text.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    if starts("{\\rtf") {
        Some("this is a document in RTF, as TextEdit and WordPad save it; save it as plain text")
    } else if "<!doctype <html <head <body".split(' ').any(starts) {
        Some("this is a web page in HTML, not a ladder; is the address right?")
    } else {
        None
    }
}

/// What stands in the place of a quote or a name: an entity such as `&quot;`, or a tag such as `<br />`.
pub(super) fn markup(text: &str) -> Option<&str> {
    let (body, end) = match text.as_bytes() {
        [b'&', ..] => (text.get(1..)?, ';'),
        [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!', ..] => (text.get(1..)?, '>'),
        _ => return None,
    };
    let length = body.chars().take(MAX_MARKUP).position(|c| c == end)?;
    let body = body.get(..length).filter(|body| end == '>' || body.bytes().all(is_of_entity))?;
    (!body.is_empty()).then(|| &text[..body.len() + 2])
}

/// The most characters of an entity or a tag.
const MAX_MARKUP: usize = 40;

fn is_of_entity(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'#'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_tags_are_told_from_text() {
        fn case(text: &str, expected: Option<&str>) {
            assert_eq!(markup(text), expected, "{text}");
        }
        case("&quot;id&quot;: 1", Some("&quot;"));
        case("&#8220;id&#8221;", Some("&#8220;"));
        case("<br />\n\"id\"", Some("<br />"));
        case("</p>", Some("</p>"));
        case("&;", None);
        case("& ;", None);
        case("&quot", None);
        case("< 3 >", None);
        case("é", None);
        case("<é>", None);
    }
}
