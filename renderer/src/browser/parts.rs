//! The elements and texts of a list of virtual nodes, and which node on the page becomes which of them.

use std::rc::Rc;

use crate::virtual_dom::{AttrValue, Key, VNode, VTag};

/// An element or a text, without those in it.
pub(super) enum Part {
    Tag(Rc<VTag>),
    Text(AttrValue),
}

impl Part {
    /// Appends the parts of `html`; a list inside a list becomes one with it.
    pub(super) fn list(html: &VNode, parts: &mut Vec<Self>) {
        match html {
            VNode::VTag(tag) => parts.push(Self::Tag(tag.clone())),
            VNode::VText(text) => parts.push(Self::Text(text.text.clone())),
            VNode::VList(all) => all.iter().for_each(|html| Self::list(html, parts)),
            _ => panic!("only elements, texts and lists are rendered"),
        }
    }

    pub(super) fn tag(&self) -> Option<&VTag> {
        match self {
            Self::Tag(tag) => Some(tag),
            Self::Text(_) => None,
        }
    }

    fn key(&self) -> Option<&Key> {
        self.tag()?.key.as_ref()
    }

    /// Whether the two are the same value, so that there is nothing to do.
    pub(super) fn is(&self, other: &Self) -> bool {
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

impl AsRef<Self> for Part {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// For each part: the index of the old node that becomes it, if one does. If all have keys, on both sides, the node
/// with the same key does; otherwise the node that is as far from the end. It must be of the same kind.
pub(super) fn partners(parts: &[Part], old: &[impl AsRef<Part>]) -> Vec<Option<usize>> {
    let keyed = parts.iter().all(|part| part.key().is_some()) && old.iter().all(|node| node.as_ref().key().is_some());
    let mut partners = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        let found = if keyed {
            old.iter().position(|node| node.as_ref().key() == part.key())
        } else {
            (index + old.len()).checked_sub(parts.len())
        };
        partners.push(found.filter(|&found| old[found].as_ref().is_like(part)));
    }
    partners
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{Part, partners};
    use crate::virtual_dom::{VList, VNode, VTag, VText};

    /// `p` is an element, `p:a` one with the key `a`, and `"` a text.
    fn node(part: &str) -> VNode {
        let (name, key) = part.split_once(':').unwrap_or((part, ""));
        if name == "\"" {
            return VText::new("text").into();
        }
        let mut tag = VTag::new(name.to_owned());
        tag.key = (!key.is_empty()).then(|| key.into());
        tag.into()
    }

    fn parts(list: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        list.split_whitespace().for_each(|part| Part::list(&node(part), &mut parts));
        parts
    }

    /// The new parts, the old ones, and for each new part the index of the old one that becomes it, or `-`.
    #[track_caller]
    fn case(new: &str, old: &str, expected: &str) {
        let expected: Vec<Option<usize>> = expected.split_whitespace().map(|index| index.parse().ok()).collect();
        assert_eq!(partners(&parts(new), &parts(old)), expected, "{new} from {old}");
    }

    #[test]
    fn parts_without_keys_pair_up_from_the_end() {
        case("p p", "p p", "0 1");
        case("p p", "p", "- 0");
        case("p", "p p", "1");
        case("p b", "b p b", "1 2");
        case("p b", "b b", "- 1");
        case("p \"", "p \"", "0 1");
    }

    #[test]
    fn parts_with_keys_pair_up_by_key() {
        case("p:a p:b", "p:b p:a", "1 0");
        case("p:a p:c", "p:a p:b", "0 -");
        case("p:a", "b:a", "-");
    }

    #[test]
    fn one_part_without_a_key_makes_keys_count_only_for_likeness() {
        case("p:a p", "p:a p", "0 1");
        case("p:a p", "p:b p", "- 1");
        case("p:a p:b", "p:b \"", "- -");
    }

    #[test]
    fn an_element_never_becomes_a_text() {
        case("p", "\"", "-");
        case("\"", "p", "-");
    }

    #[test]
    fn a_list_inside_a_list_becomes_one_with_it() {
        let inner = VList::with_children(vec![node("b"), node("\"")], None);
        let outer = VList::with_children(vec![node("p"), inner.into(), node("i")], None);
        let mut parts = Vec::new();
        Part::list(&outer.into(), &mut parts);
        let names = parts.iter().map(|part| match part {
            Part::Tag(tag) => tag.tag(),
            Part::Text(text) => text,
        });
        assert_eq!(names.collect::<Vec<_>>(), ["p", "b", "text", "i"]);
    }

    #[test]
    fn only_the_same_value_needs_no_work() {
        let tag = Rc::new(VTag::new("p"));
        assert!(Part::Tag(tag.clone()).is(&Part::Tag(tag.clone())));
        assert!(!Part::Tag(tag).is(&Part::Tag(Rc::new(VTag::new("p")))));
        assert!(!Part::Text("a".into()).is(&Part::Text("a".into())));
    }
}
