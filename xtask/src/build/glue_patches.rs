//! Changes to the glue that wasm-bindgen makes: a start of our own, and nothing that only old browsers need or that a host
//! page may have patched.
//!
//! Each patch is found by its text. If wasm-bindgen writes another text, the build stops and names the patch to adapt.
//! A patch that was skipped silently would show only as more bytes, or as a fault on some host page.

use anyhow::{Context as _, Result, ensure};

/// Where wasm-bindgen's glue begins to say how the wasm is fetched and started, and how that ends.
const THEIR_START: &str = "\nlet wasmModule, wasmInstance, wasm;\n";
const THEIR_EXPORTS: &str = "export { initSync, __wbg_init as default };";
/// How the wasm is started instead: wasm-bindgen's start is a fifth of all the glue.
const OWN_START: &str = include_str!("start.js");

/// Replaces a piece of the glue, wherever it is, by a shorter one.
#[derive(Clone, Copy, Debug)]
struct Patch {
    /// The reason for the piece, as it completes "the piece for".
    purpose: &'static str,
    /// The piece reaches from this text ...
    start: &'static str,
    /// ... to the end of this one.
    end: &'static str,
    instead: &'static str,
    /// A program whose glue has this word must have the piece.
    word: &'static str,
}

const PATCHES: [Patch; 6] = [
    Patch {
        purpose: "text encoders that cannot write into memory",
        start: "\nif (!('encodeInto' in cachedTextEncoder)) {",
        end: "\n}\n",
        instead: "",
        word: "cachedTextEncoder",
    },
    Patch {
        purpose: "texts that are passed without `realloc`",
        start: "    if (realloc === undefined) {",
        end: "\n    }\n",
        instead: "",
        word: "realloc",
    },
    Patch {
        purpose: "browsers without FinalizationRegistry",
        start: "(typeof FinalizationRegistry",
        end: "    : ",
        instead: "",
        word: "FinalizationRegistry",
    },
    Patch {
        purpose: "text decoders that stop after two gigabytes",
        start: "    numBytesDecoded += ",
        end: "\n    }\n",
        instead: "",
        word: "cachedTextDecoder",
    },
    Patch {
        purpose: "browsers that do not tell whether a buffer is detached",
        start: "cachedDataViewMemory0.buffer.detached ===",
        end: "=== undefined && ",
        instead: "(",
        word: "cachedDataViewMemory0",
    },
    Patch {
        purpose: "`Array.from`, which host pages patch",
        start: "Array.from(",
        end: "arg0)",
        instead: "[...arg0]",
        word: "Array.from",
    },
];

/// Functions of the language that old libraries (Prototype, MooTools) replace by their own.
const PATCHED_BY_PAGES: [&str; 2] = ["Array.from", ".bind("];

/// The glue with all changes.
pub(super) fn apply(glue: &str) -> Result<String> {
    let mut glue = with_own_start(glue)?;
    for patch in PATCHES {
        glue = patch.apply(glue)?;
    }
    for name in PATCHED_BY_PAGES {
        ensure!(!glue.contains(name), "the glue uses {name}, which some host pages patch");
    }
    Ok(glue)
}

impl Patch {
    fn apply(self, mut glue: String) -> Result<String> {
        let Self { purpose, start, end, instead, word } = self;
        if !glue.contains(word) {
            return Ok(glue);
        }
        let piece = glue.find(start).and_then(|from| Some((from, from + glue[from..].find(end)? + end.len())));
        let (from, to) = piece.with_context(|| {
            format!(
                "wasm-bindgen's glue has `{word}`, but no longer the piece for {purpose}, which began with {start:?} and \
                 ended with {end:?}: adapt PATCHES in xtask/src/build/glue_patches.rs, or remove the patch if the piece \
                 is gone for good"
            )
        })?;
        glue.replace_range(from..to, instead);
        Ok(glue)
    }
}

fn with_own_start(glue: &str) -> Result<String> {
    let adapt = "adapt THEIR_START and THEIR_EXPORTS in xtask/src/build/glue_patches.rs";
    let start = glue.split_once(THEIR_START);
    let (before, theirs) =
        start.with_context(|| format!("wasm-bindgen's glue starts the wasm in another way: {adapt}"))?;
    ensure!(theirs.trim_end().ends_with(THEIR_EXPORTS), "wasm-bindgen's glue does not end with its start: {adapt}");
    Ok([before, OWN_START].concat())
}

#[cfg(test)]
mod tests {
    use super::{OWN_START, THEIR_EXPORTS, THEIR_START, apply};

    /// The glue that `code` becomes, without the start.
    fn patched(code: &str) -> Result<String, String> {
        let glue = [code, THEIR_START, "function x() {}\n", THEIR_EXPORTS, "\n"].concat();
        apply(&glue).map(|glue| glue.strip_suffix(OWN_START).unwrap().to_owned()).map_err(|error| error.to_string())
    }

    #[test]
    fn the_start_is_replaced() {
        assert_eq!(patched("const a = 1;"), Ok("const a = 1;".to_owned()));
        let error = apply("let wasm;").unwrap_err().to_string();
        assert!(error.contains("adapt THEIR_START"), "{error}");
        let error = apply(&[THEIR_START, "export { a };"].concat()).unwrap_err().to_string();
        assert!(error.contains("does not end with its start"), "{error}");
    }

    #[test]
    fn pieces_are_replaced() {
        let encoder = "const cachedTextEncoder = 1;\nif (!('encodeInto' in cachedTextEncoder)) {\n    a\n}\nb";
        assert_eq!(patched(encoder).unwrap(), "const cachedTextEncoder = 1;b");
        let registry =
            "const F = (typeof FinalizationRegistry === 'undefined')\n    ? { }\n    : new FinalizationRegistry(a);";
        assert_eq!(patched(registry).unwrap(), "const F = new FinalizationRegistry(a);");
        assert_eq!(patched("const a = Array.from(arg0);").unwrap(), "const a = [...arg0];");
    }

    #[test]
    fn a_piece_that_has_changed_stops_the_build_and_is_named() {
        let error = patched("const F = make(FinalizationRegistry);").unwrap_err();
        assert!(error.contains("has `FinalizationRegistry`, but no longer the piece for browsers without"), "{error}");
        assert!(error.contains("adapt PATCHES in xtask/src/build/glue_patches.rs"), "{error}");
        // The beginning is there, the end is not.
        assert!(patched("(typeof FinalizationRegistry === 'undefined')").is_err());
    }

    #[test]
    fn functions_that_host_pages_patch_are_refused() {
        assert_eq!(patched("f.bind(a)").unwrap_err(), "the glue uses .bind(, which some host pages patch");
        assert!(patched("Array.from(arg0); Array.from(b)").unwrap_err().contains("the glue uses Array.from"));
    }
}
