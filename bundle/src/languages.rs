//! Packs the catalogs of `languages/`.

use std::path::Path;

use career_ladder::catalog;
use career_ladder_core::format::read_catalog;
use career_ladder_core::ladder::Ladder;
use career_ladder_core::words::{Part, Text, WordList};
use serde_json::{Map, Value, json};

/// The language that the program and the extras carry in themselves.
const ENGLISH: &str = "en";

/// The words of the program that the extras show too.
const SHARED: [Text; 7] =
    [Text::Between, Text::Joined, Text::Target, Text::TargetHere, Text::Focus, Text::Picture, Text::Compare];

/// The interface in one language.
pub(super) struct Language {
    words: WordList,
    packed: String,
    name: String,
    direction: String,
}

/// Reads a catalog; the error lists its problems.
pub(super) fn read(path: &Path) -> Result<Language, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let reading = read_catalog(&text);
    let problems: Vec<String> =
        reading.problems.iter().map(|problem| format!("{}:{problem}", path.display())).collect();
    let words = reading.words.ok_or_else(|| problems.join("\n"))?;
    if Some(&*words.lang) != path.file_stem().and_then(|stem| stem.to_str()) {
        return Err(format!("{}: its name and its \"lang\", `{}`, differ", path.display(), words.lang));
    }
    let catalog: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let field = |name: &str| catalog[name].as_str().unwrap_or_default().to_owned();
    let (name, direction) = (field("name"), field("direction"));
    Ok(Language { packed: words.pack(&words.lang, Part::Loader), words, name, direction })
}

impl Language {
    /// The language as a BCP 47 tag.
    pub(super) fn lang(&self) -> &str {
        &self.words.lang
    }

    /// The name of the language in the language itself.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// `ltr` or `rtl`.
    pub(super) fn direction(&self) -> &str {
        &self.direction
    }

    /// The words of the program beside a ladder in this language.
    pub(super) fn catalog(&self, ladder: &Ladder) -> catalog::Catalog {
        catalog::Catalog::new(self.packed.clone(), ladder)
    }

    /// The texts that the loader shows: beside a pressed button that waits, the same when it takes long, the button that
    /// tries again, and a link to the site.
    pub(super) fn loader_texts(&self) -> [&str; 4] {
        [Text::Loading, Text::LoadingSlow, Text::TryAgain, Text::FindStage].map(|key| &*self.words.forms(key)[0])
    }

    /// The names and contents of this language's files.
    pub(super) fn files(&self) -> Vec<(String, String)> {
        if self.lang() != ENGLISH {
            return vec![(format!("{}.words", self.lang()), self.packed.clone())];
        }
        let is_needed = |key: &Text| key.part() == Part::Extras || SHARED.contains(key);
        let keys = Text::ALL.iter().filter(|key| is_needed(key));
        let keys: Map<_, _> = keys.map(|key| (key.rule().name.to_owned(), (*key as usize).into())).collect();
        let mut words = self.words.clone();
        for key in Text::ALL.iter().filter(|key| !is_needed(key)) {
            words.texts[*key as usize].clear();
        }
        let english = words.pack(ENGLISH, Part::Extras);
        vec![("extras.json".to_owned(), json!({ "keys": keys, "english": english }).to_string())]
    }
}
