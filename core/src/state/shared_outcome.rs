//! Opens the outcome in a link. The reader's own answers stay untouched.

use super::{LoadedLadder, Notice, Phase, SharedOutcome, State};
use crate::link::{Decoded, Refusal, StatedPlacement, decode};

impl State {
    /// Shows the outcome in a link, and suspends `self`, the reader's own state. A link that cannot be shown leaves a
    /// notice; a fragment that is no link to this ladder changes nothing.
    #[must_use]
    pub fn with_link_opened(mut self, loaded: &LoadedLadder, fragment: &str) -> Self {
        match decode(&loaded.ladder, fragment) {
            Ok(decoded) if decoded.answers.asked() > 0 => return self.with_shared_outcome(loaded, decoded),
            Ok(_) => self.notice = Some(Notice::Empty),
            Err(Refusal::Damaged) => self.notice = Some(Notice::Damaged),
            Err(Refusal::Newer) => self.notice = Some(Notice::Newer),
            Err(Refusal::NotOurs | Refusal::AnotherLadder) => {}
        }
        self
    }

    fn with_shared_outcome(self, loaded: &LoadedLadder, decoded: Decoded) -> Self {
        let Decoded { answers, placement, missing, changed } = decoded;
        let outcome = loaded.quiz.outcome(&answers);
        let now = StatedPlacement::from(&outcome.placement);
        let then = placement.filter(|then| *then != now);
        let (device, stored) = (self.device, self.stored.clone());
        let suspended = Box::new(self);
        let phase = Phase::SharedOutcome(Box::new(SharedOutcome { outcome, missing, changed, then, suspended }));
        Self { phase, device, stored, ..Self::empty() }
    }
}
