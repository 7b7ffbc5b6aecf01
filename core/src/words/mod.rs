//! The words of the interface, in any language.
//!
//! `languages/<tag>.json` has the words of one language; [`read_catalog`](crate::format::read_catalog) checks such a file.
//! Its packed form is a text that needs no parsing: three lines with the language, its digit zero and its plural categories,
//! then a line for each key in the order of [`Text`]. A text with a form for each category has them side by side in its
//! line. What depends on a language is in its catalog as data, and not asked of the browser: so prerendered screens have the
//! same texts as the program's, in every browser.

mod keys;
pub mod plural;

pub use keys::{KeyRule, Part, Text};
use plural::{PERIODIC_FROM, categories, category};

/// The languages that have a catalog. `tests/languages.rs` compares them with `languages/`.
pub const INTERFACE_LANGUAGES: [&str; 12] = ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt-BR", "tr"];

/// The number of lines of a packed catalog before those of its texts.
pub const HEAD_LINES: usize = 3;

/// The words of one language, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordList {
    /// The language as a BCP 47 tag. Empty if the words are too few to be an interface.
    pub lang: String,
    /// The digit zero; the other digits follow it in Unicode. `None` leaves it as it is elsewhere.
    pub zero: Option<char>,
    /// The forms of each text, by key: one, or one for each of the language's categories. A key without forms has none here.
    pub texts: Vec<Vec<String>>,
}

impl WordList {
    /// A list without any text.
    #[must_use]
    pub fn empty(lang: &str) -> Self {
        Self { lang: lang.to_owned(), zero: None, texts: vec![Vec::new(); Text::ALL.len()] }
    }

    /// The forms of a text.
    #[must_use]
    pub fn forms(&self, key: Text) -> &[String] {
        &self.texts[key as usize]
    }

    /// The packed form, with the texts up to a part. `lang` gives the plural rules.
    #[must_use]
    pub fn pack(&self, lang: &str, up_to: Part) -> String {
        let mut lines = vec![self.lang.clone(), self.zero.map(String::from).unwrap_or_default(), plural_line(lang)];
        let keys = Text::ALL.iter().take_while(|key| key.part() as u8 <= up_to as u8);
        lines.extend(keys.map(|&key| self.forms(key).join("\t")));
        lines.join("\n") + "\n"
    }
}

/// For each count from 0 up to [`PERIODIC_FROM`], the index of its form as a digit. The last digit stands for all that
/// follow, so the line ends with the first of its kind.
fn plural_line(lang: &str) -> String {
    let categories = categories(lang);
    let index = |count| (0_u8..).zip(&categories).find(|(_, one)| **one == category(lang, count));
    let mut line: String =
        (0..PERIODIC_FROM).map(|count| char::from(b'0' + index(count).map_or(0, |(index, _)| index))).collect();
    while line.len() > 1 && line.as_bytes()[line.len() - 2] == line.as_bytes()[line.len() - 1] {
        line.pop();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plural_line_ends_where_nothing_new_follows() {
        assert_eq!(plural_line("en"), "101");
        assert_eq!(plural_line("fr"), "001");
        assert_eq!(plural_line("ja"), "0");
        assert_eq!(plural_line("ar").len(), 112);
    }

    #[test]
    fn a_packed_list_has_a_line_for_each_key_of_its_parts() {
        let mut list = WordList { zero: Some('0'), ..WordList::empty("en") };
        list.texts[Text::Start as usize] = vec!["Go".to_owned()];
        list.texts[Text::MoreRungs as usize] = vec!["One".to_owned(), "{0}".to_owned()];
        let packed = list.pack("en", Part::Program);
        let lines: Vec<&str> = packed.lines().collect();
        assert_eq!(lines[..=HEAD_LINES], ["en", "0", "101", "Go"]);
        assert_eq!(lines[HEAD_LINES + Text::MoreRungs as usize], "One\t{0}");
        let program = Text::ALL.iter().filter(|key| key.part() == Part::Program).count();
        assert_eq!(lines.len(), HEAD_LINES + program);
        assert_eq!(list.pack("en", Part::Loader).lines().count(), HEAD_LINES + Text::ALL.len());
    }
}
