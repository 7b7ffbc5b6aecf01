//! The ladder file: what its author wrote, and every problem with it.
//!
//! [`read`] takes the text of a file to a validated [`Ladder`] and to all that is wrong with it:
//! where, what, and what would be right. Reading is one pass over three steps, each of which goes
//! on behind a mistake: `json` makes values of the text, `raw` the fields of format 1 of the values,
//! `validate` a ladder of the fields.

mod advice;
mod decode;
mod found;
mod json;
mod later;
mod locate;
mod near;
mod raw;
#[cfg(feature = "schema")]
mod schema;
mod validate;

use std::fmt;

pub use later::{Part, warnings};
pub use near::unknown;
#[cfg(feature = "schema")]
pub use schema::schema;

use crate::ladder::Ladder;
use decode::{Decode as _, Decoder};
use found::Findings;
use near::Near;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The ladder, unless there is an error among the problems.
    pub ladder: Option<Ladder>,
    /// Everything there is to say about the file, in its order.
    pub problems: Vec<Problem>,
}

/// Something to say about a ladder file. Shown as `LINE:COLUMN: error: PATH: MESSAGE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether it keeps the file from being a ladder.
    pub severity: Severity,
    /// Where in the structure, such as `rungs[2].track`; empty for the file as a whole.
    pub path: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in the line, from 1, in characters.
    pub column: usize,
    /// What is wrong and what would be right, in lower case without a full stop.
    pub message: String,
}

/// How grave a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// The file is no ladder.
    Error,
    /// It is one, but deserves a second look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: ", self.line, self.column, self.severity)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// Reads a ladder file. Takes time and memory in proportion to its size.
