//! A bundled ladder in one language.

use std::path::Path;

use career_ladder::catalog::Catalog;
use career_ladder_core::format::{self, Reading, Source};
use career_ladder_core::ladder::Ladder;

use crate::languages::Language;

/// A ladder file or a translation, with the words around it.
pub(super) struct Edition<'a> {
    /// The name of its file without `.json`, such as `product.de`.
    pub(super) name: String,
    /// The ladder in this language.
    pub(super) ladder: Ladder,
    /// The language of the ladder.
    pub(super) language: &'a Language,
    /// The words of the interface beside the ladder.
    pub(super) catalog: Catalog,
    is_translation: bool,
}

impl<'a> Edition<'a> {
    /// Reads a ladder, or a translation with the ladder beside it that it extends. Prints warnings; the error lists problems.
    pub(super) fn read(path: &Path, languages: &'a [Language]) -> Result<Self, String> {
        let (reading, is_translation) = read(path)?;
        let lines: Vec<String> =
            reading.problems.iter().map(|problem| problem.in_file(&path.to_string_lossy())).collect();
        let ladder = reading.ladder.ok_or_else(|| lines.join("\n"))?;
        lines.iter().for_each(|warning| eprintln!("{warning}"));
        let language = languages.iter().find(|language| language.lang() == ladder.lang);
        let language =
            language.ok_or_else(|| format!("{}: no catalog has the language `{}`", path.display(), ladder.lang))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, catalog: language.catalog(&ladder), ladder, language, is_translation })
    }

    /// The folder of its page below the start page, with a slash at the end: `product/`, and of a translation `de/product/`.
    /// The tag of the language is in lower case, as people type addresses.
    pub(super) fn folder(&self) -> String {
        let id = &self.ladder.id;
        match self.is_translation {
            true => format!("{}/{id}/", self.ladder.lang.to_ascii_lowercase()),
            false => format!("{id}/"),
        }
    }

    /// Whether the other editions are translations of this one.
    pub(super) fn is_original(&self) -> bool {
        !self.is_translation
    }
}

/// Reads a file with its base, and whether it has one.
fn read(path: &Path) -> Result<(Reading, bool), String> {
    with_sources(path, |sources| (format::read_chain(sources), sources.len() > 1))
}

/// Calls `use_sources` with the text of a file, behind that of the ladder beside it that it extends.
fn with_sources<T>(path: &Path, use_sources: impl FnOnce(&[Source<'_>]) -> T) -> Result<T, String> {
    let text = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let name = path.to_string_lossy();
    let source = text(path)?;
    let own = Source { name: &name, text: &source };
    let Some(base) = format::missing_base(&[own]) else { return Ok(use_sources(&[own])) };
    let path = path.with_file_name(format!("{}.json", base.base));
    let (name, source) = (path.to_string_lossy(), text(&path)?);
    Ok(use_sources(&[Source { name: &name, text: &source }, own]))
}

#[cfg(test)]
pub(super) mod bundled {
    //! The ladders and languages of the repository, for tests.

    use std::path::PathBuf;

    use career_ladder_core::format::with_texts;
    use serde_json::Value;

    use super::{Edition, with_sources};
    use crate::languages;

    /// Every ladder and every translation, in the order of their files' names.
    pub(crate) fn editions() -> Vec<Edition<'static>> {
        let languages: Vec<_> = files("languages").iter().map(|path| languages::read(path).unwrap()).collect();
        let languages = languages.leak();
        files("ladders").iter().map(|path| Edition::read(path, languages).unwrap()).collect()
    }

    /// The edition whose file has this name.
    pub(crate) fn edition(name: &str) -> Edition<'static> {
        editions().into_iter().find(|edition| edition.name == name).unwrap()
    }

    /// All texts of an edition that a translator would replace, with their paths.
    pub(crate) fn texts(edition: &Edition<'_>) -> Vec<(String, String)> {
        let path = root("ladders").join(format!("{}.json", edition.name));
        with_sources(&path, |sources| {
            with_texts(sources, |units| {
                let mut texts = Vec::new();
                for unit in units {
                    add(&unit.path(), &serde_json::from_str(&unit.json()).unwrap(), &mut texts);
                }
                texts
            })
        })
        .unwrap()
        .unwrap()
    }

    fn add(path: &str, value: &Value, texts: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => texts.push((path.to_owned(), text.clone())),
            Value::Array(items) => items.iter().for_each(|item| add(path, item, texts)),
            Value::Object(fields) => fields.iter().for_each(|(key, item)| add(&format!("{path}.{key}"), item, texts)),
            _ => {}
        }
    }

    fn files(folder: &str) -> Vec<PathBuf> {
        let entries = root(folder).read_dir().unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<PathBuf> = entries.filter(|path| !path.ends_with("ladder.schema.json")).collect();
        files.sort();
        files
    }

    fn root(folder: &str) -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)
    }
}
