//! A folder of host pages that other people wrote.
//!
//! The pages lie outside the project, which may not copy them. Each page has a folder with these files:
//! * `index.html` has a line `<!--WIDGET-->`, which the snippet replaces.
//! * `headers.json`, if present, holds the response headers that the page needs.
//! * `transform.json`, if present, names the change that the page's host makes to the snippet's scripts.
//!
//! Without such a folder, the project's own pages in `www/variants` take its place.

use crate::paths::workspace;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The line that the snippet replaces.
const SNIPPET_MARK: &str = "<!--WIDGET-->";

/// A folder of host pages; each is served at its path below the folder.
#[derive(Clone, Debug)]
pub struct HostFolder {
    root: PathBuf,
}

/// The content of `transform.json`.
#[derive(Deserialize)]
struct ScriptTransform {
    transform: String,
}

impl HostFolder {
    /// The folder that `CAREER_LADDER_HOSTS` names, or else `www/variants`.
    pub fn from_env() -> Self {
        let root = env::var_os("CAREER_LADDER_HOSTS").map(PathBuf::from);
        Self { root: root.unwrap_or_else(|| workspace().join("www/variants")) }
    }

    /// The paths of all pages that a reader visits first, sorted.
    ///
    /// # Panics
    /// When there are none.
    pub fn page_paths(&self) -> Vec<String> {
        let mut paths: Vec<String> =
            file_names(&self.root).into_iter().flat_map(|name| self.page_paths_in(&name)).collect();
        assert!(!paths.is_empty(), "no pages in {}", self.root.display());
        paths.sort();
        paths
    }

    /// The HTML of a page as its author wrote it; empty if there is no such file.
    pub fn source(&self, path: &str) -> String {
        self.read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// The bytes of a file; `None` if it does not exist or lies outside the folder.
    pub(crate) fn read(&self, path: &str) -> Option<Vec<u8>> {
        let is_inside = !path.split('/').any(|segment| segment == "..");
        is_inside.then(|| fs::read(self.root.join(path.trim_start_matches('/'))).ok()).flatten()
    }

    /// The response headers of a file, from the `headers.json` beside it.
    pub(crate) fn headers(&self, path: &str) -> Vec<(String, String)> {
        let headers = self.read_beside::<BTreeMap<String, String>>(path, "headers.json");
        headers.into_iter().flatten().collect()
    }

    /// A page with the snippet in it, as its host delivers it; `None` if there is no such page.
    pub(crate) fn page_with_snippet(&self, path: &str, snippet: &str) -> Option<String> {
        let source = self.read(path).map(|_| self.source(path))?;
        let snippet = match self.read_beside::<ScriptTransform>(path, "transform.json") {
            Some(ScriptTransform { transform }) => transformed(&transform, snippet),
            None => snippet.to_owned(),
        };
        if source.contains(SNIPPET_MARK) {
            return Some(source.replace(SNIPPET_MARK, &snippet));
        }
        // One of the project's own pages: the snippet replaces the page's widget and scripts.
        let widget_tags = [r#"<career-ladder"#, r#"<div class="career-ladder""#, "<script"];
        let start = widget_tags.iter().find_map(|tag| source.find(tag))?;
        let end = source.rfind("</script>")? + "</script>".len();
        Some(format!("{}{snippet}{}", &source[..start], &source[end..]))
    }

    /// The pages that an entry of the root folder stands for: a file of HTML itself, or a folder's `index.*`.
    fn page_paths_in(&self, name: &str) -> Vec<String> {
        let in_folder = file_names(&self.root.join(name)).into_iter();
        let index = in_folder.filter(|file| file.starts_with("index.")).map(|file| format!("/{name}/{file}"));
        let itself = name.ends_with(".html").then(|| format!("/{name}"));
        itself.into_iter().chain(index).collect()
    }

    fn read_beside<T: for<'de> Deserialize<'de>>(&self, path: &str, name: &str) -> Option<T> {
        let file = Path::new(path).parent()?.join(name);
        let text = self.read(file.to_str()?)?;
        Some(serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
    }
}

/// The snippet after its host has changed the type of its scripts. The browser ignores them then, until the host's own
/// script runs them.
fn transformed(transform: &str, snippet: &str) -> String {
    match transform {
        // Only from the first script on: a frame before it keeps its address.
        "klaro" => match snippet.find("<script") {
            Some(start) => {
                let scripts = snippet[start..].replace(" src=", " data-src=");
                let blocked = r#"<script type="text/plain" data-type="application/javascript" data-name="embeds""#;
                snippet[..start].to_owned() + &scripts.replace("<script", blocked)
            }
            None => snippet.to_owned(),
        },
        "rocket-loader-like" => snippet.replace("<script", r#"<script type="f3a1c0ffee-text/javascript""#),
        _ => panic!("unknown transform {transform:?}"),
    }
}

/// The names of a folder's entries; empty if it is not a folder.
fn file_names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}
