//! The comparison of two private links as JSON.

use career_ladder_core::compare::{Agreement, Comparison, Pair};
use career_ladder_core::ladder::{Ladder, RungId};
use career_ladder_core::link::{Refusal, decode};
use career_ladder_core::quiz::{Outcome, Placement, Quiz, Verdict};

use crate::json::{list, number, object, optional, text};

/// The name of a link that holds no answers.
const EMPTY: &str = "empty";

/// An outcome, as one of two.
struct Side {
    outcome: Outcome,
    /// The number of answers that the ladder no longer has.
    missing: usize,
}

impl Side {
    /// The outcome of a link, or the name of the reason why there is none.
    fn of(ladder: &Ladder, quiz: &Quiz, fragment: &str) -> Result<Self, &'static str> {
        let decoded = decode(ladder, fragment).map_err(refusal)?;
        if decoded.answers.asked() == 0 {
            return Err(EMPTY);
        }
        Ok(Self { outcome: quiz.outcome(&decoded.answers), missing: decoded.missing })
    }

    fn as_json(&self, ladder: &Ladder) -> String {
        let titles = list(named(&self.outcome.placement).iter().map(|&rung| text(&ladder.rung(rung).title)));
        object([("titles", titles), ("missing", number(self.missing))])
    }

    /// The only rung that the outcome names.
    fn clear_rung(&self) -> Option<RungId> {
        match named(&self.outcome.placement)[..] {
            [rung] => Some(rung),
            _ => None,
        }
    }
}

/// The rungs that an outcome names.
fn named(placement: &Placement) -> Vec<RungId> {
    match placement.verdict {
        Verdict::Clear => vec![placement.rung],
        Verdict::Between => vec![placement.rung, placement.runner_up],
        Verdict::Unclear => Vec::new(),
    }
}

fn refusal(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotOurs => "foreign",
        Refusal::AnotherLadder => "another",
        Refusal::Damaged => "damaged",
        Refusal::Newer => "newer",
    }
}

/// The answer of [`compare`](crate::compare).
pub(crate) fn as_json(ladder: &Ladder, own: &str, other: &str) -> String {
    let quiz = Quiz::new(ladder);
    match (Side::of(ladder, &quiz, own), Side::of(ladder, &quiz, other)) {
        (Ok(own), Ok(other)) => sides(ladder, &own, &other),
        (Err(refusal), _) | (_, Err(refusal)) => object([("refusal", text(refusal))]),
    }
}

fn sides(ladder: &Ladder, own: &Side, other: &Side) -> String {
    let Comparison { level, dimensions } = Comparison::new(ladder, &own.outcome, &other.outcome);
    // Beside a level that stands between the rungs, the nearest title would claim too much.
    let titles = [own, other].map(|side| side.clear_rung().map(|rung| &*ladder.rung(rung).title));
    let level = row("", &level, titles);
    let dimensions = dimensions.iter().map(|(dimension, pair)| {
        let nearest_title = |fraction| &*ladder.rung(ladder.nearest_rung(fraction * ladder.top_height())).title;
        let titles = [pair.mine, pair.theirs].map(|level| level.map(nearest_title));
        row(&ladder.dimensions[dimension.index()].name, pair, titles)
    });
    object([
        ("own", own.as_json(ladder)),
        ("other", other.as_json(ladder)),
        ("rows", list([level].into_iter().chain(dimensions))),
    ])
}

fn row(name: &str, pair: &Pair, [own, other]: [Option<&str>; 2]) -> String {
    object([
        ("name", text(name)),
        ("own", optional(pair.mine.map(thousandths))),
        ("other", optional(pair.theirs.map(thousandths))),
        ("ownTitle", optional(own.map(text))),
        ("otherTitle", optional(other.map(text))),
        ("agreement", text(agreement(pair.agreement))),
        ("apart", number(pair.apart)),
    ])
}

fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "same",
        Agreement::OneApart => "one",
        Agreement::TwoOrMoreApart => "more",
        Agreement::OnlyMine => "onlyOwn",
        Agreement::OnlyTheirs => "onlyOther",
        Agreement::Neither => "neither",
    }
}

fn thousandths(fraction: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    let thousandths = (fraction * 1000.0).round() as usize;
    number(thousandths)
}

#[cfg(test)]
mod tests {
    use career_ladder_core::format;
    use career_ladder_core::ladder::{Ladder, QuestionId};
    use career_ladder_core::link::encode;
    use career_ladder_core::quiz::{Answers, Quiz, Response};

    use super::as_json;

    fn ladder() -> Ladder {
        let text = include_str!("../../core/tests/compare/small.json");
        format::read(text).ladder.expect("a correct file")
    }

    /// The link of a reader who answers the first questions in this way.
    fn link(answers: &[usize]) -> String {
        let ladder = ladder();
        let answers = answers.iter().enumerate();
        let responses = answers.map(|(question, &answer)| Response { question: QuestionId::new(question), answer });
        let answers = Answers { responses: responses.collect(), ..Answers::default() };
        encode(&ladder, &answers, &Quiz::new(&ladder).outcome(&answers).placement)
    }

    #[test]
    fn two_links_are_compared() {
        let json = as_json(&ladder(), &link(&[1; 6]), &link(&[2, 2, 2]));
        let expected = r#"{"own":{"titles":["Middle"],"missing":0},"other":{"titles":["Senior","Middle"],"missing":0},"rows":[{"name":"","own":500,"other":750,"ownTitle":"Middle","otherTitle":null,"agreement":"same","apart":0},{"name":"Building","own":"#;
        assert!(json.starts_with(expected), "{json}");
        let last = r#""other":null,"ownTitle":"Middle","otherTitle":null,"agreement":"onlyOwn","apart":0}]}"#;
        assert!(json.ends_with(last), "{json}");
    }

    #[test]
    fn an_outcome_between_two_rungs_names_both_and_one_that_is_unclear_none() {
        let json = as_json(&ladder(), &link(&[1]), &link(&[3, 3]));
        assert!(json.starts_with(r#"{"own":{"titles":["#), "{json}");
        assert!(json.contains(r#"],"missing":0},"other":{"titles":[],"missing":0}"#), "{json}");
        let level = r#""other":null,"ownTitle":null,"otherTitle":null,"agreement":"onlyOwn","apart":0}"#;
        assert!(json.contains(level), "{json}");
    }

    #[test]
    fn a_link_that_cannot_be_read_is_refused_with_the_reason() {
        let case = |other: &str, reason: &str| {
            assert_eq!(as_json(&ladder(), &link(&[1]), other), format!(r#"{{"refusal":"{reason}"}}"#), "{other}");
        };
        case("", "foreign");
        case(&link(&[1]).replace("small", "other"), "another");
        case(&link(&[1, 1]).replacen("small_B", "small_D", 1), "damaged");
        case(&link(&[]), "empty");
    }
}
