//! The bundled ladders: compact files for the wasm, and screens rendered ahead of time.

use super::tree::tree;
use crate::{
    cache::{Fingerprint, results},
    console::Step,
    process::run,
    project::Project,
};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What lies beside the ladders and is none: the JSON Schema of their format.
const SCHEMA: &str = "ladder.schema.json";

/// One bundled ladder.
#[derive(Debug)]
pub(crate) struct Ladder {
    /// The id, which is also the name of its file.
    pub(crate) id: String,
    /// What the wasm reads.
    pub(crate) bytes: Vec<u8>,
    /// The ladder: a list of its tree.
    pub(crate) first_screen: Value,
    /// The quiz's start: a list of its tree and of what comes then, if that is known; a ladder without questions has none.
    pub(crate) first_question: Option<Value>,
}

/// Has the native half of the product read, check and render every file of `ladders/`.
pub(crate) fn bundle(project: &Project, step: &Step, recipe: &Fingerprint) -> Result<Vec<Ladder>> {
    let sources = sources(project)?;
    let program = compile(project, step)?;
    let mut inputs = recipe.clone().file(&program)?;
    for source in &sources {
        inputs = inputs.file(source)?;
    }
    let folder = results(project, step, "ladders", &inputs, |folder| {
        let mut bundle = std::process::Command::new(&program);
        bundle.current_dir(project.root()).arg("--out").arg(folder);
        bundle.args(sources.iter().map(|source| source.strip_prefix(project.root()).unwrap_or(source)));
        run(step, &mut bundle).map(drop)
    })?;
    let mut ladders = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ladder") {
            ladders.push(read(&path)?);
        }
    }
    ladders.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(ladders)
}

fn sources(project: &Project) -> Result<Vec<PathBuf>> {
    let folder = project.root().join("ladders");
    let mut sources = Vec::new();
    for entry in folder.read_dir().with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") && !path.ends_with(SCHEMA) {
            sources.push(path);
        }
    }
    ensure!(!sources.is_empty(), "there is no ladder in {}", folder.display());
    sources.sort();
    Ok(sources)
}

/// The program that does it, compiled by the ordinary toolchain. It needs one feature only, but with all of them it
/// shares its dependencies with the tests.
fn compile(project: &Project, step: &Step) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", "career-ladder", "--all-features"]);
    cargo.args(["--bin", "bundle", "--message-format", "json-render-diagnostics"]);
    let printed = run(step, &mut cargo)?;
    executable(&printed.stdout).context("cargo names no program `bundle`")
}

/// Cargo tells in JSON, one object per line, where it has put things.
fn executable(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back()
}

fn read(path: &Path) -> Result<Ladder> {
    let screen = |extension: &str| -> Result<Option<Value>> {
        let file = path.with_extension(extension);
        if !file.exists() {
            return Ok(None);
        }
        let html = fs::read_to_string(&file)?;
        let mut tree = tree(&html).with_context(|| format!("cannot use the screen {}", file.display()))?;
        set_apart(&mut tree);
        Ok(Some(tree))
    };
    let mut first_question: Option<Vec<Value>> = screen("quiz.html")?.map(|tree| vec![tree]);
    if let (Some(question), Some(screen)) = (&mut first_question, screen("then.html")?) {
        let mut then: Value = serde_json::from_slice(&fs::read(path.with_extension("then.json"))?)?;
        then["screen"] = find("question", &screen).context("a screen without a question")?.clone();
        question.push(then);
    }
    let first_screen = screen("ladder.html")?.with_context(|| format!("{} has no first screen", path.display()))?;
    Ok(Ladder {
        id: path.file_stem().context("a ladder file has a name")?.to_string_lossy().into_owned(),
        bytes: fs::read(path)?,
        first_screen: vec![first_screen].into(),
        first_question: first_question.map(Value::from),
    })
}

/// Has the radios of a painted screen be a group of their own, also where they meet those of a live one.
fn set_apart(tree: &mut Value) {
    if let Some(name) = tree.get_mut(1).and_then(|attributes| attributes.get_mut("name")) {
        *name = "painted".into();
    }
    tree.as_array_mut().into_iter().flatten().for_each(set_apart);
}

/// The first element of a class in a tree.
fn find<'a>(class: &str, tree: &'a Value) -> Option<&'a Value> {
    if tree.get(1)?["class"] == class {
        return Some(tree);
    }
    tree.as_array()?[2..].iter().find_map(|child| find(class, child))
}

#[cfg(test)]
mod tests {
    use super::{executable, find, set_apart};
    use serde_json::json;
    use std::path::PathBuf;

    #[test]
    fn the_program_is_named_by_cargo() {
        let messages = "{\"reason\":\"compiler-artifact\",\"executable\":null}\n\
                        {\"reason\":\"compiler-artifact\",\"executable\":\"target/debug/bundle\"}\n\
                        {\"reason\":\"build-finished\",\"success\":true}\n";
        assert_eq!(executable(messages), Some(PathBuf::from("target/debug/bundle")));
        assert_eq!(executable("no json"), None);
    }

    #[test]
    fn painted_radios_have_a_name_of_their_own() {
        let mut tree = json!(["label", 0, ["input", { "name": "title", "type": "radio" }], ["b", 0, "name"]]);
        set_apart(&mut tree);
        assert_eq!(tree, json!(["label", 0, ["input", { "name": "painted", "type": "radio" }], ["b", 0, "name"]]));
    }

    #[test]
    fn an_element_is_found_by_its_class() {
        let tree = json!(["div", { "class": "a" }, "text", ["p", 0, ["b", 0]], ["p", { "class": "b" }, "here"]]);
        assert_eq!(find("b", &tree), Some(&json!(["p", { "class": "b" }, "here"])));
        assert_eq!(find("c", &tree), None);
    }
}
