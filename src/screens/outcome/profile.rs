//! How high the answers put the reader in each dimension: a chart that is a table.

use std::cmp::Ordering;

use super::super::question::bar;
use super::{Scene, title};
use crate::element::{Tag, part, tag};
use career_ladder_core::ladder::TrackId;
use career_ladder_core::quiz::{Outcome, Standing};

pub(super) fn view(scene: Scene<'_>, outcome: &Outcome, panel: Tag) -> Tag {
    if outcome.profile.is_empty() {
        return panel;
    }
    let words = scene.words;
    let heads = words.profile_heads.into_iter().map(|head| tag("th").set("scope", "col").say(head));
    let rows = outcome.profile.iter().map(|&standing| row(scene, standing));
    panel
        .with(tag("h4").set("id", "profile").say(words.profile))
        .with(
            part("table", "profile")
                .set("aria-labelledby", "profile")
                .with(part("thead", "visually-hidden").with(tag("tr").all(heads)))
                .with(tag("tbody").all(rows)),
        )
        .with(part("p", "secondary").say(&words.profile_mark(title(scene, outcome.placement.rung))))
}

fn row(scene: Scene<'_>, standing: Standing) -> Tag {
    let ladder = &scene.course.ladder;
    let climb = ladder.climb(TrackId::default());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the first track")]
    let nearest = climb[standing.level.round() as usize];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let percent = |share: f64| (share * 100.0).round() as usize;
    let chart = bar(percent(standing.share), Some(percent(standing.asks)))
        .set("role", "img")
        .set("aria-label", scene.words.about_level(title(scene, nearest)));
    let than_rung = scene.words.standings[match standing.than_rung {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    }];
    tag("tr")
        .with(tag("th").set("scope", "row").say(&ladder.dimensions[standing.dimension.index()].name))
        .with(tag("td").with(chart))
        .with(tag("td").say(than_rung))
}
