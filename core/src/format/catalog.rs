//! Reads a catalog of `languages/`: the words of the interface in one language.

use super::decode::{Decode as _, Decoder};
use super::diagnostics::{Problem, Severity, SourceFile};
use super::field_types::Language;
use super::positions::{self, Positioned};
use super::syntax::{self, Value, ValueKind};
use super::table::FORMAT;
use super::words::{object, read_words};
use crate::words::{Text, WordList};

/// The numbering systems of CLDR that a catalog may name, each with its digit zero; the other digits follow it in Unicode.
const NUMBERS: [(&str, char); 5] =
    [("latn", '0'), ("arab", '\u{660}'), ("arabext", '\u{6f0}'), ("beng", '\u{9e6}'), ("deva", '\u{966}')];

/// The fields of a catalog.
const FIELDS: [&str; 5] = ["lang", "name", "direction", "numbers", "words"];

/// The result of reading a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogReading {
    /// The texts; each key has some. `None` if there is an error among the problems.
    pub words: Option<WordList>,
    /// All problems, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads a catalog.
#[must_use]
pub fn read_catalog(text: &str) -> CatalogReading {
    let mut decoder = Decoder::default();
    let text = syntax::without_byte_order_mark(text);
    let root = syntax::parse(text, SourceFile::default(), FORMAT, &mut decoder.diagnostics);
    let words = root.as_ref().and_then(|root| words(root, &mut decoder));
    let file = Positioned { name: "", text, root: root.as_ref() };
    let problems = positions::locate(&[file], decoder.diagnostics);
    let has_errors = problems.iter().any(|problem| problem.severity == Severity::Error);
    CatalogReading { words: words.filter(|_| !has_errors), problems }
}

fn words(root: &Value<'_>, decoder: &mut Decoder) -> Option<WordList> {
    let members = object(root, decoder)?;
    for member in members {
        if !FIELDS.contains(&&*member.name) {
            let message = decoder.suggester.unknown_name("field", &member.name, FIELDS.into_iter());
            decoder.diagnostics.error(member.span, message);
        }
    }
    let [lang, name, direction, numbers, words] = FIELDS.map(|field| {
        let found = members.iter().find(|member| member.name == field).map(|member| &member.value);
        if found.is_none() {
            decoder.diagnostics.error(root.span, format!("\"{field}\" is missing"));
        }
        found
    });
    let lang = Language::decode(lang?, decoder).text;
    decoder.text(name?, "the language's own name");
    one_of(direction?, "direction", &["ltr", "rtl"], decoder);
    let (_, zero) = NUMBERS[one_of(numbers?, "numbering system", &NUMBERS.map(|(name, _)| name), decoder)];
    let words = words?;
    let mut list = read_words(words, lang, decoder);
    list.zero = Some(zero);
    for key in Text::ALL.iter().filter(|&&key| list.forms(key).is_empty()) {
        let name = key.rule().name;
        let is_written =
            matches!(&words.kind, ValueKind::Object(members) if members.iter().any(|member| member.name == name));
        if !is_written {
            decoder.diagnostics.error(words.span, format!("\"{name}\" is missing"));
        }
    }
    Some(list)
}

/// The index of a name in a list of names; 0 after a mistake.
fn one_of(value: &Value<'_>, what: &str, names: &[&str], decoder: &mut Decoder) -> usize {
    let name = decoder.text(value, &format!("a {what}"));
    names.iter().position(|known| *known == name).unwrap_or_else(|| {
        if !name.is_empty() {
            let message = decoder.suggester.unknown_name(what, name, names.iter().copied());
            decoder.diagnostics.error(value.span, message);
        }
        0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = include_str!("../../../languages/en.json");

    #[test]
    fn the_english_catalog_has_a_text_for_each_key() {
        let reading = read_catalog(ENGLISH);
        assert_eq!(reading.problems, []);
        let words = reading.words.expect("no errors");
        assert_eq!(words.forms(Text::Start), ["Find my stage"]);
        assert_eq!(words.forms(Text::MoreRungs).len(), 2);
        assert!(Text::ALL.iter().all(|&key| !words.forms(key).is_empty()));
    }

    /// Replaces `from` by `to` in the English catalog, and expects these problems.
    #[track_caller]
    fn case(from: &str, to: &str, expected: &[&str]) {
        assert!(ENGLISH.contains(from), "{from} is not in the file");
        let reading = read_catalog(&ENGLISH.replacen(from, to, 1));
        let problems: Vec<String> =
            reading.problems.iter().map(|problem| format!("{}: {}", problem.path, problem.message)).collect();
        assert_eq!(problems, expected);
        assert_eq!(reading.words.is_none(), !expected.is_empty());
    }

    #[test]
    fn mistakes_in_a_catalog_are_located() {
        case(
            "\"start\":",
            "\"strat\":",
            &["words: \"start\" is missing", "words.strat: unknown word `strat`; did you mean `start`?"],
        );
        case("Level {0}", "Level", &["words.level: lacks the gap {0}"]);
        case("Level {0}", "Level {0} of {1}", &["words.level: has the gap {1}; this text has only {0}"]);
        case(
            "Level {0}",
            "Level {n}",
            &["words.level: has a brace that is no gap; gaps are written {0}, {1} and so on"],
        );
        case("\"ltr\"", "\"left\"", &["direction: unknown direction `left`; known directions: `ltr`, `rtl`"]);
        case("\"latn\"", "\"latin\"", &["numbers: unknown numbering system `latin`; did you mean `latn`?"]);
        case(
            "\"one\": \"Show one more level\",",
            "",
            &["words.moreRungs: \"one\" is missing: `en` has this plural category"],
        );
        case(
            "\"one\": \"Show one more level\"",
            "\"one\": \"Show one more level\", \"few\": \"x\"",
            &["words.moreRungs.few: `few` is no plural category of `en`, which has: one, other"],
        );
        case("\"Find my stage\"", "\" \"", &["words.start: is empty; write text"]);
        case("\"Find my stage\"", "\"Find\\nmy stage\"", &["words.start: has a line break or a tab; write one line"]);
        case("\"Find my stage\"", "3", &["words.start: is a number; write text in double quotes: \"3\""]);
    }

    #[test]
    fn forms_for_few_counts_may_spell_the_count_out() {
        case("\"Show {0} more levels\"", "\"Show more levels\"", &["words.moreRungs.other: lacks the gap {0}"]);
    }
}
