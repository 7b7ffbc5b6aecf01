//! The chain of files from a base to the overlay that extends it.
//!
//! The caller fetches the texts: [`Extends`] says which one a file needs. [`Chain`] parses them, checks that they belong
//! together, and merges them.

use super::decode::{Decode as _, Decoder};
use super::diagnostics::{Diagnostics, Problem, SourceFile, Span, quoted};
use super::field_types::Translated;
use super::letters::is_blank;
use super::merge::Merger;
use super::positions::{self, Positioned};
use super::shape::Shape;
use super::suggest::unknown_name;
use super::syntax::{self, Member, Value, ValueKind};
use super::table::FORMAT;
use super::{MAX_BYTES, brackets, raw, translation};
use crate::gather::Gather as _;

/// The field that makes a file an overlay.
const EXTENDS: &str = "extends";
/// The most files of a chain: a base, its translation, and an overlay.
const MAX_FILES: usize = 3;

/// A ladder file with its name, under which problems mention it.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its path or address. Two files with the same name are the same file.
    pub name: &'a str,
    /// Its content.
    pub text: &'a str,
}

/// What a file extends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extends {
    /// The id of a bundled ladder, or an address or path relative to the file.
    pub base: String,
    /// The language in which the file wants its base, if there is a translation. `None` for a file that is one itself.
    pub lang: Option<String>,
}

impl Extends {
    /// Whether the base is a bundled ladder, which is named by its id. Addresses and paths of files have a dot or a slash.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        !self.base.contains(['.', '/', '\\', ':', '?', '#'])
    }

    /// The name of the bundled ladder to start from: `product`, or `product.de` for its translation. `names` are all there
    /// are. The longest match of the language counts.
    ///
    /// # Errors
    /// If there is no such ladder: the message suggests another one.
    pub fn bundled<'n>(&self, names: &[&'n str]) -> Result<&'n str, String> {
        let named = |name: &str| names.iter().copied().find(|known| known.eq_ignore_ascii_case(name));
        let mut lang = self.lang.as_deref().unwrap_or_default();
        if lang.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("pt")) {
            lang = "pt-BR";
        }
        while !lang.is_empty() {
            if let Some(name) = named(&format!("{}.{lang}", self.base)) {
                return Ok(name);
            }
            lang = lang.rfind('-').map_or("", |end| &lang[..end]);
        }
        let wholes = names.iter().copied().filter(|name| !name.contains('.'));
        wholes.clone().find(|name| *name == self.base).ok_or_else(|| {
            let message = unknown_name("ladder", &self.base, wholes);
            format!("{message} (a file of your own has an address, as in `./{}.json`)", quoted(&self.base))
        })
    }
}

/// What a file extends; `None` if it is a whole ladder, or cannot be read.
#[must_use]
pub fn extends(text: &str) -> Option<Extends> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let text = syntax::without_byte_order_mark(text);
    let root = syntax::parse(text, SourceFile::default(), FORMAT, &mut Diagnostics::default())?;
    let field = |name: &str| root.member(name).and_then(|member| member.value.text());
    let base = field(EXTENDS).filter(|base| !is_blank(base))?;
    let keeps_id = field("id").is_none_or(|id| id == base);
    let lang = field("lang").filter(|_| !keeps_id);
    Some(Extends { base: base.to_owned(), lang: lang.map(str::to_owned) })
}

/// The file that the first of these files extends in turn. `None` if the chain is complete, or can only be refused.
#[must_use]
pub fn missing_base(sources: &[Source<'_>]) -> Option<Extends> {
    let (base, others) = sources.split_first()?;
    let is_known = others.iter().any(|other| other.name == base.name);
    if is_known || sources.len() > MAX_FILES { None } else { extends(base.text) }
}

/// Parsed files: the ladder file first, then the one that it extends, and so on.
pub(super) struct Chain<'a> {
    files: Vec<SourceText<'a>>,
}

