//! Gives the widget its Yew: cargo's copy of the crate with a small renderer in the place of its own, or the crate as
//! published. `renderer/README.md` says why, and what the small renderer leaves out.

use crate::{
    cache::{Fingerprint, files, results},
    console::Step,
    process::run,
    project::Project,
};
use anyhow::{Context as _, Error, Result, bail};
use diffy::patch_set::{ParseOptions, PatchSet};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The crate's name, and that of the build step.
pub(crate) const NAME: &str = "yew";
/// Our own folder, which holds the patch and the renderer's modules.
const OWN: &str = "renderer";
const PATCH: &str = "yew.patch";
const MODULES: &str = "src/browser";
/// By this feature the crate compiles its own renderer. The feature stays on, since cargo must find the features that
/// it knows from the registry; but in the copy it selects nothing.
const THEIR_RENDERER: (&str, &str) = ("feature = \"csr\"", "any()");

/// The renderer that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Renderer {
    /// Ours, put into a copy of Yew.
    Small,
    /// Yew's own, as published.
    Published,
}

/// The Yew that the widget is compiled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Yew {
    /// The copy in this folder, with the small renderer.
    Patched(PathBuf),
    /// The crate as published.
    Published {
        /// If the small renderer was asked for: why it cannot be used.
        misfit: Option<String>,
    },
}

/// The source files and the manifest of the crate, by their paths inside it.
type Sources = BTreeMap<String, String>;

/// Provides the Yew with this renderer. If the patch does not fit, that is the crate as published.
pub(crate) fn prepare(project: &Project, step: &Step, renderer: Renderer) -> Result<Yew> {
    if renderer == Renderer::Published {
        step.note("as published");
        return Ok(Yew::Published { misfit: None });
    }
    let modules = project.root().join(OWN).join(MODULES);
    let fetched = find(project, step)?;
    let patch = fs::read_to_string(project.root().join(OWN).join(PATCH)).context("cannot read the patch of Yew")?;
    let sources = match patched(read(&fetched.folder)?, &patch, &fetched.version) {
        Ok(sources) => sources,
        Err(misfit) => {
            step.note("as published");
            return Ok(Yew::Published { misfit: Some(misfit) });
        }
    };
    // Nothing else goes in here: cargo compiles anew whatever is written anew.
    let inputs = Fingerprint::default()
        .value("how", include_bytes!("yew.rs"))
        .value("patch", patch.as_bytes())
        .folder(&modules)?
        .folder(&fetched.folder.join("src"))?
        .file(&fetched.folder.join("Cargo.toml"))?;
    results(project, step, NAME, &inputs, |folder| write(folder, sources, &modules)).map(Yew::Patched)
}

/// The patched sources, or a message for whoever updates Yew.
fn patched(mut sources: Sources, patch: &str, version: &str) -> Result<Sources, String> {
    patch_all(&mut sources, patch).map_err(|error| misfit(version, &error))?;
    for source in sources.values_mut() {
        *source = source.replace(THEIR_RENDERER.0, THEIR_RENDERER.1);
    }
    Ok(sources)
}

fn misfit(version: &str, error: &Error) -> String {
    format!(
        "{OWN}/{PATCH} does not fit {NAME} {version} ({error:#}), so the widget gets Yew's own renderer, which weighs \
         more than size-budget.toml allows. Adapt the patch as {OWN}/README.md says, or go back to the version before \
         with `cargo update {NAME} --precise VERSION`"
    )
}

/// Writes the copy, with the modules of the small renderer in a folder of the same name.
fn write(folder: &Path, mut sources: Sources, modules: &Path) -> Result<()> {
    for file in files(modules)? {
        let name = Path::new(MODULES).join(file.strip_prefix(modules)?);
        sources.insert(name.to_string_lossy().into_owned(), fs::read_to_string(&file)?);
    }
    for (name, source) in sources {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, source)?;
    }
    Ok(())
}

/// The crate as cargo fetched it.
struct Crate {
    version: String,
    folder: PathBuf,
}

