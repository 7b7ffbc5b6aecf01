//! Bundles the scripts of the page side, and the style sheets.

use super::esbuild;
use crate::{
    cache::{Fingerprint, files, results},
    console::Step,
    project::Project,
    setup::Tools,
};
use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};
use std::{fs, path::Path};

/// The values that the build puts into the loader.
#[derive(Clone, Debug, Default)]
pub(crate) struct LoaderConstants {
    /// The file of the widget's JavaScript side.
    pub(crate) glue: String,
    /// The file of the widget's wasm.
    pub(crate) wasm: String,
    /// The file of the JavaScript side that reads a site owner's own ladder.
    pub(crate) reader_glue: String,
    /// The file of the wasm that goes with it.
    pub(crate) reader_wasm: String,
    /// The script with the list of languages.
    pub(crate) languages: String,
    /// Each ladder's id, and the hash in the names of its files.
    pub(crate) ladders: Vec<[String; 2]>,
    /// The first screens that travel inside the loader, by kind.
    pub(crate) here: Map<String, Value>,
    /// The style sheet of prerendered screens.
    pub(crate) styles: String,
    /// The folder of the files, if the loader will lie elsewhere; else empty.
    pub(crate) base: String,
    /// The product's version.
    pub(crate) version: String,
}

impl LoaderConstants {
    /// The same without screens and styles, to weigh the loader by itself.
    fn bare(&self) -> Self {
        Self { here: Map::new(), styles: String::new(), ..self.clone() }
    }

    /// For esbuild: the text of a JavaScript value for each name that the loader's source uses.
    pub(crate) fn defines(&self) -> Value {
        let code = |value: Value| Value::from(value.to_string());
        // As JSON texts: a browser parses those faster than literals, and only the screen that is shown.
        let here: Map<String, Value> =
            self.here.iter().map(|(kind, tree)| (kind.clone(), tree.to_string().into())).collect();
        json!({
            "__GLUE__": code(json!(self.glue)),
            "__WASM__": code(json!(self.wasm)),
            "__READER_GLUE__": code(json!(self.reader_glue)),
            "__READER_WASM__": code(json!(self.reader_wasm)),
            "__BASE__": code(json!(self.base)),
            "__LANGUAGES__": code(json!(self.languages)),
            "__LADDERS__": code(json!(self.ladders)),
            "__SCREENS__": code(json!(here)),
            "__CSS__": code(json!(self.styles)),
            "__VERSION__": code(json!(self.version)),
        })
    }
}

/// Where a script will lie, which decides how it gets the other files of the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// In `dist/`, beside them.
    Dist,
    /// In a package: as a function that makes a module from the files that it is given.
    Package,
}

impl Home {
    /// The end of the names of its results in the cache.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Self::Dist => "",
            Self::Package => ".packaged",
        }
    }

    /// The options of esbuild that depend on it.
    pub(crate) fn options(self, project: &Project, entry: &Path, outfile: &Path) -> Value {
        let files = project.www().join("files");
        let (format, ways, beside) = match self {
            Self::Dist => ("esm", "by-address.js", "beside.js"),
            Self::Package => ("iife", "given.js", "given.js"),
        };
        let mut options = json!({
            "entryPoints": [entry],
            "alias": { "files": files.join(ways), "beside": files.join(beside) },
            "format": format,
            "outfile": outfile,
        });
        if self == Self::Package {
            options["globalName"] = EXPORTED.into();
        }
        options
    }
}

/// The name of what a script of a package exports, inside its function.
const EXPORTED: &str = "exported";

/// A script of a package as a function of JavaScript: it takes the files, and returns a module.
pub(crate) fn as_function(script: &[u8]) -> Result<String> {
    let script = std::str::from_utf8(script)?.trim_end();
    Ok(format!("__FILES__=>{{{script}return {EXPORTED}}}"))
}

/// The first line of the loader. It names the version, for those who meet the file on a server; and it makes Chromium compile all
/// functions on another thread while the loader arrives, rather than each at its first call, when the page waits. Only a comment
/// before the first line of code does that.
fn first_line(version: &str) -> String {
    format!("/*! career-ladder {version} */ //# allFunctionsCalledOnLoad")
}

/// Bundles the loader: as it is delivered, and without screens and styles.
pub(crate) fn loader(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    constants: &LoaderConstants,
) -> Result<(Vec<u8>, Vec<u8>)> {
    let inputs = sources(project, recipe, "js")?.value("constants", constants.defines().to_string().as_bytes());
    let folder = results(project, step, "loader", &inputs, |folder| {
        for (name, constants) in [("full.js", constants.clone()), ("bare.js", constants.bare())] {
            esbuild::run(project, tools, step, loader_options(project, &constants, &folder.join(name)))?;
        }
        Ok(())
    })?;
    Ok((fs::read(folder.join("full.js"))?, fs::read(folder.join("bare.js"))?))
}

/// The options of esbuild for the loader that a page names.
pub(crate) fn loader_options(project: &Project, constants: &LoaderConstants, outfile: &Path) -> Value {
    json!({
        "entryPoints": [project.www().join("loader/main.js")],
        "banner": { "js": first_line(&constants.version) },
        "alias": { "files": project.www().join("files/by-address.js") },
        "format": "iife",
        "define": constants.defines(),
        "outfile": outfile,
    })
}

