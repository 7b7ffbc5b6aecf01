//! The names and details of the messages to the host page, as JavaScript values.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::app::HostMessage;
use career_ladder_core::ladder::{Ladder, QuestionId};
use career_ladder_core::quiz::{Outcome, Verdict};
use career_ladder_core::state::{Effect, Extra, ShareChannel};

/// The name and the detail of a message.
pub(super) fn of(ladder: &Ladder, message: &HostMessage) -> (&'static str, JsValue) {
    match message {
        HostMessage::Ready => ("ready", of_ladder(ladder)),
        HostMessage::Drawn => ("drawn", JsValue::NULL),
        HostMessage::Restored(outcome) => ("restored", of_outcome(ladder, outcome)),
        HostMessage::Effect { effect, text } => of_effect(ladder, effect, text),
    }
}

fn of_effect(ladder: &Ladder, effect: &Effect, text: &str) -> (&'static str, JsValue) {
    match effect {
        Effect::QuizStarted => ("start", of_ladder(ladder)),
        Effect::QuestionAnswered { question, answer, index } => {
            ("answer", of_answer(ladder, *question, *answer, *index))
        }
        Effect::QuizFinished(outcome) => ("result", of_outcome(ladder, outcome)),
        Effect::ShareLink { channel, fragment } => of_link(ladder, *channel, fragment, text),
        Effect::CopyPlan => ("copyPlan", JsValue::NULL),
        Effect::RememberAnswers { fragment } => ("remember", fragment.into()),
        Effect::ForgetAnswers => ("remember", JsValue::NULL),
        Effect::OpenExtra { extra, own } => ("extra", of_extra(ladder, *extra, own, text)),
        Effect::SnapshotChanged(snapshot) => ("save", snapshot.into()),
    }
}

fn of_ladder(ladder: &Ladder) -> JsValue {
    object([("ladder", ladder.id.as_str().into())])
}

fn of_answer(ladder: &Ladder, question: QuestionId, answer: usize, index: usize) -> JsValue {
    let question = ladder.question(question);
    object([
        ("question", question.id.as_str().into()),
        ("answer", question.answer_id(answer).into()),
        ("index", index.into()),
    ])
}

/// The parts of a link, from which the page makes the address.
fn of_link(ladder: &Ladder, channel: ShareChannel, fragment: &str, text: &str) -> (&'static str, JsValue) {
    let (name, method) = match channel {
        ShareChannel::Copy => ("share", "copy"),
        ShareChannel::Share => ("share", "share"),
        ShareChannel::Mail => ("emailed", "email"),
    };
    let fields = [("method", method), ("fragment", fragment), ("title", &ladder.title), ("text", text)];
    (name, object(fields.map(|(name, value)| (name, value.into()))))
}

fn of_extra(ladder: &Ladder, extra: Extra, own: &str, text: &str) -> JsValue {
    let kind = match extra {
        Extra::Picture => "picture",
        Extra::Print => "print",
        Extra::Compare => "compare",
    };
    object(
        [("kind", kind), ("own", own), ("title", &ladder.title), ("text", text)]
            .map(|(name, value)| (name, value.into())),
    )
}

fn of_outcome(ladder: &Ladder, outcome: &Outcome) -> JsValue {
    let placement = &outcome.placement;
    let verdict = match placement.verdict {
        Verdict::Clear => "clear",
        Verdict::Between => "between",
        Verdict::Unclear => "unclear",
    };
    let stage = ladder.stage_of(placement.rung).map_or(JsValue::NULL, |stage| stage.id.as_str().into());
    let rungs = ladder.rungs.iter().zip(&outcome.probabilities);
    let profile = outcome.profile.iter();
    object([
        ("ladder", ladder.id.as_str().into()),
        ("rung", ladder.rung(placement.rung).id.as_str().into()),
        ("stage", stage),
        ("verdict", verdict.into()),
        ("confidence", placement.confidence.into()),
        ("probabilities", object(rungs.map(|(rung, &share)| (rung.id.as_str(), share.into())))),
        ("profile", object(profile.map(|s| (ladder.dimensions[s.dimension.index()].id.as_str(), s.level.into())))),
        ("asked", outcome.asked.into()),
    ])
}

fn object<'a>(fields: impl IntoIterator<Item = (&'a str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh plain object refuses no field.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
