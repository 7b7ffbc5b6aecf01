//! The functions that the host page calls. They name a widget by its node.
//!
//! The page's scripts own the element, its shadow root, files and attributes; this module owns the apps. All widgets of a
//! page share one instance of the wasm. `www/program/binding.js` is the only caller.

mod detail;
#[cfg(target_arch = "wasm32")]
mod heap;
mod pool;

use std::rc::Rc;

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;
use yew::Callback;

use crate::app::{HostMessage, Instance, Message};
use crate::catalog::Catalog;
use career_ladder_core::ladder::unpack;
use career_ladder_core::state::{Action, Device, EffectKind, LoadedLadder};

#[wasm_bindgen]
extern "C" {
    /// The page's function that takes events and effects.
    pub type Emit;
    // The page lets no exception out of it.
    #[wasm_bindgen(method)]
    fn call(this: &Emit, receiver: &JsValue, name: &str, detail: &JsValue);
}

/// Builds a widget in a node, which is empty or was given back by [`unmount`]. Returns whether the bytes are a packed ladder.
///
/// The widget calls `emit(name, detail)` for every event, with `name` without its prefix. The page inserts the node after
/// `emit("ready")`. Whenever the screen is complete, `emit("rendered", selector)` names what gets the focus. Effects come as
/// `emit("share" | "emailed" | "copyPlan" | "remember" | "extra", detail)`, and [`finish_effect`] takes their results.
///
/// The arguments are positional, since an options object would cost an imported getter for each field. Texts come as they
/// are, and are copied here.
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
    node: &Element,
    ladder: &[u8],
    words: &JsValue,
    seed: &JsValue,
    starts_with_quiz: bool,
    snapshot: &JsValue,
    link: &JsValue,
    can_share: bool,
    is_remembered: Option<bool>,
    emit: Emit,
) -> bool {
    let Some(ladder) = unpack(ladder) else { return false };
    let loaded = Rc::new(LoadedLadder::new(ladder));
    let emit = Callback::from({
        let loaded = loaded.clone();
        move |message: HostMessage| {
            let (name, detail) = detail::of(&loaded.ladder, &message);
            emit.call(&JsValue::NULL, name, &detail);
        }
    });
    let (words, seed, snapshot, link) = (text(words), text(seed), text(snapshot), text(link));
    let catalog = Catalog::new(words, &loaded.ladder);
    let device = Device { can_share, is_remembered };
    pool::show(node, |key| Instance { key, loaded, seed, catalog, starts_with_quiz, snapshot, link, device, emit });
    true
}

/// A text of the page. As an argument of an exported function each one would take code on both sides.
#[inline(never)]
fn text(text: &JsValue) -> String {
    text.as_string().unwrap_or_default()
}

/// Takes in the result of an effect. `about` is `copy` or `share` for the link, `plan`, `remember` or `extra`; any other
/// value clears the last result. `is_done` is false if the browser refused. `text` is the address of the link, or the plan as
/// a checklist.
#[wasm_bindgen]
pub fn finish_effect(node: &Element, about: &JsValue, is_done: bool, text: &JsValue) {
    let kind = match &*self::text(about) {
        "copy" => Some(EffectKind::Copy),
        "share" => Some(EffectKind::Share),
        "plan" => Some(EffectKind::Plan),
        "remember" => Some(EffectKind::Remember),
        "extra" => Some(EffectKind::Extra),
        _ => None,
    };
    pool::send(node, Message::EffectFinished { kind, is_done, text: self::text(text) });
}

/// Takes a widget down. Its node may hold the next one.
#[wasm_bindgen]
pub fn unmount(node: &Element) {
    pool::clear(node);
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
