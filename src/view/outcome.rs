//! Where the reader stands, and how sure that is.

use std::cmp::Ordering;

use super::markup::{Tag, button, part, tag};
use super::question::bar;
use super::{Scene, details};
use crate::quiz::{Outcome, Standing, Verdict};
use crate::state::Action;

/// The outcome in one line; it names a rung only if the answers do.
pub(super) fn heading(scene: Scene<'_>, outcome: &Outcome) -> String {
    let title = |rung| &*scene.course.ladder.rung(rung).title;
    scene.words.verdict(outcome, title(outcome.rung), title(outcome.runner_up))
}

pub(super) fn view(scene: Scene<'_>, outcome: &Outcome, mut panel: Tag) -> Tag {
    let (ladder, words) = (&scene.course.ladder, scene.words);
    let title = |rung| &*ladder.rung(rung).title;
    let (best, second) = (title(outcome.rung), title(outcome.runner_up));
    let named = outcome.verdict != Verdict::Unclear;
    let stage = ladder.stage_of(outcome.rung).filter(|_| named);
    panel = panel
        .with(part("p", "context").say(&words.outcome(stage)))
        .with(tag("h3").set("tabindex", "-1").say(&heading(scene, outcome)))
        .with(tag("p").say(&words.confidence(outcome, best, second)));
    if let Some(stage) = stage.filter(|stage| !stage.picture.is_empty()) {
        panel = panel.with(part("p", "quiet").say(&stage.picture));
    }
    if named && !outcome.profile.is_empty() {
        let bars = outcome.profile.iter().map(|&standing| standing_bar(scene, standing));
        panel = panel.with(tag("h4").say(words.profile)).with(part("ul", "profile").all(bars));
    }
    if let Some(stage) = stage.filter(|stage| !stage.focus.is_empty()) {
        panel = panel.with(tag("h4").say(words.focus)).with(details::list(&stage.focus));
    }
    let about = named
        .then(|| button(scene.send, Action::AboutPressed(outcome.rung)).set("class", "main").say(&words.about(best)));
    let again = button(scene.send, Action::StartPressed).say(words.again);
    panel
        .with(part("div", "actions").maybe(about).with(again))
        .maybe((!ladder.closing.is_empty()).then(|| part("p", "quiet note").say(&ladder.closing)))
}

/// One dimension: how high the answers put the reader on the whole ladder, and how that compares with the placed rung.
fn standing_bar(scene: Scene<'_>, standing: Standing) -> Tag {
    let name = &scene.course.ladder.dimensions[standing.dimension.index()].name;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let width = (standing.share * 100.0).round() as usize;
    let than_rung = scene.words.standings[match standing.than_rung {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    }];
    tag("li").with(tag("span").say(name)).with(bar(width)).with(part("span", "quiet").say(than_rung))
}
