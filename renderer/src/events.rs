//! Events are heard at the host, on their way down, once for each kind; from their target up, every element on the way
//! hears them until one stops them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

use super::nodes::Screen;
use crate::virtual_dom::{Listener, ListenerKind, Listeners};

/// The kinds that there are. Yew's own list of a hundred names would come along whole.
fn name(kind: &ListenerKind) -> &'static str {
    match kind {
        ListenerKind::onchange => "change",
        ListenerKind::onclick => "click",
        ListenerKind::onkeydown => "keydown",
        _ => panic!("not heard: add it here"),
    }
}

/// The listeners of an element.
fn all(listeners: &Listeners) -> impl Iterator<Item = &Rc<dyn Listener>> {
    let Listeners::Pending(listeners) = listeners else { panic!("listeners come as a list") };
    listeners.iter().flatten()
}

/// Sees to it that the host hears all that these listen to.
pub(super) fn listen(screen: &Rc<Screen>, listeners: &Listeners) {
    for listener in all(listeners) {
        let name = name(&listener.kind());
        let mut heard = screen.heard.borrow_mut();
        if !heard.contains(&name) {
            heard.push(name);
            let hear = {
                let screen = screen.clone();
                Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| handle(&screen, name, &event.unchecked_into()))
            };
            let added =
                screen.host.add_event_listener_with_callback_and_bool(name, hear.as_ref().unchecked_ref(), true);
            added.expect("every element has listeners");
            hear.forget();
        }
    }
}

fn handle(screen: &Screen, kind: &str, event: &Event) {
    let mut way = Vec::new();
    let mut at = event.target().map(JsCast::unchecked_into::<Element>);
    while let Some(element) = at.filter(|element| *element != screen.host) {
        at = element.parent_element();
        way.push(element);
    }
    // While the screen is being drawn, what the page throws in meets nothing that could answer.
    let Ok(shown) = screen.shown.try_borrow() else { return };
    let mut hearing = Vec::new();
    let mut inside = &*shown;
    for element in way.iter().rev() {
        let Some(node) = inside.iter().find(|shown| shown.node == **element) else { break };
        if let Some(tag) = node.tag() {
            hearing.extend(all(&tag.listeners).filter(|listener| name(&listener.kind()) == kind).cloned());
        }
        inside = &node.children;
    }
    // They may draw anew.
    drop(shown);
    for listener in hearing.iter().rev() {
        if event.cancel_bubble() {
            break;
        }
        listener.handle(event.clone());
    }
}
