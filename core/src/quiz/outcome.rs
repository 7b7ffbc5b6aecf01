//! The outcome of a quiz: the reader's rung, their level in each dimension, and the answers behind it.

use crate::gather::Gather as _;
use std::cmp::Ordering;

use super::answers::{Answers, Title};
use super::belief::Belief;
use super::evidence::{self, Evidence};
use super::mdt::Engine;
use super::placement::{Placement, Verdict};
use crate::ladder::{DimensionId, RungId};

/// A reader who is at most this far, in rungs, from the level that a rung requires counts as being at that level.
pub const LEVEL_TOLERANCE: f64 = 0.5;

/// The result of a quiz. It claims no more than the belief supports.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The rung that the answers point to.
    pub placement: Placement,
    /// The placement if the title were left out; `None` if the reader gave no title.
    pub without_title: Option<Placement>,
    /// The probability of each rung, 0 to 1, in the order of the ladder; they sum to 1.
    pub probabilities: Vec<f64>,
    /// The reader's level in each dimension that an answer is about, in the order of the ladder.
    pub profile: Vec<DimensionLevel>,
    /// The answers that moved the outcome most: at most three, the strongest first.
    pub evidence: Vec<Evidence>,
    /// The number of answers given; a held title counts as one.
    pub asked: usize,
    /// The number of questions answered, without the title and without those that do not apply.
    pub answered: usize,
}

/// The reader's level in one dimension, beside the level that the placed rung requires.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DimensionLevel {
    /// Index of the dimension in the ladder.
    pub dimension: DimensionId,
    /// The reader's level in rungs of the first track, from 0 for its lowest rung up to its highest.
    pub level: f64,
    /// `level` as a fraction of the first track's height, 0 to 1.
    pub level_fraction: f64,
    /// The level that the placed rung requires, as a fraction of the first track's height, 0 to 1.
    pub required_fraction: f64,
    /// The difference up to which the levels count as equal, as a fraction of the first track's height.
    pub tolerance_fraction: f64,
    /// The reader's level compared with the required one: equal within [`LEVEL_TOLERANCE`].
    pub comparison: Ordering,
}

impl Outcome {
    /// `top_level` is the level of the first track's highest rung, at least 1.
    pub(super) fn new(engine: &Engine, top_level: f64, answers: &Answers) -> Self {
        let belief = engine.belief(answers);
        let answered = answers.responses.iter().filter(|response| !engine.is_not_applicable(response)).count();
        let applies_nowhere = answered == 0 && !answers.responses.is_empty();
        let placement_of = |belief: &Belief| {
            let placement = Placement::new(belief);
            Placement { verdict: if applies_nowhere { Verdict::Unclear } else { placement.verdict }, ..placement }
        };
        let placement = placement_of(&belief);
        let without_title = matches!(answers.title, Title::Held(_)).then(|| {
            let untitled = Answers { title: Title::NotAsked, responses: answers.responses.clone() };
            placement_of(&engine.belief(&untitled))
        });
        Self {
            placement,
            without_title,
            profile: profile(engine, top_level, &belief, placement.rung),
            probabilities: belief.rungs,
            evidence: evidence::strongest(engine, answers, &placement),
            asked: answers.asked(),
            answered,
        }
    }

    /// Whether the title changed the verdict, or the rungs that the outcome names.
    #[must_use]
    pub fn title_counted(&self) -> bool {
        self.without_title.is_some_and(|without| !without.says_the_same_as(&self.placement))
    }
}

fn profile(engine: &Engine, top_level: f64, belief: &Belief, placed: RungId) -> Vec<DimensionLevel> {
    let levels = belief.levels.iter().enumerate().filter_map(|(dimension, level)| {
        let dimension = DimensionId::new(dimension);
        let level = level.as_ref()?.clamp(0.0, top_level);
        let required = engine.required_level(placed, dimension);
        Some(DimensionLevel {
            dimension,
            level,
            level_fraction: level / top_level,
            required_fraction: required / top_level,
            tolerance_fraction: LEVEL_TOLERANCE / top_level,
            comparison: compare(level, required),
        })
    });
    levels.gather()
}

fn compare(level: f64, required: f64) -> Ordering {
    let above = level - required;
    let above = if above.abs() <= LEVEL_TOLERANCE { 0.0 } else { above };
    above.total_cmp(&0.0)
}

#[cfg(test)]
mod tests {
    use super::super::test_ladder::{forked, responses};
    use super::*;
    use crate::ladder::Ladder;
    use crate::quiz::{CONFIDENT_FROM, Quiz, Verdict};
    use std::cmp::Ordering::{Equal, Greater, Less};

    /// The outcome of answers to the questions in turn, on the ladder without its side track.
    fn outcome(answers: &[usize]) -> Outcome {
        let mut parts = forked().into_parts();
        parts.tracks.truncate(1);
        parts.rungs.truncate(3);
        Quiz::new(&Ladder::new(parts)).outcome(&responses(answers))
    }

    #[test]
    fn consistent_answers_are_clear() {
        let outcome = outcome(&[0, 0, 0, 0, 0, 0]);
        assert_eq!((outcome.placement.rung.index(), outcome.placement.verdict), (0, Verdict::Clear));
        assert!(outcome.placement.confidence >= CONFIDENT_FROM);
        assert!(outcome.profile.iter().all(|level| level.comparison == Equal));
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
    fn the_profile_shows_dimensions_above_and_below_the_placed_rung() {
        let outcome = outcome(&[2, 2, 2, 1, 1, 1]);
        let [ahead, behind] = outcome.profile[..] else { panic!("two dimensions were asked about") };
        assert!(ahead.level > behind.level + LEVEL_TOLERANCE);
        let expected = if outcome.placement.rung.index() == 2 { (Equal, Less) } else { (Greater, Equal) };
        assert_eq!((ahead.comparison, behind.comparison), expected);
    }

    #[test]
    fn fractions_are_levels_divided_by_the_height_of_the_first_track() {
        let outcome = outcome(&[2, 2, 2, 1, 1, 1]);
        for (level, dimension) in outcome.profile.iter().zip(0..) {
            assert_eq!(level.dimension.index(), dimension);
            // The first track's rungs are on levels 0, 1 and 2.
            assert!((0.0..=2.0).contains(&level.level), "{level:?}");
            assert!((level.level_fraction - level.level / 2.0).abs() < 1e-12, "{level:?}");
            let required = f64::from(u8::try_from(outcome.placement.rung.index()).expect("a small index"));
            assert!((level.required_fraction - required / 2.0).abs() < 1e-12, "{level:?}");
        }
    }

    #[test]
    fn levels_within_the_tolerance_are_equal() {
        let cases = [(1.5, Equal), (0.5, Equal), (1.51, Greater), (0.49, Less), (1.0, Equal)];
        for (level, expected) in cases {
            assert_eq!(compare(level, 1.0), expected, "{level}");
        }
    }

    #[test]
    fn a_title_that_contradicts_the_answers_counts() {
        let quiz = Quiz::new(&forked());
        let outcome = |title, answers: &[usize]| quiz.outcome(&Answers { title, ..responses(answers) });
        let agreeing = outcome(Title::Held(RungId::new(0)), &[0; 6]);
        assert!(agreeing.without_title.is_some() && !agreeing.title_counted());
        let leaning = outcome(Title::Held(RungId::new(0)), &[1, 0, 1, 0]);
        assert!(leaning.title_counted(), "{leaning:?}");
        assert_eq!(outcome(Title::Skipped, &[0; 6]).without_title, None);
    }
}
