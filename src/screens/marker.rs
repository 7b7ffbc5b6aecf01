//! Draws one marker beside the ladder, at the mean height of the belief about the reader's rung.

use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as Node, HtmlElement};
use yew::NodeRef;

use super::id;
use crate::element::{Element, element};
use career_ladder_core::decimal::decimal;

/// The marker; [`position_marker`] moves it. Assistive technology skips it: the outcome says the same in words.
pub(crate) fn view() -> Element {
    element("span", "marker").key("marker").attr("aria-hidden", "true")
}

/// Moves the marker to the mean height of the rungs, weighted by their probabilities in `belief`.
///
/// Only the browser knows the height of a row, so this measures the page, once for each change.
pub(crate) fn position_marker(frame: &NodeRef, belief: &[f64]) {
    let Some(frame) = frame.cast::<Node>() else { return };
    let Ok(Some(marker)) = frame.query_selector(".marker") else { return };
    let (Some(mean), Some(body)) = (mean_height(&frame, belief), marker.parent_element()) else { return };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels below the top of the box")]
    let y = below_top(mean, &body.unchecked_into()).round() as usize;
    let style = ["display:block;transform:translateY(", &decimal(y), "px)"].concat();
    // A strict content security policy allows the property. Setting it cannot fail on an element.
    let _ = Reflect::set(&marker, &"style".into(), &style.into());
}

/// The weighted mean height of the rungs' middles, in pixels of the viewport; `None` if no rung is visible.
fn mean_height(frame: &Node, belief: &[f64]) -> Option<f64> {
    let (mut sum, mut weight) = (0.0, 0.0);
    for (index, probability) in belief.iter().enumerate() {
        if let Ok(Some(rung)) = frame.query_selector(&id("#rung", index)) {
            let rect = rung.get_bounding_client_rect();
            if rect.height() > 0.0 {
                sum += probability * (rect.y() + rect.height() / 2.0);
                weight += probability;
            }
        }
    }
    (weight > 0.0).then(|| sum / weight)
}

/// The distance of a height in the viewport from the top of a box, in the box's own pixels, which `zoom` and `transform` of
/// the page leave alone.
fn below_top(height: f64, body: &HtmlElement) -> f64 {
    let rect = body.get_bounding_client_rect();
    (height - rect.y()) / rect.height() * f64::from(body.offset_height())
}
