//! The frame, for systems that allow nothing else: as high as its widget, its events on the page, its sources guarded.

use browser_tests::{Embed, HostPage, Page, in_chromium, in_every_engine};
use serde_json::Value;

const LADDER: &str = r#"{ "format": 1, "id": "garden", "title": "The gardener's ladder",
  "rungs": [{ "id": "helper", "title": "Helper", "level": 1 }, { "id": "gardener", "title": "Gardener", "level": 2 }] }"#;

/// Seen from the page alone: not every driver can act in a frame of another site.
async fn a_frame_and_its_page_find_each_other(page: &Page) {
    page.visit(post("?ladder=product&start=quiz&seed=7", true)).await;
    page.until("the quiz in the frame", "return __watch.events.some((event) => event.name === 'ladder-start');", &[])
        .await;
    page.until("the frame to grow", "return document.querySelector('#frame').clientHeight > 570;", &[]).await;
    assert_eq!(page.trouble().await, []);
}

async fn a_frame_is_as_high_as_its_widget(page: &Page) {
    page.visit(post("?ladder=product&seed=7", true)).await;
    fits(page, 560.0).await;
    inside(page).await;
    page.begin().await;
    page.finish(|_, _, _| 1).await;
    outside(page).await;
    fits(page, 700.0).await;
    assert_eq!(page.trouble().await, []);
}

async fn events_of_a_frame_come_to_the_page(page: &Page) {
    page.visit(post("?ladder=product&seed=7", true)).await;
    inside(page).await;
    page.begin().await;
    page.answer(1).await;
    outside(page).await;
    page.until("an answer on the page", "return __watch.events.some((event) => event.name === 'ladder-answer');", &[])
        .await;
    let events = page.events().await;
    let names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
    assert_eq!(names, ["ladder-ready", "ladder-start", "ladder-answer"]);
    assert!(events.iter().all(|event| event.on == "frame"), "{events:#?}");
    assert_eq!(events[0].detail["ladder"], "product");
}

async fn a_frame_works_without_the_loader_around_it(page: &Page) {
    page.visit(post("?ladder=engineering&start=quiz", false)).await;
    inside(page).await;
    page.skip().await;
    page.answer(0).await;
    outside(page).await;
    assert_eq!(page.event_names().await, Vec::<String>::new(), "nobody was asked to listen");
}

async fn parameters_are_attributes(page: &Page) {
    page.visit(post("?ladder=product-six&theme=dark&dir=rtl&seed=3&onclick=alert(1)", true)).await;
    inside(page).await;
    page.button("Find my stage").shown().await;
    let attributes = "return Object.fromEntries([...document.querySelector('career-ladder').attributes].map((a) => [a.name, a.value]));";
    let attributes: Value = page.run(attributes, &[]).await;
    let expected = serde_json::json!({ "ladder": "product-six", "theme": "dark", "dir": "rtl", "seed": "3" });
    assert_eq!(attributes, expected);
    assert_eq!(page.run::<String>("return document.dir;", &[]).await, "rtl");
    outside(page).await;
}

async fn a_ladder_of_the_frames_own_site_is_shown(page: &Page) {
    // The page that is published is on the host's site, so the frame has to be there as well.
    let address = page.site.publish(LADDER.into(), vec![("content-type".into(), "application/json".into())]);
    page.visit_self_hosted(post(&format!("?src={address}"), true)).await;
    inside(page).await;
    page.heading("The gardener's ladder").shown().await;
    outside(page).await;
}

async fn a_ladder_of_another_site_is_not_shown(page: &Page) {
    let address = page.site.publish(LADDER.into(), vec![("content-type".into(), "application/json".into())]);
    page.visit(post(&format!("?src={address}"), true)).await;
    page.until("the refusal", "return __watch.events.some((event) => event.name === 'ladder-error');", &[]).await;
    assert_eq!(page.events().await[0].detail["code"], "source");
    inside(page).await;
    page.role("link").named("Find your career stage").shown().await;
    assert_eq!(page.run::<usize>("return document.querySelectorAll('career-ladder').length;", &[]).await, 0);
    outside(page).await;
    assert!(page.site.requests().iter().all(|request| !address.ends_with(&request.path)), "it is not even fetched");
}

async fn strangers_are_not_heard(page: &Page) {
    page.visit(post("?ladder=product&seed=7", true)).await;
    fits(page, 560.0).await;
    // The page itself, and a frame that is not ours, say what only our frame may say.
    let script = "const done = arguments[arguments.length - 1];
        const said = { 'career-ladder': { height: 5000, event: 'ladder-result', detail: {} } };
        window.postMessage(said, '*');
        const other = document.createElement('iframe');
        other.srcdoc = '<script>parent.postMessage(' + JSON.stringify(said) + ', \"*\"); parent.postMessage(\"said\", \"*\");</' + 'script>';
        addEventListener('message', ({ data }) => data === 'said' && done(null));
        document.body.append(other);";
    page.run_async::<Value>(script, &[]).await;
    page.settle().await;
    assert!(frame_height(page).await < 2000.0);
    assert!(!page.event_names().await.contains(&"ladder-result".to_owned()));
}

in_every_engine!(a_frame_and_its_page_find_each_other);
in_chromium!(
    a_frame_is_as_high_as_its_widget,
    events_of_a_frame_come_to_the_page,
    a_frame_works_without_the_loader_around_it,
    parameters_are_attributes,
    a_ladder_of_the_frames_own_site_is_shown,
    a_ladder_of_another_site_is_not_shown,
    strangers_are_not_heard,
);

/// A post with the frame in it, with or without the script of the snippet.
fn post(parameters: &str, loader: bool) -> HostPage {
    let frame = format!(
        r#"<iframe id="frame" title="Find your career stage" src="{{HOST}}/embed.html{parameters}" width="100%" height="560"></iframe>"#
    );
    let mut embeds = vec![Embed::markup(&frame)];
    embeds.extend(loader.then(Embed::loader));
    HostPage::new(embeds)
}

async fn inside(page: &Page) {
    page.enter_frame("#frame").await;
}

async fn outside(page: &Page) {
    page.leave_frame().await;
}

async fn frame_height(page: &Page) -> f64 {
    page.run("return document.querySelector('#frame').clientHeight;", &[]).await
}

/// Waits until the frame is as high as what is in it, and at least so high.
async fn fits(page: &Page, least: f64) {
    page.enter_frame("#frame").await;
    let script = "const widget = document.querySelector('career-ladder');
        const high = widget ? Math.ceil(widget.getBoundingClientRect().height) : 0;
        return high >= arguments[0] && innerHeight === high && document.documentElement.scrollHeight === high;";
    page.until("the frame to fit", script, &[least.into()]).await;
    page.leave_frame().await;
}
