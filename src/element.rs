//! Elements, built by calls.
//!
//! `html!` unrolls every element into some three hundred bytes of code of its own; with a few dozen
//! of them that was a quarter of the wasm. A call costs a tenth of that and reads as well.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent};
use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Key, Listener, ListenerKind, Listeners, VList, VNode, VTag, VText,
};
use yew::{Callback, NodeRef};

use career_ladder_core::state::Action;

/// An element in the making. Yew's own comes last and at once: made step by step, it would bring a map for the
/// attributes.
pub(crate) struct Tag(Box<Parts>);

struct Parts {
    name: &'static str,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    checked: Option<bool>,
    key: Option<Key>,
    node: NodeRef,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
}

/// An element of this name.
#[inline(never)]
pub(crate) fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Parts {
        name,
        names: Vec::new(),
        values: Vec::new(),
        checked: None,
        key: None,
        node: NodeRef::default(),
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// An element of this name and class. A class never depends on state.
pub(crate) fn part(name: &'static str, class: &'static str) -> Tag {
    tag(name).set("class", class)
}

/// A button that does something.
pub(crate) fn button(send: &Callback<Action>, action: Action) -> Tag {
    tag("button").set("type", "button").on_click(send, action)
}

/// A radio button that does something when it is chosen.
pub(crate) fn radio(send: &Callback<Action>, action: Action) -> Tag {
    tag("input").set("type", "radio").listen(On { change: true, send: send.clone(), action })
}

/// A check box that does something when it is ticked, or cleared.
pub(crate) fn checkbox(send: &Callback<Action>, action: Action, checked: bool) -> Tag {
    tag("input").set("type", "checkbox").checked(checked).listen(On { change: true, send: send.clone(), action })
}

/// A list of choices, each with what it does.
pub(crate) fn select(send: &Callback<Action>, actions: Vec<Action>) -> Tag {
    tag("select").listen(OnChoice { send: send.clone(), actions })
}

/// A text.
pub(crate) fn text(text: &str) -> VNode {
    VText::new(AttrValue::from(text.to_owned())).into()
}

impl Tag {
    /// Sets an attribute.
    pub(crate) fn set(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, AttributeOrProperty::Attribute(value.into()))
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttributeOrProperty) -> Self {
        self.0.names.push(name);
        self.0.values.push(Some(value));
        self
    }

    /// Sets the `style` property, which a strict policy allows, unlike the attribute. Not prerendered.
    #[inline(never)]
    pub(crate) fn style(self, style: &str) -> Self {
        // Outside of a browser there is no value that a property could have.
        if cfg!(target_arch = "wasm32") {
            self.attribute("style", AttributeOrProperty::Property(style.into()))
        } else {
            self
        }
    }

    /// Marks a radio button, or clears it.
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.checked = Some(checked);
        self
    }

    /// Tells the element from its siblings, so that it is kept when others come and go.
    #[inline(never)]
    pub(crate) fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Lets the element be found once it is on the page.
    pub(crate) fn found_by(mut self, node: &NodeRef) -> Self {
        self.0.node = node.clone();
        self
    }

    fn listen(mut self, listener: impl Listener + 'static) -> Self {
        self.0.listeners.push(Some(Rc::new(listener)));
        self
    }

    /// Sends an action beside what a click does anyway.
    pub(crate) fn on_click(self, send: &Callback<Action>, action: Action) -> Self {
        self.listen(On { change: false, send: send.clone(), action })
    }

    /// Sends actions on keys. A key that is used goes no further; every other one is left alone.
    #[inline(never)]
    pub(crate) fn on_keys(self, send: &Callback<Action>, keys: &[(&'static str, Action)]) -> Self {
        self.listen(OnKeys { send: send.clone(), keys: keys.into() })
    }

    /// Adds a child.
    pub(crate) fn with(self, child: impl Into<VNode>) -> Self {
        self.child(child.into())
    }

    #[inline(never)]
    fn child(mut self, child: VNode) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds children that were made before, and stay as they are.
    pub(crate) fn again(mut self, children: &[Rc<VTag>]) -> Self {
        self.0.children.extend(children.iter().cloned().map(VNode::VTag));
        self
    }

    /// Adds a child, if there is one.
    pub(crate) fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    /// Adds children.
    pub(crate) fn all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// Adds a text.
    #[inline(never)]
    pub(crate) fn say(self, words: &str) -> Self {
        self.child(text(words))
    }
}

impl From<Tag> for VNode {
    fn from(tag: Tag) -> Self {
        Self::VTag(tag.into())
    }
}

impl From<Tag> for Rc<VTag> {
    #[inline(never)]
    fn from(tag: Tag) -> Self {
        let Parts { name, names, values, checked, key, node, listeners, children } = *tag.0;
        let attributes = Attributes::Dynamic { keys: kept(names), values: values.into() };
        let listeners = Listeners::Pending(listeners.into());
        let tag = if name == "input" {
            VTag::__new_input(None, checked, node, key, attributes, listeners)
        } else {
            let children = VList::with_children(children, None).into();
            VTag::__new_other(AttrValue::Static(name), node, key, attributes, listeners, children)
        };
        tag.into()
    }
}

/// The same names at an address that stays the same, by which Yew knows them again. There are a few dozen of such
/// lists, one for each kind of element.
fn kept(names: Vec<&'static str>) -> &'static [&'static str] {
    thread_local! {
        static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    KEPT.with_borrow_mut(|kept| {
        let known = kept.iter().find(|known| ***known == *names);
        known.copied().unwrap_or_else(|| {
            let names = names.leak();
            kept.push(names);
            names
        })
    })
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

struct OnChoice {
    send: Callback<Action>,
    actions: Vec<Action>,
}

impl Listener for OnChoice {
    fn kind(&self) -> ListenerKind {
        ListenerKind::onchange
    }

    fn handle(&self, event: Event) {
        let chosen = event.target().map(|select| select.unchecked_into::<HtmlSelectElement>().selected_index());
        let chosen = chosen.and_then(|place| usize::try_from(place).ok());
        if let Some(&action) = chosen.and_then(|place| self.actions.get(place)) {
            self.send.emit(action);
        }
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
