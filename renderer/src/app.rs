//! The life of the component: created once, then updated, drawn and told so for as long as the page lives.

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::Element;

use super::nodes::Screen;
use crate::html::{BaseComponent, Context, Scope};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &Closure<dyn Fn(JsValue)>);
}

/// An app that was not started yet.
#[derive(Debug)]
#[must_use = "nothing is shown before `render`"]
pub struct Renderer<COMP: BaseComponent> {
    host: Element,
    props: COMP::Properties,
}

impl<COMP: BaseComponent> Renderer<COMP> {
    /// An app in this element, which must be empty.
    pub fn with_root_and_props(host: Element, props: COMP::Properties) -> Self {
        Self { host, props }
    }

    /// Starts the app.
    pub fn render(self) -> AppHandle<COMP> {
        let app = Rc::new(App {
            asked: RefCell::default(),
            awake: Cell::new(false),
            wake: OnceCell::new(),
            life: RefCell::new(None),
            screen: Screen::new(self.host),
        });
        let mut handle = AppHandle { scope: Scope::of(app) };
        handle.update(self.props);
        handle
    }
}

/// A running app. There is no way to end it: its listeners would stay behind.
#[derive(Debug)]
pub struct AppHandle<COMP: BaseComponent> {
    scope: Scope<COMP>,
}

impl<COMP: BaseComponent> AppHandle<COMP> {
    /// Gives the component other properties.
    pub fn update(&mut self, props: COMP::Properties) {
        self.scope.app.ask(|asked| asked.0.push(Rc::new(props)));
    }
}

impl<COMP: BaseComponent> Deref for AppHandle<COMP> {
    type Target = Scope<COMP>;

    fn deref(&self) -> &Self::Target {
        &self.scope
    }
}

/// What a component is asked to take, in order: properties and messages.
type Asked<COMP> = (Vec<Rc<<COMP as BaseComponent>::Properties>>, Vec<<COMP as BaseComponent>::Message>);

/// An app.
pub(crate) struct App<COMP: BaseComponent> {
    asked: RefCell<Asked<COMP>>,
    /// Whether `run` is under way or will be.
    awake: Cell<bool>,
    wake: OnceCell<Closure<dyn Fn(JsValue)>>,
    life: RefCell<Option<Life<COMP>>>,
    screen: Rc<Screen>,
}

struct Life<COMP: BaseComponent> {
    component: COMP,
    context: Context<COMP>,
}

impl<COMP: BaseComponent> App<COMP> {
    /// Sends the component a message.
    pub(crate) fn send(self: &Rc<Self>, message: COMP::Message) {
        self.ask(|asked| asked.1.push(message));
    }

    /// Nothing is done at once, since whoever asks may be in the middle of something.
    fn ask(self: &Rc<Self>, ask: impl FnOnce(&mut Asked<COMP>)) {
        ask(&mut self.asked.borrow_mut());
        if !self.awake.replace(true) {
            queue_microtask(self.wake.get_or_init(|| {
                let app = self.clone();
                Closure::new(move |_| app.run())
            }));
        }
    }

    /// Does what was asked, and what is asked meanwhile. The order is Yew's: the first drawing before everything else,
    /// then properties, messages, drawing, and only when all that is done, telling the component that it was drawn.
    fn run(self: &Rc<Self>) {
        let mut life = self.life.borrow_mut();
        let mut first = life.is_none();
        let life = life.get_or_insert_with(|| {
            let props = self.asked.borrow_mut().0.remove(0);
            let context = Context { scope: Scope::of(self.clone()), props };
            Life { component: COMP::create(&context), context }
        });
        if first {
            self.draw(life);
        }
        let mut changed = false;
        let mut drawn = false;
        loop {
            let (props, messages) = self.asked.take();
            let asked = !props.is_empty() || !messages.is_empty();
            for props in props {
                if life.context.props != props {
                    let old = std::mem::replace(&mut life.context.props, props);
                    changed |= life.component.changed(&life.context, &old);
                }
            }
            if first {
                first = false;
                life.component.rendered(&life.context, true);
            }
            for message in messages {
                changed |= life.component.update(&life.context, message);
            }
            if asked {
                continue;
            }
            if changed {
                changed = false;
                self.draw(life);
                drawn = true;
            } else if drawn {
                drawn = false;
                life.component.rendered(&life.context, false);
            } else {
                break;
            }
        }
        self.awake.set(false);
    }

    fn draw(&self, life: &Life<COMP>) {
        // Refused only by components that wait for something, which a plain one cannot.
        if let Ok(html) = life.component.view(&life.context) {
            self.screen.show(&html);
        }
    }
}
