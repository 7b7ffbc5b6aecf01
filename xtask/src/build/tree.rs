//! Rendered HTML as a compact tree, from which the loader builds nodes without parsing markup.
//!
//! An element is `["tag", {attributes} or 0, child, …]`, a text is a string.

use anyhow::{Result, bail};
use html5ever::{Attribute, LocalName, QualName, local_name, ns, parse_fragment, tendril::TendrilSink as _};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use serde_json::{Map, Value};

/// The boolean attributes that a screen may have.
const BOOLEAN: [&str; 9] =
    ["autofocus", "checked", "disabled", "hidden", "inert", "open", "readonly", "required", "selected"];

/// The tree of a piece of HTML with one element at its root.
pub(crate) fn tree(html: &str) -> Result<Value> {
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let dom = parse_fragment(RcDom::default(), Default::default(), body, Vec::new(), false).one(html);
    let roots = dom.document.children.borrow().iter().flat_map(children).collect::<Vec<_>>();
    let mut roots = roots.into_iter().filter(|root| root.as_str().is_none_or(|text| !text.trim().is_empty()));
    match (roots.next(), roots.next()) {
        (Some(root @ Value::Array(_)), None) => Ok(root),
        (None, _) => bail!("it is empty"),
        _ => bail!("it has more than one element, or text, at its root"),
    }
}

/// The children as trees: comments dropped, and the texts on their two sides joined.
fn children(parent: &Handle) -> Vec<Value> {
    let mut children = Vec::new();
    for child in parent.children.borrow().iter() {
        match &child.data {
            NodeData::Text { contents } => match children.last_mut() {
                Some(Value::String(text)) => text.push_str(&contents.borrow()),
                _ => children.push(Value::String(contents.borrow().to_string())),
            },
            NodeData::Element { name, attrs, .. } => children.push(element(&name.local, &attrs.borrow(), child)),
            NodeData::Document | NodeData::Doctype { .. } | NodeData::Comment { .. } => {}
            NodeData::ProcessingInstruction { .. } => {}
        }
    }
    children
}

fn element(tag: &LocalName, attributes: &[Attribute], node: &Handle) -> Value {
    let mut element = vec![Value::from(&**tag), Value::from(0)];
    if !attributes.is_empty() {
        let attributes = attributes.iter().map(|attribute| (name(attribute), Value::from(value(attribute))));
        element[1] = attributes.collect::<Map<_, _>>().into();
    }
    element.extend(children(node));
    Value::Array(element)
}

/// The value; for a boolean attribute, which some write `disabled="disabled"`, nothing.
fn value(attribute: &Attribute) -> &str {
    let value = &*attribute.value;
    if BOOLEAN.contains(&value) && *value == *attribute.name.local { "" } else { value }
}

/// The name as it was written: `xlink:href`, not `href`.
fn name(attribute: &Attribute) -> String {
    match &attribute.name.prefix {
        Some(prefix) => format!("{prefix}:{}", attribute.name.local),
        None => attribute.name.local.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::tree;

    #[track_caller]
    fn case(html: &str, expected: &str) {
        assert_eq!(tree(html).unwrap().to_string(), expected);
    }

    #[test]
    fn elements_and_text() {
        case("<p></p>", r#"["p",0]"#);
        case("<p>Find <b>my</b> stage</p>", r#"["p",0,"Find ",["b",0,"my"]," stage"]"#);
        case(r#"<p class="a b" id=x>&amp;é</p>"#, r#"["p",{"class":"a b","id":"x"},"&é"]"#);
    }

    #[test]
    fn attributes_come_in_one_order() {
        case(r#"<p id="x" class="y"></p>"#, r#"["p",{"class":"y","id":"x"}]"#);
    }

    #[test]
    fn boolean_attributes_are_empty() {
        case("<button disabled>x</button>", r#"["button",{"disabled":""},"x"]"#);
        case(r#"<input checked="checked">"#, r#"["input",{"checked":""}]"#);
        case(r#"<a class="hidden" id="id">x</a>"#, r#"["a",{"class":"hidden","id":"id"},"x"]"#);
    }

    #[test]
    fn white_space_is_kept() {
        case("<p> a\n <b> </b></p>", r#"["p",0," a\n ",["b",0," "]]"#);
    }

    #[test]
    fn comments_go_and_their_sides_join() {
        case("<p>a<!-- x -->b<!-- y --></p>", r#"["p",0,"ab"]"#);
        case("<!-- x --><p></p>\n", r#"["p",0]"#);
    }

    #[test]
    fn svg_keeps_its_case() {
        case(
            r#"<div><svg viewBox="0 0 1 1"><linearGradient/><path d="M0 0"/></svg></div>"#,
            r#"["div",0,["svg",{"viewBox":"0 0 1 1"},["linearGradient",0],["path",{"d":"M0 0"}]]]"#,
        );
    }

    #[test]
    fn form_controls_need_no_form() {
        case(
            r#"<fieldset><label><input type="radio" name="q">A</label></fieldset>"#,
            r#"["fieldset",0,["label",0,["input",{"name":"q","type":"radio"}],"A"]]"#,
        );
    }

    #[test]
    fn one_root_it_must_have() {
        assert_eq!(tree(" <!-- x -->").unwrap_err().to_string(), "it is empty");
        assert!(tree("<p></p><p></p>").is_err());
        assert!(tree("text").is_err());
    }
}
