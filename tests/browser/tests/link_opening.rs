//! Activation by a link: the fragment of a private link loads the first widget of its ladder, however far below it is.

use browser_tests::{Embed, HostPage, Origin, Page, in_chromium, in_every_engine};

async fn a_page_opened_by_a_link_scrolls_to_its_widget_once(page: &Page) {
    let url = publish_far_widgets(page, "");
    page.goto(&(url + "#career-ladder-engineering_xyz")).await;
    wait_for_ready(page, "engineering").await;
    wait_until_at_top(page, "#engineering").await;
    assert_eq!(page.event_names().await.len(), 1, "the other widgets wait");
    page.execute::<()>("scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
    page.settle().await;
    assert_eq!(page.execute::<f64>("return scrollY;", &[]).await, 0.0, "the reader may scroll away");
    assert_eq!(page.execute::<String>("return location.hash;", &[]).await, "#career-ladder-engineering_xyz");
    assert_eq!(page.errors().await, []);
}

async fn a_link_followed_on_the_open_page_scrolls_to_the_first_widget_of_its_ladder(page: &Page) {
    page.goto(&publish_far_widgets(page, "")).await;
    wait_for_definition(page).await;
    page.settle().await;
    assert!(page.event_names().await.is_empty());
    page.execute::<()>("location.hash = '#career-ladder-product_abc';", &[]).await;
    wait_for_ready(page, "product").await;
    wait_until_at_top(page, "#product").await;
    page.settle().await;
    assert_eq!(page.event_names().await.len(), 1, "the second widget of the ladder waits");
    page.execute::<()>("location.hash = '#career-ladder-engineering_abc';", &[]).await;
    wait_until_at_top(page, "#engineering").await;
}

async fn a_link_to_an_inline_ladder_scrolls_to_its_widget(page: &Page) {
    let inline = r#"<career-ladder id="own" style="display:block;min-height:560px"><script type="application/json">
        { "format": 1, "id": "tiny", "title": "Tiny", "rungs": [
          { "id": "learner", "title": "Learner", "level": 1 }, { "id": "master", "title": "Master", "level": 2 } ] }
        </script></career-ladder>"#;
    page.goto(&(publish_far_widgets(page, inline) + "#career-ladder-tiny_x")).await;
    wait_for_ready(page, "tiny").await;
    wait_until_at_top(page, "#own").await;
    page.settle().await;
    assert_eq!(page.event_names().await.len(), 1);
}

async fn other_fragments_load_nothing(page: &Page) {
    page.goto(&(publish_far_widgets(page, "") + "#career-ladder")).await;
    wait_for_definition(page).await;
    page.execute::<()>("location.hash = '#after';", &[]).await;
    page.settle().await;
    assert_eq!(page.site.request_count(".wasm"), 0);
}

async fn a_frame_opened_by_a_link_becomes_ready(page: &Page) {
    let url = page.site.origin(Origin::Assets) + "/embed.html?ladder=product#career-ladder-product_x";
    page.goto(&url).await;
    wait_for_ready(page, "product").await;
}

in_every_engine!(
    a_page_opened_by_a_link_scrolls_to_its_widget_once,
    a_link_followed_on_the_open_page_scrolls_to_the_first_widget_of_its_ladder,
);
in_chromium!(
    a_link_to_an_inline_ladder_scrolls_to_its_widget,
    other_fragments_load_nothing,
    a_frame_opened_by_a_link_becomes_ready,
);

/// Publishes a page with widgets far below its top: two of one ladder, one of another, and more markup. Returns its URL.
fn publish_far_widgets(page: &Page, more: &str) -> String {
    let widget = |id: &str, ladder: &str| {
        format!(
            r#"<div class="far"></div><career-ladder id="{id}" ladder="{ladder}" style="display:block;min-height:560px"></career-ladder>"#
        )
    };
    let widgets =
        [widget("product", "product"), widget("again", "product"), widget("engineering", "engineering")].concat();
    let far = r#"<div class="far"></div>"#;
    let embeds = [&widgets, far, more, far].map(Embed::markup);
    HostPage::new(embeds.into_iter().chain([Embed::loader()])).publish(&page.site, Origin::Assets)
}

async fn wait_for_definition(page: &Page) {
    page.wait_for("the element to be defined", "return customElements.get('career-ladder');", &[]).await;
}

/// Waits until a widget of this ladder is ready.
async fn wait_for_ready(page: &Page, ladder: &str) {
    let is_ready = "return __recorder.events.some(({ name, detail }) => name === 'ladder-ready' && detail.ladder === arguments[0]);";
    page.wait_for(&format!("a widget of {ladder} to be ready"), is_ready, &[ladder.into()]).await;
}

/// Waits until an element's upper edge is that of the window.
async fn wait_until_at_top(page: &Page, selector: &str) {
    let is_at_top = "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top) === 0;";
    page.wait_for(&format!("{selector} at the top of the window"), is_at_top, &[selector.into()]).await;
}
