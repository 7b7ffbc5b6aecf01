//! The names and details of the messages to the host page, as JavaScript values.

use js_sys::Object;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::app::HostMessage;
use career_ladder_core::ladder::{Ladder, QuestionId};
use career_ladder_core::quiz::{Outcome, Verdict};
use career_ladder_core::state::{Effect, Extra, ShareChannel};

/// The name and the detail of a message.
pub(super) fn of(ladder: &Ladder, message: &HostMessage) -> (&'static str, JsValue) {
    match message {
        HostMessage::Ready => ("ready", of_ladder(ladder)),
        HostMessage::Drawn => ("drawn", JsValue::NULL),
        HostMessage::Rendered { focus } => ("rendered", focus.into()),
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
    let detail = Object::new();
    set(&detail, "ladder", &*ladder.id);
    detail.into()
}

fn of_answer(ladder: &Ladder, question: QuestionId, answer: usize, index: usize) -> JsValue {
    let question = ladder.question(question);
    let detail = Object::new();
    set(&detail, "question", &*question.id);
    set(&detail, "answer", question.answer_id(answer));
    set(&detail, "index", index);
    detail.into()
}

/// The parts of a link, from which the page makes the address.
fn of_link(ladder: &Ladder, channel: ShareChannel, fragment: &str, text: &str) -> (&'static str, JsValue) {
    let (name, method) = match channel {
        ShareChannel::Copy => ("share", "copy"),
        ShareChannel::Share => ("share", "share"),
        ShareChannel::Mail => ("emailed", "email"),
    };
    let detail = Object::new();
    set(&detail, "method", method);
    set(&detail, "fragment", fragment);
    set(&detail, "title", &*ladder.title);
    set(&detail, "text", text);
    (name, detail.into())
}

fn of_extra(ladder: &Ladder, extra: Extra, own: &str, text: &str) -> JsValue {
    let kind = match extra {
        Extra::Picture => "picture",
        Extra::Print => "print",
        Extra::Compare => "compare",
    };
    let detail = Object::new();
    set(&detail, "kind", kind);
    set(&detail, "own", own);
    set(&detail, "title", &*ladder.title);
    set(&detail, "text", text);
    detail.into()
}

fn of_outcome(ladder: &Ladder, outcome: &Outcome) -> JsValue {
    let placement = &outcome.placement;
    let verdict = match placement.verdict {
        Verdict::Clear => "clear",
        Verdict::Between => "between",
        Verdict::Unclear => "unclear",
    };
    let (detail, probabilities, profile) = (Object::new(), Object::new(), Object::new());
    for (rung, &share) in ladder.rungs.iter().zip(&outcome.probabilities) {
        set(&probabilities, &rung.id, share);
    }
    for known in &outcome.profile {
        set(&profile, &ladder.dimensions[known.dimension.index()].id, known.level);
    }
    set(&detail, "ladder", &*ladder.id);
    set(&detail, "rung", &*ladder.rung(placement.rung).id);
    set(&detail, "stage", ladder.stage_of(placement.rung).map_or(JsValue::NULL, |stage| (&*stage.id).into()));
    set(&detail, "verdict", verdict);
    set(&detail, "confidence", placement.confidence);
    set(&detail, "probabilities", probabilities);
    set(&detail, "profile", profile);
    set(&detail, "asked", outcome.asked);
    detail.into()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    fn set_field(object: &Object, name: &str, value: &JsValue);
}

/// Sets a field of a plain object, which refuses none.
#[inline(never)]
fn set(object: &Object, name: &str, value: impl Into<JsValue>) {
    set_field(object, name, &value.into());
}