/// A file of a chain.
struct SourceText<'a> {
    name: &'a str,
    text: &'a str,
    /// `None` if its structure is unclear.
    root: Option<Value<'a>>,
}

impl<'a> Chain<'a> {
    /// Parses files, the base first.
    pub(super) fn parse(sources: &[Source<'a>], diagnostics: &mut Diagnostics) -> Self {
        let parse = |(index, source): (usize, &Source<'a>)| {
            let file = SourceFile::new(index);
            if source.text.len() > MAX_BYTES {
                let message = format!("the file has {} bytes; at most {MAX_BYTES} are allowed", source.text.len());
                diagnostics.error(Span::default().in_file(file), message);
                return SourceText { name: source.name, text: source.text, root: None };
            }
            let text = syntax::without_byte_order_mark(source.text);
            let root = syntax::parse(text, file, FORMAT, diagnostics);
            if root.is_none() {
                brackets::name_missing(text, file, diagnostics);
            }
            SourceText { name: source.name, text, root }
        };
        Self { files: sources.iter().rev().enumerate().map(parse).collect() }
    }

    /// Merges all files into a whole ladder. `None` after an error that leaves nothing to check.
    pub(super) fn merge(&self, decoder: &mut Decoder) -> Option<Value<'a>> {
        self.check_formats(decoder)?;
        self.check_length(decoder)?;
        let mut files = self.files.iter().rev().map(|file| file.root.as_ref());
        let mut merged = files.next()??.clone();
        for root in files {
            merged = merge_file(merged, root?, decoder);
        }
        Some(merged)
    }

    /// Like [`Chain::merge`], without the outermost file.
    pub(super) fn merge_base(&self) -> Option<Value<'a>> {
        let mut files = self.files.iter().skip(1).rev().map(|file| file.root.as_ref());
        let mut merged = files.next()??.clone();
        for root in files {
            merged = merge_file(merged, root?, &mut Decoder::default());
        }
        Some(merged)
    }

    /// If a file has another format, the meaning of its fields is unknown, so that alone is reported.
    fn check_formats(&self, decoder: &mut Decoder) -> Option<()> {
        let other = self.files.iter().find_map(|file| raw::other_format(file.root.as_ref()?));
        if let Some((span, message)) = other {
            decoder.diagnostics = Diagnostics::default();
            decoder.diagnostics.error(span, message);
            return None;
        }
        Some(())
    }

    /// Reports a base that is not here, a circle, and a chain that is too long.
    fn check_length(&self, decoder: &mut Decoder) -> Option<()> {
        let (base, others) = self.files.split_last()?;
        let circle = others.iter().any(|file| !file.name.is_empty() && file.name == base.name);
        if circle || self.files.len() > MAX_FILES {
            let (asking, message) = if circle {
                (
                    others.last()?,
                    "the files extend each other in a circle; let one of them extend a whole ladder".to_owned(),
                )
            } else {
                let message = format!(
                    "makes a chain of more than {MAX_FILES} files; extend the whole ladder itself, or its translation"
                );
                (self.files.first()?, message)
            };
            let asking = asking.root.as_ref()?.member(EXTENDS)?;
            decoder.diagnostics.error(asking.value.span, message);
            return None;
        }
        let field = base.root.as_ref().and_then(|root| root.member(EXTENDS));
        if let Some(field) = field {
            match decoder.text(&field.value, "the id of a bundled ladder or the address of a file") {
                "" => {}
                name => {
                    let message = format!("this file changes `{}`, whose text is not here", quoted(name));
                    decoder.diagnostics.error(field.value.span, message);
                }
            }
            return None;
        }
        Some(())
    }

    /// Warns of texts that the outermost file lacks, if it is a translation without errors.
    pub(super) fn check_translation(&self, decoder: &mut Decoder) {
        if !decoder.diagnostics.has_errors()
            && let Some(root) = self.files.first().and_then(|file| file.root.as_ref())
            && let Some(base) = self.merge_base()
            && is_translation(&base, root)
        {
            translation::check_marks(&base, root, decoder);
        }
    }

    /// The problems with their places, those of the ladder file first.
    pub(super) fn locate(&self, diagnostics: Diagnostics) -> Vec<Problem> {
        let files: Vec<Positioned<'_, 'a>> = self
            .files
            .iter()
            .map(|file| Positioned { name: file.name, text: file.text, root: file.root.as_ref() })
            .collect();
        positions::locate(&files, diagnostics)
    }

    /// The problem that a base could not be fetched, at the field that names it.
    pub(super) fn locate_missing(&self, message: String) -> Vec<Problem> {
        let mut diagnostics = Diagnostics::default();
        let root = self.files.last().and_then(|file| file.root.as_ref());
        let span = root.and_then(|root| root.member(EXTENDS)).map(|field| field.value.span);
        diagnostics.error(span.unwrap_or_default(), message);
        self.locate(diagnostics)
    }
}

