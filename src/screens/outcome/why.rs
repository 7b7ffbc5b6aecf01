//! Draws the reasons for an outcome: the answers that moved it most, in the words of the options that the reader selected.

use super::super::blocks::{button_row, list};
use super::super::guide;
use super::{ViewContext, heading};
use crate::catalog::Text;
use crate::element::{Element, Fragment, fragment};
use career_ladder_core::gather::Gather as _;
use career_ladder_core::ladder::{DimensionId, RungId};
use career_ladder_core::quiz::{Evidence, Outcome, Placement, Verdict};
use career_ladder_core::state::Action;

/// What distinguishes the two rungs, the reasons, and the title's effect if it had one. If the outcome `is_own`, the reader can change an answer.
pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome, is_own: bool) -> Fragment {
    let change = || button_row().child(cx.button(Action::BackPressed, Text::ChangeAnswer));
    differences(cx, &outcome.placement)
        .child_opt(reasons(cx, outcome))
        .child_opt(title_effect(cx, outcome))
        .child_opt((outcome.answered > 0).then(|| cx.secondary(&cx.catalog.basis(outcome.answered))))
        .child_opt(is_own.then(change))
        .child_opt(guide::about(cx))
        .child_opt(guide::view(cx))
}

/// The areas in which the two rungs of an outcome between them differ.
fn differences(cx: ViewContext<'_>, placement: &Placement) -> Fragment {
    let Placement { verdict, rung, runner_up, .. } = *placement;
    let mut differences = fragment();
    for &(more, less) in &[(rung, runner_up), (runner_up, rung)] {
        let areas = asked_more(cx, more, less);
        if verdict == Verdict::Between && !areas.is_empty() {
            differences = differences.child(cx.secondary(&cx.catalog.asks_more(cx.title(more), &areas)));
        }
    }
    differences
}

/// The names of the dimensions in which one rung requires a higher level than another; empty if it does in all of them, which
/// would tell the reader nothing.
fn asked_more(cx: ViewContext<'_>, more: RungId, less: RungId) -> Vec<&str> {
    let required = |rung, index| cx.loaded.quiz.required_level(rung, DimensionId::new(index));
    let mut names = Vec::new();
    for (index, dimension) in cx.ladder().dimensions.iter().enumerate() {
        if required(more, index) > required(less, index) {
            names.push(&*dimension.name);
        }
    }
    if names.len() == cx.ladder().dimensions.len() {
        names.clear();
    }
    names
}

/// The answers as sentences; `None` if the outcome names no rung, or if no answer moved it.
fn reasons(cx: ViewContext<'_>, outcome: &Outcome) -> Option<Element> {
    let sentences = outcome.evidence.iter().filter_map(|evidence| sentence(cx, outcome, evidence));
    let sentences: Vec<String> = sentences.gather();
    let names_rung = outcome.placement.verdict != Verdict::Unclear;
    (names_rung && !sentences.is_empty()).then(|| cx.in_own_language(list(&sentences)))
}

/// `None` for a question that does not apply to the reader.
fn sentence(cx: ViewContext<'_>, outcome: &Outcome, evidence: &Evidence) -> Option<String> {
    let [best, second] = [outcome.placement.rung, outcome.placement.runner_up].map(|rung| cx.title(rung));
    let question = cx.ladder().question(evidence.response.question);
    let dimension = cx.ladder().dimensions.get(question.about.index());
    let answer = &question.answers.get(evidence.response.answer)?.say;
    let (supports, opposes) = if evidence.shift >= 0.0 { (best, second) } else { (second, best) };
    Some(cx.catalog.evidence(dimension, answer, supports, opposes))
}

/// The outcome without the title, as a sentence; `None` if it would be the same.
fn title_effect(cx: ViewContext<'_>, outcome: &Outcome) -> Option<Element> {
    let without = outcome.without_title.filter(|_| outcome.title_counted())?;
    Some(cx.secondary(&cx.catalog.title_effect(&heading(cx.catalog, cx.ladder(), (&without).into()))))
}