/// The fields of `cargo metadata` that are read here.
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

/// Asks cargo for the crate's folder; cargo fetches the crate first if it has not yet.
fn find(project: &Project, step: &Step) -> Result<Crate> {
    let mut cargo = project.cargo();
    let metadata = run(step, cargo.args(["metadata", "--format-version", "1"]))?.stdout;
    let Metadata { packages } =
        serde_json::from_str(&metadata).context("cannot read the output of `cargo metadata`")?;
    let mut found = packages.into_iter().filter(|package| package.name == NAME);
    let (Some(package), None) = (found.next(), found.next()) else { bail!("there must be one {NAME}") };
    let folder = package.manifest_path.parent().context("a manifest lies in a folder")?.to_owned();
    Ok(Crate { version: package.version, folder })
}

/// Reads the manifest and the sources.
fn read(folder: &Path) -> Result<Sources> {
    let mut sources = Sources::new();
    for file in files(&folder.join("src"))?.into_iter().chain([folder.join("Cargo.toml")]) {
        let name = file.strip_prefix(folder)?.to_string_lossy().into_owned();
        sources.insert(name, fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(sources)
}

/// Applies each file's part of the patch.
fn patch_all(sources: &mut Sources, patch: &str) -> Result<()> {
    for patch in PatchSet::parse(patch, ParseOptions::unidiff()) {
        let patch = patch?;
        let patch = patch.patch().as_text().context("not a text")?;
        let name = patch.original().and_then(|name| name.strip_prefix("a/")).context("no name of a file")?;
        let source = sources.get_mut(name).with_context(|| format!("there is no {name}"))?;
        *source = diffy::apply(source, patch).with_context(|| format!("in {name}"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Sources, patched};

    const PATCH: &str =
        "--- a/x.rs\n+++ b/x.rs\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n--- a/y.rs\n+++ b/y.rs\n@@ -3 +3 @@\n-end\n+END\n";

    fn case(sources: &[(&str, &str)]) -> Result<Vec<String>, String> {
        let sources: Sources = sources.iter().map(|&(name, source)| (name.to_owned(), source.to_owned())).collect();
        patched(sources, PATCH, "9.9.9").map(|sources| sources.into_values().collect())
    }

    #[track_caller]
    fn fits(sources: &[(&str, &str)], expected: &[&str]) {
        assert_eq!(case(sources).unwrap(), expected);
    }

    #[track_caller]
    fn misfits(sources: &[(&str, &str)], why: &str) {
        let message = case(sources).unwrap_err();
        let expected = format!("renderer/yew.patch does not fit yew 9.9.9 ({why}");
        assert!(message.starts_with(&expected), "{message}");
        assert!(message.contains("so the widget gets Yew's own renderer"), "{message}");
        assert!(message.contains("cargo update yew --precise"), "{message}");
    }

    #[test]
    fn a_patch_changes_every_file_that_it_names() {
        fits(
            &[("x.rs", "one\ntwo\n"), ("y.rs", "0\n1\nend\n"), ("z.rs", "two\n")],
            &["one\n2\n", "0\n1\nEND\n", "two\n"],
        );
    }

    #[test]
    fn a_patch_fits_lines_that_have_moved() {
        fits(&[("x.rs", "new\nnew\none\ntwo\n"), ("y.rs", "end\n")], &["new\nnew\none\n2\n", "END\n"]);
    }

    #[test]
    fn the_feature_of_yews_own_renderer_selects_nothing() {
        fits(
            &[("x.rs", "one\ntwo\n#[cfg(feature = \"csr\")]\n"), ("y.rs", "end\n")],
            &["one\n2\n#[cfg(any())]\n", "END\n"],
        );
    }

    #[test]
    fn a_patch_that_does_not_fit_leads_to_yew_as_published() {
        misfits(&[("x.rs", "one\nthree\n"), ("y.rs", "end\n")], "in x.rs");
        misfits(&[("x.rs", "one\ntwo\n")], "there is no y.rs)");
    }
}
