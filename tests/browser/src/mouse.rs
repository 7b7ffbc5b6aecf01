//! The driver's mouse: a press and its release as two steps, and moves.

use crate::locator::Locator;
use crate::page::Page;
use fantoccini::actions::{Actions, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};

impl Locator<'_> {
    /// Presses the mouse button on the first element that is found, and holds it down.
    pub async fn mouse_down(&self) {
        let element = self.wait_visible().await.element;
        let target = PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 };
        let press = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
        perform(self.page(), mouse().then(target).then(press).into()).await;
    }
}

impl Page {
    /// Releases the mouse button where the pointer is.
    pub async fn mouse_up(&self) {
        perform(self, mouse().then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }).into()).await;
    }

    /// Moves the pointer to the top left corner of the window.
    pub(crate) async fn move_mouse_away(&self) {
        // Two moves: clicks use another pointer, and a single move to where this one is already would change nothing.
        let to = |x, y| PointerAction::MoveTo { duration: None, x, y };
        perform(self, mouse().then(to(3.0, 3.0)).then(to(1.0, 1.0)).into()).await;
    }
}

async fn perform(page: &Page, actions: Actions) {
    let result = page.session().send(page.client().perform_actions(actions)).await;
    page.ok_or_fail(result, "the mouse cannot be used").await;
}

/// Always the same pointer: only the one that pressed a button can release it.
fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}
