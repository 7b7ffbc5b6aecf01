//! Draws the answers that moved the outcome most, in the words of the options that the reader selected.

use super::ViewContext;
use super::list;
use crate::catalog::Text;
use crate::element::{Fragment, fragment};
use career_ladder_core::quiz::{Evidence, Outcome};

/// The answers as sentences; empty if no answer moved the outcome.
pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome) -> Fragment {
    let sentences: Vec<String> =
        outcome.evidence.iter().filter_map(|evidence| sentence(cx, outcome, evidence)).collect();
    if sentences.is_empty() {
        return fragment();
    }
    fragment().child(cx.heading(Text::Evidence)).child(cx.in_own_language(list(&sentences)))
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
