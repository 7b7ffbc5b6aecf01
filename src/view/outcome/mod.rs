//! Where the reader stands, how sure that is, and why.

mod fork;
mod profile;
mod reasons;

use super::markup::{Tag, button, part, tag};
use super::{Scene, details};
use crate::ladder::RungId;
use crate::quiz::{Outcome, Placement, Verdict};
use crate::state::Action;

/// So many rungs are listed with their probabilities.
const LISTED: usize = 3;

/// The outcome in one line; it names a rung only if the answers do.
pub(super) fn heading(scene: Scene<'_>, placement: &Placement) -> String {
    scene.words.verdict(placement.verdict, title(scene, placement.rung), title(scene, placement.runner_up))
}

fn title<'a>(scene: Scene<'a>, rung: RungId) -> &'a str {
    &scene.course.ladder.rung(rung).title
}

pub(super) fn view(scene: Scene<'_>, outcome: &Outcome, mut panel: Tag) -> Tag {
    let (ladder, words, placement) = (&scene.course.ladder, scene.words, &outcome.placement);
    let best = title(scene, placement.rung);
    let named = placement.verdict != Verdict::Unclear;
    let stage = ladder.stage_of(placement.rung).filter(|_| named);
    panel = panel
        .with(part("p", "context").say(&words.outcome(stage)))
        .with(tag("h3").set("tabindex", "-1").say(&heading(scene, placement)))
        .with(tag("p").say(&words.confidence(placement, best, title(scene, placement.runner_up))))
        .with(numbers(scene, outcome));
    if let Some(without) = &outcome.without_title {
        let otherwise = outcome.title_counted().then(|| heading(scene, without));
        panel = panel.with(part("p", "quiet").say(&words.title_effect(otherwise.as_deref())));
    }
    if let Some(stage) = stage.filter(|stage| !stage.picture.is_empty()) {
        panel = panel.with(part("p", "picture").say(&stage.picture));
    }
    if named {
        panel = profile::view(scene, outcome, panel);
        panel = reasons::view(scene, outcome, panel);
        panel = fork::view(scene, placement, panel);
    }
    if let Some(stage) = stage.filter(|stage| !stage.focus.is_empty()) {
        panel = panel.with(tag("h4").say(words.focus)).with(details::list(&stage.focus));
    }
    let about = named
        .then(|| button(scene.send, Action::AboutPressed(placement.rung)).set("class", "main").say(&words.about(best)));
    let again = button(scene.send, Action::StartPressed).say(words.again);
    let back = button(scene.send, Action::BackPressed).say(words.back);
    panel
        .with(part("div", "actions").maybe(about).with(again).with(back))
        .maybe((!ladder.closing.is_empty()).then(|| part("p", "quiet note").say(&ladder.closing)))
}

/// How sure it is in numbers, for those who ask.
fn numbers(scene: Scene<'_>, outcome: &Outcome) -> Tag {
    let probabilities = &outcome.probabilities;
    let mut listed: Vec<RungId> = Vec::new();
    for rung in scene.course.ladder.rung_ids() {
        let likelier = |known: &&RungId| probabilities[known.index()] >= probabilities[rung.index()];
        listed.insert(listed.iter().take_while(likelier).count(), rung);
        listed.truncate(LISTED);
    }
    let items = listed
        .into_iter()
        .map(|rung| tag("li").say(&scene.words.likely(title(scene, rung), probabilities[rung.index()])));
    tag("details")
        .with(tag("summary").say(scene.words.numbers))
        .with(tag("ul").all(items))
        .with(part("p", "quiet").say(&scene.words.numbers_from(outcome.asked)))
}
