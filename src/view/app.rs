//! The widget as a whole: the one component, which holds the state.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::{Scene, Words, diagram, intro, moves, outcome, question, strip};
use crate::ladder::RungId;
use crate::state::{Action, Course, Event, Open, Phase, Section, State};

/// A widget on a page.
#[derive(Clone)]
pub struct Instance {
    /// Tells instances apart: another key starts anew.
    pub key: u32,
    /// The ladder.
    pub course: Rc<Course>,
    /// The language.
    pub words: &'static Words,
    /// Whether to start with the first question.
    pub quiz: bool,
    /// Hears what happens.
    pub hear: Callback<Heard>,
}

/// What an instance tells its page.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// The first screen stands.
    Ready,
    /// Something happened.
    Event(Event),
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
    ready: bool,
}

/// Where the focus goes when the screen has changed under the reader's hands.
enum Focus {
    /// To the heading of the panel: there is something new to read.
    Panel,
    /// Back to the button that starts the quiz.
    Start,
    /// Back to a rung.
    Rung(RungId),
    /// Back to a move.
    Move(usize),
    /// Along the sections.
    Section(Section),
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let instance = ctx.props().instance.as_ref();
        let state = instance.map(|instance| State::new(&instance.course, instance.quiz));
        Self { state, frame: NodeRef::default(), focus: None, ready: false }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        *self = <Self as Component>::create(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let (Some(state), Some(instance)) = (&mut self.state, &ctx.props().instance) else { return false };
        let before = state.clone();
        let events = state.apply(&instance.course, action);
        for event in events {
            instance.hear.emit(Heard::Event(event));
        }
        let changed = *state != before;
        if changed {
            self.focus = focus_after(action, &before, state);
        }
        changed
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (Some(state), Some(instance)) = (&self.state, &ctx.props().instance) else { return VNode::default() };
        let send = ctx.link().callback(|action| action);
        let scene = Scene { course: &instance.course, state, words: instance.words, send: &send };
        let ladder = &instance.course.ladder;
        let (phase, panel) = match &state.phase {
            Phase::Exploring => ("exploring", intro::view(scene)),
            Phase::Quizzing(quizzing) => ("quizzing", question::view(scene, quizzing)),
            Phase::Placed(placed) => ("placed", outcome::view(scene, placed)),
        };
        let belief = state.belief(&instance.course);
        let strip = matches!(state.phase, Phase::Quizzing(_)).then(|| strip::view(ladder, belief.as_deref()));
        let aside = state.open.is_some().then_some("open");
        html! {
            <div ref={self.frame.clone()} class={classes!("frame", phase, aside)} part="frame">
                <div class="head" part="header">
                    <h2>{ &*ladder.title }</h2>
                    <p>{ &*ladder.summary }</p>
                </div>
                <div class="body">
                    { strip }
                    <div class="panel" part="panel" key={phase}>{ panel }</div>
                    { diagram::view(scene, belief.as_deref()) }
                    { moves::view(scene) }
                </div>
                <p class="unseen" role="status">{ said(scene) }</p>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(selector) = self.focus.take().map(Focus::selector)
            && let Some(frame) = self.frame.cast::<HtmlElement>()
            && let Ok(Some(target)) = frame.query_selector(&selector)
        {
            // Refused only for something that is not on the page, where no focus is missed.
            let _ = target.unchecked_into::<HtmlElement>().focus();
        }
        if let Some(instance) = &ctx.props().instance
            && !self.ready
        {
            self.ready = true;
            instance.hear.emit(Heard::Ready);
        }
    }
}

/// What a screen reader says when it changes.
fn said(scene: Scene<'_>) -> String {
    match &scene.state.phase {
        Phase::Placed(placed) => outcome::heading(scene, placed),
        _ => String::new(),
    }
}

fn focus_after(action: Action, before: &State, after: &State) -> Option<Focus> {
    match action {
        Action::BackPressed if after.phase == Phase::Exploring => Some(Focus::Start),
        Action::StartPressed | Action::NextPressed | Action::BackPressed => Some(Focus::Panel),
        Action::DetailsClosed => before.open.map(|open| match open {
            Open::Rung(rung) => Focus::Rung(rung),
            Open::Move(item) => Focus::Move(item.index()),
        }),
        Action::SectionChosen(section) => Some(Focus::Section(section)),
        _ => None,
    }
}

impl Focus {
    /// Ids are unique in the widget's own shadow root.
    fn selector(self) -> String {
        match self {
            Self::Panel => ".panel h3".to_owned(),
            Self::Start => ".panel button".to_owned(),
            Self::Rung(rung) => format!("#rung-{}", rung.index()),
            Self::Move(place) => format!("#move-{place}"),
            Self::Section(section) => format!("#section-{}", section as usize),
        }
    }
}

/// The parts of details that both kinds share: the frame with a heading and a way to close it.
pub(super) fn aside(scene: Scene<'_>, context: String, title: &str, body: Html) -> Html {
    html! {
        <div id="details" key="details" class="details" part="details" role="region" aria-labelledby="details-title">
            <button type="button" class="close" onclick={scene.on(Action::DetailsClosed)} aria-label={scene.words.close}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
            </button>
            <p class="context">{ context }</p>
            <h3 id="details-title">{ title }</h3>
            { body }
        </div>
    }
}
