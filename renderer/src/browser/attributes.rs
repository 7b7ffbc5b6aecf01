//! The attributes and properties of an element.

use wasm_bindgen::JsValue;

use super::dom::{Node, set_property};
use crate::virtual_dom::{AttributeOrProperty, Attributes};

/// Sets the attributes that are new or have changed since `old`, and removes those that are gone.
pub(super) fn apply(element: &Node, new: &Attributes, old: Option<&Attributes>) {
    for (name, value) in all(new) {
        if old.and_then(|old| find(old, name)) != Some(value) {
            set(element, name, value);
        }
    }
    for (name, value) in old.into_iter().flat_map(all) {
        if find(new, name).is_none() {
            remove(element, name, value);
        }
    }
}

fn all(attributes: &Attributes) -> impl Iterator<Item = (&'static str, &AttributeOrProperty)> {
    let Attributes::Dynamic { keys, values } = attributes else {
        panic!("attributes come as a list of names and one of values")
    };
    keys.iter().zip(values).filter_map(|(&name, value)| Some((name, value.as_ref()?)))
}

/// An element has a handful of attributes, so a linear search will do.
fn find<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a AttributeOrProperty> {
    all(attributes).find(|&(found, _)| found == name).map(|(_, value)| value)
}

fn set(element: &Node, name: &str, value: &AttributeOrProperty) {
    let value: &str = match value {
        AttributeOrProperty::Attribute(value) => value,
        AttributeOrProperty::Static(value) => value,
        AttributeOrProperty::Property(value) => return set_property(element, name, value),
    };
    element.set_attribute(name, value);
}

fn remove(element: &Node, name: &str, old: &AttributeOrProperty) {
    if let AttributeOrProperty::Property(_) = old {
        set_property(element, name, &JsValue::UNDEFINED);
    } else {
        element.remove_attribute(name);
    }
}
