//! The quiz: which question to ask next, and what the answers say about the reader.
//!
//! [`Quiz`] is all that other modules see. Behind it an *engine* turns answers into a [`Belief`] and selects questions.
//! Today's engine is in `mdt`. Another one is another folder: its `Engine` needs the same functions (`new`, `next`, `belief`,
//! `is_not_applicable` and `required_level`), and the modules `evidence` and `outcome` work on its beliefs unchanged.

mod answers;
mod belief;
mod evidence;
mod math;
mod mdt;
mod option_order;
mod outcome;
mod placement;
#[cfg(test)]
mod test_ladder;

pub use answers::{Answers, MAX_QUESTIONS_ASKED, Response, Title};
pub use belief::Belief;
pub use evidence::Evidence;
pub use mdt::{Estimate, LEAST_GAIN, Learnt, MIN_ANSWERS, Recorded};
pub use option_order::{option_order, options};
pub use outcome::{DimensionLevel, LEVEL_TOLERANCE, Outcome};
pub use placement::{CONFIDENT_FROM, Placement, Verdict};

use crate::ladder::{DimensionId, Ladder, QuestionId, RungId};
use mdt::Engine;

/// The quiz of one ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    engine: Engine,
    /// The number of questions in the ladder.
    questions: usize,
    /// The level of the first track's highest rung, in rungs; at least 1.
    top_level: f64,
}

impl Quiz {
    /// Computes what depends on the ladder alone, so that each step of the quiz is fast.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        Self { engine: Engine::new(ladder), questions: ladder.questions.len(), top_level: ladder.top_height() }
    }

    /// The number of questions in the ladder, without the one for the title.
    #[must_use]
    pub fn len(&self) -> usize {
        self.questions
    }

    /// Whether the ladder has no questions, so that there is no quiz.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.questions == 0
    }

    /// The question to ask after these answers; `None` if the quiz is over.
    #[must_use]
    pub fn next(&self, answers: &Answers) -> Option<QuestionId> {
        self.engine.next(answers)
    }

    /// The belief about a reader with these answers.
    #[must_use]
    pub fn belief(&self, answers: &Answers) -> Belief {
        self.engine.belief(answers)
    }

    /// The outcome for a reader with these answers.
    #[must_use]
    pub fn outcome(&self, answers: &Answers) -> Outcome {
        Outcome::new(&self.engine, self.top_level, answers)
    }

    /// The level that a rung requires in a dimension, in rungs of the first track, where 0 is its lowest.
    #[must_use]
    pub fn required_level(&self, rung: RungId, dimension: DimensionId) -> f64 {
        self.engine.required_level(rung, dimension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ladder_without_questions_has_no_quiz() {
        let ladder = test_ladder::forked();
        let quiz = Quiz::new(&ladder);
        assert_eq!((quiz.len(), quiz.is_empty()), (6, false));
        assert!(quiz.next(&Answers::default()).is_some());
        let mut parts = ladder.into_parts();
        parts.questions.clear();
        let quiz = Quiz::new(&Ladder::new(parts));
        assert_eq!((quiz.len(), quiz.is_empty()), (0, true));
        assert_eq!(quiz.next(&Answers::default()), None);
    }

    #[test]
    fn required_levels_are_in_rungs_of_the_first_track() {
        let quiz = Quiz::new(&test_ladder::forked());
        let level = |rung, dimension| quiz.required_level(RungId::new(rung), DimensionId::new(dimension));
        assert_eq!([level(0, 0), level(1, 0), level(2, 1), level(3, 0), level(3, 1)], [0.0, 1.0, 2.0, 2.0, 0.0]);
    }

    #[test]
    fn a_belief_has_levels_only_where_an_answer_is() {
        let quiz = Quiz::new(&test_ladder::forked());
        let levels = |answers: &[usize]| quiz.belief(&test_ladder::responses(answers)).levels;
        assert_eq!(levels(&[]), [None, None]);
        assert!(matches!(levels(&[2])[..], [Some(level), None] if level > 1.0));
        assert!(matches!(levels(&[2, 2, 2, 0])[..], [Some(high), Some(low)] if high > low));
    }
}
