//! The fallback: if a file or a permission is missing, the page keeps something to read and hears why.

use crate::support::{assert_every_rung_is_readable, fallback_link};
use browser_tests::{Embed, HostPage, LadderEvent, Origin, Page, ResponseFault, bundled, in_every_engine, product};

async fn without_glue_the_widget_fails_gracefully(page: &Page) {
    page.site.inject_fault(".glue.js", ResponseFault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    assert_fails_gracefully(page).await;
}

async fn without_wasm_the_widget_fails_gracefully(page: &Page) {
    page.site.inject_fault(".wasm", ResponseFault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    assert_fails_gracefully(page).await;
}

async fn without_the_ladder_file_the_widget_fails_gracefully(page: &Page) {
    page.site.inject_fault(".bin", ResponseFault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    assert_fails_gracefully(page).await;
}

async fn with_glue_of_the_wrong_media_type_the_widget_fails_gracefully(page: &Page) {
    page.site.inject_fault(".glue.js", ResponseFault::PlainText);
    page.visit(HostPage::with_snippet()).await;
    assert_fails_gracefully(page).await;
}

async fn where_a_policy_refuses_wasm_the_widget_fails_gracefully(page: &Page) {
    let policy = "script-src 'self'; connect-src 'self'";
    let post = HostPage::with_snippet().header("content-security-policy", policy);
    page.visit_self_hosted(post).await;
    assert_fails_gracefully(page).await;
}

async fn where_a_policy_refuses_wasm_every_rung_is_readable_at_all_widths(page: &Page) {
    let ladder = product();
    for width in [280, 320, 480, 800, 1000] {
        let post = HostPage::with_snippet().width(width).header("content-security-policy", "script-src 'self'");
        page.visit_self_hosted(post).await;
        assert_fails_gracefully(page).await;
        assert_every_rung_is_readable(page, &ladder, &format!("at {width} px")).await;
        fallback_link(page).wait_visible().await;
        let is_inside = "const { right } = document.querySelector('career-ladder').getBoundingClientRect();
            return find({ role: 'button' }).every((button) => button.getBoundingClientRect().right <= right);";
        assert!(page.execute::<bool>(is_inside, &[]).await, "a button overflows the widget at {width} px");
    }
}

async fn where_a_policy_refuses_wasm_other_ladders_are_readable_without_buttons(page: &Page) {
    for (id, start) in
        [("product-stages", "ladder"), ("product-six", "ladder"), ("engineering", "quiz"), ("product", "quiz")]
    {
        let attributes = format!(r#"id="widget" ladder="{id}" start="{start}""#);
        let post = HostPage::new([Embed::snippet_with(&attributes)]).width(320);
        page.visit_self_hosted(post.header("content-security-policy", "script-src 'self'")).await;
        assert_fails_gracefully(page).await;
        assert_every_rung_is_readable(page, &bundled(id), id).await;
        assert_eq!(page.radiogroup().count().await, 0, "no question can be answered");
        fallback_link(page).wait_visible().await;
        let enabled =
            "return find({ role: 'button' }).filter((button) => button.matches('button:enabled')).map(nameOf);";
        assert_eq!(page.execute::<Vec<String>>(enabled, &[]).await, Vec::<String>::new());
    }
}

async fn without_any_file_but_the_loader_the_pages_link_is_shown(page: &Page) {
    for suffix in [".glue.js", ".wasm", ".bin", ".txt"] {
        page.site.inject_fault(suffix, ResponseFault::NotFound);
    }
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" ladder="engineering""#)])).await;
    assert_fails_gracefully(page).await;
    fallback_link(page).wait_visible().await;
}

async fn where_the_page_has_no_link_the_loader_adds_one(page: &Page) {
    page.site.inject_fault(".wasm", ResponseFault::NotFound);
    let script = r#"<script async src="{HOST}/career-ladder.js" data-ladder="product"></script>"#;
    page.visit(HostPage::new([Embed::markup(script)])).await;
    assert_fails_gracefully(page).await;
    let url = fallback_link(page).wait_visible().await.attribute("href").await;
    assert_eq!(url, Some(page.site.origin(Origin::Assets) + "/product/"));
}

async fn with_an_unknown_ladder_the_widget_fails_gracefully(page: &Page) {
    let markup =
        r#"<career-ladder ladder="no-such-thing"><a href="/product">Find your career stage</a></career-ladder>"#;
    page.visit(HostPage::new([Embed::markup(markup), Embed::loader()])).await;
    assert_fails_gracefully(page).await;
    // The page is on this machine, where the widget takes every reader for the page's author.
    let text = page.widget_text().await;
    assert!(text.contains(r#"there is no ladder "no-such-thing""#), "{text}");
}

/// Servers that do not know wasm's media type are common. The bytes are right, so running them is as good as refusing.
async fn with_wasm_of_the_wrong_media_type_the_widget_runs_or_fails_gracefully(page: &Page) {
    page.site.inject_fault(".wasm", ResponseFault::PlainText);
    page.visit(HostPage::with_snippet()).await;
    let end = "return __recorder.events.map((event) => event.name).find((name) => /-(ready|error)$/.test(name));";
    if page.wait_for("ladder-ready or ladder-error", end, &[]).await == "ladder-ready" {
        page.start_quiz().await;
    } else {
        assert_fails_gracefully(page).await;
    }
}

async fn without_the_loader_the_pages_link_is_shown(page: &Page) {
    page.site.inject_fault("career-ladder.js", ResponseFault::NotFound);
    page.visit(HostPage::with_snippet()).await;
    fallback_link(page).wait_visible().await;
}

in_every_engine!(
    without_glue_the_widget_fails_gracefully,
    without_wasm_the_widget_fails_gracefully,
    without_the_ladder_file_the_widget_fails_gracefully,
    with_glue_of_the_wrong_media_type_the_widget_fails_gracefully,
    where_a_policy_refuses_wasm_the_widget_fails_gracefully,
    where_a_policy_refuses_wasm_every_rung_is_readable_at_all_widths,
    where_a_policy_refuses_wasm_other_ladders_are_readable_without_buttons,
    without_any_file_but_the_loader_the_pages_link_is_shown,
    where_the_page_has_no_link_the_loader_adds_one,
    with_an_unknown_ladder_the_widget_fails_gracefully,
    with_wasm_of_the_wrong_media_type_the_widget_runs_or_fails_gracefully,
    without_the_loader_the_pages_link_is_shown,
);

/// Fails unless one `ladder-error` says why, and the reader sees all rungs or the page's link.
async fn assert_fails_gracefully(page: &Page) {
    page.wait_for_event("ladder-error").await;
    page.settle().await;
    assert_one_error_event(&page.events().await);
    let text = page.widget_text().await;
    let has_rungs = product().rungs.iter().all(|rung| text.contains(&rung.title));
    let has_link = fallback_link(page).count().await == 1;
    assert!(has_rungs || has_link, "there is nothing to read: {text:?}");
    page.assert_nothing_uncaught().await;
}

fn assert_one_error_event(events: &[LadderEvent]) {
    let errors: Vec<_> = events.iter().filter(|event| event.name == "ladder-error").collect();
    assert_eq!(errors.len(), 1, "one failure fires one event: {events:#?}");
    for field in ["code", "message"] {
        let text = errors[0].detail[field].as_str().unwrap_or_default();
        assert!(!text.is_empty(), "the field {field} is empty: {errors:#?}");
    }
    assert!(events.iter().all(|event| event.name != "ladder-ready"), "{events:#?}");
}
