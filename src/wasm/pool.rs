//! The apps and the nodes they live in.
//!
//! A destroyed Yew app leaves its root's event listeners behind, and each holds its node. So no
//! app is ever destroyed: one that is taken down shows nothing and waits for the next widget.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Document, Element};
use yew::{AppHandle, Renderer};

use crate::app::{App, Instance, Message, Props};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
}

thread_local! {
    static POOL: RefCell<Pool> = const { RefCell::new(Pool { places: Vec::new(), next_key: 0 }) };
}

struct Pool {
    places: Vec<Place>,
    next_key: u32,
}

struct Place {
    node: Element,
    app: AppHandle<App>,
    taken: bool,
}

/// Puts an instance into a free place, or into a new one, and gives its node.
pub(super) fn take(instance: impl FnOnce(u32) -> Instance) -> Element {
    POOL.with_borrow_mut(|pool| {
        pool.next_key += 1;
        let props = Props { instance: Some(instance(pool.next_key)) };
        if let Some(place) = pool.places.iter_mut().find(|place| !place.taken) {
            place.taken = true;
            place.app.update(props);
            return place.node.clone();
        }
        let node = DOCUMENT.with(|document| document.create_element("div")).expect("`div` is a name for an element");
        let app = Renderer::<App>::with_root_and_props(node.clone(), props).render();
        pool.places.push(Place { node: node.clone(), app, taken: true });
        node
    })
}

/// Empties the place of this node.
pub(super) fn give_back(node: &Element) {
    with(node, |place| {
        place.taken = false;
        place.app.update(Props { instance: None });
    });
}

/// Sends a message to the app in this node.
pub(super) fn send(node: &Element, message: Message) {
    with(node, |place| place.app.send_message(message));
}

fn with(node: &Element, act: impl FnOnce(&mut Place)) {
    POOL.with_borrow_mut(|pool| {
        if let Some(place) = pool.places.iter_mut().find(|place| place.taken && place.node == *node) {
            act(place);
        }
    });
}
