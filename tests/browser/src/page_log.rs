//! The records that `web/recorder.js` keeps in a page: errors and the widget's events.

use serde::Deserialize;
use serde_json::Value;

/// An error or a warning in a page, be it in the console or one that the reader would never see.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct PageError {
    /// How the error came to light.
    pub kind: PageErrorKind,
    /// The message, with a stack trace where the browser has one.
    pub text: String,
}

/// The ways in which a page's error comes to light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageErrorKind {
    /// A call of `console.error`.
    ConsoleError,
    /// A call of `console.warn`.
    ConsoleWarning,
    /// An exception that no code caught.
    UncaughtException,
    /// A rejected promise without a handler.
    UnhandledRejection,
    /// A violation of the page's content security policy.
    PolicyViolation,
    /// A script, image or style sheet that did not load.
    LoadFailure,
    /// A warning or an error in the browser's own log, which only Chromium offers.
    BrowserLog,
}

impl PageErrorKind {
    /// Whether the code itself is at fault, and not the surroundings it reports on.
    pub fn is_uncaught(self) -> bool {
        matches!(self, Self::UncaughtException | Self::UnhandledRejection)
    }
}

/// A `ladder-*` event that a widget fired.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct LadderEvent {
    /// The event's type, such as `ladder-ready`.
    pub name: String,
    /// The `id` of the element that fired it; empty where the element has none.
    pub target: String,
    /// Whether `detail` is a plain object in the page.
    pub is_plain: bool,
    /// The event's detail, as JSON.
    pub detail: Value,
}
