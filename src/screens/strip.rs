//! The ladder as a slim strip, for screens too small to hold it beside a question.

use super::ViewContext;
use super::diagram::{fill, thousandths};
use crate::element::{Element, element, tag};
use career_ladder_core::ladder::{RungId, TrackId};

/// What it shows is said in words elsewhere, so it is hidden from assistive technology.
pub(crate) fn view(cx: ViewContext<'_>, belief: Option<&[f64]>) -> Element {
    let ladder = &cx.loaded.ladder;
    let mut rungs: Vec<RungId> = cx.loaded.layout.rungs().collect();
    rungs.reverse();
    let steps =
        rungs.iter().map(|rung| element("span", "step").child_opt(belief.map(|belief| fill(belief[rung.index()]))));
    let marker = belief.map(|belief| element("span", "strip-marker").child(middle(&rungs, belief)));
    let main = ladder.rungs_of_track(TrackId::default());
    let ends = [main[0], main[main.len() - 1]].map(|rung| tag("span").text(&ladder.rung(rung).title));
    element("div", "strip")
        .key("strip")
        .attr("aria-hidden", "true")
        .child(element("div", "steps").children(steps).child_opt(marker))
        .child(element("div", "ends").children(ends))
}

/// The marker at the mean of the steps, each as heavy as it is likely. It is as wide as they are
/// together, so that a share of its width is a share of the way.
fn middle(rungs: &[RungId], belief: &[f64]) -> Element {
    let (mut sum, mut step) = (0.0, 0.5);
    for rung in rungs {
        sum += belief[rung.index()] * step;
        step += 1.0;
    }
    let share = thousandths(sum / (step - 0.5));
    tag("span").style(&["transform:translateX(calc(100% * ", &share, "))"].concat())
}
