//! Where the reader stands, and how sure that is.

use super::evidence::Evidence;
use super::item_bank::ItemBank;
use super::posterior::Posterior;
use super::{Answers, CONFIDENT_FROM, Title};
use crate::ladder::{DimensionId, RungId};

/// From this share of the random style on, the answers are said to point nowhere.
const INATTENTIVE_FROM: f64 = 0.5;

/// As far from the placed rung, in rungs, a dimension counts as at its level.
const LEVEL_TOLERANCE: f64 = 0.5;

/// What the answers say.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Where they put the reader.
    pub placement: Placement,
    /// Where they put the reader if the title is left out; `None` where there is none.
    pub without_title: Option<Placement>,
    /// The probability of each rung, in the order of the ladder; they sum to 1.
    pub probabilities: Vec<f64>,
    /// Where the reader stands in each dimension that was asked about.
    pub profile: Vec<DimensionLevel>,
    /// The answers that moved the outcome most, at most three, the strongest first.
    pub evidence: Vec<Evidence>,
    /// How many answers were given, a title counted.
    pub asked: usize,
}

/// A place on the ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The likeliest rung.
    pub rung: RungId,
    /// The second likeliest.
    pub runner_up: RungId,
    /// How it may be put.
    pub verdict: Verdict,
    /// The probability of the likeliest rung.
    pub confidence: f64,
}

/// How an outcome may be put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One rung.
    Clear,
    /// Between the likeliest and the runner-up.
    Between,
    /// The answers don't point to one rung.
    Unclear,
}

/// Where the reader stands in a dimension.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DimensionLevel {
    /// The dimension.
    pub dimension: DimensionId,
    /// How high they stand, in rungs of the first track, 0 for its lowest.
    pub level: f64,
    /// How high as a share of the first track, 0 to 1.
    pub share: f64,
    /// What the placed rung asks, as such a share.
    pub required: f64,
    /// Below, at or above what the placed rung asks.
    pub comparison: std::cmp::Ordering,
}

impl Placement {
    /// Where a belief puts the reader.
    pub(super) fn of(posterior: &Posterior) -> Self {
        let [(rung, confidence), (runner_up, _)] = posterior.best_two();
        let verdict = if posterior.random() >= INATTENTIVE_FROM {
            Verdict::Unclear
        } else if confidence >= CONFIDENT_FROM {
            Verdict::Clear
        } else {
            Verdict::Between
        };
        Self { rung, runner_up, verdict, confidence }
    }

    /// Whether this rung is named as a place where the reader stands.
    #[must_use]
    pub fn names(&self, rung: RungId) -> bool {
        match self.verdict {
            Verdict::Clear => rung == self.rung,
            Verdict::Between => rung == self.rung || rung == self.runner_up,
            Verdict::Unclear => false,
        }
    }
}

impl Outcome {
    /// The outcome of these answers.
    #[must_use]
    pub fn new(bank: &ItemBank, answers: &Answers) -> Self {
        let posterior = Posterior::new(bank, answers);
        let placement = Placement::of(&posterior);
        let untitled = Answers { title: Title::NotAsked, responses: answers.responses.clone() };
        let without_title =
            matches!(answers.title, Title::Held(_)).then(|| Placement::of(&Posterior::new(bank, &untitled)));
        let asked_about = (0..bank.dimensions).filter(|&dimension| posterior.asked_per_dimension[dimension] > 0);
        let profile = asked_about
            .map(|dimension| {
                let top = f64::from(u16::try_from(bank.span.max(2) - 1).unwrap_or(u16::MAX));
                let level = posterior.stand(bank, dimension).clamp(0.0, top);
                let asks = bank.levels[placement.rung.index()][dimension];
                let above = level - asks;
                let comparison = if above.abs() <= LEVEL_TOLERANCE { 0.0 } else { above };
                DimensionLevel {
                    dimension: DimensionId::new(dimension),
                    level,
                    share: level / top,
                    required: asks / top,
                    comparison: comparison.total_cmp(&0.0),
                }
            })
            .collect();
        Self {
            placement,
            without_title,
            probabilities: posterior.rungs(),
            profile,
            evidence: super::evidence::evidence(bank, answers, &placement),
            asked: answers.asked(),
        }
    }

    /// Whether the title changed what is said: the verdict, or a rung that it names.
    #[must_use]
    pub fn title_counted(&self) -> bool {
        self.without_title.is_some_and(|without| {
            let named = |placement: &Placement, other: &Placement| {
                [placement.rung, placement.runner_up].iter().all(|&rung| !placement.names(rung) || other.names(rung))
            };
            without.verdict != self.placement.verdict
                || !named(&without, &self.placement)
                || !named(&self.placement, &without)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::posterior::tests::forked;
    use super::*;
    use crate::ladder::QuestionId;
    use crate::quiz::Response;
    use std::cmp::Ordering::{Equal, Greater, Less};

    /// The outcome of answers to the questions in turn, on the ladder without its side track.
    fn outcome(answers: &[usize]) -> Outcome {
        let mut ladder = forked();
        ladder.rungs.truncate(3);
        let answers = answers.iter().enumerate();
        let response = answers.map(|(question, &answer)| Response { question: QuestionId::new(question), answer });
        Outcome::new(&ItemBank::new(&ladder), &Answers { responses: response.collect(), ..Answers::default() })
    }

    #[test]
    fn steady_answers_are_clear() {
        let outcome = outcome(&[0, 0, 0, 0, 0, 0]);
        assert_eq!((outcome.placement.rung.index(), outcome.placement.verdict), (0, Verdict::Clear));
        assert!(outcome.placement.confidence >= CONFIDENT_FROM);
        assert!(outcome.profile.iter().all(|standing| standing.comparison == Equal));
    }

    #[test]
    fn a_single_answer_is_never_clear() {
        for answer in 0..3 {
            let outcome = outcome(&[answer]);
            assert_eq!(outcome.placement.verdict, Verdict::Between);
            assert!(outcome.placement.confidence < CONFIDENT_FROM);
            assert_eq!(outcome.profile.len(), 1);
        }
    }

    #[test]
    fn the_profile_shows_where_someone_is_ahead_and_behind() {
        let outcome = outcome(&[2, 2, 2, 1, 1, 1]);
        let [ahead, behind] = outcome.profile[..] else { panic!("two dimensions were asked about") };
        assert!(ahead.level > behind.level + LEVEL_TOLERANCE);
        let expected = if outcome.placement.rung.index() == 2 { (Equal, Less) } else { (Greater, Equal) };
        assert_eq!((ahead.comparison, behind.comparison), expected);
    }

    #[test]
    fn a_title_that_says_otherwise_is_found_to_count() {
        let bank = ItemBank::new(&forked());
        let response = |answers: &[usize]| {
            let answers = answers.iter().enumerate();
            answers.map(|(question, &answer)| Response { question: QuestionId::new(question), answer }).collect()
        };
        let outcome = |title, answers: &[usize]| Outcome::new(&bank, &Answers { title, responses: response(answers) });
        let agreeing = outcome(Title::Held(RungId::new(0)), &[0; 6]);
        assert!(agreeing.without_title.is_some() && !agreeing.title_counted());
        let leaning = outcome(Title::Held(RungId::new(0)), &[1, 0, 1]);
        assert!(leaning.title_counted(), "{leaning:?}");
        assert_eq!(outcome(Title::Skipped, &[0; 6]).without_title, None);
    }
}
