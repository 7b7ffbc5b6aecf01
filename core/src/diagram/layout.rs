//! Places rungs in cells, draws the rails and cuts the rows into bands.

use crate::gather::Gather as _;
use crate::ladder::{Ladder, RungId, StageId, TrackId};

/// The whole diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The number of lanes, which is the number of tracks. Every row and every heading has as many cells.
    pub lanes: usize,
    /// The bands, highest first.
    pub bands: Vec<Band>,
}

/// A run of rows of one stage, with its heading row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The stage that the heading row names; `None` for rungs without a stage.
    pub stage: Option<StageId>,
    /// The rails that pass through the heading row, one entry a lane.
    pub heading_rails: Vec<Rails>,
    /// The rows, highest first. Never empty.
    pub rows: Vec<Row>,
}

/// The rungs of one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The level that all rungs of the row share, as the ladder's author numbered it.
    pub level: u16,
    /// One cell a lane, in the order of the lanes.
    pub cells: Vec<Cell>,
}

/// The place where a row and a lane cross.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// The rung in the cell; `None` where the track has no rung on this level.
    pub rung: Option<RungId>,
    /// The rails that leave the cell. Rails also pass through empty cells.
    pub rails: Rails,
}

/// The sides on which rails leave a cell. The start side is that of lane 0: the left one where text runs from left to
/// right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rails {
    /// Towards the next higher row.
    pub up: bool,
    /// Towards the next lower row.
    pub down: bool,
    /// Towards the previous lane.
    pub start: bool,
    /// Towards the next lane.
    pub end: bool,
}

impl Rails {
    /// The rails of a cell that a vertical rail crosses, or of an empty one.
    fn crossing(is_crossed: bool) -> Self {
        Self { up: is_crossed, down: is_crossed, ..Self::default() }
    }
}

impl Layout {
    /// Lays out a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        let mut rows = rows(ladder);
        for (from, to) in edges(ladder) {
            let (from, to) = (position(ladder, &rows, from), position(ladder, &rows, to));
            draw_rail(&mut rows, from, to);
        }
        Self { lanes: ladder.tracks.len(), bands: bands(ladder, rows) }
    }

    /// All rungs from the top row down, each row in the order of its lanes.
    #[must_use]
    pub fn rungs(&self) -> Vec<RungId> {
        let mut rungs = Vec::new();
        for band in &self.bands {
            for row in &band.rows {
                row.rungs().for_each(|rung| rungs.push(rung));
            }
        }
        rungs
    }
}

impl Row {
    /// The rungs of the row in the order of the lanes.
    pub fn rungs(&self) -> impl Iterator<Item = RungId> {
        self.cells.iter().filter_map(|cell| cell.rung)
    }
}

/// Every step up the ladder as a pair of rungs, the lower one first. Steps follow the tracks; the first step of a side
/// track starts at the rung it leaves from.
#[must_use]
pub fn edges(ladder: &Ladder) -> Vec<(RungId, RungId)> {
    let mut edges = Vec::new();
    for (index, track) in ladder.tracks.iter().enumerate() {
        let mut from = track.from;
        for &to in ladder.rungs_of_track(TrackId::new(index)).iter() {
            if let Some(from) = from {
                edges.push((from, to));
            }
            from = Some(to);
        }
    }
    edges
}

/// One row for each level that has a rung, highest first, still without rails.
fn rows(ladder: &Ladder) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for id in ladder.rung_ids() {
        let rung = ladder.rung(id);
        let row = match rows.binary_search_by(|row| rung.level.cmp(&row.level)) {
            Ok(row) => row,
            Err(row) => {
                rows.insert(row, Row { level: rung.level, cells: vec![Cell::default(); ladder.tracks.len()] });
                row
            }
        };
        rows[row].cells[rung.track.index()].rung = Some(id);
    }
    rows
}

/// The row (counted from the top) and the lane of a rung.
fn position(ladder: &Ladder, rows: &[Row], rung: RungId) -> (usize, usize) {
    let rung = ladder.rung(rung);
    (rows.partition_point(|row| row.level > rung.level), rung.track.index())
}

/// Draws a rail between two positions: sideways in the lower row, then up in the lane of the higher position.
fn draw_rail(rows: &mut [Row], (low, from_lane): (usize, usize), (high, lane): (usize, usize)) {
    for between in from_lane.min(lane)..from_lane.max(lane) {
        rows[low].cells[between].rails.end = true;
        rows[low].cells[between + 1].rails.start = true;
    }
    for between in high..low {
        rows[between].cells[lane].rails.down = true;
        rows[between + 1].cells[lane].rails.up = true;
    }
}

/// Cuts rows into bands where the stage of the first lane's rung changes. A row without such a rung joins the band
/// below it.
fn bands(ladder: &Ladder, rows: Vec<Row>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    for row in rows.into_iter().rev() {
        // The lowest row starts a band even if its only rungs are on side tracks.
        let speaker = row.cells[0].rung.or_else(|| row.rungs().next().filter(|_| bands.is_empty()));
        let stage = speaker.map(|rung| ladder.rung(rung).stage);
        match bands.last_mut() {
            Some(band) if stage.is_none_or(|stage| stage == band.stage) => band.rows.push(row),
            _ => bands.push(Band { stage: stage.flatten(), heading_rails: Vec::new(), rows: vec![row] }),
        }
    }
    for band in &mut bands {
        band.rows.reverse();
        band.heading_rails = band.rows[0].cells.iter().map(|cell| Rails::crossing(cell.rails.up)).gather();
    }
    bands.reverse();
    bands
}
