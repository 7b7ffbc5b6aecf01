//! The widget's footprint: it logs nothing, fetches only its own files, and adds nothing to the page.

use crate::support::visit_every_screen;
use browser_tests::{Embed, HostPage, Origin, Page, in_every_engine};
use serde_json::Value;

async fn using_the_widget_logs_nothing(page: &Page) {
    page.open_post().await;
    visit_every_screen(page).await;
    assert_eq!(page.errors().await, []);
}

async fn a_quiz_fetches_loader_glue_wasm_and_ladder_once_and_nothing_else(page: &Page) {
    page.visit(HostPage::with_snippet()).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;

    let mut files: Vec<String> = page.site.requests().into_iter().map(|request| request.path).collect();
    files.retain(|path| !path.starts_with("/post-"));
    files.sort();
    let suffixes: Vec<&str> = files.iter().map(|path| path.split_once('.').map_or("", |(_, suffix)| suffix)).collect();
    assert_eq!(suffixes.len(), 4, "{files:#?}");
    for expected in ["js", "glue.js", "wasm", "bin"] {
        assert_eq!(suffixes.iter().filter(|suffix| **suffix == expected).count(), 1, "one {expected} in {files:#?}");
    }

    let fetched: Vec<String> =
        page.execute("return performance.getEntriesByType('resource').map((entry) => entry.name);", &[]).await;
    let own = [page.site.origin(Origin::Assets) + "/", page.site.origin(Origin::Host) + "/"];
    let foreign: Vec<&String> =
        fetched.iter().filter(|url| !own.iter().any(|origin| url.starts_with(origin))).collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
}

async fn the_pages_head_attributes_styles_and_globals_stay_as_they_are(page: &Page) {
    let surroundings = "return [document.head.innerHTML, document.body.attributes.length,
        document.documentElement.attributes.length, document.adoptedStyleSheets.length];";
    // Names of digits are frames, and chromedriver leaves names that begin with se_.
    let globals = "return Object.getOwnPropertyNames(window).filter((name) => !/^(\\d+$|se_)/.test(name)).sort();";
    page.visit(HostPage::new([Embed::markup("")])).await;
    let surroundings_before: Value = page.execute(surroundings, &[]).await;
    let globals_before: Vec<String> = page.execute(globals, &[]).await;
    page.visit(HostPage::new([Embed::snippet()])).await;
    page.wait_ready().await;
    page.start_quiz().await;
    assert_eq!(page.execute::<Value>(surroundings, &[]).await, surroundings_before);
    let mut new_globals: Vec<String> = page.execute(globals, &[]).await;
    new_globals.retain(|name| !globals_before.contains(name));
    assert!(new_globals.is_empty(), "new globals: {new_globals:?}");
}

in_every_engine!(
    using_the_widget_logs_nothing,
    a_quiz_fetches_loader_glue_wasm_and_ladder_once_and_nothing_else,
    the_pages_head_attributes_styles_and_globals_stay_as_they_are,
);
