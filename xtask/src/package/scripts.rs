//! Builds the scripts that only the packages have: the loader as a module for npm, the loader beside a versioned folder, and
//! the standalone script with everything inside. The first and the last run the other scripts of the build as functions.

use crate::{
    build::{
        Dist, LOADER, PACKED, Parts, esbuild, glue,
        scripts::{self, Home, LoaderConstants, as_function},
    },
    console::Step,
    project::Project,
    setup::Tools,
};
use anyhow::{Context as _, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value, json};
use std::{fs, io::Write as _, path::Path};

/// A script of the build as a function.
#[derive(Debug)]
pub(crate) struct Chunk {
    /// The name by which the other scripts import it: that of its file in `dist/`.
    pub(crate) name: String,
    /// The function, as a text of JavaScript.
    pub(crate) function: String,
}

/// The name under which the loader for npm imports the list of its files.
const FILES_MODULE: &str = "career-ladder-files";

/// Servers have neither of these. There the class exists, and nothing is ever defined.
const SERVER_STUBS: &str = "const { HTMLElement = class {}, customElements = { get() {} } } = globalThis;";

/// The sources of the build, and a folder for results.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scripts<'a> {
    /// The working copy.
    pub(crate) project: &'a Project,
    /// The programs that bundle.
    pub(crate) tools: &'a Tools,
    /// The inputs from the build.
    pub(crate) parts: &'a Parts,
    /// The folder for results.
    pub(crate) work: &'a Path,
}

impl Scripts<'_> {
    /// The scripts that a loader imports, as functions: those of the programs, `others` by their paths in `www/`, and the list of
    /// the languages other than English.
    pub(crate) fn chunks(&self, step: &Step, others: &[&str], languages: &Value) -> Result<Vec<Chunk>> {
        let Self { project, tools, parts, .. } = *self;
        let mut chunks = Vec::new();
        let recipe = scripts::sources(project, &parts.recipe, "js")?;
        for (name, compiled) in &parts.programs {
            let script = glue::minify(project, tools, step, &recipe, Home::Package, compiled)?;
            chunks.push(Chunk { name: name.clone(), function: as_function(&script)? });
        }
        let list = scripts::languages(project, tools, step, &parts.recipe, Home::Package, languages)?;
        chunks.push(Chunk { name: parts.constants.languages.clone(), function: as_function(&list)? });
        for script in others {
            let (name, code) = scripts::occasional(project, tools, step, &parts.recipe, Home::Package, script)?;
            chunks.push(Chunk { name, function: as_function(&code)? });
        }
        Ok(chunks)
    }

    /// The module `element.js` of the npm package. It imports `files.js`, which lies beside it.
    pub(crate) fn npm_element(&self, step: &Step) -> Result<String> {
        let Self { project, tools, parts, work } = *self;
        let outfile = work.join("element.js");
        let options = json!({
            "entryPoints": [project.www().join("packages/element.js")],
            "alias": { "files": project.www().join("files/packaged.js") },
            "banner": { "js": SERVER_STUBS },
            "define": parts.constants.defines(),
            "external": [FILES_MODULE],
            "format": "esm",
            "outfile": outfile,
        });
        esbuild::run(project, tools, step, options)?;
        let code = fs::read_to_string(&outfile)?;
        let import = format!("\"{FILES_MODULE}\"");
        ensure!(code.matches(&import).count() == 1, "{} does not import its files once", outfile.display());
        Ok(code.replace(&import, "\"./files.js\""))
    }

    /// The loader that looks for the other files in `folder`, which lies beside it.
    pub(crate) fn loader_beside(&self, step: &Step, folder: &str) -> Result<Vec<u8>> {
        let Self { project, tools, parts, work } = *self;
        let constants = LoaderConstants { base: format!("{folder}/"), ..parts.constants.clone() };
        let outfile = work.join(LOADER);
        esbuild::run(project, tools, step, scripts::loader_options(project, &constants, &outfile))?;
        Ok(fs::read(outfile)?)
    }

    /// The standalone script: the loader with the English ladders, all programs and all scripts inside.
    pub(crate) fn standalone(&self, step: &Step, dist: &Dist) -> Result<String> {
        let Self { project, tools, parts, work } = *self;
        let outfile = work.join("standalone.js");
        let options = json!({
            "entryPoints": [project.www().join("loader/main.js")],
            "alias": { "files": project.www().join("files/inside.js") },
            "define": parts.constants.defines(),
            "format": "iife",
            "outfile": outfile,
        });
        esbuild::run(project, tools, step, options)?;
        let loader = fs::read_to_string(&outfile)?;
        let mut files = Map::new();
        for (name, bytes) in dist.files().filter(|(name, _)| is_inside(name)) {
            files.insert(name.to_owned(), STANDARD.encode(gzip(bytes)?).into());
        }
        let chunks = self.chunks(step, &["messages/messages.js", "forms/forms.js", "forms/mistakes.js"], &json!({}))?;
        let scripts = chunks.iter().map(|Chunk { name, function }| format!("{}:{function}", json!(name)));
        let scripts = scripts.collect::<Vec<_>>().join(",");
        let version = &parts.constants.version;
        // On a server there is no document, and nothing to do.
        Ok(format!(
            "/*! career-ladder {version}, standalone */\nglobalThis.document&&(()=>{{const \
             __INSIDE__={{files:{},scripts:{{{scripts}}}}};{}}})();\n",
            Value::from(files),
            loader.trim_end()
        ))
    }
}

/// Whether the standalone script has this file of `dist/` inside: wasm, and what belongs to the ladders in English.
fn is_inside(name: &str) -> bool {
    let is_translation = name.split('-').next().is_some_and(|stem| stem.contains('.'));
    let is_data = [".wasm", ".txt", PACKED].iter().any(|end| name.ends_with(end));
    let is_words = name.starts_with("words-");
    is_data && !is_translation && !is_words && !name.contains('/')
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish().context("a file cannot be compressed")
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn the_standalone_script_has_programs_and_english_ladders_inside() {
        let inside = ["career-ladder-0a1b2c3d.wasm", "product-six-0a1b2c3d.bin", "engineering-0a1b2c3d.quiz.txt"];
        assert!(inside.into_iter().all(is_inside));
        let outside = ["product.de-0a1b2c3d.bin", "career-ladder.js", "words-de-0a1b2c3d.txt", "variants/product.json"];
        assert!(!outside.into_iter().any(is_inside));
    }
}
