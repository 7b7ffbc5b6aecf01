//! A picture of a result on its ladder, 1200 x 630 pixels, for a post or a preview of a link.
//!
//! [`Picture::new`] lays the picture out and returns a *display list*: shapes with all their positions, in the order in
//! which they are painted. [`Picture::svg`] writes it as an SVG file. A browser paints the same list on a canvas, and a
//! native program makes a PNG of the SVG, so all pictures of a result look alike.
//!
//! *Rule:* a picture shows rung and stage, never answers or probabilities. *Why:* readers show it to everybody.
//! *Held by:* [`Subject`], which has nothing else.
//!
//! Files: `shape.rs` and `color.rs` define the display list. `text.rs` breaks texts into lines. `words.rs` lists the words
//! of the interface, and `direction.rs` the languages that run from right to left. `window.rs` selects the part of the
//! ladder that is visible, and `grid.rs` gives it its place. `rungs.rs`, `rails.rs` and `heading.rs` draw. `svg.rs`
//! writes the list.

mod color;
mod direction;
mod grid;
mod heading;
mod rails;
mod rungs;
mod shape;
mod svg;
mod text;
mod window;
mod words;

pub use color::{Color, Palette};
pub use direction::is_right_to_left;
pub use shape::{DRAWING_HEIGHT, DRAWING_WIDTH, Font, Point, Shape, Stroke};
pub use text::Measure;
pub use words::Words;

use crate::diagram::Layout;
use crate::fill::fill;
use crate::ladder::{Drawing, Ladder, RungId, Stage, StageId};
use crate::quiz::{Placement, Verdict};
use grid::Grid;
use heading::{Foot, Heading, HeadingPainter};
use rails::Rails;
use rungs::{Mark, Rungs};
use text::Typesetter;
use window::Window;

/// The width of every picture in pixels.
pub const WIDTH: i32 = 1200;

/// The height of every picture in pixels.
pub const HEIGHT: i32 = 630;

/// Nothing but the bands comes nearer to the left or right edge.
const MARGIN_X: i32 = 72;

/// Nothing but the bands comes nearer to the upper or lower edge.
const MARGIN_Y: i32 = 64;

/// Between the heading and the bands.
const COLUMN_GAP: i32 = 40;

/// The subject of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The ladder alone.
    Ladder,
    /// A rung, without saying that somebody is on it.
    Rung(RungId),
    /// A reader who is on a rung.
    Clear(RungId),
    /// A reader who is between two rungs, the likelier one first.
    Between(RungId, RungId),
}

impl Subject {
    /// The subject that an outcome allows: an unclear one names no rung.
    #[must_use]
    pub fn of(placement: &Placement) -> Self {
        match placement.verdict {
            Verdict::Clear => Self::Clear(placement.rung),
            Verdict::Between => Self::Between(placement.rung, placement.runner_up),
            Verdict::Unclear => Self::Ladder,
        }
    }

    /// The rungs that stand out.
    fn rungs(self) -> Vec<RungId> {
        match self {
            Self::Ladder => Vec::new(),
            Self::Rung(rung) | Self::Clear(rung) => vec![rung],
            Self::Between(rung, other) => vec![rung, other],
        }
    }

    fn mark(self, rung: RungId) -> Mark {
        match self {
            Self::Rung(only) | Self::Clear(only) if only == rung => Mark::Only,
            Self::Between(one, other) if one == rung || other == rung => Mark::OneOfTwo,
            _ => Mark::None,
        }
    }
}

/// Everything that a picture is made from, apart from the widths of texts.
#[derive(Debug, Clone, Copy)]
pub struct PictureInput<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The layout of the same ladder.
    pub layout: &'a Layout,
    /// The part of the ladder that the picture is about.
    pub subject: Subject,
    /// The words of the interface.
    pub words: Words<'a>,
    /// The colours.
    pub palette: Palette,
    /// Whether the picture is mirrored; [`is_right_to_left`] knows it for a language.
    pub is_right_to_left: bool,
}

/// A picture as a display list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The shapes, in the order in which they are painted.
    pub shapes: Vec<Shape>,
    /// The picture in words, for readers who do not see it.
    pub alt: String,
    /// The language of the ladder as a BCP 47 tag. Painters need it to choose among the forms of some letters.
    pub lang: String,
    /// Whether texts run from right to left. They then end at the left of their position.
    pub is_right_to_left: bool,
}