/// Bundles the script with the languages other than English.
pub(crate) fn languages(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    home: Home,
    list: &Value,
) -> Result<Vec<u8>> {
    let inputs = sources(project, recipe, "js")?.value("list", list.to_string().as_bytes());
    let name = format!("languages{}", home.suffix());
    let folder = results(project, step, &name, &inputs, |folder| {
        let entry = project.www().join("languages/languages.js");
        let mut options = home.options(project, &entry, &folder.join("languages.js"));
        options["define"] = json!({ "__LIST__": list.to_string() });
        esbuild::run(project, tools, step, options)
    })?;
    Ok(fs::read(folder.join("languages.js"))?)
}

/// The scripts that the loader imports where a page has a use for them, by their paths in `www/`.
pub(crate) const OCCASIONAL: [&str; 4] =
    ["messages/messages.js", "forms/forms.js", "forms/frames.js", "forms/mistakes.js"];

/// Bundles one of them; returns it with the name by which the loader imports it.
pub(crate) fn occasional(
    project: &Project,
    tools: &Tools,
    step: &Step,
    recipe: &Fingerprint,
    home: Home,
    script: &str,
) -> Result<(String, Vec<u8>)> {
    let entry = project.www().join(script);
    let name = entry.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let inputs = sources(project, recipe, "js")?;
    let folder = results(project, step, &format!("{name}{}", home.suffix()), &inputs, |folder| {
        esbuild::run(project, tools, step, home.options(project, &entry, &folder.join(&name)))
    })?;
    let code = fs::read(folder.join(&name))?;
    Ok((name, code))
}

/// The style sheets, minified.
#[derive(Debug)]
pub(crate) struct Styles {
    /// For prerendered screens; travels inside the loader.
    pub(crate) prerendered: String,
    /// For all others; travels with the glue.
    pub(crate) program: String,
    /// For what a reader rarely uses; travels with the glue of the extras.
    pub(crate) extras: String,
    /// For the document that is printed; travels with it too.
    pub(crate) paper: String,
}

/// Bundles the style sheets with their imports.
pub(crate) fn styles(project: &Project, tools: &Tools, step: &Step, recipe: &Fingerprint) -> Result<Styles> {
    let inputs = sources(project, recipe, "css")?;
    let folder = results(project, step, "styles", &inputs, |folder| {
        let files = ["prerendered.css", "program.css", "extras.css", "paper.css"]
            .map(|name| project.www().join("styles").join(name));
        esbuild::run(project, tools, step, json!({ "entryPoints": files, "outdir": folder }))
    })?;
    let read = |name| -> Result<String> {
        let styles = fs::read_to_string(folder.join(name))?;
        let foreign = foreign_properties(&styles);
        ensure!(
            foreign.is_empty(),
            "rename these custom properties to begin with --cl-, since a host page may use the same names: {}",
            foreign.join(", ")
        );
        Ok(styles.trim_ascii().to_owned())
    };
    Ok(Styles {
        prerendered: read("prerendered.css")?,
        program: read("program.css")?,
        extras: read("extras.css")?,
        paper: read("paper.css")?,
    })
}

/// The custom properties that are neither internal (`--cl-`) nor public (`--ladder-`). A host page may have registered
/// such a name as one that does not inherit, which holds inside shadow trees too.
fn foreign_properties(styles: &str) -> Vec<&str> {
    let names = styles.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
    names
        .filter(|name| name.starts_with("--") && !["--cl-", "--ladder-"].iter().any(|own| name.starts_with(own)))
        .collect()
}

/// Adds every file of `www/` with this extension: each bundle may import any of them.
pub(crate) fn sources(project: &Project, recipe: &Fingerprint, extension: &str) -> Result<Fingerprint> {
    let mut inputs = recipe.clone();
    for file in files(&project.www())? {
        if file.extension().is_some_and(|found| found == extension) {
            inputs = inputs.file(&file)?;
        }
    }
    Ok(inputs)
}

#[cfg(test)]
mod tests {
    use super::{LoaderConstants, first_line, foreign_properties};
    use serde_json::{Map, Value, json};

    #[test]
    fn custom_properties_without_our_prefix_are_found() {
        let styles = ".a{--cl-x:1;color:var(--ladder-text,var(--cl-x))}.b{--accent:red;margin:calc(1px - -2px)}";
        assert_eq!(foreign_properties(styles), ["--accent"]);
    }

    #[test]
    fn the_first_line_names_the_version_and_asks_for_compilation() {
        assert_eq!(first_line("1.2.3"), "/*! career-ladder 1.2.3 */ //# allFunctionsCalledOnLoad");
    }

    #[test]
    fn constants_become_javascript() {
        let constants = LoaderConstants {
            glue: "g.js".into(),
            wasm: "w.wasm".into(),
            reader_glue: "rg.js".into(),
            reader_wasm: "r.wasm".into(),
            languages: "l.json".into(),
            ladders: vec![["product".to_owned(), "0a".to_owned()]],
            here: Map::from_iter([("ladder".to_owned(), json!(["p", 0, "say \"hi\""]))]),
            styles: "a{}".into(),
            base: "https://example.org/w/".into(),
            version: "1.2.3".into(),
        };
        let defines = constants.defines();
        assert_eq!(defines["__GLUE__"], r#""g.js""#);
        assert_eq!(defines["__BASE__"], r#""https://example.org/w/""#);
        assert_eq!(defines["__LADDERS__"], r#"[["product","0a"]]"#);
        assert_eq!(defines["__SCREENS__"], r#"{"ladder":"[\"p\",0,\"say \\\"hi\\\"\"]"}"#);
        let bare = constants.bare().defines();
        assert_eq!((&bare["__SCREENS__"], &bare["__CSS__"]), (&Value::from("{}"), &Value::from("\"\"")));
        assert_eq!(bare["__WASM__"], defines["__WASM__"]);
    }
}
