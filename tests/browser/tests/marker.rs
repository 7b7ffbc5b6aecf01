//! The marker beside the ladder, on pages that enlarge, shrink or turn what is around the widget.

use browser_tests::{HostPage, Page, in_every_engine};

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
    let expected = marker_share(page, "").await;
    assert!((0.0..1.0).contains(&expected), "{expected}");
    for declarations in AROUND {
        let share = marker_share(page, declarations).await;
        assert!((share - expected).abs() < 0.01, "{declarations}: at {share}, expected {expected}");
    }
}

async fn a_zoom_of_the_running_page_leaves_the_marker_in_its_place(page: &Page) {
    let expected = marker_share(page, "").await;
    for zoom in ["document.documentElement.style.zoom = 1.3", "document.body.style.zoom = .8"] {
        page.execute::<()>(&format!("{zoom};"), &[]).await;
        page.settle().await;
        let share = page.wait_for("the marker to rest", MARKER_SHARE, &[]).await.as_f64().expect("a number");
        assert!((share - expected).abs() < 0.01, "{zoom}: at {share}, expected {expected}");
    }
}

in_every_engine!(the_marker_is_where_it_is_on_a_plain_page, a_zoom_of_the_running_page_leaves_the_marker_in_its_place,);

/// Answers the title question in a wide widget with these declarations on the article around it; returns the marker's share.
async fn marker_share(page: &Page, declarations: &str) -> f64 {
    page.visit(HostPage::with_seed("7").width(1000)).await;
    let style = "document.querySelector('article').setAttribute('style', arguments[0]);";
    page.execute::<()>(style, &[declarations.into()]).await;
    page.wait_ready().await;
    page.open_title_question().await;
    page.answer(1).await;
    page.wait_for("the marker to rest", MARKER_SHARE, &[]).await.as_f64().expect("a number")
}
