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
//! 4. `simulate` (feature `cli`): readers made up by rules of their own, and how well the quiz places them.
//! 5. [`plan`]: what to grow next.
//! 6. [`link`]: answers as the fragment of an address, and back.
//! 7. [`diagram`]: the ladder as rows of cells, ready for a grid.
//! 8. [`state`]: what the reader is doing, and what their actions change.
//! 9. `view` (feature `view`): state as Yew markup; all words of the interface.
//! 10. `embed` (feature `web`): what the loader calls, and the events that go out.
//!
//! Those without a browser's feature know no browser: `cargo check --no-default-features` builds them without any web crate.

pub mod content;
pub mod diagram;
mod digits;
#[cfg(feature = "web")]
pub mod embed;
mod hash;
pub mod ladder;
pub mod link;
pub mod plan;
pub mod quiz;
#[cfg(feature = "cli")]
pub mod simulate;
pub mod state;
#[cfg(feature = "view")]
pub mod view;
