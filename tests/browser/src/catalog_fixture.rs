//! The words of the interface, as `languages/` has them.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::paths::workspace;

/// The words of the interface in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct CatalogFixture {
    /// The language as a BCP 47 tag.
    pub lang: String,
    /// Texts by key; a counted one is an object of texts.
    pub words: Map<String, Value>,
}

/// The languages of the interface, English among them.
///
/// # Panics
/// When the folder cannot be read.
pub fn languages() -> Vec<String> {
    let folder = workspace().join("languages").read_dir().expect("the folder of the languages");
    let mut tags: Vec<String> = folder
        .map(|entry| entry.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    tags.sort_unstable();
    tags
}

impl CatalogFixture {
    /// The catalog of a language.
    ///
    /// # Panics
    /// When its file cannot be read.
    pub fn of(lang: &str) -> Self {
        let path = workspace().join("languages").join(format!("{lang}.json"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// A text without plural forms.
    ///
    /// # Panics
    /// When the catalog has none with this key.
    pub fn word(&self, key: &str) -> &str {
        self.words[key].as_str().expect("a text without plural forms")
    }

    /// Every text, plural forms included.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.words.values().flat_map(|word| match word {
            Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
            text => text.as_str().into_iter().collect::<Vec<_>>(),
        })
    }
}
