//! Draws a horizontal bar: the progress of the quiz, or a level in the profile.

use crate::element::{Element, tag};
use career_ladder_core::decimal::decimal;

/// A bar that is filled to `done` per cent, with a mark at `mark` per cent. Both are 0 to 100.
pub(super) fn bar(done: usize, mark: Option<usize>) -> Element {
    let rect = |class, x: usize, width: usize| {
        tag("rect").attr("class", class).attr("x", decimal(x)).attr("width", decimal(width)).attr("height", "1")
    };
    // The mark is 1 wide, so at 100 it would be outside.
    let mark = mark.map(|mark| rect("mark", mark.min(99), 1));
    tag("svg")
        .attr("viewBox", "0 0 100 1")
        .attr("preserveAspectRatio", "none")
        .child(rect("track", 0, 100))
        .child(rect("done", 0, done))
        .child_opt(mark)
}
