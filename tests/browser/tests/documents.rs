//! Widgets that scripts move to another document: into a frame, a pop-up, a template, and back.
//!
//! Not every driver can act on elements that came from another document, so a script presses the buttons there.

use browser_tests::{HostPage, Page, in_chromium, in_every_engine};
use serde_json::{Value, json};

/// Moves the widget into the frame.
const INTO_FRAME: &str = "const frame = document.querySelector('#frame');
    frame.contentDocument.body.append(document.querySelector('#widget'));
    frame.scrollIntoView();";

/// Moves the widget back.
const BACK: &str = "const widget = document.querySelector('#frame').contentDocument.querySelector('#widget');
    document.querySelector('#elsewhere').append(widget);
    widget.scrollIntoView();";

/// The document that shows the widget: the page, the frame or the pop-up.
const DOCUMENT: &str =
    "const shown = [document, window.popup?.document, document.querySelector('#frame')?.contentDocument]
    .find((candidate) => candidate?.querySelector('#widget'));
    const root = shown?.querySelector('#widget').shadowRoot;";

/// Returns styles of a question: two that come with the loader, and one that comes with the program.
const STYLES: &str = "const style = (selector) => getComputedStyle(root.querySelector(selector));
    return [style('.app').display, style('.frame').borderTopWidth, style('.option').borderTopStyle];";

/// Selects the first option of each new question and presses Next, until the question whose number is the first argument
/// is answered.
const ANSWER: &str = "const heading = root.querySelector('.question h3')?.textContent;
    const questions = (window.questions ??= []);
    if (heading && !questions.includes(heading)) {
        questions.push(heading);
        root.querySelector('.option input').click();
    }
    root.querySelector('.question .main[aria-disabled=false]')?.click();
    return questions.length >= arguments[0];";

async fn moved_into_a_frame_and_back_the_quiz_goes_on_in_its_own_styles(page: &Page) {
    open_post_with_frame(page).await;
    page.start_quiz().await;
    let second = page.answer(1).await.expect_question();
    let styles = styles(page).await;
    page.execute::<()>(INTO_FRAME, &[]).await;
    wait_for_question(page, &second).await;
    assert_eq!(self::styles(page).await, styles);
    answer(page, 2).await;
    page.execute::<()>(BACK, &[]).await;
    page.question().await;
    assert_eq!(self::styles(page).await, styles);
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.errors().await, []);
}

async fn moved_into_a_frame_before_the_reader_comes_near_it_starts_there(page: &Page) {
    let spacer = r#"<div style="height:9000px"></div>"#;
    page.visit(HostPage::with_seed("7").markup_before(spacer)).await;
    page.wait_for("the element to be defined", "return !!customElements.get('career-ladder');", &[]).await;
    add_frame(page).await;
    page.execute::<()>(INTO_FRAME, &[]).await;
    let press = "return !!root.querySelector('.head') && !root.querySelector('.main').click();";
    page.wait_for("the ladder", &format!("{DOCUMENT} {press}"), &[]).await;
    answer(page, 3).await;
    assert_eq!(styles(page).await[2], "solid");
    assert_eq!(page.errors().await, []);
}

async fn moved_through_a_template_the_quiz_goes_on(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let second = page.answer(1).await.expect_question();
    let styles = styles(page).await;
    let through = "const template = document.createElement('template');
        const widget = document.querySelector('#widget');
        template.content.append(widget);
        document.querySelector('#elsewhere').append(template.content);
        widget.scrollIntoView();";
    page.execute::<()>(through, &[]).await;
    page.wait_for_question(&second).await;
    assert_eq!(self::styles(page).await, styles);
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.errors().await, []);
}

/// The other engines open no window for a script.
async fn moved_into_a_pop_up_it_is_styled_and_the_quiz_goes_on(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let styles = styles(page).await;
    let open = "window.popup = open('/post.css', '', 'width=900,height=900'); return !!popup;";
    assert!(page.execute::<bool>(open, &[]).await);
    let has_loaded = "return popup.location.pathname === '/post.css' && popup.document.readyState === 'complete';";
    page.wait_for("the pop-up", has_loaded, &[]).await;
    page.execute::<()>("popup.document.body.replaceChildren(document.querySelector('#widget'));", &[]).await;
    let is_shown = "return !!root.querySelector('.option');";
    page.wait_for("the question", &format!("{DOCUMENT} {is_shown}"), &[]).await;
    assert_eq!(self::styles(page).await, styles);
    answer(page, 3).await;
    page.execute::<()>("popup.close();", &[]).await;
    page.assert_nothing_uncaught().await;
}

in_every_engine!(
    moved_into_a_frame_and_back_the_quiz_goes_on_in_its_own_styles,
    moved_into_a_frame_before_the_reader_comes_near_it_starts_there,
    moved_through_a_template_the_quiz_goes_on,
);

in_chromium!(moved_into_a_pop_up_it_is_styled_and_the_quiz_goes_on);

async fn open_post_with_frame(page: &Page) {
    page.open_post().await;
    add_frame(page).await;
}

/// Adds a frame with an empty page of the same origin.
async fn add_frame(page: &Page) {
    let url = page.site.publish("<!doctype html><title>Empty</title><body>".into(), Vec::new());
    let add = "const frame = document.createElement('iframe');
        frame.id = 'frame';
        frame.width = 900;
        frame.height = 900;
        frame.src = arguments[0];
        document.querySelector('#elsewhere').append(frame);";
    page.execute::<()>(add, &[url.into()]).await;
    let has_loaded = "return document.querySelector('#frame').contentDocument.title === 'Empty';";
    page.wait_for("the frame", has_loaded, &[]).await;
}

async fn styles(page: &Page) -> Value {
    page.execute(&format!("{DOCUMENT} {STYLES}"), &[]).await
}

async fn wait_for_question(page: &Page, text: &str) {
    let is_shown = "return root.querySelector('.question h3')?.textContent === arguments[0];";
    page.wait_for(text, &format!("{DOCUMENT} {is_shown}"), &[text.into()]).await;
}

/// Answers questions where the widget is.
async fn answer(page: &Page, count: usize) {
    page.wait_for("the next question", &format!("{DOCUMENT} {ANSWER}"), &[json!(count)]).await;
}
