//! The reader's position in the widget, and the values that the screens read from it.

use super::{LoadedLadder, PlanChoices, QuizProgress, ResultPart, Section, ShareStatus};
use crate::ladder::{MoveId, RungId};
use crate::link::{self, StatedPlacement};
use crate::quiz::Outcome;

/// The reader's position in the widget. The default is the ladder, without answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// The reader's activity, with all that belongs to it.
    pub phase: Phase,
    /// The item with open details; `None` if the details are closed.
    pub open: Option<Open>,
    /// The section that the details of a rung show.
    pub section: Section,
    /// The part of the outcome that is shown.
    pub result_part: ResultPart,
    /// Whether all parts of the outcome are drawn, hidden or not: the reader has asked for a print.
    pub all_result_parts: bool,
    /// Whether a small screen shows the ladder in place of the outcome.
    pub is_ladder_shown: bool,
    /// Whether all rungs of a long ladder are shown.
    pub unfolded: bool,
    /// Whether all moves off the ladder are shown.
    pub all_moves: bool,
    /// A remark on how the reader came here, until they act on it.
    pub notice: Option<Notice>,
    /// The browser's abilities. They outlast every phase.
    pub device: Device,
    /// The snapshot that the page holds.
    pub(super) stored: String,
}

/// The abilities of the reader's browser, as far as the screens offer them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Device {
    /// Whether the device has a share sheet.
    pub can_share: bool,
    /// Whether answers are stored beyond the session; `None` if the site owner does not offer that.
    pub is_remembered: Option<bool>,
}

/// A reason why the reader finds fewer answers than expected, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The number of stored answers that the ladder no longer has.
    Lost(usize),
    /// The link is damaged.
    Damaged,
    /// A later version made the link.
    Newer,
    /// The ladder has none of the answers in the link.
    Empty,
    /// The reader deleted their answers.
    Forgotten,
    /// The reader wanted to go on without an answer.
    Unanswered,
}

/// The item with open details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// A rung of the ladder.
    Rung(RungId),
    /// A move off the ladder.
    Move(MoveId),
}

/// The reader's activity.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// The reader looks at the ladder.
    Exploring {
        /// The quiz that the reader left by going back; `None` if it has no answers.
        paused: Option<QuizProgress>,
    },
    /// The reader answers questions.
    Quiz(QuizProgress),
    /// The reader looks at their own outcome.
    Outcome {
        /// The answers that led to the outcome.
        progress: QuizProgress,
        /// The placement, with its reasons.
        outcome: Outcome,
        /// The result of the last request to share or store the outcome.
        share_status: ShareStatus,
    },
    /// The reader looks at the outcome in a link.
    SharedOutcome(Box<SharedOutcome>),
}

/// The outcome in a link.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedOutcome {
    /// The outcome that the answers in the link give today.
    pub outcome: Outcome,
    /// The number of answers that the ladder no longer has.
    pub missing: usize,
    /// Whether the ladder has changed since the link was made.
    pub changed: bool,
    /// The placement that the link states; `None` if it is the same today, or if its rungs are gone.
    pub then: Option<StatedPlacement>,
    /// The reader's own state, for their return.
    pub(super) suspended: Box<State>,
}

impl Default for Phase {
    fn default() -> Self {
        Self::Exploring { paused: None }
    }
}

impl Phase {
    /// The answers of the reader, if there are any; not those in a link.
    fn progress(&self) -> Option<&QuizProgress> {
        match self {
            Self::Exploring { paused } => paused.as_ref(),
            Self::Quiz(progress) | Self::Outcome { progress, .. } => Some(progress),
            Self::SharedOutcome(_) => None,
        }
    }
}

impl State {
    /// The default. It has so many fields that a call of this takes less code than to write them all.
    #[inline(never)]
    pub(super) fn empty() -> Self {
        Self::default()
    }

    /// A state without answers, at the ladder or at the first question.
    #[must_use]
    pub fn new(loaded: &LoadedLadder, starts_with_quiz: bool) -> Self {
        let mut state = Self::empty();
        if starts_with_quiz {
            state.start_quiz(loaded);
        }
        state
    }

    /// The index of the shown question, with 0 for the title; `None` outside of the quiz.
    #[must_use]
    pub fn step_index(&self) -> Option<usize> {
        match &self.phase {
            Phase::Quiz(progress) => Some(progress.index()),
            Phase::Exploring { .. } | Phase::Outcome { .. } | Phase::SharedOutcome(_) => None,
        }
    }

    /// The shown outcome: the reader's own, or the one in a link.
    #[must_use]
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.phase {
            Phase::Outcome { outcome, .. } => Some(outcome),
            Phase::SharedOutcome(shared) => Some(&shared.outcome),
            Phase::Exploring { .. } | Phase::Quiz(_) => None,
        }
    }

    /// The reader's choices for their plan; `None` without answers.
    #[must_use]
    pub fn plan(&self) -> Option<&PlanChoices> {
        self.phase.progress().map(|progress| &progress.plan)
    }

    /// The result of the last request to share or store; `None` outside of the reader's own outcome.
    #[must_use]
    pub fn share_status(&self) -> Option<&ShareStatus> {
        match &self.phase {
            Phase::Outcome { share_status, .. } => Some(share_status),
            Phase::Exploring { .. } | Phase::Quiz(_) | Phase::SharedOutcome(_) => None,
        }
    }

    /// The private link to the reader's own outcome, as the fragment of an address; empty without one.
    #[must_use]
    pub fn link(&self, loaded: &LoadedLadder) -> String {
        match &self.phase {
            Phase::Outcome { progress, outcome, .. } => {
                link::encode(&loaded.ladder, &progress.answers(), &outcome.placement)
            }
            Phase::SharedOutcome(shared) => shared.suspended.link(loaded),
            Phase::Exploring { .. } | Phase::Quiz(_) => String::new(),
        }
    }

    /// The rungs that stay visible in a folded ladder: the open one, and those of the outcome.
    #[must_use]
    pub fn pinned_rungs(&self) -> Vec<RungId> {
        let mut rungs = Vec::new();
        if let Some(Open::Rung(rung)) = self.open {
            rungs.push(rung);
        }
        if let Some(Outcome { placement, .. }) = self.outcome() {
            rungs.extend([placement.rung, placement.runner_up]);
        }
        rungs
    }

    /// The probability of each rung, in the order of the file; `None` before the first submitted answer.
    #[must_use]
    pub fn belief(&self, loaded: &LoadedLadder) -> Option<Vec<f64>> {
        if let Phase::Quiz(progress) = &self.phase {
            let answers = progress.answers();
            return (answers.asked() > 0).then(|| loaded.quiz.belief(&answers).rungs);
        }
        self.outcome().map(|outcome| outcome.probabilities.clone())
    }
}
