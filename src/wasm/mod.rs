//! The functions that the host page calls. They name a widget by its node.
//!
//! The page's scripts own the element, its shadow root, files and attributes; this module owns the apps. All widgets of a
//! page share one instance of the wasm. `www/program/binding.js` is the only caller.

mod detail;
#[cfg(target_arch = "wasm32")]
mod heap;
mod pool;

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;
use yew::Callback;

use crate::app::{HostMessage, Instance, Message};
use crate::catalog::Catalog;
use career_ladder_core::ladder::unpack;
use career_ladder_core::state::{Action, Device, EffectKind, LoadedLadder};

/// Builds a widget in a node of its own, and returns the node; `None` if the bytes are no packed ladder.
///
/// The widget calls `emit(name, detail)` for every event, with `name` without its prefix. The page inserts the node after
/// `emit("ready")`. Effects come as `emit("share" | "emailed" | "copyPlan" | "remember" | "extra", detail)`, and [`finish_effect`] takes
/// their results.
///
/// The arguments are positional, since an options object would cost an imported getter for each field.
///
/// - The `words` are a packed catalog in the language of the ladder, or empty for English ones.
/// - The `seed` fixes the order of the options.
/// - With `starts_with_quiz`, a reader without answers sees the first question.
/// - The `snapshot` is the last one from `emit("save", snapshot)`, or empty.
/// - The `link` is the fragment of the page's address if it may be a private link, or empty.
/// - With `can_share`, the device has a share sheet.
/// - With `is_remembered`, answers are stored beyond the session. It is `undefined` if the site owner does not offer that.
#[must_use]
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "an options object would cost an imported getter for each field")]
pub fn mount(
    ladder: &[u8],
    words: String,
    seed: String,
    starts_with_quiz: bool,
    snapshot: String,
    link: String,
    can_share: bool,
    is_remembered: Option<bool>,
    emit: Function,
) -> Option<Element> {
    let loaded = Rc::new(LoadedLadder::new(unpack(ladder)?));
    let emit = Callback::from({
        let loaded = loaded.clone();
        move |message: HostMessage| {
            let (name, detail) = detail::of(&loaded.ladder, &message);
            // An error in a listener of the page is the page's concern.
            let _ = emit.call2(&JsValue::NULL, &name.into(), &detail);
        }
    });
    let catalog = Catalog::new(words, &loaded.ladder);
    let device = Device { can_share, is_remembered };
    Some(pool::take(|key| Instance { key, loaded, seed, catalog, starts_with_quiz, snapshot, link, device, emit }))
}

/// Takes in the result of an effect. `about` is `copy` or `share` for the link, `plan`, `remember` or `extra`; any other
/// value clears the last result. `is_done` is false if the browser refused. `text` is the address of the link, or the plan as
/// a checklist.
#[wasm_bindgen]
pub fn finish_effect(node: &Element, about: &str, is_done: bool, text: String) {
    let kind = match about {
        "copy" => Some(EffectKind::Copy),
        "share" => Some(EffectKind::Share),
        "plan" => Some(EffectKind::Plan),
        "remember" => Some(EffectKind::Remember),
        "extra" => Some(EffectKind::Extra),
        _ => None,
    };
    pool::send(node, Message::EffectFinished { kind, is_done, text });
}

/// Takes a widget down, and keeps its node for the next one.
#[wasm_bindgen]
pub fn unmount(node: &Element) {
    pool::give_back(node);
}

/// Starts or resumes the quiz.
#[wasm_bindgen]
pub fn begin(node: &Element) {
    pool::send(node, Message::Act(Action::StartPressed));
}

/// Returns to the ladder and drops all answers.
#[wasm_bindgen]
pub fn reset(node: &Element) {
    pool::send(node, Message::Act(Action::ResetPressed));
}

/// Renders the rest of the screen. The page calls it once the browser has painted the question of `emit("drawn")`.
#[wasm_bindgen]
pub fn painted(node: &Element) {
    pool::send(node, Message::Painted);
}

/// Positions the marker anew. The page calls it when the box of the widget has another size.
#[wasm_bindgen]
pub fn resized(node: &Element) {
    pool::send(node, Message::Resized);
}
