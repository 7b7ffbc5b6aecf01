//! Today's engine: measurement decision theory.
//!
//! The classes are the rungs; there is no scale. In each dimension a reader is at their rung's level, one rung below, or
//! one or two above. Authors anchor each answer to a rung. Bayes' rule turns answers into a posterior over rungs
//! ([`Posterior`]). The next question is the one expected to leave the least entropy ([`selection`]). (Rudner, "An
//! examination of decision-theory adaptive testing procedures", 2002; "Scoring and classifying examinees using
//! measurement decision theory", 2009.)
//!
//! The quiz stops as adaptive tests do that classify: when the next answer is expected to tell too little, within bounds on
//! the number of items (the rule of minimum information of catR, Magis and Raîche 2012; PROMIS asks 4 to 12 items).
//!
//! Two other methods were weighed. Nonparametric selection (Chang, Chiu, Tsai, "Nonparametric CAT for CD in educational
//! settings with small samples", 2019) compares answers with ideal ones; it needs no numbers, but has no probability to show.
//! Stochastic curtailment (Finkelman, "On using stochastic curtailment to shorten the SPRT in sequential mastery testing",
//! 2008) stops when the decision is unlikely to change; that stopped too early here (see `likelihood`).

mod item_bank;
mod learning;
mod likelihood;
mod matrix;
mod posterior;
mod scores;
mod selection;
mod stopping;

pub use learning::{Estimate, Learnt, Recorded};
pub use stopping::{LEAST_GAIN, MIN_ANSWERS};

use super::answers::{Answers, Response};
use super::belief::Belief;
use crate::ladder::{DimensionId, Ladder, QuestionId, RungId};
use item_bank::ItemBank;
use posterior::Posterior;

/// The engine of one ladder's quiz.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Engine {
    bank: ItemBank,
}

impl Engine {
    pub(super) fn new(ladder: &Ladder) -> Self {
        Self { bank: ItemBank::new(ladder) }
    }

    /// The question to ask after these answers; `None` if the quiz is over.
    pub(super) fn next(&self, answers: &Answers) -> Option<QuestionId> {
        if answers.left() == 0 {
            return None;
        }
        let posterior = Posterior::new(&self.bank, answers);
        let mut open = selection::open(&self.bank, answers);
        let mut best = selection::best(&self.bank, &posterior, &open)?;
        if best.gain < LEAST_GAIN {
            if stopping::covers_enough(&self.bank, &posterior, answers) {
                return None;
            }
            let is_untouched = |&index: &usize| !posterior.is_asked(self.bank.items[index].about);
            if open.iter().any(is_untouched) {
                open.retain(is_untouched);
                best = selection::best(&self.bank, &posterior, &open)?;
            }
        }
        Some(best.question)
    }

    pub(super) fn belief(&self, answers: &Answers) -> Belief {
        let posterior = Posterior::new(&self.bank, answers);
        let level = |dimension| posterior.is_asked(dimension).then(|| posterior.level(&self.bank, dimension));
        Belief {
            levels: (0..self.bank.dimensions).map(level).collect(),
            inattentive: posterior.inattentive(),
            rungs: posterior.rungs(),
        }
    }

    /// Whether the reader replied that the question does not apply to them.
    pub(super) fn is_not_applicable(&self, response: &Response) -> bool {
        self.bank.is_not_applicable(response)
    }

    /// The level that a rung requires in a dimension, in rungs of the first track.
    pub(super) fn required_level(&self, rung: RungId, dimension: DimensionId) -> f64 {
        self.bank.levels[rung.index()][dimension.index()]
    }
}
