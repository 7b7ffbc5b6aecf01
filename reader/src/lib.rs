//! Reads a site owner's own ladder file in the browser.
//!
//! A wasm of its own, fetched only by pages that bring a ladder: the build reads bundled ladders, so the widget itself
//! needs no JSON parser.

#[cfg(target_arch = "wasm32")]
mod heap;

use career_ladder_core::format::{self, Problem, Reading, Source, json_string};
use career_ladder_core::ladder::pack;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a ladder file, with the files that it extends before it.
///
/// `files` has the name and the content of each file, the base first, each after its length in bytes (32 bits, lowest first).
/// `bundled` has the names of the bundled ladders and their translations, with spaces between them.
///
/// The answer has three parts. The first is the length of the second in bytes (32 bits, lowest first). The second is
/// a JSON list of problems, `{severity, path, line, column, message}`, with a `file` if it is one that the ladder extends. The
/// third is the packed ladder, empty if a file has errors.
#[must_use]
#[wasm_bindgen]
pub fn read(files: &[u8], bundled: &str) -> Vec<u8> {
    let reading = reading(files, bundled);
    let problems: Vec<String> = reading.problems.iter().map(problem_as_json).collect();
    let problems = format!("[{}]", problems.join(","));
    let length = u32::try_from(problems.len()).unwrap_or(0);
    let mut answer = length.to_le_bytes().to_vec();
    answer.extend(problems.bytes());
    if let Some(ladder) = reading.ladder {
        answer.extend(pack(&ladder));
    }
    answer
}

/// The file that the first of these files extends; `None` if no file is missing, or no other file would help.
///
/// It is the name of a bundled ladder after a colon, or an address relative to that first file. The arguments are those of
/// [`read`].
#[must_use]
#[wasm_bindgen]
pub fn missing_base(files: &[u8], bundled: &str) -> Option<String> {
    let base = format::missing_base(&sources(files).ok()?)?;
    if base.is_bundled() {
        return base.bundled(&names(bundled)).ok().map(|name| format!(":{name}"));
    }
    Some(base.base)
}

fn names(bundled: &str) -> Vec<&str> {
    bundled.split(' ').collect()
}

fn reading(files: &[u8], bundled: &str) -> Reading {
    let sources = match sources(files) {
        Ok(sources) => sources,
        Err(problem) => return Reading { ladder: None, problems: vec![problem] },
    };
    // The other reasons for a missing base are errors of their own.
    match format::missing_base(&sources)
        .filter(format::Extends::is_bundled)
        .map(|base| base.bundled(&names(bundled)).err())
    {
        Some(Some(message)) => format::read_without_base(&sources, message),
        _ => format::read_chain(&sources),
    }
}

/// The files with their texts. Fails if one of them is not in UTF-8.
fn sources<'f>(mut files: &'f [u8]) -> Result<Vec<Source<'f>>, Problem> {
    let mut parts = Vec::new();
    while let Some((length, rest)) = files.split_first_chunk() {
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX).min(rest.len());
        let (part, rest) = rest.split_at(length);
        parts.push(part);
        files = rest;
    }
    let count = parts.len() / 2;
    let source = |(index, pair): (usize, &[&'f [u8]])| {
        let name = std::str::from_utf8(pair[0]).unwrap_or_default();
        match format::decode(pair[1]) {
            Ok(text) => Ok(Source { name, text }),
            Err(problem) if index + 1 < count => Err(problem.in_base(name)),
            Err(problem) => Err(problem),
        }
    };
    parts.chunks_exact(2).enumerate().map(source).collect()
}

