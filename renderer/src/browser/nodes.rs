//! The elements and texts on the page, and how they become those of the next rendering.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::dom::{self, Node};
use super::order::staying;
use super::parts::{Part, partners};
use super::{attributes, events};
use crate::virtual_dom::vtag::VTagInner;
use crate::virtual_dom::{VNode, VTag};

/// The element that holds an app, and the nodes in it.
pub(super) struct Screen {
    pub(super) host: Node,
    pub(super) nodes: RefCell<Vec<LiveNode>>,
    /// The kinds of events that the host listens to.
    pub(super) heard: RefCell<Vec<&'static str>>,
}

impl Screen {
    pub(super) fn new(host: Node) -> Rc<Self> {
        Rc::new(Self { host, nodes: RefCell::default(), heard: RefCell::default() })
    }

    /// Makes the host hold this and nothing else.
    pub(super) fn render(self: &Rc<Self>, html: &VNode) {
        self.render_into(&self.host, false, &mut self.nodes.borrow_mut(), html);
    }

    /// Makes `parent`, which holds `nodes`, hold the parts of `html`. As in Yew the last part comes first, so that each
    /// knows the node that it goes before.
    fn render_into(self: &Rc<Self>, parent: &Node, svg: bool, nodes: &mut Vec<LiveNode>, html: &VNode) {
        let mut parts = Vec::new();
        Part::list(html, &mut parts);
        let from = partners(&parts, nodes);
        let stay = staying(&from);
        let mut old: Vec<Option<LiveNode>> = mem::take(nodes).into_iter().map(Some).collect();
        let mut next: Option<Node> = None;
        for (index, part) in parts.into_iter().enumerate().rev() {
            let mut before = None;
            let mut same = false;
            let mut node = match from[index].and_then(|from| old[from].take()) {
                Some(mut node) => {
                    same = node.part.is(&part);
                    before = Some(mem::replace(&mut node.part, part));
                    node
                }
                None => LiveNode::new(part, svg),
            };
            // Before it is on the page: if options are added to a list there, WebKit may select another one.
            if !same {
                node.update(self, before.as_ref());
            }
            if before.is_none() || !stay[index] {
                // Refused only if the host page has removed one of the widget's nodes.
                parent.insert_before(&node.node, next.as_ref());
            }
            next = Some(node.node.clone());
            nodes.push(node);
        }
        nodes.reverse();
        for gone in old.into_iter().flatten() {
            // The host page may have removed it already. `remove` is a function that old libraries replace by theirs.
            if gone.node.parent().as_ref() == Some(parent) {
                parent.remove_child(&gone.node);
            }
        }
    }
}

/// A node on the page, with the part that it was made of.
pub(super) struct LiveNode {
    pub(super) node: Node,
    pub(super) children: Vec<Self>,
    part: Part,
    /// Whether it is a drawing, or inside of one.
    svg: bool,
}

impl LiveNode {
    fn new(part: Part, mut svg: bool) -> Self {
        let node = match &part {
            Part::Tag(tag) => {
                let name = tag.tag();
                svg |= name == "svg";
                dom::create_element(if svg { dom::SVG } else { dom::HTML }, name)
            }
            Part::Text(text) => dom::create_text(text),
        };
        Self { node, children: Vec::new(), part, svg }
    }

    pub(super) fn tag(&self) -> Option<&VTag> {
        self.part.tag()
    }

    /// Updates the attributes, listeners and children of an element, or the content of a text.
    fn update(&mut self, screen: &Rc<Screen>, old: Option<&Part>) {
        let tag = match (&self.part, old) {
            (Part::Tag(tag), _) => tag,
            (Part::Text(text), Some(Part::Text(old))) if text != old => {
                return dom::set_property(&self.node, "nodeValue", &JsValue::from_str(text));
            }
            (Part::Text(_), _) => return,
        };
        attributes::apply(&self.node, &tag.attributes, old.and_then(Part::tag).map(|old| &old.attributes));
        events::listen(screen, &tag.listeners);
        match &tag.inner {
            // Set even if it is as before: the reader may have changed it on the page.
            VTagInner::Input(fields) => {
                if let Some(checked) = fields.checked {
                    dom::set_property(&self.node, "checked", &JsValue::from_bool(checked));
                }
            }
            VTagInner::Other { children, .. } => screen.render_into(&self.node, self.svg, &mut self.children, children),
            VTagInner::Textarea(_) => panic!("text areas are not rendered"),
        }
    }
}

impl AsRef<Part> for LiveNode {
    fn as_ref(&self) -> &Part {
        &self.part
    }
}
