//! The ladder as a page: bands of rows, rows of cells, with the rails that run through each cell.
//!
//! A row is a level, a lane is a track, a band is a run of rows of one stage. Rows are listed from
//! the top of the ladder down. The layout knows no pixels: the browser's own layout gives every
//! cell its size, so the diagram wraps, zooms and mirrors by itself.

mod fold;
mod navigation;

pub use fold::DiagramRow;
pub use navigation::Neighbors;

use crate::ladder::{Ladder, Rung, RungId, StageId, TrackId};

/// The whole diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// How many lanes stand side by side; lane 0 is the first track.
    pub lanes: usize,
    /// The bands, highest first.
    pub bands: Vec<Band>,
}

/// A run of rows of one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Its stage, which is named in a heading row of its own; `None` for rungs without one.
    pub stage: Option<StageId>,
    /// The rails that pass the heading row, per lane.
    pub head: Vec<Rails>,
    /// The rows, highest first.
    pub rows: Vec<Row>,
}

/// The rungs of one level, one cell a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The level.
    pub level: u16,
    /// The cells, in the order of the lanes.
    pub cells: Vec<Cell>,
}

/// A place in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// The rung that stands in it.
    pub rung: Option<RungId>,
    /// The rails that leave it.
    pub rails: Rails,
}

/// The sides on which a rail leaves a cell. Start is where the lanes begin: left where one reads from the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rails {
    /// Towards the next higher row.
    pub up: bool,
    /// Towards the next lower row.
    pub down: bool,
    /// Towards the lane before.
    pub start: bool,
    /// Towards the lane after.
    pub end: bool,
}

impl Layout {
    /// Lays a ladder out.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        let lanes = ladder.tracks.len();
        let mut rows: Vec<Row> = Vec::new();
        for (place, rung) in ladder.rungs.iter().enumerate() {
            let row = match rows.binary_search_by(|row| rung.level.cmp(&row.level)) {
                Ok(row) => row,
                Err(row) => {
                    rows.insert(row, Row { level: rung.level, cells: vec![Cell::default(); lanes] });
                    row
                }
            };
            rows[row].cells[rung.track.index()].rung = Some(RungId::new(place));
        }
        for (from, to) in edges(ladder) {
            let (from, to) = (ladder.rung(from), ladder.rung(to));
            let row_of = |rung: &Rung| rows.iter().position(|row| row.level == rung.level).unwrap_or(0);
            let (low, high) = (row_of(from), row_of(to));
            let (home, lane) = (from.track.index(), to.track.index());
            for between in home.min(lane)..home.max(lane) {
                rows[low].cells[between].rails.end = true;
                rows[low].cells[between + 1].rails.start = true;
            }
            for between in high..low {
                rows[between].cells[lane].rails.down = true;
                rows[between + 1].cells[lane].rails.up = true;
            }
        }
        Self { lanes, bands: bands(ladder, rows) }
    }

    /// All cells with a rung, from the top down, in each row in the order of the lanes.
    pub fn rungs(&self) -> impl Iterator<Item = RungId> {
        self.bands.iter().flat_map(|band| &band.rows).flat_map(|row| &row.cells).filter_map(|cell| cell.rung)
    }
}

/// Every step up the ladder, from rung to rung: along the tracks, and from the rung a track forks at to its lowest.
#[must_use]
pub fn edges(ladder: &Ladder) -> Vec<(RungId, RungId)> {
    let mut edges = Vec::new();
    for (place, track) in ladder.tracks.iter().enumerate() {
        let mut from = track.from;
        for to in ladder.rungs_of_track(TrackId::new(place)) {
            if let Some(from) = from {
                edges.push((from, to));
            }
            from = Some(to);
        }
    }
    edges
}

/// Cuts rows into bands where the stage of the first lane's rung changes; a row without one joins the row below it.
fn bands(ladder: &Ladder, rows: Vec<Row>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for row in rows.into_iter().rev() {
        let speaker = row.cells[0].rung.or_else(|| {
            let alone = bands.is_empty();
            row.cells.iter().find_map(|cell| cell.rung).filter(|_| alone)
        });
        let stage = speaker.map(|rung| ladder.rung(rung).stage);
        match bands.last_mut() {
            Some(band) if stage.is_none_or(|stage| stage == band.stage) => band.rows.push(row),
            _ => bands.push(Band { stage: stage.flatten(), head: Vec::new(), rows: vec![row] }),
        }
    }
    for band in &mut bands {
        band.rows.reverse();
        let passing = |cell: &Cell| Rails { up: cell.rails.up, down: cell.rails.up, ..Rails::default() };
        band.head = band.rows[0].cells.iter().map(passing).collect();
    }
    bands.reverse();
    bands
}

