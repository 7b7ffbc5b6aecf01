//! The apps, and the nodes that hold them.
//!
//! A destroyed Yew app leaves the event listeners of its root behind, and each keeps its node alive. So no app is ever
//! destroyed: after the widget is taken down, its app shows nothing and waits for the next widget.

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
    static POOL: RefCell<Pool> = const { RefCell::new(Pool { slots: Vec::new(), next_key: 0 }) };
}

struct Pool {
    slots: Vec<Slot>,
    next_key: u32,
}

struct Slot {
    node: Element,
    app: AppHandle<App>,
    is_taken: bool,
}

/// Puts an instance into a free slot or a new one, and returns its node.
pub(super) fn take(instance: impl FnOnce(u32) -> Instance) -> Element {
    POOL.with_borrow_mut(|pool| {
        pool.next_key += 1;
        let props = Props { instance: Some(instance(pool.next_key)) };
        if let Some(slot) = pool.slots.iter_mut().find(|slot| !slot.is_taken) {
            slot.is_taken = true;
            slot.app.update(props);
            return slot.node.clone();
        }
        let node = DOCUMENT.with(|document| document.create_element("div")).expect("`div` is a name for an element");
        let app = Renderer::<App>::with_root_and_props(node.clone(), props).render();
        pool.slots.push(Slot { node: node.clone(), app, is_taken: true });
        node
    })
}

/// Frees the slot of a node.
pub(super) fn give_back(node: &Element) {
    with(node, |slot| {
        slot.is_taken = false;
        slot.app.update(Props { instance: None });
    });
}

/// Sends a message to the app in a node.
pub(super) fn send(node: &Element, message: Message) {
    with(node, |slot| slot.app.send_message(message));
}

fn with(node: &Element, act: impl FnOnce(&mut Slot)) {
    POOL.with_borrow_mut(|pool| {
        if let Some(slot) = pool.slots.iter_mut().find(|slot| slot.is_taken && slot.node == *node) {
            act(slot);
        }
    });
}
