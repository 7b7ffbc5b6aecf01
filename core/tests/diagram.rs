//! Properties of the layout of any ladder: no two rungs share a cell, and every step up can be followed along the
//! rails.

use career_ladder_core::diagram::{Cell, DiagramRow, Layout, edges};
use career_ladder_core::ladder::{Ladder, LadderParts, Rung, RungId, Track, TrackId};
use proptest::prelude::*;

/// Ladders of one to five tracks, each leaving from any rung of an earlier one, with up to 11 rungs at rising levels.
fn ladders() -> impl Strategy<Value = Ladder> {
    let track = |fewest| (any::<prop::sample::Index>(), prop::collection::vec(1_u16..4, fewest..12));
    (track(2), prop::collection::vec(track(1), 0..5)).prop_map(|(first, others)| {
        let mut parts = LadderParts::default();
        for (track, (leaves, steps)) in std::iter::once(first).chain(others).enumerate() {
            let from = (track > 0).then(|| RungId::new(leaves.index(parts.rungs.len())));
            let mut level = from.map_or(0, |from| parts.rungs[from.index()].level);
            parts.tracks.push(Track { from, ..Track::default() });
            for step in steps {
                level += step;
                parts.rungs.push(Rung { level, track: TrackId::new(track), ..Rung::default() });
            }
        }
        Ladder::new(parts)
    })
}

/// The cells of all rows, from the top down.
fn rows(layout: &Layout) -> Vec<&Vec<Cell>> {
    layout.bands.iter().flat_map(|band| &band.rows).map(|row| &row.cells).collect()
}

/// The row (counted from the top) and the lane of the one cell that holds a rung.
fn position(layout: &Layout, rung: RungId) -> (usize, usize) {
    let mut positions = rows(layout).into_iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().filter(|(_, cell)| cell.rung == Some(rung)).map(move |(lane, _)| (row, lane))
    });
    let position = positions.next().expect("every rung has a cell");
    assert_eq!(positions.next(), None, "a rung has one cell only");
    position
}

proptest! {
    #[test]
    fn every_rung_has_a_cell_in_the_lane_of_its_track_and_above_lower_rungs(ladder in ladders()) {
        let layout = Layout::new(&ladder);
        let positions: Vec<_> = ladder.rung_ids().map(|rung| position(&layout, rung)).collect();
        for (rung, &(row, lane)) in positions.iter().enumerate() {
            prop_assert_eq!(lane, ladder.rungs[rung].track.index());
            for (other, &(other_row, _)) in positions.iter().enumerate() {
                prop_assert_eq!(ladder.rungs[rung].level > ladder.rungs[other].level, row < other_row);
            }
        }
    }

    #[test]
    fn every_edge_can_be_followed_along_the_rails(ladder in ladders()) {
        let layout = Layout::new(&ladder);
        let rows = rows(&layout);
        for (from, to) in edges(&ladder) {
            let ((low, from_lane), (high, lane)) = (position(&layout, from), position(&layout, to));
            // Sideways in the row of the lower rung, between the two lanes.
            for side in from_lane.min(lane)..from_lane.max(lane) {
                prop_assert!(rows[low][side].rails.end && rows[low][side + 1].rails.start);
            }
            // Then up the lane.
            for row in high + 1..=low {
                prop_assert!(rows[row][lane].rails.up && rows[row - 1][lane].rails.down);
            }
        }
    }

    #[test]
    fn every_rail_enters_the_next_cell(ladder in ladders()) {
        let layout = Layout::new(&ladder);
        let rows = rows(&layout);
        for (row, cells) in rows.iter().enumerate() {
            for (lane, cell) in cells.iter().enumerate() {
                prop_assert_eq!(cell.rails.up, row > 0 && rows[row - 1][lane].rails.down);
                prop_assert_eq!(cell.rails.end, lane + 1 < cells.len() && cells[lane + 1].rails.start);
            }
        }
    }

    #[test]
    fn a_folded_ladder_counts_every_rung_and_shows_a_pinned_one(ladder in ladders(), pinned in any::<prop::sample::Index>()) {
        let layout = Layout::new(&ladder);
        let pinned = RungId::new(pinned.index(ladder.rungs.len()));
        let mut visible = Vec::new();
        let mut hidden = 0;
        for row in layout.visible_rows(false, &[pinned]) {
            match row {
                DiagramRow::Heading { .. } => {}
                DiagramRow::Level { row, .. } => visible.extend(row.rungs()),
                DiagramRow::Fold { rungs, .. } => hidden += rungs,
            }
        }
        prop_assert_eq!(visible.len() + hidden, ladder.rungs.len());
        prop_assert!(visible.contains(&pinned));
    }

    #[test]
    fn down_leads_back_from_the_rung_above(ladder in ladders()) {
        let layout = Layout::new(&ladder);
        for rung in ladder.rung_ids() {
            if let Some(up) = layout.neighbors(&ladder, rung).up {
                prop_assert_eq!(layout.neighbors(&ladder, up).down, Some(rung));
            }
        }
    }
}
