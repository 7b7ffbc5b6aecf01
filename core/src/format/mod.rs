//! The ladder file: reads it, and reports every problem in it.
//!
//! [`read`] turns the text of a file into a validated [`Ladder`]. Reading has three steps: `syntax` parses the text
//! into values that remember their spans, `decode` turns them into the fields that `raw` declares, and `build` resolves
//! ids and builds the ladder. Where the meaning is still clear, each step goes on after a mistake.
//!
//! [`read_chain`] reads an overlay, which says only what it changes in another ladder: `extends` checks the files and
//! merges their values, which are then decoded as those of one file.
//!
//! Modules in order, each using only those before it:
//!
//! 1. `diagnostics`: collects errors and warnings, and quotes the file.
//! 2. `letters` and `names`: test letters, and map names to values.
//! 3. `table`: the field table, plain data for the JSON Schema and for forms.
//! 4. `syntax`: parses JSON.
//! 5. `suggest` and `markup`: find the known name nearest to an unknown one, and markup in texts.
//! 6. `shape` and `decode`: turn values into records and lists, and say how overlays change them.
//! 7. `field_types`: decodes text, ids, references and numbers.
//! 8. `raw`: declares the fields of every record.
//! 9. `print` and `texts`: write values as JSON, and list the texts that are translated.
//! 10. `translation`: checks that a translation changes texts only.
//! 11. `order` and `merge`: merge an overlay into its base.
//! 12. `positions`: turns spans into lines, columns and paths.
//! 13. `encoding` and `brackets`: decode the bytes of a file, and name the bracket that is missing, if its structure is unclear.
//! 14. `extends`: checks the chain of files from a base to its overlay, and merges them.
//! 15. `resolve`: finds the items that ids name.
//! 16. `levels`: finds the levels of rungs that state none.
//! 17. `tracks`: checks that tracks climb and can be reached.
//! 18. `lints` and `counts`: warn of what authors rarely mean, and of texts that count the levels wrongly.
//! 19. `words` and `languages`: read words of the interface that a ladder replaces, and check its language.
//! 20. `build`: builds the ladder.
//! 21. `attach`: positions warnings from elsewhere in the file.
//! 22. `catalog`: reads the words of the interface in one language.

mod attach;
mod brackets;
mod build;
mod catalog;
mod counts;
mod decode;
mod diagnostics;
mod encoding;
mod extends;
mod field_types;
mod languages;
mod letters;
mod levels;
mod lints;
mod markup;
mod merge;
mod names;
mod order;
mod positions;
mod print;
mod raw;
mod resolve;
mod shape;
mod suggest;
mod syntax;
mod table;
mod texts;
mod tracks;
mod translation;
mod words;

pub use attach::{LadderItem, attach_warnings};
pub use catalog::{CatalogReading, read_catalog};
pub use diagnostics::{Problem, Severity};
pub use encoding::decode;
pub use extends::{Extends, Source, extends, missing_base};
pub use languages::language_problem;
pub use lints::alike;
pub use raw::LADDER;
pub use suggest::unknown_name;
pub use syntax::json_string;
pub use table::{FORMAT, Field, FieldType, Record};
pub use texts::TextUnit;
pub use translation::{CHANGED, MISSING};

use crate::ladder::Ladder;

/// The names under which a file says how common each response style is, in the order of the engine's styles.
pub fn reader_kinds() -> impl Iterator<Item = &'static str> {
    raw::Readers::RECORD.fields.iter().map(|field| field.name)
}
use decode::{Decode as _, Decoder};
use diagnostics::Diagnostics;
use extends::Chain;
use shape::Shape;

/// Longer files are refused unread.
pub const MAX_BYTES: usize = 1 << 20;

/// The result of reading a ladder file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// `None` if there is an error among the problems.
    pub ladder: Option<Ladder>,
    /// All errors and warnings, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Reads a ladder file. Takes time and memory in proportion to its size.
///
/// An overlay needs the text of its base too: [`read_chain`].
#[must_use]
pub fn read(text: &str) -> Reading {
    read_chain(&[Source { name: "", text }])
}