impl Picture {
    /// Lays a picture out; `measure` returns the widths of texts.
    #[must_use]
    pub fn new(input: &PictureInput<'_>, measure: &Measure<'_>) -> Self {
        let PictureInput { ladder, layout, subject, ref palette, .. } = *input;
        let typesetter = Typesetter::new(measure);
        let window = Window::new(ladder, layout, &subject.rungs());
        let grid = Grid::new(&window, window.lanes.len() < ladder.tracks.len());
        let rungs = Rungs { ladder, window: &window, grid: &grid, palette, typesetter };
        let rails = Rails { ladder, window: &window, grid: &grid, color: palette.rail() };
        let heading = heading(input);
        let width = rungs::bands_left(&grid) - COLUMN_GAP - MARGIN_X;
        let mut shapes = vec![ground(palette)];
        rungs.draw_bands(layout, &mut shapes);
        rails.draw(&mut shapes);
        rungs.draw(|rung| subject.mark(rung), &mut shapes);
        rungs.draw_track_names(&mut shapes);
        HeadingPainter { palette, typesetter, width }.draw(&heading, &mut shapes);
        if input.is_right_to_left {
            shapes.iter_mut().for_each(|shape| shape.mirror(WIDTH));
        }
        let alt = joined_all(&input.words, &[&heading.eyebrow, &heading.title, &heading.foot.title]);
        Self { shapes, alt, lang: ladder.lang.clone(), is_right_to_left: input.is_right_to_left }
    }
}

/// The surface of the whole picture.
fn ground(palette: &Palette) -> Shape {
    let at = Point { x: 0, y: 0 };
    Shape::Rectangle { at, width: WIDTH, height: HEIGHT, radius: 0, fill: palette.surface, stroke: None }
}

/// The words and drawings beside the ladder.
fn heading(input: &PictureInput<'_>) -> Heading {
    let (ladder, words) = (input.ladder, &input.words);
    let mine = if ladder.stages.is_empty() { words.my_level } else { words.my_stage };
    let title = |rung: RungId| &*ladder.rung(rung).title;
    let (eyebrow, title, foot) = match input.subject {
        Subject::Ladder => return ladder_heading(input),
        Subject::Rung(rung) => (stage_name(ladder, rung).to_owned(), title(rung).to_owned(), words.foot),
        Subject::Clear(rung) => {
            (joined_all(words, &[mine, stage_name(ladder, rung)]), title(rung).to_owned(), words.foot)
        }
        Subject::Between(rung, other) => {
            let stage = if are_of_one_stage(ladder, rung, other) { stage_name(ladder, rung) } else { "" };
            let title = fill(words.between, &[title(rung), title(other)]);
            (joined_all(words, &[mine, stage]), title, words.foot)
        }
    };
    let (body, closing) = body(input);
    let foot = Foot { title: ladder.title.clone(), around: split(foot) };
    Heading { drawings: drawings(input), eyebrow, title, body, closing, foot }
}

/// The heading of a picture of the ladder alone.
fn ladder_heading(input: &PictureInput<'_>) -> Heading {
    let ladder = input.ladder;
    let foot = Foot { title: String::new(), around: (input.words.foot_alone.to_owned(), String::new()) };
    let (title, body) = (ladder.title.clone(), ladder.summary.clone());
    Heading { drawings: drawings(input), eyebrow: String::new(), title, body, closing: String::new(), foot }
}

/// The sentence below the title, and its closing mark: the line of the rung's stage in quotation marks, else the role of
/// the rung. Between two stages their names, since no line fits both.
fn body(input: &PictureInput<'_>) -> (String, String) {
    let ladder = input.ladder;
    let rungs = input.subject.rungs();
    let rung = rungs[0];
    if let Some(&other) = rungs.get(1).filter(|&&other| !are_of_one_stage(ladder, rung, other)) {
        let names = [stage_name(ladder, rung), stage_name(ladder, other)];
        return (joined_all(&input.words, &names), String::new());
    }
    match ladder.stage_of(rung) {
        Some(stage) if !stage.picture.is_empty() => {
            let (opening, closing) = split(input.words.quoted);
            (opening + &stage.picture, closing)
        }
        _ if rungs.len() == 1 => (ladder.rung(rung).role.clone(), String::new()),
        _ => (String::new(), String::new()),
    }
}

/// The drawings of the stages that the picture is about, each once, in the order of the stages.
fn drawings(input: &PictureInput<'_>) -> Vec<Drawing> {
    let ladder = input.ladder;
    let rungs = input.subject.rungs();
    let is_shown = |index: usize| {
        let stage = Some(StageId::new(index));
        rungs.is_empty() || rungs.iter().any(|&rung| ladder.rung(rung).stage == stage)
    };
    let stages = ladder.stages.iter().enumerate().filter(|&(index, _)| is_shown(index));
    stages.filter_map(|(_, stage)| stage.drawing).collect()
}

fn are_of_one_stage(ladder: &Ladder, rung: RungId, other: RungId) -> bool {
    ladder.rung(rung).stage == ladder.rung(other).stage
}

fn stage_name(ladder: &Ladder, rung: RungId) -> &str {
    ladder.stage_of(rung).map_or("", |stage: &Stage| &stage.name)
}

/// The texts that are not empty in one line.
fn joined_all(words: &Words<'_>, texts: &[&str]) -> String {
    let mut joined = String::new();
    for &text in texts.iter().filter(|text| !text.is_empty()) {
        joined = if joined.is_empty() { text.to_owned() } else { fill(words.joined, &[&joined, text]) };
    }
    joined
}

/// The text before and behind the gap of a template.
fn split(template: &str) -> (String, String) {
    let (before, after) = template.split_once("{0}").unwrap_or((template, ""));
    (before.to_owned(), after.to_owned())
}

#[cfg(test)]
mod tests;
