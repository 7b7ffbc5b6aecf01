//! The screens, as Yew markup. One file a part; each is a plain function of what it shows.
//!
//! There is one component, [`App`](crate::app::App), which holds the state: functions weigh a fraction of what
//! components do in the wasm, and a screen is small enough to compare whole. Elements are built by
//! the calls of `element`. Nothing here sets a `style` attribute (a strict policy refuses it); what
//! must move is set as a property. A class never depends on state: styles hang on the attributes
//! that say it (`aria-expanded`, `aria-current`, `data-phase`).

pub(crate) mod details;
pub(crate) mod diagram;
pub(crate) mod guide;
pub(crate) mod intro;
pub(crate) mod marker;
pub(crate) mod moves;
pub(crate) mod outcome;
pub(crate) mod question;
pub(crate) mod strip;

use yew::Callback;

use crate::catalog::Catalog;
use career_ladder_core::state::{Action, LoadedLadder, State};

/// All that a part of the screen may show, and where it sends what the reader does.
#[derive(Clone, Copy)]
pub(crate) struct ViewContext<'a> {
    pub(crate) loaded: &'a LoadedLadder,
    pub(crate) state: &'a State,
    pub(crate) words: &'static Catalog,
    pub(crate) send: &'a Callback<Action>,
}

/// An id of a numbered part. Ids are unique in the widget's own shadow root.
pub(crate) fn id(of: &str, place: usize) -> String {
    [of, "-", &career_ladder_core::decimal::decimal(place)].concat()
}

/// A state as ARIA writes it.
pub(crate) fn yes_no(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}
