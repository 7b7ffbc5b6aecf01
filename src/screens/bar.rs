//! Draws a horizontal bar: the progress of the quiz, or the probability of a rung.

use crate::element::{Element, tag};
use career_ladder_core::decimal::decimal;

/// A bar that is filled to `done` per cent, 0 to 100.
pub(super) fn bar(done: usize) -> Element {
    let rect = |class, width: usize| tag("rect").attr("class", class).attr("width", decimal(width)).attr("height", "1");
    tag("svg")
        .attr("viewBox", "0 0 100 1")
        .attr("preserveAspectRatio", "none")
        .child(rect("track", 100))
        .child(rect("done", done))
}
