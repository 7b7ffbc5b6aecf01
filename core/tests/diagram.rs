//! The layout of any ladder: no two rungs share a cell, and every step up has its two ends.

use career_ladder_core::diagram::{Cell, DiagramRow, Layout, edges};
use career_ladder_core::ladder::{Ladder, Rung, RungId, Track, TrackId};
use proptest::prelude::*;

/// Ladders of one to six tracks, each leaving from any rung of an earlier one, with 1 to 12 rungs at rising levels.
fn ladders() -> impl Strategy<Value = Ladder> {
    let track = (any::<prop::sample::Index>(), prop::collection::vec(1_u16..4, 1..12));
    prop::collection::vec(track, 1..6).prop_map(|tracks| {
        let mut ladder = Ladder::default();
        for (place, (leaves, steps)) in tracks.into_iter().enumerate() {
            let from = (place > 0).then(|| RungId::new(leaves.index(ladder.rungs.len())));
            let mut level = from.map_or(0, |from| ladder.rung(from).level);
            ladder.tracks.push(Track { from, ..Track::default() });
            for step in steps {
                level += step;
                ladder.rungs.push(Rung { level, track: TrackId::new(place), ..Rung::default() });
            }
        }
        ladder
    })
}

fn rows(layout: &Layout) -> Vec<&Vec<Cell>> {
    layout.bands.iter().flat_map(|band| &band.rows).map(|row| &row.cells).collect()
}

/// The row, from the top, and the lane of a rung.
fn place(layout: &Layout, rung: RungId) -> (usize, usize) {
    let mut found = rows(layout).into_iter().enumerate().flat_map(|(row, cells)| {
        cells.iter().enumerate().filter(|(_, cell)| cell.rung == Some(rung)).map(move |(lane, _)| (row, lane))
    });
    let place = found.next().expect("every rung is somewhere");
    assert_eq!(found.next(), None, "and only there");
    place
}

proptest! {
    #[test]
    fn every_rung_has_a_cell_of_its_own_in_its_lane_and_higher_rungs_stand_higher(ladder in ladders()) {
        let layout = Layout::new(&ladder);
        let places: Vec<_> = ladder.rung_ids().map(|rung| place(&layout, rung)).collect();
        for (rung, &(row, lane)) in places.iter().enumerate() {
            prop_assert_eq!(lane, ladder.rungs[rung].track.index());
            for (other, &(other_row, _)) in places.iter().enumerate() {
                prop_assert_eq!(ladder.rungs[rung].level > ladder.rungs[other].level, row < other_row);
            }
        }
    }

    #[test]
    fn every_edge_can_be_followed_along_the_rails(ladder in ladders()) {
        let layout = Layout::new(&ladder);
        let rows = rows(&layout);
        for (from, to) in edges(&ladder) {
            let ((low, home), (high, lane)) = (place(&layout, from), place(&layout, to));
            // Sideways in the row of the lower rung, between the two lanes.
            for side in home.min(lane)..home.max(lane) {
                prop_assert!(rows[low][side].rails.end && rows[low][side + 1].rails.start);
            }
            // Then up the lane.
            for row in high + 1..=low {
                prop_assert!(rows[row][lane].rails.up && rows[row - 1][lane].rails.down);
            }
        }
    }

    #[test]
    fn every_rail_goes_on_in_the_next_cell(ladder in ladders()) {
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
    fn a_folded_ladder_counts_every_rung_and_keeps_what_it_is_told(ladder in ladders(), keep in any::<prop::sample::Index>()) {
        let layout = Layout::new(&ladder);
        let keep = RungId::new(keep.index(ladder.rungs.len()));
        let mut shown = Vec::new();
        let mut folded = 0;
        for part in layout.rows(false, &[keep]) {
            match part {
                DiagramRow::Head(..) => {}
                DiagramRow::Row(_, row) => shown.extend(row.cells.iter().filter_map(|cell| cell.rung)),
                DiagramRow::Folded { rungs, .. } => folded += rungs,
            }
        }
        prop_assert_eq!(shown.len() + folded, ladder.rungs.len());
        prop_assert!(shown.contains(&keep));
    }

    #[test]
    fn the_way_of_the_arrows_leads_back(ladder in ladders()) {
        let layout = Layout::new(&ladder);
        for rung in ladder.rung_ids() {
            if let Some(up) = layout.neighbors(&ladder, rung).up {
                prop_assert_eq!(layout.neighbors(&ladder, up).down, Some(rung));
            }
        }
    }
}
