//! The way from the state to the host page.

use super::{HostMessage, Instance};
use crate::screens::outcome;
use career_ladder_core::state::{Effect, Phase, State};

/// Forwards an effect to the host page, together with the text that takes interface words.
pub(super) fn forward(effect: Effect, instance: &Instance, state: &State) {
    let text = match effect {
        Effect::ShareLink { .. } | Effect::OpenExtra { .. } => {
            outcome::title_line(&instance.loaded, state, &instance.catalog)
        }
        Effect::QuizStarted
        | Effect::QuestionAnswered { .. }
        | Effect::QuizFinished(_)
        | Effect::CopyPlan
        | Effect::RememberAnswers { .. }
        | Effect::ForgetAnswers
        | Effect::SnapshotChanged(_) => String::new(),
    };
    instance.emit.emit(HostMessage::Effect { effect, text });
}

/// Tells the host page about the first screen.
pub(super) fn announce(instance: &Instance, state: &State) {
    instance.emit.emit(HostMessage::Ready);
    match &state.phase {
        Phase::Outcome { outcome, .. } => instance.emit.emit(HostMessage::Restored(outcome.clone())),
        Phase::Quiz(_) if instance.snapshot.is_empty() => forward(Effect::QuizStarted, instance, state),
        Phase::Quiz(_) | Phase::Exploring { .. } | Phase::SharedOutcome(_) => {}
    }
}
