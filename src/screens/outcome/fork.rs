//! For a reader near a fork: the ways up, what separates them, and the ways off the ladder from there.

use super::super::details;
use super::{ViewContext, title};
use crate::element::{Element, element, tag};
use career_ladder_core::ladder::{DimensionId, RungId};
use career_ladder_core::quiz::Placement;

pub(super) fn view(cx: ViewContext<'_>, placement: &Placement, panel: Element) -> Element {
    let (ladder, words) = (&cx.loaded.ladder, cx.words);
    let near = [placement.rung, placement.runner_up].into_iter().filter(|&rung| placement.names(rung));
    let Some(ways) = near.into_iter().find_map(|rung| ladder.branches_at(rung)) else { return panel };
    let named = ways.iter().map(|&way| {
        let rung = ladder.rung(way);
        words.way(&rung.title, &ladder.tracks[rung.track.index()].name, &rung.role)
    });
    let mut panel = panel.child(tag("h4").text(words.fork)).child(details::list(&named.collect::<Vec<_>>()));
    let apart: Vec<String> = (0..ladder.dimensions.len())
        .filter_map(|place| {
            Some(words.asks_more(&ladder.dimensions[place].name, title(cx, asks_most(cx, &ways, place)?)))
        })
        .collect();
    if !apart.is_empty() {
        panel = panel.child(element("p", "secondary").text(&[words.apart, " ", &apart.join(", ")].concat()).text("."));
    }
    let moves = ladder.moves.iter().filter(|way| way.from.is_empty() || way.from.contains(&placement.rung));
    let moves: Vec<&str> = moves.map(|way| &*way.title).collect();
    if !moves.is_empty() {
        panel =
            panel.child(element("p", "secondary").text(&[words.moves_here, " ", &moves.join(", ")].concat()).text("."));
    }
    panel
}

/// The way that asks most in a dimension; `None` where all ask alike.
fn asks_most(cx: ViewContext<'_>, ways: &[RungId], dimension: usize) -> Option<RungId> {
    let asks = |&way: &RungId| cx.loaded.bank.stand(way, DimensionId::new(dimension));
    let most = ways.iter().copied().reduce(|most, way| if asks(&way) > asks(&most) { way } else { most })?;
    ways.iter().any(|way| asks(way) < asks(&most)).then_some(most)
}
