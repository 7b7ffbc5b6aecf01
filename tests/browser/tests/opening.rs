//! Private links: the fragment of the page's address opens the first widget of its ladder.

use browser_tests::{Embed, HostPage, Origin, Page, in_chromium, in_every_engine};

/// Where the widget's upper edge is, in the window.
const TOP: &str = "return Math.round(document.querySelector(arguments[0]).getBoundingClientRect().top);";

async fn a_link_starts_its_widget_and_brings_it_into_view(page: &Page) {
    let address = below(page, "");
    page.go(&(address.clone() + "#career-ladder-engineering_xyz")).await;
    page.until("the widget to be ready", READY_ONE, &["engineering".into()]).await;
    let in_view = format!("{} === 0;", TOP.trim_end_matches(';'));
    page.until("the widget to be in view", &in_view, &["#engineering".into()]).await;
    assert_eq!(page.event_names().await.len(), 1, "the others wait");
    // Once: the reader may go where they like.
    page.run::<()>("scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
    page.settle().await;
    assert_eq!(page.run::<f64>("return scrollY;", &[]).await, 0.0);
    assert_eq!(page.run::<String>("return location.hash;", &[]).await, "#career-ladder-engineering_xyz");
    assert_eq!(page.trouble().await, []);
}

async fn a_link_that_is_followed_later_does_the_same(page: &Page) {
    page.go(&below(page, "")).await;
    page.until("the element", "return customElements.get('career-ladder');", &[]).await;
    page.settle().await;
    assert!(page.event_names().await.is_empty());
    page.run::<()>("location.hash = '#career-ladder-product_abc';", &[]).await;
    page.until("the widget to be ready", READY_ONE, &["product".into()]).await;
    let in_view = format!("{} === 0;", TOP.trim_end_matches(';'));
    page.until("the first one to be in view", &in_view, &["#product".into()]).await;
    page.settle().await;
    assert_eq!(page.event_names().await.len(), 1, "only the first of its ladder");
    page.run::<()>("location.hash = '#career-ladder-engineering_abc';", &[]).await;
    page.until("the other one to be in view", &in_view, &["#engineering".into()]).await;
}

async fn a_link_for_a_ladder_of_the_pages_own_is_left_to_it(page: &Page) {
    let own = r#"<career-ladder id="own" style="display:block;min-height:560px"><script type="application/json">
        { "format": 1, "id": "tiny", "title": "Tiny", "rungs": [
          { "id": "learner", "title": "Learner", "level": 1 }, { "id": "master", "title": "Master", "level": 2 } ] }
        </script></career-ladder>"#;
    page.go(&(below(page, own) + "#career-ladder-tiny_x")).await;
    page.until("the widget to be ready", READY_ONE, &["tiny".into()]).await;
    let in_view = format!("{} === 0;", TOP.trim_end_matches(';'));
    page.until("the widget to be in view", &in_view, &["#own".into()]).await;
    page.settle().await;
    assert_eq!(page.event_names().await.len(), 1);
}

async fn other_fragments_are_the_pages_own(page: &Page) {
    page.go(&(below(page, "") + "#career-ladder")).await;
    page.until("the element", "return customElements.get('career-ladder');", &[]).await;
    page.run::<()>("location.hash = '#after';", &[]).await;
    page.settle().await;
    assert_eq!(page.site.count(".wasm"), 0);
}

async fn a_frame_opens_its_own_link(page: &Page) {
    let address = page.site.origin(Origin::Assets) + "/embed.html?ladder=product#career-ladder-product_x";
    page.go(&address).await;
    page.until("the widget to be ready", READY_ONE, &["product".into()]).await;
}

in_every_engine!(a_link_starts_its_widget_and_brings_it_into_view, a_link_that_is_followed_later_does_the_same);
in_chromium!(
    a_link_for_a_ladder_of_the_pages_own_is_left_to_it,
    other_fragments_are_the_pages_own,
    a_frame_opens_its_own_link,
);

const READY_ONE: &str =
    "return __watch.events.some((event) => event.name === 'ladder-ready' && event.detail.ladder === arguments[0]);";

/// A page with widgets far below: two of one ladder, one of another, and more markup.
fn below(page: &Page, more: &str) -> String {
    let widget = |id: &str, ladder: &str| {
        format!(
            r#"<div class="far"></div><career-ladder id="{id}" ladder="{ladder}" style="display:block;min-height:560px"></career-ladder>"#
        )
    };
    let all = [widget("product", "product"), widget("again", "product"), widget("engineering", "engineering")].concat();
    let far = r#"<div class="far"></div>"#;
    HostPage::new([Embed::markup(&all), Embed::markup(far), Embed::markup(more), Embed::markup(far), Embed::loader()])
        .publish(&page.site, Origin::Assets)
}
