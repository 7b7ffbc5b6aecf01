//! Finds the rung to which each arrow key leads.

use super::{Layout, edges};
use crate::ladder::{Ladder, RungId};

/// The rungs around one rung. The start side is that of lane 0: the left one where text runs from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Neighbors {
    /// The next higher rung of the same track; `None` at its top.
    pub up: Option<RungId>,
    /// The next lower rung of the same track, else the rung from which the track leaves.
    pub down: Option<RungId>,
    /// The nearest rung of the same row in an earlier lane.
    pub start: Option<RungId>,
    /// The nearest rung of the same row in a later lane, else the lowest rung of the first track that leaves here.
    pub end: Option<RungId>,
}

impl Layout {
    /// The neighbors of a rung; `ladder` is the one that was laid out.
    #[must_use]
    pub fn neighbors(&self, ladder: &Ladder, id: RungId) -> Neighbors {
        let rung = ladder.rung(id);
        let lane = rung.track.index();
        let mut neighbors = Neighbors::default();
        for band in &self.bands {
            for row in band.rows.iter().filter(|row| row.level == rung.level) {
                neighbors.start = row.cells[..lane].iter().rev().find_map(|cell| cell.rung);
                neighbors.end = row.cells[lane + 1..].iter().find_map(|cell| cell.rung);
            }
        }
        for (from, to) in edges(ladder) {
            if to == id {
                neighbors.down = Some(from);
            }
            if from == id {
                let is_same_track = ladder.rung(to).track == rung.track;
                let side = if is_same_track { &mut neighbors.up } else { &mut neighbors.end };
                side.get_or_insert(to);
            }
        }
        neighbors
    }
}
