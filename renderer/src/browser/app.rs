//! The life cycle of the component: created once, then updated and rendered for as long as the page lives.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Element;

use super::nodes::Screen;
use crate::html::{BaseComponent, Context, Scope};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &Closure<dyn Fn(JsValue)>);
}

/// An app that has not started yet.
#[derive(Debug)]
#[must_use = "an app starts with `render`"]
pub struct Renderer<COMP: BaseComponent> {
    host: Element,
    props: COMP::Properties,
}

impl<COMP: BaseComponent> Renderer<COMP> {
    /// Makes an app for this element, which must be empty.
    pub fn with_root_and_props(host: Element, props: COMP::Properties) -> Self {
        Self { host, props }
    }

    /// Starts the app.
    pub fn render(self) -> AppHandle<COMP> {
        let app = Rc::new(App {
            queue: RefCell::default(),
            scheduled: Cell::new(false),
            task: OnceCell::new(),
            mounted: RefCell::new(None),
            screen: Screen::new(self.host.unchecked_into()),
        });
        let mut handle = AppHandle { scope: Scope::of(app) };
        handle.update(self.props);
        handle
    }
}

/// A running app. It cannot be ended, since its listeners would stay behind.
#[derive(Debug)]
pub struct AppHandle<COMP: BaseComponent> {
    scope: Scope<COMP>,
}

impl<COMP: BaseComponent> AppHandle<COMP> {
    /// Gives the component other properties.
    pub fn update(&mut self, props: COMP::Properties) {
        self.scope.app.enqueue(|queue| queue.props.push(Rc::new(props)));
    }
}

impl<COMP: BaseComponent> Deref for AppHandle<COMP> {
    type Target = Scope<COMP>;

    fn deref(&self) -> &Self::Target {
        &self.scope
    }
}

/// Properties and messages that wait to be given to the component, each in their order.
struct Queue<COMP: BaseComponent> {
    props: Vec<Rc<COMP::Properties>>,
    messages: Vec<COMP::Message>,
}

impl<COMP: BaseComponent> Default for Queue<COMP> {
    fn default() -> Self {
        Self { props: Vec::new(), messages: Vec::new() }
    }
}

/// A running app: the component, the messages that wait for it, and its nodes.
pub(crate) struct App<COMP: BaseComponent> {
    queue: RefCell<Queue<COMP>>,
    /// Whether `run` is under way or will be.
    scheduled: Cell<bool>,
    task: OnceCell<Closure<dyn Fn(JsValue)>>,
    /// `None` before the first `run`.
    mounted: RefCell<Option<Mounted<COMP>>>,
    screen: Rc<Screen>,
}

struct Mounted<COMP: BaseComponent> {
    component: COMP,
    context: Context<COMP>,
}

impl<COMP: BaseComponent> App<COMP> {
    /// Sends the component a message.
    pub(crate) fn send(self: &Rc<Self>, message: COMP::Message) {
        self.enqueue(|queue| queue.messages.push(message));
    }

    /// Adds to the queue, which is worked off in a microtask: the caller may be inside of the component.
    fn enqueue(self: &Rc<Self>, add: impl FnOnce(&mut Queue<COMP>)) {
        add(&mut self.queue.borrow_mut());
        if !self.scheduled.replace(true) {
            queue_microtask(self.task.get_or_init(|| {
                let app = self.clone();
                Closure::new(move |_| app.run())
            }));
        }
    }

    /// Works off the queue, and what is added meanwhile. The order is Yew's: first of all the first rendering; then
    /// properties, messages and rendering; and `rendered` only when the queue is empty.
    fn run(self: &Rc<Self>) {
        let mut mounted = self.mounted.borrow_mut();
        let mut first = mounted.is_none();
        let Mounted { component, context } = mounted.get_or_insert_with(|| {
            let props = self.queue.borrow_mut().props.remove(0);
            let context = Context { scope: Scope::of(self.clone()), props };
            Mounted { component: COMP::create(&context), context }
        });
        if first {
            self.render(component, context);
        }
        let mut changed = false;
        let mut to_report = false;
        loop {
            let Queue { props, messages } = self.queue.take();
            let was_empty = props.is_empty() && messages.is_empty();
            for props in props {
                if context.props != props {
                    let old = std::mem::replace(&mut context.props, props);
                    changed |= component.changed(context, &old);
                }
            }
            if first {
                first = false;
                component.rendered(context, true);
            }
            for message in messages {
                changed |= component.update(context, message);
            }
            if !was_empty {
                continue;
            }
            if changed {
                changed = false;
                self.render(component, context);
                to_report = true;
            } else if to_report {
                to_report = false;
                component.rendered(context, false);
            } else {
                break;
            }
        }
        self.scheduled.set(false);
    }

    fn render(&self, component: &COMP, context: &Context<COMP>) {
        // Only a suspended component has no view, and this renderer knows no suspense.
        if let Ok(html) = component.view(context) {
            self.screen.render(&html);
        }
    }
}
