//! Traps: after one, the widget is mounted again on a fresh instance and no answer is lost.

use crate::support::fallback_link;
use browser_tests::{Embed, HostPage, Page, in_chromium, in_every_engine, product};

/// Part of the message by which the console tells the site owner of a trap.
const TRAP_REPORT: &str = "the program crashed";

/// Makes the browser refuse a function that only the program calls, from now on. The program traps at the refusal.
const TRAP_ALWAYS: &str = "window.originalInsertBefore = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => { throw new Error('broken'); };";

/// Makes the browser allow the function again.
const STOP_TRAPPING: &str = "Node.prototype.insertBefore = originalInsertBefore;";

/// Makes the browser refuse the function once.
const TRAP_ONCE: &str = "const original = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => { Node.prototype.insertBefore = original; throw new Error('broken'); };";

/// Records the widget's least height in `window.minHeight`, frame by frame.
const RECORD_MIN_HEIGHT: &str = "window.minHeight = 1e9;
    const look = () => {
        window.minHeight = Math.min(window.minHeight, document.querySelector('#widget').offsetHeight);
        requestAnimationFrame(look);
    };
    look();";

async fn a_trap_during_the_quiz_loses_no_answer_and_no_height(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer(1).await;
    let second = page.question().await;
    page.select_option(0).await;
    page.settle().await;
    let height = widget_height(page).await;
    page.execute::<()>(RECORD_MIN_HEIGHT, &[]).await;
    page.execute::<()>(TRAP_ONCE, &[]).await;
    page.next_button().click().await;
    wait_for_trap(page).await;
    // The program took the answer before it trapped at rendering the next question.
    let third = page.wait_for_screen_after(&second).await.expect_question();
    let height = height.min(widget_height(page).await);
    page.button("Back").click().await;
    page.wait_for_screen_after(&third).await;
    assert_eq!(page.question().await, second);
    assert!(page.radios().all().await[0].is_checked().await, "the answer is selected");
    let min_height: f64 = page.execute("return window.minHeight;", &[]).await;
    assert!(min_height >= height - 1.0, "{height} px, and for a while {min_height}");
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_page_noticed_nothing(page).await;
}

async fn after_a_trap_at_the_start_the_widget_becomes_ready(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_seed("7")).await;
    page.button("Find my stage").wait_visible().await;
    page.execute::<()>(TRAP_ONCE, &[]).await;
    page.site.release(".wasm");
    page.wait_ready().await;
    wait_for_trap(page).await;
    page.start_quiz().await;
    page.answer(0).await;
    assert_eq!(page.event_names().await[..2], ["ladder-ready", "ladder-start"]);
    page.assert_nothing_uncaught().await;
}

async fn after_a_trap_in_one_widget_the_other_keeps_its_question(page: &Page) {
    let widget = |id: &str| Embed::snippet_with(&format!(r#"id="{id}" seed="7" loading="eager" storage="none""#));
    page.visit(HostPage::new([widget("first"), widget("second")])).await;
    page.wait_ready().await;
    page.execute::<()>("document.querySelector('#second').begin();", &[]).await;
    page.button("Skip").click().await;
    page.answer(2).await;
    let second = page.question().await;
    page.execute::<()>(TRAP_ONCE, &[]).await;
    page.execute::<()>("document.querySelector('#first').begin();", &[]).await;
    wait_for_trap(page).await;
    page.settle().await;
    let is_second = "return find({ role: 'radiogroup' }).map(nameOf)[1] === arguments[0];";
    page.wait_for("the title question, then the other widget's question", is_second, &[second.into()]).await;
    page.skip_title_question().await;
    page.answer(1).await;
    page.assert_nothing_uncaught().await;
}

/// The page calls `begin` as soon as the console reports the trap, before there is another instance.
async fn a_call_of_begin_right_after_a_trap_is_carried_out(page: &Page) {
    let attributes = r#"id="widget" seed="7" loading="eager" storage="none""#;
    page.visit(HostPage::new([Embed::snippet_with(attributes)])).await;
    page.wait_ready().await;
    let begin_at_report = "const original = console.error;
        console.error = (...values) => {
            console.error = original;
            original(...values);
            document.querySelector('#widget').begin();
        };";
    page.execute::<()>(begin_at_report, &[]).await;
    page.execute::<()>(TRAP_ONCE, &[]).await;
    page.button(&product().rungs[1].title).click().await;
    wait_for_trap(page).await;
    page.button("Skip").wait_visible().await;
    page.skip_title_question().await;
    page.answer(1).await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start", "ladder-answer"]);
    page.assert_nothing_uncaught().await;
}

async fn after_repeated_traps_the_static_ladder_is_shown_and_answers_stay_stored(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer(1).await;
    page.select_option(0).await;
    page.settle().await;
    page.execute::<()>(TRAP_ALWAYS, &[]).await;
    page.next_button().click().await;
    let has_failed =
        "return __recorder.events.find((event) => event.name === 'ladder-error')?.detail.code === 'internal';";
    page.wait_for("ladder-error", has_failed, &[]).await;
    page.execute::<()>(STOP_TRAPPING, &[]).await;
    let text = page.widget_text().await;
    for rung in &product().rungs {
        assert!(text.contains(&rung.title) && text.contains(&rung.role), "{text}");
    }
    fallback_link(page).wait_visible().await;
    page.assert_nothing_uncaught().await;
    page.start_reload().await;
    let is_question =
        "return find({ role: 'radiogroup' }).length > 0 && find({ role: 'button', name: 'Skip' }).length === 0;";
    page.wait_for_after_reload("the question from before", is_question, &[]).await;
}

async fn an_exception_in_a_listener_of_the_page_traps_nothing(page: &Page) {
    page.open_post().await;
    let throw = "document.addEventListener('ladder-start', () => { throw new Error('the page\\'s own'); });";
    page.execute::<()>(throw, &[]).await;
    page.start_quiz().await;
    page.answer(0).await;
    let errors = page.errors().await;
    assert!(errors.iter().all(|error| !error.text.contains("crashed")), "{errors:#?}");
}

in_every_engine!(
    a_trap_during_the_quiz_loses_no_answer_and_no_height,
    after_a_trap_at_the_start_the_widget_becomes_ready,
    after_repeated_traps_the_static_ladder_is_shown_and_answers_stay_stored,
    after_a_trap_in_one_widget_the_other_keeps_its_question,
    a_call_of_begin_right_after_a_trap_is_carried_out,
);
in_chromium!(an_exception_in_a_listener_of_the_page_traps_nothing);

async fn widget_height(page: &Page) -> f64 {
    page.execute("return document.querySelector('#widget').offsetHeight;", &[]).await
}

/// Waits until the console tells the site owner of the trap.
async fn wait_for_trap(page: &Page) {
    let is_reported = "return __recorder.errors.some(({ text }) => text.includes(arguments[0]));";
    page.wait_for("the program to trap", is_reported, &[TRAP_REPORT.into()]).await;
}

/// Fails if the widget became ready twice, fired an error, or left an exception uncaught.
async fn assert_page_noticed_nothing(page: &Page) {
    let names = page.event_names().await;
    assert_eq!(names.iter().filter(|name| *name == "ladder-ready").count(), 1, "{names:?}");
    assert!(!names.contains(&"ladder-error".to_owned()), "{names:?}");
    page.assert_nothing_uncaught().await;
}
