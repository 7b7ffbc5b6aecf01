//! The quiz: which question to ask next, what the answers say, how sure that is.
//!
//! A reader is at a rung; in each dimension they may stand at it, one below or one above. Each
//! answer is anchored to a rung by its author. Bayes' rule turns answers into a belief over rungs
//! ([`Posterior`]), the next question is the one expected to leave the least doubt
//! ([`ItemBank::next`]), and the [`Outcome`] says no more than the belief does.
//!
//! This is measurement decision theory: classes instead of a scale, the posterior over them, and the
//! next item by expected information gain (Rudner, "An examination of decision-theory adaptive
//! testing procedures", 2002; "Scoring and classifying examinees using measurement decision theory",
//! 2009). It stops as adaptive tests do that classify: at a set certainty, within bounds on the number
//! of items (the stopping rules of catR, Magis and Raîche 2012; PROMIS asks 4 to 12 items).

mod evidence;
mod item_bank;
mod likelihood;
mod option_order;
mod outcome;
mod posterior;
mod selection;

pub use evidence::Evidence;
pub use item_bank::ItemBank;
pub use option_order::option_order;
pub use outcome::{DimensionLevel, Outcome, Placement, Verdict};
pub use posterior::Posterior;

use crate::ladder::{QuestionId, RungId};

/// All that a reader said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// Their current title.
    pub title: Title,
    /// Their answers to questions.
    pub responses: Vec<Response>,
}

/// What is known of the reader's current title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Title {
    /// Nobody asked for it.
    #[default]
    NotAsked,
    /// They passed over the question.
    Skipped,
    /// That of this rung.
    Held(RungId),
}

/// A question with the answer that was given to it, as an index into the question's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// The question.
    pub question: QuestionId,
    /// The answer's place in the file's order.
    pub answer: usize,
}

impl Answers {
    /// How many answers there are, a title counted.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.responses.len() + usize::from(matches!(self.title, Title::Held(_)))
    }

    /// How many questions may still be asked. One that was passed over counts as asked.
    #[must_use]
    pub fn left(&self) -> usize {
        MAX_QUESTIONS_ASKED.saturating_sub(self.responses.len() + usize::from(self.title != Title::NotAsked))
    }
}

/// The most questions that are asked, that for the title counted.
pub const MAX_QUESTIONS_ASKED: usize = 12;

/// From this probability on, the quiz stops and the outcome is called clear.
pub const CONFIDENT_FROM: f64 = 0.8;

/// As many dimensions are touched before the quiz may stop.
pub const MIN_DIMENSIONS: usize = 5;
