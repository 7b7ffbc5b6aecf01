//! Attaches warnings about a ladder, found by other means than reading, to their positions in its file.

use super::diagnostics::{Diagnostics, Problem, Span};
use super::positions;
use super::syntax::{self, Value, ValueKind};
use super::table::FORMAT;
use crate::ladder::{QuestionId, RungId};

/// An item of a ladder that a warning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LadderItem {
    /// An item of `rungs`.
    Rung(RungId),
    /// An item of `questions`.
    Question(QuestionId),
}

/// Turns warnings into problems, in the order of the file. `text` is the file that the ladder was read from.
#[must_use]
pub fn attach_warnings(text: &str, warnings: &[(LadderItem, String)]) -> Vec<Problem> {
    let text = syntax::without_byte_order_mark(text);
    let root = syntax::parse(text, FORMAT, &mut Diagnostics::default());
    let mut diagnostics = Diagnostics::default();
    for (item, message) in warnings {
        let span = root.as_ref().and_then(|root| span_of(root, *item)).unwrap_or_default();
        diagnostics.warn(span, message.as_str());
    }
    positions::locate(text, root.as_ref(), diagnostics)
}

fn span_of(root: &Value<'_>, item: LadderItem) -> Option<Span> {
    let (list, index) = match item {
        LadderItem::Rung(rung) => ("rungs", rung.index()),
        LadderItem::Question(question) => ("questions", question.index()),
    };
    let ValueKind::Object(members) = &root.kind else { return None };
    let ValueKind::List(items) = &members.iter().find(|member| member.name == list)?.value.kind else { return None };
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
        let problems: Vec<String> = attach_warnings(text, &warnings).iter().map(ToString::to_string).collect();
        assert_eq!(problems, ["2:3: warning: rungs[1]: hard to reach", "4:1: warning: questions[0]: never asked"]);
    }
}
