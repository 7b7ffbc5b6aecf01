//! Frames in pages that leave them little room, or change their height in a transition: everything in the widget can be
//! reached, and it covers nothing of the page.

use browser_tests::{Embed, HostPage, Page, in_every_engine};

/// Defines `frame`, and `inside` with its document, body and widget.
const INSIDE: &str = "const frame = document.querySelector('#frame');
    const { document: inner, innerHeight: room } = frame.contentWindow;
    const widget = inner.querySelector('career-ladder');
    const height = widget && Math.ceil(widget.getBoundingClientRect().height);
    if (!(height > 0 && widget.shadowRoot?.querySelector('h3'))) return false;";

/// A box whose height is a share of its width.
const RATIO: &str = "#box { position: relative; height: 0; padding-bottom: 56.25% }
    #frame { position: absolute; top: 0; left: 0; width: 100%; height: 100% }";

async fn in_a_ratio_box_the_frame_scrolls_and_covers_nothing(page: &Page) {
    page.visit_self_hosted(post(RATIO, "")).await;
    assert_scrolls(page, 450.0).await;
}

async fn in_a_ratio_box_around_a_positioned_box_the_frame_scrolls_and_covers_nothing(page: &Page) {
    let style = "#box { aspect-ratio: 2 } #box, #inner { position: relative } #inner { position: absolute; inset: 0 }
        #frame { width: 100%; height: 100% }";
    page.visit_self_hosted(post(style, "")).await;
    assert_scrolls(page, 400.0).await;
}

async fn in_a_box_that_cuts_off_the_frame_scrolls(page: &Page) {
    page.visit_self_hosted(post(
        "#box { height: 420px; overflow: hidden } #inner, #frame { height: 100%; border: 0 }",
        "",
    ))
    .await;
    assert_scrolls(page, 420.0).await;
}

async fn with_a_height_forced_by_the_page_the_frame_scrolls(page: &Page) {
    page.visit_self_hosted(post("iframe { height: 400px !important }", "")).await;
    assert_scrolls(page, 400.0).await;
}

async fn with_a_greatest_height_and_scrolling_forbidden_the_widget_can_be_scrolled(page: &Page) {
    page.visit_self_hosted(post("iframe { max-height: 380px }", r#"scrolling="no""#)).await;
    assert_scrolls(page, 380.0).await;
}

async fn a_frame_that_had_little_room_grows_once_its_box_does(page: &Page) {
    let style = "#box { height: 420px; overflow: hidden } #box.open, #box.open > #inner { height: auto }
        #inner, #frame { height: 100%; border: 0 }";
    page.visit_self_hosted(post(style, "")).await;
    assert_scrolls(page, 420.0).await;
    page.execute::<()>("document.querySelector('#box').className = 'open';", &[]).await;
    wait_for_fitting_frame(page).await;
}

async fn in_a_transition_of_everything_the_frame_fits_at_rest(page: &Page) {
    page.visit_self_hosted(post("* { transition: all .3s }", "")).await;
    wait_for_fitting_frame(page).await;
}

async fn in_a_forced_transition_a_frame_with_borders_fits_at_rest(page: &Page) {
    let style = "iframe { transition: all .3s !important; box-sizing: border-box; border: 7px solid !important }";
    page.visit_self_hosted(post(style, "")).await;
    wait_for_fitting_frame(page).await;
}

async fn a_frame_with_padding_fits(page: &Page) {
    page.visit_self_hosted(post("iframe { padding: 10px; box-sizing: border-box; transition: height 200ms }", ""))
        .await;
    wait_for_fitting_frame(page).await;
}

async fn in_boxes_that_grow_the_frame_grows(page: &Page) {
    let style = "#box { display: flex; overflow: hidden } #inner { display: contents } article { height: 500px }";
    page.visit_self_hosted(post(style, "")).await;
    wait_for_fitting_frame(page).await;
}

in_every_engine!(
    in_a_ratio_box_the_frame_scrolls_and_covers_nothing,
    in_a_ratio_box_around_a_positioned_box_the_frame_scrolls_and_covers_nothing,
    in_a_box_that_cuts_off_the_frame_scrolls,
    with_a_height_forced_by_the_page_the_frame_scrolls,
    with_a_greatest_height_and_scrolling_forbidden_the_widget_can_be_scrolled,
    a_frame_that_had_little_room_grows_once_its_box_does,
    in_a_transition_of_everything_the_frame_fits_at_rest,
    in_a_forced_transition_a_frame_with_borders_fits_at_rest,
    a_frame_with_padding_fits,
    in_boxes_that_grow_the_frame_grows,
);

/// A post with the frame in two boxes, this style sheet, and more attributes of the frame.
fn post(style: &str, attributes: &str) -> HostPage {
    let markup = format!(
        r#"<style>{style}</style><div id="box"><div id="inner"><iframe id="frame" title="Find your career stage" {attributes}
        src="{{HOST}}/embed.html?ladder=engineering&start=quiz&seed=7" width="100%" height="560"></iframe></div></div>"#
    );
    HostPage::new([Embed::markup(&markup), Embed::loader()])
}

/// Waits until the frame has at most this height, its widget is higher and scrolls; fails if the frame covers the paragraph
/// after it, is cut off, or does not scroll to the widget's end.
async fn assert_scrolls(page: &Page, room: f64) {
    page.wait_for_event("ladder-ready").await;
    let scrolls = "return room <= arguments[0] && height > room
        && [inner.body, inner.documentElement].some((element) =>
            element.scrollHeight > element.clientHeight && getComputedStyle(element).overflowY !== 'hidden');";
    page.wait_for("the frame to scroll", &format!("{INSIDE} {scrolls}"), &[room.into()]).await;
    page.settle().await;
    let problems = "inner.body.scrollTop = inner.documentElement.scrollTop = 1e6;
        const { bottom } = frame.getBoundingClientRect();
        return Object.entries({
            'the frame covers the paragraph': bottom > document.querySelector('#after').getBoundingClientRect().top,
            'the frame is cut off': bottom > document.querySelector('#box').getBoundingClientRect().bottom + 8,
            'the end cannot be reached': widget.getBoundingClientRect().bottom > room + 1,
            'the frame has grown': room > arguments[0],
        }).flatMap(([problem, isThere]) => (isThere ? [problem] : []));";
    let problems: Vec<String> = page.execute(&format!("{INSIDE} {problems}"), &[room.into()]).await;
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(page.errors().await, []);
}

/// Waits until the frame is exactly as high as its widget, and nothing in the page moves any more.
async fn wait_for_fitting_frame(page: &Page) {
    page.wait_for_event("ladder-ready").await;
    let fits = "return room !== 560 && room === height && inner.documentElement.scrollHeight === room
        && document.getAnimations().length === 0;";
    page.wait_for("the frame to fit", &format!("{INSIDE} {fits}"), &[]).await;
    assert_eq!(page.errors().await, []);
}
