//! Several widgets in one page, and widgets that are not looked at.

use browser_tests::{Embed, HostPage, Origin, Page, in_every_engine};

async fn several_widgets_share_one_instance(page: &Page) {
    page.visit(HostPage::new([Embed::snippet(), Embed::with(r#"id="second" loading="eager""#), Embed::snippet()]))
        .await;
    // Each of them has to come near the viewport.
    for place in 0..3 {
        let near = "const widget = document.querySelectorAll('career-ladder')[arguments[0]];
            widget.scrollIntoView();
            return !!widget.shadowRoot;";
        page.until("the widget to be there", near, &[place.into()]).await;
        page.settle().await;
    }
    page.ready().await;
    for ending in [".wasm", ".glue.js", ".ladder"] {
        assert_eq!(page.site.count(ending), 1, "requests for {ending}");
    }
}

async fn each_of_several_widgets_works(page: &Page) {
    page.visit(HostPage::new([
        Embed::with(r#"id="first" loading="eager""#),
        Embed::with(r#"id="second" loading="eager""#),
    ]))
    .await;
    page.ready().await;
    page.button("Find my stage").click_nth(1).await;
    let heading = page.finish(|_, _, _| 0).await;
    let events = page.events().await;
    let finished: Vec<&str> =
        events.iter().filter(|event| event.name == "ladder-result").map(|event| event.on.as_str()).collect();
    assert_eq!(finished, ["second"], "{heading}");
    assert_eq!(page.button("Find my stage").count().await, 1, "the first one still shows the ladder");
}

async fn nothing_is_fetched_for_a_widget_far_below(page: &Page) {
    page.visit(HostPage::with_snippet().before(r#"<div class="far"></div>"#)).await;
    page.until("the loader to run", "return !!customElements.get('career-ladder');", &[]).await;
    page.settle().await;
    let files: Vec<String> = fetched(page);
    assert_eq!(files, ["/career-ladder.js"]);
    page.run::<()>("document.querySelector('#after').scrollIntoView();", &[]).await;
    page.ready().await;
    assert_eq!(page.site.count(".wasm"), 1);
}

async fn an_eager_widget_does_not_wait_to_be_seen(page: &Page) {
    page.visit(HostPage::new([Embed::with(r#"loading="eager""#)]).before(r#"<div class="far"></div>"#)).await;
    page.ready().await;
    assert_eq!(page.run::<f64>("return scrollY;", &[]).await, 0.0);
}

async fn a_click_that_comes_early_counts(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_snippet()).await;
    page.button("Find my stage").click().await;
    page.settle().await;
    assert_eq!(page.radiogroup().count().await, 0, "nobody could show a question yet");
    page.site.release(".wasm");
    page.radiogroup().shown().await;
}

async fn a_press_that_outlasts_the_swap_counts(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_snippet()).await;
    let button = page.button("Find my stage");
    button.press().await;
    page.site.release(".wasm");
    // The live screen may come now, or wait until the button is let go.
    page.settle().await;
    page.let_go().await;
    page.radiogroup().shown().await;
}

in_every_engine!(
    several_widgets_share_one_instance,
    each_of_several_widgets_works,
    nothing_is_fetched_for_a_widget_far_below,
    an_eager_widget_does_not_wait_to_be_seen,
    a_click_that_comes_early_counts,
    a_press_that_outlasts_the_swap_counts,
);

fn fetched(page: &Page) -> Vec<String> {
    let requests = page.site.requests().into_iter();
    requests.filter(|request| request.origin == Origin::Assets).map(|request| request.path).collect()
}
