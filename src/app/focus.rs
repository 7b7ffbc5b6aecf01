//! The focus after an action. A browser drops it if the focused element leaves the page, so the widget sets it.

use crate::screens::{id, moves};
use career_ladder_core::ladder::RungId;
use career_ladder_core::state::{Action, Open, ResultPart, Section, State};

/// The target of the focus.
pub(super) enum Focus {
    /// The heading of the panel, which has something new to read.
    Panel,
    /// The heading of the details.
    Details,
    /// The button that starts the quiz.
    Start,
    /// The button of a rung.
    Rung(RungId),
    /// The button beside a rung's bar.
    About(RungId),
    /// The button of a move, by its index.
    Move(usize),
    /// The tab of a section.
    Section(Section),
    /// The tab of a part of the outcome.
    ResultPart(ResultPart),
    /// The selected option. Safari does not focus it by itself.
    Selected,
}

impl Focus {
    /// The target after an action, if the action moves the focus. `open` and `step` are the values before it; `is_about` says
    /// that the details were opened from a rung's bar, which is where closing them leads back to.
    pub(super) fn after(
        action: Action,
        open: Option<Open>,
        is_about: bool,
        step: Option<usize>,
        state: &State,
    ) -> Option<Self> {
        match action {
            Action::BackPressed if state.step_index().is_none() => Some(Self::Start),
            Action::ForgetPressed => state.outcome().is_none().then_some(Self::Start),
            Action::StartPressed => Some(Self::Panel),
            Action::RungPressed(rung) | Action::RungReached(rung) => Some(Self::Rung(rung)),
            Action::MoreMovesPressed => Some(Self::Move(moves::SHOWN_FIRST)),
            Action::AboutPressed(_) => Some(Self::Details),
            Action::TitleChosen(_) | Action::AnswerChosen(_) => Some(Self::Selected),
            Action::NextPressed | Action::SkipPressed | Action::BackPressed => {
                (state.step_index() != step).then_some(Self::Panel)
            }
            Action::DetailsClosed => open.map(|open| match open {
                Open::Rung(rung) if is_about => Self::About(rung),
                Open::Rung(rung) => Self::Rung(rung),
                Open::Move(item) => Self::Move(item.index()),
            }),
            Action::SectionChosen(section) => Some(Self::Section(section)),
            Action::ResultPartChosen(part) => Some(Self::ResultPart(part)),
            Action::UnfoldPressed
            | Action::MovePressed(_)
            | Action::TargetChosen(_)
            | Action::InitiativeTicked(_)
            | Action::LinkPressed(_)
            | Action::PlanPressed
            | Action::RememberPressed
            | Action::LadderToggled
            | Action::ExtraPressed(_)
            | Action::ResetPressed => None,
        }
    }

    /// The CSS selector of the target.
    pub(super) fn selector(self) -> String {
        match self {
            Self::Panel => ".panel h3".to_owned(),
            Self::Details => "#details-title".to_owned(),
            Self::Start => ".panel button".to_owned(),
            Self::Rung(rung) => id("#rung", rung.index()),
            Self::About(rung) => id("#about", rung.index()),
            Self::Move(index) => id("#move", index),
            Self::Section(section) => id("#section", section as usize),
            Self::ResultPart(part) => id("#part", part as usize),
            Self::Selected => ":checked".to_owned(),
        }
    }
}
