//! Where the reader stands, how sure that is, and why.

mod evidence;
mod fork;
mod keep;
mod plan;
mod profile;

pub(crate) use plan::checklist;

use super::{ViewContext, details};
use crate::catalog::Catalog;
use crate::element::{Element, button, element, tag};
use career_ladder_core::ladder::{Ladder, RungId};
use career_ladder_core::link::StatedPlacement;
use career_ladder_core::quiz::{Outcome, Verdict};
use career_ladder_core::state::{Action, SharedOutcome};

/// So many rungs are listed with their probabilities.
const LISTED: usize = 3;

/// The outcome in one line; it names a rung only if the answers do.
pub(crate) fn heading(words: &Catalog, ladder: &Ladder, placement: StatedPlacement) -> String {
    words.verdict(placement.verdict, &ladder.rung(placement.rung).title, &ladder.rung(placement.runner_up).title)
}

fn title<'a>(cx: ViewContext<'a>, rung: RungId) -> &'a str {
    &cx.loaded.ladder.rung(rung).title
}

/// `shared`: where the outcome is out of a link, and nobody's own.
pub(crate) fn view(
    cx: ViewContext<'_>,
    outcome: &Outcome,
    shared: Option<&SharedOutcome>,
    mut panel: Element,
) -> Element {
    let (ladder, words, placement) = (&cx.loaded.ladder, cx.words, &outcome.placement);
    let heading = |placed| heading(words, ladder, placed);
    let best = title(cx, placement.rung);
    let named = placement.verdict != Verdict::Unclear;
    let stage = ladder.stage_of(placement.rung).filter(|_| named);
    panel = panel
        .child(element("p", "context").text(&words.outcome(stage)))
        .child(tag("h3").attr("tabindex", "-1").text(&heading(placement.into())));
    if let Some(shared) = shared {
        let then = shared.then.map(heading);
        panel = panel.child(element("p", "secondary").text(&words.shared(shared, then.as_deref()))).child(
            element("div", "actions")
                .child(button(cx.send, Action::StartPressed).attr("class", "main").text(words.start)),
        );
    }
    panel = panel
        .child(tag("p").text(&words.confidence(placement, best, title(cx, placement.runner_up))))
        .child(numbers(cx, outcome));
    if let Some(without) = &outcome.without_title {
        let otherwise = outcome.title_counted().then(|| heading(without.into()));
        panel = panel.child(element("p", "secondary").text(&words.title_effect(otherwise.as_deref())));
    }
    if let Some(stage) = stage.filter(|stage| !stage.picture.is_empty()) {
        panel = panel.child(element("p", "picture").text(&stage.picture));
    }
    if named {
        panel = profile::view(cx, outcome, panel);
        panel = evidence::view(cx, outcome, panel);
        panel = fork::view(cx, placement, panel);
    }
    if let Some(stage) = stage.filter(|stage| !stage.focus.is_empty()) {
        panel = panel.child(tag("h4").text(words.focus)).child(details::list(&stage.focus));
    }
    panel = plan::view(cx, outcome, shared.is_none(), panel);
    let about = named.then(|| button(cx.send, Action::AboutPressed(placement.rung)).text(&words.about(best)));
    let mut actions = element("div", "actions").child_opt(about);
    if shared.is_none() {
        panel = keep::view(cx, panel).child(tag("slot").attr("name", "result"));
        actions = actions
            .child(button(cx.send, Action::StartPressed).text(words.again))
            .child(button(cx.send, Action::BackPressed).text(words.back));
    }
    panel
        .child(actions)
        .child_opt((!ladder.closing.is_empty()).then(|| element("p", "secondary note").text(&ladder.closing)))
}

/// How sure it is in numbers, for those who ask.
fn numbers(cx: ViewContext<'_>, outcome: &Outcome) -> Element {
    let probabilities = &outcome.probabilities;
    let mut listed: Vec<RungId> = Vec::new();
    for rung in cx.loaded.ladder.rung_ids() {
        let likelier = |known: &&RungId| probabilities[known.index()] >= probabilities[rung.index()];
        listed.insert(listed.iter().take_while(likelier).count(), rung);
        listed.truncate(LISTED);
    }
    let items =
        listed.into_iter().map(|rung| tag("li").text(&cx.words.likely(title(cx, rung), probabilities[rung.index()])));
    tag("details")
        .child(tag("summary").text(cx.words.numbers))
        .child(tag("ul").children(items))
        .child(element("p", "secondary").text(&cx.words.numbers_from(outcome.asked)))
}
