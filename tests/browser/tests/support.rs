//! Starting points and assertions that several subjects share.

use browser_tests::{Embed, HostPage, LadderEvent, LadderFixture, Locator, Page, product, workspace};
use serde_json::Value;
use std::fs;

/// The level of a Senior PM, the third rung of the product ladder.
const SENIOR_LEVEL: f64 = 3.0;

/// A private link to an outcome on the product ladder, as an earlier build made it: every later build opens it.
pub(crate) const SHARED_LINK: &str = "#career-ladder-product_BAFVvtAvg0PHqPHq5RtURL9qREBM3kHTa-lJreNddF7MeuJ";

/// A clipboard that keeps the text in `window.copied`. Browsers refuse the real one to a page without the focus.
pub(crate) const FAKE_CLIPBOARD: &str = "<script>Object.defineProperty(navigator, 'clipboard', {
    value: {
        async writeText(text) { window.copied = text; },
        async write([item]) { window.copied = await (await item.getType('text/plain')).text(); },
    },
});</script>";

/// Returns the role, name, box and colours of each element that a reader can see or hear.
pub(crate) const SCREEN: &str =
    "return ['button', 'radio', 'heading', 'radiogroup', 'link'].flatMap((role) => find({ role }).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, opacity } = getComputedStyle(element);
    return [role, nameOf(element), x, y + scrollY, width, height, color, backgroundColor, opacity];
}));";

/// A mail program: notes the address of each link that a script opens, and where the link opens, in `window.mail`.
pub(crate) const FAKE_MAIL: &str = "<script>HTMLAnchorElement.prototype.click = function () {
    window.mail = [this.href, this.target || document.querySelector('base')?.target];
};</script>";

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

/// Waits until an alert contains this text: a notice that screen readers announce at once.
pub(crate) async fn wait_for_alert(page: &Page, text: &str) {
    let script = "return find({ role: 'alert' }).some((alert) => visibleText(alert).includes(arguments[0]));";
    page.wait_for(&format!("an alert that says {text:?}"), script, &[text.into()]).await;
}

/// Opens a part of the outcome by its tab.
pub(crate) async fn open_result_tab(page: &Page, name: &str) {
    page.tab(name).click().await;
    page.tabpanel().named(name).wait_visible().await;
}

/// The ids of all bundled ladders. Names with another dot are of other files, such as the schema.
pub(crate) fn bundled_ids() -> Vec<String> {
    let folder = workspace().join("ladders");
    let entries = fs::read_dir(&folder).expect("the folder of bundled ladders");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"));
    let mut ids: Vec<String> =
        names.filter_map(|name| name.strip_suffix(".json").filter(|id| !id.contains('.')).map(str::to_owned)).collect();
    ids.sort();
    assert!(!ids.is_empty());
    ids
}

/// Presses "Delete my answers", and the button it becomes, which asks for a second press.
pub(crate) async fn delete_answers(page: &Page) {
    open_result_tab(page, "Share").await;
    page.button("Delete my answers").click().await;
    page.button("Press again to delete").click().await;
    page.button("Find my stage").wait_visible().await;
}

/// The heading that a reader's outcome has for the person who opens its link.
pub(crate) fn shared_heading(own: &str) -> String {
    own.replacen("Your closest match: ", "Closest match: ", 1)
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

/// Opens a page with the ladder in one fixed typeface, so that every machine breaks lines at the same words.
/// `before` is markup for the page.
pub(crate) async fn open_in_typeface(page: &Page, ladder: &str, lang: &str, before: &str) {
    let [regular, bold] = ["Inter-Regular.otf", "Inter-SemiBold.otf"].map(|name| {
        let bytes = fs::read(workspace().join("fonts").join(name)).expect("a typeface");
        page.site.publish_bytes(&format!("/{name}"), &bytes, "font/otf")
    });
    let style = format!(
        "<style>
            @font-face {{ font-family: Fixed; src: url({regular}); }}
            @font-face {{ font-family: Fixed; font-weight: 600 900; src: url({bold}); }}
            career-ladder {{ --ladder-font: Fixed; }}
        </style>"
    );
    let widget = format!(
        r#"<career-ladder id="widget" seed="7" ladder="{ladder}" style="display:block;min-height:100px"></career-ladder>"#
    );
    let parts = [Embed::markup(before), Embed::markup(&style), Embed::markup(&widget), Embed::loader()];
    page.visit(HostPage::new(parts).language(lang)).await;
    page.wait_ready().await;
    wait_for_typeface(page).await;
}

pub(crate) async fn wait_for_typeface(page: &Page) {
    let is_loaded = "return Promise.all(['16px Fixed', '600 16px Fixed'].map((font) => document.fonts.load(font)))
        .then((faces) => faces.flat().length === 2);";
    page.wait_for("the typeface", is_loaded, &[]).await;
}
