//! **career-ladder**: a "find your career stage" widget for any web page.
//!
//! Modules in reading order:
//!
//! 1. The module [`element`] builds elements by calls.
//! 2. The module [`catalog`] holds all interface words.
//! 3. The module `screens` renders the state, with one file for each part of the screen.
//! 4. The module [`app`] holds the state in the only Yew component.
//! 5. The module [`wasm`] exports the functions that the host page calls, and passes effects to it.

pub mod app;
pub mod catalog;
pub mod element;
mod screens;
pub mod wasm;