/// Whether an overlay translates its base: it has the same id or none, and a language.
fn is_translation(base: &Value<'_>, overlay: &Value<'_>) -> bool {
    let id = |root: &Value<'_>| root.member("id").and_then(|member| member.value.text()).map(str::to_owned);
    overlay.member("lang").is_some() && (overlay.member("id").is_none() || id(overlay) == id(base))
}

/// Whether an overlay changes no more than what a calibration learns. Its quiz has the same answers, so it keeps the id of its
/// base, and stored answers and links still open.
fn is_calibration(overlay: &Value<'_>) -> bool {
    let only = |value: &Value<'_>, names: &[&str]| members(value).iter().all(|member| names.contains(&&*member.name));
    let has_only_shifts = |answers: &Member<'_>| members(&answers.value).iter().all(|it| only(&it.value, &["shift"]));
    let of_questions = |questions: &Member<'_>| {
        members(&questions.value).iter().all(|question| {
            only(&question.value, &["answers"]) && question.value.member("answers").is_none_or(has_only_shifts)
        })
    };
    let questions = overlay.member("questions");
    only(overlay, &["$schema", "format", "extends", "id", "readers", "questions"])
        && (questions.is_some() || overlay.member("readers").is_some())
        && questions.is_none_or(of_questions)
}

/// The members of an object; none of any other value.
fn members<'v, 'a>(value: &'v Value<'a>) -> &'v [Member<'a>] {
    if let ValueKind::Object(members) = &value.kind { members } else { &[] }
}

/// Merges one overlay into the ladder that it extends.
fn merge_file<'a>(mut base: Value<'a>, overlay: &Value<'a>, decoder: &mut Decoder) -> Value<'a> {
    let is_translation = is_translation(&base, overlay);
    check_head(&base, overlay, is_translation, decoder);
    let overlay_span = overlay.span;
    if let (ValueKind::Object(members), ValueKind::Object(changes)) = (&mut base.kind, &overlay.kind) {
        let is_same_id = |name: &str| is_translation && name == "id";
        let changes = changes.iter().filter(|member| !is_same_id(&member.name)).gather();
        Merger { decoder, is_translation }.merge_members(raw::Ladder::KEYS, Shape::Value, members, &changes);
        members.retain(|member| member.name != EXTENDS && member.name != "translated");
        base.span = overlay_span;
    }
    if let Some(lang) = overlay.member("lang") {
        translation::drop_foreign_plurals(&mut base, &lang.value, &mut decoder.diagnostics);
    }
    base
}

