//! The widget as a whole: the one component, which holds the state.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use crate::catalog::Catalog;
use crate::element::{Element, element, tag};
use crate::screens::{
    ViewContext, details, diagram, guide, id, intro, marker, moves, outcome, question, strip, yes_no,
};
use career_ladder_core::ladder::RungId;
use career_ladder_core::link::StatedPlacement;
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::{
    Action, EffectKind, Event, LoadedLadder, Open, Phase, Section, ShareChannel, ShareStatus, State,
};

/// A widget on a page.
#[derive(Clone)]
pub struct Instance {
    /// Tells instances apart: another key starts anew.
    pub key: u32,
    /// The ladder.
    pub loaded: Rc<LoadedLadder>,
    /// The language.
    pub words: &'static Catalog,
    /// Whether to start with the first question.
    pub quiz: bool,
    /// What the reader answered before, as [`State::kept`] gave it; may be empty.
    pub kept: String,
    /// The fragment of the page's address, if it may be a link to answers; else empty.
    pub link: String,
    /// What the browser can do.
    pub share_status: ShareStatus,
    /// Hears what happens.
    pub hear: Callback<Heard>,
}

/// What an instance tells its page.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// The first screen stands.
    Ready,
    /// A question was drawn, and waits for [`Message::Painted`].
    Drawn,
    /// Something happened.
    Event(Event),
    /// What the reader answered so far, to be kept.
    Kept(String),
    /// Kept answers led here, without anything happening.
    Restored(Outcome),
    /// The reader wants to send their link.
    Link {
        /// How.
        way: ShareChannel,
        /// The fragment of the address.
        fragment: String,
        /// What it is, in a line.
        text: String,
    },
    /// The reader wants their plan in the clipboard.
    Plan(String),
    /// The reader wants to be remembered, or to be forgotten.
    Remember(bool),
}

/// What an app is told.
#[derive(Debug, Clone)]
pub enum Message {
    /// The reader did something.
    Act(Action),
    /// The browser has painted what was drawn.
    Painted,
    /// The browser did something that it was asked for, or would not: see [`ShareStatus::told`].
    Told(Option<EffectKind>, bool, String),
}

/// What the app shows.
#[derive(Clone, Properties)]
pub struct Props {
    /// The instance; `None` while the app waits for one.
    pub instance: Option<Instance>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let key = |props: &Self| props.instance.as_ref().map(|instance| instance.key);
        key(self) == key(other)
    }
}

/// The widget.
pub struct App {
    state: Option<State>,
    frame: NodeRef,
    focus: Option<Focus>,
    kept: String,
    /// Whether what is shown leaves the belief where it was, and with it the marker.
    settled: bool,
    /// Whether the next question is drawn alone. All else follows once it is painted, so that the reader sees it sooner:
    /// what stands beside it, the marker, and the focus, for which a browser lays out the page at once.
    ahead: bool,
    /// What the body holds, as it was drawn last.
    parts: RefCell<Vec<Rc<VTag>>>,
    ready: bool,
}

