//! What a link holds, to be looked at. The reader's own answers stay as they are.

use super::{LoadedLadder, Notice, Phase, State};
use crate::link::{Decoded, Refusal, StatedPlacement, decode};
use crate::quiz::Outcome;

/// An outcome out of a link.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedOutcome {
    /// What the answers in it say today.
    pub outcome: Outcome,
    /// How many answers the ladder has no more.
    pub missing: usize,
    /// Whether the ladder has changed since the link was made.
    pub changed: bool,
    /// What it said when it was made, where that was something else.
    pub then: Option<StatedPlacement>,
    /// What the reader themselves did before.
    pub(super) suspended: Option<Box<State>>,
}

impl State {
    /// Opens a link; `self` is where the reader is without it. A fragment that is no link for this ladder changes nothing.
    #[must_use]
    pub fn with_link_opened(mut self, loaded: &LoadedLadder, fragment: &str) -> Self {
        let Decoded { answers, placement, missing, changed } = match decode(&loaded.ladder, fragment) {
            Ok(decoded) => decoded,
            Err(refusal) => {
                self.note = match refusal {
                    Refusal::NotOurs | Refusal::AnotherLadder => return self,
                    Refusal::Damaged => Some(Notice::Damaged),
                    Refusal::Newer => Some(Notice::Newer),
                };
                return self;
            }
        };
        if answers.asked() == 0 {
            self.note = Some(Notice::Empty);
            return self;
        }
        let outcome = Outcome::new(&loaded.bank, &answers);
        let now = StatedPlacement::from(&outcome.placement);
        let then = placement.filter(|then| *then != now);
        let mut state = Self::new(loaded, false);
        state.phase = Phase::SharedOutcome(Box::new(SharedOutcome {
            outcome,
            missing,
            changed,
            then,
            suspended: Some(Box::new(self)),
        }));
        state
    }
}
