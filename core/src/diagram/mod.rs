//! The ladder as a page: bands of rows, rows of cells, with the rails that run through each cell.
//!
//! - A *row* holds the rungs of one level. Rows are listed from the top of the ladder down.
//! - A *lane* is the column of one track; lane 0 is the first track.
//! - A *cell* is the place where a row and a lane cross. It is empty or holds one rung.
//! - A *rail* is the line from a rung to the next one up. It leaves a cell through one side and enters the next cell.
//! - A *band* is a run of rows of one stage, with a heading row above them.
//!
//! *Rule:* nothing here knows pixels. *Why:* the browser gives every cell its size, so the diagram wraps, zooms and
//! mirrors by itself. A picture can be drawn from the same cells with sizes of its own. *Held by:* the types, which are
//! counts, ids and booleans.
//!
//! Files: `layout.rs` places rungs in cells, draws the rails and cuts the rows into bands. `fold.rs` selects the rows
//! that a long ladder shows. `navigation.rs` finds the rung to which each arrow key leads.

mod fold;
mod layout;
mod navigation;

pub use fold::DiagramRow;
pub use layout::{Band, Cell, Layout, Rails, Row, edges};
pub use navigation::Neighbors;

#[cfg(test)]
mod tests;
