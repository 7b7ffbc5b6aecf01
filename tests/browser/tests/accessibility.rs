//! Audits by axe-core, and the roles and names that browsers compute.

use crate::support::answer_as_senior;
use browser_tests::{HostPage, Page, in_chromium, in_every_engine, product};

async fn in_light_and_narrow_every_screen_passes_axe(page: &Page) {
    assert_every_screen_passes(page, 320, "light").await;
}

async fn in_light_and_wide_every_screen_passes_axe(page: &Page) {
    assert_every_screen_passes(page, 1000, "light").await;
}

async fn in_dark_and_narrow_every_screen_passes_axe(page: &Page) {
    assert_every_screen_passes(page, 320, "dark").await;
}

async fn in_dark_and_wide_every_screen_passes_axe(page: &Page) {
    assert_every_screen_passes(page, 1000, "dark").await;
}

/// All other tests rely on the roles and names that `web/find.js` computes. This one compares them with the browser's.
async fn browsers_compute_the_same_roles_and_names_as_the_harness(page: &Page) {
    page.open_post().await;
    assert_browser_agrees(page, &["button", "group", "heading"]).await;
    let rung = product().rungs[0].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).wait_visible().await;
    assert_browser_agrees(page, &["button", "region", "tab", "tabpanel", "heading"]).await;
    page.open_title_question().await;
    assert_browser_agrees(page, &["button", "radio", "radiogroup", "heading"]).await;
    page.skip_title_question().await;
    assert_browser_agrees(page, &["button", "radio", "radiogroup", "heading"]).await;
    answer_as_senior(page).await;
    assert_browser_agrees(page, &["button", "heading", "list", "checkbox", "status"]).await;
}

in_every_engine!(browsers_compute_the_same_roles_and_names_as_the_harness);
in_chromium!(
    in_light_and_narrow_every_screen_passes_axe,
    in_light_and_wide_every_screen_passes_axe,
    in_dark_and_narrow_every_screen_passes_axe,
    in_dark_and_wide_every_screen_passes_axe,
);

async fn assert_browser_agrees(page: &Page, roles: &[&'static str]) {
    for &role in roles {
        for element in page.role(role).all().await {
            assert_eq!(element.computed_role_and_name().await, (role.to_owned(), element.name().await));
        }
    }
}

async fn assert_every_screen_passes(page: &Page, width: u32, scheme: &str) {
    page.emulate_media(&[("prefers-color-scheme", scheme)]).await;
    page.visit(HostPage::with_seed("7").width(width)).await;
    page.wait_ready().await;
    assert_passes(page, "the first screen").await;
    assert_rung_passes(page).await;
    assert_quiz_passes(page).await;
    assert_outcome_passes(page).await;
}

async fn assert_rung_passes(page: &Page) {
    let rung = product().rungs[2].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).wait_visible().await;
    for tab in page.role("tab").names().await {
        page.tab(&tab).click().await;
        assert_passes(page, &format!("an open rung, {tab}")).await;
    }
}

async fn assert_quiz_passes(page: &Page) {
    page.open_title_question().await;
    assert_passes(page, "the title question").await;
    page.skip_title_question().await;
    assert_passes(page, "a question").await;
    page.button("Why are you asking this?").click().await;
    page.select_option(0).await;
    assert_passes(page, "a question with a selected option").await;
}

async fn assert_outcome_passes(page: &Page) {
    answer_as_senior(page).await;
    page.button("How sure, in numbers").click().await;
    assert_passes(page, "the outcome").await;
    let link = page.copy_link().await;
    page.button("Copy as checklist").click().await;
    assert_passes(page, "the outcome with its link").await;
    page.execute::<()>("location.href = arguments[0];", &[link.into()]).await;
    page.button("Find my stage").wait_visible().await;
    assert_passes(page, "an outcome opened by a link").await;
}

async fn assert_passes(page: &Page, screen: &str) {
    // A colour that is still fading in is not the one that the reader will see.
    let is_at_rest = "return document.getAnimations().every(({ playState }) => playState !== 'running');";
    page.wait_for("the animations to end", is_at_rest, &[]).await;
    let violations: Vec<String> = page.axe_violations().await.iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "{screen}:\n{}", violations.join("\n"));
}
