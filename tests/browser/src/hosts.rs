//! Pages that other people wrote, with the widget put into them.
//!
//! The folder lies outside of the project and its pages are not ours to copy. In each page's folder, `index.html` has a
//! line `<!--WIDGET-->` where the snippet goes, `headers.json` the response headers it needs, and `transform.json` says
//! what its host does to the scripts of the snippet. Without such a folder the project's own pages stand in.

use crate::paths::workspace;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Where the snippet goes.
const MARK: &str = "<!--WIDGET-->";

/// A folder of pages, each of them at its path below the site's root.
#[derive(Clone, Debug)]
pub struct Hosts {
    root: PathBuf,
}

/// What a site's server does to a page beyond sending it.
#[derive(Deserialize)]
struct Transform {
    transform: String,
}

impl Hosts {
    /// The folder that `CAREER_LADDER_HOSTS` names, or else `www/variants`.
    pub fn find() -> Self {
        let root = env::var_os("CAREER_LADDER_HOSTS").map(PathBuf::from);
        Self { root: root.unwrap_or_else(|| workspace().join("www/variants")) }
    }

    /// The path of each page that a reader comes to first.
    ///
    /// # Panics
    /// When there are none.
    pub fn pages(&self) -> Vec<String> {
        let mut pages: Vec<String> = names(&self.root)
            .into_iter()
            .flat_map(|name| {
                let inside = names(&self.root.join(&name)).into_iter();
                let first = inside.filter(|file| file.starts_with("index.")).map(|file| format!("/{name}/{file}"));
                let own = name.ends_with(".html").then(|| format!("/{name}"));
                own.into_iter().chain(first).collect::<Vec<_>>()
            })
            .collect();
        assert!(!pages.is_empty(), "no pages in {}", self.root.display());
        pages.sort();
        pages
    }

    /// The text of a page as its author wrote it.
    pub fn source(&self, path: &str) -> String {
        self.read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    /// A file.
    pub(crate) fn read(&self, path: &str) -> Option<Vec<u8>> {
        let inside = !path.split('/').any(|part| part == "..");
        inside.then(|| fs::read(self.root.join(path.trim_start_matches('/'))).ok()).flatten()
    }

    /// The response headers of everything beside a file.
    pub(crate) fn headers(&self, path: &str) -> Vec<(String, String)> {
        let headers = self.beside::<BTreeMap<String, String>>(path, "headers.json");
        headers.into_iter().flatten().collect()
    }

    /// A page with the snippet in it, as its host delivers it.
    pub(crate) fn page(&self, path: &str, snippet: &str) -> Option<String> {
        let source = self.read(path).map(|_| self.source(path))?;
        let snippet = match self.beside::<Transform>(path, "transform.json") {
            Some(Transform { transform }) => transformed(&transform, snippet),
            None => snippet.to_owned(),
        };
        if source.contains(MARK) {
            return Some(source.replace(MARK, &snippet));
        }
        // One of our own pages: the snippet goes to where its widget is.
        let place = [r#"<career-ladder"#, r#"<div class="career-ladder""#, "<script"];
        let start = place.iter().find_map(|tag| source.find(tag))?;
        let end = source.rfind("</script>")? + "</script>".len();
        Some(format!("{}{snippet}{}", &source[..start], &source[end..]))
    }

    fn beside<T: for<'de> Deserialize<'de>>(&self, path: &str, name: &str) -> Option<T> {
        let folder = Path::new(path).parent()?.join(name);
        let text = self.read(folder.to_str()?)?;
        Some(serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{}: {error}", folder.display())))
    }
}

/// What hosts make of scripts: they change the type, so that the browser leaves them alone until their own script runs.
fn transformed(kind: &str, snippet: &str) -> String {
    match kind {
        // Of scripts alone; a frame's address stays what it is.
        "klaro" => match snippet.find("<script") {
            Some(start) => {
                let script = snippet[start..].replace(" src=", " data-src=");
                let held = r#"<script type="text/plain" data-type="application/javascript" data-name="embeds""#;
                snippet[..start].to_owned() + &script.replace("<script", held)
            }
            None => snippet.to_owned(),
        },
        "rocket-loader-like" => snippet.replace("<script", r#"<script type="f3a1c0ffee-text/javascript""#),
        _ => panic!("nothing is known of the transform {kind:?}"),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| file.file_name().into_string().ok()).collect()
}
