//! Reads a site owner's own ladder file in the browser.
//!
//! A wasm of its own, fetched only by pages that bring a ladder: the build reads bundled ladders, so the widget itself
//! needs no JSON parser.

use career_ladder_core::format::{self, Problem, Reading, json_string};
use career_ladder_core::ladder::pack;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads the bytes of a ladder file.
///
/// The answer has three parts. The first is the length of the second in bytes (32 bits, lowest first). The second is
/// a JSON list of problems, `{severity, path, line, column, message}`. The third is the packed ladder, empty if the
/// file has errors.
#[must_use]
#[wasm_bindgen]
pub fn read(file: &[u8]) -> Vec<u8> {
    let reading = match format::decode(file) {
        Ok(text) => format::read(text),
        Err(problem) => Reading { ladder: None, problems: vec![problem] },
    };
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

fn problem_as_json(Problem { severity, path, line, column, message, .. }: &Problem) -> String {
    let (path, message) = (json_string(path), json_string(message));
    format!(r#"{{"severity":"{severity}","path":{path},"line":{line},"column":{column},"message":{message}}}"#)
}

#[cfg(test)]
mod tests {
    use career_ladder_core::ladder::unpack;

    use super::read;

    /// Splits an answer into its problems and the packed ladder.
    fn split(answer: &[u8]) -> (&str, &[u8]) {
        let (length, rest) = answer.split_first_chunk().expect("a length");
        let (problems, packed) = rest.split_at(u32::from_le_bytes(*length) as usize);
        (std::str::from_utf8(problems).expect("UTF-8"), packed)
    }

    #[test]
    fn a_correct_file_gives_no_problems_and_a_packed_ladder() {
        let answer = read(
            br#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#,
        );
        let (problems, packed) = split(&answer);
        assert_eq!(problems, "[]");
        assert_eq!(unpack(packed).map(|ladder| ladder.id.clone()).as_deref(), Some("t"));
    }

    #[test]
    fn a_file_with_errors_gives_problems_and_no_ladder() {
        let answer = read(b"{\"format\":1,\n\"id\":\"t\",\"title\":\"T\",\"rungs\":[],\"b\\tr\":1}");
        let (problems, packed) = split(&answer);
        assert_eq!(
            problems,
            r#"[{"severity":"error","path":"rungs","line":2,"column":30,"message":"has no items; at least 2 are needed"},{"severity":"warning","path":"[\"b�r\"]","line":2,"column":33,"message":"unknown field \"b�r\"; known fields: format, id, lang, title, summary, sources, stages, dimensions, tracks, rungs, moves, questions, guide, closing"}]"#
        );
        assert_eq!(packed, [0_u8; 0]);
    }
}
