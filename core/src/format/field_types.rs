//! The types of single fields: text, ids, references and numbers.

use std::marker::PhantomData;

use super::decode::{Decode, Decoder, limit};
use super::diagnostics::{Span, quoted};
use super::letters::{is_blank, is_space};
use super::shape::Shape;
use super::syntax::{Value, ValueKind};
use super::table::{FORMAT, FieldType, ID_PATTERN};
use crate::ladder::Drawing;

/// Text for readers, never blank. The diagram has room for `ROOM` characters.
#[derive(Default, Clone, Copy)]
pub(super) struct Text<'a, const ROOM: usize = { usize::MAX }> {
    pub(super) span: Span,
    /// Empty if it is missing or wrong, which has been reported.
    pub(super) text: &'a str,
}

impl<'a, const ROOM: usize> Decode<'a> for Text<'a, ROOM> {
    const TYPE: FieldType = FieldType::Text { pattern: Some("\\S"), room: limit(ROOM), for_readers: true };
    const EXAMPLE: &'static str = "\"...\"";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        Self { span: value.span, text: decoder.text_for_readers(value) }
    }
}

/// Text for readers that may be blank, which counts as left out.
#[derive(Default, Clone, Copy)]
pub(super) struct OptionalText<'a, const ROOM: usize = { usize::MAX }> {
    pub(super) span: Span,
    /// Empty if it is missing, blank or wrong.
    pub(super) text: &'a str,
}

impl<'a, const ROOM: usize> Decode<'a> for OptionalText<'a, ROOM> {
    const TYPE: FieldType = FieldType::Text { pattern: None, room: limit(ROOM), for_readers: true };
    const EXAMPLE: &'static str = "\"...\"";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let is_left_out = matches!(&value.kind, ValueKind::String(text) if is_blank(text));
        Self { span: value.span, text: if is_left_out { "" } else { decoder.text_for_readers(value) } }
    }
}

/// Declares types of text that follow a rule. Each has a name for authors, an example, and the rule twice: as a regular
/// expression for the field table, and in code. Last comes the message about text that breaks it.
macro_rules! ruled_texts {
    ($($(#[doc = $doc:literal])+ $name:ident($expected:literal, $example:literal, $pattern:expr, $is_valid:ident, $wrong:literal $(, $shape:expr)?);)+) => {$(
        $(#[doc = $doc])+
        #[derive(Default, Clone, Copy)]
        pub(super) struct $name<'a> {
            #[allow(dead_code, reason = "only ids are compared with the rest of the file")]
            pub(super) span: Span,
            /// Empty if it is missing or is not a string. Text that only breaks the rule is kept, so that references to it count.
            pub(super) text: &'a str,
        }

        impl<'a> Decode<'a> for $name<'a> {
            const TYPE: FieldType = FieldType::Text { pattern: Some($pattern), room: None, for_readers: false };
            const EXAMPLE: &'static str = $example;
            $(const SHAPE: Shape = $shape;)?

            fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
                let text = decoder.text(value, $expected);
                if !text.is_empty() && !$is_valid(text) {
                    decoder.diagnostics.error(value.span, format!(concat!("`{}` ", $wrong), quoted(text)));
                }
                Self { span: value.span, text }
            }
        }
    )+};
}

ruled_texts! {
    /// The name by which references point at an item.
    Id(
        "an id", "\"...\"", ID_PATTERN, is_kebab_case,
        "is not an id; use lowercase letters, digits and single hyphens, as in `senior-pm`"
    );

    /// The target of a link. Other schemes, such as `javascript:`, could run code on the host page.
    Address(
        "an address", "\"https://...\"", "^(https?://|mailto:)[^\\s]+$", is_safe_address,
        "is not an address that can be linked; start it with https://, http:// or mailto:, and leave spaces out"
    );
}

/// A BCP 47 language tag.
#[derive(Default, Clone, Copy)]
pub(super) struct Language<'a> {
    pub(super) span: Span,
    /// Empty if it is missing or is not a string.
    pub(super) text: &'a str,
}

impl<'a> Decode<'a> for Language<'a> {
    const TYPE: FieldType =
        FieldType::Text { pattern: Some("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"), room: None, for_readers: false };
    const EXAMPLE: &'static str = "\"en\"";
    const SHAPE: Shape = Shape::File;

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let text = decoder.text(value, "a language tag");
        if !text.is_empty() && !is_language_tag(text) {
            decoder.diagnostics.error(value.span, not_a_tag(text));
        }
        Self { span: value.span, text }
    }
}

/// The message about a text that is not a language tag.
pub(super) fn not_a_tag(text: &str) -> String {
    let hyphenated = text.replace('_', "-");
    let remedy = if is_language_tag(&hyphenated) {
        format!("write `{}`", quoted(&hyphenated))
    } else {
        "write one such as `en` or `pt-BR`".to_owned()
    };
    format!("`{}` is not a language tag; {remedy}", quoted(text))
}

fn is_kebab_case(id: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(is_part)
}

