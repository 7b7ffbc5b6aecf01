//! How high the answers put the reader in each dimension: a chart that is a table.

use std::cmp::Ordering;

use super::super::question::bar;
use super::{ViewContext, title};
use crate::element::{Element, element, tag};
use career_ladder_core::ladder::TrackId;
use career_ladder_core::quiz::{DimensionLevel, Outcome};

pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome, panel: Element) -> Element {
    if outcome.profile.is_empty() {
        return panel;
    }
    let words = cx.words;
    let heads = words.profile_heads.into_iter().map(|head| tag("th").attr("scope", "col").text(head));
    let rows = outcome.profile.iter().map(|&standing| row(cx, standing));
    panel
        .child(tag("h4").attr("id", "profile").text(words.profile))
        .child(
            element("table", "profile")
                .attr("aria-labelledby", "profile")
                .child(element("thead", "visually-hidden").child(tag("tr").children(heads)))
                .child(tag("tbody").children(rows)),
        )
        .child(element("p", "secondary").text(&words.profile_mark(title(cx, outcome.placement.rung))))
}

fn row(cx: ViewContext<'_>, standing: DimensionLevel) -> Element {
    let ladder = &cx.loaded.ladder;
    let rungs_of_track = ladder.rungs_of_track(TrackId::default());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the first track")]
    let nearest = rungs_of_track[standing.level.round() as usize];
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let percent = |share: f64| (share * 100.0).round() as usize;
    let chart = bar(percent(standing.share), Some(percent(standing.required)))
        .attr("role", "img")
        .attr("aria-label", cx.words.about_level(title(cx, nearest)));
    let comparison = cx.words.standings[match standing.comparison {
        Ordering::Less => 0,
        Ordering::Equal => 1,
        Ordering::Greater => 2,
    }];
    tag("tr")
        .child(tag("th").attr("scope", "row").text(&ladder.dimensions[standing.dimension.index()].name))
        .child(tag("td").child(chart))
        .child(tag("td").text(comparison))
}
