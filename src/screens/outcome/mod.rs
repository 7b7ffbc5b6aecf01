//! Draws the outcome: the reader's rung, how sure that is, and its parts in tabs.

mod plan;
mod profile;
mod share;
mod why;

use super::bar::bar;
use super::blocks::button_row;
use super::tabs::{self, Tab};
use super::{ViewContext, id, stage};
use crate::catalog::{Catalog, Text};
use crate::element::{Element, Fragment, button, element, fragment, tag};
use career_ladder_core::gather::Gather as _;
use career_ladder_core::ladder::{Ladder, RungId};
use career_ladder_core::link::StatedPlacement;
use career_ladder_core::quiz::{Outcome, Placement, Verdict};
use career_ladder_core::state::{Action, LoadedLadder, Phase, ResultPart, ShareChannel, SharedOutcome, State};

/// The number of rungs that are listed with their probabilities.
const LISTED: usize = 3;

/// The outcome in one line. It names a rung only if the answers point to one.
pub(crate) fn heading(catalog: &Catalog, ladder: &Ladder, placement: StatedPlacement) -> String {
    let StatedPlacement { verdict, rung, runner_up, .. } = placement;
    catalog.verdict(verdict, &ladder.rung(rung).title, &ladder.rung(runner_up).title, !ladder.stages.is_empty())
}

/// The line under which the outcome is shared; empty without one.
pub(crate) fn title_line(loaded: &LoadedLadder, state: &State, catalog: &Catalog) -> String {
    state.outcome().map_or_else(String::new, |outcome| heading(catalog, &loaded.ladder, (&outcome.placement).into()))
}

/// The line that announces the outcome. The heading says the placement when it gets the focus, so this says how sure it is;
/// empty without an outcome, or if that names no rung.
pub(crate) fn announcement(cx: ViewContext<'_>) -> String {
    let outcome = cx.state.outcome().filter(|outcome| outcome.placement.verdict != Verdict::Unclear);
    outcome.map_or_else(String::new, |Outcome { placement, probabilities, .. }| {
        let chance = |rung: RungId| (cx.title(rung), probabilities[rung.index()]);
        cx.catalog.chances([chance(placement.rung), chance(placement.runner_up)])
    })
}

/// The outcome of the reader, or that of a link if it is `shared`.
pub(crate) fn view(cx: ViewContext<'_>, outcome: &Outcome, shared: Option<&SharedOutcome>) -> Fragment {
    let is_own = shared.is_none();
    let view = fragment().child(summary(cx, outcome, shared)).append(parts(cx, outcome, is_own));
    let result = || tag("slot").attr("name", "result").key("result");
    view.child_opt(is_own.then(result))
}

/// The heading, with the stage above it and the likeliest rungs below.
fn summary(cx: ViewContext<'_>, outcome: &Outcome, shared: Option<&SharedOutcome>) -> Element {
    let (catalog, placement) = (cx.catalog, &outcome.placement);
    let names_rung = placement.verdict != Verdict::Unclear;
    let stage = cx.ladder().stage_of(placement.rung).filter(|_| names_rung);
    let context = element("p", "context").attr("id", "context").child_opt(stage.and_then(stage::drawing));
    let context = context.child(cx.with_words(tag("span"), &catalog.outcome_context(shared.is_some(), stage)));
    let heading = match placement.verdict {
        Verdict::Clear if shared.is_some() => catalog.shared_match(cx.title(placement.rung)),
        _ => heading(catalog, cx.ladder(), placement.into()),
    };
    let heading = cx.with_words(tag("h3").attr("tabindex", "-1").attr("aria-describedby", "context"), &heading);
    let explanation = match placement.verdict {
        Verdict::Clear => None,
        Verdict::Between => Some(Text::BetweenBoth),
        Verdict::Unclear => Some(Text::Unsure),
    };
    element("div", "result-head")
        .key("head")
        .attr("data-verdict", if placement.verdict == Verdict::Clear { "clear" } else { "open" })
        .child(context)
        .child(heading)
        .child_opt(shared.map(|shared| origin(cx, shared)))
        .child_opt(explanation.map(|key| cx.secondary(cx.text(key))))
        .child(chances(cx, outcome))
}

/// A note that the outcome comes from a link.
fn origin(cx: ViewContext<'_>, shared: &SharedOutcome) -> Element {
    let then = shared.then.map(|then| heading(cx.catalog, cx.ladder(), then));
    cx.secondary(&cx.catalog.shared(shared, then.as_deref()))
}

