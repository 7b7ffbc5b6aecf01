//! Draws the ladder: rows of cells with the rungs as buttons, and the rails behind them.

use super::belief::belief_fill;
use super::{ViewContext, details, id, stage, yes_no};
use crate::element::{Element, button, element, tag};
use career_ladder_core::decimal::decimal;
use career_ladder_core::diagram::{Band, Cell, DiagramRow, Rails, Row};
use career_ladder_core::ladder::{Rung, RungId};
use career_ladder_core::state::{Action, Open};

/// The diagram; `belief` is the probability of each rung, once the reader has answered a question.
pub(crate) fn view(cx: ViewContext<'_>, belief: Option<&[f64]>) -> Element {
    let shade = |band_index| shade(cx.loaded.layout.bands.len() - band_index);
    let rows = visible_rows(cx);
    let mut diagram = element("div", "diagram")
        .key("diagram")
        .attr("part", "diagram")
        .attr("role", "group")
        .attr("data-row-height", decimal(row_height(cx, &rows)))
        .attr("data-lanes", if cx.loaded.layout.lanes > 2 { "many" } else { "few" })
        .attr("aria-label", cx.ladder().title.clone());
    for row in rows {
        diagram = match row {
            DiagramRow::Heading { band_index, band } => {
                diagram.child(heading(cx, band_index, band).attr("data-shade", shade(band_index)))
            }
            DiagramRow::Level { band_index, row } => diagram
                .child(level(cx, row, belief).attr("data-shade", shade(band_index)))
                .child_opt(open_details(cx, row)),
            DiagramRow::Fold { band_index, rungs, rails } => {
                diagram.child(fold(cx, rungs, &rails).attr("data-shade", shade(band_index)))
            }
        };
    }
    diagram
}

/// The rows to draw.
fn visible_rows(cx: ViewContext<'_>) -> Vec<DiagramRow<'_>> {
    let mut rows = cx.loaded.layout.visible_rows(cx.state.unfolded, &cx.state.pinned_rungs());
    rows.retain(|row| !matches!(row, DiagramRow::Heading { band, .. } if !has_heading(cx, band)));
    rows
}

/// The height of a level's row at which the ladder fills its column on the first screen, in units of 10 px. Styles have rules
/// for 6 to 15.
fn row_height(cx: ViewContext<'_>, rows: &[DiagramRow<'_>]) -> usize {
    /// The first screen without its head, in px.
    const COLUMN: usize = 498;
    const HEADING: usize = 36;
    const MOVES: usize = 75;
    const GUIDE: usize = 41;
    let headings = rows.iter().filter(|row| matches!(row, DiagramRow::Heading { .. })).count();
    let (moves, guide) = (usize::from(!cx.ladder().moves.is_empty()), usize::from(!cx.ladder().guide.is_empty()));
    let others = HEADING * headings + MOVES * moves + GUIDE * guide;
    let levels = (rows.len() - headings).max(1);
    (COLUMN.saturating_sub(others) / levels / 10).min(15)
}

/// The shade of a band, where the lowest band is number 1. Bands get darker upwards; three shades tell neighbors apart.
fn shade(number: usize) -> &'static str {
    ["1", "2", "3"][number.min(3) - 1]
}

/// Whether a band has a stage whose name is worth a row: a single rung with the name of its stage says it already.
fn has_heading(cx: ViewContext<'_>, band: &Band) -> bool {
    let title = band.rows[0].cells[0].rung.map(|rung| cx.title(rung));
    let name = band.stage.map(|stage| &*cx.ladder().stages[stage.index()].name);
    name.is_some() && (band.rows.len() > 1 || title != name)
}

/// The heading row of a band, with the rails that pass through it.
fn heading(cx: ViewContext<'_>, band_index: usize, band: &Band) -> Element {
    let name = band.stage.map(|id| {
        let stage = &cx.ladder().stages[id.index()];
        element("h3", "stage").child_opt(stage::drawing(stage)).child(tag("span").text(&stage.name))
    });
    element("div", "row band-head").key(&id("head", band_index)).children(cells_with_first(&band.heading_rails, name))
}

/// The row in place of hidden ones, with the button that shows them.
fn fold(cx: ViewContext<'_>, rungs: usize, rails: &[Rails]) -> Element {
    let more = cx.with_words(button(cx.send, Action::UnfoldPressed), &cx.catalog.more_rungs(rungs));
    element("div", "row folded").children(cells_with_first(rails, Some(more)))
}

/// Cells without rungs; the first one holds `content`.
fn cells_with_first(rails: &[Rails], mut content: Option<Element>) -> impl Iterator<Item = Element> {
    rails.iter().enumerate().map(move |(lane, &rails)| cell(lane, rails).child_opt(content.take()))
}

