//! The invitation beside the ladder.

use super::Scene;
use crate::element::{Tag, button, part, tag};
use career_ladder_core::state::Action;

pub(crate) fn view(scene: Scene<'_>, panel: Tag) -> Tag {
    let (words, ladder) = (scene.words, &scene.course.ladder);
    let stages = ladder.stages.iter().fold(part("dl", "stages"), |list, stage| {
        list.with(tag("dt").say(&stage.name)).with(tag("dd").say(&stage.summary))
    });
    if scene.course.bank.is_empty() {
        return panel.with(part("p", "explore").say(words.explore_only)).with(stages);
    }
    panel.with(part("p", "explore").say(words.explore)).with(start(scene)).with(stages)
}

/// The way into the quiz, and what it costs.
pub(crate) fn start(scene: Scene<'_>) -> Tag {
    let words = scene.words;
    let start = button(scene.send, Action::StartPressed).set("class", "main").set("part", "start").say(words.start);
    part("div", "actions").with(start).with(part("span", "start-hint").say(words.cost))
}
