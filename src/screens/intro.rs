//! Draws the invitation beside the ladder.

use super::ViewContext;
use super::blocks::button_row;
use crate::catalog::Text;
use crate::element::{Element, Fragment, element, fragment, tag};
use career_ladder_core::state::Action;

/// The invitation, with the button that starts the quiz if there is one, and the stages of the ladder.
pub(crate) fn view(cx: ViewContext<'_>) -> Fragment {
    let has_quiz = cx.has_quiz();
    let invitation = if has_quiz { Text::Explore } else { Text::ExploreOnly };
    let stages = cx.ladder().stages.iter().fold(element("dl", "stages"), |list, stage| {
        list.child(tag("dt").text(&stage.name)).child(tag("dd").text(&stage.summary))
    });
    let start = has_quiz.then(|| start(cx));
    fragment().child(cx.with_text(element("p", "explore"), invitation)).child_opt(start).child(stages)
}

/// The button that starts the quiz, with a hint beside it.
pub(crate) fn start(cx: ViewContext<'_>) -> Element {
    let start = cx.button(Action::StartPressed, Text::Start).attr("class", "main").attr("part", "start");
    button_row().child(start).child(cx.with_text(element("span", "start-hint"), Text::StartHint))
}
