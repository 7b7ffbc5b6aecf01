//! The npm package: the loader as a module, the same with everything inside, types, and all files for those who copy them.

use super::{Folder, add_common, scripts::Scripts, widget_files};
use crate::{build::Built, console::Step, process::run};
use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use std::{fmt::Write as _, path::Path, process::Command};

/// The types that the repository has as files for plain pages.
const TYPES: [&str; 3] = ["career-ladder.d.ts", "career-ladder-react.d.ts", "career-ladder-react18.d.ts"];

/// Makes the package's folder and packs it into `target`.
pub(crate) fn pack(scripts: &Scripts<'_>, step: &Step, built: &Built, standalone: &str, target: &Path) -> Result<()> {
    let Scripts { project, parts, work, .. } = *scripts;
    let mut package = Folder::default();
    package.add_folder("", &project.root().join("packages/npm"))?;
    package.fill("VERSION", &parts.constants.version)?;
    for name in TYPES {
        package.add_file(&format!("types/{name}"), &project.www().join(name))?;
    }
    add_common(project, &mut package)?;
    package.add("standalone.js", standalone);
    package.add("element.js", scripts.npm_element(step)?);
    // Only the loader of plain pages looks for scripts and placeholders that ask for a widget, and for mistakes around elements.
    let chunks = scripts.chunks(step, &["messages/messages.js"], &parts.languages)?;
    for chunk in &chunks {
        package.add(&format!("chunks/{}", chunk.name), format!("export default {};\n", chunk.function));
    }
    let data: Vec<&str> = widget_files(built).map(|(name, _)| name).filter(|name| !is_script(name)).collect();
    package.add("files.js", files_module(&data, chunks.iter().map(|chunk| &*chunk.name)));
    for (name, bytes) in widget_files(built) {
        package.add(&format!("assets/{name}"), bytes);
    }
    let folder = work.join("npm");
    package.write(&folder)?;
    let mut npm = Command::new("npm");
    npm.current_dir(&folder).args(["pack", "--json", "--ignore-scripts", "--pack-destination"]).arg(target);
    let printed = run(step, &mut npm)?;
    let packed: Value = serde_json::from_str(&printed.stdout).context("npm does not say what it packed")?;
    step.note(packed[0]["filename"].as_str().unwrap_or_default());
    Ok(())
}

/// Whether a file is a script or a page, which bundlers would read.
fn is_script(name: &str) -> bool {
    [".js", ".html", ".css"].iter().any(|end| name.ends_with(end))
}

/// The module `files.js`. Bundlers find files by `new URL(…, import.meta.url)`, and scripts by `import()`.
fn files_module<'a>(data: &[&str], chunks: impl Iterator<Item = &'a str>) -> String {
    let mut text = "// Every file of the package that a page may ask for.\n\nexport const urls = {\n".to_owned();
    for name in data {
        let _ = writeln!(
            text,
            "  {}: () => new URL({}, import.meta.url).href,",
            json!(name),
            json!(format!("./assets/{name}"))
        );
    }
    text += "};\n\nexport const scripts = {\n";
    for name in chunks {
        let _ = writeln!(text, "  {}: () => import({}),", json!(name), json!(format!("./chunks/{name}")));
    }
    text += "};\n\nexport const importByAddress = (address) => import(/* webpackIgnore: true */ /* @vite-ignore */ address);\n";
    text
}

#[cfg(test)]
mod tests {
    use super::files_module;

    #[test]
    fn bundlers_can_read_every_address() {
        let module = files_module(&["a-1.wasm"], ["b.js"].into_iter());
        assert!(module.contains(r#"  "a-1.wasm": () => new URL("./assets/a-1.wasm", import.meta.url).href,"#));
        assert!(module.contains(r#"  "b.js": () => import("./chunks/b.js"),"#));
    }
}
