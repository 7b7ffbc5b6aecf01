//! Changes of the host page that the widget causes.

use super::requirements::requirements_of;
use browser_tests::{BrowserEngine, Page};

/// Fails if the page differs from its record, except as its requirements and WebKit's rounding excuse.
pub(super) async fn assert_page_is_unchanged(page: &Page, path: &str) {
    let may_move = requirements_of(path).excuse_for_moving.is_some();
    let changes = page.host_page_changes().await;
    let changes: Vec<_> = changes
        .into_iter()
        .filter(|change| !may_move || !is_move(change))
        .filter(|change| page.engine() != BrowserEngine::WebKit || !is_rounding(change))
        .collect();
    assert!(changes.is_empty(), "{:?} {path} is changed: {changes:#?}", page.engine());
}

/// Whether a change concerns the position or the size of an element.
fn is_move(change: &str) -> bool {
    let names = ["x", "y", "width", "height", "block-size", "inline-size", "perspective-origin", "transform-origin"];
    let property = change.split(':').next();
    property.is_some_and(|property| names.iter().any(|name| property.ends_with(&format!(" {name}"))))
}

/// Whether a change is a move by less than a pixel. In quirks mode WebKit rounds a table's size in another way at each
/// layout, even one that the widget has no part in.
fn is_rounding(change: &str) -> bool {
    let lengths = |side: &str| -> Option<Vec<f64>> {
        side.split_whitespace().map(|length| length.strip_suffix("px")?.parse().ok()).collect()
    };
    let sides = change.split_once(": ").and_then(|(_, sides)| sides.split_once(" -> "));
    let sides = sides.and_then(|(before, after)| lengths(before).zip(lengths(after)));
    is_move(change)
        && sides.is_some_and(|(before, after)| {
            before.len() == after.len() && before.iter().zip(&after).all(|(before, after)| (before - after).abs() < 1.0)
        })
}
