//! The driver's mouse: a press and its release as two steps, and moves.

use crate::locator::Locator;
use crate::page::Page;
use fantoccini::actions::{Actions, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;

const PRESS: PointerAction = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
const RELEASE: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

impl Locator<'_> {
    /// Presses the mouse button on the first element that is found, and holds it down.
    pub async fn mouse_down(&self) {
        let element = self.wait_visible().await.element;
        perform(self.page(), mouse().then(to_middle_of(element)).then(PRESS).into()).await;
    }
}

impl Page {
    /// Releases the mouse button where the pointer is.
    pub async fn mouse_up(&self) {
        perform(self, mouse().then(RELEASE).into()).await;
    }

    /// Clicks whatever is at the middle of an element.
    pub(crate) async fn click_at(&self, element: Element) -> Result<(), CmdError> {
        let click = mouse().then(to_middle_of(element)).then(PRESS).then(RELEASE);
        self.session().send(self.client().perform_actions(Actions::from(click))).await
    }

    /// Moves the pointer to the top left corner of the window.
    pub async fn move_mouse_away(&self) {
        // Two moves: a click on an element uses another pointer, and a single move to where this one is already would change nothing.
        let to = |x, y| PointerAction::MoveTo { duration: None, x, y };
        perform(self, mouse().then(to(3.0, 3.0)).then(to(1.0, 1.0)).into()).await;
    }
}

fn to_middle_of(element: Element) -> PointerAction {
    PointerAction::MoveToElement { element, duration: None, x: 0.0, y: 0.0 }
}

async fn perform(page: &Page, actions: Actions) {
    let result = page.session().send(page.client().perform_actions(actions)).await;
    page.ok_or_fail(result, "the mouse cannot be used").await;
}

/// Always the same pointer: only the one that pressed a button can release it.
fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}
