//! Selects the rows that a long ladder shows, so that it fits on a screen until the reader unfolds it.

use super::{Band, Layout, Rails, Row};
use crate::gather::Gather as _;
use crate::ladder::RungId;

/// A ladder with at least this many rows is folded.
const FOLDED_FROM: usize = 9;

/// This many rows stay visible at each end of a folded ladder.
const ENDS_SHOWN: usize = 2;

/// A row of the diagram as the reader sees it. Bands are counted from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiagramRow<'a> {
    /// The heading above the visible rows of a band.
    Heading {
        /// The band's index.
        band_index: usize,
        /// The band that is named.
        band: &'a Band,
    },
    /// The rungs of one level.
    Level {
        /// The index of the band around the row.
        band_index: usize,
        /// The row with its cells.
        row: &'a Row,
    },
    /// One row in place of several adjacent ones that are hidden.
    Fold {
        /// The index of the band around the highest hidden row.
        band_index: usize,
        /// The number of hidden rungs.
        rungs: usize,
        /// The vertical rails that enter at the top and leave at the bottom, one entry a lane.
        rails: Vec<Rails>,
    },
}

impl Layout {
    /// The diagram from the top row down.
    ///
    /// A long ladder is folded unless it `is_unfolded`. Then only the rows at its ends are visible, the rows where
    /// tracks fork, and the rows with a rung of `pinned`. A band whose rows are all hidden has no heading.
    #[must_use]
    pub fn visible_rows(&self, is_unfolded: bool, pinned: &[RungId]) -> Vec<DiagramRow<'_>> {
        let count: usize = self.bands.iter().map(|band| band.rows.len()).sum();
        let shows_all = is_unfolded || count < FOLDED_FROM;
        let mut visible = Vec::new();
        let mut index = 0;
        for (band_index, band) in self.bands.iter().enumerate() {
            let mut has_heading = false;
            for row in &band.rows {
                let is_at_end = index < ENDS_SHOWN || index + ENDS_SHOWN >= count;
                index += 1;
                if !(shows_all || is_at_end || row.is_worth_showing(pinned)) {
                    hide(&mut visible, band_index, row);
                    continue;
                }
                if !has_heading {
                    visible.push(DiagramRow::Heading { band_index, band });
                    has_heading = true;
                }
                visible.push(DiagramRow::Level { band_index, row });
            }
        }
        visible
    }
}

impl Row {
    /// Whether a track forks here, or a pinned rung is in the row.
    fn is_worth_showing(&self, pinned: &[RungId]) -> bool {
        self.cells.iter().any(|cell| cell.rails.end) || self.rungs().any(|rung| pinned.contains(&rung))
    }
}

/// Adds a row to the fold that ends the list, or starts one.
fn hide(visible: &mut Vec<DiagramRow<'_>>, band_index: usize, row: &Row) {
    let hidden = row.rungs().count();
    if let Some(DiagramRow::Fold { rungs, rails, .. }) = visible.last_mut() {
        *rungs += hidden;
        for (rails, cell) in rails.iter_mut().zip(&row.cells) {
            rails.down = cell.rails.down;
        }
    } else {
        let vertical = |rails: Rails| Rails { up: rails.up, down: rails.down, ..Rails::default() };
        let rails = row.cells.iter().map(|cell| vertical(cell.rails)).gather();
        visible.push(DiagramRow::Fold { band_index, rungs: hidden, rails });
    }
}
