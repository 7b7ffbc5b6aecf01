//! Packs the catalogs of `languages/`.

use std::path::Path;

use career_ladder::catalog;
use career_ladder_core::format::{Catalog, read_catalog};
use career_ladder_core::ladder::Ladder;
use career_ladder_core::words::{Part, Text};
use serde_json::{Map, json};

/// The language that the program and the extras carry in themselves.
const ENGLISH: &str = "en";

/// The interface in one language.
pub(super) struct Language {
    catalog: Catalog,
    packed: String,
}

/// Reads a catalog; the error lists its problems.
pub(super) fn read(path: &Path) -> Result<Language, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let reading = read_catalog(&text);
    let problems: Vec<String> =
        reading.problems.iter().map(|problem| format!("{}:{problem}", path.display())).collect();
    let catalog = reading.catalog.ok_or_else(|| problems.join("\n"))?;
    if Some(&*catalog.words.lang) != path.file_stem().and_then(|stem| stem.to_str()) {
        return Err(format!("{}: its name and its \"lang\", `{}`, differ", path.display(), catalog.words.lang));
    }
    Ok(Language { packed: catalog.words.pack(&catalog.words.lang, Part::Loader), catalog })
}

impl Language {
    /// The language as a BCP 47 tag.
    pub(super) fn lang(&self) -> &str {
        &self.catalog.words.lang
    }

    /// The words of the program beside a ladder in this language.
    pub(super) fn catalog(&self, ladder: &Ladder) -> catalog::Catalog {
        catalog::Catalog::new(self.packed.clone(), ladder)
    }

    /// The texts that the loader shows: beside a pressed button that waits, the same when it takes long, the button that
    /// tries again, and a link to the site.
    pub(super) fn loader_texts(&self) -> [&str; 4] {
        [Text::Loading, Text::LoadingSlow, Text::TryAgain, Text::FindStage]
            .map(|key| &*self.catalog.words.forms(key)[0])
    }

    /// The names and contents of this language's files.
    pub(super) fn files(&self) -> Vec<(String, String)> {
        if self.lang() != ENGLISH {
            return vec![(format!("{}.words", self.lang()), self.packed.clone())];
        }
        let of_extras = |key: &&Text| key.part() == Part::Extras;
        let first = Text::ALL.iter().position(|key| of_extras(&key)).unwrap_or_default();
        let keys = Text::ALL.iter().filter(of_extras).enumerate();
        let keys: Map<_, _> = keys.map(|(index, key)| (key.rule().name.to_owned(), index.into())).collect();
        let mut lines: Vec<&str> = self.packed.lines().collect();
        lines.drain(career_ladder_core::words::HEAD_LINES..career_ladder_core::words::HEAD_LINES + first);
        lines.truncate(career_ladder_core::words::HEAD_LINES + keys.len());
        vec![(
            "extras.json".to_owned(),
            json!({ "first": first, "keys": keys, "english": lines.join("\n") }).to_string(),
        )]
    }
}
