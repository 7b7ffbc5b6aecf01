//! The rules for translations: overlays that keep the id of their base, and change nothing but texts for readers.

use super::decode::{Decode as _, Decoder};
use super::diagnostics::{Diagnostics, Span, quoted};
use super::field_types::Translated;
use super::names::NameMap;
use super::shape::Shape;
use super::syntax::{Value, ValueKind};
use super::texts::{self, TextUnit};
use crate::gather::Gather as _;
use crate::words::plural::{categories, unused_category};

/// The message about any other change.
pub(super) const TEXTS_ONLY: &str = "a translation, which keeps the id of its base, changes texts only; remove this, or give the file an \"id\" of its own";

/// How a mark in the field `translated` begins if the text stands there in the base's language, and waits for its translation.
pub const MISSING: &str = "missing";
/// The mark in the field `translated` if the base's text has changed since it was translated.
pub const CHANGED: &str = "changed";

/// The number of paths that a message lists.
const MAX_LISTED: usize = 3;

/// Whether every text in a field of this shape is for readers.
pub(super) fn is_text(shape: Shape) -> bool {
    match shape {
        Shape::Text | Shape::Word => true,
        Shape::Map(inner) | Shape::List(inner) => is_text(*inner),
        _ => false,
    }
}

/// Reports what a translation changes besides texts, where its value takes the place of one of the base.
pub(super) fn check_replacement(shape: Shape, base: &Value<'_>, overlay: &Value<'_>, diagnostics: &mut Diagnostics) {
    if matches!(shape, Shape::File | Shape::Text | Shape::Word) {
        return;
    }
    if let (ValueKind::List(old), ValueKind::List(new)) = (&base.kind, &overlay.kind)
        && old.len() != new.len()
        && matches!(shape, Shape::List(items) if !is_text(*items))
        && (shape.items_by_id().is_none() || old.iter().any(|item| item.member("id").is_none()))
    {
        let items = if new.len() == 1 { "item" } else { "items" };
        let message = format!("has {} {items}, and what it translates has {}", new.len(), old.len());
        return diagnostics.warn(overlay.span, message);
    }
    if let Some(span) = other_change(shape, base, overlay) {
        diagnostics.error(span, TEXTS_ONLY);
    }
}

/// Leaves out the counted words of the interface that the base has in the plural forms of its own language, where this one
/// has others; the interface then has its own words for them. `root` is the merged ladder, `lang` the overlay's field.
pub(super) fn drop_foreign_plurals(root: &mut Value<'_>, lang: &Value<'_>, diagnostics: &mut Diagnostics) {
    let Some(tag) = lang.text() else { return };
    let (needed, unused) = (categories(tag), unused_category(tag));
    let is_category = |name: &str| needed.iter().chain(&unused).any(|category| category.name() == name);
    let is_foreign = |word: &Value<'_>| {
        let ValueKind::Object(forms) = &word.kind else { return false };
        let has_all = needed.iter().all(|category| word.member(category.name()).is_some());
        word.span.file > lang.span.file && !(has_all && forms.iter().all(|form| is_category(&form.name)))
    };
    let ValueKind::Object(members) = &mut root.kind else { return };
    let words = members.iter_mut().filter(|member| member.name == "words");
    for words in
        words.filter_map(|words| if let ValueKind::Object(words) = &mut words.value.kind { Some(words) } else { None })
    {
        words.retain(|word| {
            let is_foreign = is_foreign(&word.value);
            if is_foreign {
                let (name, tag) = (quoted(&word.name), quoted(tag));
                let message = format!(
                    "\"{name}\" among the \"words\" of the ladder that this extends lacks the plural forms of `{tag}`, so it \
                     is left out; write it here, in \"words\""
                );
                diagnostics.warn(lang.span, message);
            }
            !is_foreign
        });
    }
}

/// The first place at which two values differ in more than texts for readers.
fn other_change(shape: Shape, base: &Value<'_>, overlay: &Value<'_>) -> Option<Span> {
    match (shape, &base.kind, &overlay.kind) {
        (Shape::Text, ..) => None,
        (Shape::List(inner), ValueKind::List(old), ValueKind::List(new)) => {
            // A list of plain texts, such as other titles, may be longer or shorter in another language.
            let fewer = (old.len() != new.len() && !is_text(*inner)).then_some(overlay.span);
            fewer.or_else(|| old.iter().zip(new).find_map(|(old, new)| other_change(*inner, old, new)))
        }
        (Shape::Record(keys), ValueKind::Object(old), ValueKind::Object(new)) => {
            let shape_of = |name: &str| keys.iter().find(|key| key.name == name).map_or(Shape::Value, |key| key.shape);
            let changed = new.iter().find_map(|member| match base.member(&member.name) {
                Some(known) => other_change(shape_of(&member.name), &known.value, &member.value),
                None => (!is_text(shape_of(&member.name))).then_some(member.span),
            });
            let missing = old.iter().any(|old| !is_text(shape_of(&old.name)) && overlay.member(&old.name).is_none());
            changed.or_else(|| missing.then_some(overlay.span))
        }
        _ => (!same(base, overlay)).then_some(overlay.span),
    }
}

/// Whether two values are the same, wherever they stand.
fn same(one: &Value<'_>, other: &Value<'_>) -> bool {
    match (&one.kind, &other.kind) {
        (ValueKind::Null, ValueKind::Null) | (ValueKind::Broken, _) | (_, ValueKind::Broken) => true,
        (ValueKind::Number(one), ValueKind::Number(other)) => one == other,
        (ValueKind::String(one), ValueKind::String(other)) => one == other,
        (ValueKind::List(one), ValueKind::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (ValueKind::Object(one), ValueKind::Object(members)) => {
            let is_same = |name: &str, value| other.member(name).is_some_and(|found| same(value, &found.value));
            one.len() == members.len() && one.iter().all(|member| is_same(&member.name, &member.value))
        }
        _ => false,
    }
}

/// Warns of the texts of a translation that are missing, or that its base has changed since. `base` is the whole ladder
/// that it translates.
pub(super) fn check_marks(base: &Value<'_>, translation: &Value<'_>, decoder: &mut Decoder) {
    let units = texts::units(base);
    let mut marks = NameMap::default();
    if let Some(translated) = translation.member("translated") {
        for entry in Translated::decode(&translated.value, decoder).entries {
            marks.insert(entry.path, (entry.span, entry.hash));
        }
    }
    for unit in &units {
        match marks.get(&unit.path()) {
            Some((span, hash)) if hash.starts_with(MISSING) => {
                decoder.diagnostics.warn(*span, "this text is not translated yet");
            }
            Some((span, hash)) if *hash != unit.hash() => {
                let message = "the text has changed since it was translated; translate it again, delete this mark, and run \
                               `career-ladder translate`";
                decoder.diagnostics.warn(*span, message);
            }
            _ => {}
        }
    }
    let paths = texts::paths(translation);
    let missing = units.iter().map(TextUnit::path).filter(|path| paths.get(path).is_none()).gather();
    if !missing.is_empty() {
        let listed = missing.iter().take(MAX_LISTED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if missing.len() > MAX_LISTED { ", ..." } else { "" };
        let count = missing.len();
        let (texts, are) = if count == 1 { ("text", "is") } else { ("texts", "are") };
        let message =
            format!("{count} {texts} of the base {are} missing: {listed}{more}; `career-ladder translate` adds them");
        decoder.diagnostics.warn(translation.span, message);
    }
}
