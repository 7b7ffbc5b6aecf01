//! Bars of the page, which stay in place while it scrolls, never cover what the reader goes to.

use browser_tests::{Embed, HostPage, Key, Origin, Page, in_every_engine, product};

/// The widget in the middle of a long page.
const FAR_WIDGET: &str = r#"<div class="far"></div>
    <career-ladder id="widget" seed="7" style="display:block;min-height:560px"></career-ladder><div class="far"></div>"#;

const FIXED: &str =
    r#"<header style="position:fixed;inset:0 0 auto;height:70px;z-index:5;background:#ddd">Blog <b>Menu</b></header>"#;

/// Two bars, one below the other, that stay in place only once the page has scrolled; the first is inside a taller box.
const STACKED: &str = r#"<div style="height:80px">Welcome</div>
    <header style="position:sticky;top:0;height:50px;z-index:5;background:#ddd">Blog</header>
    <nav style="position:sticky;top:50px;height:40px;z-index:5;background:#bbb"><a href="/">Posts</a></nav>"#;

/// A bar that a script fixes after the page has scrolled, one frame late.
const LATE: &str = r##"<header id="late" style="left:0;right:0;top:0;height:70px;z-index:5;background:#ddd">Blog</header>
    <script>addEventListener("scroll", () => requestAnimationFrame(() => {
        document.querySelector("#late").style.position = scrollY > 100 ? "fixed" : "";
    }));</script>"##;

/// A bar in a shadow tree, whose host has no height.
const IN_SHADOW: &str = r##"<div id="bar"></div><script>
    document.querySelector("#bar").attachShadow({ mode: "open" }).innerHTML =
        "<div style='position:fixed;inset:0 0 auto;height:0;z-index:5'><nav style='height:70px;background:#ddd'>Blog</nav></div>";
    </script>"##;

/// A header on a page that scrolls smoothly, and a banner at the foot of the window.
const SMOOTH: &str = r#"<style>html { scroll-behavior: smooth }</style>
    <header style="position:fixed;inset:0 0 auto;height:70px;z-index:5;background:#ddd">Blog</header>
    <footer style="position:fixed;inset:auto 0 0;height:120px;z-index:5;background:#ddd">Cookies?</footer>"#;

const BARS: [(&str, &str); 5] = [
    ("a fixed header", FIXED),
    ("stacked sticky bars", STACKED),
    ("a header fixed by a script", LATE),
    ("a header in a shadow tree", IN_SHADOW),
    ("a smooth page with a banner", SMOOTH),
];

/// Returns whether the window shows both ends of an element's upper edge, and its lower one, with nothing in front.
const IS_IN_SIGHT: &str = "const isInSight = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return [[left + 9, top + 2], [right - 9, top + 2], [left + 9, Math.min(bottom, top + 200) - 2]]
        .every(([x, y]) => document.elementFromPoint(x, y)?.closest('career-ladder'));
};";

async fn no_bar_covers_the_heading_of_the_next_question(page: &Page) {
    for (name, bars) in BARS {
        page.visit(far_page().markup_before(bars)).await;
        start_quiz(page).await;
        // Above the window; behind the bars; below the window's middle, where nothing covers it.
        for offset in [-90, 15, 400] {
            answer_with_question_at(page, offset).await;
            wait_until_heading_is_in_sight(page, &format!("{name}, {offset} px")).await;
        }
    }
}

async fn in_a_box_that_scrolls_its_bar_does_not_cover_the_heading(page: &Page) {
    let markup = r#"<div id="scroller" style="height:600px;overflow:auto">
        <div style="position:sticky;top:0;height:60px;z-index:5;background:#ddd">Course</div>
        <career-ladder id="widget" seed="7"></career-ladder><div class="far"></div></div>"#;
    page.visit(HostPage::new([Embed::markup(markup), Embed::loader()]).width(480)).await;
    start_quiz(page).await;
    for offset in [-60, 10] {
        answer_with_question_at(page, offset).await;
        wait_until_heading_is_in_sight(page, &format!("{offset} px")).await;
    }
}

async fn no_bar_covers_the_widget_that_a_link_leads_to(page: &Page) {
    for (name, bars) in BARS {
        page.goto(&(far_page().markup_before(bars).publish(&page.site, Origin::Assets) + "#career-ladder-product_x"))
            .await;
        page.wait_ready().await;
        let script = format!(
            "{IS_IN_SIGHT} const widget = document.querySelector('#widget');
            return widget.getBoundingClientRect().top < 200 && isInSight(widget);"
        );
        page.wait_for(&format!("the widget in sight, {name}"), &script, &[]).await;
    }
}

async fn no_bar_covers_open_details_beside_the_ladder(page: &Page) {
    let rung = product().rungs[0].title.clone();
    for (name, bars) in BARS {
        // Higher than the details, so that they have room to stick.
        let widget = FAR_WIDGET.replace("560px", "1600px");
        page.visit(HostPage::new([Embed::markup(&widget), Embed::loader()]).width(1000).markup_before(bars)).await;
        let to_top = "document.querySelector('#widget').scrollIntoView({ behavior: 'instant' });";
        page.execute::<()>(to_top, &[]).await;
        page.wait_ready().await;
        page.button(&rung).click().await;
        page.region(&rung).wait_visible().await;
        for below_top in [-5, 60, 300] {
            let script = "const { top } = document.querySelector('#widget').getBoundingClientRect();
                scrollBy({ top: top + arguments[0], behavior: 'instant' });";
            page.execute::<()>(script, &[below_top.into()]).await;
            let is_in_sight = format!(
                "{IS_IN_SIGHT} const [region] = find({{ role: 'region' }}); return isInSight(region.querySelector('h3'));"
            );
            page.wait_for(&format!("the details in sight, {name}, {below_top} px"), &is_in_sight, &[]).await;
        }
    }
}

