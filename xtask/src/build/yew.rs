//! Yew as the wasm gets it: cargo's copy of the crate, with a small renderer in the place of its own. Why, and what it
//! leaves out, is told in `renderer/README.md`.

use crate::{
    cache::{Fingerprint, files, results},
    console::Step,
    process::run,
    project::Project,
};
use anyhow::{Context as _, Result, bail};
use diffy::patch_set::{ParseOptions, PatchSet};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

const NAME: &str = "yew";
/// Our own: the patch, and the folder that goes into the crate's source.
const OWN: &str = "renderer";
const PATCH: &str = "yew.patch";
const RENDERER: &str = "src";
/// What that folder is called inside the crate.
const MODULE: &str = "browser";
/// By this feature the crate compiles its own renderer. It stays on, since cargo must find the same features as ever,
/// but selects nothing any more.
const THEIR_RENDERER: (&str, &str) = ("feature = \"csr\"", "any()");

/// The folder of the crate.
pub(crate) fn prepare(project: &Project, step: &Step) -> Result<PathBuf> {
    let own = project.root().join(OWN);
    let Crate { version, folder: fetched } = find(project, step)?;
    // Nothing else, since whatever is written anew is compiled anew.
    let inputs = Fingerprint::default()
        .value("how", include_bytes!("yew.rs"))
        .folder(&own)?
        .folder(&fetched.join("src"))?
        .file(&fetched.join("Cargo.toml"))?;
    results(project, step, NAME, &inputs, |folder| {
        let mut sources = read(&fetched)?;
        let patch = fs::read_to_string(own.join(PATCH))?;
        patch_all(&mut sources, &patch).with_context(|| {
            format!(
                "{OWN}/{PATCH} does not fit {NAME} {version}: adapt it as the README beside it says, \
                 or go back to the version before with `cargo update {NAME} --precise VERSION`"
            )
        })?;
        for source in sources.values_mut() {
            *source = source.replace(THEIR_RENDERER.0, THEIR_RENDERER.1);
        }
        for file in files(&own.join(RENDERER))? {
            let name = Path::new("src").join(MODULE).join(file.strip_prefix(own.join(RENDERER))?);
            sources.insert(name.to_string_lossy().into_owned(), fs::read_to_string(&file)?);
        }
        for (name, source) in sources {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().unwrap_or(folder))?;
            fs::write(file, source)?;
        }
        Ok(())
    })
}

/// The crate as cargo fetched it.
struct Crate {
    version: String,
    folder: PathBuf,
}

/// What `cargo metadata` tells of it.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

/// Asks cargo where it put the crate; it fetches it where it has not yet.
fn find(project: &Project, step: &Step) -> Result<Crate> {
    let mut cargo = project.cargo();
    let metadata = run(step, cargo.args(["metadata", "--format-version", "1"]))?.stdout;
    let Metadata { packages } =
        serde_json::from_str(&metadata).context("cannot read what cargo tells of the crates")?;
    let mut found = packages.into_iter().filter(|package| package.name == NAME);
    let (Some(package), None) = (found.next(), found.next()) else { bail!("there must be one {NAME}") };
    let folder = package.manifest_path.parent().context("a manifest lies in a folder")?.to_owned();
    Ok(Crate { version: package.version, folder })
}

/// The manifest and the sources, by their paths inside the crate.
fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut sources = BTreeMap::new();
    for file in files(&folder.join("src"))?.into_iter().chain([folder.join("Cargo.toml")]) {
        let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        sources.insert(name, fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(sources)
}

/// Changes `sources` as the patch says.
fn patch_all(sources: &mut BTreeMap<String, String>, patch: &str) -> Result<()> {
    for patch in PatchSet::parse(patch, ParseOptions::unidiff()) {
        let patch = patch?;
        let patch = patch.patch().as_text().context("not a text")?;
        let name = patch.original().and_then(|name| name.strip_prefix("a/")).context("no name of a file")?;
        let source = sources.get_mut(name).with_context(|| format!("there is no {name}"))?;
        *source = diffy::apply(source, patch).with_context(|| format!("in {name}"))?;
    }
    Ok(())
}

/// The renderer is compiled inside of Yew alone, so what of it needs no browser is tested here.
#[cfg(test)]
#[path = "../../../renderer/src/order.rs"]
mod order;

#[cfg(test)]
mod tests {
    use super::patch_all;
    use std::collections::BTreeMap;

    const PATCH: &str =
        "--- a/x.rs\n+++ b/x.rs\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n--- a/y.rs\n+++ b/y.rs\n@@ -3 +3 @@\n-end\n+END\n";

    #[track_caller]
    fn case(sources: &[(&str, &str)], expected: Result<&[&str], &str>) {
        let mut sources: BTreeMap<String, String> =
            sources.iter().map(|&(name, source)| (name.to_owned(), source.to_owned())).collect();
        let outcome = patch_all(&mut sources, PATCH).map_err(|error| error.to_string());
        let sources: Vec<&str> = sources.values().map(String::as_str).collect();
        match expected {
            Ok(expected) => assert_eq!((outcome, &*sources), (Ok(()), expected)),
            Err(expected) => assert_eq!(outcome, Err(expected.to_owned())),
        }
    }

    #[test]
    fn every_file_is_changed() {
        case(
            &[("x.rs", "one\ntwo\n"), ("y.rs", "0\n1\nend\n"), ("z.rs", "two\n")],
            Ok(&["one\n2\n", "0\n1\nEND\n", "two\n"]),
        );
    }

    #[test]
    fn lines_may_have_moved() {
        case(&[("x.rs", "new\nnew\none\ntwo\n"), ("y.rs", "end\n")], Ok(&["new\nnew\none\n2\n", "END\n"]));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        case(&[("x.rs", "one\nthree\n"), ("y.rs", "end\n")], Err("in x.rs"));
        case(&[("x.rs", "one\ntwo\n")], Err("there is no y.rs"));
    }
}