pub(super) fn is_language_tag(tag: &str) -> bool {
    let (language, subtags) = tag.split_once('-').map_or((tag, None), |(language, rest)| (language, Some(rest)));
    let is_subtag = |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    (2..=8).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_alphabetic())
        && subtags.is_none_or(|subtags| subtags.split('-').all(is_subtag))
}

fn is_safe_address(url: &str) -> bool {
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| url.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(|c: char| is_space(c) || c.is_control()))
}

/// A list of the ladder whose items can be referred to by id.
pub(super) trait Target: Default {
    /// The ladder's field with the list.
    const LIST: &'static str;
}

macro_rules! targets {
    ($($target:ident $list:literal),+) => {$(
        #[doc = concat!("References to the items of `", $list, "`.")]
        #[derive(Default, Clone, Copy)]
        pub(super) struct $target;

        impl Target for $target {
            const LIST: &'static str = $list;
        }
    )+};
}

targets! { Stages "stages", Dimensions "dimensions", Tracks "tracks", Rungs "rungs" }

/// The id of an item in the list `T`. Whether there is one is checked later.
#[derive(Default, Clone, Copy)]
pub(super) struct Reference<'a, T> {
    pub(super) span: Span,
    /// Empty if it is missing or wrong, which has been reported, and as the name of an [`ExceptEntry`].
    pub(super) text: &'a str,
    target: PhantomData<T>,
}

impl<'a, T> Reference<'a, T> {
    fn new(span: Span, text: &'a str) -> Self {
        Self { span, text, target: PhantomData }
    }
}

impl<'a, T: Target> Decode<'a> for Reference<'a, T> {
    const TYPE: FieldType = FieldType::Reference { list: T::LIST, pattern: ID_PATTERN };
    const EXAMPLE: &'static str = "\"...\"";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        Self::new(value.span, decoder.text(value, "an id"))
    }
}

/// The `format` field, which must be [`FORMAT`].
#[derive(Default, Clone, Copy)]
pub(super) struct Format;

impl<'a> Decode<'a> for Format {
    const TYPE: FieldType = FieldType::Format(FORMAT);
    const EXAMPLE: &'static str = "1";
    const SHAPE: Shape = Shape::File;

    /// Reports only values of another type: `other_format` in `raw` has looked at the number.
    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        if !matches!(value.kind, ValueKind::Number(_)) {
            decoder.wrong_type(value, &format!("the number {FORMAT}"));
        }
        Self
    }
}

/// A string that is for programs, not for readers.
#[derive(Default, Clone, Copy)]
pub(super) struct FileText;

impl<'a> Decode<'a> for FileText {
    const TYPE: FieldType = FieldType::Text { pattern: None, room: None, for_readers: false };
    const EXAMPLE: &'static str = "\"...\"";
    const SHAPE: Shape = Shape::File;

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        if !matches!(value.kind, ValueKind::String(_)) {
            decoder.wrong_type(value, "text in double quotes");
        }
        Self
    }
}

/// The `translated` field: paths of texts, each with the hash of the text that was translated, or a mark.
#[derive(Default)]
pub(super) struct Translated<'a> {
    pub(super) entries: Vec<TranslatedEntry<'a>>,
}

/// A name and value of the `translated` field.
pub(super) struct TranslatedEntry<'a> {
    pub(super) path: &'a str,
    /// The span of the hash.
    pub(super) span: Span,
    pub(super) hash: &'a str,
}

impl<'a> Decode<'a> for Translated<'a> {
    const TYPE: FieldType = FieldType::Map {
        names: &FieldType::Text { pattern: None, room: None, for_readers: false },
        values: &FieldType::Text { pattern: None, room: None, for_readers: false },
    };
    const EXAMPLE: &'static str = "{ ... }";
    const SHAPE: Shape = Shape::File;

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let ValueKind::Object(members) = &value.kind else {
            decoder.wrong_type(value, "an object: { ... }");
            return Self::default();
        };
        let entries = members.iter().map(|member| TranslatedEntry {
            path: &member.name,
            span: member.value.span,
            hash: decoder.text(&member.value, "a hash"),
        });
        Self { entries: entries.collect() }
    }
}

/// The `words` field. Its texts are read once the language of the ladder is known.
#[derive(Default, Clone, Copy)]
pub(super) struct Words<'a> {
    /// `None` if it is missing.
    pub(super) value: Option<&'a Value<'a>>,
}

impl<'a> Decode<'a> for Words<'a> {
    const TYPE: FieldType = FieldType::Words;
    const EXAMPLE: &'static str = "{ ... }";

    fn decode(value: &'a Value<'a>, _: &mut Decoder) -> Self {
        Self { value: Some(value) }
    }
}

/// The name of a bundled drawing.
#[derive(Default, Clone, Copy)]
pub(super) struct DrawingName {
    /// `None` if it is missing or wrong, which has been reported.
    pub(super) drawing: Option<Drawing>,
}

