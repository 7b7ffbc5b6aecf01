//! Attaches warnings about a ladder, found by other means than reading, to their positions in its file.

use super::decode::Decoder;
use super::diagnostics::{Diagnostics, Problem, Span};
use super::extends::{Chain, Source};
use super::syntax::{Value, ValueKind};
use crate::ladder::{QuestionId, RungId};

/// An item of a ladder that a warning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LadderItem {
    /// An item of `rungs`.
    Rung(RungId),
    /// An item of `questions`.
    Question(QuestionId),
}

/// Turns warnings into problems, in the order of the files. `sources` are the files that the ladder was read from, the base
/// first.
#[must_use]
pub fn attach_warnings(sources: &[Source<'_>], warnings: &[(LadderItem, String)]) -> Vec<Problem> {
    let chain = Chain::parse(sources, &mut Diagnostics::default());
    let root = chain.merge(&mut Decoder::default());
    let mut diagnostics = Diagnostics::default();
    for (item, message) in warnings {
        let span = root.as_ref().and_then(|root| span_of(root, *item)).unwrap_or_default();
        diagnostics.warn(span, message.as_str());
    }
    chain.locate(diagnostics)
}

fn span_of(root: &Value<'_>, item: LadderItem) -> Option<Span> {
    let (list, index) = match item {
        LadderItem::Rung(rung) => ("rungs", rung.index()),
        LadderItem::Question(question) => ("questions", question.index()),
    };
    let ValueKind::List(items) = &root.member(list)?.value.kind else { return None };
    items.get(index).map(|item| item.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_have_the_positions_of_their_items() {
        let text = "\u{feff}{ \"rungs\": [ {},\n  {} ],\n  \"questions\": [\n{}] }";
        let warnings = [
            (LadderItem::Question(QuestionId::new(0)), "never asked".to_owned()),
            (LadderItem::Rung(RungId::new(1)), "hard to reach".to_owned()),
        ];
        let problems: Vec<String> =
            attach_warnings(&[Source { name: "", text }], &warnings).iter().map(ToString::to_string).collect();
        assert_eq!(problems, ["2:3: warning: rungs[1]: hard to reach", "4:1: warning: questions[0]: never asked"]);
    }
}
