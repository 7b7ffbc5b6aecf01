//! The answers that moved the outcome most, in the reader's own choice of words.

use super::super::details;
use super::{ViewContext, title};
use crate::element::{Element, tag};
use career_ladder_core::quiz::Outcome;

pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome, panel: Element) -> Element {
    let ladder = &cx.loaded.ladder;
    let [best, second] = [outcome.placement.rung, outcome.placement.runner_up].map(|rung| title(cx, rung));
    let evidence = outcome.evidence.iter().map(|evidence| {
        let question = ladder.question(evidence.response.question);
        let dimension = ladder.dimensions.get(question.about.index());
        let (for_, against) = if evidence.shift >= 0.0 { (best, second) } else { (second, best) };
        cx.words.evidence(dimension, &question.answers[evidence.response.answer].say, for_, against)
    });
    let evidence: Vec<String> = evidence.collect();
    if evidence.is_empty() {
        return panel;
    }
    panel.child(tag("h4").text(cx.words.evidence)).child(details::list(&evidence))
}
