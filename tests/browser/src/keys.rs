//! Keys, pressed as by hand.

use crate::page::Page;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

/// A key that the tests press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next thing that takes the focus.
    Tab,
    /// Enter.
    Enter,
    /// The space bar.
    Space,
    /// Escape.
    Escape,
    /// Arrow up.
    Up,
    /// Home.
    Home,
    /// End.
    End,
    /// Arrow down.
    Down,
    /// Arrow right.
    Right,
    /// Arrow left.
    Left,
    /// A letter or a digit.
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
            Self::Up => Code::Up.into(),
            Self::Home => Code::Home.into(),
            Self::End => Code::End.into(),
            Self::Down => Code::Down.into(),
            Self::Right => Code::Right.into(),
            Self::Left => Code::Left.into(),
            Self::Char(char) => char,
        }
    }
}

impl Page {
    /// Presses a key and lets it go again, wherever the focus is.
    pub async fn press(&self, key: Key) {
        let value = key.code();
        let strokes = KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        if let Err(error) = self.drive(self.client().perform_actions(strokes)).await {
            self.fail(&format!("{key:?} cannot be pressed: {error}")).await;
        }
    }
}
