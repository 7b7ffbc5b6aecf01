//! The WordPress plugin.

use super::{Folder, add_common, archive::write_zip, widget_files};
use crate::{build::Built, project::Project};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fs, path::Path};

/// Packs the plugin into `target`.
pub(crate) fn pack(project: &Project, built: &Built, target: &Path) -> Result<()> {
    let version = &built.parts.constants.version;
    let sources = project.root().join("packages/wordpress");
    if !sources.exists() {
        return Ok(());
    }
    let mut package = Folder::default();
    package.add_folder("", &sources)?;
    package.fill("VERSION", version)?;
    for (name, bytes) in widget_files(built) {
        package.add(&format!("assets/{name}"), bytes);
    }
    add_readable(project, built, &mut package)?;
    add_common(project, &mut package)?;
    write_zip(&package, "career-ladder", &target.join(format!("career-ladder-wordpress-{version}.zip")))
}

/// Adds each ladder as HTML to read, and the list of ladders with their languages.
fn add_readable(project: &Project, built: &Built, package: &mut Folder) -> Result<()> {
    let mut languages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, lang, html) in &built.readable {
        let of_ladder = languages.entry(id).or_default();
        if lang == "en" {
            package.add(&format!("ladders/{id}.html"), html.as_str());
        } else {
            of_ladder.push(lang);
            package.add(&format!("ladders/{id}.{lang}.html"), html.as_str());
        }
    }
    let mut list = Vec::new();
    for (id, langs) in languages {
        let file = project.root().join(format!("ladders/{id}.json"));
        let text = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let ladder: Value = serde_json::from_slice(&text)?;
        list.push(json!({ "id": id, "title": ladder["title"], "langs": langs }));
    }
    package.add("ladders/index.json", format!("{:#}\n", Value::from(list)));
    Ok(())
}
