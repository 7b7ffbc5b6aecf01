//! Warnings about a ladder that come from elsewhere, each put where it belongs in the file.

use super::found::Findings;
use super::json::{Kind, Value};
use super::{Problem, json, locate};
use crate::ladder::{QuestionId, RungId};

/// A part of a ladder that stands in one place of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A rung.
    Rung(RungId),
    /// A question.
    Question(QuestionId),
}

/// The warnings as problems of the file with this text, in its order. The file is one that was read without errors.
#[must_use]
pub fn warnings(text: &str, warnings: &[(Part, String)]) -> Vec<Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let root = json::parse(text, &mut Findings::default());
    let mut found = Findings::default();
    for (part, message) in warnings {
        found.warn(root.as_ref().and_then(|root| at(root, *part)).unwrap_or_default(), message.as_str());
    }
    locate::problems(text, root.as_ref(), found.list)
}

/// Where a part begins.
fn at(root: &Value<'_>, part: Part) -> Option<usize> {
    let (list, place) = match part {
        Part::Rung(rung) => ("rungs", rung.index()),
        Part::Question(question) => ("questions", question.index()),
    };
    let Kind::Object(members) = &root.kind else { return None };
    let Kind::List(items) = &members.iter().find(|member| member.name == list)?.value.kind else { return None };
    items.get(place).map(|item| item.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_stand_where_their_part_stands() {
        let text = "{ \"rungs\": [ {},\n  {} ],\n  \"questions\": [\n{}] }";
        let found =
            [(Part::Question(QuestionId::new(0)), "never".to_owned()), (Part::Rung(RungId::new(1)), "hard".to_owned())];
        let shown: Vec<String> = warnings(text, &found).iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["2:3: warning: rungs[1]: hard", "4:1: warning: questions[0]: never"]);
    }
}
