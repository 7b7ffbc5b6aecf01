//! Draws the ladder as a slim strip, for screens too small to hold the diagram beside a question.

use super::belief::{belief_fill, thousandths};
use super::{ViewContext, yes_no};
use crate::catalog::Text;
use crate::element::{Element, button, element, tag};
use career_ladder_core::ladder::{RungId, TrackId};
use career_ladder_core::state::Action;

/// The strip, lowest rung first. Assistive technology skips it: the diagram and the outcome say the same in words. With an
/// outcome it is a button that shows the ladder in its place.
pub(crate) fn view(cx: ViewContext<'_>, belief: Option<&[f64]>) -> Element {
    let mut rungs = cx.loaded.layout.rungs();
    rungs.reverse();
    let placement = cx.state.outcome().map(|outcome| &outcome.placement);
    let steps = rungs.iter().map(|&rung| {
        let probability = belief.map(|belief| belief[rung.index()]);
        let is_named = placement.is_some_and(|placement| placement.names(rung));
        element("span", "step").attr("data-named", yes_no(is_named)).child_opt(probability.map(belief_fill))
    });
    let marker = belief.map(|belief| element("span", "strip-marker").child(marker(&rungs, belief)));
    let steps = element("span", "steps").attr("aria-hidden", "true").children(steps).child_opt(marker);
    let (strip, below) = match placement {
        Some(_) => (button(cx.send, Action::LadderToggled), toggle(cx)),
        None => (tag("div"), ends(cx)),
    };
    strip.key("strip").attr("class", "strip").child(steps).child(below)
}

/// The titles at both ends of the first track.
fn ends(cx: ViewContext<'_>) -> Element {
    let first_track = cx.ladder().rungs_of_track(TrackId::default());
    let ends = [first_track[0], first_track[first_track.len() - 1]].map(|rung| tag("span").text(cx.title(rung)));
    element("span", "ends").attr("aria-hidden", "true").children(ends)
}

/// The words of the button that shows the ladder.
fn toggle(cx: ViewContext<'_>) -> Element {
    let name = if cx.state.is_ladder_shown { Text::HideLadder } else { Text::ShowLadder };
    cx.with_text(element("span", "toggle"), name)
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
