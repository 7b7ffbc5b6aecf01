//! The ladder file: what its author wrote, and every problem with it.
//!
//! [`read`] takes the text of a file to a validated [`Ladder`], or to all that is wrong with it:
//! where, what, and what would be right.

mod locate;
mod raw;
mod validate;

use std::fmt;

use crate::ladder::Ladder;

/// Something wrong with a ladder file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the structure, such as `rungs[2].track`; empty for the file as a whole.
    pub path: String,
    /// Line in the file, from 1.
    pub line: usize,
    /// Column in the line, from 1, in characters.
    pub column: usize,
    /// What is wrong and what would be right, in lower case without a full stop.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.message)
    }
}

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// Reads a ladder file.
///
/// # Errors
/// Every problem found. Broken JSON and wrong types are reported alone, since nothing behind them can be judged.
pub fn read(text: &str) -> Result<Ladder, Vec<Problem>> {
    let whole = |line, column, message| vec![Problem { path: String::new(), line, column, message }];
    if text.len() > MAX_BYTES {
        return Err(whole(1, 1, format!("the file has {} bytes; at most {MAX_BYTES} are read", text.len())));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let raw: raw::Ladder = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or(&message);
        whole(error.line(), error.column().max(1), what.to_owned())
    })?;
    validate::validate(raw).map_err(|found| {
        found
            .into_iter()
            .map(|(path, message)| {
                let (line, column) = locate::locate(text, &path);
                Problem { path: path.to_string(), line, column, message }
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A correct file whose parts the cases replace.
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
    "answers": [{ "id": "a", "is": "low", "say": "This" }, { "id": "b", "is": ["low", "high"], "say": "That" }] }] }"#;

    fn problems(text: &str) -> Vec<String> {
        read(text).expect_err("the file should be refused").iter().map(ToString::to_string).collect()
    }

    fn case(from: &str, to: &str, expected: &[&str]) {
        assert!(GOOD.contains(from), "{from} is not in the file");
        assert_eq!(problems(&GOOD.replacen(from, to, 1)), expected);
    }

    #[test]
    fn a_correct_file_becomes_a_ladder() {
        let ladder = read(GOOD).expect("correct");
        assert_eq!(ladder.rungs[2].except[0].rung.index(), 0);
        assert_eq!(ladder.tracks[1].from.map(|rung| rung.index()), Some(0));
        assert_eq!(ladder.questions[0].answers[1].is.len(), 2);
        assert_eq!(ladder.lang, "en");
    }

    #[test]
    fn the_smallest_file_has_two_rungs_on_one_track() {
        let text = r#"{"format":1,"id":"t","title":"T","rungs":[{"id":"a","title":"A","level":1},{"id":"b","title":"B","level":2}]}"#;
        let ladder = read(text).expect("correct");
        assert_eq!(ladder.tracks.len(), 1);
    }

    #[test]
    fn a_reference_into_the_void_names_its_neighbour() {
        case(
            r#""like": "high""#,
            r#""like": "hihg""#,
            &["8:75: rungs[2].like: unknown rung `hihg`; did you mean `high`?"],
        );
        case(
            r#""about": "craft""#,
            r#""about": "zzz""#,
            &["11:39: questions[0].about: unknown dimension `zzz`; there is `craft`"],
        );
        case(
            r#""stage": "early""#,
            r#""stage": "earl""#,
            &["6:74: rungs[0].stage: unknown stage `earl`; did you mean `early`?"],
        );
        case(
            r#""craft": "low" }"#,
            r#""craft": "lo" }"#,
            &["8:104: rungs[2].except.craft: unknown rung `lo`; did you mean `low`?"],
        );
    }

    #[test]
    fn every_problem_is_found_in_one_pass() {
        case(
            r#""id": "low", "title": "Low", "level": 1"#,
            r#""id": "high", "title": " ", "level": 3"#,
            &[
                "4:88: tracks[1].from: unknown rung `low`; there is `high`, `deep`",
                "6:30: rungs[0].title: is empty; write some text",
                "7:13: rungs[1].id: `high` is already the id of rungs[0]; give each its own",
                "8:104: rungs[2].except.craft: unknown rung `low`; there is `high`, `deep`",
                "12:36: questions[0].answers[0].is: unknown rung `low`; there is `high`, `deep`",
                "12:80: questions[0].answers[1].is[0]: unknown rung `low`; there is `high`, `deep`",
            ],
        );
    }

    #[test]
    fn tracks_must_climb_and_leave_from_below() {
        case(
            r#""level": 2, "track": "main""#,
            r#""level": 1, "track": "main""#,
            &[
                "7:47: rungs[1].level: rungs[0] is on level 1 of the same track already; each rung of a track needs its own",
            ],
        );
        case(
            r#""from": "low""#,
            r#""from": "high""#,
            &["8:47: rungs[2].level: must be above level 2 of `high`, from which the track leaves"],
        );
        case(
            r#""from": "low""#,
            r#""from": "deep""#,
            &["4:88: tracks[1].from: `deep` is on this very track; name a rung of another one"],
        );
    }

    #[test]
    fn addresses_are_web_or_mail() {
        case(
            "https://example.org/",
            "javascript:alert(1)",
            &["9:91: rungs[2].skills[0].links[0].url: `javascript:alert(1)` is not an https, http or mailto address"],
        );
    }

    #[test]
    fn broken_json_is_located() {
        assert_eq!(problems("{ \"format\": 1,\n  oops }"), ["2:3: key must be a string"]);
        case(r#""level": 1"#, r#""level": "one""#, &["6:49: invalid type: string \"one\", expected u16"]);
    }

    #[test]
    fn another_format_is_refused() {
        case(r#""format": 1"#, r#""format": 2"#, &["1:13: format: is 2; this version reads format 1"]);
    }
}
