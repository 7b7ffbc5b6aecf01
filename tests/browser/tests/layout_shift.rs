//! Loading moves nothing on the screen.

use browser_tests::{Embed, HostPage, Page, Rect, in_chromium, in_every_engine, product};

/// Widths of the widget, in CSS pixels.
const WIDTHS: [u32; 3] = [320, 480, 1000];

/// Returns the name and the border box of each element of the page whose position depends on the widget's size. The
/// boxes are relative to the viewport, so that scrolling counts as a move.
const NEIGHBORS: &str = "return [...document.querySelectorAll('article > *, #elsewhere')]
    .filter((element) => element.localName !== 'script')
    .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, { x, y, width, height }];
    });";

async fn the_page_around_the_widget_does_not_move(page: &Page) {
    for width in WIDTHS {
        page.site.hold("career-ladder.js");
        page.visit(HostPage::with_snippet().width(width)).await;
        let before: Vec<(String, Rect)> = page.execute(NEIGHBORS, &[]).await;
        page.site.release("career-ladder.js");
        page.wait_ready().await;
        page.settle().await;
        let after: Vec<(String, Rect)> = page.execute(NEIGHBORS, &[]).await;
        assert_eq!(after, before, "at {width} px");
    }
}

async fn the_prerendered_screen_does_not_move_when_the_program_takes_over(page: &Page) {
    let ladder = product();
    for width in WIDTHS {
        page.site.hold(".wasm");
        page.visit(HostPage::with_snippet().width(width)).await;
        page.button("Find my stage").wait_visible().await;
        page.settle().await;
        let before = buttons_and_headings(page).await;
        let rungs = page.rung_buttons(&ladder.title).count().await;
        assert_eq!(rungs, ladder.rungs.len(), "the loader shows every rung");
        assert!(page.events().await.is_empty(), "the program is not there yet");
        page.site.release(".wasm");
        page.wait_ready().await;
        page.settle().await;
        assert_eq!(buttons_and_headings(page).await, before, "at {width} px");
    }
}

async fn the_browser_reports_no_layout_shift(page: &Page) {
    for width in WIDTHS {
        // Each file is late, so that the browser paints the screen before it first.
        for suffix in ["career-ladder.js", ".wasm"] {
            page.site.hold(suffix);
        }
        page.visit(HostPage::with_snippet().width(width)).await;
        page.settle().await;
        page.site.release("career-ladder.js");
        page.button("Find my stage").wait_visible().await;
        page.settle().await;
        page.site.release(".wasm");
        page.wait_ready().await;
        page.settle().await;
        let shifts = page.layout_shifts().await;
        assert!(shifts.is_empty(), "at {width} px: {shifts:#?}");
    }
}

/// The other forms with the height that the README gives them.
const OTHER_FORMS: [&str; 2] = [
    r#"<div class="career-ladder" data-ladder="product" style="min-height:560px"><a href="/product/">Find your career stage</a></div>"#,
    r#"<iframe src="{HOST}/embed.html?ladder=product" title="Find your career stage" width="100%" height="560" style="border:0"></iframe>"#,
];

async fn the_other_forms_cause_no_layout_shift_either(page: &Page) {
    for form in OTHER_FORMS {
        for width in [320, 650, 1000] {
            page.site.hold(".wasm");
            page.visit(HostPage::new([Embed::markup(form), Embed::loader()]).width(width)).await;
            page.settle().await;
            page.site.release(".wasm");
            page.wait_for_event("ladder-ready").await;
            page.settle().await;
            let shifts = page.layout_shifts().await;
            assert!(shifts.is_empty(), "{form} at {width} px: {shifts:#?}");
        }
    }
}

in_every_engine!(
    the_page_around_the_widget_does_not_move,
    the_prerendered_screen_does_not_move_when_the_program_takes_over,
);
in_chromium!(the_browser_reports_no_layout_shift, the_other_forms_cause_no_layout_shift_either);

async fn buttons_and_headings(page: &Page) -> [Vec<(String, Rect)>; 2] {
    [page.role("button").named_rects().await, page.role("heading").named_rects().await]
}
