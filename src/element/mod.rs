//! Builds Yew's elements by calls instead of `html!`. Any app can use it: listeners are generic over the app's message.
//!
//! `html!` expands each element into some 300 bytes of wasm; with a few dozen elements that was a quarter of the
//! program. A call takes a tenth of that.
//!
//! ```
//! use career_ladder::element::{button, element, tag};
//! use yew::{Callback, virtual_dom::VNode};
//!
//! #[derive(Clone)]
//! enum Message {
//!     Added,
//! }
//!
//! fn view(send: &Callback<Message>, names: &[&str]) -> VNode {
//!     let items = names.iter().map(|name| tag("li").text(name));
//!     element("div", "list")
//!         .child(tag("ul").children(items))
//!         .child(button(send, Message::Added).attr("aria-describedby", "hint").text("Add"))
//!         .into()
//! }
//! # let _ = view(&Callback::noop(), &["one"]);
//! ```

mod listeners;

use std::cell::RefCell;
use std::rc::Rc;

use yew::virtual_dom::{
    AttrValue, AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};
use yew::{Callback, NodeRef};

use listeners::{OnChoice, OnEvent, OnKeys};

/// An element under construction. It collects everything and becomes Yew's element in one step, by `into()`. Adding
/// attributes one by one to Yew's element would bring a map into the wasm.
#[must_use]
pub struct Element(Box<Draft>);

struct Draft {
    tag: &'static str,
    /// The names of the attributes, in the order of `attribute_values`.
    attribute_names: Vec<&'static str>,
    attribute_values: Vec<Option<AttributeOrProperty>>,
    /// For radio buttons and check boxes only.
    checked: Option<bool>,
    key: Option<Key>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
}

/// An element with this tag name and no class.
#[inline(never)]
pub fn tag(tag: &'static str) -> Element {
    Element(Box::new(Draft {
        tag,
        attribute_names: Vec::new(),
        attribute_values: Vec::new(),
        checked: None,
        key: None,
        listeners: Vec::new(),
        children: Vec::new(),
    }))
}

/// An element with this tag name and class. The class is fixed: styles that depend on state hang on other attributes.
pub fn element(name: &'static str, class: &'static str) -> Element {
    tag(name).attr("class", class)
}

/// A button that sends a message.
pub fn button<M: Clone + 'static>(send: &Callback<M>, message: M) -> Element {
    tag("button").attr("type", "button").on_click(send, message)
}

/// A radio button that sends a message when it is chosen.
pub fn radio<M: Clone + 'static>(send: &Callback<M>, message: M) -> Element {
    tag("input").attr("type", "radio").on_change(send, message)
}

/// A check box that sends a message when it is ticked or cleared.
pub fn checkbox<M: Clone + 'static>(send: &Callback<M>, message: M, checked: bool) -> Element {
    tag("input").attr("type", "checkbox").checked(checked).on_change(send, message)
}

/// A list of options that sends the message of the selected one. `messages` holds one message for each option, in the
/// same order; the caller adds the options as children.
pub fn select<M: Clone + 'static>(send: &Callback<M>, messages: Vec<M>) -> Element {
    tag("select").listen(OnChoice { send: send.clone(), messages })
}

/// Siblings without a parent yet. An element takes them over with [`Element::append`].
///
/// A `Vec` of elements would do, but adding to it takes more code than adding children.
#[must_use]
pub struct Fragment(Element);

/// A fragment without siblings.
pub fn fragment() -> Fragment {
    Fragment(tag(""))
}

impl Fragment {
    /// Adds a sibling.
    pub fn child(self, child: Element) -> Self {
        Self(self.0.child(child))
    }

    /// Adds a sibling, if there is one.
    pub fn child_opt(self, child: Option<Element>) -> Self {
        Self(self.0.child_opt(child))
    }

    /// Adds the siblings of another fragment.
    pub fn append(self, fragment: Self) -> Self {
        Self(self.0.append(fragment))
    }
}

/// A text node.
pub fn text(content: &str) -> VNode {
    VText::new(AttrValue::from(content.to_owned())).into()
}

impl Element {
    /// Adds an attribute. Each name may be given once; attributes keep their order.
    pub fn attr(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.attribute(name, AttributeOrProperty::Attribute(value.into()))
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: AttributeOrProperty) -> Self {
        self.0.attribute_names.push(name);
        self.0.attribute_values.push(Some(value));
        self
    }

    /// Sets the `style` property. A strict content security policy allows it but refuses the attribute. Prerendered
    /// screens have no style.
    #[inline(never)]
    pub fn style(self, style: &str) -> Self {
        // A property holds a JavaScript value, which exists in the browser only.
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

    /// Identifies the element among its siblings, so that it is kept when others are added or removed.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    fn listen(mut self, listener: impl Listener + 'static) -> Self {
        self.0.listeners.push(Some(Rc::new(listener)));
        self
    }

    /// Sends a message on a click. The browser's own reaction, such as following a link, stays.
    pub fn on_click<M: Clone + 'static>(self, send: &Callback<M>, message: M) -> Self {
        self.listen(OnEvent { is_change: false, send: send.clone(), message })
    }

    fn on_change<M: Clone + 'static>(self, send: &Callback<M>, message: M) -> Self {
        self.listen(OnEvent { is_change: true, send: send.clone(), message })
    }

    /// Sends messages on keys, named as in `KeyboardEvent.key`. A listed key stops here; any other key passes. Left and
    /// right are exchanged in right-to-left text.
    #[inline(never)]
    pub fn on_keys<M: Clone + 'static>(self, send: &Callback<M>, keys: &[(&'static str, M)]) -> Self {
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

    /// Adds children that were built before. The renderer skips a child that it already shows.
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

    /// Adds the siblings of a fragment.
    #[inline(never)]
    pub fn append(mut self, fragment: Fragment) -> Self {
        let mut draft = fragment.0.0;
        self.0.children.append(&mut draft.children);
        self
    }

    /// Adds a text. One that may change stands alone in its element: beside others it would stay as a translator wrote it.
    #[inline(never)]
    pub fn text(self, content: &str) -> Self {
        self.push(text(content))
    }
}

impl From<Element> for VNode {
    fn from(element: Element) -> Self {
        Self::VTag(element.into())
    }
}

impl From<Element> for Rc<VTag> {
    #[inline(never)]
    fn from(element: Element) -> Self {
        let Draft { tag, mut attribute_names, mut attribute_values, checked, key, listeners, mut children } =
            *element.0;
        // Translators replace texts on the page by elements of theirs. A renderer that went on to change its own text
        // would change nothing there; setting the whole content does. Without a browser there is no such property.
        if cfg!(target_arch = "wasm32")
            && let [VNode::VText(text)] = &*children
        {
            attribute_names.push("textContent");
            attribute_values.push(Some(AttributeOrProperty::Property((&*text.text).into())));
            children.clear();
        }
        let attributes = Attributes::Dynamic { keys: intern_names(attribute_names), values: attribute_values.into() };
        let listeners = Listeners::Pending(listeners.into());
        let tag = if tag == "input" {
            VTag::__new_input(None, checked, NodeRef::default(), key, attributes, listeners)
        } else {
            let children = VList::with_children(children, None).into();
            VTag::__new_other(AttrValue::Static(tag), NodeRef::default(), key, attributes, listeners, children)
        };
        tag.into()
    }
}

/// The same list of names at one address for the whole program, since Yew compares addresses before names. The lists
/// are leaked: there are a few dozen, one for each kind of element.
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

#[cfg(test)]
mod tests;
