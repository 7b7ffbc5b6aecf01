//! The details of the events that go out, as plain objects.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::{Outcome, Verdict};
use career_ladder_core::state::{Event, ShareChannel};

/// The detail of `ladder-ready`.
pub(super) fn ready(ladder: &Ladder) -> JsValue {
    object([("ladder", ladder.id.as_str().into())])
}

/// Name and detail of what happened.
pub(super) fn event(ladder: &Ladder, event: &Event) -> (&'static str, JsValue) {
    match event {
        Event::Started => ("start", ready(ladder)),
        Event::Answered { question, answer, index } => {
            let question = ladder.question(*question);
            let detail = object([
                ("question", question.id.as_str().into()),
                ("answer", question.answers[*answer].id.as_str().into()),
                ("index", (*index).into()),
            ]);
            ("answer", detail)
        }
        Event::Finished(outcome) => ("result", result(ladder, outcome)),
    }
}

/// What the page's side needs to send a link.
pub(super) fn link(ladder: &Ladder, way: ShareChannel, fragment: &str, text: &str) -> (&'static str, JsValue) {
    let (name, method) = match way {
        ShareChannel::Copy => ("share", "copy"),
        ShareChannel::Share => ("share", "share"),
        ShareChannel::Mail => ("mailed", "email"),
    };
    let fields = [("method", method), ("fragment", fragment), ("title", &ladder.title), ("text", text)];
    (name, object(fields.map(|(name, value)| (name, value.into()))))
}

/// Where the reader was placed.
pub(super) fn result(ladder: &Ladder, outcome: &Outcome) -> JsValue {
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
        // Setting a field of a fresh plain object cannot be refused.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
