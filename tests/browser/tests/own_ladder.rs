//! A site owner's own ladder: at a URL, inside the element, with mistakes, and exchanged while the widget runs.

use crate::support::{fallback_link, wait_for_error_message};
use browser_tests::{Embed, HostPage, Origin, Page, in_every_engine};
use serde_json::Value;

const OWN_LADDER: &str = r#"{ "format": 1, "id": "garden", "title": "The gardener's ladder", "dimensions": [{ "id": "d", "name": "Digging" }],
  "rungs": [{ "id": "helper", "title": "Helper", "level": 1 }, { "id": "gardener", "title": "Gardener", "level": 2 }],
  "questions": [
    { "id": "q1", "about": "d", "ask": "What did you dig?", "answers": [{ "id": "a", "is": "helper", "say": "A hole" }, { "id": "b", "is": "gardener", "say": "A bed" }] },
    { "id": "q2", "about": "d", "ask": "Who chose it?", "answers": [{ "id": "a", "is": "helper", "say": "They did" }, { "id": "b", "is": "gardener", "say": "I did" }] },
    { "id": "q3", "about": "d", "ask": "What grew?", "answers": [{ "id": "a", "is": "helper", "say": "Weeds" }, { "id": "b", "is": "gardener", "say": "Beans" }] }] }"#;

async fn a_ladder_at_a_url_is_shown_and_leads_to_an_outcome(page: &Page) {
    let url = publish_ladder(page, OWN_LADDER);
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.wait_ready().await;
    assert_eq!(page.rung_buttons("The gardener's ladder").names().await, ["Gardener", "Helper"]);
    page.start_quiz().await;
    let outcome = page.answer_to_outcome(|_, _, _| 0).await;
    assert!(outcome.contains("Helper") || outcome.contains("Gardener"), "{outcome}");
    assert_eq!(page.errors().await, []);
}