/// Where the focus goes when the screen has changed under the reader's hands.
enum Focus {
    /// To the heading of the panel: there is something new to read.
    Panel,
    /// To the heading of the details.
    Details,
    /// Back to the button that starts the quiz.
    Start,
    /// Back to a rung.
    Rung(RungId),
    /// Back to a move.
    Move(usize),
    /// Along the sections.
    Section(Section),
    /// Along the answers, which Safari does not do by itself.
    Marked,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let instance = ctx.props().instance.as_ref();
        let state = instance.map(start);
        let kept = instance.map(|instance| instance.kept.clone()).unwrap_or_default();
        Self {
            state,
            frame: NodeRef::default(),
            focus: None,
            kept,
            settled: false,
            ahead: false,
            parts: RefCell::default(),
            ready: false,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        *self = <Self as Component>::create(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let (Some(state), Some(instance)) = (&mut self.state, &ctx.props().instance) else { return false };
        let action = match message {
            Message::Act(action) => action,
            Message::Painted => {
                self.ahead = false;
                return true;
            }
            Message::Told(kind, done, address) => {
                state.share_status.told(kind, done, address);
                return true;
            }
        };
        if matches!(action, Action::Resized) {
            if !self.ahead {
                self.settle(&instance.loaded);
            }
            return false;
        }
        let was_open = state.open;
        let shown = state.place();
        let events = state.apply(&instance.loaded, action);
        for event in events {
            instance.hear.emit(Heard::Event(event));
        }
        if let Some(asked) = asked_of_page(action, instance, state) {
            instance.hear.emit(asked);
        }
        let kept = state.snapshot(&instance.loaded);
        if kept != self.kept {
            self.kept.clone_from(&kept);
            instance.hear.emit(Heard::Kept(kept));
        }
        self.settled = !self.ahead && matches!(action, Action::TitleChosen(_) | Action::AnswerChosen(_));
        self.focus = focus_after(action, was_open, shown, state);
        self.ahead = shown.is_some() && state.place().is_some() && state.place() != shown && state.open == was_open;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (Some(state), Some(instance)) = (&self.state, &ctx.props().instance) else { return VNode::default() };
        let send = ctx.link().callback(Message::Act);
        let cx = ViewContext { loaded: &instance.loaded, state, words: instance.words, send: &send };
        let panel = panel(cx);
        let mut parts = self.parts.borrow_mut();
        match parts.iter_mut().find(|element| self.ahead && element.key == panel.key) {
            Some(old) => *old = panel,
            None => *parts = parts_of_body(cx, panel),
        }
        let said = state.note.map_or_else(|| said(instance, state), |note| instance.words.note(note));
        frame(cx, &parts, &said).node_ref(&self.frame).attr("data-ahead", yes_no(self.ahead)).into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let (Some(state), Some(instance)) = (&self.state, &ctx.props().instance) else { return };
        if self.ahead {
            instance.hear.emit(Heard::Drawn);
            return;
        }
        if let Some(selector) = self.focus.take().map(Focus::selector)
            && let Some(frame) = self.frame.cast::<HtmlElement>()
            && let Ok(Some(target)) = frame.query_selector(&selector)
        {
            // Refused only for something that is not on the page, where no focus is missed.
            let _ = target.unchecked_into::<HtmlElement>().focus();
        }
        if !self.settled {
            self.settle(&instance.loaded);
        }
        if !self.ready {
            self.ready = true;
            instance.hear.emit(Heard::Ready);
            match &state.phase {
                Phase::Outcome(_, outcome) => instance.hear.emit(Heard::Restored(outcome.clone())),
                Phase::Quiz(_) if self.kept.is_empty() => instance.hear.emit(Heard::Event(Event::Started)),
                Phase::Quiz(_) | Phase::Exploring | Phase::SharedOutcome(_) => {}
            }
        }
    }
}

/// The screen that an instance starts with, without anybody to act on it.
#[must_use]
pub fn first_screen(instance: &Instance) -> VNode {
    let state = start(instance);
    let send = Callback::noop();
    let cx = ViewContext { loaded: &instance.loaded, state: &state, words: instance.words, send: &send };
    frame(cx, &parts_of_body(cx, panel(cx)), &said(instance, &state)).attr("data-ahead", yes_no(false)).into()
}

/// Where a reader starts: where they left, or at a link, or at the beginning.
fn start(Instance { loaded, kept, quiz, link, share_status, .. }: &Instance) -> State {
    let state = State::from_snapshot(loaded, kept).unwrap_or_else(|| State::new(loaded, *quiz));
    let mut state = state.with_link_opened(loaded, link);
    state.share_status.clone_from(share_status);
    state
}

/// The name of the phase, on which styles hang.
fn phase_name(phase: &Phase) -> &'static str {
    match phase {
        Phase::Exploring => "exploring",
        Phase::Quiz(_) => "quizzing",
        Phase::Outcome(..) | Phase::SharedOutcome(_) => "placed",
    }
}

/// The panel: what the reader reads or answers now.
fn panel(cx: ViewContext<'_>) -> Rc<VTag> {
    let panel = element("div", "panel").attr("part", "panel");
    let panel = match &cx.state.phase {
        Phase::Exploring => intro::view(cx, panel),
        Phase::Quiz(progress) => panel.child(question::view(cx, progress)),
        Phase::Outcome(_, placed) => outcome::view(cx, placed, None, panel),
        Phase::SharedOutcome(shared) => outcome::view(cx, &shared.outcome, Some(shared), panel),
    };
    panel.key(phase_name(&cx.state.phase)).into()
}

