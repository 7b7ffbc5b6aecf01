//! A guest in somebody's page: quiet, and content with its own files.

use browser_tests::{Embed, HostPage, Origin, Page, in_every_engine, product};

async fn the_console_stays_silent(page: &Page) {
    page.open_post().await;
    let rung = product().rungs[0].title.clone();
    page.button(&rung).click().await;
    page.button("Close").click().await;
    page.begin().await;
    page.finish(|_, _, _| 0).await;
    page.button("Start again").click().await;
    page.radiogroup().shown().await;
    assert_eq!(page.trouble().await, []);
}

async fn nothing_but_its_own_files_is_fetched(page: &Page) {
    page.visit(HostPage::with_snippet()).await;
    page.ready().await;
    page.begin().await;
    page.finish(|_, _, _| 0).await;

    let mut files: Vec<String> = page.site.requests().into_iter().map(|request| request.path).collect();
    files.retain(|path| !path.starts_with("/post-"));
    files.sort();
    let kinds: Vec<&str> = files.iter().map(|path| path.split_once('.').map_or("", |(_, kind)| kind)).collect();
    assert_eq!(kinds.len(), 4, "{files:#?}");
    for kind in ["js", "glue.js", "wasm", "ladder"] {
        assert_eq!(kinds.iter().filter(|known| **known == kind).count(), 1, "one {kind} in {files:#?}");
    }

    let fetched: Vec<String> =
        page.run("return performance.getEntriesByType('resource').map((entry) => entry.name);", &[]).await;
    let ours = [page.site.origin(Origin::Assets) + "/", page.site.origin(Origin::Host) + "/"];
    let foreign: Vec<&String> =
        fetched.iter().filter(|address| !ours.iter().any(|origin| address.starts_with(origin))).collect();
    assert!(foreign.is_empty(), "{foreign:#?}");
}

async fn the_page_around_it_is_left_alone(page: &Page) {
    let outside = "return [document.head.innerHTML, document.body.attributes.length,
        document.documentElement.attributes.length, document.adoptedStyleSheets.length];";
    // Numbers are frames; chromedriver leaves names of its own.
    let globals = "return Object.getOwnPropertyNames(window).filter((name) => !/^(\\d+$|se_)/.test(name)).sort();";
    page.visit(HostPage::new([Embed::markup("")])).await;
    let head: serde_json::Value = page.run(outside, &[]).await;
    let names: Vec<String> = page.run(globals, &[]).await;
    page.visit(HostPage::new([Embed::snippet()])).await;
    page.ready().await;
    page.begin().await;
    assert_eq!(page.run::<serde_json::Value>(outside, &[]).await, head);
    let mut more: Vec<String> = page.run(globals, &[]).await;
    more.retain(|name| !names.contains(name));
    assert!(more.is_empty(), "new globals: {more:?}");
}

in_every_engine!(the_console_stays_silent, nothing_but_its_own_files_is_fetched, the_page_around_it_is_left_alone);
