//! Starting points and assertions that several subjects share.

use browser_tests::{HostPage, LadderEvent, LadderFixture, Locator, Page, product};
use serde_json::Value;

/// The level of a Senior PM, the third rung of the product ladder.
const SENIOR_LEVEL: f64 = 3.0;

/// A private link to an outcome on the product ladder, as an earlier build made it: every later build opens it.
pub(crate) const SHARED_LINK: &str = "#career-ladder-product_BAFVvtAvg0PHqPHq5RtURL9qREBM3kHTa-lJreNddF7MeuJ";

/// A clipboard that keeps the text in `window.copied`. Browsers refuse the real one to a page without the focus.
pub(crate) const FAKE_CLIPBOARD: &str = "<script>Object.defineProperty(navigator, 'clipboard', {
    value: { async writeText(text) { window.copied = text; } },
});</script>";

/// Returns the role, name, box and colours of each element that a reader can see or hear.
pub(crate) const SCREEN: &str =
    "return ['button', 'radio', 'heading', 'radiogroup', 'link'].flatMap((role) => find({ role }).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, opacity } = getComputedStyle(element);
    return [role, nameOf(element), x, y + scrollY, width, height, color, backgroundColor, opacity];
}));";

/// Opens the usual host page and goes to the outcome as a Senior PM; returns the outcome's heading.
pub(crate) async fn open_outcome(page: &Page) -> String {
    page.visit(HostPage::with_seed("7")).await;
    take_quiz_as_senior(page).await
}

/// Waits for the widget of an open page, and takes the quiz as a Senior PM does; returns the outcome's heading.
pub(crate) async fn take_quiz_as_senior(page: &Page) -> String {
    page.wait_ready().await;
    page.start_quiz().await;
    answer_as_senior(page).await
}

/// Answers the current question and all that follow as a Senior PM does; returns the outcome's heading.
pub(crate) async fn answer_as_senior(page: &Page) -> String {
    let ladder = product();
    page.answer_to_outcome(|question, options, _| ladder.nearest_option(question, options, SENIOR_LEVEL)).await
}

/// Opens and closes the details of a rung of the product ladder, takes the quiz, and starts it again.
pub(crate) async fn visit_every_screen(page: &Page) {
    let rung = product().rungs[0].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).wait_visible().await;
    page.button("Close").click().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    page.button("Start again").click().await;
    page.radiogroup().wait_visible().await;
}

/// The details of all events with this name.
pub(crate) fn details<'a>(events: &'a [LadderEvent], name: &str) -> Vec<&'a Value> {
    events.iter().filter(|event| event.name == name).map(|event| &event.detail).collect()
}

/// Waits for `ladder-error`; returns its message. Fails if there is more than one.
pub(crate) async fn wait_for_error_message(page: &Page) -> String {
    page.wait_for_event("ladder-error").await;
    let events = page.events().await;
    let [error] = details(&events, "ladder-error")[..] else { panic!("one error: {events:#?}") };
    error["message"].as_str().expect("the message is a text").to_owned()
}

/// Waits until a live region contains this text.
pub(crate) async fn wait_for_status(page: &Page, text: &str) {
    let script = "return find({ role: 'status' }).some((region) => region.textContent.includes(arguments[0]));";
    page.wait_for(&format!("a live region that says {text:?}"), script, &[text.into()]).await;
}

/// Waits until a test's clipboard holds a text; returns it.
pub(crate) async fn wait_for_copied(page: &Page) -> String {
    let copied = page.wait_for("a text in the clipboard", "return window.copied;", &[]).await;
    copied.as_str().expect("the clipboard holds text").to_owned()
}

/// The link of the fallback: the page's own, or the one that the loader adds.
pub(crate) fn fallback_link(page: &Page) -> Locator<'_> {
    page.role("link").named("Find your career stage")
}

/// Fails unless the widget shows the title, the role and the stage of every rung. `context` begins the message.
pub(crate) async fn assert_every_rung_is_readable(page: &Page, ladder: &LadderFixture, context: &str) {
    let text = page.widget_text().await;
    for rung in &ladder.rungs {
        for expected in [&*rung.title, &rung.role, ladder.stage_name(rung)] {
            assert!(text.contains(expected), "{context}: {expected:?} is not shown: {text:?}");
        }
    }
}
