//! Answers that survive a reload, the browser's history, and the widget's removal.

use crate::support::open_result_tab;
use browser_tests::{Embed, HostPage, Origin, Page, in_chromium, in_every_engine};

/// Returns all that the widget stored for the session.
const STORED: &str = "const keys = Object.keys(sessionStorage).filter((key) => key.startsWith('career-ladder'));
    return keys.map((key) => sessionStorage[key]).join();";

/// Scrolls to the second widget; returns whether both are ready.
const ARE_BOTH_READY: &str = "document.querySelector('#second')?.scrollIntoView();
    return globalThis.__recorder?.events.filter((event) => event.name === 'ladder-ready').length === 2;";

/// A page where the browser refuses the session storage.
const STORAGE_REFUSED: &str = "<script>Object.defineProperty(window, 'sessionStorage', {
    get() { throw new DOMException('no', 'SecurityError'); },
});</script>";

async fn a_reload_during_the_quiz_keeps_question_and_answers(page: &Page) {
    page.open_post().await;
    page.open_title_question().await;
    let title = page.radios().names().await[2].clone();
    page.answer(2).await;
    let first = page.question().await;
    let answer = page.radios().names().await[1].clone();
    page.answer(1).await;
    let second = page.question().await;
    page.select_option(0).await;
    page.reload().await;
    assert_eq!(page.question().await, second);
    assert!(page.radios().all().await[0].is_checked().await, "the selected option is still selected");
    page.button("Back").click().await;
    page.wait_for_screen_after(&second).await;
    assert_eq!(page.question().await, first);
    assert!(page.role("radio").named(&answer).wait_visible().await.is_checked().await);
    page.button("Back").click().await;
    page.wait_for_screen_after(&first).await;
    assert!(page.role("radio").named(&title).wait_visible().await.is_checked().await);
    assert_eq!(page.event_names().await, ["ladder-ready"], "the quiz does not start again");
    assert_eq!(page.errors().await, []);
}

async fn a_reload_at_the_outcome_keeps_heading_and_result(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let heading = page.answer_to_outcome(|_, _, _| 1).await;
    let result = page.widget_result().await;
    page.reload().await;
    page.heading(&heading).wait_visible().await;
    assert_eq!(page.widget_result().await, result);
    assert_eq!(page.event_names().await, ["ladder-ready"], "there is no new result");
    open_result_tab(page, "Why").await;
    page.button("Change an answer").click().await;
    page.radiogroup().wait_visible().await;
}

/// Not in WebKit: its driver sometimes stops answering when it goes back.
async fn going_back_in_the_history_shows_the_outcome_again(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let heading = page.answer_to_outcome(|_, _, _| 0).await;
    let url: String = page.execute("return location.href;", &[]).await;
    page.goto(&format!("{}/post.css", page.site.origin(Origin::Host))).await;
    page.go_back().await;
    page.wait_for("the page again", "return location.href === arguments[0];", &[url.into()]).await;
    page.heading(&heading).wait_visible().await;
}

/// The back-forward cache keeps the whole page, with the program in the middle of the quiz.
async fn a_page_from_the_back_forward_cache_goes_on_without_fetching(page: &Page) {
    page.visit(HostPage::with_seed("7").header("cache-control", "max-age=60")).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer(1).await;
    let question = page.question().await;
    page.select_option(0).await;
    let script = "window.isSameDocument = true;
        addEventListener('pageshow', ({ persisted }) => (window.isFromCache = persisted));
        return location.href;";
    let url: String = page.execute(script, &[]).await;
    page.goto(&format!("{}/post.css", page.site.origin(Origin::Host))).await;
    page.site.forget_requests();
    page.go_back().await;
    page.wait_for("the page again", "return location.href === arguments[0];", &[url.into()]).await;
    page.wait_for("the page from the cache", "return window.isSameDocument && window.isFromCache;", &[]).await;
    assert_eq!(page.question().await, question);
    assert!(page.radios().all().await[0].is_checked().await);
    page.answer(2).await;
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.site.requests(), []);
    assert_eq!(page.errors().await, []);
}

async fn a_widget_that_is_inserted_again_later_keeps_its_question(page: &Page) {
    page.open_post().await;
    answer_then_remove_and_insert_again(page).await;
}

async fn where_storage_is_refused_answers_survive_removal_in_memory(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(STORAGE_REFUSED)).await;
    page.wait_ready().await;
    answer_then_remove_and_insert_again(page).await;
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.errors().await, []);
}

async fn with_storage_none_nothing_is_stored(page: &Page) {
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" seed="7" storage="none""#)])).await;
    page.wait_ready().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    assert_eq!(page.execute::<u32>("return sessionStorage.length + localStorage.length;", &[]).await, 0);
}

