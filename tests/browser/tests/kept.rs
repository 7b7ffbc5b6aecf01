//! Answers outlive what happens to the page.

use browser_tests::{Embed, HostPage, OUTCOME, Page, in_chromium, in_every_engine};

/// What lies in the session's storage for the widget.
const STORED: &str = "return Object.keys(sessionStorage).filter((key) => key.startsWith('career-ladder')).map((key) => sessionStorage[key]).join();";

async fn a_reload_in_the_middle_keeps_answers_and_place(page: &Page) {
    page.open_post().await;
    page.begin_with_title().await;
    let title = page.radios().names().await[2].clone();
    page.answer(2).await;
    let first = page.question().await;
    let chosen = page.radios().names().await[1].clone();
    page.answer(1).await;
    let second = page.question().await;
    page.choose(0).await;
    page.reload().await;
    assert_eq!(page.question().await, second);
    assert!(page.radios().all().await[0].is_checked().await, "what was marked is marked");
    page.button("Back").click().await;
    page.step_after(&second).await;
    assert_eq!(page.question().await, first);
    assert!(page.role("radio").named(&chosen).shown().await.is_checked().await);
    page.button("Back").click().await;
    page.step_after(&first).await;
    assert!(page.role("radio").named(&title).shown().await.is_checked().await);
    assert_eq!(page.event_names().await, ["ladder-ready"], "nothing starts anew");
    assert_eq!(page.trouble().await, []);
}

async fn a_reload_at_the_end_keeps_the_outcome(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let heading = page.finish(|_, _, _| 1).await;
    let result: serde_json::Value = page.run("return document.querySelector('#widget').result;", &[]).await;
    page.reload().await;
    page.heading(&heading).shown().await;
    let again: serde_json::Value = page.run("return document.querySelector('#widget').result;", &[]).await;
    assert_eq!(again, result);
    assert_eq!(page.event_names().await, ["ladder-ready"], "nobody was placed anew");
    page.button("Back").click().await;
    page.radiogroup().shown().await;
}

/// WebKit's driver, on its way back, sometimes never answers again.
async fn the_way_back_through_history_keeps_the_outcome(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let heading = page.finish(|_, _, _| 0).await;
    let here: String = page.run("return location.href;", &[]).await;
    page.go(&format!("{}/post.css", page.site.origin(browser_tests::Origin::Host))).await;
    page.back().await;
    page.until("the page again", "return location.href === arguments[0];", &[here.into()]).await;
    page.heading(&heading).shown().await;
}

/// The browser keeps the whole page and shows it again as it was, the program in the middle of it.
async fn a_page_that_was_frozen_goes_on(page: &Page) {
    let post = HostPage::with_seed("7").header("cache-control", "max-age=60");
    page.visit(post).await;
    page.ready().await;
    page.begin().await;
    page.answer(1).await;
    let question = page.question().await;
    page.choose(0).await;
    let here: String = page.run(
        "window.alive = true; addEventListener('pageshow', ({ persisted }) => (window.thawed = persisted)); return location.href;",
        &[],
    )
    .await;
    page.go(&format!("{}/post.css", page.site.origin(browser_tests::Origin::Host))).await;
    page.site.forget();
    page.back().await;
    page.until("the page again", "return location.href === arguments[0];", &[here.into()]).await;
    page.until("the very page", "return window.alive && window.thawed;", &[]).await;
    assert_eq!(page.question().await, question);
    assert!(page.radios().all().await[0].is_checked().await);
    page.answer(2).await;
    page.finish(|_, _, _| 0).await;
    assert_eq!(page.site.requests(), [], "nothing is fetched anew");
    assert_eq!(page.trouble().await, []);
}

async fn a_widget_that_is_put_back_later_goes_on(page: &Page) {
    page.open_post().await;
    goes_on_when_it_is_put_back(page).await;
}

async fn where_storage_is_refused_memory_must_do(page: &Page) {
    let refused = "<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });</script>";
    page.visit(HostPage::with_seed("7").before(refused)).await;
    page.ready().await;
    goes_on_when_it_is_put_back(page).await;
    page.finish(|_, _, _| 0).await;
    assert_eq!(page.trouble().await, []);
}

