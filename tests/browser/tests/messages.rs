//! Sentences for the site owner: on the console and in events, from a file that only pages with a mistake fetch.

use crate::support::wait_for_error_message;
use browser_tests::{Embed, HostPage, Page, PageErrorKind, ResponseFault, in_every_engine};

async fn an_unknown_ladder_is_answered_with_those_that_there_are(page: &Page) {
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" ladder="marketing""#)])).await;
    assert_message(page, r#"there is no ladder "marketing"; the bundled ones are engineering, product, "#).await;
}

async fn where_a_policy_refuses_the_program_the_message_says_what_to_allow(page: &Page) {
    let policy = "script-src 'self'; connect-src 'self'";
    page.visit_self_hosted(HostPage::with_snippet().header("content-security-policy", policy)).await;
    assert_message(page, "'wasm-unsafe-eval'").await;
}

async fn a_value_that_is_not_known_is_answered_once_with_those_that_are(page: &Page) {
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" theme="drak""#)])).await;
    page.wait_ready().await;
    let is_logged = "return __recorder.errors.length > 0;";
    page.wait_for("the warning", is_logged, &[]).await;
    page.settle().await;
    let mut warnings = page.errors().await;
    warnings.retain(|error| error.kind == PageErrorKind::ConsoleWarning);
    let [warning] = &warnings[..] else { panic!("one warning: {warnings:#?}") };
    let expected = r#"career-ladder: theme="drak" is unknown; use auto, light, or dark"#;
    assert!(warning.text.contains(expected), "{warning:#?}");
}

async fn without_its_file_the_message_names_the_mistake(page: &Page) {
    page.site.inject_fault("messages.js", ResponseFault::NotFound);
    page.visit(HostPage::new([Embed::snippet_with(r#"id="widget" ladder="marketing""#)])).await;
    assert_message(page, "unknownLadder: marketing").await;
}

async fn a_page_without_a_mistake_asks_for_no_sentences_and_no_forms(page: &Page) {
    page.visit(HostPage::with_snippet()).await;
    page.wait_ready().await;
    page.settle().await;
    for file in ["messages.js", "forms.js", "frames.js", "mistakes.js"] {
        assert_eq!(page.site.request_count(file), 0, "{file}");
    }
}

in_every_engine!(
    an_unknown_ladder_is_answered_with_those_that_there_are,
    where_a_policy_refuses_the_program_the_message_says_what_to_allow,
    a_value_that_is_not_known_is_answered_once_with_those_that_are,
    without_its_file_the_message_names_the_mistake,
    a_page_without_a_mistake_asks_for_no_sentences_and_no_forms,
);

/// Waits for `ladder-error`, whose message has this in it.
async fn assert_message(page: &Page, part: &str) {
    let message = wait_for_error_message(page).await;
    assert!(message.contains(part), "{message}");
}
