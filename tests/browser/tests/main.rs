//! Tests of the widget in real browsers, a module a subject. `src/lib.rs` says how to run them and how to add one.

mod support;

mod accessibility;
mod diagram;
mod direction;
mod events;
mod fallback;
mod focus;
mod footprint;
mod forms;
mod frame;
mod hosts;
mod isolation;
mod keyboard;
mod layout_shift;
mod lifecycle;
mod link;
mod link_opening;
mod marker;
mod memory;
mod multiple_widgets;
mod outcome;
mod own_ladder;
mod persistence;
mod plan;
mod policies;
mod prerendered;
mod progress;
mod quiz;
mod rungs;
mod seed;
mod stack;
mod theme;
mod traps;
mod type_size;
mod variants;