async fn nothing_is_stored_where_the_page_says_so(page: &Page) {
    page.visit(HostPage::new([Embed::with(r#"id="widget" seed="7" storage="none""#)])).await;
    page.ready().await;
    page.begin().await;
    page.finish(|_, _, _| 0).await;
    assert_eq!(page.run::<u32>("return sessionStorage.length + localStorage.length;", &[]).await, 0);
}

async fn a_new_start_forgets_what_was_kept(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.answer(1).await;
    assert_ne!(page.run::<String>(STORED, &[]).await, "");
    page.run::<()>("document.querySelector('#widget').reset();", &[]).await;
    page.button("Find my stage").shown().await;
    assert_eq!(page.run::<String>(STORED, &[]).await, "");
}

/// As after an edit of the ladder: one of the kept answers names what is no longer there.
async fn answers_that_are_gone_are_dropped_and_said(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.answer(1).await;
    page.answer(1).await;
    let third = page.question().await;
    spoil(
        page,
        "const lines = kept.split('\\n'); lines[2] = lines[2].split(' ')[0] + ' gone'; return lines.join('\\n');",
    )
    .await;
    page.reload().await;
    let text = page.widget_text().await;
    assert!(text.contains("One of your answers no longer fits it and was dropped; the others are kept."), "{text}");
    // The question whose answer is gone comes again; what was answered behind it is still there.
    page.answer(0).await;
    let text = page.widget_text().await;
    assert!(!text.contains("no longer fits"), "{text}");
    assert!(page.radios().all().await[1].is_checked().await);
    page.next().await;
    page.until(
        "the third question",
        "return nameOf(find({ role: 'radiogroup' })[0]) === arguments[0];",
        &[third.into()],
    )
    .await;
}

async fn what_is_no_answer_is_passed_over(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.answer(1).await;
    for nonsense in ["null", "\t", "7\t560\tx", "7\t560\t99\n\n\n\n", "7\t-1\tend"] {
        spoil(page, &format!("return {nonsense:?};")).await;
        page.reload().await;
        assert_eq!(page.trouble().await, [], "{nonsense}");
    }
}

async fn two_widgets_of_one_ladder_do_not_mix(page: &Page) {
    page.visit(HostPage::new([Embed::with(r#"id="first" seed="7""#), Embed::with(r#"id="second" seed="7""#)])).await;
    page.until("both to be ready", READY_BOTH, &[]).await;
    page.run::<()>("document.querySelector('#second').begin();", &[]).await;
    page.radiogroup().shown().await;
    page.skip().await;
    page.finish(|_, _, _| 0).await;
    page.run::<()>("window.old = true; location.reload();", &[]).await;
    page.until("both to be ready again", &format!("if (window.old) return; {READY_BOTH}"), &[]).await;
    page.heading_matching(OUTCOME).shown().await;
    let results: Vec<bool> =
        page.run("return ['#first', '#second'].map((id) => Boolean(document.querySelector(id).result));", &[]).await;
    assert_eq!(results, [false, true]);
}

const READY_BOTH: &str = "document.querySelector('#second')?.scrollIntoView();
    return globalThis.__watch?.events.filter((event) => event.name === 'ladder-ready').length === 2;";

async fn what_is_kept_moves_nothing_when_it_comes_back(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.finish(|_, _, _| 1).await;
    page.settle().await;
    page.site.hold(".wasm");
    page.run::<()>("window.old = true; location.reload();", &[]).await;
    page.until("the page again", "return !window.old && document.querySelector('#widget')?.shadowRoot;", &[]).await;
    page.settle().await;
    let bottom = "return document.querySelector('#widget').getBoundingClientRect().height;";
    let before: f64 = page.run(bottom, &[]).await;
    page.site.release(".wasm");
    page.heading_matching(OUTCOME).shown().await;
    page.settle().await;
    let after: f64 = page.run(bottom, &[]).await;
    assert!((after - before).abs() <= 1.0, "{before} px, then {after}");
    assert!(after > 600.0, "taller than the first screen");
}

in_every_engine!(
    a_reload_in_the_middle_keeps_answers_and_place,
    a_reload_at_the_end_keeps_the_outcome,
    a_widget_that_is_put_back_later_goes_on,
    where_storage_is_refused_memory_must_do,
);
in_chromium!(
    the_way_back_through_history_keeps_the_outcome,
    a_page_that_was_frozen_goes_on,
    nothing_is_stored_where_the_page_says_so,
    a_new_start_forgets_what_was_kept,
    answers_that_are_gone_are_dropped_and_said,
    what_is_no_answer_is_passed_over,
    two_widgets_of_one_ladder_do_not_mix,
    what_is_kept_moves_nothing_when_it_comes_back,
);

/// Changes what is kept, as the body of a function of `kept` says; the page itself writes nothing more.
async fn spoil(page: &Page, change: &str) {
    let script = format!(
        "const change = (kept) => {{ {change} }};
        for (const key of Object.keys(sessionStorage)) sessionStorage[key] = change(sessionStorage[key]);
        Storage.prototype.setItem = () => {{}};"
    );
    page.run::<()>(&script, &[]).await;
}

/// Answers a question, takes the widget out, puts it back later, and finds the next question.
async fn goes_on_when_it_is_put_back(page: &Page) {
    page.begin().await;
    page.answer(1).await;
    let question = page.question().await;
    page.run::<()>("window.gone = document.querySelector('#widget'); gone.remove();", &[]).await;
    page.settle().await;
    page.run::<()>("document.querySelector('#elsewhere').append(gone); gone.scrollIntoView();", &[]).await;
    page.radiogroup().shown().await;
    assert_eq!(page.question().await, question);
}
