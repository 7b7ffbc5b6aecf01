//! The widget in real browsers. How the tests are run and written: `src/lib.rs`.

mod accessibility;
mod direction;
mod fallback;
mod focus;
mod forms;
mod keyboard;
mod layout_shift;
mod lifecycle;
mod manners;
mod mouse;
mod policies;
mod seed;
mod sharing;
mod variants;
