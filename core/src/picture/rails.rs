//! Draws the rails between rungs, and the signs that there is more than the picture shows.

use super::grid::{Grid, HIDDEN_HEIGHT, Lane};
use super::window::Window;
use super::{Color, Point, Shape, Stroke};
use crate::ladder::{Ladder, RungId, TrackId};

/// The rails go on this far beyond the last rungs.
const END: i32 = 36;

/// Tenths of a pixel.
const WIDTH: i32 = 40;

/// The radius of the turn where a side track leaves.
const RADIUS: i32 = 16;

/// The length of a dash, and of the gap behind it.
const DASH: i32 = 6;

/// Draws rails below the rungs.
pub(super) struct Rails<'a> {
    pub ladder: &'a Ladder,
    pub window: &'a Window<'a>,
    pub grid: &'a Grid,
    pub color: Color,
}

impl Rails<'_> {
    pub(super) fn draw(&self, shapes: &mut Vec<Shape>) {
        for lane in &self.grid.lanes {
            self.draw_forks(lane, shapes);
            self.draw_lane(lane, shapes);
        }
        self.draw_hidden_forks(shapes);
    }

    /// The two rails of a lane.
    fn draw_lane(&self, lane: &Lane, shapes: &mut Vec<Shape>) {
        let rungs: Vec<(usize, RungId)> = self.window.rungs(lane.index).collect();
        let (Some(&(top, highest)), Some(&(bottom, lowest))) = (rungs.first(), rungs.last()) else { return };
        let track = self.ladder.rungs_of_track(TrackId::new(lane.index));
        let (top_y, bottom_y) = (self.grid.tops[top], self.grid.bottom(bottom));
        for x in lane.rails() {
            for pair in rungs.windows(2) {
                self.draw_between(x, pair[0].0, pair[1].0, shapes);
            }
            self.draw_end(x, (top_y - END, top_y), track.last() != Some(&highest), shapes);
            let is_cut = track.first() != Some(&lowest);
            if is_cut || self.ladder.tracks[lane.index].from.is_none() {
                self.draw_end(x, (bottom_y, bottom_y + END), is_cut, shapes);
            }
        }
    }

    /// A rail between two rungs, with dashes where rows are hidden.
    fn draw_between(&self, x: i32, upper: usize, lower: usize, shapes: &mut Vec<Shape>) {
        let mut from = self.grid.center(upper);
        for row in upper + 1..=lower {
            if self.window.rows[row].follows_hidden {
                let (above, below) = (self.grid.bottom(row - 1), self.grid.tops[row]);
                let start = above + (below - above - HIDDEN_HEIGHT) / 2;
                self.draw_line(x, (from, start), shapes);
                self.draw_dashes(x, (start, start + HIDDEN_HEIGHT), shapes);
                from = start + HIDDEN_HEIGHT;
            }
        }
        self.draw_line(x, (from, self.grid.center(lower)), shapes);
    }

    /// The end of a rail beyond the last rung, dashed if more rungs follow.
    fn draw_end(&self, x: i32, (from, to): (i32, i32), is_cut: bool, shapes: &mut Vec<Shape>) {
        if is_cut {
            self.draw_dashes(x, (from, to), shapes);
        } else {
            self.draw_line(x, (from, to), shapes);
        }
    }

    fn draw_line(&self, x: i32, (from, to): (i32, i32), shapes: &mut Vec<Shape>) {
        shapes.push(Shape::Line { from: Point { x, y: from }, to: Point { x, y: to }, stroke: self.stroke() });
    }

    /// As many dashes as fit, in the middle of a piece of rail.
    fn draw_dashes(&self, x: i32, (from, to): (i32, i32), shapes: &mut Vec<Shape>) {
        let count = (to - from - DASH) / (2 * DASH);
        let start = from + (to - from - (2 * count - 1) * DASH) / 2;
        for dash in 0..count {
            let y = start + 2 * DASH * dash;
            self.draw_line(x, (y, y + DASH), shapes);
        }
    }

    /// The rail by which a side track leaves its fork.
    fn draw_forks(&self, lane: &Lane, shapes: &mut Vec<Shape>) {
        let Some(fork) = self.ladder.tracks[lane.index].from else { return };
        let Some((lowest_row, lowest)) = self.window.rungs(lane.index).last() else { return };
        if self.ladder.rungs_of_track(TrackId::new(lane.index)).first() != Some(&lowest) {
            return;
        }
        let x = lane.center();
        let bottom = self.grid.bottom(lowest_row);
        match self.position_of(fork) {
            Some((from, row)) => {
                let side = if from.left < lane.left { from.right() } else { from.left };
                let (from, to) = (Point { x: side, y: self.grid.center(row) }, Point { x, y: bottom });
                shapes.push(Shape::Elbow { from, to, radius: RADIUS, stroke: self.stroke() });
            }
            None => self.draw_dashes(x, (bottom, bottom + END), shapes),
        }
    }

    /// Dashes beside each rung from which only hidden tracks leave, unless another rung stands there.
    fn draw_hidden_forks(&self, shapes: &mut Vec<Shape>) {
        let hidden = self.ladder.tracks.iter().enumerate().filter(|(index, _)| !self.window.lanes.contains(index));
        let mut forks: Vec<RungId> = hidden.filter_map(|(_, track)| track.from).collect();
        forks.sort_unstable();
        forks.dedup();
        for (lane, row) in forks.into_iter().filter_map(|fork| self.position_of(fork)) {
            if !self.is_crossed(lane, row) {
                self.draw_dashes_beside(lane, row, shapes);
            }
        }
    }

    /// Whether a visible track has a rung in the row behind a lane, or leaves there.
    fn is_crossed(&self, lane: &Lane, row: usize) -> bool {
        let cells = &self.window.rows[row].row.cells;
        let mut later = self.grid.lanes.iter().filter(|other| other.index > lane.index);
        later.any(|other| {
            cells[other.index].rung.is_some() || self.ladder.tracks[other.index].from == cells[lane.index].rung
        })
    }

    fn draw_dashes_beside(&self, lane: &Lane, row: usize, shapes: &mut Vec<Shape>) {
        for dash in 0..3 {
            let from = Point { x: lane.right() + DASH + 2 * DASH * dash, y: self.grid.center(row) };
            let to = Point { x: from.x + DASH, y: from.y };
            shapes.push(Shape::Line { from, to, stroke: self.stroke() });
        }
    }

    /// The lane and the row of a visible rung.
    fn position_of(&self, rung: RungId) -> Option<(&Lane, usize)> {
        let index = self.ladder.rung(rung).track.index();
        let lane = self.grid.lanes.iter().find(|lane| lane.index == index)?;
        Some((lane, self.window.row_of(index, rung)?))
    }

    fn stroke(&self) -> Stroke {
        Stroke { color: self.color, tenths: WIDTH }
    }
}
