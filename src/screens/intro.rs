//! Draws the invitation beside the ladder.

use super::ViewContext;
use super::blocks::button_row;
use super::stage;
use crate::catalog::Text;
use crate::element::{Element, Fragment, element, fragment, tag};
use career_ladder_core::ladder::Stage;
use career_ladder_core::state::Action;

/// The invitation, with the button that starts the quiz if there is one, and the stages of the ladder if it has any.
pub(crate) fn view(cx: ViewContext<'_>) -> Fragment {
    let has_quiz = cx.has_quiz();
    let explore = if has_quiz { Text::Explore } else { Text::ExploreOnly };
    let invitation = if has_quiz { invitation(cx) } else { fragment() };
    let stages = &cx.ladder().stages;
    let stages = (!stages.is_empty()).then(|| element("ul", "stages").children(stages.iter().map(view_stage)));
    invitation.child_opt(stages).child(cx.with_text(element("p", "explore"), explore))
}

/// The heading, a sentence, and the button.
fn invitation(cx: ViewContext<'_>) -> Fragment {
    fragment()
        .child(cx.with_text(element("h3", "explore"), Text::Invitation))
        .child(cx.with_text(element("p", "explore"), Text::InvitationText))
        .child(start(cx))
}

fn view_stage(stage: &Stage) -> Element {
    let name = tag("strong").text(&stage.name);
    tag("li").child_opt(stage::drawing(stage)).child(name).child(tag("span").text(&stage.summary))
}

/// The button that starts the quiz, with a hint beside it.
pub(crate) fn start(cx: ViewContext<'_>) -> Element {
    let start = cx.button(Action::StartPressed, Text::Start).attr("class", "main").attr("part", "start");
    button_row().child(start).child(cx.with_text(element("span", "start-hint"), Text::StartHint))
}
