//! Writes a screen as a compact tree, from which the loader builds nodes without parsing markup.
//!
//! An element is `["tag", {attributes} or 0, child, …]`, a text is a string.

use serde_json::{Map, Value};
use yew::virtual_dom::{VNode, VTag};

/// The tree of a screen that has one element at its root.
///
/// # Panics
/// If the screen has other nodes than elements, texts and lists.
pub(crate) fn tree(screen: &VNode) -> Value {
    let mut roots = Vec::new();
    push(screen, &mut roots);
    let mut root = roots.pop().expect("a screen has an element at its root");
    assert!(roots.is_empty(), "a screen has one element at its root");
    separate_radio_group(&mut root);
    root
}

/// Renames the group of the radio buttons, so that it stays apart from the live one while both are on the page.
fn separate_radio_group(tree: &mut Value) {
    if let Some(name) = tree.get_mut(1).and_then(|attributes| attributes.get_mut("name")) {
        *name = "painted".into();
    }
    tree.as_array_mut().into_iter().flatten().for_each(separate_radio_group);
}

/// The first element of a class in a tree.
pub(crate) fn find<'a>(class: &str, tree: &'a Value) -> Option<&'a Value> {
    if tree.get(1)?["class"] == class {
        return Some(tree);
    }
    tree.as_array()?[2..].iter().find_map(|child| find(class, child))
}

/// Appends the trees of a node. Adjacent texts become one, as the browser would make them from markup.
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
    // Sorted, so that similar elements compress well.
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
    use super::{find, separate_radio_group, tree};
    use serde_json::json;
    use yew::html;

    #[test]
    fn elements_become_lists_and_adjacent_texts_become_one() {
        let screen = html! { <p id="b" class="a">{ "one" }{ " two" }<b/>{ "" }</p> };
        assert_eq!(tree(&screen), json!(["p", { "class": "a", "id": "b" }, "one two", ["b", 0]]));
    }

    #[test]
    fn a_checked_radio_is_marked_and_its_group_is_renamed() {
        let screen = html! { <input type="radio" name="title" checked=true/> };
        assert_eq!(tree(&screen), json!(["input", { "checked": "", "name": "painted", "type": "radio" }]));
    }

    #[test]
    #[should_panic(expected = "one element at its root")]
    fn two_roots_panic() {
        let _ = tree(&html! { <><p/><p/></> });
    }

    #[test]
    fn only_the_attribute_name_is_renamed() {
        let mut tree = json!(["label", 0, ["input", { "name": "title" }], ["b", 0, "name"]]);
        separate_radio_group(&mut tree);
        assert_eq!(tree, json!(["label", 0, ["input", { "name": "painted" }], ["b", 0, "name"]]));
    }

    #[test]
    fn the_first_element_of_a_class_is_found() {
        let tree = json!(["div", { "class": "a" }, "text", ["p", 0, ["b", 0]], ["p", { "class": "b" }, "here"]]);
        assert_eq!(find("b", &tree), Some(&json!(["p", { "class": "b" }, "here"])));
        assert_eq!(find("c", &tree), None);
    }
}
