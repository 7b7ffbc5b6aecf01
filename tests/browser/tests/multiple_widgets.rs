//! Several widgets on a page, when each is loaded, and presses before the program is there.

use browser_tests::{Embed, HostPage, Origin, Page, in_every_engine};

async fn three_widgets_of_one_ladder_fetch_each_file_once(page: &Page) {
    let eager = Embed::snippet_with(r#"id="second" loading="eager""#);
    page.visit(HostPage::new([Embed::snippet(), eager, Embed::snippet()])).await;
    // A lazy widget loads when it comes near the viewport.
    for index in 0..3 {
        let has_screen = "const widget = document.querySelectorAll('career-ladder')[arguments[0]];
            widget.scrollIntoView();
            return !!widget.shadowRoot;";
        page.wait_for("the widget's first screen", has_screen, &[index.into()]).await;
        page.settle().await;
    }
    page.wait_ready().await;
    for suffix in [".wasm", ".glue.js", ".bin"] {
        assert_eq!(page.site.request_count(suffix), 1, "requests for {suffix}");
    }
}

async fn a_quiz_in_the_second_widget_leaves_the_first_alone(page: &Page) {
    let eager = |id: &str| Embed::snippet_with(&format!(r#"id="{id}" loading="eager""#));
    page.visit(HostPage::new([eager("first"), eager("second")])).await;
    page.wait_ready().await;
    page.button("Find my stage").click_nth(1).await;
    let heading = page.answer_to_outcome(|_, _, _| 0).await;
    let events = page.events().await;
    let results = events.iter().filter(|event| event.name == "ladder-result");
    assert_eq!(results.map(|event| event.target.as_str()).collect::<Vec<_>>(), ["second"], "{heading}");
    assert_eq!(page.button("Find my stage").count().await, 1, "the first widget still shows the ladder");
}

async fn a_widget_far_below_fetches_nothing_until_it_comes_near(page: &Page) {
    page.visit(HostPage::with_snippet().markup_before(r#"<div class="far"></div>"#)).await;
    page.wait_for("the element to be defined", "return !!customElements.get('career-ladder');", &[]).await;
    page.settle().await;
    assert_eq!(asset_requests(page), ["/career-ladder.js"]);
    page.execute::<()>("document.querySelector('#after').scrollIntoView();", &[]).await;
    page.wait_ready().await;
    assert_eq!(page.site.request_count(".wasm"), 1);
}

async fn an_eager_widget_far_below_becomes_ready_unseen(page: &Page) {
    let eager = Embed::snippet_with(r#"loading="eager""#);
    page.visit(HostPage::new([eager]).markup_before(r#"<div class="far"></div>"#)).await;
    page.wait_ready().await;
    assert_eq!(page.execute::<f64>("return scrollY;", &[]).await, 0.0);
}

async fn a_press_that_begins_before_the_program_takes_over_and_ends_after_it_counts(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_snippet()).await;
    page.button("Find my stage").mouse_down().await;
    page.site.release(".wasm");
    // The program may take over now, or wait until the mouse button is released.
    page.settle().await;
    page.mouse_up().await;
    page.radiogroup().wait_visible().await;
}

in_every_engine!(
    three_widgets_of_one_ladder_fetch_each_file_once,
    a_quiz_in_the_second_widget_leaves_the_first_alone,
    a_widget_far_below_fetches_nothing_until_it_comes_near,
    an_eager_widget_far_below_becomes_ready_unseen,
    a_press_that_begins_before_the_program_takes_over_and_ends_after_it_counts,
);

/// The paths of all requests for the widget's files.
fn asset_requests(page: &Page) -> Vec<String> {
    let requests = page.site.requests().into_iter();
    requests.filter(|request| request.origin == Origin::Assets).map(|request| request.path).collect()
}
