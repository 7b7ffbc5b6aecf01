//! Writing from right to left.

use browser_tests::{HostPage, Page, in_every_engine, product};
use std::collections::HashMap;

async fn the_ladder_mirrors(page: &Page) {
    let left_to_right = places(page, HostPage::with_snippet()).await;
    let right_to_left = places(page, HostPage::with_snippet().right_to_left()).await;
    let ladder = product();
    let first = ladder.lane(1).next().expect("the ladder has two lanes");
    let beside = ladder.lane(0).find(|rung| rung.level == first.level).expect("the lanes share levels");
    assert!(
        left_to_right[&beside.title].middle < left_to_right[&first.title].middle,
        "the first lane is on the left: {left_to_right:?}"
    );
    assert!(
        right_to_left[&beside.title].middle > right_to_left[&first.title].middle,
        "the first lane is on the right: {right_to_left:?}"
    );
    for (title, place) in &left_to_right {
        let mirrored = &right_to_left[title];
        let off = (place.from_left - mirrored.from_right).abs();
        assert!(off < 1.0, "{title} is {off} px away from its mirror image");
        assert!((place.top - mirrored.top).abs() < 1.0, "{title} has moved up or down");
    }
}

in_every_engine!(the_ladder_mirrors);

/// Where a rung is, seen from the widget's edges.
#[derive(Debug)]
struct Place {
    from_left: f64,
    from_right: f64,
    middle: f64,
    top: f64,
}

async fn places(page: &Page, post: HostPage) -> HashMap<String, Place> {
    page.visit(post.width(1000)).await;
    page.ready().await;
    let script = "const { x, y, width } = document.querySelector('career-ladder').getBoundingClientRect();
        return [x + scrollX, y + scrollY, width];";
    let (left, top, width): (f64, f64, f64) = page.run(script, &[]).await;
    let rungs = page.rungs(&product().title).places().await;
    let place = |x: f64, y: f64, own: f64| Place {
        from_left: x - left,
        from_right: left + width - x - own,
        middle: x + own / 2.0 - left,
        top: y - top,
    };
    rungs.into_iter().map(|(name, x, y, own, _)| (name, place(x, y, own))).collect()
}
