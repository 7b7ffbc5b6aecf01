//! The reader's position in the widget, and the effect of each action on it. No Yew, no browser.
//!
//! The flow is one way. A screen sends an [`Action`], [`State::update`] changes the [`State`] and returns the [`Effect`]s,
//! and the app forwards these to the host page. If the page reports the result of an effect, the app passes it to
//! [`State::finish_effect`].

mod action;
mod effect;
mod loaded_ladder;
mod plan_choices;
mod quiz_progress;
mod result_part;
mod section;
mod share_status;
mod shared_outcome;
mod snapshot;
#[expect(clippy::module_inception, reason = "the file is named for its type, like its neighbors")]
mod state;
mod update;

pub use action::Action;
pub use effect::{Effect, EffectKind, Extra, ShareChannel};
pub use loaded_ladder::LoadedLadder;
pub use plan_choices::PlanChoices;
pub use quiz_progress::{AskedQuestion, QuizProgress, QuizStep};
pub use result_part::ResultPart;
pub use section::Section;
pub use share_status::ShareStatus;
pub use state::{Device, Notice, Open, Phase, SharedOutcome, State};

#[cfg(test)]
mod tests;
