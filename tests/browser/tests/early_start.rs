//! A press on "Find my stage" before the program is there: the reader gets the title question at once.

use crate::support::SCREEN;
use browser_tests::{Embed, HostPage, LadderEvent, Page, ResponseFault, in_chromium, in_every_engine, product};
use serde_json::{Value, json};

/// Notes the screen in the frame after the next click: the question, whether its heading has the focus, and notices.
const NOTE_NEXT_FRAME: &str = "addEventListener('click', () => requestAnimationFrame(() => {
    const focused = focusedElement();
    const notices = find({ role: 'status' }).map((element) => element.textContent).join('');
    window.nextFrame = [nameOf(find({ role: 'radiogroup' })[0]), focused.localName, focused.textContent, notices, scrollY];
}), { once: true });";

const TITLE_QUESTION: &str = "What's your current job title?";

async fn a_press_shows_the_title_question_in_the_next_frame_and_the_program_keeps_it(page: &Page) {
    open_without_program(page, r#"seed="7""#).await;
    page.execute::<()>(NOTE_NEXT_FRAME, &[]).await;
    page.button("Find my stage").click().await;
    let screen = page.wait_for("the next frame", "return window.nextFrame;", &[]).await;
    assert_eq!(screen, json!([TITLE_QUESTION, "h3", TITLE_QUESTION, "", 0]));
    page.settle().await;
    let before: Value = page.execute(SCREEN, &[]).await;
    assert!(page.event_names().await.is_empty(), "the program is not there yet");
    take_over(page).await;
    assert_eq!(page.execute::<Value>(SCREEN, &[]).await, before);
    assert_eq!(page.execute::<Value>("return focusedElement().localName;", &[]).await, "h3");
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    page.button("Back").click().await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.errors().await, []);
}

async fn a_title_and_next_lead_on_before_the_program_is_there(page: &Page) {
    open_without_program(page, r#"seed="7" storage="none""#).await;
    page.open_title_question().await;
    page.select_option(2).await;
    page.next_button().click().await;
    page.button("Skip").wait_hidden().await;
    let question = page.question().await;
    assert!(product().find_question(&question).is_some(), "{question}");
    page.select_option(1).await;
    take_over(page).await;
    assert_eq!((page.question().await, page.selected_options().await), (question, vec![1]));
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    page.button("Back").click().await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.selected_options().await, [2]);
    assert_eq!(page.errors().await, []);
}

async fn without_network_the_title_stays_selected_until_a_retry(page: &Page) {
    page.site.inject_fault(".wasm", ResponseFault::Dropped);
    page.visit(HostPage::with_seed("7")).await;
    page.open_title_question().await;
    page.select_option(3).await;
    page.button("Try again").wait_visible().await;
    assert_eq!(page.selected_options().await, [3]);
    page.site.end_faults();
    page.button("Try again").click().await;
    page.wait_ready().await;
    page.settle().await;
    assert_eq!((page.question().await, page.selected_options().await), (TITLE_QUESTION.to_owned(), vec![3]));
    assert_eq!(page.event_names().await, ["ladder-error", "ladder-ready", "ladder-start"]);
    page.assert_nothing_uncaught().await;
}

/// The screens of other ladders are files, so the title question may arrive before or after the program.
async fn another_ladders_title_question_comes_from_its_file_or_the_program(page: &Page) {
    for late in [".wasm", ".quiz.txt"] {
        page.site.hold(".wasm");
        page.site.hold(".quiz.txt");
        page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" seed="7" ladder="engineering""#)])).await;
        page.button("Find my stage").click().await;
        page.settle().await;
        assert_eq!(page.radiogroup().count().await, 0, "neither is there");
        let (early, is_from_file) = if late == ".wasm" { (".quiz.txt", true) } else { (".wasm", false) };
        page.site.release(early);
        page.button("Skip").wait_visible().await;
        page.settle().await;
        let before: Value = page.execute(SCREEN, &[]).await;
        assert_eq!(page.event_names().await.is_empty(), is_from_file);
        page.site.release(late);
        page.wait_ready().await;
        page.settle().await;
        if is_from_file {
            assert_eq!(page.execute::<Value>(SCREEN, &[]).await, before);
        }
        assert_eq!(page.question().await, TITLE_QUESTION, "{late} came last");
        assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
        assert_eq!(page.errors().await, []);
    }
}

/// The reader has gone back from the second question to the ladder, and reloads the page.
async fn with_stored_answers_a_press_waits_for_the_program(page: &Page) {
    page.visit(HostPage::with_seed("7")).await;
    page.start_quiz().await;
    page.answer(1).await;
    for _ in 0..3 {
        page.button("Back").click().await;
    }
    page.button("Find my stage").wait_visible().await;
    page.site.hold(".wasm");
    page.start_reload().await;
    let is_there = "return find({ role: 'button', name: 'Find my stage' }).length > 0;";
    page.wait_for_after_reload("the ladder again", is_there, &[]).await;
    page.button("Find my stage").click().await;
    page.settle().await;
    assert_eq!(page.radiogroup().count().await, 0, "only the program knows where the quiz goes on");
    take_over(page).await;
    page.radiogroup().wait_visible().await;
}

async fn back_waits_for_the_program(page: &Page) {
    open_without_program(page, r#"seed="7" storage="none""#).await;
    page.open_title_question().await;
    page.button("Back").click().await;
    take_over(page).await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.radiogroup().count().await, 0);
}

/// The press was for the other ladder.
async fn another_ladder_begins_with_its_first_screen(page: &Page) {
    open_without_program(page, r#"seed="7""#).await;
    page.open_title_question().await;
    page.execute::<()>("document.querySelector('#widget').ladder = 'engineering';", &[]).await;
    page.button("Find my stage").wait_visible().await;
    take_over(page).await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.event_names().await, ["ladder-ready"]);
}

async fn where_a_policy_refuses_wasm_the_static_ladder_takes_the_questions_place(page: &Page) {
    page.site.hold(".wasm");
    let post = HostPage::with_snippet().header("content-security-policy", "script-src 'self'");
    page.visit_self_hosted(post).await;
    page.open_title_question().await;
    page.site.release(".wasm");
    page.wait_for_event("ladder-error").await;
    page.radiogroup().wait_hidden().await;
    let text = page.widget_text().await;
    assert!(product().rungs.iter().all(|rung| text.contains(&rung.title)), "{text}");
    let events: Vec<LadderEvent> = page.events().await;
    assert_eq!((events.len(), &events[0].detail["code"]), (1, &Value::from("wasm")), "{events:#?}");
}

in_every_engine!(
    a_press_shows_the_title_question_in_the_next_frame_and_the_program_keeps_it,
    a_title_and_next_lead_on_before_the_program_is_there,
    without_network_the_title_stays_selected_until_a_retry,
);
in_chromium!(
    another_ladders_title_question_comes_from_its_file_or_the_program,
    with_stored_answers_a_press_waits_for_the_program,
    back_waits_for_the_program,
    another_ladder_begins_with_its_first_screen,
    where_a_policy_refuses_wasm_the_static_ladder_takes_the_questions_place,
);

/// Opens the ladder with the program held back.
async fn open_without_program(page: &Page, attributes: &str) {
    page.site.hold(".wasm");
    page.visit(HostPage::new([Embed::snippet_with(&format!(r#"id="widget" {attributes}"#))])).await;
    page.button("Find my stage").wait_visible().await;
}

/// Lets the program come, and waits until it has taken over.
async fn take_over(page: &Page) {
    page.site.release(".wasm");
    page.wait_ready().await;
    page.settle().await;
}
