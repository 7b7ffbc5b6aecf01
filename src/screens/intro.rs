//! The invitation beside the ladder.

use super::ViewContext;
use crate::element::{Element, button, element, tag};
use career_ladder_core::state::Action;

pub(crate) fn view(cx: ViewContext<'_>, panel: Element) -> Element {
    let (words, ladder) = (cx.words, &cx.loaded.ladder);
    let stages = ladder.stages.iter().fold(element("dl", "stages"), |list, stage| {
        list.child(tag("dt").text(&stage.name)).child(tag("dd").text(&stage.summary))
    });
    if cx.loaded.bank.is_empty() {
        return panel.child(element("p", "explore").text(words.explore_only)).child(stages);
    }
    panel.child(element("p", "explore").text(words.explore)).child(start(cx)).child(stages)
}

/// The way into the quiz, and what it costs.
pub(crate) fn start(cx: ViewContext<'_>) -> Element {
    let words = cx.words;
    let start = button(cx.send, Action::StartPressed).attr("class", "main").attr("part", "start").text(words.start);
    element("div", "actions").child(start).child(element("span", "start-hint").text(words.cost))
}
