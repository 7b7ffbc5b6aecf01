//! The ladder: rows of cells with rungs as buttons, and the rails behind them.

use super::{ViewContext, details, id, yes_no};
use crate::element::{Element, button, element, tag};
use career_ladder_core::decimal::decimal;
use career_ladder_core::diagram::{Band, Cell, DiagramRow, Rails, Row};
use career_ladder_core::ladder::RungId;
use career_ladder_core::state::{Action, Open};

pub(crate) fn view(cx: ViewContext<'_>, belief: Option<&[f64]>) -> Element {
    let layout = &cx.loaded.layout;
    let mut diagram = element("div", "diagram")
        .key("diagram")
        .attr("part", "diagram")
        .attr("role", "group")
        .attr("data-lanes", if layout.lanes > 2 { "many" } else { "few" })
        .attr("aria-label", cx.loaded.ladder.title.clone());
    // Bands deepen as one climbs; three shades tell neighbours apart.
    let shade = |band: usize| ["1", "2", "3"][(layout.bands.len() - band).min(3) - 1];
    for element in layout.rows(cx.state.unfolded, &cx.state.pinned_rungs()) {
        match element {
            // A stage that is a single rung of the same name needs no heading of its own.
            DiagramRow::Head(_, band) if is_its_rung(cx, band) => {}
            DiagramRow::Head(number, band) => {
                diagram = diagram.child(head(cx, number, band).attr("data-shade", shade(number)));
            }
            DiagramRow::Row(number, row) => {
                diagram = diagram.child(self::row(cx, row, belief).attr("data-shade", shade(number)));
                let mut rungs = row.cells.iter().filter_map(|cell| cell.rung);
                if let Some(rung) = rungs.find(|&rung| cx.state.open == Some(Open::Rung(rung))) {
                    diagram = diagram.child(details::rung(cx, rung));
                }
            }
            DiagramRow::Folded { band, rungs, rails } => {
                diagram = diagram.child(folded(cx, rungs, &rails).attr("data-shade", shade(band)));
            }
        }
    }
    diagram
}

/// The heading row of a band, with the rails that pass it.
fn head(cx: ViewContext<'_>, place: usize, band: &Band) -> Element {
    let name = band.stage.map(|stage| element("span", "stage").text(&cx.loaded.ladder.stages[stage.index()].name));
    let mut names = name.into_iter();
    let cells = band.head.iter().enumerate().map(|(lane, &rails)| cell(lane, rails).child_opt(names.next()));
    element("div", "row band-head").key(&id("head", place)).children(cells)
}

fn is_its_rung(cx: ViewContext<'_>, band: &Band) -> bool {
    let ladder = &cx.loaded.ladder;
    let rung = |row: &Row| row.cells[0].rung.map(|rung| &ladder.rung(rung).title);
    let name = band.stage.map(|stage| &ladder.stages[stage.index()].name);
    band.rows.len() == 1 && name.is_some() && rung(&band.rows[0]) == name
}

/// The row that stands for those folded away, with the way to see them.
fn folded(cx: ViewContext<'_>, rungs: usize, rails: &[Rails]) -> Element {
    let mut more = Some(button(cx.send, Action::UnfoldPressed).text(&cx.words.unfold(rungs)));
    let cells = rails.iter().enumerate().map(|(lane, &rails)| cell(lane, rails).child_opt(more.take()));
    element("div", "row folded").children(cells)
}

fn row(cx: ViewContext<'_>, row: &Row, belief: Option<&[f64]>) -> Element {
    let cells = row.cells.iter().enumerate().map(|(lane, cell)| {
        let rung = cell.rung.map(|rung| self::rung(cx, rung, belief.map(|belief| belief[rung.index()])));
        let mut place = self::cell(lane, cell.rails).child_opt(rung).child_opt(turn(cx, lane, cell));
        if lane > 0 && cell.rung.is_some() {
            // For a ladder in one column, where lanes cannot tell the tracks apart.
            place = place.attr("data-track", cx.loaded.ladder.tracks[lane].name.clone());
        }
        place
    });
    element("div", "row").key(&id("row", row.level.into())).children(cells)
}

/// Where a side track turns up into its lane, its name.
fn turn(cx: ViewContext<'_>, lane: usize, cell: &Cell) -> Option<Element> {
    let turns = cell.rung.is_none() && cell.rails.up && !cell.rails.down;
    turns.then(|| element("span", "track").text(&cx.loaded.ladder.tracks[lane].name))
}

/// A place in the grid, with the sides on which rails leave it; the first lane has two.
fn cell(lane: usize, rails: Rails) -> Element {
    let sides =
        [(lane == 0, "first"), (rails.up, "up"), (rails.down, "down"), (rails.start, "start"), (rails.end, "end")];
    let mut words = String::new();
    for (there, word) in sides {
        if there {
            words.push_str(word);
            words.push(' ');
        }
    }
    element("div", "cell").attr("data-rails", words)
}

fn rung(cx: ViewContext<'_>, rung_id: RungId, belief: Option<f64>) -> Element {
    let rung = cx.loaded.ladder.rung(rung_id);
    let place = rung_id.index();
    let open = cx.state.open == Some(Open::Rung(rung_id));
    let mut button = button(cx.send, Action::RungPressed(rung_id))
        .on_keys(cx.send, &keys(cx, rung_id))
        .attr("id", id("rung", place))
        .attr("aria-expanded", yes_no(open));
    if open {
        button = button.attr("aria-controls", "details");
    }
    if cx.state.outcome().is_some_and(|outcome| outcome.placement.names(rung_id)) {
        button = button.attr("aria-current", "step");
    }
    let mut role = None;
    if !rung.role.is_empty() {
        button = button.attr("aria-describedby", id("role", place));
        role = Some(element("span", "role").attr("id", id("role", place)).text(&rung.role));
    }
    // The button fills the box, but holds the title alone: that is its name.
    let button = button.child(tag("span").text(&rung.title));
    element("div", "rung").attr("part", "rung").child_opt(belief.map(fill)).child(button).child_opt(role)
}

/// Where the keys lead from a rung: along its track, across to the next one, and to the ends.
fn keys(cx: ViewContext<'_>, rung: RungId) -> Vec<(&'static str, Action)> {
    let neighbors = cx.loaded.neighbors[rung.index()];
    let rungs_of_track = cx.loaded.ladder.rungs_of_track(cx.loaded.ladder.rung(rung).track);
    let ways = [
        ("ArrowUp", neighbors.up),
        ("ArrowDown", neighbors.down),
        ("ArrowLeft", neighbors.start),
        ("ArrowRight", neighbors.end),
        ("Home", rungs_of_track.first().copied()),
        ("End", rungs_of_track.last().copied()),
    ];
    ways.into_iter().filter_map(|(key, rung)| Some((key, Action::RungReached(rung?)))).collect()
}

/// How far the belief reaches: a soft fill from the rung's start.
pub(crate) fn fill(share: f64) -> Element {
    element("span", "fill").style(&["transform:scaleX(", &thousandths(share), ")"].concat())
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
