//! The change of the state by an action, and the effects that follow.

use super::quiz_progress::Advance;
use super::{
    Action, Effect, EffectKind, Extra, LoadedLadder, Notice, Open, Phase, QuizProgress, ResultPart, ShareStatus, State,
};
use crate::ladder::RungId;

impl State {
    /// Carries out an action. An action that makes no sense in the current phase changes nothing.
    pub fn update(&mut self, loaded: &LoadedLadder, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.notice = self.notice.filter(|&notice| notice != Notice::Unanswered);
        match action {
            Action::StartPressed => {
                if self.start_quiz(loaded) {
                    effects.push(Effect::QuizStarted);
                }
            }
            // A rung that the keys reach may be folded away, and only unfolding shows it.
            Action::RungReached(_) | Action::UnfoldPressed => self.unfolded = true,
            Action::MoreMovesPressed => self.all_moves = true,
            Action::RungPressed(rung) if self.open == Some(Open::Rung(rung)) => self.open = None,
            Action::RungPressed(rung) | Action::AboutPressed(rung) => self.open_rung(loaded, rung),
            Action::MovePressed(id) if self.open == Some(Open::Move(id)) => self.open = None,
            Action::MovePressed(id) => self.open = Some(Open::Move(id)),
            Action::DetailsClosed => self.open = None,
            Action::SectionChosen(section) => self.section = section,
            Action::ResultPartChosen(part) => self.show_result_part(part),
            Action::LadderToggled => {
                self.is_ladder_shown = !self.is_ladder_shown;
                self.open = None;
            }
            Action::TitleChosen(title) => {
                if let Phase::Quiz(progress) = &mut self.phase {
                    progress.select_title(&loaded.quiz, title);
                }
            }
            Action::SkipPressed => {
                if let Phase::Quiz(progress) = &mut self.phase {
                    progress.skip_title(&loaded.quiz);
                }
            }
            Action::AnswerChosen(answer) => {
                if let Phase::Quiz(progress) = &mut self.phase {
                    progress.select_answer(&loaded.quiz, answer);
                }
            }
            Action::NextPressed => self.submit(loaded, &mut effects),
            Action::BackPressed => self.go_back(loaded),
            Action::TargetChosen(target) => {
                if let Phase::Outcome { progress, share_status, .. } = &mut self.phase {
                    progress.plan.target = Some(target);
                    share_status.plan_changed();
                }
            }
            Action::InitiativeTicked(initiative) => {
                if let Phase::Outcome { progress, share_status, .. } = &mut self.phase {
                    progress.plan.toggle(initiative);
                    share_status.plan_changed();
                }
            }
            Action::LinkPressed(channel) => {
                if let Phase::Outcome { .. } = self.phase {
                    effects.push(Effect::ShareLink { channel, fragment: self.link(loaded) });
                }
            }
            Action::PlanPressed => effects.push(Effect::CopyPlan),
            Action::RememberPressed => effects.push(Effect::RememberAnswers { fragment: self.link(loaded) }),
            Action::ForgetPressed => {
                if self.forget() {
                    effects.push(Effect::ForgetAnswers);
                }
            }
            Action::ExtraPressed(extra) => {
                self.all_result_parts |= extra == Extra::Print;
                effects.push(Effect::OpenExtra { extra, own: self.link(loaded) });
            }
            Action::ResetPressed => self.replace_with(Self::empty()),
        }
        let snapshot = self.snapshot(loaded);
        if snapshot != self.stored {
            self.stored.clone_from(&snapshot);
            effects.push(Effect::SnapshotChanged(snapshot));
        }
        effects
    }

    /// Takes in the result of an effect; `None` for `kind` if the reader canceled it. `text` is the address of the link, or
    /// the plan as a checklist.
    pub fn finish_effect(&mut self, kind: Option<EffectKind>, is_done: bool, text: String) {
        if kind == Some(EffectKind::Remember) {
            self.device.is_remembered = Some(is_done);
        }
        // A result that comes after the reader left the outcome is of no use any more.
        if let Phase::Outcome { share_status, .. } = &mut self.phase {
            share_status.finish(kind, is_done, text);
        }
    }

    /// Starts or resumes the quiz; `false` if it does not start. From the outcome in a link, it returns to an outcome of
    /// the reader's own.
    pub(super) fn start_quiz(&mut self, loaded: &LoadedLadder) -> bool {
        if loaded.quiz.is_empty() {
            return false;
        }
        let is_from_link = self.leave_shared_outcome();
        let progress = match std::mem::take(&mut self.phase) {
            Phase::Exploring { paused } => paused.unwrap_or_default(),
            Phase::Quiz(progress) if is_from_link => progress,
            Phase::Outcome { .. } if !is_from_link => QuizProgress::default(),
            other => {
                self.phase = other;
                return false;
            }
        };
        self.open = None;
        self.notice = None;
        self.phase = Phase::Quiz(progress);
        true
    }

    fn show_result_part(&mut self, part: ResultPart) {
        self.result_part = part;
        if let Phase::Outcome { share_status, .. } = &mut self.phase {
            share_status.confirms_forgetting = false;
        }
    }

    /// Returns from the outcome in a link to the reader's own state; `false` in any other phase.
    fn leave_shared_outcome(&mut self) -> bool {
        match std::mem::take(&mut self.phase) {
            Phase::SharedOutcome(shared) => {
                self.replace_with(*shared.suspended);
                true
            }
            other => {
                self.phase = other;
                false
            }
        }
    }

    /// Replaces all but the values that outlast every phase.
    fn replace_with(&mut self, other: Self) {
        *self = Self { device: self.device, stored: std::mem::take(&mut self.stored), ..other };
    }

    fn open_rung(&mut self, loaded: &LoadedLadder, rung: RungId) {
        self.open = Some(Open::Rung(rung));
        self.section = loaded.first_section(rung);
    }

    /// Submits the selected answer, and shows the next question or the outcome.
    fn submit(&mut self, loaded: &LoadedLadder, effects: &mut Vec<Effect>) {
        let Phase::Quiz(progress) = &mut self.phase else { return };
        let Some(advance) = progress.submit(&loaded.quiz, effects) else {
            self.notice = Some(Notice::Unanswered);
            return;
        };
        self.notice = None;
        if let Advance::Finished = advance {
            let progress = std::mem::take(progress);
            let outcome = loaded.quiz.outcome(&progress.answers());
            effects.push(Effect::QuizFinished(outcome.clone()));
            self.open = None;
            self.result_part = ResultPart::default();
            self.is_ladder_shown = false;
            self.phase = Phase::Outcome { progress, outcome, share_status: ShareStatus::default() };
        }
    }

    fn go_back(&mut self, loaded: &LoadedLadder) {
        self.phase = match std::mem::take(&mut self.phase) {
            Phase::Quiz(mut progress) => {
                if progress.step_back(&loaded.quiz) {
                    Phase::Quiz(progress)
                } else {
                    Phase::Exploring { paused: progress.is_begun().then_some(progress) }
                }
            }
            Phase::Outcome { progress, .. } => Phase::Quiz(progress),
            other => other,
        };
    }

    /// Deletes the answers; `false` if the reader has to confirm it first.
    fn forget(&mut self) -> bool {
        if let Phase::Outcome { share_status, .. } = &mut self.phase
            && !std::mem::replace(&mut share_status.confirms_forgetting, true)
        {
            return false;
        }
        self.replace_with(Self::empty());
        self.device.is_remembered = self.device.is_remembered.map(|_| false);
        self.notice = Some(Notice::Forgotten);
        true
    }
}