/// The likeliest rungs as bars, with their probabilities.
fn chances(cx: ViewContext<'_>, outcome: &Outcome) -> Element {
    let probabilities = &outcome.probabilities;
    let mut likeliest: Vec<RungId> = Vec::new();
    for rung in cx.ladder().rung_ids() {
        let is_likelier = |known: &&RungId| probabilities[known.index()] >= probabilities[rung.index()];
        likeliest.insert(likeliest.iter().take_while(is_likelier).count(), rung);
        likeliest.truncate(LISTED);
    }
    let items = likeliest.into_iter().map(|rung| {
        let probability = probabilities[rung.index()];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 100")]
        let filled = (probability * 100.0).ceil() as usize;
        let title = cx.title(rung);
        let name = cx
            .in_own_language(button(cx.send, Action::AboutPressed(rung)))
            .attr("id", id("about", rung.index()))
            .attr("aria-label", cx.catalog.about_rung(title))
            .child(cx.in_ladder_language(tag("span")).text(title));
        tag("li")
            .child(name)
            .child(bar(filled).attr("aria-hidden", "true"))
            .child(cx.with_words(tag("span"), &cx.catalog.percent(probability)))
    });
    element("ul", "bars").children(items)
}

/// The tabs, with the panel of the selected one. A print has all panels.
fn parts(cx: ViewContext<'_>, outcome: &Outcome, is_own: bool) -> Fragment {
    let names_rung = outcome.placement.verdict != Verdict::Unclear;
    let is_there = |&part: &ResultPart| match part {
        ResultPart::Plan => names_rung,
        ResultPart::Profile => names_rung && !outcome.profile.is_empty(),
        ResultPart::Why | ResultPart::Share => true,
    };
    let there: Vec<ResultPart> = ResultPart::ALL.iter().copied().filter(is_there).gather();
    let selected = there.iter().position(|&part| part == cx.state.result_part).unwrap_or_default();
    let tabs = there.iter().map(|&part| Tab {
        id: tab_id(part),
        label: cx.catalog.result_part(part),
        action: Action::ResultPartChosen(part),
    });
    let name = if is_own { Text::Outcome } else { Text::OutcomeShared };
    let tabs = cx.in_own_language(tabs::view(cx, tabs.collect(), selected)).attr("aria-label", cx.text(name));
    let mut parts = fragment().child(tabs);
    for (index, &part) in there.iter().enumerate() {
        if index == selected || cx.state.all_result_parts {
            let panel = tabs::panel(tab_id(part)).key(&tab_id(part)).append(content(cx, outcome, is_own, part));
            parts = parts.child(if index == selected { panel } else { panel.attr("hidden", "") });
        }
    }
    parts
}

/// The id of a part's tab, which names the panel and the list or the table in it.
fn tab_id(part: ResultPart) -> String {
    id("part", part as usize)
}

fn content(cx: ViewContext<'_>, outcome: &Outcome, is_own: bool, part: ResultPart) -> Fragment {
    match part {
        ResultPart::Plan => plan::view(cx, outcome, is_own),
        ResultPart::Profile => profile::view(cx, outcome),
        ResultPart::Why => why::view(cx, outcome, is_own),
        ResultPart::Share => share::view(cx, is_own, outcome.placement.verdict != Verdict::Unclear),
    }
}

/// The actions at the foot of the widget; `None` outside of an outcome.
pub(crate) fn foot(cx: ViewContext<'_>) -> Option<Element> {
    let foot = element("div", "foot").key("foot").attr("part", "actions");
    match &cx.state.phase {
        Phase::Outcome { outcome, .. } => Some(own_actions(cx, foot, &outcome.placement)),
        Phase::SharedOutcome(_) => {
            let start = cx.button(Action::StartPressed, Text::Start).attr("class", "main");
            Some(foot.child(button_row().child(start)))
        }
        Phase::Exploring { .. } | Phase::Quiz(_) => None,
    }
}

/// The main button comes first: the link, or another try after an unclear outcome.
fn own_actions(cx: ViewContext<'_>, foot: Element, placement: &Placement) -> Element {
    let copy = cx.button(Action::LinkPressed(ShareChannel::Copy), Text::CopyLink);
    let again = cx.button(Action::StartPressed, Text::StartAgain);
    let (main, other) = if placement.verdict == Verdict::Unclear { (again, copy) } else { (copy, again) };
    let kept = cx.state.device.is_remembered.map(|is_remembered| {
        let text = if is_remembered { Text::Remembered } else { Text::Forgettable };
        cx.with_text(element("span", "secondary"), text)
    });
    let row = button_row().key("main").child(main.attr("class", "main")).child(other).child_opt(kept);
    foot.child(row).child(share::link_result(cx))
}
