//! The widget in host pages that other people wrote: the folder of [`HostFolder`].
//!
//! On each page the widget must look as on an empty page, work, and leave the page as it is. `requirements.rs` lists the
//! needs of single pages, and `embedding.rs` opens a page with the widget. `page_changes.rs` compares the page around the
//! widget, and `appearance.rs` the widget itself. `scenarios.rs` has the events that only one page can bring about.

mod appearance;
mod embedding;
mod page_changes;
mod requirements;
mod scenarios;

use crate::support::{assert_every_rung_is_readable, fallback_link};
use appearance::assert_looks_as_on_empty_page;
use browser_tests::{HostFolder, Page, product};
use embedding::{EmbedForm, open_with_widget, wait_for_widget, widget_errors};
use page_changes::assert_page_is_unchanged;
use requirements::requirements_of;
use scenarios::run_scenario;

/// The number of tests that share the pages, so that several browsers can work at once.
const SHARDS: usize = 4;

async fn shard_1_shows_the_widget_as_an_empty_page_does(page: &Page) {
    check_element_form(page, 0).await;
}

async fn shard_2_shows_the_widget_as_an_empty_page_does(page: &Page) {
    check_element_form(page, 1).await;
}

async fn shard_3_shows_the_widget_as_an_empty_page_does(page: &Page) {
    check_element_form(page, 2).await;
}

async fn shard_4_shows_the_widget_as_an_empty_page_does(page: &Page) {
    check_element_form(page, 3).await;
}

browser_tests::in_every_engine!(
    shard_1_shows_the_widget_as_an_empty_page_does,
    shard_2_shows_the_widget_as_an_empty_page_does,
    shard_3_shows_the_widget_as_an_empty_page_does,
    shard_4_shows_the_widget_as_an_empty_page_does,
);

async fn a_script_alone_inserts_a_working_widget_on_every_page(page: &Page) {
    check_answering(page, EmbedForm::Script).await;
}

async fn a_placeholder_becomes_a_working_widget_on_every_page(page: &Page) {
    check_answering(page, EmbedForm::Placeholder).await;
}

async fn a_frame_holds_a_working_widget_on_every_page(page: &Page) {
    let hosts = HostFolder::from_env();
    for path in hosts.page_paths() {
        open_with_widget(page, &hosts, &path, EmbedForm::Frame).await;
        page.execute::<()>("document.querySelector('#frame').scrollIntoView({ behavior: 'instant' });", &[]).await;
        page.enter_frame("#frame").await;
        page.start_quiz().await;
        page.answer(0).await;
        page.leave_frame().await;
        let errors = widget_errors(page, &hosts, &path).await;
        assert!(errors.is_empty(), "a frame in {path}: {errors:#?}");
    }
}

browser_tests::in_chromium!(
    a_script_alone_inserts_a_working_widget_on_every_page,
    a_placeholder_becomes_a_working_widget_on_every_page,
    a_frame_holds_a_working_widget_on_every_page,
);

/// Checks the pages of one shard with the snippet: what changes on the page, the widget's appearance, and its use.
async fn check_element_form(page: &Page, shard: usize) {
    let hosts = HostFolder::from_env();
    for path in hosts.page_paths().into_iter().skip(shard).step_by(SHARDS) {
        open_with_widget(page, &hosts, &path, EmbedForm::Element).await;
        if requirements_of(&path).failure.is_some() {
            assert_static_ladder(page).await;
            continue;
        }
        wait_for_widget(page).await;
        assert_page_is_unchanged(page, &path).await;
        assert_looks_as_on_empty_page(page, &hosts, &path).await;
        run_scenario(page, &hosts, &path).await;
    }
}

/// Checks on every page that a question can be answered, if the widget can run there.
async fn check_answering(page: &Page, form: EmbedForm) {
    let hosts = HostFolder::from_env();
    for path in hosts.page_paths() {
        open_with_widget(page, &hosts, &path, form).await;
        if requirements_of(&path).failure.is_some() {
            assert_only_error_is_reported(page).await;
            continue;
        }
        wait_for_widget(page).await;
        page.start_quiz().await;
        page.answer(0).await;
        let errors = widget_errors(page, &hosts, &path).await;
        assert!(errors.is_empty(), "{form:?} in {path}: {errors:#?}");
    }
}

async fn assert_static_ladder(page: &Page) {
    assert_only_error_is_reported(page).await;
    assert_every_rung_is_readable(page, &product(), "the static ladder").await;
    fallback_link(page).wait_visible().await;
}

/// Waits for `ladder-error`; fails if there is another event or an uncaught exception.
async fn assert_only_error_is_reported(page: &Page) {
    let has_failed = "document.querySelector('career-ladder')?.scrollIntoView({ behavior: 'instant' });
        return __recorder.events.some((event) => event.name === 'ladder-error');";
    page.wait_for("ladder-error", has_failed, &[]).await;
    page.settle().await;
    assert_eq!(page.event_names().await, ["ladder-error"]);
    page.assert_nothing_uncaught().await;
}
