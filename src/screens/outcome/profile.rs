//! Draws the reader's level in each dimension: a table whose middle column is a chart.

use super::{ViewContext, tab_id};
use crate::catalog::Text;
use crate::element::{Element, Fragment, element, fragment, tag};
use career_ladder_core::decimal::decimal;
use career_ladder_core::quiz::{DimensionLevel, Outcome};
use career_ladder_core::state::ResultPart;

/// The profile. The band of a chart holds all levels that the table calls "at level", so chart and word agree.
pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome) -> Fragment {
    let columns = [Text::ProfileDimensions, Text::ProfileLevels, Text::ProfileComparisons];
    let columns = columns.iter().map(|&column| cx.with_text(tag("th").attr("scope", "col"), column));
    let rows = outcome.profile.iter().map(|level| row(cx, level));
    let table = element("table", "profile")
        .attr("aria-labelledby", tab_id(ResultPart::Profile))
        .child(element("thead", "visually-hidden").child(tag("tr").children(columns)))
        .child(tag("tbody").children(rows));
    let legend = cx.catalog.profile_legend(cx.title(outcome.placement.rung));
    fragment().child(table).child(cx.secondary(&legend))
}

fn row(cx: ViewContext<'_>, level: &DimensionLevel) -> Element {
    let name = cx.catalog.profile_level(cx.title(cx.ladder().nearest_rung(level.level)));
    let chart = cx.in_own_language(chart(level)).attr("role", "img").attr("aria-label", name);
    tag("tr")
        .child(tag("th").attr("scope", "row").text(&cx.ladder().dimensions[level.dimension.index()].name))
        .child(tag("td").child(chart))
        .child(cx.with_words(tag("td"), cx.catalog.comparison(level.comparison)))
}

/// A line from the lowest level to the highest, with a band at the required level and a dot at the reader's.
fn chart(level: &DimensionLevel) -> Element {
    let tolerance = level.tolerance_fraction;
    let start = percent((level.required_fraction - tolerance).max(0.0));
    let end = percent((level.required_fraction + tolerance).min(1.0));
    let rect = |class, x, width| {
        element("rect", class).attr("x", x).attr("width", width).attr("y", "3").attr("height", "10").attr("rx", "5")
    };
    tag("svg")
        .child(rect("track", "0".to_owned(), per_cent(100)))
        .child(rect("band", per_cent(start), per_cent(end - start)))
        .child(
            element("circle", "dot").attr("cx", per_cent(percent(level.level_fraction))).attr("cy", "8").attr("r", "6"),
        )
}

fn per_cent(number: usize) -> String {
    decimal(number) + "%"
}

/// A fraction of the ladder's height in whole per cent of the chart's width. The ends keep clear of the chart's edges, so
/// that the whole dot is visible there.
fn percent(fraction: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "4 to 96")]
    let percent = (4.0 + fraction * 92.0).round() as usize;
    percent
}
