//! What a link holds, to be looked at. The reader's own answers stay as they are.

use super::{Course, Note, Phase, State};
use crate::link::{Decoded, Placed, Refusal, decode};
use crate::quiz::Outcome;

/// An outcome out of a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// What the answers in it say today.
    pub outcome: Outcome,
    /// How many answers the ladder has no more.
    pub missing: usize,
    /// Whether the ladder has changed since the link was made.
    pub changed: bool,
    /// What it said when it was made, where that was something else.
    pub then: Option<Placed>,
    /// What the reader themselves did before.
    pub(super) own: Option<Box<State>>,
}

impl State {
    /// Opens a link; `self` is where the reader is without it. A fragment that is no link for this ladder changes nothing.
    #[must_use]
    pub fn opening(mut self, course: &Course, fragment: &str) -> Self {
        let Decoded { answers, placed, missing, changed } = match decode(&course.ladder, fragment) {
            Ok(decoded) => decoded,
            Err(refusal) => {
                self.note = match refusal {
                    Refusal::NotOurs | Refusal::AnotherLadder => return self,
                    Refusal::Damaged => Some(Note::Damaged),
                    Refusal::Newer => Some(Note::Newer),
                };
                return self;
            }
        };
        if answers.asked() == 0 {
            self.note = Some(Note::Empty);
            return self;
        }
        let outcome = Outcome::new(&course.bank, &answers);
        let now = Placed::from(&outcome.placement);
        let then = placed.filter(|then| *then != now);
        let mut state = Self::new(course, false);
        state.phase = Phase::Shared(Box::new(Shared { outcome, missing, changed, then, own: Some(Box::new(self)) }));
        state
    }
}
