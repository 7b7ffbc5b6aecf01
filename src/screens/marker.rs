//! Where the reader is believed to stand: one marker that climbs beside the ladder.

use js_sys::Reflect;
use yew::NodeRef;

use super::id;
use crate::element::{Element, element};
use career_ladder_core::decimal::decimal;

/// The marker; [`settle`] moves it. The fills say the same in each rung, the words in the outcome.
pub(crate) fn view() -> Element {
    element("span", "marker").key("marker").attr("aria-hidden", "true")
}

/// Moves the marker to the middle of the belief: the mean height of the rungs, each as heavy as it is likely.
///
/// Only the page knows how high a row is, so this measures, once a step.
pub(crate) fn settle(frame: &NodeRef, belief: &[f64]) {
    let Some(frame) = frame.cast::<web_sys::Element>() else { return };
    let Ok(Some(marker)) = frame.query_selector(".marker") else { return };
    let (mut sum, mut weight) = (0.0, 0.0);
    for (place, share) in belief.iter().enumerate() {
        if let Ok(Some(rung)) = frame.query_selector(&id("#rung", place)) {
            let rect = rung.get_bounding_client_rect();
            if rect.height() > 0.0 {
                sum += share * (rect.y() + rect.height() / 2.0);
                weight += share;
            }
        }
    }
    if weight > 0.0 {
        let y = sum / weight - frame_top(&marker);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels below the box's top")]
        let style = ["display:block;transform:translateY(", &decimal(y.round() as usize), "px)"].concat();
        // Setting the style of an element cannot be refused, and a property is what a strict policy allows.
        let _ = Reflect::set(&marker, &"style".into(), &style.into());
    }
}

/// Where the box begins in which the marker moves.
fn frame_top(marker: &web_sys::Element) -> f64 {
    marker.parent_element().map_or(0.0, |body| body.get_bounding_client_rect().y())
}
