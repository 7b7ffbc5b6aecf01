//! **career-ladder**: a "find your career stage" widget for any web page.
//!
//! Modules in reading order:
//!
//! 1. [`element`]: builds elements by calls.
//! 2. [`catalog`]: every word of the interface.
//! 3. `screens`: the state as elements, a file a part of the screen.
//! 4. [`app`]: the one Yew component.
//! 5. [`wasm`]: what the loader calls, and the events that go out.

pub mod app;
pub mod catalog;
pub mod element;
mod screens;
pub mod wasm;
