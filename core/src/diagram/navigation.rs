//! Where the arrow keys lead.

use super::{Layout, edges};
use crate::ladder::{Ladder, RungId};

/// The rungs beside one. Start is where the lanes begin: left where one reads from the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Neighbors {
    /// The next higher one on its track.
    pub up: Option<RungId>,
    /// The next lower one on its track, or the one its track leaves from.
    pub down: Option<RungId>,
    /// The nearest one in its row in the lanes before.
    pub start: Option<RungId>,
    /// The nearest one in its row in the lanes after, or else the first of a track that leaves here.
    pub end: Option<RungId>,
}

impl Layout {
    /// The rungs beside `rung`, by the tracks and rows of `ladder`.
    #[must_use]
    pub fn neighbors(&self, ladder: &Ladder, rung: RungId) -> Neighbors {
        let place = ladder.rung(rung);
        let lane = place.track.index();
        let mut neighbors = Neighbors::default();
        for row in self.bands.iter().flat_map(|band| &band.rows) {
            if row.level == place.level {
                neighbors.start = row.cells[..lane].iter().rev().find_map(|cell| cell.rung);
                neighbors.end = row.cells[lane + 1..].iter().find_map(|cell| cell.rung);
            }
        }
        for (from, to) in edges(ladder) {
            if to == rung {
                neighbors.down = Some(from);
            }
            if from == rung {
                let way = if ladder.rung(to).track == place.track { &mut neighbors.up } else { &mut neighbors.end };
                way.get_or_insert(to);
            }
        }
        neighbors
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::ladder;
    use super::*;

    #[test]
    fn arrows_follow_tracks_and_rows() {
        // Rungs 0, 1, 2, 3 up the first track; 4 and 5 on a side track that leaves from 1, level with 2 and 3.
        let ladder = ladder(
            &[None, Some(1)],
            &[(1, 0, None), (2, 0, None), (3, 0, None), (4, 0, None), (3, 1, None), (4, 1, None)],
        );
        let layout = Layout::new(&ladder);
        let case = |rung, [up, down, start, end]: [Option<usize>; 4]| {
            let id = |rung: Option<usize>| rung.map(RungId::new);
            let expected = Neighbors { up: id(up), down: id(down), start: id(start), end: id(end) };
            assert_eq!(layout.neighbors(&ladder, RungId::new(rung)), expected, "beside {rung}");
        };
        case(0, [Some(1), None, None, None]);
        case(1, [Some(2), Some(0), None, Some(4)]);
        case(2, [Some(3), Some(1), None, Some(4)]);
        case(3, [None, Some(2), None, Some(5)]);
        case(4, [Some(5), Some(1), Some(2), None]);
        case(5, [None, Some(4), Some(3), None]);
    }
}