fn problem_as_json(Problem { base, severity, path, line, column, message }: &Problem) -> String {
    let (path, message) = (json_string(path), json_string(message));
    let file = base.as_ref().map(|base| format!(r#","file":{}"#, json_string(base))).unwrap_or_default();
    format!(r#"{{"severity":"{severity}","path":{path},"line":{line},"column":{column},"message":{message}{file}}}"#)
}

#[cfg(test)]
mod tests {
    use career_ladder_core::ladder::unpack;

    use super::{missing_base, read};

    const BUNDLED: &str = "product product.de";

    /// Files as JavaScript passes them.
    fn files(files: &[(&str, &[u8])]) -> Vec<u8> {
        let parts = files.iter().flat_map(|&(name, file)| [name.as_bytes(), file]);
        let length = |part: &[u8]| u32::try_from(part.len()).expect("a short file").to_le_bytes();
        parts.flat_map(|part| length(part).into_iter().chain(part.iter().copied()).collect::<Vec<_>>()).collect()
    }

    /// Reads a ladder that extends no other.
    fn read_one(file: &[u8]) -> Vec<u8> {
        read(&files(&[("own.json", file)]), BUNDLED)
    }

    /// Splits an answer into its problems and the packed ladder.
    fn split(answer: &[u8]) -> (&str, &[u8]) {
        let (length, rest) = answer.split_first_chunk().expect("a length");
        let (problems, packed) = rest.split_at(u32::from_le_bytes(*length) as usize);
        (std::str::from_utf8(problems).expect("UTF-8"), packed)
    }

    #[test]
    fn a_correct_file_gives_no_problems_and_a_packed_ladder() {
        let answer = read_one(
            br#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#,
        );
        let (problems, packed) = split(&answer);
        assert_eq!(problems, "[]");
        assert_eq!(unpack(packed).map(|ladder| ladder.id.clone()).as_deref(), Some("t"));
    }

    #[test]
    fn a_file_with_errors_gives_problems_and_no_ladder() {
        let answer = read_one(b"{\"format\":1,\n\"id\":\"t\",\"title\":\"T\",\"rungs\":[],\"b\\tr\":1}");
        let (problems, packed) = split(&answer);
        assert_eq!(
            problems,
            r#"[{"severity":"error","path":"rungs","line":2,"column":30,"message":"has no items; at least 2 are needed"},{"severity":"warning","path":"[\"b�r\"]","line":2,"column":33,"message":"unknown field \"b�r\"; known fields: format, extends, id, lang, title, summary, sources, stages, dimensions, tracks, rungs, moves, questions, readers, guide, words, closing, translated"}]"#
        );
        assert_eq!(packed, [0_u8; 0]);
    }

    const BASE: &[u8] =
        br#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A"},{"id":"b","title":"B","stage":"s"}]}"#;

    #[test]
    fn an_overlay_says_which_file_it_needs() {
        let missing = |overlay: &str| missing_base(&files(&[("own.json", overlay.as_bytes())]), BUNDLED);
        assert_eq!(missing(r#"{"format":1,"extends":"product"}"#).as_deref(), Some(":product"));
        assert_eq!(
            missing(r#"{"format":1,"extends":"product","id":"own","lang":"de-AT"}"#).as_deref(),
            Some(":product.de")
        );
        assert_eq!(missing(r#"{"format":1,"extends":"../t.json"}"#).as_deref(), Some("../t.json"));
        assert_eq!(missing(r#"{"format":1,"extends":"produkt"}"#), None);
        assert_eq!(missing(r#"{"format":1}"#), None);
        assert_eq!(missing_base(&files(&[("own.json", b"\xff")]), BUNDLED), None);
    }

    #[test]
    fn problems_of_a_base_name_its_file() {
        let overlay = br#"{"format":1,"extends":"t.json","id":"own"}"#;
        let answer = read(&files(&[("t.json", BASE), ("own.json", overlay)]), BUNDLED);
        assert_eq!(
            split(&answer).0,
            r#"[{"severity":"error","path":"rungs[1].stage","line":1,"column":96,"message":"in the ladder that this extends: unknown stage `s`; the ladder lists no stages","file":"t.json"}]"#
        );
        let answer = read(&files(&[("t.json", b"\xff"), ("own.json", overlay)]), BUNDLED);
        assert!(split(&answer).0.contains(r#""message":"in the ladder that this extends: the file is not in UTF-8"#));
        assert!(split(&answer).0.ends_with(r#""file":"t.json"}]"#));
    }

    #[test]
    fn an_overlay_and_its_base_give_one_packed_ladder() {
        let overlay = br#"{"format":1,"extends":"t.json","id":"own","rungs":{"b":{"stage":null}}}"#;
        let answer = read(&files(&[("t.json", BASE), ("own.json", overlay)]), BUNDLED);
        let (problems, packed) = split(&answer);
        assert_eq!(problems, "[]");
        assert_eq!(unpack(packed).map(|ladder| ladder.id.clone()).as_deref(), Some("own"));
    }

    #[test]
    fn an_unknown_bundled_ladder_is_an_error_with_a_suggestion() {
        let answer = read_one(br#"{"format":1,"extends":"produkt","id":"own"}"#);
        assert!(split(&answer).0.contains("unknown ladder `produkt`; did you mean `product`?"));
    }
}
