//! What the reader is doing, and what their actions change. No yew, no browser.

mod quiz_progress;
mod share_status;
mod shared_outcome;
mod snapshot;

use std::rc::Rc;

pub use quiz_progress::{AskedQuestion, QuizProgress, QuizStep};
pub use share_status::{EffectKind, ShareChannel, ShareStatus};
pub use shared_outcome::SharedOutcome;

use crate::diagram::{Layout, Neighbors};
use crate::ladder::{Ladder, MoveId, QuestionId, RungId};
use crate::link;
use crate::plan::{Initiative, Target};
use crate::quiz::{ItemBank, Outcome, Posterior};
use quiz_progress::Advance;

/// A ladder with all that is computed from it once.
#[derive(Debug, PartialEq)]
pub struct LoadedLadder {
    /// The ladder.
    pub ladder: Ladder,
    /// The ladder in numbers.
    pub bank: ItemBank,
    /// The ladder as cells.
    pub layout: Layout,
    /// Per rung: where the arrow keys lead.
    pub neighbors: Vec<Neighbors>,
    /// Fixes the order of answers.
    pub seed: String,
}

impl LoadedLadder {
    /// Computes what follows from a ladder.
    #[must_use]
    pub fn new(ladder: Ladder, seed: String) -> Rc<Self> {
        let bank = ItemBank::new(&ladder);
        let layout = Layout::new(&ladder);
        let neighbors = ladder.rung_ids().map(|rung| layout.neighbors(&ladder, rung)).collect();
        Rc::new(Self { ladder, bank, layout, neighbors, seed })
    }
}

/// Where the reader is in the widget.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What they do.
    pub phase: Phase,
    /// Whose details are open.
    pub open: Option<Open>,
    /// The part of the details that is shown.
    pub section: Section,
    /// Whether a long ladder is shown whole.
    pub unfolded: bool,
    /// Whether all ways off the ladder are shown.
    pub all_moves: bool,
    /// What the reader answered before they went back to the ladder.
    paused: Option<QuizProgress>,
    /// Where the reader wants to go; `None` as long as they take what is proposed.
    pub target: Option<Target>,
    /// What of their plan they have done.
    pub done: Vec<Initiative>,
    /// What came of keeping and sending.
    pub share_status: ShareStatus,
    /// What is to be said of how they came here.
    pub note: Option<Notice>,
}

/// What a reader should know who finds less than they left, or other things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// So many kept answers fit the ladder no more.
    Lost(usize),
    /// The link is damaged.
    Damaged,
    /// The link was made by a later version.
    Newer,
    /// Nothing of the link fits the ladder.
    Empty,
    /// All that was kept is gone, as the reader wished.
    Forgotten,
}

/// What has its details open. One thing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// A rung.
    Rung(RungId),
    /// A way off the ladder.
    Move(MoveId),
}

/// What the reader does.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// Looks at the ladder.
    Exploring,
    /// Answers questions.
    Quiz(QuizProgress),
    /// Looks at where they stand, by these answers.
    Outcome(QuizProgress, Outcome),
    /// Looks at what a link holds.
    SharedOutcome(Box<SharedOutcome>),
}

/// A part of a rung's details.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What is new on the rung.
    Changes,
    /// What is expected on it.
    Responsibilities,
    /// What going well looks like.
    Success,
    /// What to grow.
    Skills,
}

impl Section {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 4] = [Self::Changes, Self::Responsibilities, Self::Success, Self::Skills];
}

/// What the reader did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Asked for the quiz: goes on where they left it, or begins anew behind an outcome.
    StartPressed,
    /// Went to a rung with the keys.
    RungReached(RungId),
    /// Asked for the whole of a long ladder.
    UnfoldPressed,
    /// Asked for all ways off the ladder.
    MoreMovesPressed,
    /// Pressed a rung: opens its details, or closes them.
    RungPressed(RungId),
    /// Asked, beside the outcome, for the details of a rung.
    AboutPressed(RungId),
    /// Pressed a way off the ladder: opens its details, or closes them.
    MovePressed(MoveId),
    /// Closed the details.
    DetailsClosed,
    /// Turned to a part of the details.
    SectionChosen(Section),
    /// Marked their title.
    TitleChosen(RungId),
    /// Passed over the question for the title.
    SkipPressed,
    /// Marked an answer, by its place in the file's order.
    AnswerChosen(usize),
    /// Went on.
    NextPressed,
    /// Went back.
    BackPressed,
    /// Wants to go elsewhere.
    AimChosen(Target),
    /// Ticked something of their plan off, or took that back.
    Ticked(Initiative),
    /// Asked for the link to their answers, to send it this way.
    LinkPressed(ShareChannel),
    /// Asked for their plan as a checklist.
    PlanPressed,
    /// Asked to be remembered.
    RememberPressed,
    /// Asked for all that is kept to be removed.
    ForgetPressed,
    /// Changed the width of the page, or turned the phone.
    Resized,
    /// Left everything behind.
    ResetPressed,
}

