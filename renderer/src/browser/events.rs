//! Events. The host listens once to each kind, in the capture phase; then, from the event's target up, the listeners of
//! every element are called until one stops the event.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::Event;

use super::dom::Node;
use super::nodes::Screen;
use crate::virtual_dom::{Listener, ListenerKind, Listeners};

/// The browser's name of a kind. Only kinds that the widget listens to are here: Yew's own list has a hundred names.
fn name(kind: &ListenerKind) -> &'static str {
    match kind {
        ListenerKind::onchange => "change",
        ListenerKind::onclick => "click",
        ListenerKind::onkeydown => "keydown",
        _ => panic!("the renderer does not know this kind of event: add it here"),
    }
}

/// The listeners of an element.
fn all(listeners: &Listeners) -> impl Iterator<Item = &Rc<dyn Listener>> {
    let Listeners::Pending(listeners) = listeners else { panic!("listeners come as a list") };
    listeners.iter().flatten()
}

/// Makes the host listen to every kind of event that these listeners want.
pub(super) fn listen(screen: &Rc<Screen>, listeners: &Listeners) {
    for listener in all(listeners) {
        let name = name(&listener.kind());
        let mut heard = screen.heard.borrow_mut();
        if !heard.contains(&name) {
            heard.push(name);
            let handler = {
                let screen = screen.clone();
                Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| handle(&screen, name, &event.unchecked_into()))
            };
            screen.host.add_event_listener(name, handler.as_ref(), true);
            handler.forget();
        }
    }
}

fn handle(screen: &Screen, kind: &str, event: &Event) {
    let mut path = Vec::new();
    let mut at = event.target().map(JsCast::unchecked_into::<Node>);
    while let Some(element) = at.filter(|element| *element != screen.host) {
        at = element.parent();
        path.push(element);
    }
    // An event that the host page dispatches during a rendering finds no listener.
    let Ok(nodes) = screen.nodes.try_borrow() else { return };
    let mut hearing = Vec::new();
    let mut inside = &*nodes;
    for element in path.iter().rev() {
        let Some(found) = inside.iter().find(|live| live.node == *element) else { break };
        if let Some(tag) = found.tag() {
            hearing.extend(all(&tag.listeners).filter(|listener| name(&listener.kind()) == kind).cloned());
        }
        inside = &found.children;
    }
    // A listener may cause a rendering.
    drop(nodes);
    for listener in hearing.iter().rev() {
        if event.cancel_bubble() {
            break;
        }
        listener.handle(event.clone());
    }
}