#[must_use]
pub fn read(text: &str) -> Reading {
    let mut decoder = Decoder { found: Findings::default(), near: Near::new() };
    if text.len() > MAX_BYTES {
        decoder.found.error(0, format!("the file has {} bytes; at most {MAX_BYTES} are read", text.len()));
        return Reading { ladder: None, problems: locate::problems(text, None, decoder.found.list) };
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let root = json::parse(text, &mut decoder.found);
    let mut ladder = None;
    if let Some(root) = &root {
        if let Some((at, message)) = raw::other_format(root) {
            decoder.found = Findings::default();
            decoder.found.error(at, message);
        } else {
            let raw = raw::Ladder::decode(root, &mut decoder);
            let validated = validate::validate(&raw, &mut decoder);
            ladder = decoder.found.is_correct().then_some(validated);
        }
    }
    let mut problems = decoder.found.rest();
    problems.splice(0..0, locate::problems(text, root.as_ref(), decoder.found.list));
    Reading { ladder, problems }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A correct file whose parts the cases replace. What each kind of mistake is told is in `tests/broken`.
    const GOOD: &str = r#"{ "format": 1, "id": "tiny", "title": "Tiny",
  "stages": [{ "id": "early", "name": "Early" }],
  "dimensions": [{ "id": "craft", "name": "Craft" }],
  "tracks": [{ "id": "main", "name": "Main" }, { "id": "side", "name": "Side", "from": "low" }],
  "rungs": [
    { "id": "low", "title": "Low", "level": 1, "track": "main", "stage": "early" },
    { "id": "high", "title": "High", "level": 2, "track": "main" },
    { "id": "deep", "title": "Deep", "level": 2, "track": "side", "like": "high", "except": { "craft": "low" },
      "skills": [{ "name": "Digging", "how": "Dig.", "links": [{ "title": "Spade", "url": "https://example.org/" }] }] }],
  "moves": [{ "id": "out", "title": "Out", "suits": "Some.", "from": ["high"] }],
  "questions": [{ "id": "q", "about": "craft", "ask": "What?",
    "answers": [{ "id": "a", "is": "low", "say": "This" }, { "id": "b", "is": ["low", "high"], "say": "That" }] }],
  "guide": { "steps": [{ "name": "Look", "how": "Around." }], "faq": [{ "ask": "Why?", "answer": "Because." }] } }"#;

    /// What is said of the file as it is: it has one question only, and nothing that tells its third rung from the first.
    const ADVICE: [&str; 2] = [
        "3:18: warning: dimensions[0]: only 1 question is about `craft`; write at least 3",
        "8:75: warning: rungs[2].like: no answer tells this rung from `low`, so the quiz cannot reach it; name in \"except\" where they differ",
    ];

    fn problems(text: &str) -> Vec<String> {
        let reading = read(text);
        let errors = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        assert_eq!(reading.ladder.is_none(), errors > 0, "a ladder is read if and only if there are no errors");
        reading.problems.iter().map(ToString::to_string).collect()
    }

    /// What is said, beside the advice, of the file with `to` for `from`.
    #[track_caller]
    fn case(from: &str, to: &str, expected: &[&str]) {
        assert!(GOOD.contains(from), "{from} is not in the file");
        let mut problems = problems(&GOOD.replacen(from, to, 1));
        problems.retain(|problem| !ADVICE.contains(&problem.as_str()));
        assert_eq!(problems, expected);
    }

    #[test]
    fn a_correct_file_becomes_a_ladder() {
        let ladder = read(GOOD).ladder.expect("correct");
        assert_eq!(ladder.rungs[2].except[0].rung.index(), 0);
        assert_eq!(ladder.tracks[1].from.map(|rung| rung.index()), Some(0));
        assert_eq!(ladder.questions[0].answers[1].is.len(), 2);
        assert_eq!(ladder.guide.steps[0].how, "Around.");
        assert_eq!(ladder.guide.faq[0].answer, "Because.");
        assert_eq!(ladder.lang, "en");
        assert_eq!(problems(GOOD), ADVICE);
    }

    #[test]
    fn the_smallest_file_has_two_rungs_on_one_track() {
        let text = r#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#;
        let reading = read(text);
        assert_eq!(reading.problems, []);
        assert_eq!(reading.ladder.expect("correct").tracks.len(), 1);
    }

    #[test]
    fn editors_may_name_their_schema() {
        case("{ \"format\"", "{ \"$schema\": \"ladder.schema.json\", \"format\"", &[]);
    }

    #[test]
    fn a_byte_order_mark_counts_for_nothing() {
        assert_eq!(problems(&format!("\u{feff}{GOOD}")), ADVICE);
    }

    #[test]
    fn every_problem_is_found_in_one_pass() {
        case(
            r#""id": "low", "title": "Low", "level": 1,"#,
            r#""id": "high", "titel": " ", "level": "1", /* lowest */"#,
            &[
                "4:88: error: tracks[1].from: unknown rung `low`; there is `high`, `deep`",
                "6:21: error: rungs[0].titel: unknown field \"titel\"; did you mean \"title\", which is missing?",
                "6:30: error: rungs[0].titel: is empty; write text",
                "6:44: error: rungs[0].level: is text; write the number without quotes: 1",
                "6:49: error: rungs[0]: JSON knows no comments; take it out",
                "7:13: error: rungs[1].id: `high` is the id of rungs[0] too; give each its own",
                "8:104: error: rungs[2].except.craft: unknown rung `low`; there is `high`, `deep`",
                "12:36: error: questions[0].answers[0].is: unknown rung `low`; there is `high`, `deep`",
                "12:80: error: questions[0].answers[1].is[0]: unknown rung `low`; there is `high`, `deep`",
            ],
        );
    }

    #[test]
    fn a_mistake_is_reported_once() {
        // Nobody knows what the others meant when they named this rung, or how many questions there are about what.
        case(r#""id": "low","#, "", &["6:5: error: rungs[0]: \"id\" is missing; add \"id\": \"...\""]);
        case(r#""id": "craft","#, "", &["3:18: error: dimensions[0]: \"id\" is missing; add \"id\": \"...\""]);
        case(
            r#""from": "low""#,
            r#""from": 1"#,
            &["4:88: error: tracks[1].from: is a number; write an id in double quotes: \"1\""],
        );
        case(r#""id": "tiny""#, r#""id": tiny"#, &["1:22: error: id: texts stand in double quotes; write \"tiny\""]);
    }

    #[test]
    fn another_format_is_refused_without_a_second_look() {
        assert_eq!(
            problems(r#"{ "rungs": {}, "format": 2 }"#),
            ["1:26: error: format: is 2; this version reads format 1"]
        );
    }

    #[test]
    fn a_file_may_have_so_many_bytes() {
        let spaces = |count: usize| GOOD.to_owned() + &" ".repeat(count - GOOD.len());
        assert_eq!(problems(&spaces(MAX_BYTES)), ADVICE);
        assert_eq!(
            problems(&spaces(MAX_BYTES + 1)),
            ["1:1: error: the file has 1048577 bytes; at most 1048576 are read"]
        );
    }

    #[test]
    fn a_ladder_may_have_so_many_rungs_and_questions() {
        fn case(rungs: usize, questions: usize, expected: &[&str]) {
            let list =
                |count: usize, item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<Vec<_>>().join(",");
            let tracks = list(5, &|i| match i {
                0 => r#"{"id":"t0","name":"T"}"#.to_owned(),
                _ => format!(r#"{{"id":"t{i}","name":"T","from":"r0"}}"#),
            });
            let rungs = list(rungs, &|i| format!(r#"{{"id":"r{i}","title":"R","level":{i},"track":"t{}"}}"#, i % 5));
            let answers = r#"[{"id":"a","is":"r0","say":"A"},{"id":"b","is":"r1","say":"B"}]"#;
            let questions =
                list(questions, &|i| format!(r#"{{"id":"q{i}","about":"d","ask":"?","answers":{answers}}}"#));
            let text = format!(
                r#"{{"format":1,"id":"t","title":"T","dimensions":[{{"id":"d","name":"D"}}],"tracks":[{tracks}],"rungs":[{rungs}],"questions":[{questions}]}}"#
            );
            assert_eq!(problems(&text), expected);
        }
        case(256, 1_000, &[]);
        case(257, 3, &["1:253: error: rungs: has 257 items; at most 256 are possible"]);
        case(5, 1_001, &["1:502: error: questions: has 1001 items; at most 1000 are possible"]);
    }

    #[test]
    fn not_more_is_listed_than_anyone_would_read() {
        let problems = problems(&format!("{{{}}}", ",".repeat(1_234)));
        assert_eq!(problems.len(), 1_001);
        assert_eq!(problems[1_000], "1:1: error: 238 more errors are not listed");
    }
}