/// What the page around the widget may want to know.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The quiz began.
    Started,
    /// A question was answered, or answered differently.
    Answered {
        /// The question.
        question: QuestionId,
        /// The answer's place in the file's order.
        answer: usize,
        /// How many questions came before it.
        index: usize,
    },
    /// The reader was placed.
    Finished(Outcome),
}

impl State {
    /// The start: the ladder, or the first question.
    #[must_use]
    pub fn new(loaded: &LoadedLadder, quiz: bool) -> Self {
        let mut state = Self {
            phase: Phase::Exploring,
            open: None,
            section: Section::Changes,
            unfolded: false,
            all_moves: false,
            paused: None,
            target: None,
            done: Vec::new(),
            share_status: ShareStatus::default(),
            note: None,
        };
        if quiz {
            state.apply(loaded, Action::StartPressed);
        }
        state
    }

    /// Carries an action out; one that makes no sense where the reader is changes nothing.
    pub fn apply(&mut self, loaded: &LoadedLadder, action: Action) -> Vec<Event> {
        match action {
            Action::StartPressed => {
                if loaded.bank.is_empty() || matches!(self.phase, Phase::Quiz(_)) {
                    return Vec::new();
                }
                if let Phase::SharedOutcome(shared) = &mut self.phase
                    && let Some(suspended) = shared.suspended.take()
                {
                    // Their own answers, as they left them.
                    self.give_way_to(*suspended);
                    match std::mem::replace(&mut self.phase, Phase::Exploring) {
                        Phase::Quiz(progress) => self.paused = Some(progress),
                        Phase::Exploring => {}
                        placed => {
                            self.phase = placed;
                            return Vec::new();
                        }
                    }
                }
                self.open = None;
                self.note = None;
                if self.paused.is_none() {
                    (self.target, self.done) = (None, Vec::new());
                }
                self.share_status.leave();
                self.phase = Phase::Quiz(self.paused.take().unwrap_or_default());
                return vec![Event::Started];
            }
            // The rung may be folded away: then there is no other way to it.
            Action::RungReached(_) | Action::UnfoldPressed => self.unfolded = true,
            Action::MoreMovesPressed => self.all_moves = true,
            Action::RungPressed(rung) => {
                self.toggle(Open::Rung(rung));
                self.section = loaded.first_section(rung);
            }
            Action::AboutPressed(rung) => {
                self.open = Some(Open::Rung(rung));
                self.section = loaded.first_section(rung);
            }
            Action::MovePressed(id) => self.toggle(Open::Move(id)),
            Action::DetailsClosed => self.open = None,
            Action::SectionChosen(section) => self.section = section,
            Action::TitleChosen(_)
            | Action::SkipPressed
            | Action::AnswerChosen(_)
            | Action::NextPressed
            | Action::BackPressed => return self.answer(loaded, action),
            Action::AimChosen(target) => self.target = Some(target),
            Action::Ticked(initiative) => match self.done.iter().position(|done| *done == initiative) {
                Some(place) => drop(self.done.swap_remove(place)),
                None => self.done.push(initiative),
            },
            Action::ForgetPressed => {
                self.clear(loaded);
                self.share_status.remembered = self.share_status.remembered.map(|_| false);
                self.note = Some(Notice::Forgotten);
            }
            // The browser's part; it tells what came of it.
            Action::LinkPressed(_) | Action::PlanPressed | Action::RememberPressed | Action::Resized => {}
            Action::ResetPressed => self.clear(loaded),
        }
        Vec::new()
    }

