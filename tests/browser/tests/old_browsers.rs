//! Browsers that lack something: the widget works, or the page's link stays in sight and `ladder-error` says why.

use crate::support::{assert_every_rung_is_readable, fallback_link, wait_for_error_message};
use browser_tests::{Embed, HostPage, Page, in_every_engine, product};

/// Safari before 16.4, and what other old browsers and patches leave of constructable style sheets.
const WITHOUT_SHEETS: [&str; 3] = [
    "<script>delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets;</script>",
    "<script>delete CSSStyleSheet.prototype.replaceSync;</script>",
    "<script>window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); };</script>",
];

async fn without_constructable_style_sheets_the_pages_link_stays(page: &Page) {
    for script in WITHOUT_SHEETS {
        page.visit(HostPage::with_seed("7").markup_before(script)).await;
        assert_link_and_reason(page, "too old").await;
    }
}

async fn without_constructable_style_sheets_a_page_without_a_link_gets_one(page: &Page) {
    for script in WITHOUT_SHEETS {
        let embed = r#"<script async src="{HOST}/career-ladder.js" data-ladder="engineering"></script>"#;
        page.visit(HostPage::new([Embed::markup(embed)]).markup_before(script)).await;
        assert_link_and_reason(page, "too old").await;
    }
}

async fn without_shadow_roots_the_pages_link_stays(page: &Page) {
    let script = "<script>delete Element.prototype.attachShadow;</script>";
    page.visit(HostPage::with_seed("7").markup_before(script)).await;
    assert_link_and_reason(page, "attachShadow").await;
}

async fn without_an_observer_of_the_viewport_every_rung_and_the_link_are_shown(page: &Page) {
    let script = "<script>delete window.IntersectionObserver;</script>";
    page.visit(HostPage::with_seed("7").markup_before(script)).await;
    assert_link_and_reason(page, "too old").await;
    assert_every_rung_is_readable(page, &product(), "without the observer").await;
}

async fn without_an_observer_of_sizes_the_quiz_works(page: &Page) {
    let script = "<script>delete window.ResizeObserver;</script>";
    page.visit(HostPage::with_seed("7").markup_before(script)).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    without_constructable_style_sheets_the_pages_link_stays,
    without_constructable_style_sheets_a_page_without_a_link_gets_one,
    without_shadow_roots_the_pages_link_stays,
    without_an_observer_of_the_viewport_every_rung_and_the_link_are_shown,
    without_an_observer_of_sizes_the_quiz_works,
);

/// Waits for one `ladder-error` with this in its message, and the link.
async fn assert_link_and_reason(page: &Page, reason: &str) {
    let message = wait_for_error_message(page).await;
    assert!(message.contains(reason), "{message}");
    fallback_link(page).wait_visible().await;
    page.settle().await;
    assert_eq!(page.event_names().await, ["ladder-error"]);
    assert_eq!(fallback_link(page).count().await, 1);
    page.assert_nothing_uncaught().await;
}
