//! The ladder: rows of cells with rungs as buttons, and the rails behind them.

use yew::prelude::*;

use super::{Scene, details};
use crate::diagram::{Cell, Rails, Row};
use crate::ladder::RungId;
use crate::state::{Action, Open, Phase};

pub(super) fn view(scene: Scene<'_>, belief: Option<&[f64]>) -> Html {
    let ladder = &scene.course.ladder;
    let depth = scene.course.layout.bands.len();
    let bands = scene.course.layout.bands.iter().enumerate();
    let parts = bands.flat_map(|(place, band)| {
        // Bands deepen as one climbs; three shades tell neighbours apart.
        let shade = match depth - place {
            1 => "shade-1",
            2 => "shade-2",
            _ => "shade-3",
        };
        let name = band.stage.map(|stage| &*ladder.stages[stage.index()].name);
        let head = head(place, shade, name, &band.head);
        std::iter::once(head).chain(band.rows.iter().flat_map(move |row| {
            let opened = row.cells.iter().filter_map(|cell| cell.rung).find(|&rung| scene.state.open == Some(Open::Rung(rung)));
            [Some(self::row(scene, shade, row, belief)), opened.map(|rung| details::rung(scene, rung))].into_iter().flatten()
        }))
    });
    html! {
        <div class={classes!("diagram", (scene.course.layout.lanes > 1).then_some("forked"))} part="diagram" role="group" aria-label={ladder.title.clone()}>
            { for parts }
        </div>
    }
}

/// The heading row of a band, with the rails that pass it.
fn head(place: usize, shade: &'static str, name: Option<&str>, rails: &[Rails]) -> Html {
    let cells = rails.iter().enumerate().map(|(lane, &rails)| {
        let name = name.filter(|_| lane == 0).map(|name| html! { <span class="stage">{ name }</span> });
        html! { <div class={cell_class(lane, rails)}>{ name }</div> }
    });
    html! { <div key={format!("head-{place}")} class={classes!("row", "band-head", shade)}>{ for cells }</div> }
}

fn row(scene: Scene<'_>, shade: &'static str, row: &Row, belief: Option<&[f64]>) -> Html {
    let cells = row.cells.iter().enumerate().map(|(lane, cell)| {
        html! {
            <div class={cell_class(lane, cell.rails)}>
                { cell.rung.map(|rung| self::rung(scene, rung, belief.map(|belief| belief[rung.index()]))) }
                { turn(scene, lane, cell) }
            </div>
        }
    });
    html! { <div key={format!("row-{}", row.level)} class={classes!("row", shade)}>{ for cells }</div> }
}

/// Where a side track turns up into its lane, its name.
fn turn(scene: Scene<'_>, lane: usize, cell: &Cell) -> Option<Html> {
    let turns = cell.rung.is_none() && cell.rails.up && !cell.rails.down;
    turns.then(|| html! { <span class="track">{ &*scene.course.ladder.tracks[lane].name }</span> })
}

fn cell_class(lane: usize, rails: Rails) -> Classes {
    let side = |there: bool, class: &'static str| there.then_some(class);
    classes!(
        "cell",
        (lane == 0).then_some("first"),
        side(rails.up, "up"),
        side(rails.down, "down"),
        side(rails.start, "start"),
        side(rails.end, "end"),
    )
}

fn rung(scene: Scene<'_>, id: RungId, belief: Option<f64>) -> Html {
    let rung = scene.course.ladder.rung(id);
    let place = id.index();
    let open = scene.state.open == Some(Open::Rung(id));
    let here = matches!(&scene.state.phase, Phase::Placed(outcome) if outcome.names(id));
    let role = (!rung.role.is_empty()).then(|| html! { <span id={format!("role-{place}")} class="role">{ &*rung.role }</span> });
    html! {
        <button
            type="button"
            id={format!("rung-{place}")}
            part="rung"
            class={classes!("rung", open.then_some("open"), here.then_some("here"))}
            aria-expanded={if open { "true" } else { "false" }}
            aria-controls={open.then_some("details")}
            aria-labelledby={format!("title-{place}")}
            aria-describedby={role.is_some().then(|| format!("role-{place}"))}
            onclick={scene.on(Action::RungPressed(id))}
        >
            { belief.map(fill) }
            <span id={format!("title-{place}")} class="title">{ &*rung.title }</span>
            { role }
        </button>
    }
}

/// How far the belief reaches: a soft fill from the rung's start.
pub(super) fn fill(share: f64) -> Html {
    html! { <span class="fill" ~style={format!("transform:scaleX({})", thousandths(share))} /> }
}

/// A share of 1 with three digits. Printing floats would bring their whole machinery into the wasm.
fn thousandths(share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    let thousandths = (share * 1000.0).round() as u16;
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn shares_are_written_with_three_digits() {
        for (share, expected) in [(0.0, "0.000"), (0.0126, "0.013"), (0.5, "0.500"), (0.9999, "1.000"), (1.0, "1.000")] {
            assert_eq!(thousandths(share), expected);
        }
    }
}
