//! The ladder as a slim strip, for screens too small to hold it beside a question.

use super::Scene;
use super::diagram::{fill, thousandths};
use crate::element::{Tag, part, tag};
use career_ladder_core::ladder::{RungId, TrackId};

/// What it shows is said in words elsewhere, so it is hidden from assistive technology.
pub(crate) fn view(scene: Scene<'_>, belief: Option<&[f64]>) -> Tag {
    let ladder = &scene.course.ladder;
    let mut rungs: Vec<RungId> = scene.course.layout.rungs().collect();
    rungs.reverse();
    let steps = rungs.iter().map(|rung| part("span", "step").maybe(belief.map(|belief| fill(belief[rung.index()]))));
    let marker = belief.map(|belief| part("span", "strip-marker").with(middle(&rungs, belief)));
    let main = ladder.climb(TrackId::default());
    let ends = [main[0], main[main.len() - 1]].map(|rung| tag("span").say(&ladder.rung(rung).title));
    part("div", "strip")
        .key("strip")
        .set("aria-hidden", "true")
        .with(part("div", "steps").all(steps).maybe(marker))
        .with(part("div", "ends").all(ends))
}

/// The marker at the mean of the steps, each as heavy as it is likely. It is as wide as they are
/// together, so that a share of its width is a share of the way.
fn middle(rungs: &[RungId], belief: &[f64]) -> Tag {
    let (mut sum, mut step) = (0.0, 0.5);
    for rung in rungs {
        sum += belief[rung.index()] * step;
        step += 1.0;
    }
    let share = thousandths(sum / (step - 0.5));
    tag("span").style(&["transform:translateX(calc(100% * ", &share, "))"].concat())
}
