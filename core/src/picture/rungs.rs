//! Draws the rungs with their titles, the bands behind them, and the names of side tracks.

use super::grid::{Grid, Lane};
use super::text::Typesetter;
use super::window::Window;
use super::{Color, Font, HEIGHT, Palette, Point, Shape, Stroke, WIDTH};
use crate::diagram::Layout;
use crate::ladder::{Ladder, RungId};

/// The sizes of titles on one line.
const SIZES: [i32; 3] = [24, 22, 20];

/// The sizes of titles if some need two lines.
const SMALL_SIZES: [i32; 3] = [20, 18, 16];

/// The font of a track's name.
const TRACK_FONT: Font = Font::bold(16);

/// The height of a line of a track's name.
const TRACK_LEADING: i32 = 20;

/// The ladder leaves this much room at its left inside the bands.
const BAND_PADDING: i32 = 48;

/// The opacity of the accent in the lowest band and in the highest one, in percent.
const BAND_TINTS: (usize, usize) = (4, 13);

/// The way in which a rung stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// It does not.
    None,
    /// The picture is about this rung.
    Only,
    /// The picture is about this rung and another one.
    OneOfTwo,
}

/// Draws the rungs of a window.
pub(super) struct Rungs<'a> {
    pub ladder: &'a Ladder,
    pub window: &'a Window<'a>,
    pub grid: &'a Grid,
    pub palette: &'a Palette,
    pub typesetter: Typesetter<'a>,
}

/// The left edge of the bands.
pub(super) fn bands_left(grid: &Grid) -> i32 {
    grid.left() - BAND_PADDING
}

impl Rungs<'_> {
    /// The bands of the stages, deeper as one climbs. They fill the picture beside the heading.
    pub(super) fn draw_bands(&self, layout: &Layout, shapes: &mut Vec<Shape>) {
        let count = layout.bands.len();
        let x = bands_left(self.grid);
        let mut top = 0;
        let rows = &self.window.rows;
        for (index, row) in rows.iter().enumerate() {
            let next = rows.get(index + 1);
            if next.is_some_and(|next| next.band_index == row.band_index) {
                continue;
            }
            let bottom = next.map_or(HEIGHT, |_| i32::midpoint(self.grid.bottom(index), self.grid.tops[index + 1]));
            let fill = self.palette.accent.over(self.palette.surface, tint(row.band_index, count));
            let at = Point { x, y: top };
            shapes.push(Shape::Rectangle { at, width: WIDTH - x, height: bottom - top, radius: 0, fill, stroke: None });
            top = bottom;
        }
    }

    /// The rungs themselves. `mark` says how each of them stands out.
    pub(super) fn draw(&self, mark: impl Fn(RungId) -> Mark, shapes: &mut Vec<Shape>) {
        let size = self.title_size();
        for lane in &self.grid.lanes {
            for (row, rung) in self.window.rungs(lane.index) {
                shapes.push(self.outline(lane, row, mark(rung)));
                let color = if mark(rung) == Mark::Only { self.palette.on_accent } else { self.palette.text };
                let title = &self.ladder.rung(rung).title;
                let width = lane.width - 2 * lane.padding();
                let lines = self.typesetter.clamped(title, "", Font::bold(size), width, self.max_lines(size));
                self.draw_title(lines, lane, row, (size, color), shapes);
            }
        }
    }

    fn outline(&self, lane: &Lane, row: usize, mark: Mark) -> Shape {
        let palette = self.palette;
        let stroke = |color, tenths| Some(Stroke { color, tenths });
        let (fill, stroke) = match mark {
            Mark::None => (palette.surface, stroke(palette.edge(), 20)),
            Mark::Only => (palette.accent, stroke(palette.accent, 20)),
            Mark::OneOfTwo => (palette.soft(), stroke(palette.accent, 40)),
        };
        let at = Point { x: lane.left, y: self.grid.tops[row] };
        Shape::Rectangle { at, width: lane.width, height: self.grid.height, radius: self.radius(), fill, stroke }
    }

    fn radius(&self) -> i32 {
        (self.grid.height / 4).min(16)
    }

    fn draw_title(
        &self,
        lines: Vec<String>,
        lane: &Lane,
        row: usize,
        (size, color): (i32, Color),
        shapes: &mut Vec<Shape>,
    ) {
        let leading = leading(size);
        let count = i32::try_from(lines.len()).unwrap_or(1);
        // Capital letters are about 0.72 of the size high, so their middle lies 0.36 above the baseline.
        let first = self.grid.center(row) - (count - 1) * leading / 2 + size * 36 / 100;
        for (text, y) in lines.into_iter().zip((first..).step_by(leading.unsigned_abs() as usize)) {
            let at = Point { x: lane.left + lane.padding(), y };
            shapes.push(Shape::Text { text, at, font: Font::bold(size), color });
        }
    }

    /// The size of all titles: the largest one in which the longest title fits.
    fn title_size(&self) -> i32 {
        let one_line =
            SIZES.into_iter().filter(|&size| 2 * size <= self.grid.height).find(|&size| self.all_fit(size, 1));
        let several = || SMALL_SIZES.into_iter().find(|&size| self.all_fit(size, self.max_lines(size)));
        one_line.or_else(several).unwrap_or(SMALL_SIZES[2])
    }

    /// Whether every title fits into so many lines without a broken word.
    fn all_fit(&self, size: i32, count: usize) -> bool {
        self.grid.lanes.iter().all(|lane| {
            self.window.rungs(lane.index).all(|(_, rung)| {
                let width = lane.width - 2 * lane.padding();
                let lines = self.typesetter.lines(&self.ladder.rung(rung).title, Font::bold(size), width);
                lines.lines.len() <= count && !lines.has_broken_word
            })
        })
    }

    /// The number of lines for which a rung has room.
    fn max_lines(&self, size: i32) -> usize {
        if self.grid.height >= 2 * leading(size) + 8 { 2 } else { 1 }
    }

    /// The names of side tracks, below the rails by which they leave.
    pub(super) fn draw_track_names(&self, shapes: &mut Vec<Shape>) {
        for lane in &self.grid.lanes {
            let track = &self.ladder.tracks[lane.index];
            let Some(fork) = track.from else { continue };
            let Some(row) = self.window.row_of(self.ladder.rung(fork).track.index(), fork) else { continue };
            let lines = self.typesetter.clamped(&track.name, "", TRACK_FONT, lane.width - lane.padding(), 2);
            let first = self.grid.center(row) + 26;
            for (text, y) in lines.into_iter().zip((first..).step_by(TRACK_LEADING.unsigned_abs() as usize)) {
                let at = Point { x: lane.left + lane.padding(), y };
                shapes.push(Shape::Text { text, at, font: TRACK_FONT, color: self.palette.muted });
            }
        }
    }
}

/// From the baseline of a line to that of the next one.
fn leading(size: i32) -> i32 {
    size * 6 / 5
}

/// The opacity of the accent in a band, in percent.
fn tint(band_index: usize, count: usize) -> u8 {
    let (lowest, highest) = BAND_TINTS;
    let below = count - 1 - band_index;
    u8::try_from(lowest + (highest - lowest) * below / (count - 1).max(1)).unwrap_or(0)
}