/// The row of a level, with its rungs.
fn level(cx: ViewContext<'_>, row: &Row, belief: Option<&[f64]>) -> Element {
    let cells = row.cells.iter().enumerate().map(|(lane, slot)| {
        let rung = slot.rung.map(|rung| self::rung(cx, rung, belief.map(|belief| belief[rung.index()])));
        let is_on_side_track = lane > 0 && rung.is_some();
        let cell = cell(lane, slot.rails).child_opt(rung).child_opt(track_name(cx, lane, slot));
        // A narrow widget shows the ladder in one column, where lanes cannot tell the tracks apart.
        if is_on_side_track { cell.attr("data-track", cx.ladder().tracks[lane].name.clone()) } else { cell }
    });
    element("div", "row").key(&id("row", row.level.into())).children(cells)
}

/// The details of the open rung, if it is in this row.
fn open_details(cx: ViewContext<'_>, row: &Row) -> Option<Element> {
    row.rungs().find(|&rung| cx.is_open(Open::Rung(rung))).map(|rung| details::rung(cx, rung))
}

/// The name of a side track, for the cell where its rail turns up into its lane.
fn track_name(cx: ViewContext<'_>, lane: usize, cell: &Cell) -> Option<Element> {
    let turns_up = cell.rung.is_none() && cell.rails.up && !cell.rails.down;
    turns_up.then(|| element("span", "track").text(&cx.ladder().tracks[lane].name))
}

/// An empty cell. `data-rails` names the sides on which rails leave it, and marks the first lane.
fn cell(lane: usize, rails: Rails) -> Element {
    let sides =
        [(lane == 0, "first"), (rails.up, "up"), (rails.down, "down"), (rails.start, "start"), (rails.end, "end")];
    let mut names = String::new();
    for (is_there, name) in sides {
        if is_there {
            names.push_str(name);
            names.push(' ');
        }
    }
    element("div", "cell").attr("data-rails", names)
}

/// A rung with its role, and with its probability as a fill behind the title.
fn rung(cx: ViewContext<'_>, rung_id: RungId, probability: Option<f64>) -> Element {
    let role = role(cx.rung(rung_id), rung_id);
    element("div", "rung")
        .attr("part", "rung")
        .child_opt(probability.map(belief_fill))
        .child(rung_button(cx, rung_id))
        .child_opt(role)
}

/// The button of a rung. It fills the box but holds the title alone, which becomes its accessible name.
fn rung_button(cx: ViewContext<'_>, rung_id: RungId) -> Element {
    let rung = cx.rung(rung_id);
    let is_open = cx.is_open(Open::Rung(rung_id));
    let is_placed = cx.state.outcome().is_some_and(|outcome| outcome.placement.names(rung_id));
    let mut button = button(cx.send, Action::RungPressed(rung_id))
        .on_keys(cx.send, &keys(cx, rung_id))
        .attr("id", id("rung", rung_id.index()))
        .attr("aria-expanded", yes_no(is_open));
    if is_open {
        button = button.attr("aria-controls", "details");
    }
    if is_placed {
        button = button.attr("aria-current", "step");
    }
    if !rung.role.is_empty() {
        button = button.attr("aria-describedby", id("role", rung_id.index()));
    }
    button.child(tag("span").text(&rung.title))
}

fn role(rung: &Rung, rung_id: RungId) -> Option<Element> {
    // It is the description of the button, and would be read once more by itself.
    let role = || {
        let role = element("span", "role").attr("aria-hidden", "true");
        role.attr("id", id("role", rung_id.index())).text(&rung.role)
    };
    (!rung.role.is_empty()).then(role)
}

/// The actions of the keys on a rung: arrows lead to its neighbors, Home and End to the ends of its track.
fn keys(cx: ViewContext<'_>, rung: RungId) -> Vec<(&'static str, Action)> {
    let neighbors = cx.loaded.layout.neighbors(cx.ladder(), rung);
    let rungs_of_track = cx.ladder().rungs_of_track(cx.rung(rung).track);
    let targets = [
        ("ArrowUp", neighbors.up),
        ("ArrowDown", neighbors.down),
        ("ArrowLeft", neighbors.start),
        ("ArrowRight", neighbors.end),
        ("Home", rungs_of_track.first().copied()),
        ("End", rungs_of_track.last().copied()),
    ];
    let mut keys = Vec::new();
    for (key, target) in &targets {
        if let &Some(rung) = target {
            keys.push((*key, Action::RungReached(rung)));
        }
    }
    keys
}
