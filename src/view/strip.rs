//! The ladder as a slim strip, for screens too small to hold it beside a question.

use super::Scene;
use super::diagram::fill;
use super::markup::{Tag, part, tag};
use crate::ladder::{RungId, TrackId};

/// What it shows is said in words elsewhere, so it is hidden from assistive technology.
pub(super) fn view(scene: Scene<'_>, belief: Option<&[f64]>) -> Tag {
    let ladder = &scene.course.ladder;
    let mut rungs: Vec<RungId> = scene.course.layout.rungs().collect();
    rungs.reverse();
    let steps = rungs.iter().map(|rung| part("span", "step").maybe(belief.map(|belief| fill(belief[rung.index()]))));
    let main = ladder.climb(TrackId::default());
    let ends = [main[0], main[main.len() - 1]].map(|rung| tag("span").say(&ladder.rung(rung).title));
    part("div", "strip")
        .key("strip")
        .set("aria-hidden", "true")
        .with(part("div", "steps").all(steps))
        .with(part("div", "ends").all(ends))
}
