//! Draws the ladder as a slim strip, for screens too small to hold the diagram beside a question.

use super::ViewContext;
use super::belief::{belief_fill, thousandths};
use crate::element::{Element, element, tag};
use career_ladder_core::ladder::{RungId, TrackId};

/// The strip, lowest rung first. Assistive technology skips it: the diagram and the outcome say the same in words.
pub(crate) fn view(cx: ViewContext<'_>, belief: Option<&[f64]>) -> Element {
    let mut rungs: Vec<RungId> = cx.loaded.layout.rungs().collect();
    rungs.reverse();
    let steps = rungs.iter().map(|rung| {
        let probability = belief.map(|belief| belief[rung.index()]);
        element("span", "step").child_opt(probability.map(belief_fill))
    });
    let marker = belief.map(|belief| element("span", "strip-marker").child(marker(&rungs, belief)));
    let first_track = cx.ladder().rungs_of_track(TrackId::default());
    let ends = [first_track[0], first_track[first_track.len() - 1]].map(|rung| tag("span").text(cx.title(rung)));
    element("div", "strip")
        .key("strip")
        .attr("aria-hidden", "true")
        .child(element("div", "steps").children(steps).child_opt(marker))
        .child(element("div", "ends").children(ends))
}

/// The marker at the mean step, weighted by `belief`. It is as wide as all steps together, so a share of its own width
/// moves it by the same share of the strip.
fn marker(rungs: &[RungId], belief: &[f64]) -> Element {
    let (mut sum, mut middle) = (0.0, 0.5);
    for rung in rungs {
        sum += belief[rung.index()] * middle;
        middle += 1.0;
    }
    let steps = middle - 0.5;
    tag("span").style(&["transform:translateX(calc(100% * ", &thousandths(sum / steps), "))"].concat())
}
