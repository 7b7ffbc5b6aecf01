//! Where the reader stands, how sure that is, and why.

mod fork;
mod keep;
mod plan;
mod profile;
mod reasons;

pub(crate) use plan::checklist;

use super::{Scene, details};
use crate::catalog::Words;
use crate::element::{Tag, button, part, tag};
use career_ladder_core::ladder::{Ladder, RungId};
use career_ladder_core::link::Placed;
use career_ladder_core::quiz::{Outcome, Verdict};
use career_ladder_core::state::{Action, Shared};

/// So many rungs are listed with their probabilities.
const LISTED: usize = 3;

/// The outcome in one line; it names a rung only if the answers do.
pub(crate) fn heading(words: &Words, ladder: &Ladder, placed: Placed) -> String {
    words.verdict(placed.verdict, &ladder.rung(placed.rung).title, &ladder.rung(placed.runner_up).title)
}

fn title<'a>(scene: Scene<'a>, rung: RungId) -> &'a str {
    &scene.course.ladder.rung(rung).title
}

/// `shared`: where the outcome is out of a link, and nobody's own.
pub(crate) fn view(scene: Scene<'_>, outcome: &Outcome, shared: Option<&Shared>, mut panel: Tag) -> Tag {
    let (ladder, words, placement) = (&scene.course.ladder, scene.words, &outcome.placement);
    let heading = |placed| heading(words, ladder, placed);
    let best = title(scene, placement.rung);
    let named = placement.verdict != Verdict::Unclear;
    let stage = ladder.stage_of(placement.rung).filter(|_| named);
    panel = panel
        .with(part("p", "context").say(&words.outcome(stage)))
        .with(tag("h3").set("tabindex", "-1").say(&heading(placement.into())));
    if let Some(shared) = shared {
        let then = shared.then.map(heading);
        panel = panel.with(part("p", "secondary").say(&words.shared(shared, then.as_deref()))).with(
            part("div", "actions").with(button(scene.send, Action::StartPressed).set("class", "main").say(words.start)),
        );
    }
    panel = panel
        .with(tag("p").say(&words.confidence(placement, best, title(scene, placement.runner_up))))
        .with(numbers(scene, outcome));
    if let Some(without) = &outcome.without_title {
        let otherwise = outcome.title_counted().then(|| heading(without.into()));
        panel = panel.with(part("p", "secondary").say(&words.title_effect(otherwise.as_deref())));
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
    panel = plan::view(scene, outcome, shared.is_none(), panel);
    let about = named.then(|| button(scene.send, Action::AboutPressed(placement.rung)).say(&words.about(best)));
    let mut actions = part("div", "actions").maybe(about);
    if shared.is_none() {
        panel = keep::view(scene, panel).with(tag("slot").set("name", "result"));
        actions = actions
            .with(button(scene.send, Action::StartPressed).say(words.again))
            .with(button(scene.send, Action::BackPressed).say(words.back));
    }
    panel.with(actions).maybe((!ladder.closing.is_empty()).then(|| part("p", "secondary note").say(&ladder.closing)))
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
        .with(part("p", "secondary").say(&scene.words.numbers_from(outcome.asked)))
}
