//! The marker beside the ladder, on pages that enlarge, shrink or turn what is around the widget.

use browser_tests::{HostPage, Key, Page, in_every_engine};
use serde_json::Value;

/// Returns the marker's position between the outermost rungs, as a share of their distance; falsy before it is at rest. The
/// middles of boxes keep their relation under any transform.
const MARKER_SHARE: &str = "const root = document.querySelector('#widget').shadowRoot;
    const marker = root.querySelector('.marker');
    if (!marker?.checkVisibility() || root.getAnimations().length) return false;
    const middle = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
    };
    const rungs = [...root.querySelectorAll('[part=rung]')].map(middle);
    // Of one lane, so that the line between them runs as the marker does.
    const [first, last] = [rungs[0], rungs.findLast(({ x }) => Math.abs(x - rungs[0].x) < 40)];
    const [line, way] = [last, middle(marker)].map(({ x, y }) => ({ x: x - first.x, y: y - first.y }));
    return (line.x * way.x + line.y * way.y) / (line.x ** 2 + line.y ** 2);";

/// Declarations for the page around the widget.
const AROUND: [&str; 6] = [
    "zoom: 1.5",
    "zoom: .7",
    "transform: scale(.6); transform-origin: 0 0",
    "transform: scale(1.4, 1.2); transform-origin: 0 0",
    "scale: .8; zoom: 1.2",
    "transform: perspective(900px) translateZ(-300px)",
];

async fn the_marker_is_where_it_is_on_a_plain_page(page: &Page) {
    open_first_question(page, "").await;
    let expected = page.wait_for("the marker to rest", MARKER_SHARE, &[]).await;
    for declarations in AROUND {
        open_first_question(page, declarations).await;
        wait_for_share(page, &expected, declarations).await;
    }
}

async fn a_zoom_of_the_running_page_leaves_the_marker_in_its_place(page: &Page) {
    open_first_question(page, "").await;
    let expected = page.wait_for("the marker to rest", MARKER_SHARE, &[]).await;
    for zoom in ["document.documentElement.style.zoom = 1.3", "document.body.style.zoom = .8"] {
        page.execute::<()>(&format!("{zoom};"), &[]).await;
        page.settle().await;
        wait_for_share(page, &expected, zoom).await;
    }
}

in_every_engine!(the_marker_is_where_it_is_on_a_plain_page, a_zoom_of_the_running_page_leaves_the_marker_in_its_place,);

/// Answers the title question in a wide widget with these declarations on the article around it. By keys: drivers miss what
/// is zoomed.
async fn open_first_question(page: &Page, declarations: &str) {
    page.visit(HostPage::with_seed("7").width(1000)).await;
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

/// Waits until the marker is at a share of the ladder's height.
async fn wait_for_share(page: &Page, expected: &Value, context: &str) {
    let script = format!("const share = (() => {{ {MARKER_SHARE} }})(); return Math.abs(share - arguments[0]) < .01;");
    page.wait_for(&format!("the marker at {expected}: {context}"), &script, std::slice::from_ref(expected)).await;
}
