//! Shortens the names by which the wasm and its glue refer to each other. wasm-bindgen's names are long and contain
//! hashes. In the wasm, wasm-opt replaces them; in the glue, this module does. It saves a twentieth of the code.

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The module from which the wasm imports functions, before and after.
const OWN_MODULES: [&str; 2] = ["./widget_bg.js", "a"];

/// The names that one round of wasm-opt has shortened, as it prints them.
#[derive(Debug, Deserialize)]
struct Printed {
    /// Module, name, short name.
    imports: Vec<(String, String, String)>,
    /// Name, short name.
    exports: Vec<(String, String)>,
}

/// The glue with the short names. `printed` is wasm-opt's output: one list for each round, which renames the names of the
/// round before.
pub(super) fn shorten(glue: &str, printed: &str) -> Result<String> {
    let mut imports = BTreeMap::new();
    let mut exports = BTreeMap::new();
    for round in serde_json::Deserializer::from_str(printed).into_iter::<Printed>() {
        let round = round.context("cannot read the short names")?;
        let other =
            round.imports.iter().map(|(module, ..)| module).find(|module| !OWN_MODULES.contains(&module.as_str()));
        if let Some(other) = other {
            bail!("the wasm imports from {other}: scripts of its own (`inline_js`, `module`) are not supported");
        }
        imports = renamed_again(imports, round.imports.into_iter().map(|(_, name, short)| (name, short)).collect());
        exports = renamed_again(exports, round.exports.into_iter().collect());
    }

    let mut out = String::with_capacity(glue.len());
    let (mut rest, mut previous, mut provided) = (glue, "", 0);
    while !rest.is_empty() {
        let (between, from_word) = rest.split_at(rest.find(is_word_character).unwrap_or(rest.len()));
        let end = from_word.find(|letter| !is_word_character(letter)).unwrap_or(from_word.len());
        let (word, after) = from_word.split_at(end);
        out.push_str(between);
        out.push_str(if previous == "wasm" && between == "." {
            exports.get(word).with_context(|| format!("the glue uses {word}, which the wasm does not export"))?
        } else if let Some(short) = imports.get(word).filter(|_| after.starts_with(':')) {
            provided += 1;
            short
        } else {
            word
        });
        (previous, rest) = (word, after);
    }
    ensure!(
        provided == imports.len(),
        "the glue provides {provided} of the {} functions that the wasm imports",
        imports.len()
    );
    let [before, after] = OWN_MODULES.map(|module| format!("\"{module}\":"));
    ensure!(out.matches(&before).count() == 1, "the glue does not name its module exactly once");
    Ok(out.replace(&before, &after))
}

/// Follows each name through one more round.
fn renamed_again(names: BTreeMap<String, String>, round: BTreeMap<String, String>) -> BTreeMap<String, String> {
    if names.is_empty() {
        return round;
    }
    let renamed = |short: String| round.get(&short).cloned().unwrap_or(short);
    names.into_iter().map(|(name, short)| (name, renamed(short))).collect()
}

fn is_word_character(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::shorten;

    const NAMES: &str = r#"{ "imports": [["./widget_bg.js", "__wbg_get_1f", "a"], ["./widget_bg.js", "__wbg_x", "$"]],
                             "exports": [["memory", "b"], ["mount", "c"]] }"#;

    const GLUE: &str = r#"export function mount(x) { wasm.mount(x, wasm.memory.buffer); }
        const imports = { __wbg_get_1f: function(mount) {}, __wbg_x: f("__wbg_x") };
        return { "./widget_bg.js": imports };
        // é"#;

    #[test]
    fn imports_and_exports_get_short_names() {
        assert_eq!(
            shorten(GLUE, NAMES).unwrap(),
            r#"export function mount(x) { wasm.c(x, wasm.b.buffer); }
        const imports = { a: function(mount) {}, $: f("__wbg_x") };
        return { "a": imports };
        // é"#
        );
    }

    #[test]
    fn a_later_round_renames_again() {
        let later = r#"{ "imports": [["a", "a", "$"], ["a", "$", "a"]], "exports": [["b", "c"], ["c", "b"]] }"#;
        let glue = shorten(GLUE, &[NAMES, later].concat()).unwrap();
        assert!(glue.contains("wasm.b(x, wasm.c.buffer)"), "{glue}");
        assert!(glue.contains("{ $: function(mount) {}, a: f("), "{glue}");
    }

    #[track_caller]
    fn case(glue: &str, names: &str, error: &str) {
        assert_eq!(shorten(glue, names).unwrap_err().to_string(), error);
    }

    #[test]
    fn names_that_do_not_match_stop_the_build() {
        case(&GLUE.replace("__wbg_x:", "y:"), NAMES, "the glue provides 1 of the 2 functions that the wasm imports");
        case(&GLUE.replace("wasm.mount", "wasm.other"), NAMES, "the glue uses other, which the wasm does not export");
        case(&GLUE.replace("./widget_bg.js", "x"), NAMES, "the glue does not name its module exactly once");
        let snippet = NAMES.replacen("./widget_bg.js", "./snippets/x.js", 1);
        let error = shorten(GLUE, &snippet).unwrap_err().to_string();
        assert!(error.starts_with("the wasm imports from ./snippets/x.js"), "{error}");
    }
}
