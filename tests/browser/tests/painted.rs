//! The screen that the loader paints, and the live one that takes its place: one and the same to the reader.

use browser_tests::{Embed, HostPage, Key, Page, in_chromium, in_every_engine, product};

/// What is shown of a screen, and where.
const LOOK: &str =
    "return ['button', 'radio', 'heading', 'radiogroup', 'link'].flatMap((role) => find({ role }).map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { color, backgroundColor, opacity } = getComputedStyle(element);
    return [role, nameOf(element), x, y + scrollY, width, height, color, backgroundColor, opacity];
}));";

async fn every_first_screen_stays_as_it_is(page: &Page) {
    for ladder in ["product", "product-stages", "product-six", "engineering"] {
        for start in ["ladder", "quiz"] {
            page.site.hold(".wasm");
            let attributes = format!(r#"id="widget" seed="7" ladder="{ladder}" start="{start}""#);
            page.visit(HostPage::new([Embed::with(&attributes)])).await;
            let first = if start == "quiz" { "Skip" } else { "Find my stage" };
            page.button(first).shown().await;
            // What stands beside a question is painted a moment later.
            page.until(
                "the whole screen",
                "return document.querySelector('#widget').shadowRoot.querySelector('.diagram');",
                &[],
            )
            .await;
            // The question is higher than the room that was reserved.
            page.run::<()>("__watch.flushShifts?.(); __watch.shifts.length = 0;", &[]).await;
            let before: serde_json::Value = page.run(LOOK, &[]).await;
            assert!(page.event_names().await.is_empty(), "this is the painted screen");
            page.site.release(".wasm");
            page.ready().await;
            assert_eq!(page.run::<serde_json::Value>(LOOK, &[]).await, before, "{ladder}, {start}");
            let shifts = "__watch.flushShifts?.(); return __watch.shifts;";
            assert_eq!(page.run::<Vec<serde_json::Value>>(shifts, &[]).await, Vec::<serde_json::Value>::new());
            assert_eq!(page.trouble().await, []);
        }
    }
}

async fn an_early_answer_is_marked_and_kept(page: &Page) {
    painted_question(page).await;
    assert_eq!(next(page).await.as_deref(), Some("true"), "there is nothing to go on with");
    page.button("Next").click().await;
    page.choose(3).await;
    assert!(page.radios().all().await[3].is_checked().await, "it is marked before the program is there");
    assert_eq!(next(page).await.as_deref(), Some("false"));
    page.site.release(".wasm");
    page.ready().await;
    page.settle().await;
    assert_eq!(marked(page).await, [3], "and nobody went on");
    assert_eq!(next(page).await.as_deref(), Some("false"));
    page.button("Skip").shown().await;
    page.next().await;
    page.button("Skip").gone().await;
    page.button("Back").click().await;
    page.button("Skip").shown().await;
    assert_eq!(marked(page).await, [3], "the program knows it");
}

/// From this title the way leads to another question than from most.
async fn an_early_answer_and_next_lead_on(page: &Page) {
    painted_question(page).await;
    page.choose(3).await;
    page.button("Next").click().await;
    page.button("Skip").shown().await;
    page.site.release(".wasm");
    page.ready().await;
    page.button("Skip").gone().await;
    page.button("Back").click().await;
    page.button("Skip").shown().await;
    assert_eq!(marked(page).await, [3]);
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    assert_eq!(page.trouble().await, []);
}

async fn an_early_skip_counts(page: &Page) {
    painted_question(page).await;
    page.choose(3).await;
    page.button("Skip").click().await;
    page.button("Skip").gone().await;
    let question = page.question().await;
    assert!(product().question(&question).is_some(), "{question}");
    page.site.release(".wasm");
    page.ready().await;
    page.settle().await;
    assert_eq!(page.question().await, question);
    page.button("Back").click().await;
    page.button("Skip").shown().await;
    assert!(marked(page).await.is_empty(), "the title that was marked does not count");
}

async fn the_question_behind_the_title_is_there_at_once(page: &Page) {
    painted_question(page).await;
    page.choose(2).await;
    page.button("Next").click().await;
    page.button("Skip").gone().await;
    let question = page.question().await;
    assert!(product().question(&question).is_some(), "{question}");
    let on_heading = "return focused().localName === 'h3';";
    assert!(page.run::<bool>(on_heading, &[]).await, "it is read out");
    assert_eq!(next(page).await.as_deref(), Some("true"), "there is nothing to go on with");
    page.choose(1).await;
    assert_eq!(next(page).await.as_deref(), Some("false"));
    assert!(page.event_names().await.is_empty(), "the program is not there");
    page.site.release(".wasm");
    page.ready().await;
    page.settle().await;
    assert_eq!((page.question().await, marked(page).await), (question.clone(), vec![1]));
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    page.next().await;
    page.step_after(&question).await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start", "ladder-answer"]);
    for _ in 0..2 {
        page.button("Back").click().await;
    }
    page.button("Skip").shown().await;
    assert_eq!(marked(page).await, [2]);
    assert_eq!(page.trouble().await, []);
}

/// Also where the seed is the reader's own, and the page says nothing.
async fn what_is_painted_behind_the_title_stays_as_it_is(page: &Page) {
    // Each with one of the titles from which most of them lead on.
    for (ladder, title) in [("product", 0), ("product-stages", 0), ("product-six", 0), ("engineering", 8)] {
        page.site.hold(".wasm");
        let attributes = format!(r#"id="widget" ladder="{ladder}" start="quiz" storage="none""#);
        page.visit(HostPage::new([Embed::with(&attributes)])).await;
        page.choose(title).await;
        page.next().await;
        page.button("Skip").gone().await;
        let whole = "return document.querySelector('#widget').shadowRoot.querySelector('.diagram');";
        page.until("the whole screen", whole, &[]).await;
        let before: serde_json::Value = page.run(LOOK, &[]).await;
        assert!(page.event_names().await.is_empty(), "this is the painted screen");
        page.site.release(".wasm");
        page.ready().await;
        page.settle().await;
        assert_eq!(page.run::<serde_json::Value>(LOOK, &[]).await, before, "{ladder}");
        assert_eq!(page.trouble().await, []);
    }
}

/// In which order its answers come only the program knows.
async fn with_a_seed_of_the_pages_own_the_question_waits(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::new([Embed::with(r#"id="widget" seed="of its own" start="quiz" storage="none""#)])).await;
    page.button("Skip").click().await;
    page.settle().await;
    page.button("Skip").shown().await;
    page.site.release(".wasm");
    page.ready().await;
    page.button("Skip").gone().await;
}

/// The program is there while the mouse button is down, and waits for it.
async fn a_press_on_next_that_holds_the_program_up_counts(page: &Page) {
    painted_question(page).await;
    page.choose(2).await;
    page.run::<()>("find({ role: 'button', how: 'is', name: 'Next' })[0].scrollIntoView({ block: 'center' });", &[])
        .await;
    page.button("Next").press().await;
    page.site.release(".wasm");
    // Nothing tells from outside that the live screen is ready to come up.
    page.settle().await;
    page.settle().await;
    page.let_go().await;
    page.ready().await;
    page.button("Skip").gone().await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    page.button("Back").click().await;
    page.button("Skip").shown().await;
    assert_eq!(marked(page).await, [2]);
    assert_eq!(page.trouble().await, []);
}

async fn back_from_a_painted_question_leads_to_the_title(page: &Page) {
    painted_question(page).await;
    page.choose(2).await;
    page.button("Next").click().await;
    page.button("Skip").gone().await;
    page.button("Back").click().await;
    page.site.release(".wasm");
    page.ready().await;
    page.button("Skip").shown().await;
    assert_eq!(marked(page).await, [2]);
}

async fn a_rung_opened_early_is_open(page: &Page) {
    page.site.hold(".wasm");
    let rung = product().rungs[1].title.clone();
    page.visit(HostPage::with_seed("7")).await;
    page.button(&rung).click().await;
    page.site.release(".wasm");
    page.region(&rung).shown().await;
}

async fn the_focus_stays_where_it_is(page: &Page) {
    painted_question(page).await;
    page.choose(1).await;
    let on_radio = "return roleOf(focused()) === 'radio' && find({ role: 'radio' }).indexOf(focused());";
    let on_why = "return focused().localName === 'summary';";
    if page.run::<serde_json::Value>(on_radio, &[]).await == 1 {
        page.site.release(".wasm");
        page.ready().await;
        page.settle().await;
        assert_eq!(page.run::<serde_json::Value>(on_radio, &[]).await, 1);
    }
    painted_question(page).await;
    page.choose(1).await;
    page.button("Why are you asking this?").click().await;
    page.run::<()>("find({ role: 'button', how: 'contains', name: 'Why' })[0].focus();", &[]).await;
    assert!(page.run::<bool>(on_why, &[]).await, "it has the focus");
    page.site.release(".wasm");
    page.ready().await;
    page.settle().await;
    assert_eq!(marked(page).await, [1]);
    assert!(page.run::<bool>(on_why, &[]).await, "the answer that was replayed does not take the focus");
    let open = "return document.querySelector('#widget').shadowRoot.querySelector('details').open;";
    assert!(page.run::<bool>(open, &[]).await, "what was opened is open");
}

async fn keys_choose_among_painted_answers(page: &Page) {
    painted_question(page).await;
    page.choose(0).await;
    page.run::<()>("find({ role: 'radio' })[0].focus();", &[]).await;
    page.press(Key::Down).await;
    assert_eq!(marked(page).await, [1]);
    page.site.release(".wasm");
    page.ready().await;
    page.settle().await;
    assert_eq!(marked(page).await, [1]);
}

async fn painted_answers_do_not_mix(page: &Page) {
    page.site.hold(".wasm");
    let quiz = |id: &str| Embed::with(&format!(r#"id="{id}" seed="7" start="quiz" loading="eager""#));
    page.visit(HostPage::new([quiz("first"), quiz("second")])).await;
    page.radios().shown().await;
    let each = product().rungs.len();
    page.radios().click_nth(1).await;
    page.radios().click_nth(each + 2).await;
    assert_eq!(marked(page).await, [1, each + 2]);
    let names = "return [...everyElement(document)].filter((element) => element.localName === 'input').map((input) => input.name);";
    let painted: Vec<String> = page.run(names, &[]).await;
    page.site.release(".wasm");
    page.ready().await;
    page.settle().await;
    assert_eq!(marked(page).await, [1, each + 2]);
    let live: Vec<String> = page.run(names, &[]).await;
    assert!(live.iter().all(|name| !painted.contains(name)), "{painted:?} and {live:?}");
}

/// The slower of the two: the screen of another ladder comes when the program is there already.
async fn a_screen_that_comes_late_takes_no_ones_place(page: &Page) {
    page.site.hold(".json");
    page.visit(HostPage::new([Embed::with(r#"id="widget" seed="7" ladder="engineering""#)])).await;
    page.ready().await;
    page.button("Find my stage").click().await;
    page.radiogroup().shown().await;
    page.site.release(".json");
    page.settle().await;
    page.radiogroup().shown().await;
    assert_eq!(page.trouble().await, []);
}

/// Where nobody chose anything, nothing is chosen for them.
async fn what_was_kept_comes_without_the_first_screen(page: &Page) {
    page.visit(HostPage::new([Embed::with(r#"id="widget" seed="7" ladder="engineering""#)])).await;
    page.begin().await;
    let question = page.question().await;
    page.site.forget();
    page.run::<()>("window.old = true; location.reload();", &[]).await;
    let again =
        "const group = find({ role: 'radiogroup' })[0]; return !window.old && group && nameOf(group) === arguments[0];";
    page.until("the question again", again, &[question.into()]).await;
    assert_eq!(page.site.count(".json"), 0);
}

in_every_engine!(
    an_early_answer_is_marked_and_kept,
    an_early_answer_and_next_lead_on,
    an_early_skip_counts,
    the_question_behind_the_title_is_there_at_once,
    a_press_on_next_that_holds_the_program_up_counts,
    a_rung_opened_early_is_open,
    the_focus_stays_where_it_is,
    every_first_screen_stays_as_it_is,
    painted_answers_do_not_mix,
);
in_chromium!(
    keys_choose_among_painted_answers,
    what_is_painted_behind_the_title_stays_as_it_is,
    with_a_seed_of_the_pages_own_the_question_waits,
    back_from_a_painted_question_leads_to_the_title,
    a_screen_that_comes_late_takes_no_ones_place,
    what_was_kept_comes_without_the_first_screen,
);

/// The painted question for the title, with the program held back.
async fn painted_question(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::new([Embed::with(r#"id="widget" seed="7" start="quiz" storage="none""#)])).await;
    page.button("Skip").shown().await;
}

/// Which answers are marked.
async fn marked(page: &Page) -> Vec<usize> {
    page.run("return find({ role: 'radio' }).flatMap((radio, place) => (radio.checked ? [place] : []));", &[]).await
}

/// Whether the way on says that it is closed.
async fn next(page: &Page) -> Option<String> {
    page.button("Next").shown().await.attribute("aria-disabled").await
}
