//! Gives the rows and lanes of a window their places in pixels.

use super::window::Window;
use super::{HEIGHT, MARGIN_X, WIDTH};

/// From a margin of the picture to the highest rung, and from the lowest one down: room for the ends of the rails.
const TOP: i32 = 100;

/// The distance between the upper edges of two rows of a short ladder.
const MAX_PITCH: i32 = 112;

/// The room for the sign that rows are hidden.
pub(super) const HIDDEN_HEIGHT: i32 = 26;

/// The room beside the last lane for the sign that a hidden track leaves.
const LEAVING_WIDTH: i32 = 40;

/// The places of rows and lanes.
pub(super) struct Grid {
    /// The visible lanes, in the order of the window.
    pub lanes: Vec<Lane>,
    /// The upper edges of the rungs, highest row first.
    pub tops: Vec<i32>,
    /// The height of a rung.
    pub height: i32,
}

/// The place of a lane.
#[derive(Clone, Copy)]
pub(super) struct Lane {
    /// The index of the lane in the layout.
    pub index: usize,
    /// The left edge of its rungs.
    pub left: i32,
    /// The width of its rungs.
    pub width: i32,
    /// From an edge of a rung to its rail, and half of that to its title.
    pub inset: i32,
}

impl Lane {
    /// The right edge of its rungs.
    pub(super) fn right(&self) -> i32 {
        self.left + self.width
    }

    /// The middle between its rails.
    pub(super) fn center(&self) -> i32 {
        self.left + self.width / 2
    }

    /// The positions of its two rails.
    pub(super) fn rails(&self) -> [i32; 2] {
        [self.left + self.inset, self.right() - self.inset]
    }

    /// From an edge of a rung to its title.
    pub(super) fn padding(&self) -> i32 {
        self.inset / 2
    }
}

impl Grid {
    /// The places of a window; `has_hidden_lanes` if it does not show every track.
    pub(super) fn new(window: &Window<'_>, has_hidden_lanes: bool) -> Self {
        let count = i32::try_from(window.rows.len()).unwrap_or(i32::MAX).max(1);
        let hidden: i32 = window.rows.iter().map(|row| if row.follows_hidden { HIDDEN_HEIGHT } else { 0 }).sum();
        let available = HEIGHT - 2 * TOP - hidden;
        // The lowest row needs no distance to a next one.
        let pitch = (available * 6 / (6 * count - 1)).min(MAX_PITCH);
        let gap = (pitch / 6).max(8);
        let total = pitch * count - gap + hidden;
        let mut top = (HEIGHT - total) / 2;
        let mut tops = Vec::new();
        for row in &window.rows {
            top += if row.follows_hidden { HIDDEN_HEIGHT } else { 0 };
            tops.push(top);
            top += pitch;
        }
        Self { lanes: lanes(&window.lanes, has_hidden_lanes), tops, height: pitch - gap }
    }

    /// The height of the middle of a row.
    pub(super) fn center(&self, row: usize) -> i32 {
        self.tops[row] + self.height / 2
    }

    /// The lower edge of a row.
    pub(super) fn bottom(&self, row: usize) -> i32 {
        self.tops[row] + self.height
    }

    /// The left edge of the whole ladder.
    pub(super) fn left(&self) -> i32 {
        self.lanes[0].left
    }
}

/// The places of the lanes. The first one is the widest; the last one ends at the margin.
fn lanes(indices: &[usize], has_hidden_lanes: bool) -> Vec<Lane> {
    let (first, others, gap, inset) = match indices.len() {
        1 => (420, 0, 0, 48),
        2 => (276, 184, 24, 40),
        _ => (220, 140, 20, 32),
    };
    let count = i32::try_from(indices.len() - 1).unwrap_or(0);
    let right = WIDTH - MARGIN_X - if has_hidden_lanes { LEAVING_WIDTH } else { 0 };
    let mut left = right - first - count * (others + gap);
    let mut lanes = Vec::new();
    for (position, &index) in indices.iter().enumerate() {
        let (width, inset) = if position == 0 { (first, inset) } else { (others, 32) };
        lanes.push(Lane { index, left, width, inset });
        left += width + gap;
    }
    lanes
}
