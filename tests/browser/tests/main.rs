//! The widget in real browsers. How the tests are run and written: `src/lib.rs`.

mod accessibility;
mod diagram;
mod direction;
mod fallback;
mod falls;
mod focus;
mod forms;
mod frame;
mod hosts;
mod isolation;
mod kept;
mod keyboard;
mod layout_shift;
mod lifecycle;
mod links;
mod manners;
mod memory;
mod mouse;
mod own_ladder;
mod painted;
mod policies;
mod quiz;
mod seed;
mod sharing;
mod variants;