/// Checks the fields that say what an overlay is.
fn check_head(base: &Value<'_>, overlay: &Value<'_>, is_translation: bool, decoder: &mut Decoder) {
    let text =
        |root: &Value<'_>, name: &str| root.member(name).and_then(|member| member.value.text().map(str::to_owned));
    if overlay.member("format").is_none() {
        decoder.diagnostics.error(overlay.span, format!("\"format\" is missing; add \"format\": {FORMAT}"));
    }
    if let Some(translated) = overlay.member("translated") {
        if is_translation {
            Translated::decode(&translated.value, decoder);
        } else {
            decoder
                .diagnostics
                .warn(translated.span, "only a translation, which keeps the id of its base, needs this; remove it");
        }
    }
    if is_translation || is_calibration(overlay) {
        return;
    }
    let (old, new) = (text(base, "id"), text(overlay, "id"));
    match overlay.member("id") {
        None => {
            let example = old.map_or_else(|| "...".to_owned(), |id| format!("my-{}", quoted(&id)));
            let message = format!(
                "\"id\" is missing; add one of its own, as in \"id\": \"{example}\", or a \"lang\" if this is a translation"
            );
            decoder.diagnostics.error(overlay.span, message);
        }
        Some(id) if old.is_some() && old == new => {
            let message = "is the id of the ladder that this extends; give the file its own, since links and stored answers \
                           go by it, or a \"lang\" if it is a translation";
            decoder.diagnostics.error(id.value.span, message);
        }
        Some(_) => {}
    }
    if let (Some(lang), Some(wanted)) = (overlay.member("lang"), text(overlay, "lang")) {
        let of_base = text(base, "lang").unwrap_or_else(|| "en".to_owned());
        let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        if language(&wanted) != language(&of_base) {
            let message = format!(
                "the ladder that this extends is in `{}`, so every text that is not replaced here stays in that language",
                quoted(&of_base)
            );
            decoder.diagnostics.warn(lang.value.span, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 5] = ["product", "product.de", "product.pt-BR", "product.zh-Hant", "engineering"];

    #[test]
    fn the_longest_match_of_the_language_counts() {
        fn case(lang: Option<&str>, expected: &str) {
            let extends = Extends { base: "product".to_owned(), lang: lang.map(str::to_owned) };
            assert_eq!(extends.bundled(&NAMES), Ok(expected), "{lang:?}");
        }
        case(None, "product");
        case(Some("de"), "product.de");
        case(Some("DE-at-1996"), "product.de");
        case(Some("pt"), "product.pt-BR");
        case(Some("pt-PT"), "product.pt-BR");
        case(Some("zh-Hant-TW"), "product.zh-Hant");
        case(Some("zh"), "product");
        case(Some("en-GB"), "product");
        case(Some(""), "product");
    }

    #[test]
    fn an_unknown_bundled_ladder_is_refused_with_a_suggestion() {
        let extends = Extends { base: "produkt".to_owned(), lang: None };
        let message = extends.bundled(&NAMES).expect_err("unknown");
        assert!(message.starts_with("unknown ladder `produkt`; did you mean `product`?"), "{message}");
    }

    #[test]
    fn an_overlay_says_what_it_extends() {
        fn case(text: &str, expected: Option<(&str, Option<&str>)>) {
            let found = extends(text);
            let found = found.as_ref().map(|extends| (&*extends.base, extends.lang.as_deref()));
            assert_eq!(found, expected, "{text}");
        }
        case(r#"{ "extends": "product", "id": "mine", "lang": "de" }"#, Some(("product", Some("de"))));
        case(r#"{ "extends": "product", "id": "mine" }"#, Some(("product", None)));
        // Translations, which start from the base itself.
        case(r#"{ "extends": "product", "lang": "de" }"#, Some(("product", None)));
        case(r#"{ "extends": "product", "id": "product", "lang": "de" }"#, Some(("product", None)));
        case(r#"{ "extends": " " }"#, None);
        case(r#"{ "extends": 1 }"#, None);
        case("{ \"extends\": ", None);
        case(&format!(r#"{{ "extends": "product", "title": "{}" }}"#, "x".repeat(MAX_BYTES)), None);
    }

    #[test]
    fn bundled_ladders_are_told_from_addresses() {
        for (base, is_bundled) in
            [("product", true), ("a/b", false), ("b.json", false), ("../b", false), ("https://a", false)]
        {
            assert_eq!(Extends { base: base.to_owned(), lang: None }.is_bundled(), is_bundled, "{base}");
        }
    }
}
