//! The prerendered screens: they take presses before the program is there, and become the live screens unnoticed.

use crate::support::SCREEN;
use browser_tests::{Embed, HostPage, Key, Page, in_chromium, in_every_engine, product};
use serde_json::Value;

async fn the_first_screen_of_each_ladder_stays_the_same(page: &Page) {
    for ladder in ["product", "product-stages", "product-six", "engineering"] {
        for start in ["ladder", "quiz"] {
            page.site.hold(".wasm");
            let attributes = format!(r#"id="widget" seed="7" ladder="{ladder}" start="{start}""#);
            page.visit(HostPage::new([Embed::snippet_with(&attributes)])).await;
            let first_button = if start == "quiz" { "Skip" } else { "Find my stage" };
            page.button(first_button).wait_visible().await;
            wait_for_diagram(page).await;
            // The question is higher than the room that the page reserves, so the page has moved until now.
            let clear_shifts = "__recorder.flushLayoutShifts?.(); __recorder.layoutShifts.length = 0;";
            page.execute::<()>(clear_shifts, &[]).await;
            let before: Value = page.execute(SCREEN, &[]).await;
            assert!(page.event_names().await.is_empty(), "the program is not there yet");
            page.site.release(".wasm");
            page.wait_ready().await;
            assert_eq!(page.execute::<Value>(SCREEN, &[]).await, before, "{ladder}, {start}");
            let shifts = "__recorder.flushLayoutShifts?.(); return __recorder.layoutShifts;";
            assert_eq!(page.execute::<Vec<Value>>(shifts, &[]).await, Vec::<Value>::new());
            assert_eq!(page.errors().await, []);
        }
    }
}

async fn a_title_selected_early_stays_selected(page: &Page) {
    open_title_question_without_program(page).await;
    assert!(is_next_disabled(page).await, "no title is selected");
    page.button("Next").click().await;
    page.select_option(3).await;
    assert!(page.radios().all().await[3].is_checked().await, "it is selected before the program is there");
    assert!(!is_next_disabled(page).await);
    page.site.release(".wasm");
    page.wait_ready().await;
    page.settle().await;
    assert_eq!(page.selected_options().await, [3], "the press on the disabled Next does not count");
    assert!(!is_next_disabled(page).await);
    page.button("Skip").wait_visible().await;
    page.next_button().click().await;
    page.button("Skip").wait_hidden().await;
    page.button("Back").click().await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.selected_options().await, [3], "the program has the answer");
}

/// The title leads to another question than most titles, so that question is not prerendered.
async fn a_title_and_next_pressed_early_lead_on_when_the_program_is_there(page: &Page) {
    open_title_question_without_program(page).await;
    page.select_option(3).await;
    page.button("Next").click().await;
    page.button("Skip").wait_visible().await;
    page.site.release(".wasm");
    page.wait_ready().await;
    page.button("Skip").wait_hidden().await;
    page.button("Back").click().await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.selected_options().await, [3]);
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    assert_eq!(page.errors().await, []);
}

async fn skip_pressed_early_shows_the_next_question_and_drops_the_title(page: &Page) {
    open_title_question_without_program(page).await;
    page.select_option(3).await;
    page.button("Skip").click().await;
    page.button("Skip").wait_hidden().await;
    let question = page.question().await;
    assert!(product().find_question(&question).is_some(), "{question}");
    page.site.release(".wasm");
    page.wait_ready().await;
    page.settle().await;
    assert_eq!(page.question().await, question);
    page.button("Back").click().await;
    page.button("Skip").wait_visible().await;
    assert!(page.selected_options().await.is_empty(), "the title that was selected does not count");
}

/// The title leads to the same question as most titles, and that one is prerendered.
async fn the_question_after_most_titles_is_shown_before_the_program_is_there(page: &Page) {
    open_title_question_without_program(page).await;
    page.select_option(2).await;
    page.button("Next").click().await;
    page.button("Skip").wait_hidden().await;
    let question = page.question().await;
    assert!(product().find_question(&question).is_some(), "{question}");
    let is_on_heading = "return focusedElement().localName === 'h3';";
    assert!(page.execute::<bool>(is_on_heading, &[]).await, "screen readers read the question out");
    assert!(is_next_disabled(page).await, "no option is selected");
    page.select_option(1).await;
    assert!(!is_next_disabled(page).await);
    assert!(page.event_names().await.is_empty(), "the program is not there yet");
    page.site.release(".wasm");
    page.wait_ready().await;
    page.settle().await;
    assert_eq!((page.question().await, page.selected_options().await), (question.clone(), vec![1]));
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    page.next_button().click().await;
    page.wait_for_screen_after(&question).await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start", "ladder-answer"]);
    for _ in 0..2 {
        page.button("Back").click().await;
    }
    page.button("Skip").wait_visible().await;
    assert_eq!(page.selected_options().await, [2]);
    assert_eq!(page.errors().await, []);
}