/// Reads an overlay with the files that it extends, the base first. [`missing_base`] says which of them are missing.
#[must_use]
pub fn read_chain(sources: &[Source<'_>]) -> Reading {
    let mut decoder = Decoder::default();
    let chain = Chain::parse(sources, &mut decoder.diagnostics);
    let root = chain.merge(&mut decoder);
    let ladder = root.as_ref().and_then(|root| build::build(&raw::Ladder::decode(root, &mut decoder), &mut decoder));
    chain.check_translation(&mut decoder);
    Reading { ladder, problems: chain.locate(decoder.diagnostics) }
}

/// The reading of an overlay whose base cannot be fetched. The message stands at the field `extends` of the first file.
#[must_use]
pub fn read_without_base(sources: &[Source<'_>], message: String) -> Reading {
    let chain = Chain::parse(sources, &mut Diagnostics::default());
    Reading { ladder: None, problems: chain.locate_missing(message) }
}

/// The whole ladder that an overlay and the files that it extends make, as JSON; `None` if there is an error.
#[must_use]
pub fn merge(sources: &[Source<'_>]) -> Option<String> {
    read_chain(sources).ladder?;
    let chain = Chain::parse(sources, &mut Diagnostics::default());
    let root = chain.merge(&mut Decoder::default())?;
    Some(print::json(Shape::Record(raw::Ladder::KEYS), &root) + "\n")
}

/// Calls `use_units` with the texts that a translation of a ladder replaces; `None` if the files cannot be merged.
pub fn with_texts<T>(sources: &[Source<'_>], use_units: impl FnOnce(&[TextUnit<'_>]) -> T) -> Option<T> {
    let chain = Chain::parse(sources, &mut Diagnostics::default());
    let root = chain.merge(&mut Decoder::default())?;
    Some(use_units(&texts::units(&root)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A correct file in which the cases replace parts. `tests/broken` has the messages for each kind of mistake.
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

    /// The warnings about the file as it is: it has only one question, and no answer distinguishes its third rung
    /// from the first.
    const WARNINGS: [&str; 2] = [
        "3:18: warning: dimensions[0]: only 1 question is about `craft`; write at least 3",
        "8:75: warning: rungs[2].like: this rung asks for the same as `low` in every area, so no answer tells them apart, only the reader's title; say in \"except\" where it asks for more or less",
    ];

    fn problems(text: &str) -> Vec<String> {
        let reading = read(text);
        let errors = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        assert_eq!(reading.ladder.is_none(), errors > 0, "a ladder is read if and only if there are no errors");
        reading.problems.iter().map(ToString::to_string).collect()
    }

    /// Replaces `from` by `to` in the file, and expects these problems besides its warnings.
    #[track_caller]
    fn case(from: &str, to: &str, expected: &[&str]) {
        assert!(GOOD.contains(from), "{from} is not in the file");
        let mut problems = problems(&GOOD.replacen(from, to, 1));
        problems.retain(|problem| !WARNINGS.contains(&problem.as_str()));
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
        assert_eq!(problems(GOOD), WARNINGS);
    }

    /// The rung may be meant for the track that looks empty without it.
    #[test]
    fn a_rung_on_an_unknown_track_leaves_no_other_track_empty() {
        case(
            r#""track": "side", "like""#,
            r#""track": "sid", "like""#,
            &["8:59: error: rungs[2].track: unknown track `sid`; did you mean `side`?"],
        );
    }

    #[test]
    fn the_smallest_file_has_two_rungs_on_one_track() {
        let text = r#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#;
        let reading = read(text);
        assert_eq!(reading.problems, []);
        assert_eq!(reading.ladder.expect("correct").tracks.len(), 1);
    }

    #[test]
    fn a_file_may_name_its_schema() {
        case("{ \"format\"", "{ \"$schema\": \"ladder.schema.json\", \"format\"", &[]);
    }

    #[test]
    fn a_byte_order_mark_is_ignored() {
        assert_eq!(problems(&format!("\u{feff}{GOOD}")), WARNINGS);
    }

    #[test]
    fn a_file_with_many_mistakes_has_all_of_them_reported() {
        case(
            r#""id": "low", "title": "Low", "level": 1,"#,
            r#""id": "high", "titel": " ", "level": "1", /* lowest */"#,
            &[
                "4:88: error: tracks[1].from: there is no rung `low`, which 4 places name; add a rung with this id, or name another one here and in rungs[2].except.craft, questions[0].answers[0].is, questions[0].answers[1].is[0]",
                "6:21: error: rungs[0].titel: unknown field \"titel\"; did you mean \"title\", which is missing?",
                "6:30: error: rungs[0].titel: is empty; write text",
                "6:44: error: rungs[0].level: is a string; write the number without quotes: 1",
                "6:49: error: rungs[0]: JSON has no comments; remove it",
                "7:13: error: rungs[1].id: `high` is already the id of rungs[0]; give each its own id",
            ],
        );
    }

    #[test]
    fn a_mistake_is_reported_once() {
        // References to this id, and the number of questions about it, cannot be checked.
        case(r#""id": "low","#, "", &["6:5: error: rungs[0]: \"id\" is missing; add \"id\": \"...\""]);
        case(r#""id": "craft","#, "", &["3:18: error: dimensions[0]: \"id\" is missing; add \"id\": \"...\""]);
        case(
            r#""from": "low""#,
            r#""from": 1"#,
            &["4:88: error: tracks[1].from: is a number; write an id in double quotes: \"1\""],
        );
        case(r#""id": "tiny""#, r#""id": tiny"#, &["1:22: error: id: strings need double quotes; write \"tiny\""]);
    }

    #[test]
    fn a_file_of_another_format_has_only_that_reported() {
        assert_eq!(
            problems(r#"{ "rungs": {}, "format": 2 }"#),
            ["1:26: error: format: is 2; this version reads format 1"]
        );
    }

    #[test]
    fn a_file_with_more_than_the_limit_of_bytes_is_refused() {
        let spaces = |count: usize| GOOD.to_owned() + &" ".repeat(count - GOOD.len());
        assert_eq!(problems(&spaces(MAX_BYTES)), WARNINGS);
        assert_eq!(
            problems(&spaces(MAX_BYTES + 1)),
            ["1:1: error: the file has 1048577 bytes; at most 1048576 are allowed"]
        );
    }

    #[test]
    fn a_ladder_with_more_than_the_limit_of_rungs_or_questions_is_refused() {
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
        case(257, 3, &["1:253: error: rungs: has 257 items; at most 256 are allowed"]);
        case(5, 1_001, &["1:502: error: questions: has 1001 items; at most 1000 are allowed"]);
    }

    #[test]
    fn an_answer_is_too_long_if_it_exceeds_half_as_much_again_and_twenty_characters() {
        fn case(shortest: usize, length: usize, is_too_long: bool) {
            let text = GOOD
                .replacen("\"say\": \"This\"", &format!("\"say\": \"{}\"", "x".repeat(shortest)), 1)
                .replacen("\"say\": \"That\"", &format!("\"say\": \"{}\"", "x".repeat(length)), 1);
            let warned = problems(&text).iter().any(|problem| problem.contains("readers guess by length"));
            assert_eq!(warned, is_too_long, "{length} beside {shortest}");
        }
        case(4, 24, false);
        case(4, 25, true);
        case(40, 60, false);
        case(40, 61, true);
        case(60, 85, false);
        case(60, 90, false);
        case(60, 91, true);
    }

    #[test]
    fn a_title_that_just_fits_the_diagram_is_not_warned_of() {
        case("\"Low\"", &format!("\"{}\"", "x".repeat(24)), &[]);
        case(
            "\"Low\"",
            &format!("\"{}\"", "x".repeat(25)),
            &["6:29: warning: rungs[0].title: has 25 characters; the diagram has room for 24"],
        );
    }

    #[test]
    fn dimensions_of_a_ladder_without_questions_need_none() {
        let text = r#"{"format":1,"id":"t","title":"T","dimensions":[{"id":"d","name":"D"}],
            "rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#;
        assert_eq!(read(text).problems, []);
    }

    #[test]
    fn a_dimension_without_id_is_not_counted() {
        case(
            r#""name": "Craft" }"#,
            r#""name": "Craft" }, { "name": "People" }"#,
            &["3:54: error: dimensions[1]: \"id\" is missing; add \"id\": \"...\""],
        );
    }

    #[test]
    fn references_into_a_missing_list_of_rungs_are_not_reported() {
        let text = r#"{"format":1,"id":"t","title":"T","moves":[{"id":"m","title":"M","from":["a"]}]}"#;
        assert_eq!(problems(text), ["1:1: error: \"rungs\" is missing; add \"rungs\": [ ... ]"]);
    }

    #[test]
    fn empty_references_are_reported_only_as_empty() {
        case(
            r#"["low", "high"]"#,
            r#"["", ""]"#,
            &[
                "12:80: error: questions[0].answers[1].is[0]: is empty; write an id",
                "12:84: error: questions[0].answers[1].is[1]: is empty; write an id",
            ],
        );
    }

    #[test]
    fn a_track_on_the_level_of_its_fork_is_refused() {
        case(
            r#""level": 2, "track": "side""#,
            r#""level": 1, "track": "side""#,
            &["8:47: error: rungs[2].level: must be above 1, the level of `low`, the rung that this track leaves from"],
        );
    }

    #[test]
    fn falling_levels_are_reported_once_a_track() {
        let rung = |id: &str, level: u16| format!(r#"{{"id":"{id}","title":"R","level":{level}}}"#);
        let rungs = [rung("a", 3), rung("b", 2), rung("c", 1)].join(",\n");
        assert_eq!(
            problems(&format!(r#"{{"format":1,"id":"t","title":"T","rungs":[{rungs}]}}"#)),
            ["2:31: error: rungs[1].level: level 2 comes after level 3 of `a`; list the rungs of a track from lowest \
              to highest"]
        );
    }

    #[test]
    fn errors_beyond_the_limit_are_only_counted() {
        let problems = problems(&format!("{{{}}}", ",".repeat(1_234)));
        assert_eq!(problems.len(), 1_001);
        assert_eq!(problems[1_000], "1:1: error: 238 more errors are not listed");
    }
}
