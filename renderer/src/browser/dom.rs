//! The browser's functions that create and change nodes.
//!
//! web-sys has them too, but there they catch exceptions, which takes code in the wasm and in its glue. Here an exception passes
//! through the program to its caller, who must treat it like a panic.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

pub(super) const HTML: &str = "http://www.w3.org/1999/xhtml";
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug, PartialEq)]
    pub(super) type Node;

    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    pub(super) fn create_element(namespace: &str, name: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub(super) fn create_text(content: &str) -> Node;
    #[wasm_bindgen(method, js_name = insertBefore)]
    pub(super) fn insert_before(this: &Node, node: &Node, next: Option<&Node>);
    #[wasm_bindgen(method, js_name = removeChild)]
    pub(super) fn remove_child(this: &Node, node: &Node);
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(super) fn set_attribute(this: &Node, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub(super) fn remove_attribute(this: &Node, name: &str);
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    pub(super) fn set_property(node: &Node, name: &str, value: &JsValue);
    #[wasm_bindgen(method, js_name = addEventListener)]
    pub(super) fn add_event_listener(this: &Node, kind: &str, listener: &JsValue, captures: bool);
    #[wasm_bindgen(method, getter, js_name = parentNode)]
    pub(super) fn parent(this: &Node) -> Option<Node>;
}
