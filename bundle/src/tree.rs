//! A screen as a compact tree, from which the loader builds nodes without parsing markup.
//!
//! An element is `["tag", {attributes} or 0, child, …]`, a text is a string.

use serde_json::{Map, Value};
use yew::virtual_dom::{VNode, VTag};

/// The tree of a screen that has one element at its root.
///
/// # Panics
/// Where the screen is made of anything but elements, texts and lists.
pub(crate) fn tree(screen: &VNode) -> Value {
    let mut roots = Vec::new();
    push(screen, &mut roots);
    let mut root = roots.pop().expect("a screen has an element at its root");
    assert!(roots.is_empty(), "a screen has one element at its root");
    set_apart(&mut root);
    root
}

/// Has the radios of a prerendered screen be a group of their own, also where they meet those of a live one.
fn set_apart(tree: &mut Value) {
    if let Some(name) = tree.get_mut(1).and_then(|attributes| attributes.get_mut("name")) {
        *name = "painted".into();
    }
    tree.as_array_mut().into_iter().flatten().for_each(set_apart);
}

/// The first element of a class in a tree.
pub(crate) fn find<'a>(class: &str, tree: &'a Value) -> Option<&'a Value> {
    if tree.get(1)?["class"] == class {
        return Some(tree);
    }
    tree.as_array()?[2..].iter().find_map(|child| find(class, child))
}

/// Adds the trees of a node, with texts that stand side by side as one.
fn push(node: &VNode, siblings: &mut Vec<Value>) {
    match node {
        VNode::VTag(tag) => siblings.push(element(tag)),
        VNode::VText(text) => match siblings.last_mut() {
            Some(Value::String(before)) => before.push_str(&text.text),
            _ if text.text.is_empty() => {}
            _ => siblings.push(Value::from(&*text.text)),
        },
        VNode::VList(nodes) => nodes.iter().for_each(|node| push(node, siblings)),
        _ => panic!("a screen is made of elements, texts and lists"),
    }
}

fn element(tag: &VTag) -> Value {
    let mut attributes: Map<String, Value> =
        tag.attributes.iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    if tag.checked() == Some(true) {
        attributes.insert("checked".to_owned(), Value::from(""));
    }
    // In one order, so that what is packed well stays so.
    attributes.sort_keys();
    let attributes = if attributes.is_empty() { Value::from(0) } else { Value::Object(attributes) };
    let mut element = vec![Value::from(tag.tag()), attributes];
    if let Some(children) = tag.children() {
        push(children, &mut element);
    }
    Value::Array(element)
}

#[cfg(test)]
mod tests {
    use super::{find, set_apart, tree};
    use serde_json::json;
    use yew::html;

    #[test]
    fn elements_become_lists_and_texts_that_meet_become_one() {
        let screen = html! { <p id="b" class="a">{ "one" }{ " two" }<b/>{ "" }</p> };
        assert_eq!(tree(&screen), json!(["p", { "class": "a", "id": "b" }, "one two", ["b", 0]]));
    }

    #[test]
    fn a_checked_radio_says_so_and_has_a_name_of_its_own() {
        let screen = html! { <input type="radio" name="title" checked=true/> };
        assert_eq!(tree(&screen), json!(["input", { "checked": "", "name": "painted", "type": "radio" }]));
    }

    #[test]
    #[should_panic(expected = "one element at its root")]
    fn two_roots_are_refused() {
        let _ = tree(&html! { <><p/><p/></> });
    }

    #[test]
    fn names_are_changed_in_attributes_alone() {
        let mut tree = json!(["label", 0, ["input", { "name": "title" }], ["b", 0, "name"]]);
        set_apart(&mut tree);
        assert_eq!(tree, json!(["label", 0, ["input", { "name": "painted" }], ["b", 0, "name"]]));
    }

    #[test]
    fn an_element_is_found_by_its_class() {
        let tree = json!(["div", { "class": "a" }, "text", ["p", 0, ["b", 0]], ["p", { "class": "b" }, "here"]]);
        assert_eq!(find("b", &tree), Some(&json!(["p", { "class": "b" }, "here"])));
        assert_eq!(find("c", &tree), None);
    }
}