/// The page sets no seed, so the widget picks one of those that the build prepared.
async fn the_prerendered_question_of_each_ladder_stays_the_same(page: &Page) {
    // For each ladder the index of a title that leads to the prerendered question.
    for (ladder, title) in [("product", 0), ("product-stages", 0), ("product-six", 0), ("engineering", 2)] {
        page.site.hold(".wasm");
        let attributes = format!(r#"id="widget" ladder="{ladder}" start="quiz" storage="none""#);
        page.visit(HostPage::new([Embed::snippet_with(&attributes)])).await;
        page.select_option(title).await;
        page.next_button().click().await;
        page.button("Skip").wait_hidden().await;
        wait_for_diagram(page).await;
        let before: Value = page.execute(SCREEN, &[]).await;
        assert!(page.event_names().await.is_empty(), "the program is not there yet");
        page.site.release(".wasm");
        page.wait_ready().await;
        page.settle().await;
        assert_eq!(page.execute::<Value>(SCREEN, &[]).await, before, "{ladder}");
        assert_eq!(page.errors().await, []);
    }
}

/// Only the program can compute the order of options for a seed that the build did not prepare.
async fn with_a_seed_of_the_pages_own_skip_waits_for_the_program(page: &Page) {
    page.site.hold(".wasm");
    let attributes = r#"id="widget" seed="of its own" start="quiz" storage="none""#;
    page.visit(HostPage::new([Embed::snippet_with(attributes)])).await;
    page.button("Skip").click().await;
    page.settle().await;
    page.button("Skip").wait_visible().await;
    page.site.release(".wasm");
    page.wait_ready().await;
    page.button("Skip").wait_hidden().await;
}

/// The program arrives while the mouse button is down, and waits for its release.
async fn a_press_on_next_during_which_the_program_arrives_counts(page: &Page) {
    open_title_question_without_program(page).await;
    page.select_option(2).await;
    let scroll = "find({ role: 'button', name: 'Next' })[0].scrollIntoView({ block: 'center' });";
    page.execute::<()>(scroll, &[]).await;
    page.button("Next").mouse_down().await;
    page.site.release(".wasm");
    // The page gives no sign when the program is ready to take over.
    page.settle().await;
    page.settle().await;
    page.mouse_up().await;
    page.wait_ready().await;
    page.button("Skip").wait_hidden().await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    page.button("Back").click().await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.selected_options().await, [2]);
    assert_eq!(page.errors().await, []);
}

async fn back_from_the_prerendered_question_returns_to_the_title(page: &Page) {
    open_title_question_without_program(page).await;
    page.select_option(2).await;
    page.button("Next").click().await;
    page.button("Skip").wait_hidden().await;
    page.button("Back").click().await;
    page.site.release(".wasm");
    page.wait_ready().await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.selected_options().await, [2]);
}

async fn a_rung_pressed_early_opens(page: &Page) {
    page.site.hold(".wasm");
    let rung = product().rungs[1].title.clone();
    page.visit(HostPage::with_seed("7")).await;
    page.button(&rung).click().await;
    page.site.release(".wasm");
    page.region(&rung).wait_visible().await;
}

async fn when_the_program_takes_over_the_focus_stays(page: &Page) {
    open_title_question_without_program(page).await;
    page.select_option(1).await;
    let focused_option =
        "return roleOf(focusedElement()) === 'radio' && find({ role: 'radio' }).indexOf(focusedElement());";
    // Not every engine moves the focus to a radio whose label is clicked.
    if page.execute::<Value>(focused_option, &[]).await == 1 {
        take_over(page).await;
        assert_eq!(page.execute::<Value>(focused_option, &[]).await, 1);
    }
    open_title_question_without_program(page).await;
    page.select_option(1).await;
    page.button("Why are you asking this?").click().await;
    page.execute::<()>("find({ role: 'button', name: 'Why', match: 'contains' })[0].focus();", &[]).await;
    let is_on_why = "return focusedElement().localName === 'summary';";
    assert!(page.execute::<bool>(is_on_why, &[]).await, "it has the focus");
    take_over(page).await;
    assert_eq!(page.selected_options().await, [1]);
    assert!(page.execute::<bool>(is_on_why, &[]).await, "the replayed click on the option takes the focus");
    let is_open = "return document.querySelector('#widget').shadowRoot.querySelector('details').open;";
    assert!(page.execute::<bool>(is_open, &[]).await, "the explanation that was opened is closed");
}

