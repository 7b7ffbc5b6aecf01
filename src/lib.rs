//! **career-ladder**: a "find your career stage" widget for any web page.
//!
//! A ladder file (JSON) says what the rungs of a career are and which questions tell them apart.
//! The reader explores the ladder, answers a few questions about what they did lately, and is
//! told where they stand and how sure that is.
//!
//! Modules in reading order; each uses only those before it:
//!
//! 1. [`content`]: the ladder file as its author wrote it, and every problem with it. The only reader of JSON.
//! 2. [`ladder`]: the validated ladder. Behind it nothing can fail.
//! 3. [`quiz`]: which question to ask, what the answers say, how sure that is.
//! 4. [`plan`]: what to grow next.
//! 5. [`link`]: answers as the fragment of an address, and back.
//! 6. [`diagram`]: the ladder as rows of cells, ready for a grid.
//! 7. [`state`]: what the reader is doing, and what their actions change.
//! 8. `view` (feature `view`): state as Yew markup; all words of the interface.
//! 9. `embed` (feature `web`): what the loader calls, and the events that go out.
//!
//! The first seven know no browser: `cargo check --no-default-features` builds them without any web crate.

pub mod content;
pub mod diagram;
#[cfg(feature = "web")]
pub mod embed;
mod hash;
pub mod ladder;
pub mod link;
pub mod plan;
pub mod quiz;
pub mod state;
#[cfg(feature = "view")]
pub mod view;
