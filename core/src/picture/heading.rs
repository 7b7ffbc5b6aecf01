//! Draws what stands beside the ladder: the drawings of the stages, the title of a rung, a sentence, and the foot.

use super::shape::{DRAWING_HEIGHT, DRAWING_WIDTH};
use super::text::Typesetter;
use super::{Color, Font, HEIGHT, MARGIN_X, MARGIN_Y, Palette, Point, Shape, Stroke};
use crate::ladder::Drawing;

/// The sizes of a title, each with the number of lines up to which it is taken.
const TITLE_SIZES: [(i32, usize); 9] =
    [(64, 1), (56, 1), (64, 2), (56, 2), (48, 2), (40, 2), (48, 3), (40, 3), (32, 3)];

/// Above the title.
const EYEBROW_FONT: Font = Font::regular(24);

/// The sentence below the title.
const BODY_FONT: Font = Font::regular(24);

/// The sizes of the foot.
const FOOT_SIZES: [i32; 3] = [20, 18, 17];

/// A drawing is one of these times as large as the units of its path, as many drawings as fit beside each other.
const DRAWING_SCALES: [i32; 2] = [3, 2];

/// Drawings leave this many units at their sides empty, so they begin as far outside of the column.
const DRAWING_BORDER: i32 = 2;

/// The width of a drawing's lines in tenths of the units of its path.
const DRAWING_STROKE: i32 = 15;

/// By so much the rest is moved up to leave room for the foot.
const FOOT_ROOM: i32 = 40;

/// Between two drawings.
const DRAWING_GAP: i32 = 24;

/// The words and drawings beside the ladder. Any of them may be empty.
pub(super) struct Heading {
    pub drawings: Vec<Drawing>,
    pub eyebrow: String,
    pub title: String,
    /// A sentence, without its closing quotation mark.
    pub body: String,
    pub closing: String,
    pub foot: Foot,
}

/// The line at the foot of a picture.
pub(super) struct Foot {
    /// The title of the ladder, which may be shortened.
    pub title: String,
    /// The line around the title.
    pub around: (String, String),
}

/// Draws a heading.
pub(super) struct HeadingPainter<'a> {
    pub palette: &'a Palette,
    pub typesetter: Typesetter<'a>,
    /// The width of the column.
    pub width: i32,
}

/// A block of lines of one font.
struct Block {
    lines: Vec<String>,
    font: Font,
    leading: i32,
    color: Color,
    /// From the block above to this one.
    space: i32,
}

impl Block {
    fn height(&self) -> i32 {
        i32::try_from(self.lines.len()).unwrap_or(0) * self.leading
    }
}

impl HeadingPainter<'_> {
    pub(super) fn draw(&self, heading: &Heading, shapes: &mut Vec<Shape>) {
        let blocks = [self.eyebrow(&heading.eyebrow), self.title(&heading.title), self.body(heading)];
        let mut blocks: Vec<Block> = blocks.into_iter().flatten().collect();
        let scale = self.drawing_scale(heading.drawings.len());
        let drawn = if heading.drawings.is_empty() { 0 } else { DRAWING_HEIGHT * scale };
        if let Some(first) = blocks.first_mut().filter(|_| drawn == 0) {
            first.space = 0;
        }
        let total = drawn + blocks.iter().map(|block| block.space + block.height()).sum::<i32>();
        // The foot takes some room below, so the rest stands a little above the middle.
        let mut y = ((HEIGHT - FOOT_ROOM - total) / 2).max(MARGIN_Y);
        self.draw_drawings(&heading.drawings, scale, y, shapes);
        y += drawn;
        for block in blocks {
            y = draw_block(block, y, shapes);
        }
        self.draw_foot(&heading.foot, shapes);
    }

    /// The largest scale at which so many drawings fit beside each other.
    fn drawing_scale(&self, count: usize) -> i32 {
        let count = i32::try_from(count).unwrap_or(i32::MAX);
        let fits = |scale: &i32| count.saturating_mul(DRAWING_WIDTH * scale + DRAWING_GAP) <= self.width + DRAWING_GAP;
        DRAWING_SCALES.into_iter().find(fits).unwrap_or(DRAWING_SCALES[1])
    }

    /// Draws as many drawings as fit.
    fn draw_drawings(&self, drawings: &[Drawing], scale: i32, y: i32, shapes: &mut Vec<Shape>) {
        let stroke = Stroke { color: self.palette.accent, tenths: DRAWING_STROKE };
        let width = DRAWING_WIDTH * scale;
        let places = (0..).map(|index| index * (width + DRAWING_GAP)).take_while(|x| x + width <= self.width);
        for (&drawing, x) in drawings.iter().zip(places) {
            let at = Point { x: MARGIN_X - DRAWING_BORDER * scale + x, y };
            shapes.push(Shape::Drawing { drawing, at, scale, stroke });
        }
    }

    fn eyebrow(&self, text: &str) -> Option<Block> {
        let lines = self.typesetter.clamped(text, "", EYEBROW_FONT, self.width, 2);
        let block = Block { lines, font: EYEBROW_FONT, leading: 32, color: self.palette.muted, space: 28 };
        (!text.is_empty()).then_some(block)
    }

    fn title(&self, text: &str) -> Option<Block> {
        let set = |size| self.typesetter.lines(text, Font::bold(size), self.width);
        let fitting = TITLE_SIZES.into_iter().find(|&(size, count)| {
            let lines = set(size);
            lines.lines.len() <= count && !lines.has_broken_word
        });
        let (size, count) = fitting.unwrap_or(TITLE_SIZES[TITLE_SIZES.len() - 1]);
        let font = Font::bold(size);
        let lines = self.typesetter.clamped(text, "", font, self.width, count);
        Some(Block { lines, font, leading: size * 110 / 100, color: self.palette.text, space: 12 })
    }

    fn body(&self, heading: &Heading) -> Option<Block> {
        let lines = self.typesetter.clamped(&heading.body, &heading.closing, BODY_FONT, self.width, 3);
        let block = Block { lines, font: BODY_FONT, leading: 34, color: self.palette.muted, space: 20 };
        (!heading.body.is_empty()).then_some(block)
    }

    fn draw_foot(&self, foot: &Foot, shapes: &mut Vec<Shape>) {
        let (before, after) = &foot.around;
        let complete = |title: &str| [before, title, after].concat();
        let whole = complete(&foot.title);
        let fits = |&size: &i32| self.typesetter.fits(&whole, Font::regular(size), self.width);
        let fitting = FOOT_SIZES.into_iter().find(fits);
        let font = Font::regular(fitting.unwrap_or(FOOT_SIZES[2]));
        let text = match fitting {
            Some(_) => whole,
            None => self.typesetter.shortened(&foot.title, font, self.width, complete),
        };
        let at = Point { x: MARGIN_X, y: HEIGHT - MARGIN_Y };
        shapes.push(Shape::Text { text, at, font, color: self.palette.muted });
    }
}

/// Draws the lines of a block below another one, and returns the lower edge.
fn draw_block(block: Block, mut y: i32, shapes: &mut Vec<Shape>) -> i32 {
    let Block { lines, font, leading, color, space } = block;
    y += space;
    for text in lines {
        // The letters stand in the middle of the line's height.
        let at = Point { x: MARGIN_X, y: y + leading / 2 + font.size * 36 / 100 };
        shapes.push(Shape::Text { text, at, font, color });
        y += leading;
    }
    y
}
