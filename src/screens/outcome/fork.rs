//! For a reader near a fork: the ways up, what separates them, and the ways off the ladder from there.

use super::super::details;
use super::{Scene, title};
use crate::element::{Tag, part, tag};
use career_ladder_core::ladder::{DimensionId, RungId};
use career_ladder_core::quiz::Placement;

pub(super) fn view(scene: Scene<'_>, placement: &Placement, panel: Tag) -> Tag {
    let (ladder, words) = (&scene.course.ladder, scene.words);
    let near = [placement.rung, placement.runner_up].into_iter().filter(|&rung| placement.names(rung));
    let Some(ways) = near.into_iter().find_map(|rung| ladder.ways_at(rung)) else { return panel };
    let named = ways.iter().map(|&way| {
        let rung = ladder.rung(way);
        words.way(&rung.title, &ladder.tracks[rung.track.index()].name, &rung.role)
    });
    let mut panel = panel.with(tag("h4").say(words.fork)).with(details::list(&named.collect::<Vec<_>>()));
    let apart: Vec<String> = (0..ladder.dimensions.len())
        .filter_map(|place| {
            Some(words.asks_more(&ladder.dimensions[place].name, title(scene, asks_most(scene, &ways, place)?)))
        })
        .collect();
    if !apart.is_empty() {
        panel = panel.with(part("p", "secondary").say(&[words.apart, " ", &apart.join(", ")].concat()).say("."));
    }
    let moves = ladder.moves.iter().filter(|way| way.from.is_empty() || way.from.contains(&placement.rung));
    let moves: Vec<&str> = moves.map(|way| &*way.title).collect();
    if !moves.is_empty() {
        panel = panel.with(part("p", "secondary").say(&[words.moves_here, " ", &moves.join(", ")].concat()).say("."));
    }
    panel
}

/// The way that asks most in a dimension; `None` where all ask alike.
fn asks_most(scene: Scene<'_>, ways: &[RungId], dimension: usize) -> Option<RungId> {
    let asks = |&way: &RungId| scene.course.bank.stand(way, DimensionId::new(dimension));
    let most = ways.iter().copied().reduce(|most, way| if asks(&way) > asks(&most) { way } else { most })?;
    ways.iter().any(|way| asks(way) < asks(&most)).then_some(most)
}