async fn a_ladder_inside_the_element_is_shown(page: &Page) {
    let script = format!(r#"<script type="application/json">{OWN_LADDER}</script>"#);
    page.visit(post_with_element("", &script)).await;
    page.wait_ready().await;
    assert_eq!(page.rung_buttons("The gardener's ladder").names().await, ["Gardener", "Helper"]);
    assert_eq!(page.errors().await, []);
}

async fn the_focus_moves_from_the_fallback_link_into_the_widget(page: &Page) {
    page.site.hold(".wasm");
    let url = publish_ladder(page, OWN_LADDER);
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.execute::<()>("document.querySelector('career-ladder a').focus();", &[]).await;
    page.site.release(".wasm");
    page.wait_ready().await;
    let focused_button =
        "const element = focusedElement(); return element && roleOf(element) === 'button' && nameOf(element);";
    assert_eq!(page.wait_for("the focus in the widget", focused_button, &[]).await, "Find my stage");
}

async fn line_breaks_of_the_author_are_shown(page: &Page) {
    let ladder = OWN_LADDER
        .replace(
            r#""title": "Helper","#,
            r#""title": "Helper", "role": "Digs\nwhere told", "changes": ["A\nspade"], "skills": [{ "name": "Dig" }],"#,
        )
        .replace(r#""A hole""#, r#""A hole\nand a half""#)
        .replace(
            r#""dimensions""#,
            r#""guide": { "faq": [{ "ask": "Why?", "answer": "Because\nof beans" }] }, "dimensions""#,
        );
    let url = publish_ladder(page, &ladder);
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.wait_ready().await;
    let lines = async |text: &str| {
        let script = "const root = document.querySelector('career-ladder').shadowRoot;
            const texts = [...root.querySelectorAll('p, li, label span')].flatMap(({ childNodes }) => [...childNodes]);
            const text = texts.find(({ data }) => data?.includes(arguments[0]));
            const range = document.createRange();
            text && range.selectNodeContents(text);
            return new Set([...range.getClientRects()].map(({ top }) => top)).size === 2;";
        page.wait_for(&format!("{text:?} in two lines"), script, &[text.into()]).await;
    };
    page.button("FAQ").click().await;
    lines("Because\nof beans").await;
    page.button("Helper").click().await;
    lines("Digs\nwhere told.").await;
    lines("A\nspade").await;
    page.button("Close").click().await;
    page.start_quiz().await;
    lines("A hole\nand a half").await;
    assert_eq!(page.errors().await, []);
}

async fn a_ladder_without_stages_speaks_of_levels(page: &Page) {
    let url = publish_ladder(page, OWN_LADDER);
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.wait_ready().await;
    let empty = "const root = document.querySelector('career-ladder').shadowRoot;
        return [...root.querySelectorAll('ul:empty, .band-head, .panel h3:empty')].map(({ outerHTML }) => outerHTML);";
    assert_eq!(page.execute::<Vec<String>>(empty, &[]).await, Vec::<String>::new());
    page.start_quiz().await;
    let outcome = page.answer_to_outcome(|_, options, _| options.len() - 1).await;
    assert_eq!(outcome, "Your answers don't point to one level");
    for tab in ["Why", "Share"] {
        page.tab(tab).click().await;
        page.tabpanel().named(tab).wait_visible().await;
        assert_eq!(page.execute::<Vec<String>>(empty, &[]).await, Vec::<String>::new());
        let text = page.widget_text().await;
        assert!(!text.contains("stage"), "{text}");
    }
    assert_eq!(page.errors().await, []);
}

async fn a_bundled_ladder_fetches_no_reader(page: &Page) {
    page.visit(HostPage::with_snippet()).await;
    page.wait_ready().await;
    assert!(page.site.requests().iter().all(|request| !request.path.contains("reader")));
}

/// Editors on Windows save files like that. Their letters must not come out wrong, and the author must hear why.
async fn a_ladder_in_another_encoding_is_refused_by_name_and_place(page: &Page) {
    let text = OWN_LADDER.replace("A hole", "Un café");
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin letters")).collect();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark = [&[0xff, 0xfe], &utf16[..]].concat();
    for (name, bytes, encoding, line) in
        [("latin", latin, "Windows-1252", 4), ("utf16", utf16, "UTF-16", 1), ("marked", with_mark, "UTF-16", 1)]
    {
        let url = page.site.publish_bytes(&format!("/{name}.json"), &bytes, "application/json; charset=utf-8");
        page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
        page.wait_for_event("ladder-error").await;
        let events = page.events().await;
        assert_eq!(events[0].detail["code"], "ladder");
        let problem = &events[0].detail["problems"][0];
        assert!(problem["message"].as_str().is_some_and(|message| message.contains(encoding)), "{problem}");
        assert_eq!(problem["line"], line);
        fallback_link(page).wait_visible().await;
    }
}

async fn a_ladder_in_utf_8_with_its_mark_is_shown(page: &Page) {
    let bytes = ["\u{feff}", OWN_LADDER].concat();
    let url = page.site.publish_bytes("/marked.json", bytes.as_bytes(), "text/plain; charset=windows-1252");
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.heading("The gardener's ladder").wait_visible().await;
}

async fn a_ladder_that_cannot_be_fetched_is_reported_to_its_author(page: &Page) {
    page.visit(post_with_element(r#"src="/no-such-ladder.json""#, "")).await;
    wait_for_report(page, &["/no-such-ladder.json could not be loaded: the server answered 404", "Check the address"])
        .await;
    fallback_link(page).wait_visible().await;

    // Another origin, where nobody answers.
    let url = "http://127.0.0.1:1/ladder.json";
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    wait_for_report(page, &[url, "no answer, or no CORS header", "Access-Control-Allow-Origin: *"]).await;

    page.visit(post_with_element(r#"src="https://:no-address""#, "")).await;
    wait_for_report(page, &["src is https://:no-address, which is no address"]).await;
    page.assert_nothing_uncaught().await;
}

async fn a_reported_ladder_comes_when_the_network_is_back(page: &Page) {
    let url = publish_ladder(page, OWN_LADDER);
    let broken_network = "<script>const load = fetch;
        window.fetch = (url, ...rest) => (/post-1$/.test(url) && !window.isBack ? Promise.reject(TypeError()) : load(url, ...rest));</script>";
    page.visit(post_with_element(&format!(r#"src="{url}""#), "").markup_before(broken_network)).await;
    wait_for_report(page, &["/post-1", "no answer, or no CORS header"]).await;
    page.execute::<()>("window.isBack = true; dispatchEvent(new Event('online'));", &[]).await;
    page.wait_ready().await;
    let is_gone = "return !document.querySelector('career-ladder').shadowRoot.querySelector('.problems');";
    page.wait_for("no report", is_gone, &[]).await;
    assert_eq!(page.rung_buttons("The gardener's ladder").names().await, ["Gardener", "Helper"]);
}

async fn a_missing_ladder_does_not_look_for_another_loader(page: &Page) {
    let url = page.site.origin(Origin::Host) + "/no-such-ladder.json";
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    let message = wait_for_error_message(page).await;
    assert!(message.contains("404") && !message.contains("assets"), "{message}");
    assert_eq!(page.site.request_count("/career-ladder.js"), 1);
    fallback_link(page).wait_visible().await;
}

async fn a_broken_ladder_keeps_the_fallback_and_reports_each_problem(page: &Page) {
    let broken = OWN_LADDER.replace(r#""is": "gardener", "say": "A bed""#, r#""is": "gardner", "say": """#);
    let url = publish_ladder(page, &broken);
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.wait_for_event("ladder-error").await;
    let events = page.events().await;
    let [error] = &events[..] else { panic!("one event: {events:#?}") };
    assert_eq!(error.detail["code"], "ladder");
    let errors = error_positions(&error.detail["problems"]);
    assert_eq!(errors, ["4 questions[0].answers[1].is", "4 questions[0].answers[1].say"]);

    fallback_link(page).wait_visible().await;
    // The test's origin is a local one, where the widget takes the reader for the author and lists the problems.
    let text = page.widget_text().await;
    assert!(text.contains("did you mean `gardener`?"), "{text}");
    page.assert_nothing_uncaught().await;
}

async fn a_missing_ladder_keeps_the_fallback(page: &Page) {
    page.visit(post_with_element(r#"src="/no-such-ladder.json""#, "")).await;
    page.wait_for_event("ladder-error").await;
    assert_eq!(page.events().await[0].detail["code"], "network");
    fallback_link(page).wait_visible().await;
}

async fn an_overlay_of_a_bundled_ladder_is_shown(page: &Page) {
    let overlay = r#"{ "format": 1, "extends": "product", "id": "ours", "title": "How we grow",
        "rungs": { "pm": { "title": "Owner" }, "lead": { "after": "pm", "title": "Lead", "skills": [{ "name": "Lead one project" }] }, "cpo": { "title": "Chief" } } }"#;
    page.visit(post_with_element("", &format!(r#"<script type="application/json">{overlay}</script>"#))).await;
    page.wait_ready().await;
    let names = page.rung_buttons("How we grow").names().await;
    for name in ["Associate PM", "Owner", "Lead", "Chief"] {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
    assert_eq!(page.errors().await, []);
}

/// The base lies beside the overlay, not beside the page.
async fn an_overlay_of_another_file_is_shown(page: &Page) {
    page.site.publish_bytes("/ladders/base.json", OWN_LADDER.as_bytes(), "application/json");
    let overlay = r#"{ "format": 1, "extends": "base.json", "id": "ours", "title": "Our garden" }"#;
    let url = page.site.publish_bytes("/ladders/ours.json", overlay.as_bytes(), "application/json");
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.wait_ready().await;
    assert_eq!(page.rung_buttons("Our garden").names().await, ["Gardener", "Helper"]);
    assert_eq!(page.errors().await, []);
}

async fn problems_of_a_base_name_its_file(page: &Page) {
    let broken = OWN_LADDER.replace(r#""is": "gardener", "say": "A bed""#, r#""is": "gardner", "say": "A bed""#);
    let base = page.site.publish_bytes("/ladders/broken.json", broken.as_bytes(), "application/json");
    let overlay =
        r#"{ "format": 1, "extends": "broken.json", "id": "ours", "rungs": { "helper": { "stage": "none" } } }"#;
    let url = page.site.publish_bytes("/ladders/ours.json", overlay.as_bytes(), "application/json");
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    page.wait_for_event("ladder-error").await;
    let problems = &page.events().await[0].detail["problems"];
    assert_eq!(error_positions(problems), ["1 rungs.helper.stage", "4 questions[0].answers[1].is"]);
    assert_eq!((&problems[0]["file"], &problems[1]["file"]), (&Value::Null, &Value::from(base)));
    fallback_link(page).wait_visible().await;
}

async fn a_missing_base_is_named_with_its_overlay(page: &Page) {
    let overlay = r#"{ "format": 1, "extends": "no-such-base.json", "id": "ours" }"#;
    let url = page.site.publish_bytes("/ladders/ours.json", overlay.as_bytes(), "application/json");
    page.visit(post_with_element(&format!(r#"src="{url}""#), "")).await;
    let message = wait_for_error_message(page).await;
    assert!(message.contains("/ladders/no-such-base.json, which") && message.contains("404"), "{message}");
    fallback_link(page).wait_visible().await;
}

async fn while_another_ladder_loads_rungs_stay_visible(page: &Page) {
    let url = publish_ladder(page, OWN_LADDER);
    page.visit(HostPage::with_seed("1")).await;
    page.wait_ready().await;
    let count_empty = "const root = document.querySelector('career-ladder').shadowRoot;
        window.changesWithoutRungs = 0;
        new MutationObserver(() => (window.changesWithoutRungs += root.querySelector('.rung') ? 0 : 1))
            .observe(root, { childList: true, subtree: true });";
    page.execute::<()>(count_empty, &[]).await;
    page.execute::<()>("document.querySelector('career-ladder').src = arguments[0];", &[url.into()]).await;
    page.heading("The gardener's ladder").wait_visible().await;
    page.execute::<()>("document.querySelector('career-ladder').removeAttribute('src');", &[]).await;
    page.heading("The product career ladder").wait_visible().await;
    assert_eq!(page.execute::<u32>("return window.changesWithoutRungs;", &[]).await, 0);
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    a_ladder_at_a_url_is_shown_and_leads_to_an_outcome,
    a_ladder_inside_the_element_is_shown,
    the_focus_moves_from_the_fallback_link_into_the_widget,
    line_breaks_of_the_author_are_shown,
    a_ladder_without_stages_speaks_of_levels,
    a_bundled_ladder_fetches_no_reader,
    a_ladder_in_another_encoding_is_refused_by_name_and_place,
    a_ladder_in_utf_8_with_its_mark_is_shown,
    a_ladder_that_cannot_be_fetched_is_reported_to_its_author,
    a_reported_ladder_comes_when_the_network_is_back,
    a_missing_ladder_does_not_look_for_another_loader,
    a_broken_ladder_keeps_the_fallback_and_reports_each_problem,
    a_missing_ladder_keeps_the_fallback,
    an_overlay_of_a_bundled_ladder_is_shown,
    an_overlay_of_another_file_is_shown,
    problems_of_a_base_name_its_file,
    a_missing_base_is_named_with_its_overlay,
    while_another_ladder_loads_rungs_stay_visible,
);

/// Waits until the widget shows a report with these texts.
async fn wait_for_report(page: &Page, texts: &[&str]) {
    let script = "const report = document.querySelector('career-ladder')?.shadowRoot?.querySelector('.problems');
        return report && arguments[0].every((text) => report.textContent.includes(text));";
    page.wait_for(&format!("a report with {texts:?}"), script, &[texts.into()]).await;
}

/// Publishes a ladder on the page's origin; returns its URL.
fn publish_ladder(page: &Page, ladder: &str) -> String {
    page.site.publish(ladder.into(), vec![("content-type".into(), "application/json".into())])
}

/// A page whose element has these attributes, and this content beside the fallback link.
fn post_with_element(attributes: &str, content: &str) -> HostPage {
    let markup = format!(
        r#"<career-ladder {attributes} style="display:block;min-height:560px"><a href="/product">Find your career stage</a>{content}</career-ladder>"#
    );
    HostPage::new([Embed::markup(&markup), Embed::loader()])
}

/// The line and the path of each problem that is an error, sorted.
fn error_positions(problems: &Value) -> Vec<String> {
    let problems = problems.as_array().expect("a list of problems").iter();
    let position = |problem: &Value| format!("{} {}", problem["line"], problem["path"].as_str().unwrap_or_default());
    let mut errors: Vec<String> = problems.filter(|problem| problem["severity"] == "error").map(position).collect();
    errors.sort();
    errors
}
