//! A program that breaks in the middle of something, as a mistake in it would: nobody loses an answer.

use browser_tests::{Embed, HostPage, Page, Step, in_chromium, in_every_engine};

/// From now on the browser refuses what only the program asks for; it stops at that, with a trap.
const BREAK: &str = "window.mended = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => { throw new Error('broken'); };";

/// The next time alone.
const BREAK_ONCE: &str = "const whole = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => { Node.prototype.insertBefore = whole; throw new Error('broken'); };";

const MEND: &str = "Node.prototype.insertBefore = mended;";

async fn a_trap_in_the_middle_of_the_quiz_loses_no_answer(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.answer(1).await;
    let second = page.question().await;
    page.choose(0).await;
    page.settle().await;
    let height = high(page).await;
    let watch = "window.least = 1e9;
        const look = () => { window.least = Math.min(window.least, document.querySelector('#widget').offsetHeight); requestAnimationFrame(look); };
        look();";
    page.run::<()>(watch, &[]).await;
    page.run::<()>(BREAK_ONCE, &[]).await;
    page.next().await;
    stopped(page).await;
    // The answer was taken before the next question could not be drawn.
    let Step::Question(third) = page.step_after(&second).await else { panic!("two questions are no quiz") };
    let height = height.min(high(page).await);
    page.button("Back").click().await;
    page.step_after(&third).await;
    assert_eq!(page.question().await, second);
    assert!(page.radios().all().await[0].is_checked().await, "the answer is marked");
    let least: f64 = page.run("return window.least;", &[]).await;
    assert!(least >= height - 1.0, "{height} px, and for a while {least}");
    page.finish(|_, _, _| 0).await;
    let names = page.event_names().await;
    assert_eq!(names.iter().filter(|name| *name == "ladder-ready").count(), 1, "to the page it is the same: {names:?}");
    assert!(!names.contains(&"ladder-error".to_owned()), "{names:?}");
    quiet(page).await;
}

async fn a_trap_at_the_start_starts_anew(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::with_seed("7")).await;
    page.button("Find my stage").shown().await;
    page.run::<()>(BREAK_ONCE, &[]).await;
    page.site.release(".wasm");
    page.ready().await;
    stopped(page).await;
    page.begin().await;
    page.answer(0).await;
    assert_eq!(page.event_names().await[..2], ["ladder-ready", "ladder-start"]);
    quiet(page).await;
}

async fn all_widgets_of_the_page_go_on(page: &Page) {
    let widget = |id: &str| Embed::with(&format!(r#"id="{id}" seed="7" loading="eager" storage="none""#));
    page.visit(HostPage::new([widget("first"), widget("second")])).await;
    page.ready().await;
    page.run::<()>("document.querySelector('#second').begin();", &[]).await;
    page.button("Skip").click().await;
    page.answer(2).await;
    let second = page.question().await;
    page.run::<()>(BREAK_ONCE, &[]).await;
    page.run::<()>("document.querySelector('#first').begin();", &[]).await;
    stopped(page).await;
    page.settle().await;
    let both = "return find({ role: 'radiogroup' }).map(nameOf)[1] === arguments[0];";
    page.until("the question again, and the other widget's first one", both, &[second.into()]).await;
    page.skip().await;
    page.answer(1).await;
    quiet(page).await;
}

/// The page asks for the quiz when it hears that the program stopped, before there is another.
async fn what_is_asked_for_meanwhile_is_done(page: &Page) {
    page.visit(HostPage::new([Embed::with(r#"id="widget" seed="7" loading="eager" storage="none""#)])).await;
    page.ready().await;
    let ask = "const say = console.error;
        console.error = (...said) => { console.error = say; say(...said); document.querySelector('#widget').begin(); };";
    page.run::<()>(ask, &[]).await;
    page.run::<()>(BREAK_ONCE, &[]).await;
    page.button(&browser_tests::product().rungs[1].title).click().await;
    stopped(page).await;
    page.button("Skip").shown().await;
    page.skip().await;
    page.answer(1).await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start", "ladder-answer"]);
    quiet(page).await;
}

async fn what_breaks_again_and_again_is_given_up(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.answer(1).await;
    page.choose(0).await;
    page.settle().await;
    page.run::<()>(BREAK, &[]).await;
    page.next().await;
    let failed = "return __watch.events.find((event) => event.name === 'ladder-error')?.detail.code === 'internal';";
    page.until("ladder-error", failed, &[]).await;
    page.run::<()>(MEND, &[]).await;
    let text = page.widget_text().await;
    for rung in &browser_tests::product().rungs {
        assert!(text.contains(&rung.title) && text.contains(&rung.role), "{text}");
    }
    page.role("link").named("Find your career stage").shown().await;
    quiet(page).await;
    // The answers are still there for another visit.
    page.run::<()>("window.old = true; location.reload();", &[]).await;
    page.until("the question of before", "return !window.old && find({ role: 'radiogroup' }).length > 0 && find({ role: 'button', how: 'is', name: 'Skip' }).length === 0;", &[]).await;
}

/// The page's own listener throws in the middle of the program's call: that is nothing of the program's.
async fn what_the_page_throws_breaks_nothing(page: &Page) {
    page.open_post().await;
    page.run::<()>("document.addEventListener('ladder-start', () => { throw new Error('the page\\'s own'); });", &[])
        .await;
    page.begin().await;
    page.answer(0).await;
    let trouble = page.trouble().await;
    assert!(trouble.iter().all(|trouble| !trouble.text.contains("stopped")), "{trouble:#?}");
}

in_every_engine!(
    a_trap_in_the_middle_of_the_quiz_loses_no_answer,
    a_trap_at_the_start_starts_anew,
    what_breaks_again_and_again_is_given_up,
    all_widgets_of_the_page_go_on,
    what_is_asked_for_meanwhile_is_done,
);
in_chromium!(what_the_page_throws_breaks_nothing);

async fn high(page: &Page) -> f64 {
    page.run("return document.querySelector('#widget').offsetHeight;", &[]).await
}

/// Waits until the site's owner is told that the program stopped.
async fn stopped(page: &Page) {
    let told = "return __watch.trouble.some(({ text }) => text.includes('the program stopped'));";
    page.until("the program to stop", told, &[]).await;
}

/// Nothing reached the page's own handlers of errors.
async fn quiet(page: &Page) {
    let uncaught: Vec<_> = page.trouble().await.into_iter().filter(|trouble| trouble.kind.is_uncaught()).collect();
    assert!(uncaught.is_empty(), "{uncaught:#?}");
}
