//! Selects the part of a ladder that a picture has room for.

use crate::diagram::{Layout, Row};
use crate::ladder::{Ladder, RungId, TrackId};

/// A ladder with at most this many rows is shown whole.
const MAX_ROWS: usize = 8;

/// The number of rows that a longer ladder shows.
const WINDOW_ROWS: usize = 7;

/// A ladder with at most this many tracks is shown whole.
const MAX_LANES: usize = 2;

/// The rows and lanes of a picture.
pub(super) struct Window<'a> {
    /// The indices of the lanes, in their order. The first one is always there.
    pub lanes: Vec<usize>,
    /// The rows, highest first.
    pub rows: Vec<WindowRow<'a>>,
}

/// A row of a picture.
pub(super) struct WindowRow<'a> {
    pub row: &'a Row,
    /// The index of the band around it, from the top.
    pub band_index: usize,
    /// Whether rows are hidden between this one and the one above it.
    pub follows_hidden: bool,
}

impl<'a> Window<'a> {
    /// The rows around the `marked` rungs; without any, those at the ends of the ladder.
    pub(super) fn new(ladder: &Ladder, layout: &'a Layout, marked: &[RungId]) -> Self {
        let lanes = lanes(ladder, marked);
        let is_seen = |row: &Row| lanes.iter().any(|&lane| row.cells[lane].rung.is_some());
        let bands = layout.bands.iter().enumerate();
        let rows: Vec<(usize, &Row)> = bands
            .flat_map(|(band_index, band)| band.rows.iter().map(move |row| (band_index, row)))
            .filter(|(_, row)| is_seen(row))
            .collect();
        let is_marked = |row: &Row| row.rungs().any(|rung| marked.contains(&rung));
        let centers = rows.iter().enumerate().filter(|(_, (_, row))| is_marked(row)).map(|(index, _)| index);
        let is_visible = visible(rows.len(), centers.collect());
        let mut window = Self { lanes, rows: Vec::new() };
        let mut follows_hidden = false;
        for ((band_index, row), is_visible) in rows.into_iter().zip(is_visible) {
            if is_visible {
                window.rows.push(WindowRow {
                    row,
                    band_index,
                    follows_hidden: follows_hidden && !window.rows.is_empty(),
                });
            }
            follows_hidden = !is_visible;
        }
        window
    }

    /// The visible rungs of a lane with the indices of their rows, highest first.
    pub(super) fn rungs(&self, lane: usize) -> impl DoubleEndedIterator<Item = (usize, RungId)> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(move |(index, row)| row.row.cells[lane].rung.map(|rung| (index, rung)))
    }

    /// The index of the visible row of a rung, if its lane is visible too.
    pub(super) fn row_of(&self, lane: usize, rung: RungId) -> Option<usize> {
        let is_there = self.lanes.contains(&lane);
        self.rungs(lane).find(|&(_, other)| is_there && other == rung).map(|(index, _)| index)
    }
}

/// The lanes of a picture: all, or the first one with those of the marked rungs.
fn lanes(ladder: &Ladder, marked: &[RungId]) -> Vec<usize> {
    let count = ladder.tracks.len();
    let is_marked = |lane: usize| marked.iter().any(|&rung| ladder.rung(rung).track == TrackId::new(lane));
    (0..count).filter(|&lane| count <= MAX_LANES || lane == 0 || is_marked(lane)).collect()
}

/// For each row, whether it is visible: the window grows around its centers until it is full. A single hidden row
/// between two visible ones is visible too, since a sign for it would take as much room.
fn visible(count: usize, mut centers: Vec<usize>) -> Vec<bool> {
    if count <= MAX_ROWS {
        return vec![true; count];
    }
    if centers.is_empty() {
        centers = vec![0, count - 1];
    }
    let mut is_visible = vec![false; count];
    let mut left = WINDOW_ROWS;
    for distance in 0..count {
        let above = centers.iter().map(|&center| center.checked_sub(distance));
        let below = centers.iter().map(|&center| Some(center + distance));
        for row in above.chain(below).flatten().filter(|&row| row < count) {
            if left > 0 && !is_visible[row] {
                is_visible[row] = true;
                left -= 1;
            }
        }
    }
    for row in 1..count - 1 {
        is_visible[row] |= is_visible[row - 1] && is_visible[row + 1];
    }
    is_visible
}

#[cfg(test)]
mod tests {
    use super::visible;

    /// Checks the visible rows, written as `#`.
    #[track_caller]
    fn check_visible(count: usize, centers: &[usize], expected: &str) {
        let visible = visible(count, centers.to_vec());
        let text: String = visible.into_iter().map(|is_visible| if is_visible { '#' } else { '.' }).collect();
        assert_eq!(text, expected);
    }

    #[test]
    fn eight_rows_are_all_visible() {
        check_visible(8, &[3], "########");
    }

    #[test]
    fn a_window_of_seven_rows_lies_around_its_center() {
        check_visible(12, &[5], "..#######...");
        check_visible(12, &[0], "#######.....");
        check_visible(12, &[11], ".....#######");
        check_visible(12, &[1], "#######.....");
    }

    #[test]
    fn a_ladder_without_a_marked_rung_shows_its_ends() {
        check_visible(12, &[], "###.....####");
    }

    #[test]
    fn two_centers_share_the_window() {
        check_visible(16, &[3, 11], ".####.....###...");
        check_visible(16, &[5, 6], "..#######.......");
    }

    #[test]
    fn a_single_row_between_visible_ones_is_visible() {
        check_visible(12, &[2, 6], "########....");
        check_visible(12, &[2, 7], "####..###...");
    }
}
