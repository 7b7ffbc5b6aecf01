//! The screen as a whole, put together from its parts.

use std::rc::Rc;

use yew::Callback;
use yew::virtual_dom::{VNode, VTag};

use super::Instance;
use crate::element::{Element, element, tag};
use crate::screens::belief::belief_marker;
use crate::screens::{ViewContext, details, diagram, guide, intro, moves, outcome, question, strip, yes_no};
use career_ladder_core::state::{Action, Notice, Open, Phase, State};

/// The screen in which an instance starts, without any listeners.
pub fn first_screen(instance: &Instance) -> VNode {
    let state = first_state(instance);
    let send = Callback::noop();
    let cx = context(instance, &state, &send);
    frame(cx, &body(cx, panel(cx)), false).into()
}

/// The state in which an instance starts: restored, at a link, or without answers.
pub(super) fn first_state(instance: &Instance) -> State {
    let Instance { loaded, snapshot, starts_with_quiz, link, device, .. } = instance;
    let mut state = State::resume(loaded, snapshot, *starts_with_quiz).with_link_opened(loaded, link);
    state.device = *device;
    state
}

pub(super) fn context<'a>(instance: &'a Instance, state: &'a State, send: &'a Callback<Action>) -> ViewContext<'a> {
    ViewContext { loaded: &instance.loaded, seed: &instance.seed, state, catalog: &instance.catalog, send }
}

/// The part that the reader reads or answers now.
pub(super) fn panel(cx: ViewContext<'_>) -> Rc<VTag> {
    let panel = element("div", "panel").attr("part", "panel");
    let panel = match &cx.state.phase {
        Phase::Exploring { .. } => panel.append(intro::view(cx)),
        Phase::Quiz(progress) => panel.child(question::view(cx, progress)),
        Phase::Outcome { outcome, .. } => panel.append(outcome::view(cx, outcome, None)),
        Phase::SharedOutcome(shared) => panel.append(outcome::view(cx, &shared.outcome, Some(shared))),
    };
    panel.key(phase_name(&cx.state.phase)).into()
}

/// The children of the body: the panel, and the parts beside it.
pub(super) fn body(cx: ViewContext<'_>, panel: Rc<VTag>) -> Vec<Rc<VTag>> {
    let ViewContext { loaded, state, .. } = cx;
    let belief = state.belief(loaded);
    let belief = belief.as_deref();
    let details = match state.open {
        Some(Open::Move(id)) => Some(details::adjacent_role(cx, &loaded.ladder.moves[id.index()])),
        Some(Open::Rung(_)) | None => None,
    };
    let mut children = Vec::new();
    if !matches!(state.phase, Phase::Exploring { .. }) {
        children.push(strip::view(cx, belief).into());
    }
    children.push(panel);
    let mut add = |child: Option<Element>| {
        if let Some(child) = child {
            children.push(child.into());
        }
    };
    add(Some(diagram::view(cx, belief)));
    add(belief.map(|_| belief_marker()));
    add(moves::view(cx));
    add(details);
    children
}

/// The whole screen: the head, the body with these children, the guide, and the line for screen readers.
pub(super) fn frame(cx: ViewContext<'_>, body: &[Rc<VTag>], is_rest_deferred: bool) -> Element {
    let ViewContext { loaded, state, send, .. } = cx;
    let head = element("div", "head")
        .key("head")
        .attr("part", "header")
        .child(tag("h2").text(&loaded.ladder.title))
        .child(tag("p").text(&loaded.ladder.summary));
    let mut main = element("div", "body").key("body");
    if state.open.is_some() {
        main = main.on_keys(send, &[("Escape", Action::DetailsClosed)]);
    }
    element("div", "frame")
        .attr("part", "frame")
        .attr("lang", loaded.ladder.lang.clone())
        .attr("data-phase", phase_name(&state.phase))
        .attr("data-open", yes_no(state.open.is_some()))
        .attr("data-ladder", yes_no(state.is_ladder_shown))
        .attr("data-ahead", yes_no(is_rest_deferred))
        .child(head)
        .child(main.reuse(body))
        .child_opt(outcome::foot(cx))
        .child_opt(if state.outcome().is_none() { guide::view(cx) } else { None })
        .child_opt(notice(cx))
        .child(status(cx))
}

/// A remark on how the reader came here. Screen readers announce it at once.
fn notice(cx: ViewContext<'_>) -> Option<Element> {
    // The question has a place of its own for it.
    let notice = cx.state.notice.filter(|notice| *notice != Notice::Unanswered)?;
    Some(cx.with_words(element("p", "notice").key("notice").attr("role", "alert"), &cx.catalog.notice(notice)))
}

/// The line that screen readers announce.
fn status(cx: ViewContext<'_>) -> Element {
    cx.with_words(element("p", "visually-hidden").key("status").attr("role", "status"), &outcome::announcement(cx))
}

/// The name of a phase in attributes, on which styles depend.
fn phase_name(phase: &Phase) -> &'static str {
    match phase {
        Phase::Exploring { .. } => "exploring",
        Phase::Quiz(_) => "quizzing",
        Phase::Outcome { .. } | Phase::SharedOutcome(_) => "placed",
    }
}
