//! Nothing moves that the reader did not move.

use browser_tests::{HostPage, Page, in_chromium, in_every_engine, product};
use serde_json::Value;

const WIDTHS: [u32; 3] = [320, 480, 1000];

/// Everything of the host page whose place depends on the widget's size.
const NEIGHBOURS: &str = "return [...document.querySelectorAll('article > *, #elsewhere')]
    .filter((element) => element.localName !== 'script')
    .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, x, y, width, height];
    });";

type Place = (String, f64, f64, f64, f64);

async fn the_page_stays_where_it_is(page: &Page) {
    for width in WIDTHS {
        page.site.hold("career-ladder.js");
        page.visit(HostPage::with_snippet().width(width)).await;
        let before: Vec<Place> = page.run(NEIGHBOURS, &[]).await;
        page.site.release("career-ladder.js");
        page.ready().await;
        page.settle().await;
        let after: Vec<Place> = page.run(NEIGHBOURS, &[]).await;
        assert_eq!(after, before, "at {width} px");
    }
}

async fn the_first_screen_stays_where_it_is(page: &Page) {
    let ladder = product();
    for width in WIDTHS {
        page.site.hold(".wasm");
        page.visit(HostPage::with_snippet().width(width)).await;
        page.button("Find my stage").shown().await;
        page.settle().await;
        let buttons = page.role("button");
        let before = (buttons.places().await, page.role("heading").places().await);
        assert_eq!(page.rungs(&ladder.title).count().await, ladder.rungs.len(), "the loader paints every rung");
        assert!(page.events().await.is_empty(), "this is the loader's own screen");
        page.site.release(".wasm");
        page.ready().await;
        page.settle().await;
        let after = (buttons.places().await, page.role("heading").places().await);
        assert_eq!(after, before, "at {width} px");
    }
}

async fn the_browser_counts_no_layout_shift(page: &Page) {
    for width in WIDTHS {
        // Each part comes late, so that what is there before it is painted first.
        for part in ["career-ladder.js", ".wasm"] {
            page.site.hold(part);
        }
        page.visit(HostPage::with_snippet().width(width)).await;
        page.settle().await;
        page.site.release("career-ladder.js");
        page.button("Find my stage").shown().await;
        page.settle().await;
        page.site.release(".wasm");
        page.ready().await;
        page.settle().await;
        let shifts: Vec<Value> = page.run("__watch.flushShifts(); return __watch.shifts;", &[]).await;
        assert!(shifts.is_empty(), "at {width} px: {shifts:#?}");
    }
}

in_every_engine!(the_page_stays_where_it_is, the_first_screen_stays_where_it_is);
in_chromium!(the_browser_counts_no_layout_shift);
