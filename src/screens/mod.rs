//! Draws the screens. Each file draws one part, by plain functions of the state.
//!
//! - *Rule:* there is one component, [`App`](crate::app::App). *Why:* it holds the state, and a function takes a
//!   fraction of a component's place in the wasm. A screen is small enough to compare whole. *Held by:* the size
//!   budget.
//! - *Rule:* nothing sets a `style` attribute; styles that move are set as a property. *Why:* a strict content security
//!   policy refuses the attribute. *Held by:* the browser tests of the host pages.
//! - *Rule:* a class never depends on state. Styles hang on the attributes that express it (`aria-expanded`,
//!   `aria-current`, `data-phase`). *Why:* what the eye sees and what assistive technology says cannot differ. *Held
//!   by:* the type of [`element`](crate::element::element).
//!
//! A function returns an [`Element`], an `Option` of one, or a [`Fragment`](crate::element::Fragment) of siblings. Its
//! caller adds them to the parent.

mod bar;
pub(crate) mod belief;
mod blocks;
pub(crate) mod details;
pub(crate) mod diagram;
pub(crate) mod guide;
pub(crate) mod intro;
pub(crate) mod moves;
pub(crate) mod outcome;
pub(crate) mod question;
mod stage;
pub(crate) mod strip;
mod tabs;

use yew::Callback;

use crate::catalog::{Catalog, Text};
use crate::element::{Element, button, element, tag};
use career_ladder_core::decimal::decimal;
use career_ladder_core::ladder::{Ladder, Rung, RungId};
use career_ladder_core::state::{Action, LoadedLadder, Open, State};

/// Everything that a screen reads, and the callback that receives the reader's actions.
#[derive(Clone, Copy)]
pub(crate) struct ViewContext<'a> {
    /// The ladder with its layout and its quiz.
    pub(crate) loaded: &'a LoadedLadder,
    /// Fixes the order of the options of every question.
    pub(crate) seed: &'a str,
    /// The position of the reader in the widget.
    pub(crate) state: &'a State,
    /// The words of the interface.
    pub(crate) catalog: &'a Catalog,
    /// Receives the action of each control.
    pub(crate) send: &'a Callback<Action>,
}

impl<'a> ViewContext<'a> {
    /// A text of the interface.
    fn text(self, key: Text) -> &'static str {
        self.catalog.text(key)
    }

    /// An element that carries the language of the interface, where that is not the ladder's.
    fn in_own_language(self, element: Element) -> Element {
        in_language_of(self.catalog, element)
    }

    /// An element that carries the language of the ladder, inside one that carries the interface's.
    fn in_ladder_language(self, element: Element) -> Element {
        if self.catalog.is_foreign { element.attr("lang", self.ladder().lang.clone()) } else { element }
    }

    /// An element with words of the interface added, which may quote the ladder.
    pub(crate) fn with_words(self, element: Element, words: &str) -> Element {
        with_words(self.catalog, element, words)
    }

    /// An element with a text of the interface added.
    fn with_text(self, element: Element, key: Text) -> Element {
        with_text(self.catalog, element, key)
    }

    /// A hint or an explanation in words of the interface.
    fn secondary(self, words: &str) -> Element {
        self.with_words(element("p", "secondary"), words)
    }

    /// A button with a text of the interface.
    #[inline(never)]
    fn button(self, action: Action, key: Text) -> Element {
        self.with_text(button(self.send, action), key)
    }

    /// The heading of a section.
    fn heading(self, key: Text) -> Element {
        self.with_text(tag("h4"), key)
    }

    /// The content of the ladder.
    fn ladder(self) -> &'a Ladder {
        &self.loaded.ladder
    }

    /// A rung by its id.
    fn rung(self, id: RungId) -> &'a Rung {
        self.loaded.ladder.rung(id)
    }

    /// The title of a rung.
    fn title(self, id: RungId) -> &'a str {
        &self.rung(id).title
    }

    /// Whether the ladder has questions.
    fn has_quiz(self) -> bool {
        !self.loaded.quiz.is_empty()
    }

    /// Whether the details of this item are open.
    fn is_open(self, item: Open) -> bool {
        self.state.open == Some(item)
    }
}

// These take the catalog alone: it costs a caller less than the whole context.

#[inline(never)]
fn in_language_of(catalog: &Catalog, element: Element) -> Element {
    if catalog.is_foreign { element.attr("lang", "en") } else { element }
}

#[inline(never)]
fn with_words(catalog: &Catalog, element: Element, words: &str) -> Element {
    in_language_of(catalog, element).text(words)
}

#[inline(never)]
fn with_text(catalog: &Catalog, element: Element, key: Text) -> Element {
    with_words(catalog, element, catalog.text(key))
}

/// The id of a numbered element, such as `rung-3`. Ids only need to be unique inside the widget's shadow root.
pub(crate) fn id(prefix: &str, index: usize) -> String {
    [prefix, "-", &decimal(index)].concat()
}

/// A boolean as the value of an ARIA attribute.
pub(crate) fn yes_no(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}
