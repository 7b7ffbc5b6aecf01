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
    let Some(mean) = mean_height(&frame, belief) else { return };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels below the top of the box")]
    let y = mean.round() as usize;
    let style = ["display:block;transform:translateY(", &decimal(y), "px)"].concat();
    // A strict content security policy allows the property. Setting it cannot fail on an element.
    let _ = Reflect::set(&marker, &"style".into(), &style.into());
}

/// The weighted mean height of the rungs' middles below the top of the body; `None` if no rung is visible.
fn mean_height(frame: &Node, belief: &[f64]) -> Option<f64> {
    let (mut sum, mut weight) = (0.0, 0.0);
    for (index, probability) in belief.iter().enumerate() {
        if let Ok(Some(button)) = frame.query_selector(&id("#rung", index))
            && let Some(middle) = middle(&button)
        {
            sum += probability * middle;
            weight += probability;
        }
    }
    (weight > 0.0).then(|| sum / weight)
}

/// The middle of the rung with this button; `None` if it is hidden.
///
/// It is measured in the widget's own pixels, which `zoom` and `transform` of the page leave alone: a cell is placed in
/// the body, and the rung in its cell.
fn middle(button: &Node) -> Option<f64> {
    let rung: HtmlElement = button.parent_element()?.unchecked_into();
    let cell: HtmlElement = rung.parent_element()?.unchecked_into();
    let height = f64::from(rung.offset_height());
    (height > 0.0).then(|| f64::from(cell.offset_top() + rung.offset_top()) + height / 2.0)
}
