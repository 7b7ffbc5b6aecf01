//! The ladder: rows of cells with rungs as buttons, and the rails behind them.

use super::{Scene, details, id, yes_no};
use crate::element::{Tag, button, part, tag};
use career_ladder_core::decimal::decimal;
use career_ladder_core::diagram::{Band, Cell, Part, Rails, Row};
use career_ladder_core::ladder::RungId;
use career_ladder_core::state::{Action, Open};

pub(crate) fn view(scene: Scene<'_>, belief: Option<&[f64]>) -> Tag {
    let layout = &scene.course.layout;
    let mut diagram = part("div", "diagram")
        .key("diagram")
        .set("part", "diagram")
        .set("role", "group")
        .set("data-lanes", if layout.lanes > 2 { "many" } else { "few" })
        .set("aria-label", scene.course.ladder.title.clone());
    // Bands deepen as one climbs; three shades tell neighbours apart.
    let shade = |band: usize| ["1", "2", "3"][(layout.bands.len() - band).min(3) - 1];
    for part in layout.parts(scene.state.unfolded, &scene.state.in_sight()) {
        match part {
            // A stage that is a single rung of the same name needs no heading of its own.
            Part::Head(_, band) if is_its_rung(scene, band) => {}
            Part::Head(number, band) => {
                diagram = diagram.with(head(scene, number, band).set("data-shade", shade(number)));
            }
            Part::Row(number, row) => {
                diagram = diagram.with(self::row(scene, row, belief).set("data-shade", shade(number)));
                let mut rungs = row.cells.iter().filter_map(|cell| cell.rung);
                if let Some(rung) = rungs.find(|&rung| scene.state.open == Some(Open::Rung(rung))) {
                    diagram = diagram.with(details::rung(scene, rung));
                }
            }
            Part::Folded { band, rungs, rails } => {
                diagram = diagram.with(folded(scene, rungs, &rails).set("data-shade", shade(band)));
            }
        }
    }
    diagram
}

/// The heading row of a band, with the rails that pass it.
fn head(scene: Scene<'_>, place: usize, band: &Band) -> Tag {
    let name = band.stage.map(|stage| part("span", "stage").say(&scene.course.ladder.stages[stage.index()].name));
    let mut names = name.into_iter();
    let cells = band.head.iter().enumerate().map(|(lane, &rails)| cell(lane, rails).maybe(names.next()));
    part("div", "row band-head").key(&id("head", place)).all(cells)
}

fn is_its_rung(scene: Scene<'_>, band: &Band) -> bool {
    let ladder = &scene.course.ladder;
    let rung = |row: &Row| row.cells[0].rung.map(|rung| &ladder.rung(rung).title);
    let name = band.stage.map(|stage| &ladder.stages[stage.index()].name);
    band.rows.len() == 1 && name.is_some() && rung(&band.rows[0]) == name
}

/// The row that stands for those folded away, with the way to see them.
fn folded(scene: Scene<'_>, rungs: usize, rails: &[Rails]) -> Tag {
    let mut more = Some(button(scene.send, Action::UnfoldPressed).say(&scene.words.unfold(rungs)));
    let cells = rails.iter().enumerate().map(|(lane, &rails)| cell(lane, rails).maybe(more.take()));
    part("div", "row folded").all(cells)
}

fn row(scene: Scene<'_>, row: &Row, belief: Option<&[f64]>) -> Tag {
    let cells = row.cells.iter().enumerate().map(|(lane, cell)| {
        let rung = cell.rung.map(|rung| self::rung(scene, rung, belief.map(|belief| belief[rung.index()])));
        let mut place = self::cell(lane, cell.rails).maybe(rung).maybe(turn(scene, lane, cell));
        if lane > 0 && cell.rung.is_some() {
            // For a ladder in one column, where lanes cannot tell the tracks apart.
            place = place.set("data-track", scene.course.ladder.tracks[lane].name.clone());
        }
        place
    });
    part("div", "row").key(&id("row", row.level.into())).all(cells)
}

/// Where a side track turns up into its lane, its name.
fn turn(scene: Scene<'_>, lane: usize, cell: &Cell) -> Option<Tag> {
    let turns = cell.rung.is_none() && cell.rails.up && !cell.rails.down;
    turns.then(|| part("span", "track").say(&scene.course.ladder.tracks[lane].name))
}

/// A place in the grid, with the sides on which rails leave it; the first lane has two.
fn cell(lane: usize, rails: Rails) -> Tag {
    let sides =
        [(lane == 0, "first"), (rails.up, "up"), (rails.down, "down"), (rails.start, "start"), (rails.end, "end")];
    let mut words = String::new();
    for (there, word) in sides {
        if there {
            words.push_str(word);
            words.push(' ');
        }
    }
    part("div", "cell").set("data-rails", words)
}

fn rung(scene: Scene<'_>, rung_id: RungId, belief: Option<f64>) -> Tag {
    let rung = scene.course.ladder.rung(rung_id);
    let place = rung_id.index();
    let open = scene.state.open == Some(Open::Rung(rung_id));
    let mut button = button(scene.send, Action::RungPressed(rung_id))
        .on_keys(scene.send, &keys(scene, rung_id))
        .set("id", id("rung", place))
        .set("aria-expanded", yes_no(open));
    if open {
        button = button.set("aria-controls", "details");
    }
    if scene.state.outcome().is_some_and(|outcome| outcome.placement.names(rung_id)) {
        button = button.set("aria-current", "step");
    }
    let mut role = None;
    if !rung.role.is_empty() {
        button = button.set("aria-describedby", id("role", place));
        role = Some(part("span", "role").set("id", id("role", place)).say(&rung.role));
    }
    // The button fills the box, but holds the title alone: that is its name.
    let button = button.with(tag("span").say(&rung.title));
    part("div", "rung").set("part", "rung").maybe(belief.map(fill)).with(button).maybe(role)
}

/// Where the keys lead from a rung: along its track, across to the next one, and to the ends.
fn keys(scene: Scene<'_>, rung: RungId) -> Vec<(&'static str, Action)> {
    let beside = scene.course.beside[rung.index()];
    let climb = scene.course.ladder.climb(scene.course.ladder.rung(rung).track);
    let ways = [
        ("ArrowUp", beside.up),
        ("ArrowDown", beside.down),
        ("ArrowLeft", beside.start),
        ("ArrowRight", beside.end),
        ("Home", climb.first().copied()),
        ("End", climb.last().copied()),
    ];
    ways.into_iter().filter_map(|(key, rung)| Some((key, Action::RungReached(rung?)))).collect()
}

/// How far the belief reaches: a soft fill from the rung's start.
pub(crate) fn fill(share: f64) -> Tag {
    part("span", "fill").style(&["transform:scaleX(", &thousandths(share), ")"].concat())
}

/// A share of 1 with three digits. Printing floats would bring their whole machinery into the wasm.
pub(crate) fn thousandths(share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    let thousandths = (share * 1000.0).round() as usize;
    decimal(thousandths) + "e-3"
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn shares_are_written_as_numbers_of_css() {
        for (share, expected) in [(0.0, "0e-3"), (0.0126, "13e-3"), (0.5, "500e-3"), (0.9999, "1000e-3")] {
            assert_eq!(thousandths(share), expected);
        }
    }
}
