//! Makes what people download, under `target/package/`: the npm package, the zip to host oneself, the standalone script, the
//! WordPress plugin, and the command-line program. All have the version of `Cargo.toml`.

mod archive;
mod folder;
mod npm;
mod program;
mod scripts;
mod self_hosted;
mod wordpress;

use crate::{
    build::{self, Built, Renderer},
    cache,
    console::{say, step},
    project::Project,
    setup::Tools,
};
use anyhow::{Context as _, Result};
use folder::Folder;
pub(crate) use program::Profile;
use scripts::Scripts;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Builds the widget and makes every package from it.
pub(crate) fn package(project: &Project, tools: &Tools) -> Result<()> {
    let built = build::build(project, tools, Renderer::Small, &project.dist())?;
    from_build(project, tools, &built, Profile::Release)
}

/// Makes every package from a finished build, and lists them.
pub(crate) fn from_build(project: &Project, tools: &Tools, built: &Built, profile: Profile) -> Result<()> {
    let target = for_the_web(project, tools, built)?;
    let version = &built.parts.constants.version;
    step("package: program", |step| program::pack(project, step, profile, version, &target))?;
    write_checksums(&target)?;
    say(&format!("\n{}", listing(&target)?));
    Ok(())
}

/// Makes the packages for web pages, and returns their folder.
fn for_the_web(project: &Project, tools: &Tools, built: &Built) -> Result<PathBuf> {
    let version = &built.parts.constants.version;
    let target = project.root().join("target/package");
    let work = project.cache().join("package");
    for folder in [&target, &work] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    let scripts = Scripts { project, tools, parts: &built.parts, work: &work };

    let standalone = step("package: standalone", |step| scripts.standalone(step, &built.dist))?;
    fs::write(target.join(format!("career-ladder-{version}.standalone.js")), &standalone)?;
    step("package: npm", |step| npm::pack(&scripts, step, built, &standalone, &target))?;
    step("package: self-hosted", |step| self_hosted::pack(&scripts, step, built, &standalone, &target))?;
    step("package: wordpress", |_| wordpress::pack(project, built, &target))?;
    Ok(target)
}

/// The files for all packages: licences, ladders, schema.
fn add_common(project: &Project, folder: &mut Folder) -> Result<()> {
    let root = project.root();
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        folder.add_file(name, &root.join(name))?;
    }
    folder.add_folder("ladders", &root.join("ladders"))
}

/// The files at the top of `dist/` that only its pages use.
const OF_PAGES: [&str; 3] = ["favicon.svg", "index.html", "page.css"];

/// The files of `dist/` that a widget may ask for, wherever it is.
fn widget_files(built: &Built) -> impl Iterator<Item = (&str, &[u8])> {
    built.dist.files().filter(|(name, _)| !name.contains('/') && !name.ends_with(".d.ts") && !OF_PAGES.contains(name))
}

/// The files at the top of a folder, sorted by name.
fn top_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in folder.read_dir().with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes `SHA256SUMS`, as `sha256sum --check` reads it.
fn write_checksums(target: &Path) -> Result<()> {
    let mut sums = String::new();
    for file in top_files(target)? {
        sums += &format!("{}  {}\n", cache::sha256(&fs::read(&file)?), name_of(&file));
    }
    Ok(fs::write(target.join("SHA256SUMS"), sums)?)
}

fn listing(target: &Path) -> Result<String> {
    let mut lines = vec!["target/package/ holds".to_owned()];
    for file in top_files(target)? {
        lines.push(format!("{:>9} bytes  {}", fs::metadata(&file)?.len(), name_of(&file)));
    }
    Ok(lines.join("\n"))
}
