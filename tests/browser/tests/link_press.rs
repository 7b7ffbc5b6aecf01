//! A press before the program is there, on a page that a private link opened: the reader goes on by themselves.

use crate::support::SHARED_LINK;
use browser_tests::{Embed, HostPage, Key, Origin, Page, in_chromium, in_every_engine, product};

async fn find_my_stage_pressed_before_the_program_is_there_opens_the_quiz(page: &Page) {
    open_link_without_program(page, "").await;
    page.button("Find my stage").click().await;
    release_program(page).await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    assert_no_outcome(page).await;
}

async fn a_rung_opened_by_key_before_the_program_is_there_stays_open(page: &Page) {
    open_link_without_program(page, "").await;
    let rung = product().rungs[0].title.clone();
    page.button(&rung).wait_visible().await;
    let focus = "find({ role: 'button', name: arguments[0] })[0].focus();";
    page.execute::<()>(focus, &[rung.as_str().into()]).await;
    page.press_key(Key::Enter).await;
    release_program(page).await;
    page.region(&rung).wait_visible().await;
    assert_no_outcome(page).await;
}

async fn a_title_chosen_before_the_program_is_there_stays_chosen(page: &Page) {
    open_link_without_program(page, r#"start="quiz""#).await;
    page.select_option(3).await;
    release_program(page).await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.selected_options().await, [3]);
    assert_no_outcome(page).await;
}

async fn skip_pressed_before_the_program_is_there_leads_to_the_next_question(page: &Page) {
    open_link_without_program(page, r#"start="quiz""#).await;
    page.button("Skip").click().await;
    page.button("Skip").wait_hidden().await;
    let question = page.question().await;
    release_program(page).await;
    assert_eq!(page.question().await, question);
    assert_eq!(page.event_names().await, ["ladder-ready", "ladder-start"]);
    assert_no_outcome(page).await;
}

/// The program is there when the button goes down, and reads the link; the release comes later.
async fn a_press_during_which_the_program_reads_the_link_counts(page: &Page) {
    open_link_without_program(page, "").await;
    page.button("Find my stage").wait_visible().await;
    let scroll = "find({ role: 'button', name: 'Find my stage' })[0].scrollIntoView({ block: 'center' });";
    page.execute::<()>(scroll, &[]).await;
    page.button("Find my stage").mouse_down().await;
    page.site.release(".wasm");
    // The page gives no sign when the program is ready to take over.
    page.settle().await;
    page.settle().await;
    page.mouse_up().await;
    page.wait_ready().await;
    page.button("Skip").wait_visible().await;
    assert_no_outcome(page).await;
}

async fn a_press_outside_of_every_button_leaves_the_link_in_force(page: &Page) {
    open_link_without_program(page, "").await;
    page.heading(&product().title).click().await;
    release_program(page).await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
}

async fn a_press_on_another_widget_leaves_the_link_in_force(page: &Page) {
    page.site.hold(".wasm");
    let widgets =
        [Embed::snippet_with(r#"id="first" storage="none""#), Embed::snippet_with(r#"id="second" storage="none""#)];
    page.goto(&(HostPage::new(widgets).publish(&page.site, Origin::Assets) + SHARED_LINK)).await;
    page.button("Find my stage").wait_visible().await;
    page.execute::<()>("document.querySelector('#second').scrollIntoView();", &[]).await;
    let are_painted = "return find({ role: 'button', name: 'Find my stage' }).length === 2;";
    page.wait_for("both widgets", are_painted, &[]).await;
    page.button("Find my stage").click_nth(1).await;
    release_program(page).await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    page.button("Skip").wait_visible().await;
}

in_every_engine!(
    find_my_stage_pressed_before_the_program_is_there_opens_the_quiz,
    a_rung_opened_by_key_before_the_program_is_there_stays_open,
    a_title_chosen_before_the_program_is_there_stays_chosen,
    skip_pressed_before_the_program_is_there_leads_to_the_next_question,
);
in_chromium!(
    a_press_during_which_the_program_reads_the_link_counts,
    a_press_outside_of_every_button_leaves_the_link_in_force,
    a_press_on_another_widget_leaves_the_link_in_force,
);

/// Opens a page by a link while the program is on its way.
async fn open_link_without_program(page: &Page, attributes: &str) {
    page.site.hold(".wasm");
    let attributes = format!(r#"id="widget" seed="7" storage="none" {attributes}"#);
    let post = HostPage::new([Embed::snippet_with(&attributes)]);
    page.goto(&(post.publish(&page.site, Origin::Assets) + SHARED_LINK)).await;
}

async fn release_program(page: &Page) {
    page.site.release(".wasm");
    page.wait_ready().await;
    page.settle().await;
}

async fn assert_no_outcome(page: &Page) {
    assert_eq!(page.heading_matching(&page.outcome_heading()).count().await, 0);
    assert_eq!(page.errors().await, []);
}
