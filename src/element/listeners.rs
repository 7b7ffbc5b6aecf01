//! Listeners that send a message of the app.

use wasm_bindgen::prelude::{JsCast as _, JsValue, wasm_bindgen};
use web_sys::{Event, HtmlSelectElement, KeyboardEvent};
use yew::Callback;
use yew::virtual_dom::{Listener, ListenerKind};

#[wasm_bindgen]
extern "C" {
    // web-sys has these two as well, but there one catches exceptions and the other copies the text in a way of its own.
    type Target;
    #[wasm_bindgen(method)]
    fn matches(this: &Target, selector: &str) -> bool;
    type KeyEvent;
    #[wasm_bindgen(method, getter)]
    fn key(this: &KeyEvent) -> JsValue;
}

/// Sends one message on a click or a change.
pub(super) struct OnEvent<M> {
    /// Whether to listen for `change` instead of `click`.
    pub(super) is_change: bool,
    pub(super) send: Callback<M>,
    pub(super) message: M,
}

impl<M: Clone + 'static> Listener for OnEvent<M> {
    fn kind(&self) -> ListenerKind {
        if self.is_change { ListenerKind::onchange } else { ListenerKind::onclick }
    }

    fn handle(&self, _: Event) {
        self.send.emit(self.message.clone());
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Sends the message of the option that was selected in a list.
pub(super) struct OnChoice<M> {
    pub(super) send: Callback<M>,
    /// One message for each option, in the same order.
    pub(super) messages: Vec<M>,
}

impl<M: Clone + 'static> Listener for OnChoice<M> {
    fn kind(&self) -> ListenerKind {
        ListenerKind::onchange
    }

    fn handle(&self, event: Event) {
        let selected = event.target().map(|select| select.unchecked_into::<HtmlSelectElement>().selected_index());
        // The index is -1 if nothing is selected.
        let selected = selected.and_then(|index| usize::try_from(index).ok());
        if let Some(message) = selected.and_then(|index| self.messages.get(index)) {
            self.send.emit(message.clone());
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Sends the message of the key that was pressed. A listed key stops here; any other key passes.
pub(super) struct OnKeys<M> {
    pub(super) send: Callback<M>,
    /// Each key with its message.
    pub(super) keys: Box<[(&'static str, M)]>,
}

impl<M: Clone + 'static> Listener for OnKeys<M> {
    fn kind(&self) -> ListenerKind {
        ListenerKind::onkeydown
    }

    fn handle(&self, event: Event) {
        let event = event.unchecked_into::<KeyboardEvent>();
        // With a modifier the key is a shortcut of the browser or of the reader.
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let mut key = event.unchecked_ref::<KeyEvent>().key().as_string().unwrap_or_default();
        if let Some(opposite) = opposite_arrow(&key)
            && is_right_to_left(&event)
        {
            key = opposite.to_owned();
        }
        if let Some((_, message)) = self.keys.iter().find(|(name, _)| *name == key) {
            event.prevent_default();
            event.stop_propagation();
            self.send.emit(message.clone());
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

/// The arrow that points the other way along a line of text.
fn opposite_arrow(key: &str) -> Option<&'static str> {
    match key {
        "ArrowLeft" => Some("ArrowRight"),
        "ArrowRight" => Some("ArrowLeft"),
        _ => None,
    }
}

fn is_right_to_left(event: &Event) -> bool {
    event.target().is_some_and(|target| target.unchecked_ref::<Target>().matches("[dir=rtl] *"))
}
