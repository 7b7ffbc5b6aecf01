//! A site owner's own ladder: by its address, inside the element, broken, and swapped while it runs.

use browser_tests::{Embed, HostPage, Page, in_every_engine};
use serde_json::Value;

const OWN: &str = r#"{ "format": 1, "id": "garden", "title": "The gardener's ladder", "dimensions": [{ "id": "d", "name": "Digging" }],
  "rungs": [{ "id": "helper", "title": "Helper", "level": 1 }, { "id": "gardener", "title": "Gardener", "level": 2 }],
  "questions": [
    { "id": "q1", "about": "d", "ask": "What did you dig?", "answers": [{ "id": "a", "is": "helper", "say": "A hole" }, { "id": "b", "is": "gardener", "say": "A bed" }] },
    { "id": "q2", "about": "d", "ask": "Who chose it?", "answers": [{ "id": "a", "is": "helper", "say": "They did" }, { "id": "b", "is": "gardener", "say": "I did" }] },
    { "id": "q3", "about": "d", "ask": "What grew?", "answers": [{ "id": "a", "is": "helper", "say": "Weeds" }, { "id": "b", "is": "gardener", "say": "Beans" }] }] }"#;

async fn a_ladder_by_its_address(page: &Page) {
    let address = publish(page, OWN);
    page.visit(own(&format!(r#"src="{address}""#), "")).await;
    page.ready().await;
    assert_eq!(page.rungs("The gardener's ladder").names().await, ["Gardener", "Helper"]);
    page.begin().await;
    let outcome = page.finish(|_, _, _| 0).await;
    assert!(outcome.contains("Helper") || outcome.contains("Gardener"), "{outcome}");
    assert_eq!(page.trouble().await, []);
}

async fn a_ladder_inside_the_element(page: &Page) {
    let script = format!(r#"<script type="application/json">{OWN}</script>"#);
    page.visit(own("", &script)).await;
    page.ready().await;
    assert_eq!(page.rungs("The gardener's ladder").names().await, ["Gardener", "Helper"]);
    assert_eq!(page.trouble().await, []);
}

async fn who_waits_on_the_pages_own_link_is_led_in(page: &Page) {
    page.site.hold(".wasm");
    let address = publish(page, OWN);
    page.visit(own(&format!(r#"src="{address}""#), "")).await;
    page.run::<()>("document.querySelector('career-ladder a').focus();", &[]).await;
    page.site.release(".wasm");
    page.ready().await;
    let led = "const at = focused(); return at && roleOf(at) === 'button' && nameOf(at);";
    assert_eq!(page.until("the focus in the widget", led, &[]).await, "Find my stage");
}

async fn a_bundled_ladder_fetches_no_reader(page: &Page) {
    page.visit(HostPage::with_snippet()).await;
    page.ready().await;
    assert!(page.site.requests().iter().all(|request| !request.path.contains("reader")));
}

async fn a_broken_ladder_leaves_the_fallback_and_says_why(page: &Page) {
    let broken = OWN.replace(r#""is": "gardener", "say": "A bed""#, r#""is": "gardner", "say": """#);
    let address = publish(page, &broken);
    page.visit(own(&format!(r#"src="{address}""#), "")).await;
    page.until("ladder-error", "return __watch.events.some((event) => event.name === 'ladder-error');", &[]).await;
    let events = page.events().await;
    let [error] = &events[..] else { panic!("one event: {events:#?}") };
    assert_eq!(error.detail["code"], "ladder");
    let problems = error.detail["problems"].as_array().expect("a list of problems");
    let place = |problem: &Value| format!("{} {}", problem["line"], problem["path"].as_str().unwrap_or_default());
    let mut errors: Vec<String> = problems.iter().filter(|problem| problem["severity"] == "error").map(place).collect();
    errors.sort();
    assert_eq!(errors, ["4 questions[0].answers[1].is", "4 questions[0].answers[1].say"]);

    page.role("link").named("Find your career stage").shown().await;
    // The tests' own address is a local one, so the author is shown the list in the page as well.
    let text = page.widget_text().await;
    assert!(text.contains("did you mean `gardener`?"), "{text}");
    let said: Vec<_> = page.trouble().await.into_iter().filter(|trouble| trouble.kind.is_uncaught()).collect();
    assert!(said.is_empty(), "{said:#?}");
}

async fn a_ladder_that_is_not_there_leaves_the_fallback(page: &Page) {
    page.visit(own(r#"src="/no-such-ladder.json""#, "")).await;
    page.until("ladder-error", "return __watch.events.some((event) => event.name === 'ladder-error');", &[]).await;
    assert_eq!(page.events().await[0].detail["code"], "network");
    page.role("link").named("Find your career stage").shown().await;
}

async fn another_ladder_comes_without_a_flash(page: &Page) {
    let address = publish(page, OWN);
    page.visit(HostPage::with_seed("1")).await;
    page.ready().await;
    // Every change of the widget's tree is looked at: was there ever no rung to see?
    let watch = "const root = document.querySelector('career-ladder').shadowRoot;
        window.empty = 0;
        new MutationObserver(() => (window.empty += root.querySelector('.rung') ? 0 : 1))
            .observe(root, { childList: true, subtree: true });";
    page.run::<()>(watch, &[]).await;
    page.run::<()>("document.querySelector('career-ladder').src = arguments[0];", &[address.into()]).await;
    page.heading("The gardener's ladder").shown().await;
    page.run::<()>("document.querySelector('career-ladder').removeAttribute('src');", &[]).await;
    page.heading("The product career ladder").shown().await;
    assert_eq!(page.run::<u32>("return window.empty;", &[]).await, 0);
    assert_eq!(page.trouble().await, []);
}

in_every_engine!(
    a_ladder_by_its_address,
    a_ladder_inside_the_element,
    who_waits_on_the_pages_own_link_is_led_in,
    a_bundled_ladder_fetches_no_reader,
    a_broken_ladder_leaves_the_fallback_and_says_why,
    a_ladder_that_is_not_there_leaves_the_fallback,
    another_ladder_comes_without_a_flash,
);

fn publish(page: &Page, ladder: &str) -> String {
    page.site.publish(ladder.into(), vec![("content-type".into(), "application/json".into())])
}

/// The page as a site owner writes it, with attributes and content of their own.
fn own(attributes: &str, content: &str) -> HostPage {
    let markup = format!(
        r#"<career-ladder {attributes} style="display:block;min-height:560px"><a href="/product">Find your career stage</a>{content}</career-ladder>"#
    );
    HostPage::new([Embed::markup(&markup), Embed::loader()])
}
