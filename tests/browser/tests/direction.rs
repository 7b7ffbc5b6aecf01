//! Pages that run from right to left.

use browser_tests::{HostPage, Page, Rect, in_every_engine, product};
use std::collections::HashMap;

async fn on_a_right_to_left_page_the_diagram_is_mirrored(page: &Page) {
    let ltr = rung_positions(page, HostPage::with_snippet()).await;
    let rtl = rung_positions(page, HostPage::with_snippet().right_to_left()).await;
    let ladder = product();
    let second = ladder.rungs_of_track(1).next().expect("the ladder has two tracks");
    let first = ladder.rungs_of_track(0).find(|rung| rung.level == second.level).expect("the tracks share levels");
    let (first, second) = (&first.title, &second.title);
    assert!(ltr[first].middle < ltr[second].middle, "the first track is on the left: {ltr:?}");
    assert!(rtl[first].middle > rtl[second].middle, "the first track is on the right: {rtl:?}");
    for (title, position) in &ltr {
        let mirrored = &rtl[title];
        let offset = (position.from_left - mirrored.from_right).abs();
        assert!(offset < 1.0, "{title} is {offset} px away from its mirror image");
        assert!((position.top - mirrored.top).abs() < 1.0, "{title} has moved up or down");
    }
}

in_every_engine!(on_a_right_to_left_page_the_diagram_is_mirrored);

/// The position of a rung in its widget, in CSS pixels.
#[derive(Debug)]
struct RungPosition {
    from_left: f64,
    from_right: f64,
    middle: f64,
    top: f64,
}

/// The positions of all rungs by title.
async fn rung_positions(page: &Page, host_page: HostPage) -> HashMap<String, RungPosition> {
    page.visit(host_page.width(1000)).await;
    page.wait_ready().await;
    let widget: Rect = page.execute("return rectOf(document.querySelector('career-ladder'));", &[]).await;
    let rungs = page.rung_buttons(&product().title).named_rects().await;
    let position = |rung: Rect| RungPosition {
        from_left: rung.x - widget.x,
        from_right: widget.x + widget.width - rung.x - rung.width,
        middle: rung.x + rung.width / 2.0 - widget.x,
        top: rung.y - widget.y,
    };
    rungs.into_iter().map(|(title, rect)| (title, position(rect))).collect()
}