#[cfg(test)]
pub(in crate::diagram) mod tests {
    use super::*;
    use crate::ladder::{Stage, Track};

    /// A ladder of rungs given as (level, track, stage); tracks leave from the rung given.
    pub(in crate::diagram) fn ladder(tracks: &[Option<usize>], rungs: &[(u16, usize, Option<usize>)]) -> Ladder {
        Ladder {
            stages: vec![Stage::default(); 3],
            tracks: tracks.iter().map(|from| Track { from: from.map(RungId::new), ..Track::default() }).collect(),
            rungs: rungs
                .iter()
                .map(|&(level, track, stage)| Rung {
                    level,
                    track: TrackId::new(track),
                    stage: stage.map(StageId::new),
                    ..Rung::default()
                })
                .collect(),
            ..Ladder::default()
        }
    }

    /// The diagram as text: a row a line, a cell as its rung (or `.`) and its rails: `^` up, `v` down, `<` start, `>` end.
    fn draw(ladder: &Ladder) -> Vec<String> {
        let rails = |rails: Rails| {
            let sides = [(rails.up, '^'), (rails.down, 'v'), (rails.start, '<'), (rails.end, '>')];
            sides.into_iter().filter_map(|(there, sign)| there.then_some(sign)).collect::<String>()
        };
        let mut lines = Vec::new();
        for band in Layout::new(ladder).bands {
            let head: Vec<String> = band.head.iter().map(|&head| format!(".{}", rails(head))).collect();
            let stage = band.stage.map_or("-".to_owned(), |stage| stage.index().to_string());
            lines.push(format!("[{stage}] {}", head.join(" ")));
            for row in band.rows {
                let cells = row.cells.iter().map(|cell| {
                    let rung = cell.rung.map_or(".".to_owned(), |rung| rung.index().to_string());
                    format!("{rung}{}", rails(cell.rails))
                });
                lines.push(format!("{}: {}", row.level, cells.collect::<Vec<_>>().join(" ")));
            }
        }
        lines
    }

    #[test]
    fn a_plain_ladder_is_one_lane() {
        let ladder = ladder(&[None], &[(1, 0, None), (2, 0, None), (5, 0, None)]);
        assert_eq!(draw(&ladder), ["[-] .", "5: 2v", "2: 1^v", "1: 0^"]);
    }

    #[test]
    fn a_side_track_leaves_its_rung_sideways_and_turns_up() {
        let ladder = ladder(
            &[None, Some(1)],
            &[(1, 0, Some(0)), (2, 0, Some(1)), (3, 0, Some(2)), (4, 0, Some(2)), (4, 1, Some(2))],
        );
        assert_eq!(
            draw(&ladder),
            ["[2] . .", "4: 3v 4v", "3: 2^v .^v", "[1] .^v .^v", "2: 1^v> .^<", "[0] .^v .", "1: 0^ ."]
        );
    }

    #[test]
    fn a_fork_passes_behind_the_lanes_between() {
        let ladder = ladder(&[None, Some(0), Some(0)], &[(1, 0, None), (2, 0, None), (2, 1, None), (2, 2, None)]);
        assert_eq!(draw(&ladder), ["[-] . . .", "2: 1v 2v 3v", "1: 0^> .^<> .^<"]);
    }

    #[test]
    fn a_track_may_fork_from_a_side_track_back_towards_the_first() {
        let ladder = ladder(&[None, Some(3), Some(0)], &[(1, 0, None), (2, 0, None), (3, 1, None), (2, 2, None)]);
        assert_eq!(draw(&ladder), ["[-] . . .", "3: . 2v .", "2: 1v .^> 3v<", "1: 0^> .<> .^<"]);
    }

    #[test]
    fn rows_of_the_side_track_alone_join_the_band_below() {
        let ladder = ladder(&[None, Some(0)], &[(1, 0, Some(0)), (2, 0, Some(1)), (3, 1, Some(2))]);
        assert_eq!(draw(&ladder), ["[1] . .", "3: . 2v", "2: 1v .^v", "[0] .^v .^v", "1: 0^> .^<"]);
    }
}
