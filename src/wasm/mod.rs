//! What the loader calls: widgets by the node they live in.
//!
//! The loader owns the page side (element, shadow root, files, attributes); this module owns the
//! apps. All widgets of a page share one instance of the wasm.

mod detail;
#[cfg(target_arch = "wasm32")]
mod heap;
mod pool;

use js_sys::Function;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;
use yew::Callback;

use crate::app::{Heard, Instance, Message};
use crate::catalog::ENGLISH;
use career_ladder_core::ladder::unpack;
use career_ladder_core::state::{Action, EffectKind, LoadedLadder, ShareStatus};

/// Builds a widget in a node of its own and gives the node; the caller puts it on the page once
/// `hear("ready")` was called. `hear(name, detail)` is called for every event, `name` without its prefix.
///
/// `ladder` is a packed ladder file; nothing is built from anything else. `seed` fixes the order
/// of answers, `quiz` starts with the first question. `kept` is what `hear("kept", …)` gave last, or empty, and `link` the
/// fragment of the page's address if that may be a link to answers.
///
/// `shares` says whether the device offers ways to share, `remembered` whether answers are kept for longer, or nothing if
/// that is not to be offered. What the reader asks of the browser comes as `hear("share" | "mailed" | "copy" |
/// "remember", …)`; [`finish_effect`] says what came of it.
#[must_use]
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "an object would have to be taken apart with as many names")]
pub fn mount(
    ladder: &[u8],
    seed: &str,
    quiz: bool,
    kept: String,
    link: String,
    shares: bool,
    remembered: Option<bool>,
    hear: Function,
) -> Option<Element> {
    let loaded = LoadedLadder::new(unpack(ladder)?, seed.to_owned());
    let heard = Callback::from({
        let loaded = loaded.clone();
        move |heard| {
            let (name, detail) = match &heard {
                Heard::Ready => ("ready", detail::ready(&loaded.ladder)),
                Heard::Drawn => ("drawn", JsValue::NULL),
                Heard::Event(event) => detail::event(&loaded.ladder, event),
                Heard::Link { way, fragment, text } => detail::link(&loaded.ladder, *way, fragment, text),
                Heard::Plan(text) => ("copy", text.into()),
                Heard::Remember(wanted) => ("remember", (*wanted).into()),
                Heard::Kept(kept) => ("kept", kept.into()),
                Heard::Restored(outcome) => ("restored", detail::result(&loaded.ladder, outcome)),
            };
            // What the page's own listeners throw is the page's own affair.
            let _ = hear.call2(&JsValue::NULL, &name.into(), &detail);
        }
    });
    let share_status = ShareStatus { shares, remembered, ..ShareStatus::default() };
    Some(pool::take(|key| Instance { key, loaded, words: &ENGLISH, quiz, kept, link, share_status, hear: heard }))
}

/// Says what came of what the reader asked of the browser: `about` is `copy` or `share` (the link), `plan` or `remember`,
/// and anything else if they thought better of it; `done` is false where it was refused. `address` is the link that was made.
#[wasm_bindgen]
pub fn finish_effect(node: &Element, about: &str, done: bool, address: String) {
    let kind = match about {
        "copy" => Some(EffectKind::Copy),
        "share" => Some(EffectKind::Share),
        "plan" => Some(EffectKind::Plan),
        "remember" => Some(EffectKind::Remember),
        _ => None,
    };
    pool::send(node, Message::Told(kind, done, address));
}

/// Takes a widget down and keeps its node for the next one.
#[wasm_bindgen]
pub fn unmount(node: &Element) {
    pool::give_back(node);
}

/// Goes to the first question.
#[wasm_bindgen]
pub fn begin(node: &Element) {
    pool::send(node, Message::Act(Action::StartPressed));
}

/// Goes back to the ladder and drops every answer.
#[wasm_bindgen]
pub fn reset(node: &Element) {
    pool::send(node, Message::Act(Action::ResetPressed));
}

/// To be called once the browser has painted what `hear("drawn")` told of.
#[wasm_bindgen]
pub fn painted(node: &Element) {
    pool::send(node, Message::Painted);
}

/// To be called when the widget's box has another size.
#[wasm_bindgen]
pub fn resized(node: &Element) {
    pool::send(node, Message::Act(Action::Resized));
}