impl<'a> Decode<'a> for DrawingName {
    const TYPE: FieldType = FieldType::OneOf(&Drawing::NAMES);
    const EXAMPLE: &'static str = "\"...\"";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let name = decoder.text(value, "the name of a drawing");
        let drawing = Drawing::named(name);
        if drawing.is_none() && !name.is_empty() {
            let message = decoder.suggester.unknown_name("drawing", name, Drawing::NAMES.into_iter());
            decoder.diagnostics.error(value.span, message);
        }
        Self { drawing }
    }
}

/// A whole number from `MIN` to `MAX`.
#[derive(Default, Clone, Copy)]
pub(super) struct Whole<const MIN: i32, const MAX: i32> {
    pub(super) span: Span,
    /// `None` if it is missing or wrong, which has been reported.
    pub(super) number: Option<i32>,
}

impl<'a, const MIN: i32, const MAX: i32> Decode<'a> for Whole<MIN, MAX> {
    const TYPE: FieldType = FieldType::Integer { min: MIN, max: MAX };
    const EXAMPLE: &'static str = "1";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        Self { span: value.span, number: whole_number(value, [MIN, MAX], decoder) }
    }
}

fn whole_number(value: &Value<'_>, [min, max]: [i32; 2], decoder: &mut Decoder) -> Option<i32> {
    let number = |text: &str| text.parse().ok().filter(|number| (min..=max).contains(number));
    match &value.kind {
        ValueKind::Number(digits) => {
            let number = number(digits);
            if number.is_none() {
                let message = format!("is {}; write a whole number from {min} to {max}", quoted(digits));
                decoder.diagnostics.error(value.span, message);
            }
            return number;
        }
        ValueKind::String(text) if number(text).is_some() => {
            decoder.wrong_type(value, &format!("the number without quotes: {text}"));
        }
        _ => decoder.wrong_type(value, "a whole number, such as 3"),
    }
    None
}

/// The rung that an answer is typical of, or two rungs for the middle between them.
#[derive(Default)]
pub(super) struct Anchor<'a> {
    pub(super) rungs: Vec<Reference<'a, Rungs>>,
}

impl Anchor<'_> {
    const MIN: usize = 1;
    const MAX: usize = 2;
}

impl<'a> Decode<'a> for Anchor<'a> {
    const TYPE: FieldType =
        FieldType::OneOrList { items: &Reference::<'a, Rungs>::TYPE, min: Self::MIN, max: Self::MAX };
    const EXAMPLE: &'static str = "\"...\"";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let rungs = match &value.kind {
            ValueKind::String(_) => std::slice::from_ref(value),
            ValueKind::List(_) => decoder.list(value, Self::MIN, Self::MAX).unwrap_or_default(),
            _ => {
                decoder.wrong_type(value, "the id of a rung, or a list of two");
                &[]
            }
        };
        Self { rungs: rungs.iter().take(Self::MAX).map(|rung| Reference::decode(rung, decoder)).collect() }
    }
}

/// The `except` field: dimensions, each with the rung whose demands count there.
#[derive(Default)]
pub(super) struct Except<'a> {
    pub(super) entries: Vec<ExceptEntry<'a>>,
}

/// A name and value of the `except` field.
pub(super) struct ExceptEntry<'a> {
    pub(super) dimension: Reference<'a, Dimensions>,
    pub(super) rung: Reference<'a, Rungs>,
}

impl<'a> Decode<'a> for Except<'a> {
    const TYPE: FieldType =
        FieldType::Map { names: &Reference::<'a, Dimensions>::TYPE, values: &Reference::<'a, Rungs>::TYPE };
    const EXAMPLE: &'static str = "{ ... }";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let ValueKind::Object(members) = &value.kind else {
            decoder.wrong_type(value, "an object: { ... }");
            return Self::default();
        };
        let entries = members.iter().map(|member| ExceptEntry {
            dimension: Reference::new(member.span, &member.name),
            rung: Reference::decode(&member.value, decoder),
        });
        Self { entries: entries.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case() {
        for id in ["a", "7", "senior-pm", "a-1-b2"] {
            assert!(is_kebab_case(id), "{id}");
        }
        for id in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é"] {
            assert!(!is_kebab_case(id), "{id}");
        }
    }

    #[test]
    fn language_tags_have_subtags_of_up_to_eight_characters() {
        for tag in ["en", "pt-BR", "abcdefgh", "de-1996", "sl-rozaj-biske-1994", "zh-abcdefgh-a"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in ["", "e", "abcdefghi", "e1", "en-", "en-abcdefghi", "en--US", "-en", "en-U_S", "en-é"] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }

    #[test]
    fn addresses_have_a_safe_scheme_and_no_space() {
        for url in ["https://example.org/", "http://a", "mailto:a@example.org"] {
            assert!(is_safe_address(url), "{url}");
        }
        for url in ["", "https://", "javascript:alert(1)", "//a", "https://a b", "https://a\u{feff}", "http://a\u{7f}"]
        {
            assert!(!is_safe_address(url), "{url}");
        }
    }
}
