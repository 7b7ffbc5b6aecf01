//! A long ladder, folded: what matters most stays, the rest is one step away.

use super::{Band, Layout, Rails, Row};
use crate::ladder::RungId;

/// From so many rows on a ladder is folded.
const LONG: usize = 9;

/// So many rows stay at each end of a folded ladder.
const ENDS: usize = 2;

/// A part of the diagram, from the top down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiagramRow<'a> {
    /// The heading of a band; bands are numbered from the top.
    Head(usize, &'a Band),
    /// A row of the band with this number.
    Row(usize, &'a Row),
    /// Rows that are folded away, in the band of the highest of them.
    Folded {
        /// The band's number.
        band: usize,
        /// How many rungs are in them.
        rungs: usize,
        /// The rails that pass, per lane.
        rails: Vec<Rails>,
    },
}

impl Layout {
    /// The diagram from the top down. A long one is folded, unless it is `open`: the rows at its ends
    /// stay, those where tracks fork, and those with the rungs in `keep`.
    #[must_use]
    pub fn rows(&self, open: bool, keep: &[RungId]) -> Vec<DiagramRow<'_>> {
        let count: usize = self.bands.iter().map(|band| band.rows.len()).sum();
        let mut rows = Vec::new();
        let mut place = 0;
        for (number, band) in self.bands.iter().enumerate() {
            let mut headed = false;
            for row in &band.rows {
                let at_end = place < ENDS || place + ENDS >= count;
                let forks = row.cells.iter().any(|cell| cell.rails.end);
                let kept = row.cells.iter().filter_map(|cell| cell.rung).any(|rung| keep.contains(&rung));
                place += 1;
                if open || count < LONG || at_end || forks || kept {
                    if !headed {
                        rows.push(DiagramRow::Head(number, band));
                        headed = true;
                    }
                    rows.push(DiagramRow::Row(number, row));
                } else {
                    fold(&mut rows, number, row);
                }
            }
        }
        rows
    }
}

/// Adds a row to the fold above it, or begins one.
fn fold(rows: &mut Vec<DiagramRow<'_>>, band: usize, row: &Row) {
    let more = row.cells.iter().filter(|cell| cell.rung.is_some()).count();
    if let Some(DiagramRow::Folded { rungs, rails, .. }) = rows.last_mut() {
        *rungs += more;
        for (rails, cell) in rails.iter_mut().zip(&row.cells) {
            rails.down = cell.rails.down;
        }
    } else {
        let upright =
            row.cells.iter().map(|cell| Rails { up: cell.rails.up, down: cell.rails.down, ..Rails::default() });
        rows.push(DiagramRow::Folded { band, rungs: more, rails: upright.collect() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::ladder;
    use super::*;

    /// The parts as text: heads as `[band]`, rows by their level, folds as `+rungs`.
    fn outline(rungs: u16, open: bool, keep: &[usize]) -> String {
        let rungs: Vec<(u16, usize, Option<usize>)> = (1..=rungs).map(|level| (level, 0, None)).collect();
        let layout = Layout::new(&ladder(&[None], &rungs));
        let keep: Vec<RungId> = keep.iter().map(|&rung| RungId::new(rung)).collect();
        let rows = layout.rows(open, &keep);
        let words: Vec<String> = rows
            .iter()
            .map(|part| match part {
                DiagramRow::Head(band, _) => format!("[{band}]"),
                DiagramRow::Row(_, row) => row.level.to_string(),
                DiagramRow::Folded { rungs, .. } => format!("+{rungs}"),
            })
            .collect();
        words.join(" ")
    }

    #[test]
    fn a_short_ladder_is_whole() {
        assert_eq!(outline(8, false, &[]), "[0] 8 7 6 5 4 3 2 1");
    }

    #[test]
    fn a_long_one_keeps_its_ends_and_what_is_asked_for() {
        assert_eq!(outline(12, false, &[]), "[0] 12 11 +8 2 1");
        assert_eq!(outline(12, false, &[5]), "[0] 12 11 +4 6 +3 2 1");
        assert_eq!(outline(12, true, &[]), "[0] 12 11 10 9 8 7 6 5 4 3 2 1");
    }

    #[test]
    fn rows_where_tracks_fork_stay() {
        let mut rungs: Vec<(u16, usize, Option<usize>)> = (1..=12).map(|level| (level, 0, None)).collect();
        rungs.push((9, 1, None));
        let layout = Layout::new(&ladder(&[None, Some(4)], &rungs));
        let rows = layout.rows(false, &[]);
        assert!(rows.iter().any(|part| matches!(part, DiagramRow::Row(_, row) if row.level == 5)));
        let DiagramRow::Folded { rungs, rails, .. } = &rows[3] else { panic!("{rows:?}") };
        assert_eq!(*rungs, 6, "levels 10 to 6, and the side rung on 9");
        let upright = Rails { up: true, down: true, ..Rails::default() };
        assert_eq!(rails[0], upright);
        assert_eq!(rails[1], Rails { up: false, ..upright });
    }
}
