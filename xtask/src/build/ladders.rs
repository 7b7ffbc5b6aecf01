//! Packs the bundled ladders and the catalogs of the interface, and prerenders first screens.

use super::{Dist, hashed::hashed_name};
use crate::{
    cache::{Fingerprint, named_files, results},
    console::Step,
    process::run,
    project::Project,
};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The one JSON file in `ladders/` that is no ladder: the JSON Schema of their format.
const SCHEMA: &str = "ladder.schema.json";

/// The language that needs no files of its own.
const ENGLISH: &str = "en";

/// The ladders and the words of the interface, ready to be delivered.
#[derive(Debug)]
pub(crate) struct Bundle {
    /// In the order of their names.
    pub(crate) ladders: Vec<Ladder>,
    /// In the order of their tags; not English.
    pub(crate) languages: Vec<Language>,
    /// The English words of the extras: `keys` and `english`, as `bundle` writes them.
    pub(crate) extras: Value,
    /// The page of each ladder and translation, by its name in `dist/`.
    pub(crate) pages: Vec<(String, Vec<u8>)>,
    /// The id of each ladder, a language, and the ladder in it as a fragment of HTML to read.
    pub(crate) readable: Vec<(String, String, String)>,
}

/// The interface in a language other than English.
#[derive(Debug)]
pub(crate) struct Language {
    /// The BCP 47 tag.
    pub(crate) lang: String,
    /// `ltr` or `rtl`.
    pub(crate) direction: String,
    /// The packed catalog.
    pub(crate) words: Vec<u8>,
}

/// One bundled ladder in one language.
#[derive(Debug)]
pub(crate) struct Ladder {
    /// The id of the ladder.
    pub(crate) id: String,
    /// The language of a translation; `None` for the original.
    pub(crate) lang: Option<String>,
    /// The packed ladder, which the wasm reads.
    pub(crate) bytes: Vec<u8>,
    /// The screen with the ladder: a list of its tree.
    pub(crate) first_screen: Value,
    /// The screen with the first question: a list of its tree and, if most titles lead to the same one, the second
    /// question. `None` if the ladder has no questions.
    pub(crate) first_question: Option<Value>,
}

impl Ladder {
    /// The id, with the language of a translation: `product.de`.
    pub(crate) fn name(&self) -> String {
        self.lang.as_ref().map_or_else(|| self.id.clone(), |lang| format!("{}.{lang}", self.id))
    }
}

/// Adds the text of every ladder and every translation to `dist/`, for ladders of site owners that extend it. Returns the
/// names of the files, with spaces between them. They do not end in `.json`, of which Parcel would make scripts.
pub(crate) fn ship_texts(project: &Project, dist: &mut Dist) -> Result<String> {
    let mut files = Vec::new();
    for source in sources(project, "ladders")? {
        let name = source.file_stem().context("a ladder file has a name")?.to_string_lossy().into_owned();
        let text = minified(&fs::read_to_string(&source)?).into_bytes();
        files.push(dist.add(hashed_name(&name, "txt", &text), text));
    }
    Ok(files.join(" "))
}

/// A JSON text without the white space between its values. The order of fields stays.
fn minified(json: &str) -> String {
    let mut is_in_string = false;
    let mut is_escaped = false;
    let is_kept = |c: &char| {
        is_in_string ^= *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_in_string || !c.is_ascii_whitespace()
    };
    json.chars().filter(is_kept).collect()
}

/// Reads, checks and renders every file of `ladders/` and `languages/` with the native program `bundle`.
pub(crate) fn bundle(project: &Project, step: &Step, recipe: &Fingerprint) -> Result<Bundle> {
    let catalogs = sources(project, "languages")?;
    let sources = [catalogs.clone(), sources(project, "ladders")?].concat();
    let program = compile(project, step)?;
    let mut inputs = recipe.clone().file(&program)?;
    for source in &sources {
        inputs = inputs.file(source)?;
    }
    let folder = results(project, step, "ladders", &inputs, |folder| {
        let mut bundle = std::process::Command::new(&program);
        bundle.current_dir(project.root()).arg("--out").arg(folder);
        bundle.args(sources.iter().map(|source| source.strip_prefix(project.root()).unwrap_or(source)));
        run(step, &mut bundle).map(drop)
    })?;
    let mut ladders = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ladder") {
            ladders.push(read(&path)?);
        }
    }
    ladders.sort_by(|one, other| (&one.id, &one.lang).cmp(&(&other.id, &other.lang)));
    let languages = catalogs.iter().map(|source| language(source, &folder)).collect::<Result<Vec<_>>>()?;
    let extras = serde_json::from_slice(&fs::read(folder.join("extras.json"))?)?;
    let readable = ladders.iter().map(|ladder| readable(ladder, &folder)).collect::<Result<_>>()?;
    let pages = pages(&folder.join("pages"))?;
    Ok(Bundle { ladders, languages: languages.into_iter().flatten().collect(), extras, pages, readable })
}

