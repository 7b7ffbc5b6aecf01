//! Draws the outcome: the reader's rung, the confidence in it, the reasons, and the plan.

mod branches;
mod checklist;
mod evidence;
mod plan;
mod profile;
mod share;

pub(crate) use checklist::checklist;

use super::blocks::{button_row, list, paragraph};
use super::{ViewContext, guide};
use crate::catalog::{Catalog, Text};
use crate::element::{Element, Fragment, button, element, fragment, tag};
use career_ladder_core::ladder::{Ladder, RungId, Stage};
use career_ladder_core::link::StatedPlacement;
use career_ladder_core::quiz::{Outcome, Placement, Verdict};
use career_ladder_core::state::{Action, LoadedLadder, SharedOutcome, State};

/// The number of rungs that are listed with their probabilities.
const LISTED: usize = 3;

/// The outcome in one line. It names a rung only if the answers point to one.
pub(crate) fn heading(catalog: &Catalog, ladder: &Ladder, placement: StatedPlacement) -> String {
    let StatedPlacement { verdict, rung, runner_up, .. } = placement;
    catalog.verdict(verdict, &ladder.rung(rung).title, &ladder.rung(runner_up).title)
}

/// The line that announces the shown outcome; empty without one.
pub(crate) fn title_line(loaded: &LoadedLadder, state: &State, catalog: &Catalog) -> String {
    state.outcome().map_or_else(String::new, |outcome| heading(catalog, &loaded.ladder, (&outcome.placement).into()))
}

/// The outcome of the reader, or that of a link if it is `shared`. A shared one can be neither ticked off, kept nor
/// sent.
pub(crate) fn view(cx: ViewContext<'_>, outcome: &Outcome, shared: Option<&SharedOutcome>) -> Fragment {
    let placement = &outcome.placement;
    let (names_rung, is_own) = (placement.verdict != Verdict::Unclear, shared.is_none());
    let stage = cx.ladder().stage_of(placement.rung).filter(|_| names_rung);
    let mut view = summary(cx, placement, stage);
    if let Some(shared) = shared {
        view = view.append(origin(cx, shared));
    }
    view = view.append(confidence(cx, outcome));
    if let Some(stage) = stage {
        view = view.child_opt(paragraph("picture", &stage.picture));
    }
    if names_rung {
        view = view
            .append(profile::view(cx, outcome))
            .append(evidence::view(cx, outcome))
            .append(branches::view(cx, placement));
    }
    if let Some(stage) = stage {
        view = view.append(focus(cx, stage));
    }
    view = view.append(plan::view(cx, outcome, is_own));
    if is_own {
        view = view.append(share::view(cx)).child(tag("slot").attr("name", "result"));
    }
    view.child(actions(cx, names_rung.then_some(placement.rung), is_own)).child_opt(guide::about(cx))
}

/// The heading, with the stage above it.
fn summary(cx: ViewContext<'_>, placement: &Placement, stage: Option<&Stage>) -> Fragment {
    let heading = heading(cx.catalog, cx.ladder(), placement.into());
    fragment()
        .child(cx.with_words(element("p", "context"), &cx.catalog.outcome_context(stage)))
        .child(cx.with_words(tag("h3").attr("tabindex", "-1"), &heading))
}

/// A note that the outcome comes from a link, and the button to the reader's own quiz.
fn origin(cx: ViewContext<'_>, shared: &SharedOutcome) -> Fragment {
    let then = shared.then.map(|then| heading(cx.catalog, cx.ladder(), then));
    let start = cx.button(Action::StartPressed, Text::Start).attr("class", "main");
    fragment().child(cx.secondary(&cx.catalog.shared(shared, then.as_deref()))).child(button_row().child(start))
}

/// The confidence in words and in numbers, and the effect of the reader's title if they gave one.
fn confidence(cx: ViewContext<'_>, outcome: &Outcome) -> Fragment {
    let (catalog, placement) = (cx.catalog, &outcome.placement);
    let in_words = catalog.confidence(placement, cx.title(placement.rung), cx.title(placement.runner_up));
    let title_effect = outcome.without_title.as_ref().map(|without| {
        let without = outcome.title_counted().then(|| heading(catalog, cx.ladder(), without.into()));
        cx.secondary(&catalog.title_effect(without.as_deref()))
    });
    fragment().child(cx.with_words(tag("p"), &in_words)).child(numbers(cx, outcome)).child_opt(title_effect)
}

/// The likeliest rungs with their probabilities, folded.
fn numbers(cx: ViewContext<'_>, outcome: &Outcome) -> Element {
    let probabilities = &outcome.probabilities;
    let mut likeliest: Vec<RungId> = Vec::new();
    for rung in cx.ladder().rung_ids() {
        let is_likelier = |known: &&RungId| probabilities[known.index()] >= probabilities[rung.index()];
        likeliest.insert(likeliest.iter().take_while(is_likelier).count(), rung);
        likeliest.truncate(LISTED);
    }
    let items = likeliest.into_iter().map(|rung| {
        let text = cx.catalog.probability(cx.title(rung), probabilities[rung.index()]);
        cx.with_words(tag("li"), &text)
    });
    tag("details")
        .child(cx.with_text(tag("summary"), Text::Numbers))
        .child(tag("ul").children(items))
        .child_opt((outcome.answered > 0).then(|| cx.secondary(&cx.catalog.numbers_basis(outcome.answered))))
}

/// The focus of the stage; empty if the author wrote none.
fn focus(cx: ViewContext<'_>, stage: &Stage) -> Fragment {
    if stage.focus.is_empty() {
        return fragment();
    }
    fragment().child(cx.heading(Text::Focus)).child(list(&stage.focus))
}

/// The buttons below the outcome. `named_rung` is the one whose details can be opened.
fn actions(cx: ViewContext<'_>, named_rung: Option<RungId>, is_own: bool) -> Element {
    let about = named_rung.map(|rung| {
        let text = cx.catalog.about_rung(cx.title(rung));
        cx.with_words(button(cx.send, Action::AboutPressed(rung)), &text)
    });
    let actions = button_row().child_opt(about);
    if !is_own {
        return actions;
    }
    actions.child(cx.button(Action::StartPressed, Text::StartAgain)).child(cx.button(Action::BackPressed, Text::Back))
}
