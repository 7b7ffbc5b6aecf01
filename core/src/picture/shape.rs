//! The shapes of a display list. All lengths are whole pixels, unless a name says otherwise.

use super::Color;
use crate::ladder::Drawing;

/// A point, measured from the top left corner of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Pixels from the left.
    pub x: i32,
    /// Pixels from the top.
    pub y: i32,
}

/// A line as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// The line's colour.
    pub color: Color,
    /// The width in tenths of a pixel, so that it can be printed without a float.
    pub tenths: i32,
}

/// The type of a text. The family is the painter's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Font {
    /// The size in pixels.
    pub size: i32,
    /// Whether the weight is 600 instead of 400.
    pub is_bold: bool,
}

impl Font {
    pub(super) const fn regular(size: i32) -> Self {
        Self { size, is_bold: false }
    }

    pub(super) const fn bold(size: i32) -> Self {
        Self { size, is_bold: true }
    }
}

/// One entry of a display list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A filled rectangle.
    Rectangle {
        /// The top left corner.
        at: Point,
        /// From the left edge to the right one.
        width: i32,
        /// From the upper edge to the lower one.
        height: i32,
        /// The radius of the four corners; 0 for sharp ones.
        radius: i32,
        /// The inside.
        fill: Color,
        /// The outline. Its middle runs along the edges, so half of its width lies outside.
        stroke: Option<Stroke>,
    },
    /// A straight line with flat ends.
    Line {
        /// One end.
        from: Point,
        /// The other end.
        to: Point,
        /// The line itself.
        stroke: Stroke,
    },
    /// A line that runs sideways from its beginning, turns in a quarter of a circle, and runs upwards to its end.
    Elbow {
        /// The beginning.
        from: Point,
        /// The end, which is higher.
        to: Point,
        /// The radius of the turn.
        radius: i32,
        /// The line itself.
        stroke: Stroke,
    },
    /// The drawing of a stage, made of lines with round ends and corners.
    Drawing {
        /// [`Drawing::path`] has the lines.
        drawing: Drawing,
        /// The position of the path's origin.
        at: Point,
        /// The path's units are this many pixels.
        scale: i32,
        /// The lines. The width is in tenths of the path's units.
        stroke: Stroke,
    },
    /// One line of text.
    Text {
        /// The words.
        text: String,
        /// The start of the baseline: its left end, or in a picture that runs from right to left its right end.
        at: Point,
        /// Size and weight.
        font: Font,
        /// The colour of the letters.
        color: Color,
    },
}

/// The width of a drawing in the units of its path.
pub const DRAWING_WIDTH: i32 = 48;

/// The height of a drawing in the units of its path.
pub const DRAWING_HEIGHT: i32 = 32;

impl Shape {
    /// Moves the shape to the place that it has in a mirror. Texts and drawings are moved, but not turned round.
    pub(super) fn mirror(&mut self, picture_width: i32) {
        match self {
            Self::Rectangle { at, width, .. } => at.x = picture_width - at.x - *width,
            Self::Line { from, to, .. } | Self::Elbow { from, to, .. } => {
                from.x = picture_width - from.x;
                to.x = picture_width - to.x;
            }
            Self::Drawing { at, scale, .. } => at.x = picture_width - at.x - DRAWING_WIDTH * *scale,
            Self::Text { at, .. } => at.x = picture_width - at.x,
        }
    }
}