/// The id of a ladder, its language, and the fragment to read.
fn readable(ladder: &Ladder, folder: &Path) -> Result<(String, String, String)> {
    let text = fs::read_to_string(folder.join(format!("{}.html", ladder.name())))?;
    Ok((ladder.id.clone(), ladder.lang.as_deref().unwrap_or(ENGLISH).to_owned(), text))
}

/// All files of a folder, by their path in it.
fn pages(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    named_files(folder)?.into_iter().map(|(name, path)| Ok((name, fs::read(path)?))).collect()
}

/// The JSON files of a folder, but the schema.
fn sources(project: &Project, folder: &str) -> Result<Vec<PathBuf>> {
    let folder = project.root().join(folder);
    let mut sources = Vec::new();
    for entry in folder.read_dir().with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") && !path.ends_with(SCHEMA) {
            sources.push(path);
        }
    }
    ensure!(!sources.is_empty(), "there is no JSON file in {}", folder.display());
    sources.sort();
    Ok(sources)
}

/// The language of a catalog with its packed words; `None` for English.
fn language(source: &Path, folder: &Path) -> Result<Option<Language>> {
    let catalog: Value = serde_json::from_slice(&fs::read(source)?)?;
    let text = |field: &str| catalog[field].as_str().unwrap_or_default().to_owned();
    let (lang, direction) = (text("lang"), text("direction"));
    if lang == ENGLISH {
        return Ok(None);
    }
    let words = fs::read(folder.join(format!("{lang}.words")))?;
    Ok(Some(Language { lang, direction, words }))
}

/// Compiles the program `bundle` with the ordinary toolchain.
fn compile(project: &Project, step: &Step) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", "bundle", "--message-format", "json-render-diagnostics"]);
    let printed = run(step, &mut cargo)?;
    executable(&printed.stdout).context("cargo does not say where it has put `bundle`")
}

/// The path of the last program in cargo's messages, which are one JSON object a line.
fn executable(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back()
}

fn read(path: &Path) -> Result<Ladder> {
    let screen = |extension: &str| -> Result<Option<Value>> {
        let file = path.with_extension(extension);
        if !file.exists() {
            return Ok(None);
        }
        serde_json::from_slice(&fs::read(&file)?).with_context(|| format!("cannot use the screen {}", file.display()))
    };
    let name = path.file_stem().context("a ladder file has a name")?.to_string_lossy().into_owned();
    let (id, lang) = name.split_once('.').map_or((&*name, None), |(id, lang)| (id, Some(lang.to_owned())));
    Ok(Ladder {
        id: id.to_owned(),
        lang,
        bytes: fs::read(path)?,
        first_screen: screen("ladder.json")?.with_context(|| format!("{} has no first screen", path.display()))?,
        first_question: screen("quiz.json")?,
    })
}

#[cfg(test)]
mod tests {
    use super::{executable, minified, pages};
    use std::{env, fs, path::PathBuf, process};

    #[test]
    fn pages_are_named_by_their_path() {
        let folder = env::temp_dir().join(format!("career-ladder-pages-{}", process::id()));
        for name in ["product", "de/product"] {
            fs::create_dir_all(folder.join(name)).unwrap();
            fs::write(folder.join(name).join("index.html"), name).unwrap();
        }
        let page = |name: &str| (format!("{name}/index.html"), name.as_bytes().to_vec());
        assert_eq!(pages(&folder).unwrap(), [page("de/product"), page("product")]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn white_space_is_kept_in_strings_alone() {
        let json = "{\n  \"a b\": [ 1, \"c \\\" d\", \"e \\\\\" ]\n}\n";
        assert_eq!(minified(json), "{\"a b\":[1,\"c \\\" d\",\"e \\\\\"]}");
    }

    #[test]
    fn the_path_of_the_program_is_read_from_cargos_messages() {
        let messages = "{\"reason\":\"compiler-artifact\",\"executable\":null}\n\
                        {\"reason\":\"compiler-artifact\",\"executable\":\"target/debug/bundle\"}\n\
                        {\"reason\":\"build-finished\",\"success\":true}\n";
        assert_eq!(executable(messages), Some(PathBuf::from("target/debug/bundle")));
        assert_eq!(executable("no json"), None);
    }
}
