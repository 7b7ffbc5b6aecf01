//! Finds markup in texts. Texts are shown as they are typed, so readers would see it.

use super::diagnostics::{Diagnostics, Span, quoted};
use super::letters::{find_pair, is_of_word, is_space, position};

/// Longer tags, bold texts and links are not looked for.
const MAX_LENGTH: usize = 300;
/// The tags of HTML that authors write in texts.
const TAGS: &str = "a b blockquote br code del div em font h1 h2 h3 h4 hr i img li mark ol p pre s small span strong sub sup table \
     td u ul";
/// The entities of HTML that editors write.
const ENTITIES: &str = "amp apos bull copy euro gt hellip laquo ldquo lsquo lt mdash nbsp ndash quot rdquo rsquo";

/// Warns of the first markup in a text for readers.
pub(super) fn check(text: &str, span: Span, diagnostics: &mut Diagnostics) {
    if let Some((markup, remedy)) = first(text) {
        let markup = quoted(markup);
        diagnostics.warn(span, format!("readers see `{markup}` as it is typed, since texts have no markup; {remedy}"));
    }
}

/// The first markup of a text, and what to do about it.
fn first(text: &str) -> Option<(&str, &'static str)> {
    text.bytes().enumerate().find_map(|(at, byte)| match byte {
        b'<' => tag(&text[at..]).map(|tag| (tag, "remove it")),
        b'&' => entity(&text[at..]).map(|entity| (entity, "write the character itself")),
        b'*' if !text[..at].ends_with(is_of_bold) => bold(&text[at..]).map(|bold| (bold, "remove the asterisks")),
        b']' => link(text, at).map(|link| (link, "remove the address; only skills have \"links\"")),
        _ => None,
    })
}

/// Whether a character belongs to a word or to other asterisks, so that asterisks beside it are no markup.
fn is_of_bold(c: char) -> bool {
    is_of_word(c) || c == '*'
}

/// The start of a text in which markup is looked for.
fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_LENGTH)]
}

/// The tag that a text begins with.
fn tag(text: &str) -> Option<&str> {
    let text = head(text);
    let tag = &text[..=text.find('>')?];
    let inner = tag[1..tag.len() - 1].trim_start_matches('/').trim_end_matches(|c| c == '/' || is_space(c));
    let (name, attributes) = inner.split_once(is_space).unwrap_or((inner, "="));
    (position(TAGS, name).is_some() && attributes.contains('=')).then_some(tag)
}

/// The entity that a text begins with.
fn entity(text: &str) -> Option<&str> {
    let text = head(text);
    let end = text.find(';')?;
    let name = &text[1..end];
    let is_number = name.strip_prefix('#').is_some_and(|number| {
        let digits = number.strip_prefix(['x', 'X']).unwrap_or(number);
        !digits.is_empty() && digits.len() <= 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    (is_number || position(ENTITIES, name).is_some()).then(|| &text[..=end])
}

/// The bold text of Markdown that a text begins with.
fn bold(text: &str) -> Option<&str> {
    let inner = head(text).strip_prefix("**")?;
    let end = find_pair(inner, *b"**")?;
    let (inner, after) = (&inner[..end], &inner[end + 2..]);
    let is_tight = !inner.starts_with(is_space) && !inner.ends_with(is_space);
    let is_bold = is_tight && inner.contains(is_letter) && !after.starts_with(is_of_bold);
    is_bold.then(|| &text[..end + 4])
}

fn is_letter(c: char) -> bool {
    is_of_word(c) && !c.is_ascii_digit()
}

/// The link of Markdown whose name ends at byte `at`.
fn link(text: &str, at: usize) -> Option<&str> {
    let address = text[at..].strip_prefix("](")?;
    let is_address =
        ["http://", "https://", "mailto:", "/", "#", "www."].iter().any(|start| address.starts_with(start));
    let start = text[text.ceil_char_boundary(at.saturating_sub(MAX_LENGTH))..at].rfind('[').filter(|_| is_address)?;
    let start = text.ceil_char_boundary(at.saturating_sub(MAX_LENGTH)) + start;
    let end = head(address).find([')', ' ']).map_or(at + 2, |end| at + 3 + end);
    text.get(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_found() {
        fn case(text: &str, expected: &str) {
            assert_eq!(first(text).map(|(markup, _)| markup), Some(expected), "{text}");
        }
        case("a <b>bold</b> word", "<b>");
        case("ends</STRONG> here", "</STRONG>");
        case("one<br />two", "<br />");
        case("one<br/>two", "<br/>");
        case("<a href=\"https://example.org/\">here</a>", "<a href=\"https://example.org/\">");
        case("P&amp;L", "&amp;");
        case("don&#8217;t", "&#8217;");
        case("don&#x27;t", "&#x27;");
        case("a **bold word** here", "**bold word**");
        case("**Überblick**", "**Überblick**");
        case("see [the book](https://example.org/a), page 3", "[the book](https://example.org/a)");
        case("é [x](mailto:a@example.org)", "[x](mailto:a@example.org)");
        case("[x](https://example.org", "[x](");
    }

    #[test]
    fn plain_text_is_no_markup() {
        for text in [
            "P&L",
            "R&D; and more",
            "<3 years",
            "a < b",
            "a < b > c",
            "a<b and c>d",
            "2*3*4",
            "2**3**4",
            "2 ** 3 ** 4",
            "x**y**z",
            "a * b * c",
            "**",
            "****",
            "** a **",
            "5 * * *",
            "[1] (https://example.org/)",
            "f[0](x)",
            "<you>",
            "<name>",
            "<b is less>",
            "->",
            "AT&T;",
            "&;",
            "&#;",
            "&c.;",
            "I <3 U",
            "[a](b)",
            "](https://a.org)",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
