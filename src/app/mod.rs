//! The widget as a whole: the only component, which holds the state.

mod effects;
mod focus;
mod screen;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use crate::catalog::Catalog;
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::{Action, Device, Effect, EffectKind, LoadedLadder, State};
use focus::Focus;
pub use screen::first_screen;

/// A widget on a page.
#[derive(Clone)]
pub struct Instance {
    /// Distinguishes instances: the app starts anew when it gets one with another key.
    pub key: u32,
    /// The ladder that is shown.
    pub loaded: Rc<LoadedLadder>,
    /// Fixes the order of the options of every question.
    pub seed: String,
    /// The interface words in the language of the ladder.
    pub catalog: Catalog,
    /// Whether a reader without answers starts at the first question.
    pub starts_with_quiz: bool,
    /// The last snapshot that the page stored; may be empty.
    pub snapshot: String,
    /// The fragment of the page's address if it may be a private link; else empty.
    pub link: String,
    /// The browser's abilities.
    pub device: Device,
    /// Tells the host page.
    pub emit: Callback<HostMessage>,
}

/// A message from the app to the host page.
#[derive(Debug, Clone, PartialEq)]
pub enum HostMessage {
    /// The first screen is rendered.
    Ready,
    /// A question is rendered, and the rest of the screen waits for [`Message::Painted`].
    Drawn,
    /// The whole screen is rendered. The page places the marker beside the ladder, and moves the focus.
    Rendered {
        /// The CSS selector of the target of the focus; empty if the focus stays.
        focus: String,
    },
    /// A snapshot led to this outcome, without any action of the reader.
    Restored(Outcome),
    /// An effect that the page carries out, or reports to its listeners.
    Effect {
        /// As the state returned it.
        effect: Effect,
        /// The title line of a link; empty for all other effects.
        text: String,
    },
}

/// A message to the app.
#[derive(Debug, Clone)]
pub enum Message {
    /// An action of the reader.
    Act(Action),
    /// The browser has painted the question.
    Painted,
    /// The result of an effect; see [`State::finish_effect`].
    EffectFinished {
        /// `None` if the reader canceled the effect.
        kind: Option<EffectKind>,
        /// Whether the browser allowed the effect.
        is_done: bool,
        /// The address of the private link, or the plan as a checklist; empty for other effects.
        text: String,
    },
}

/// The properties of the app.
#[derive(Clone, Properties)]
pub struct Props {
    /// `None` while the app waits for an instance.
    pub instance: Option<Instance>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let key = |props: &Self| props.instance.as_ref().map(|instance| instance.key);
        key(self) == key(other)
    }
}

/// The only component. It renders nothing while it waits for an instance.
pub struct App {
    state: Option<State>,
    /// The target of the focus once the screen is rendered.
    focus: Option<Focus>,
    /// Whether the open details were opened from a bar of the outcome.
    is_about: bool,
    /// Whether only the next question is rendered so far, so that the reader sees it sooner.
    ///
    /// The rest follows once the question is painted: the parts beside it, the marker, and the focus, for which a browser
    /// lays out the page at once.
    is_rest_deferred: bool,
    /// The children of the body as they were rendered last.
    body: RefCell<Vec<Rc<VTag>>>,
    is_ready: bool,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            state: ctx.props().instance.as_ref().map(screen::first_state),
            focus: None,
            is_about: false,
            is_rest_deferred: false,
            body: RefCell::default(),
            is_ready: false,
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        *self = <Self as Component>::create(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let (Some(state), Some(instance)) = (&mut self.state, &ctx.props().instance) else { return false };
        match message {
            Message::Act(action) => self.act(instance, action),
            Message::Painted => self.is_rest_deferred = false,
            Message::EffectFinished { kind, is_done, text } => state.finish_effect(kind, is_done, text),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (Some(state), Some(instance)) = (&self.state, &ctx.props().instance) else { return VNode::default() };
        let send = ctx.link().callback(Message::Act);
        let cx = screen::context(instance, state, &send);
        let panel = screen::panel(cx);
        let mut body = self.body.borrow_mut();
        match body.iter_mut().find(|child| self.is_rest_deferred && child.key == panel.key) {
            Some(old) => *old = panel,
            None => *body = screen::body(cx, panel),
        }
        screen::frame(cx, &body, self.is_rest_deferred).into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let (Some(state), Some(instance)) = (&self.state, &ctx.props().instance) else { return };
        if self.is_rest_deferred {
            instance.emit.emit(HostMessage::Drawn);
            return;
        }
        let focus = self.focus.take().map_or_else(String::new, Focus::selector);
        instance.emit.emit(HostMessage::Rendered { focus });
        if !self.is_ready {
            self.is_ready = true;
            effects::announce(instance, state);
        }
    }
}

impl App {
    /// Carries out an action of the reader, and forwards its effects.
    fn act(&mut self, instance: &Instance, action: Action) {
        let Some(state) = &mut self.state else { return };
        let (open, step) = (state.open, state.step_index());
        for effect in state.update(&instance.loaded, action) {
            effects::forward(effect, instance, state);
        }
        self.focus = Focus::after(action, open, self.is_about, step, state);
        if state.open != open {
            self.is_about = matches!(action, Action::AboutPressed(_));
        }
        let is_next_question = step.is_some() && state.step_index().is_some() && state.step_index() != step;
        self.is_rest_deferred = is_next_question && state.open == open;
    }
}
