//! Elements, built by calls.
//!
//! `html!` unrolls every element into some three hundred bytes of code of its own; with a few dozen
//! of them that was a quarter of the wasm. A call costs a tenth of that and reads as well.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, KeyboardEvent};
use yew::virtual_dom::{AttrValue, Key, Listener, ListenerKind, VNode, VTag, VText};
use yew::{Callback, NodeRef};

use crate::state::Action;

/// An element in the making.
pub(super) struct Tag(Box<VTag>);

/// An element of this name.
pub(super) fn tag(name: &'static str) -> Tag {
    Tag(Box::new(VTag::new(name)))
}

/// An element of this name and class. A class never depends on state.
pub(super) fn part(name: &'static str, class: &'static str) -> Tag {
    tag(name).set("class", class)
}

/// A button that does something.
pub(super) fn button(send: &Callback<Action>, action: Action) -> Tag {
    tag("button").set("type", "button").listen(On { change: false, send: send.clone(), action })
}

/// A radio button that does something when it is chosen.
pub(super) fn radio(send: &Callback<Action>, action: Action) -> Tag {
    tag("input").set("type", "radio").listen(On { change: true, send: send.clone(), action })
}

/// A text.
pub(super) fn text(text: &str) -> VNode {
    VText::new(AttrValue::from(text.to_owned())).into()
}

impl Tag {
    /// Sets an attribute.
    pub(super) fn set(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, value.into())
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets the `style` property, which a strict policy allows, unlike the attribute. Not prerendered.
    #[inline(never)]
    pub(super) fn style(mut self, style: &str) -> Self {
        self.0.add_property("style", style);
        self
    }

    /// Marks a radio button, or clears it.
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Tells the element from its siblings, so that it is kept when others come and go.
    #[inline(never)]
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Lets the element be found once it is on the page.
    pub(super) fn found_by(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    fn listen(mut self, listener: impl Listener + 'static) -> Self {
        self.0.add_listener(Rc::new(listener));
        self
    }

    /// Sends actions on keys. A key that is used goes no further; every other one is left alone.
    #[inline(never)]
    pub(super) fn on_keys(self, send: &Callback<Action>, keys: &[(&'static str, Action)]) -> Self {
        self.listen(OnKeys { send: send.clone(), keys: keys.into() })
    }

    /// Adds a child.
    pub(super) fn with(self, child: impl Into<VNode>) -> Self {
        self.child(child.into())
    }

    #[inline(never)]
    fn child(mut self, child: VNode) -> Self {
        self.0.add_child(child);
        self
    }

    /// Adds a child, if there is one.
    pub(super) fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    /// Adds children.
    pub(super) fn all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// Adds a text.
    #[inline(never)]
    pub(super) fn say(self, words: &str) -> Self {
        self.child(text(words))
    }
}

impl From<Tag> for VNode {
    fn from(tag: Tag) -> Self {
        Self::from(*tag.0)
    }
}

struct On {
    /// Hears a change; otherwise a click.
    change: bool,
    send: Callback<Action>,
    action: Action,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        if self.change { ListenerKind::onchange } else { ListenerKind::onclick }
    }

    fn handle(&self, _: Event) {
        self.send.emit(self.action);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// What an arrow along the line is where one reads from the right.
fn mirrored(key: &str) -> Option<&'static str> {
    match key {
        "ArrowLeft" => Some("ArrowRight"),
        "ArrowRight" => Some("ArrowLeft"),
        _ => None,
    }
}

fn is_mirrored(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.closest("[dir=rtl]"), Ok(Some(_))))
}

struct OnKeys {
    send: Callback<Action>,
    keys: Box<[(&'static str, Action)]>,
}

impl Listener for OnKeys {
    fn kind(&self) -> ListenerKind {
        ListenerKind::onkeydown
    }

    fn handle(&self, event: Event) {
        let event = event.unchecked_into::<KeyboardEvent>();
        // With a modifier it is the browser's or the reader's own shortcut.
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let mut key = event.key();
        if let Some(way) = mirrored(&key)
            && is_mirrored(&event)
        {
            key = way.to_owned();
        }
        if let Some(&(_, action)) = self.keys.iter().find(|(name, _)| *name == key) {
            event.prevent_default();
            event.stop_propagation();
            self.send.emit(action);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
