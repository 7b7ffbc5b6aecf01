//! What the watching script noted in a page.

use serde::Deserialize;
use serde_json::Value;

/// Something that a developer would see in the console, or that would break quietly.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Trouble {
    /// What sort of thing it is.
    pub kind: TroubleKind,
    /// The message.
    pub text: String,
}

/// Sorts of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TroubleKind {
    /// `console.error`
    Error,
    /// `console.warn`
    Warn,
    /// An uncaught exception.
    Exception,
    /// A promise rejected without anybody listening.
    Rejection,
    /// The page's policy refused something.
    Policy,
    /// A file that an element named did not load.
    Missing,
    /// What the browser itself logged, where it says so.
    Log,
}

impl TroubleKind {
    /// Whether it is a mistake of the code rather than a report about the surroundings.
    pub fn is_uncaught(self) -> bool {
        matches!(self, Self::Exception | Self::Rejection)
    }
}

/// An event of the widget, in the order of firing.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Event {
    /// `ladder-…`
    pub name: String,
    /// The id of the element it was fired on.
    pub on: String,
    /// Whether the detail is a plain object.
    pub plain: bool,
    /// Its detail.
    pub detail: Value,
}