async fn arrows_select_options_before_the_program_is_there(page: &Page) {
    open_title_question_without_program(page).await;
    page.select_option(0).await;
    page.execute::<()>("find({ role: 'radio' })[0].focus();", &[]).await;
    page.press_key(Key::Down).await;
    assert_eq!(page.selected_options().await, [1]);
    take_over(page).await;
    assert_eq!(page.selected_options().await, [1]);
}

async fn two_prerendered_quizzes_keep_their_selections_apart(page: &Page) {
    page.site.hold(".wasm");
    let quiz = |id: &str| Embed::snippet_with(&format!(r#"id="{id}" seed="7" start="quiz" loading="eager""#));
    page.visit(HostPage::new([quiz("first"), quiz("second")])).await;
    page.radios().wait_visible().await;
    let options = product().rungs.len();
    page.select_option(1).await;
    page.select_option(options + 2).await;
    assert_eq!(page.selected_options().await, [1, options + 2]);
    let group_names = "return [...everyElement(document)].filter((element) => element.localName === 'input').map((input) => input.name);";
    let prerendered: Vec<String> = page.execute(group_names, &[]).await;
    take_over(page).await;
    assert_eq!(page.selected_options().await, [1, options + 2]);
    let live: Vec<String> = page.execute(group_names, &[]).await;
    assert!(live.iter().all(|name| !prerendered.contains(name)), "{prerendered:?} and {live:?}");
}

/// Screens of ladders other than the default are files of their own, so one can arrive after the program.
async fn a_prerendered_screen_that_arrives_after_the_program_is_dropped(page: &Page) {
    page.site.hold(".txt");
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" seed="7" ladder="engineering""#)])).await;
    page.wait_ready().await;
    page.button("Find my stage").click().await;
    page.radiogroup().wait_visible().await;
    page.site.release(".txt");
    page.settle().await;
    page.radiogroup().wait_visible().await;
    assert_eq!(page.errors().await, []);
}

async fn with_stored_answers_the_prerendered_screen_is_not_fetched(page: &Page) {
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" seed="7" ladder="engineering""#)])).await;
    page.start_quiz().await;
    let question = page.question().await;
    page.site.forget_requests();
    page.start_reload().await;
    let is_same = "const group = find({ role: 'radiogroup' })[0]; return group && nameOf(group) === arguments[0];";
    page.wait_for_after_reload("the question again", is_same, &[question.into()]).await;
    assert_eq!(page.site.request_count(".txt"), 0);
}

in_every_engine!(
    the_first_screen_of_each_ladder_stays_the_same,
    a_title_selected_early_stays_selected,
    a_title_and_next_pressed_early_lead_on_when_the_program_is_there,
    skip_pressed_early_shows_the_next_question_and_drops_the_title,
    the_question_after_most_titles_is_shown_before_the_program_is_there,
    a_press_on_next_during_which_the_program_arrives_counts,
    a_rung_pressed_early_opens,
    when_the_program_takes_over_the_focus_stays,
    two_prerendered_quizzes_keep_their_selections_apart,
);
in_chromium!(
    the_prerendered_question_of_each_ladder_stays_the_same,
    with_a_seed_of_the_pages_own_skip_waits_for_the_program,
    back_from_the_prerendered_question_returns_to_the_title,
    arrows_select_options_before_the_program_is_there,
    a_prerendered_screen_that_arrives_after_the_program_is_dropped,
    with_stored_answers_the_prerendered_screen_is_not_fetched,
);

/// Opens the prerendered title question, with the program held back.
async fn open_title_question_without_program(page: &Page) {
    page.site.hold(".wasm");
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" seed="7" start="quiz" storage="none""#)])).await;
    page.button("Skip").wait_visible().await;
}

/// Lets the program come, and waits until it has taken over.
async fn take_over(page: &Page) {
    page.site.release(".wasm");
    page.wait_ready().await;
    page.settle().await;
}

/// The diagram beside a question is painted a moment after the question.
async fn wait_for_diagram(page: &Page) {
    let is_there = "return document.querySelector('#widget').shadowRoot.querySelector('.diagram') !== null;";
    page.wait_for("the diagram", is_there, &[]).await;
}

async fn is_next_disabled(page: &Page) -> bool {
    match page.button("Next").wait_visible().await.attribute("aria-disabled").await.as_deref() {
        Some("true") => true,
        Some("false") => false,
        other => panic!("aria-disabled is {other:?}"),
    }
}
