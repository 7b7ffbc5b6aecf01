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

use crate::ladder::unpack;
use crate::state::{Action, Course};
use crate::view::{ENGLISH, Heard, Instance};

/// Builds a widget in a node of its own and gives the node; the caller puts it on the page once
/// `hear("ready")` was called. `hear(name, detail)` is called for every event, `name` without its prefix.
///
/// `ladder` is a packed ladder file; nothing is built from anything else. `seed` fixes the order
/// of answers, `quiz` starts with the first question. `kept` is what `hear("kept", …)` gave last, or empty.
/// `link` is the fragment of a private link, or empty; `shares` says whether the browser can share; `remembered` whether
/// answers outlive the session, or nothing where that is not offered.
#[must_use]
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "one call across the border is the smallest")]
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
    let _ = (link, shares, remembered);
    let course = Course::new(unpack(ladder)?, seed.to_owned());
    let heard = Callback::from({
        let course = course.clone();
        move |heard| {
            let (name, detail) = match &heard {
                Heard::Ready => ("ready", detail::ready(&course.ladder)),
                Heard::Event(event) => detail::event(&course.ladder, event),
                Heard::Kept(kept) => ("kept", kept.into()),
                Heard::Restored(outcome) => ("restored", detail::result(&course.ladder, outcome)),
            };
            // What the page's own listeners throw is the page's own affair.
            let _ = hear.call2(&JsValue::NULL, &name.into(), &detail);
        }
    });
    Some(pool::take(|key| Instance { key, course, words: &ENGLISH, quiz, kept, hear: heard }))
}

/// Takes a widget down and keeps its node for the next one.
#[wasm_bindgen]
pub fn unmount(node: &Element) {
    pool::give_back(node);
}

/// Goes to the first question.
#[wasm_bindgen]
pub fn begin(node: &Element) {
    pool::send(node, Action::StartPressed);
}

/// Goes back to the ladder and drops every answer.
#[wasm_bindgen]
pub fn reset(node: &Element) {
    pool::send(node, Action::ResetPressed);
}

/// Tells how something went that was asked for by `hear`.
#[wasm_bindgen]
pub fn told(node: &Element, about: &str, ok: bool, url: String) {
    let _ = (node, about, ok, url);
}

/// To be called when the widget's box has another size.
#[wasm_bindgen]
pub fn resized(node: &Element) {
    pool::send(node, Action::Resized);
}
