//! Draws the reader's level in each dimension: a table whose middle column is a bar.

use super::super::bar::bar;
use super::ViewContext;
use crate::catalog::Text;
use crate::element::{Element, Fragment, element, fragment, tag};
use career_ladder_core::ladder::TrackId;
use career_ladder_core::quiz::{DimensionLevel, Outcome};

/// The profile; empty if no dimension was asked about.
pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome) -> Fragment {
    if outcome.profile.is_empty() {
        return fragment();
    }
    let columns = [Text::ProfileDimensions, Text::ProfileLevels, Text::ProfileComparisons];
    let columns = columns.into_iter().map(|column| cx.with_text(tag("th").attr("scope", "col"), column));
    let rows = outcome.profile.iter().map(|level| row(cx, level));
    let table = element("table", "profile")
        .attr("aria-labelledby", "profile")
        .child(element("thead", "visually-hidden").child(tag("tr").children(columns)))
        .child(tag("tbody").children(rows));
    let mark = cx.catalog.profile_mark(cx.title(outcome.placement.rung));
    fragment().child(cx.heading(Text::Profile).attr("id", "profile")).child(table).child(cx.secondary(&mark))
}

fn row(cx: ViewContext<'_>, level: &DimensionLevel) -> Element {
    let first_track = cx.ladder().rungs_of_track(TrackId::default());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a level within the first track")]
    let nearest = first_track[level.level.round() as usize];
    let name = cx.catalog.profile_level(cx.title(nearest));
    let bar = bar(percent(level.level_fraction), Some(percent(level.required_fraction)));
    let bar = cx.in_own_language(bar).attr("role", "img").attr("aria-label", name);
    tag("tr")
        .child(tag("th").attr("scope", "row").text(&cx.ladder().dimensions[level.dimension.index()].name))
        .child(tag("td").child(bar))
        .child(cx.with_words(tag("td"), cx.catalog.comparison(level.comparison)))
}

/// A share from 0 to 1 in whole per cent.
fn percent(share: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let percent = (share * 100.0).round() as usize;
    percent
}
