//! The apps, and the nodes that hold them.
//!
//! A destroyed Yew app leaves the event listeners of its root behind, and each keeps its node alive. So no app is ever
//! destroyed: after the widget is taken down, its app shows nothing and waits for the next widget in the same node.

use std::cell::RefCell;

use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::app::{App, Instance, Message, Props};

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
}

/// Shows an instance in a node, which may have held another one.
pub(super) fn show(node: &Element, instance: impl FnOnce(u32) -> Instance) {
    POOL.with_borrow_mut(|pool| {
        pool.next_key += 1;
        let props = Props { instance: Some(instance(pool.next_key)) };
        if let Some(slot) = pool.slot(node) {
            slot.app.update(props);
        } else {
            let app = Renderer::<App>::with_root_and_props(node.clone(), props).render();
            pool.slots.push(Slot { node: node.clone(), app });
        }
    });
}

/// Shows nothing in a node.
pub(super) fn clear(node: &Element) {
    with(node, |slot| slot.app.update(Props { instance: None }));
}

/// Sends a message to the app in a node.
pub(super) fn send(node: &Element, message: Message) {
    with(node, |slot| slot.app.send_message(message));
}

fn with(node: &Element, act: impl FnOnce(&mut Slot)) {
    POOL.with_borrow_mut(|pool| pool.slot(node).map(act));
}

impl Pool {
    fn slot(&mut self, node: &Element) -> Option<&mut Slot> {
        self.slots.iter_mut().find(|slot| slot.node == *node)
    }
}
