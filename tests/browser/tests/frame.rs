//! The frame, for sites that allow no scripts of others: its height, its events on the page, and its ladders' sources.

use browser_tests::{Embed, HostPage, Page, in_chromium, in_every_engine};
use serde_json::{Value, json};

const LADDER: &str = r#"{ "format": 1, "id": "garden", "title": "The gardener's ladder",
  "rungs": [{ "id": "helper", "title": "Helper", "level": 1 }, { "id": "gardener", "title": "Gardener", "level": 2 }] }"#;

/// Sends what only our frame may send: from the page itself, and from a frame that is not ours.
const FORGE_MESSAGES: &str = "const done = arguments[arguments.length - 1];
    const message = { 'career-ladder': { height: 5000, event: 'ladder-result', detail: {} } };
    window.postMessage(message, '*');
    const other = document.createElement('iframe');
    other.srcdoc = '<script>parent.postMessage(' + JSON.stringify(message) + ', \"*\"); parent.postMessage(\"sent\", \"*\");</' + 'script>';
    addEventListener('message', ({ data }) => data === 'sent' && done(null));
    document.body.append(other);";

/// Looks from the page only: not every driver can act in a frame of another site.
async fn beside_the_loader_the_page_hears_the_frames_events_and_height(page: &Page) {
    page.visit(post_with_frame("?ladder=product&start=quiz&seed=7", true)).await;
    page.wait_for_event("ladder-start").await;
    page.wait_for("the frame to grow", "return document.querySelector('#frame').clientHeight > 570;", &[]).await;
    assert_eq!(page.errors().await, []);
}

async fn the_frame_is_as_high_as_its_widget(page: &Page) {
    page.visit(post_with_frame("?ladder=product&seed=7", true)).await;
    wait_for_fitting_frame(page, 560.0).await;
    page.enter_frame("#frame").await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 1).await;
    page.leave_frame().await;
    wait_for_fitting_frame(page, 700.0).await;
    assert_eq!(page.errors().await, []);
}

async fn events_in_the_frame_fire_on_the_frames_element(page: &Page) {
    page.visit(post_with_frame("?ladder=product&seed=7", true)).await;
    page.enter_frame("#frame").await;
    page.start_quiz().await;
    page.answer(1).await;
    page.leave_frame().await;
    page.wait_for_event("ladder-answer").await;
    let events = page.events().await;
    let names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
    assert_eq!(names, ["ladder-ready", "ladder-start", "ladder-answer"]);
    assert!(events.iter().all(|event| event.target == "frame"), "{events:#?}");
    assert_eq!(events[0].detail["ladder"], "product");
}

async fn without_the_loader_around_it_the_frame_works_and_the_page_hears_nothing(page: &Page) {
    page.visit(post_with_frame("?ladder=engineering&start=quiz", false)).await;
    page.enter_frame("#frame").await;
    page.skip_title_question().await;
    page.answer(0).await;
    page.leave_frame().await;
    assert_eq!(page.event_names().await, Vec::<String>::new());
}

async fn parameters_of_the_url_become_attributes_except_unknown_ones(page: &Page) {
    page.visit(post_with_frame("?ladder=product-six&theme=dark&dir=rtl&seed=3&onclick=alert(1)", true)).await;
    page.enter_frame("#frame").await;
    page.button("Find my stage").wait_visible().await;
    let script = "const { attributes } = document.querySelector('career-ladder');
        return Object.fromEntries([...attributes].flatMap(({ name, value }) => name === 'style' ? [] : [[name, value]]));";
    let attributes: Value = page.execute(script, &[]).await;
    assert_eq!(attributes, json!({ "ladder": "product-six", "theme": "dark", "dir": "rtl", "seed": "3" }));
    assert_eq!(page.execute::<String>("return document.dir;", &[]).await, "rtl");
    page.leave_frame().await;
}

async fn a_ladder_of_the_frames_own_origin_is_shown(page: &Page) {
    // The ladder is published on the page's origin, so the frame has to be there as well.
    let url = publish_ladder(page);
    page.visit_self_hosted(post_with_frame(&format!("?src={url}"), true)).await;
    page.enter_frame("#frame").await;
    page.heading("The gardener's ladder").wait_visible().await;
    page.leave_frame().await;
}

async fn a_ladder_of_another_origin_is_refused_and_not_fetched(page: &Page) {
    let url = publish_ladder(page);
    page.visit(post_with_frame(&format!("?src={url}"), true)).await;
    page.wait_for_event("ladder-error").await;
    assert_eq!(page.events().await[0].detail["code"], "source");
    page.enter_frame("#frame").await;
    crate::support::fallback_link(page).wait_visible().await;
    assert_eq!(page.execute::<usize>("return document.querySelectorAll('career-ladder').length;", &[]).await, 0);
    page.leave_frame().await;
    assert!(page.site.requests().iter().all(|request| !url.ends_with(&request.path)), "the ladder is fetched");
}

async fn messages_that_are_not_from_the_frame_are_ignored(page: &Page) {
    page.visit(post_with_frame("?ladder=product&seed=7", true)).await;
    wait_for_fitting_frame(page, 560.0).await;
    page.execute_async::<Value>(FORGE_MESSAGES, &[]).await;
    page.settle().await;
    let height: f64 = page.execute("return document.querySelector('#frame').clientHeight;", &[]).await;
    assert!(height < 2000.0, "{height} px");
    assert!(!page.event_names().await.contains(&"ladder-result".to_owned()));
}

in_every_engine!(beside_the_loader_the_page_hears_the_frames_events_and_height);
in_chromium!(
    the_frame_is_as_high_as_its_widget,
    events_in_the_frame_fire_on_the_frames_element,
    without_the_loader_around_it_the_frame_works_and_the_page_hears_nothing,
    parameters_of_the_url_become_attributes_except_unknown_ones,
    a_ladder_of_the_frames_own_origin_is_shown,
    a_ladder_of_another_origin_is_refused_and_not_fetched,
    messages_that_are_not_from_the_frame_are_ignored,
);

/// A post with the frame in it, with or without the script of the snippet.
fn post_with_frame(parameters: &str, with_loader: bool) -> HostPage {
    let frame = format!(
        r#"<iframe id="frame" title="Find your career stage" src="{{HOST}}/embed.html{parameters}" width="100%" height="560"></iframe>"#
    );
    let mut embeds = vec![Embed::markup(&frame)];
    embeds.extend(with_loader.then(Embed::loader));
    HostPage::new(embeds)
}

/// Publishes a ladder on the page's origin; returns its URL.
fn publish_ladder(page: &Page) -> String {
    page.site.publish(LADDER.into(), vec![("content-type".into(), "application/json".into())])
}

/// Waits until the frame has exactly the height of its widget, and at least this height.
async fn wait_for_fitting_frame(page: &Page, min_height: f64) {
    page.enter_frame("#frame").await;
    let fits = "const widget = document.querySelector('career-ladder');
        const height = widget ? Math.ceil(widget.getBoundingClientRect().height) : 0;
        return height >= arguments[0] && innerHeight === height && document.documentElement.scrollHeight === height;";
    page.wait_for("the frame to fit", fits, &[min_height.into()]).await;
    page.leave_frame().await;
}