async fn reset_deletes_the_stored_answers(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer(1).await;
    assert_ne!(page.execute::<String>(STORED, &[]).await, "");
    page.execute::<()>("document.querySelector('#widget').reset();", &[]).await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.execute::<String>(STORED, &[]).await, "");
}

/// As after an edit of the ladder file: a stored answer has an id that the ladder no longer has.
async fn a_stored_answer_that_the_ladder_lacks_is_dropped_with_a_notice(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer(1).await;
    page.answer(1).await;
    let third = page.question().await;
    let rename_answer =
        "const lines = stored.split('\\n'); lines[2] = lines[2].split(' ')[0] + ' gone'; return lines.join('\\n');";
    change_stored(page, rename_answer).await;
    page.reload().await;
    let text = page.widget_text().await;
    assert!(text.contains("One of your answers no longer fits and was removed; the others are kept."), "{text}");
    // The question of the dropped answer comes again, and the answer after it is still there.
    page.answer(0).await;
    let text = page.widget_text().await;
    assert!(!text.contains("no longer fits"), "{text}");
    assert!(page.radios().all().await[1].is_checked().await);
    page.next_button().click().await;
    page.wait_for_question(&third).await;
}

async fn a_stored_text_that_is_not_answers_is_ignored(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer(1).await;
    for text in ["null", "\t", "7\t560\tx", "7\t560\t99\n\n\n\n", "7\t-1\tend"] {
        change_stored(page, &format!("return {text:?};")).await;
        page.reload().await;
        assert_eq!(page.errors().await, [], "{text}");
    }
}

async fn two_widgets_of_one_ladder_store_their_answers_apart(page: &Page) {
    let widget = |id: &str| Embed::snippet_with(&format!(r#"id="{id}" seed="7""#));
    page.visit(HostPage::new([widget("first"), widget("second")])).await;
    page.wait_for("both widgets to be ready", ARE_BOTH_READY, &[]).await;
    page.execute::<()>("document.querySelector('#second').begin();", &[]).await;
    page.radiogroup().wait_visible().await;
    page.skip_title_question().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    page.start_reload().await;
    page.wait_for_after_reload("both widgets to be ready again", ARE_BOTH_READY, &[]).await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    let have_result = "return ['#first', '#second'].map((id) => Boolean(document.querySelector(id).result));";
    assert_eq!(page.execute::<Vec<bool>>(have_result, &[]).await, [false, true]);
}

async fn a_restored_outcome_does_not_change_the_height(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 1).await;
    page.settle().await;
    page.site.hold(".wasm");
    page.start_reload().await;
    let has_screen = "return !!document.querySelector('#widget')?.shadowRoot;";
    page.wait_for_after_reload("the first screen after the reload", has_screen, &[]).await;
    page.settle().await;
    let height = "return document.querySelector('#widget').getBoundingClientRect().height;";
    let before: f64 = page.execute(height, &[]).await;
    page.site.release(".wasm");
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    page.settle().await;
    let after: f64 = page.execute(height, &[]).await;
    assert!((after - before).abs() <= 1.0, "{before} px, then {after}");
    assert!(after > 600.0, "the outcome is higher than the first screen, not {after} px");
}

in_every_engine!(
    a_reload_during_the_quiz_keeps_question_and_answers,
    a_reload_at_the_outcome_keeps_heading_and_result,
    a_widget_that_is_inserted_again_later_keeps_its_question,
    where_storage_is_refused_answers_survive_removal_in_memory,
);
in_chromium!(
    going_back_in_the_history_shows_the_outcome_again,
    a_page_from_the_back_forward_cache_goes_on_without_fetching,
    with_storage_none_nothing_is_stored,
    reset_deletes_the_stored_answers,
    a_stored_answer_that_the_ladder_lacks_is_dropped_with_a_notice,
    a_stored_text_that_is_not_answers_is_ignored,
    two_widgets_of_one_ladder_store_their_answers_apart,
    a_restored_outcome_does_not_change_the_height,
);

/// Replaces each stored text by the value that a function's body computes from `stored`, and lets the page store nothing
/// more.
async fn change_stored(page: &Page, function_body: &str) {
    let script = format!(
        "const change = (stored) => {{ {function_body} }};
        for (const key of Object.keys(sessionStorage)) sessionStorage[key] = change(sessionStorage[key]);
        Storage.prototype.setItem = () => {{}};"
    );
    page.execute::<()>(&script, &[]).await;
}

/// Answers a question, removes the widget, inserts it again later, and expects the next question.
async fn answer_then_remove_and_insert_again(page: &Page) {
    page.start_quiz().await;
    page.answer(1).await;
    let question = page.question().await;
    page.execute::<()>("window.removed = document.querySelector('#widget'); removed.remove();", &[]).await;
    page.settle().await;
    page.execute::<()>("document.querySelector('#elsewhere').append(removed); removed.scrollIntoView();", &[]).await;
    page.radiogroup().wait_visible().await;
    assert_eq!(page.question().await, question);
}