async fn no_bar_covers_a_rung_that_a_key_leads_to(page: &Page) {
    page.visit(far_page().markup_before(FIXED)).await;
    scroll_to_widget(page).await;
    page.wait_ready().await;
    let ladder = product();
    page.button(&ladder.rungs[0].title).click().await;
    let to_edge = "const { top } = focusedElement().getBoundingClientRect();
        scrollBy({ top: top - 80, behavior: 'instant' });";
    for _ in 0..2 {
        page.execute::<()>(to_edge, &[]).await;
        page.press_key(Key::Up).await;
        let script = format!("{IS_IN_SIGHT} return isInSight(focusedElement());");
        page.wait_for("the focused rung in sight", &script, &[]).await;
    }
}

async fn a_heading_in_sight_stays_where_it_is(page: &Page) {
    page.visit(far_page().markup_before(FIXED)).await;
    start_quiz(page).await;
    let before = answer_with_question_at(page, 120).await;
    wait_until_heading_is_in_sight(page, "below the header").await;
    page.settle().await;
    assert_eq!(page.execute::<f64>("return scrollY;", &[]).await, before);
}

/// As when the reader looks into another window for a moment.
async fn a_window_that_comes_back_does_not_scroll_to_the_focus(page: &Page) {
    page.visit(far_page()).await;
    start_quiz(page).await;
    wait_until_heading_is_in_sight(page, "the first question").await;
    // The widget looks after its heading for three frames more.
    page.settle().await;
    page.execute::<()>("scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
    let focus_again = "const event = new FocusEvent('focusin', { bubbles: true, composed: true });
        focusedElement().dispatchEvent(event);";
    page.execute::<()>(focus_again, &[]).await;
    page.settle().await;
    assert_eq!(page.execute::<f64>("return scrollY;", &[]).await, 0.0);
}

async fn a_custom_property_keeps_room_for_what_no_script_can_see(page: &Page) {
    let invisible = r#"<style>career-ladder { --ladder-scroll-margin: 90px }</style>
        <div style="position:fixed;inset:0 0 auto;height:90px;z-index:5;pointer-events:none;background:#ddd">Blog</div>"#;
    page.goto(&(far_page().markup_before(invisible).publish(&page.site, Origin::Assets) + "#career-ladder-product_x"))
        .await;
    page.wait_ready().await;
    let top = "return Math.round(document.querySelector('#widget').getBoundingClientRect().top) === 90;";
    page.wait_for("the widget below the bar", top, &[]).await;
    start_quiz(page).await;
    answer_with_question_at(page, -90).await;
    let script = "return focusedElement().localName === 'h3' && focusedElement().getBoundingClientRect().top >= 89;";
    page.wait_for("the heading below the bar", script, &[]).await;
}

in_every_engine!(
    no_bar_covers_the_heading_of_the_next_question,
    in_a_box_that_scrolls_its_bar_does_not_cover_the_heading,
    no_bar_covers_the_widget_that_a_link_leads_to,
    no_bar_covers_open_details_beside_the_ladder,
    no_bar_covers_a_rung_that_a_key_leads_to,
    a_heading_in_sight_stays_where_it_is,
    a_window_that_comes_back_does_not_scroll_to_the_focus,
    a_custom_property_keeps_room_for_what_no_script_can_see,
);

/// A long page with a narrow widget in its middle.
fn far_page() -> HostPage {
    HostPage::new([Embed::markup(FAR_WIDGET), Embed::loader()]).width(480)
}

async fn scroll_to_widget(page: &Page) {
    let script = "document.querySelector('#widget').scrollIntoView({ block: 'center', behavior: 'instant' });";
    page.execute::<()>(script, &[]).await;
}

async fn start_quiz(page: &Page) {
    scroll_to_widget(page).await;
    page.wait_ready().await;
    page.start_quiz().await;
}

/// Selects an option, scrolls until the question is this many pixels below the upper edge of what scrolls, and goes on by
/// a key; returns the window's scroll position from before the key.
async fn answer_with_question_at(page: &Page, offset: i32) -> f64 {
    let question = page.question().await;
    page.select_option(0).await;
    page.wait_for("the focus on the option", "return roleOf(focusedElement()) === 'radio';", &[]).await;
    page.settle().await;
    let script = "const heading = find({ role: 'radiogroup' })[0].closest('[part=panel]').querySelector('h3');
        const box = document.querySelector('#scroller');
        const edge = box?.getBoundingClientRect().top ?? 0;
        (box ?? window).scrollBy({ top: heading.getBoundingClientRect().top - edge - arguments[0], behavior: 'instant' });
        return scrollY;";
    let position = page.execute(script, &[offset.into()]).await;
    page.press_key(Key::Enter).await;
    page.wait_for_screen_after(&question).await;
    position
}

async fn wait_until_heading_is_in_sight(page: &Page, context: &str) {
    let script = format!(
        "{IS_IN_SIGHT} const heading = focusedElement(); return heading.localName === 'h3' && isInSight(heading);"
    );
    page.wait_for(&format!("the heading in sight, {context}"), &script, &[]).await;
}
