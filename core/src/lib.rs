//! The pure core of **career-ladder**: ladder model, quiz engine, diagram and state. No web crate, no input or output.
//!
//! Modules in reading order:
//!
//! 1. [`ladder`]: the validated ladder. Behind it nothing can fail.
//! 2. [`words`]: the words of the interface, in any language.
//! 3. [`mod@format`]: the ladder file as its author wrote it, and every problem with it. The only reader of JSON.
//! 4. [`quiz`]: which question to ask, what the answers say, how sure that is.
//! 5. [`plan`]: what to grow next.
//! 6. [`link`]: answers as the fragment of an address, and back.
//! 7. [`compare`]: two outcomes side by side.
//! 8. [`diagram`]: the ladder as rows of cells, ready for a grid.
//! 9. [`picture`]: a result on its ladder as a picture to share.
//! 10. [`state`]: what the reader is doing, and what their actions change.

pub mod compare;
pub mod decimal;
pub mod diagram;
pub mod fill;
pub mod format;
pub mod gather;
mod hash;
pub mod ladder;
pub mod link;
pub mod picture;
pub mod plan;
pub mod quiz;
pub mod random;
pub mod state;
pub mod words;