/// All of it: the head, the body with these parts, the guide, and the line for screen readers.
fn frame(cx: ViewContext<'_>, parts: &[Rc<VTag>], said: &str) -> Element {
    let ViewContext { loaded, state, send, .. } = cx;
    let head = element("div", "head")
        .attr("part", "header")
        .child(tag("h2").text(&loaded.ladder.title))
        .child(tag("p").text(&loaded.ladder.summary));
    let mut body = element("div", "body");
    if state.open.is_some() {
        body = body.on_keys(send, &[("Escape", Action::DetailsClosed)]);
    }
    let status =
        tag("p").attr("role", "status").attr("class", if state.note.is_some() { "notice" } else { "visually-hidden" });
    element("div", "frame")
        .attr("part", "frame")
        .attr("data-phase", phase_name(&state.phase))
        .attr("data-open", yes_no(state.open.is_some()))
        .child(head)
        .child(body.reuse(parts))
        .child_opt(guide::view(cx))
        .child(status.text(said))
}

/// What the body holds: the panel, and what stands beside it.
fn parts_of_body(cx: ViewContext<'_>, panel: Rc<VTag>) -> Vec<Rc<VTag>> {
    let ViewContext { loaded, state, .. } = cx;
    let belief = state.belief(loaded);
    let belief = belief.as_deref();
    let way_off = match state.open {
        Some(Open::Move(way)) => Some(details::way_off(cx, &loaded.ladder.moves[way.index()])),
        Some(Open::Rung(_)) | None => None,
    };
    let neighbors = [Some(diagram::view(cx, belief)), belief.map(|_| marker::view()), moves::view(cx), way_off];
    let strip = state.place().map(|_| strip::view(cx, belief).into());
    strip.into_iter().chain([panel]).chain(neighbors.into_iter().flatten().map(Rc::from)).collect()
}

impl App {
    /// Puts the marker where the belief is.
    fn settle(&self, loaded: &LoadedLadder) {
        if let Some(belief) = self.state.as_ref().and_then(|state| state.belief(loaded)) {
            marker::settle(&self.frame, &belief);
        }
    }
}

/// What the reader wants of the page's side, if anything.
fn asked_of_page(action: Action, instance: &Instance, state: &State) -> Option<Heard> {
    let Instance { loaded, words, .. } = instance;
    Some(match action {
        Action::LinkPressed(way) => Heard::Link { way, fragment: state.link(loaded)?, text: said(instance, state) },
        Action::PlanPressed => Heard::Plan(outcome::checklist(loaded, state, words)),
        Action::RememberPressed => Heard::Remember(true),
        Action::ForgetPressed => Heard::Remember(false),
        _ => return None,
    })
}

/// The outcome in one line, where there is one.
fn said(Instance { loaded, words, .. }: &Instance, state: &State) -> String {
    state.outcome().map_or_else(String::new, |outcome| {
        outcome::heading(words, &loaded.ladder, StatedPlacement::from(&outcome.placement))
    })
}

fn focus_after(action: Action, was_open: Option<Open>, shown: Option<usize>, after: &State) -> Option<Focus> {
    match action {
        Action::BackPressed if after.place().is_none() => Some(Focus::Start),
        Action::ForgetPressed => Some(Focus::Start),
        Action::StartPressed => Some(Focus::Panel),
        Action::RungPressed(rung) | Action::RungReached(rung) => Some(Focus::Rung(rung)),
        Action::MoreMovesPressed => Some(Focus::Move(moves::SHOWN_FIRST)),
        Action::AboutPressed(_) => Some(Focus::Details),
        Action::TitleChosen(_) | Action::AnswerChosen(_) => Some(Focus::Marked),
        Action::NextPressed | Action::SkipPressed | Action::BackPressed => {
            (after.place() != shown).then_some(Focus::Panel)
        }
        Action::DetailsClosed => was_open.map(|open| match open {
            Open::Rung(rung) => Focus::Rung(rung),
            Open::Move(item) => Focus::Move(item.index()),
        }),
        Action::SectionChosen(section) => Some(Focus::Section(section)),
        _ => None,
    }
}

impl Focus {
    fn selector(self) -> String {
        match self {
            Self::Panel => ".panel h3".to_owned(),
            Self::Details => "#details-title".to_owned(),
            Self::Start => ".panel button".to_owned(),
            Self::Rung(rung) => id("#rung", rung.index()),
            Self::Move(place) => id("#move", place),
            Self::Section(section) => id("#section", section as usize),
            Self::Marked => ":checked".to_owned(),
        }
    }
}
