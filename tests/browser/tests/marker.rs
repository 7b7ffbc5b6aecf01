//! The marker beside the ladder, on pages that enlarge, shrink or turn what is around the widget.

use browser_tests::{HostPage, Key, Page, in_every_engine, product};

/// Returns whether the marker rests at the mean height of the rungs, weighted by the belief that fills them. The middles of
/// boxes keep their relation under `zoom` and `transform`.
const IS_AT_MEAN: &str = "const root = document.querySelector('#widget').shadowRoot;
    const marker = root.querySelector('.marker');
    if (!marker?.checkVisibility() || root.getAnimations().length) return false;
    const middle = (element) => {
        const { y, height } = element.getBoundingClientRect();
        return y + height / 2;
    };
    let sum = 0, weight = 0;
    const rungs = [...root.querySelectorAll('[part=rung]')];
    for (const rung of rungs) {
        const share = parseFloat(rung.querySelector('.fill').style.transform.slice('scaleX('.length));
        sum += share * middle(rung);
        weight += share;
    }
    const heights = rungs.map(middle);
    const distance = Math.abs(middle(marker) - sum / weight) / (Math.max(...heights) - Math.min(...heights));
    return weight > .9 && distance < .01;";

/// Declarations for the page around the widget.
const AROUND: [&str; 7] = [
    "",
    "zoom: 1.5",
    "zoom: .7",
    "transform: scale(.6); transform-origin: 0 0",
    "transform: scale(1.4, 1.2); transform-origin: 0 0",
    "scale: .8; zoom: 1.2",
    "transform: perspective(900px) translateZ(-300px)",
];

async fn the_marker_is_at_the_height_of_the_belief(page: &Page) {
    for declarations in AROUND {
        open_first_question(page, declarations).await;
        page.wait_for(&format!("the marker at the belief: {declarations}"), IS_AT_MEAN, &[]).await;
    }
}

async fn a_zoom_of_the_running_page_leaves_the_marker_in_its_place(page: &Page) {
    open_first_question(page, "").await;
    for zoom in ["document.documentElement.style.zoom = 1.3", "document.body.style.zoom = .8"] {
        page.execute::<()>(&format!("{zoom};"), &[]).await;
        page.settle().await;
        page.wait_for(&format!("the marker at the belief: {zoom}"), IS_AT_MEAN, &[]).await;
    }
}

async fn beside_an_outcome_the_marker_is_at_the_level(page: &Page) {
    let ladder = product();
    page.visit(HostPage::with_seed("7").width(1280)).await;
    page.restore_answers("product", &ladder.typical_answers(&ladder.rungs[2])).await;
    page.wait_for("the marker at the belief", IS_AT_MEAN, &[]).await;
}

in_every_engine!(
    the_marker_is_at_the_height_of_the_belief,
    a_zoom_of_the_running_page_leaves_the_marker_in_its_place,
    beside_an_outcome_the_marker_is_at_the_level,
);

/// Answers the title question in a wide widget with these declarations on the article around it. By keys: drivers miss what
/// is zoomed.
async fn open_first_question(page: &Page, declarations: &str) {
    page.visit(HostPage::with_seed("7").width(1280)).await;
    let style = "document.querySelector('article').setAttribute('style', arguments[0]);";
    page.execute::<()>(style, &[declarations.into()]).await;
    page.wait_ready().await;
    page.execute::<()>("document.querySelector('#widget').begin();", &[]).await;
    let question = page.question().await;
    page.wait_for("the focus on the question", "return focusedElement().localName === 'h3';", &[]).await;
    for key in [Key::Tab, Key::Char('2'), Key::Enter] {
        page.press_key(key).await;
    }
    page.wait_for_screen_after(&question).await;
}
