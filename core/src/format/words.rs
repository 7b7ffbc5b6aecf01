//! Reads words of the interface: those of a catalog, or those that a ladder replaces.

use super::decode::Decoder;
use super::diagnostics::quoted;
use super::letters::is_blank;
use super::syntax::{Member, Value, ValueKind};
use crate::gather::Gather as _;
use crate::words::plural::{Category, categories, unused_category};
use crate::words::{INTERFACE_LANGUAGES, Part, Text, WordList};

/// The most missing words that a warning names.
const MAX_LISTED: usize = 5;

/// Whether the interface speaks a language.
pub(super) fn has_interface(lang: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    INTERFACE_LANGUAGES.iter().any(|known| primary(known) == primary(lang))
}

/// The packed words of a ladder. In a language that has no catalog they are an interface of their own only if they are
/// complete; else the rest is English, of which the author is warned.
pub(super) fn ladder_words(value: &Value<'_>, lang: &str, decoder: &mut Decoder) -> String {
    let mut list = read_words(value, lang, decoder);
    let missing = Text::ALL
        .iter()
        .filter(|key| key.part() != Part::Loader && list.forms(**key).is_empty())
        .map(|key| key.rule().name)
        .gather();
    if !missing.is_empty() {
        list.lang.clear();
        if !has_interface(lang) {
            let more = if missing.len() > MAX_LISTED { ", ..." } else { "" };
            let message = format!(
                "there is no interface in `{}` yet, so the words that are missing here stay English ({} of {}): {}{more}",
                quoted(lang),
                missing.len(),
                Text::ALL.iter().filter(|key| key.part() != Part::Loader).count(),
                missing[..missing.len().min(MAX_LISTED)].join(", ")
            );
            decoder.diagnostics.warn(value.span, message);
        }
    }
    list.pack(lang, Part::Extras)
}

/// Reads words in a language. Reports unknown keys, and texts whose gaps or plural forms are not those of their key.
pub(super) fn read_words(value: &Value<'_>, lang: &str, decoder: &mut Decoder) -> WordList {
    let mut list = WordList::empty(lang);
    for member in object(value, decoder).unwrap_or_default() {
        let Some(&key) = Text::ALL.iter().find(|key| key.rule().name == member.name) else {
            let names = Text::ALL.iter().map(|key| key.rule().name);
            let message = decoder.suggester.unknown_name("word", &member.name, names);
            decoder.diagnostics.error(member.span, message);
            continue;
        };
        if !list.texts[key as usize].is_empty() {
            let message = format!("\"{}\" appears twice in this object; keep one", key.rule().name);
            decoder.diagnostics.error(member.span, message);
        }
        list.texts[key as usize] = if key.rule().is_counted {
            read_forms(key, &member.value, lang, decoder)
        } else {
            vec![read_text(key, None, &member.value, decoder)]
        };
    }
    list
}

/// The forms of a counted text, in CLDR's order of the categories that counts fall into. A form for the category that none
/// falls into is checked and left out.
fn read_forms(key: Text, value: &Value<'_>, lang: &str, decoder: &mut Decoder) -> Vec<String> {
    let wanted = categories(lang);
    let unused = unused_category(lang);
    let names = wanted.iter().copied().chain(unused).map(Category::name).gather();
    let ValueKind::Object(members) = &value.kind else {
        let forms: Vec<String> = names.iter().map(|name| format!("\"{name}\": \"...\"")).collect();
        decoder.wrong_type(value, &format!("a form for each plural category: {{ {} }}", forms.join(", ")));
        return Vec::new();
    };
    for member in members {
        if !names.contains(&&*member.name) {
            let message = format!(
                "`{}` is no plural category of `{}`, which has: {}",
                quoted(&member.name),
                quoted(lang),
                names.join(", ")
            );
            decoder.diagnostics.error(member.span, message);
        }
    }
    if let Some(member) = members.iter().find(|member| unused.is_some_and(|category| member.name == category.name())) {
        read_text(key, unused, &member.value, decoder);
    }
    let forms = wanted.iter().map(|category| {
        let member = members.iter().find(|member| member.name == category.name());
        if member.is_none() {
            let message = format!("\"{}\" is missing: `{}` has this plural category", category.name(), quoted(lang));
            decoder.diagnostics.error(value.span, message);
        }
        member.map_or_else(String::new, |member| read_text(key, Some(*category), &member.value, decoder))
    });
    forms.collect()
}

/// A text of one line, with each gap of its key and no other. A form for few counts may spell its count out.
fn read_text(key: Text, category: Option<Category>, value: &Value<'_>, decoder: &mut Decoder) -> String {
    let text = match &value.kind {
        // A list may be separated by a space alone.
        ValueKind::String(text) if key == Text::ListSeparator && is_blank(text) && !text.is_empty() => text,
        _ => decoder.text(value, "text"),
    };
    if text.contains(['\n', '\r', '\t']) {
        decoder.diagnostics.error(value.span, "has a line break or a tab; write one line");
    }
    let gaps = key.rule().gaps;
    let may_leave_out_count = matches!(category, Some(Category::Zero | Category::One | Category::Two));
    match gaps_of(text) {
        _ if text.is_empty() => {}
        None => {
            decoder.diagnostics.error(value.span, "has a brace that is no gap; gaps are written {0}, {1} and so on");
        }
        Some(found) => {
            let is_expected = |gap: u8| found.contains(&gap) || (gap == 0 && may_leave_out_count);
            if let Some(missing) = (0..gaps).find(|&gap| !is_expected(gap)) {
                decoder.diagnostics.error(value.span, format!("lacks the gap {{{missing}}}"));
            }
            if let Some(unknown) = found.iter().find(|&&gap| gap >= gaps) {
                let known = match gaps {
                    0 => "this text has no gaps".to_owned(),
                    1 => "this text has only {0}".to_owned(),
                    _ => format!("this text has only {{0}} to {{{}}}", gaps - 1),
                };
                decoder.diagnostics.error(value.span, format!("has the gap {{{unknown}}}; {known}"));
            }
        }
    }
    text.to_owned()
}

/// The gaps of a template; `None` if it has another brace.
fn gaps_of(text: &str) -> Option<Vec<u8>> {
    let mut gaps = Vec::new();
    let mut rest = text;
    while let Some(index) = rest.find(['{', '}']) {
        let &[b'{', digit @ b'0'..=b'9', b'}', ..] = &rest.as_bytes()[index..] else { return None };
        gaps.push(digit - b'0');
        rest = &rest[index + 3..];
    }
    Some(gaps)
}

/// The members of an object; `None` for another value, which is reported.
pub(super) fn object<'v, 'a>(value: &'v Value<'a>, decoder: &mut Decoder) -> Option<&'v [Member<'a>]> {
    match &value.kind {
        ValueKind::Object(members) => Some(members),
        _ => {
            decoder.wrong_type(value, "an object: { ... }");
            None
        }
    }
}
