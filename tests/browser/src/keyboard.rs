//! Key strokes of the driver.

use crate::page::Page;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

/// A key on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Tab, which moves the focus forward.
    Tab,
    /// Enter.
    Enter,
    /// The space bar.
    Space,
    /// Escape.
    Escape,
    /// Home.
    Home,
    /// End.
    End,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// A letter, a digit or a sign.
    Char(char),
}

impl Key {
    /// The character that stands for the key in the WebDriver protocol.
    fn code(self) -> char {
        use fantoccini::key::Key as Code;
        match self {
            Self::Tab => Code::Tab.into(),
            Self::Enter => Code::Enter.into(),
            Self::Space => ' ',
            Self::Escape => Code::Escape.into(),
            Self::Home => Code::Home.into(),
            Self::End => Code::End.into(),
            Self::Up => Code::Up.into(),
            Self::Down => Code::Down.into(),
            Self::Left => Code::Left.into(),
            Self::Right => Code::Right.into(),
            Self::Char(char) => char,
        }
    }
}

impl Page {
    /// Presses and releases a key; the focused element hears it.
    pub async fn press_key(&self, key: Key) {
        let value = key.code();
        self.press(KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value }))
            .await;
    }

    /// Presses Tab with Shift, which moves the focus backward.
    pub async fn press_shift_tab(&self) {
        let (shift, tab) = (fantoccini::key::Key::Shift.into(), Key::Tab.code());
        let strokes = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value: tab })
            .then(KeyAction::Up { value: tab })
            .then(KeyAction::Up { value: shift });
        self.press(strokes).await;
    }

    async fn press(&self, strokes: KeyActions) {
        let result = self.session().send(self.client().perform_actions(strokes.clone())).await;
        self.ok_or_fail(result, &format!("{strokes:?} cannot be pressed")).await;
    }
}
