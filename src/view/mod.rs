//! The screens, as Yew markup. One file a part; each is a plain function of what it shows.
//!
//! There is one component, [`App`], which holds the state: functions weigh a fraction of what
//! components do in the wasm, and a screen is small enough to compare whole. Elements are built by
//! the calls of `markup`. Nothing here sets a `style` attribute (a strict policy refuses it); what
//! must move is set as a property. A class never depends on state: styles hang on the attributes
//! that say it (`aria-expanded`, `aria-current`, `data-phase`).

mod app;
mod details;
mod diagram;
mod guide;
mod intro;
mod marker;
mod markup;
mod moves;
mod outcome;
mod question;
mod strip;
mod words;

pub use app::{App, Heard, Instance, Message, Props};
pub use words::{ENGLISH, Words};

use yew::Callback;

use crate::state::{Action, Course, State};

/// All that a part of the screen may show, and where it sends what the reader does.
#[derive(Clone, Copy)]
struct Scene<'a> {
    course: &'a Course,
    state: &'a State,
    words: &'static Words,
    send: &'a Callback<Action>,
}

/// An id of a numbered part. Ids are unique in the widget's own shadow root.
fn id(of: &str, place: usize) -> String {
    [of, "-", &crate::digits::digits(place)].concat()
}

/// A state as ARIA writes it.
fn yes_no(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}
