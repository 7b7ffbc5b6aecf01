//! Draws what stands beside the ladder: the drawings of the stages, the title of a rung, a sentence, and the foot.

use super::shape::{DRAWING_HEIGHT, DRAWING_WIDTH};
use super::text::Typesetter;
use super::{Color, Font, HEIGHT, MARGIN_X, MARGIN_Y, Palette, Point, Shape, Stroke};
use crate::ladder::Drawing;

/// The sizes of a title, each with the number of lines up to which it is taken.
const TITLE_SIZES: [(i32, usize); 7] = [(64, 1), (56, 1), (64, 2), (56, 2), (48, 2), (48, 3), (40, 3)];

/// Above the title.
const EYEBROW_FONT: Font = Font::regular(24);

/// The sentence below the title.
const BODY_FONT: Font = Font::regular(24);

/// The sizes of the foot.
const FOOT_SIZES: [i32; 3] = [20, 18, 17];

/// A drawing is this many times as large as the units of its path.
const DRAWING_SCALE: i32 = 3;

/// The width of a drawing's lines in tenths of the units of its path.
const DRAWING_STROKE: i32 = 15;

/// Between two drawings.
const DRAWING_GAP: i32 = 32;

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
        let blocks = blocks.into_iter().flatten();
        let blocks: Vec<Block> = blocks.collect();
        let drawing = DRAWING_HEIGHT * DRAWING_SCALE;
        let text: i32 = blocks.iter().map(|block| block.space + block.height()).sum();
        let has_drawings = !heading.drawings.is_empty();
        let total = text + if has_drawings { drawing } else { -blocks.first().map_or(0, |block| block.space) };
        // The foot takes some room below, so the rest stands a little above the middle.
        let mut y = ((HEIGHT - 40 - total) / 2).max(MARGIN_Y);
        if has_drawings {
            self.draw_drawings(&heading.drawings, y, shapes);
            y += drawing;
        } else {
            y -= blocks.first().map_or(0, |block| block.space);
        }
        for block in blocks {
            y += block.space;
            y = draw_block(block, y, shapes);
        }
        self.draw_foot(&heading.foot, shapes);
    }

    fn draw_drawings(&self, drawings: &[Drawing], y: i32, shapes: &mut Vec<Shape>) {
        let stroke = Stroke { color: self.palette.accent, tenths: DRAWING_STROKE };
        let mut x = MARGIN_X;
        let width = DRAWING_WIDTH * DRAWING_SCALE;
        for &drawing in drawings {
            if x + width > MARGIN_X + self.width {
                break;
            }
            shapes.push(Shape::Drawing { drawing, at: Point { x, y }, scale: DRAWING_SCALE, stroke });
            x += width + DRAWING_GAP;
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
        let font = Font::regular(fitting.unwrap_or(FOOT_SIZES[0]));
        let text = match fitting {
            Some(_) => whole,
            None => self.typesetter.shortened(&foot.title, font, self.width, complete),
        };
        let at = Point { x: MARGIN_X, y: HEIGHT - MARGIN_Y };
        shapes.push(Shape::Text { text, at, font, color: self.palette.muted });
    }
}

/// Draws the lines of a block from `y` down, and returns its lower edge.
fn draw_block(block: Block, mut y: i32, shapes: &mut Vec<Shape>) -> i32 {
    let Block { lines, font, leading, color, .. } = block;
    for text in lines {
        // The letters stand in the middle of the line's height.
        let at = Point { x: MARGIN_X, y: y + leading / 2 + font.size * 36 / 100 };
        shapes.push(Shape::Text { text, at, font, color });
        y += leading;
    }
    y
}
