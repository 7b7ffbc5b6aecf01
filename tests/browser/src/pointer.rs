//! A press of the mouse in two halves, for what happens between them.

use crate::page::Page;
use crate::query::Query;
use fantoccini::actions::{Actions, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};

impl Query<'_> {
    /// Presses the mouse button on the first one and keeps it down.
    pub async fn press(&self) {
        let element = self.shown().await.element;
        let moves = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
        let strokes = mouse().then(moves).then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        self.page().act(strokes.into()).await;
    }
}

impl Page {
    /// Lets the mouse button go, wherever the pointer is.
    pub async fn let_go(&self) {
        self.act(mouse().then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }).into()).await;
    }

    async fn act(&self, actions: Actions) {
        if let Err(error) = self.drive(self.client().perform_actions(actions)).await {
            self.fail(&format!("the mouse does not work: {error}")).await;
        }
    }
}

/// One mouse for all: a press is let go by the pointer that made it.
fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}
