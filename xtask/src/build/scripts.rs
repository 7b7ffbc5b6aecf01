//! The loader, and the styles that travel inside it.

use super::esbuild;
use crate::{
    cache::{Fingerprint, files, results},
    console::Step,
    project::Project,
    setup::Tools,
};
use anyhow::{Result, ensure};
use serde_json::{Map, Value, json};
use std::fs;

/// What the loader learns from the build.
#[derive(Clone, Debug)]
pub(crate) struct LoaderConstants {
    /// The name of the wasm's JavaScript side.
    pub(crate) glue: String,
    /// The name of the wasm.
    pub(crate) wasm: String,
    /// The same of what reads a site owner's own ladder.
    pub(crate) reader_glue: String,
    /// Its wasm.
    pub(crate) reader_wasm: String,
    /// Ladder id, and the hash in the names of its files.
    pub(crate) ladders: Vec<[String; 2]>,
    /// The first screens that travel inside the loader, by kind.
    pub(crate) here: Map<String, Value>,
    /// What a painted screen wears.
    pub(crate) styles: String,
    /// The product's version.
    pub(crate) version: String,
}

impl LoaderConstants {
    /// The same without what merely travels inside the loader.
    fn bare(&self) -> Self {
        Self { here: Map::new(), styles: String::new(), ..self.clone() }
    }

    /// As esbuild takes them: JavaScript in text form, by the name that the loader's source uses.
    fn defines(&self) -> Value {
        let code = |value: Value| Value::from(value.to_string());
        // As texts: a browser reads those faster than literals, and only the one that is shown.
        let here: Map<String, Value> =
            self.here.iter().map(|(kind, tree)| (kind.clone(), tree.to_string().into())).collect();
        json!({
            "__GLUE__": code(json!(self.glue)),
            "__WASM__": code(json!(self.wasm)),
            "__READER_GLUE__": code(json!(self.reader_glue)),
            "__READER_WASM__": code(json!(self.reader_wasm)),
            "__LADDERS__": code(json!(self.ladders)),
            "__HERE__": code(json!(here)),
            "__CSS__": code(json!(self.styles)),
            "__VERSION__": code(json!(self.version)),
        })
    }
}

/// Has Chromium compile all functions while the loader arrives, beside the page, rather than each at its first call, when
/// the page waits.
const EAGER: &str = "//# allFunctionsCalledOnLoad";

/// The loader, as it is delivered and without what merely travels inside it.
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
            let options = json!({
                "entryPoints": [project.www().join("loader/main.js")],
                "banner": { "js": EAGER },
                "format": "iife",
                "define": constants.defines(),
                "outfile": folder.join(name),
            });
            esbuild::run(project, tools, step, options)?;
        }
        Ok(())
    })?;
    Ok((fs::read(folder.join("full.js"))?, fs::read(folder.join("bare.js"))?))
}

/// The style sheets, minified.
#[derive(Debug)]
pub(crate) struct Styles {
    /// What a painted screen wears; it travels inside the loader.
    pub(crate) prerendered: String,
    /// The rest; it travels beside the program.
    pub(crate) program: String,
}

/// The style sheets with their imports.
pub(crate) fn styles(project: &Project, tools: &Tools, step: &Step, recipe: &Fingerprint) -> Result<Styles> {
    let inputs = sources(project, recipe, "css")?;
    let folder = results(project, step, "styles", &inputs, |folder| {
        let files = ["prerendered.css", "program.css"].map(|name| project.www().join(name));
        esbuild::run(project, tools, step, json!({ "entryPoints": files, "outdir": folder }))
    })?;
    let read = |name| -> Result<String> {
        let styles = fs::read_to_string(folder.join(name))?;
        let foreign = foreign_properties(&styles);
        ensure!(foreign.is_empty(), "pages may have taken these names, ours begin with --cl-: {}", foreign.join(", "));
        Ok(styles.trim_ascii().to_owned())
    };
    Ok(Styles { prerendered: read("prerendered.css")?, program: read("program.css")? })
}

/// The custom properties that are neither ours nor meant for pages: a page can register a name so that it inherits no
/// more, also within a shadow tree.
fn foreign_properties(styles: &str) -> Vec<&str> {
    let names = styles.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_');
    names
        .filter(|name| name.starts_with("--") && !["--cl-", "--ladder-"].iter().any(|own| name.starts_with(own)))
        .collect()
}

/// What is made of the scripts, or the styles, depends on all of them.
pub(super) fn sources(project: &Project, recipe: &Fingerprint, extension: &str) -> Result<Fingerprint> {
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
    use super::{LoaderConstants, foreign_properties};
    use serde_json::{Map, Value, json};

    #[test]
    fn names_that_pages_may_have_taken_are_found() {
        let styles = ".a{--cl-x:1;color:var(--ladder-text,var(--cl-x))}.b{--accent:red;margin:calc(1px - -2px)}";
        assert_eq!(foreign_properties(styles), ["--accent"]);
    }

    #[test]
    fn constants_are_javascript() {
        let constants = LoaderConstants {
            glue: "g.js".into(),
            wasm: "w.wasm".into(),
            reader_glue: "rg.js".into(),
            reader_wasm: "r.wasm".into(),
            ladders: vec![["product".to_owned(), "0a".to_owned()]],
            here: Map::from_iter([("ladder".to_owned(), json!(["p", 0, "say \"hi\""]))]),
            styles: "a{}".into(),
            version: "1.2.3".into(),
        };
        let defines = constants.defines();
        assert_eq!(defines["__GLUE__"], r#""g.js""#);
        assert_eq!(defines["__LADDERS__"], r#"[["product","0a"]]"#);
        assert_eq!(defines["__HERE__"], r#"{"ladder":"[\"p\",0,\"say \\\"hi\\\"\"]"}"#);
        let bare = constants.bare().defines();
        assert_eq!((&bare["__HERE__"], &bare["__CSS__"]), (&Value::from("{}"), &Value::from("\"\"")));
        assert_eq!(bare["__WASM__"], defines["__WASM__"]);
    }
}
