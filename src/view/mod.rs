//! The screens, as Yew markup. One file a part; each is a plain function of what it shows.
//!
//! There is one component, [`App`], which holds the state: functions weigh a fraction of what
//! components do in the wasm, and a screen is small enough to compare whole. Nothing here sets a
//! `style` attribute (a strict policy refuses it); what must move is set as a property, `~style`.

mod app;
mod details;
mod diagram;
mod intro;
mod moves;
mod outcome;
mod question;
mod strip;
mod words;

pub use app::{App, Heard, Instance, Props};
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

impl Scene<'_> {
    /// A handler that sends `action`, whatever the browser's event says.
    fn on<E>(&self, action: Action) -> Callback<E> {
        self.send.reform(move |_| action)
    }
}