    /// Leaves everything behind but what the browser can do.
    fn clear(&mut self, loaded: &LoadedLadder) {
        self.share_status.leave();
        self.give_way_to(Self::new(loaded, false));
    }

    /// Takes another's place; what the browser can do stays what it is.
    fn give_way_to(&mut self, mut other: Self) {
        std::mem::swap(&mut self.share_status, &mut other.share_status);
        *self = other;
    }

    fn toggle(&mut self, open: Open) {
        self.open = (self.open != Some(open)).then_some(open);
    }

    fn answer(&mut self, loaded: &LoadedLadder, action: Action) -> Vec<Event> {
        let bank = &loaded.bank;
        let mut progress = match std::mem::replace(&mut self.phase, Phase::Exploring) {
            Phase::Quiz(progress) => progress,
            Phase::Outcome(progress, _) if matches!(action, Action::BackPressed) => {
                self.share_status.leave();
                self.phase = Phase::Quiz(progress);
                return Vec::new();
            }
            other => {
                self.phase = other;
                return Vec::new();
            }
        };
        let mut events = Vec::new();
        match action {
            Action::TitleChosen(title) => progress.choose_title(bank, title),
            Action::SkipPressed => progress.skip(bank),
            Action::AnswerChosen(answer) => progress.choose(bank, answer),
            Action::BackPressed if !progress.back(bank) => {
                self.paused = progress.is_begun().then_some(progress);
                return events;
            }
            Action::NextPressed => {
                if let Some((event, led)) = progress.next(bank) {
                    self.note = None;
                    events.extend(event);
                    if let Advance::Finished = led {
                        let outcome = Outcome::new(bank, &progress.answers());
                        events.push(Event::Finished(outcome.clone()));
                        self.open = None;
                        self.phase = Phase::Outcome(progress, outcome);
                        return events;
                    }
                }
            }
            _ => {}
        }
        self.phase = Phase::Quiz(progress);
        events
    }

    /// Which question is shown, by how many came before it; `None` outside the quiz.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        match &self.phase {
            Phase::Quiz(progress) => Some(progress.index()),
            Phase::Exploring | Phase::Outcome(..) | Phase::SharedOutcome(_) => None,
        }
    }

    /// Where the reader was placed, or whoever made the link they look at.
    #[must_use]
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.phase {
            Phase::Outcome(_, outcome) => Some(outcome),
            Phase::SharedOutcome(shared) => Some(&shared.outcome),
            Phase::Exploring | Phase::Quiz(_) => None,
        }
    }

    /// The link to the reader's own outcome, as the fragment of an address.
    #[must_use]
    pub fn link(&self, loaded: &LoadedLadder) -> Option<String> {
        match &self.phase {
            Phase::Outcome(progress, outcome) => {
                Some(link::encode(&loaded.ladder, &progress.answers(), &outcome.placement))
            }
            Phase::Exploring | Phase::Quiz(_) | Phase::SharedOutcome(_) => None,
        }
    }

    /// The rungs that a folded ladder keeps in sight: the open one, and where the reader stands.
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

    /// The probability of each rung as far as the answers go, in the order of the ladder; `None` before any.
    #[must_use]
    pub fn belief(&self, loaded: &LoadedLadder) -> Option<Vec<f64>> {
        if let Phase::Quiz(progress) = &self.phase {
            let answers = progress.answers();
            return (answers.asked() > 0).then(|| Posterior::new(&loaded.bank, &answers).rungs());
        }
        self.outcome().map(|outcome| outcome.probabilities.clone())
    }
}

impl LoadedLadder {
    /// The first section of a rung's details that has anything in it.
    fn first_section(&self, rung: RungId) -> Section {
        Section::ALL.into_iter().find(|&section| self.has(rung, section)).unwrap_or(Section::Changes)
    }

    /// Whether a rung has anything to say in a section.
    #[must_use]
    pub fn has(&self, rung: RungId, section: Section) -> bool {
        let rung = self.ladder.rung(rung);
        match section {
            Section::Changes => !rung.changes.is_empty(),
            Section::Responsibilities => !rung.responsibilities.is_empty(),
            Section::Success => !rung.success.is_empty(),
            Section::Skills => !rung.skills.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests;
