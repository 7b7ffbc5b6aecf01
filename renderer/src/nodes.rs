//! What is shown, as elements and texts, and how it becomes what is to be shown.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlInputElement, Node};

use super::order::staying;
use super::{attributes, events};
use crate::virtual_dom::vtag::{SVG_NAMESPACE, VTagInner};
use crate::virtual_dom::{AttrValue, Key, VNode, VTag};

/// An app's place on the page.
pub(super) struct Screen {
    pub(super) host: Element,
    document: Document,
    pub(super) shown: RefCell<Vec<Shown>>,
    /// The kinds of events that the host hears.
    pub(super) heard: RefCell<Vec<&'static str>>,
}

impl Screen {
    pub(super) fn new(host: Element) -> Rc<Self> {
        let document = host.owner_document().expect("an element has a document");
        Rc::new(Self { host, document, shown: RefCell::default(), heard: RefCell::default() })
    }

    /// Shows this, and nothing else.
    pub(super) fn show(self: &Rc<Self>, html: &VNode) {
        self.show_in(&self.host, false, &mut self.shown.borrow_mut(), html);
    }

    /// Puts the parts of `html` into `parent` in the place of those that are `shown` there. As in Yew, the last comes
    /// first, so that each knows before which node it goes.
    fn show_in(self: &Rc<Self>, parent: &Node, svg: bool, shown: &mut Vec<Shown>, html: &VNode) {
        let mut parts = Vec::new();
        list(html, &mut parts);
        let from = partners(&parts, shown);
        let stay = staying(&from);
        let mut old: Vec<Option<Shown>> = mem::take(shown).into_iter().map(Some).collect();
        let mut next: Option<Node> = None;
        for (place, part) in parts.into_iter().enumerate().rev() {
            let mut before = None;
            let mut same = false;
            let mut node = match from[place].and_then(|from| old[from].take()) {
                Some(mut node) => {
                    same = node.part.is(&part);
                    before = Some(mem::replace(&mut node.part, part));
                    node
                }
                None => Shown::new(&self.document, part, svg),
            };
            if !same {
                node.dress(before.as_ref());
            }
            if before.is_none() || !stay[place] {
                // Refused only where the page took away what was shown.
                parent.insert_before(&node.node, next.as_ref()).expect("what is shown is there");
            }
            if !same {
                node.fill(self, before.as_ref());
            }
            next = Some(node.node.clone());
            shown.push(node);
        }
        shown.reverse();
        for gone in old.into_iter().flatten() {
            // Gone already where the page took it away.
            let _ = parent.remove_child(&gone.node);
        }
    }
}

/// For each part the place of the node that becomes it, if one does. Where all have keys, on both sides, the one with
/// the same key does; otherwise the one that is as far from the end. It must be of the same kind.
fn partners(parts: &[Part], shown: &[Shown]) -> Vec<Option<usize>> {
    let keyed = parts.iter().all(|part| part.key().is_some()) && shown.iter().all(|shown| shown.part.key().is_some());
    let mut partners = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        let found = if keyed {
            shown.iter().position(|shown| shown.part.key() == part.key())
        } else {
            (place + shown.len()).checked_sub(parts.len())
        };
        partners.push(found.filter(|&found| shown[found].part.is_like(part)));
    }
    partners
}

/// A node on the page, with what it was made of.
pub(super) struct Shown {
    pub(super) node: Node,
    pub(super) children: Vec<Self>,
    part: Part,
    /// Whether it is a drawing, or inside of one.
    svg: bool,
}

/// An element or a text, without those in it.
enum Part {
    Tag(Rc<VTag>),
    Text(AttrValue),
}

/// Lists the parts of `html`.
fn list(html: &VNode, parts: &mut Vec<Part>) {
    match html {
        VNode::VTag(tag) => parts.push(Part::Tag(tag.clone())),
        VNode::VText(text) => parts.push(Part::Text(text.text.clone())),
        VNode::VList(all) => all.iter().for_each(|html| list(html, parts)),
        _ => panic!("only elements, texts and lists are shown"),
    }
}

impl Part {
    fn tag(&self) -> Option<&VTag> {
        match self {
            Self::Tag(tag) => Some(tag),
            Self::Text(_) => None,
        }
    }

    fn key(&self) -> Option<&Key> {
        self.tag()?.key.as_ref()
    }

    /// Whether the two are the same value, so that there is nothing to do.
    fn is(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Tag(one), Self::Tag(other)) if Rc::ptr_eq(one, other))
    }

    /// Whether the node of one can become the other.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Tag(one), Self::Tag(other)) => one.tag() == other.tag() && one.key == other.key,
            (Self::Text(_), Self::Text(_)) => true,
            _ => false,
        }
    }
}

impl Shown {
    fn new(document: &Document, part: Part, mut svg: bool) -> Self {
        let node = match &part {
            Part::Tag(tag) => {
                let name = tag.tag();
                svg |= name == "svg";
                let element = if svg {
                    document.create_element_ns(Some(SVG_NAMESPACE), name)
                } else {
                    document.create_element(name)
                };
                element.expect("not the name of an element").into()
            }
            Part::Text(text) => document.create_text_node(text).into(),
        };
        Self { node, children: Vec::new(), part, svg }
    }

    pub(super) fn tag(&self) -> Option<&VTag> {
        self.part.tag()
    }

    /// What goes on before the node is on the page: the attributes, or the words of a text.
    fn dress(&self, old: Option<&Part>) {
        match (&self.part, old) {
            (Part::Tag(tag), _) => {
                let old = old.and_then(Part::tag).map(|old| &old.attributes);
                attributes::apply(self.node.unchecked_ref(), &tag.attributes, old);
            }
            (Part::Text(text), Some(Part::Text(old))) if text != old => self.node.set_node_value(Some(text)),
            (Part::Text(_), _) => {}
        }
    }

    /// What goes in once it is there.
    fn fill(&mut self, screen: &Rc<Screen>, old: Option<&Part>) {
        let Part::Tag(tag) = &self.part else { return };
        events::listen(screen, &tag.listeners);
        match &tag.inner {
            // Even where it did not change: the reader may have changed it on the page.
            VTagInner::Input(fields) => {
                if let Some(checked) = fields.checked {
                    self.node.unchecked_ref::<HtmlInputElement>().set_checked(checked);
                }
            }
            VTagInner::Other { children, .. } => screen.show_in(&self.node, self.svg, &mut self.children, children),
            VTagInner::Textarea(_) => panic!("not shown: text areas"),
        }
        let old = old.and_then(Part::tag);
        if old.is_none_or(|old| old.node_ref != tag.node_ref) {
            if let Some(old) = old {
                self.forget(old);
            }
            tag.node_ref.set(Some(self.node.clone()));
        }
    }

    /// No one finds the node by this any more.
    fn forget(&self, tag: &VTag) {
        if tag.node_ref.get().as_ref() == Some(&self.node) {
            tag.node_ref.set(None);
        }
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if let Some(tag) = self.tag() {
            self.forget(tag);
        }
    }
}
