//! Builds elements by calls, for any app: listeners are generic over the app's message.
//!
//! `html!` expands each element into some 300 bytes of wasm; with a few dozen elements that was a quarter of the program.
//! A call costs a tenth of that and reads as well.

mod listeners;

use std::cell::RefCell;
use std::rc::Rc;

use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};
use yew::{Callback, NodeRef};

use listeners::{OnChoice, OnEvent, OnKeys};

/// An element under construction. It becomes Yew's own element at the end and at once: adding attributes to that one by one
/// would bring a map into the wasm.
#[must_use]
pub struct Element(Box<Parts>);

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

/// An element with this tag name and no class.
#[inline(never)]
pub fn tag(name: &'static str) -> Element {
    Element(Box::new(Parts {
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

/// An element with this tag name and class. A class never depends on state.
pub fn element(name: &'static str, class: &'static str) -> Element {
    tag(name).attr("class", class)
}

/// A button that sends a message.
pub fn button<M: Copy + 'static>(send: &Callback<M>, message: M) -> Element {
    tag("button").attr("type", "button").on_click(send, message)
}

/// A radio button that sends a message when it is chosen.
pub fn radio<M: Copy + 'static>(send: &Callback<M>, message: M) -> Element {
    tag("input").attr("type", "radio").on_change(send, message)
}

/// A check box that sends a message when it is ticked or cleared.
pub fn checkbox<M: Copy + 'static>(send: &Callback<M>, message: M, checked: bool) -> Element {
    tag("input").attr("type", "checkbox").checked(checked).on_change(send, message)
}

/// A list of options that sends the message of the chosen one; `messages` has one for each option, in their order.
pub fn select<M: Copy + 'static>(send: &Callback<M>, messages: Vec<M>) -> Element {
    tag("select").listen(OnChoice { send: send.clone(), messages })
}

/// A text node.
#[must_use]
pub fn text(text: &str) -> VNode {
    VText::new(AttrValue::from(text.to_owned())).into()
}

impl Element {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
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
    pub fn style(self, style: &str) -> Self {
        // Outside of a browser there is no value that a property could have.
        if cfg!(target_arch = "wasm32") {
            self.attribute("style", AttributeOrProperty::Property(style.into()))
        } else {
            self
        }
    }

    /// Sets whether a radio button or check box is checked.
    pub fn checked(mut self, checked: bool) -> Self {
        self.0.checked = Some(checked);
        self
    }

    /// Identifies the element among its siblings, so that it survives when others come and go.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Sets the reference through which the element is found once it is on the page.
    pub fn node_ref(mut self, node: &NodeRef) -> Self {
        self.0.node = node.clone();
        self
    }

    fn listen(mut self, listener: impl Listener + 'static) -> Self {
        self.0.listeners.push(Some(Rc::new(listener)));
        self
    }

    /// Sends a message on a click, beside what the browser does anyway.
    pub fn on_click<M: Copy + 'static>(self, send: &Callback<M>, message: M) -> Self {
        self.listen(OnEvent { is_change: false, send: send.clone(), message })
    }

    fn on_change<M: Copy + 'static>(self, send: &Callback<M>, message: M) -> Self {
        self.listen(OnEvent { is_change: true, send: send.clone(), message })
    }

    /// Sends messages on keys. A key in the list goes no further; every other key is left alone.
    #[inline(never)]
    pub fn on_keys<M: Copy + 'static>(self, send: &Callback<M>, keys: &[(&'static str, M)]) -> Self {
        self.listen(OnKeys { send: send.clone(), keys: keys.into() })
    }

    /// Adds a child.
    pub fn child(self, child: impl Into<VNode>) -> Self {
        self.push(child.into())
    }

    #[inline(never)]
    fn push(mut self, child: VNode) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds children that were built before. The renderer skips those that it shows already.
    pub fn reuse(mut self, children: &[Rc<VTag>]) -> Self {
        self.0.children.extend(children.iter().cloned().map(VNode::VTag));
        self
    }

    /// Adds a child, if there is one.
    pub fn child_opt(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds children.
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(self, words: &str) -> Self {
        self.push(text(words))
    }
}

impl From<Element> for VNode {
    fn from(tag: Element) -> Self {
        Self::VTag(tag.into())
    }
}

impl From<Element> for Rc<VTag> {
    #[inline(never)]
    fn from(tag: Element) -> Self {
        let Parts { name, names, values, checked, key, node, listeners, children } = *tag.0;
        let attributes = Attributes::Dynamic { keys: intern_names(names), values: values.into() };
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

/// The same names at a stable address, which Yew compares first. There are a few dozen such lists, one for each kind of
/// element, so they are leaked.
fn intern_names(names: Vec<&'static str>) -> &'static [&'static str] {
    thread_local! {
        static INTERNED: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    INTERNED.with_borrow_mut(|interned| {
        let known = interned.iter().find(|known| ***known == *names);
        known.copied().unwrap_or_else(|| {
            let names = names.leak();
            interned.push(names);
            names
        })
    })
}
