//! The answers that moved the outcome most, in the reader's own choice of words.

use super::super::details;
use super::{Scene, title};
use crate::element::{Tag, tag};
use career_ladder_core::quiz::Outcome;

pub(super) fn view(scene: Scene<'_>, outcome: &Outcome, panel: Tag) -> Tag {
    let ladder = &scene.course.ladder;
    let [best, second] = [outcome.placement.rung, outcome.placement.runner_up].map(|rung| title(scene, rung));
    let reasons = outcome.reasons.iter().map(|reason| {
        let question = ladder.question(reason.given.question);
        let dimension = ladder.dimensions.get(question.about.index());
        let (for_, against) = if reason.shift >= 0.0 { (best, second) } else { (second, best) };
        scene.words.reason(dimension, &question.answers[reason.given.answer].say, for_, against)
    });
    let reasons: Vec<String> = reasons.collect();
    if reasons.is_empty() {
        return panel;
    }
    panel.with(tag("h4").say(scene.words.reasons)).with(details::list(&reasons))
}
