//! Audits by axe-core, and the roles and names that browsers compute.

use crate::support::{answer_as_senior, open_result_tab, wait_for_alert};
use browser_tests::{HostPage, Page, in_chromium, in_every_engine, product};

async fn on_a_narrow_widget_every_state_passes_axe(page: &Page) {
    assert_every_state_passes(page, 320).await;
    page.button("Show the ladder").click().await;
    assert_passes(page, "an outcome with its ladder").await;
    page.button("Back to the result").click().await;
    page.button("Show the ladder").wait_visible().await;
}

async fn on_a_wide_widget_every_state_passes_axe(page: &Page) {
    assert_every_state_passes(page, 1000).await;
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
    let roles = ["button", "heading", "tablist", "tab", "tabpanel", "combobox", "checkbox", "status"];
    assert_browser_agrees(page, &roles).await;
    for part in ["Profile", "Why", "Share"] {
        open_result_tab(page, part).await;
        assert_browser_agrees(page, &["button", "heading", "tab", "tabpanel", "status"]).await;
    }
}

in_every_engine!(browsers_compute_the_same_roles_and_names_as_the_harness);
in_chromium!(on_a_narrow_widget_every_state_passes_axe, on_a_wide_widget_every_state_passes_axe,);

async fn assert_browser_agrees(page: &Page, roles: &[&'static str]) {
    for &role in roles {
        for element in page.role(role).all().await {
            assert_eq!(element.computed_role_and_name().await, (role.to_owned(), element.name().await));
        }
    }
}

/// Visits every state of the widget. It ends at an outcome between two rungs.
async fn assert_every_state_passes(page: &Page, width: u32) {
    page.visit(HostPage::with_seed("7").width(width)).await;
    page.wait_ready().await;
    assert_passes(page, "the first screen").await;
    assert_details_pass(page).await;
    assert_quiz_passes(page).await;
    assert_outcome_passes(page).await;
    assert_shared_outcome_passes(page).await;
    let ladder = product();
    page.restore_answers("product", &ladder.answers_that_do_not_apply()).await;
    page.heading_matching("don.t point to one stage").wait_visible().await;
    for tab in page.role("tab").names().await {
        page.tab(&tab).click().await;
        assert_passes(page, &format!("an unclear outcome, {tab}")).await;
    }
    page.restore_answers("product", &ladder.answers_between(&ladder.rungs[1], &ladder.rungs[2])).await;
    page.heading_matching("^Between ").wait_visible().await;
    assert_passes(page, "an outcome between two rungs").await;
}

/// The details of an adjacent role, and those of a rung.
async fn assert_details_pass(page: &Page) {
    page.role("button").matching(r"^\d+ more$").click().await;
    let role = page.role("button").within("Adjacent roles").names().await.pop().expect("an adjacent role");
    page.button(&role).click().await;
    page.region(&role).wait_visible().await;
    assert_passes(page, "an adjacent role").await;
    page.button("Close").click().await;
    let rung = product().rungs[2].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).wait_visible().await;
    for tab in page.role("tab").names().await {
        page.tab(&tab).click().await;
        assert_passes(page, &format!("an open rung, {tab}")).await;
    }
    page.button("About this stage").click().await;
    assert_passes(page, "an open rung with its stage").await;
    page.button("Close").click().await;
}

async fn assert_quiz_passes(page: &Page) {
    page.open_title_question().await;
    assert_passes(page, "the title question").await;
    page.skip_title_question().await;
    assert_passes(page, "a question").await;
    page.button("Why are you asking this?").click().await;
    page.select_option(0).await;
    assert_passes(page, "a question with its reason and a selected option").await;
}

async fn assert_outcome_passes(page: &Page) {
    answer_as_senior(page).await;
    assert_passes(page, "the plan").await;
    page.button("About this stage").click().await;
    page.role("checkbox").click_nth(0).await;
    page.button("Copy as checklist").click().await;
    assert_passes(page, "the plan with its stage and a tick").await;
    open_result_tab(page, "Profile").await;
    assert_passes(page, "the profile").await;
    open_result_tab(page, "Why").await;
    assert_passes(page, "the reasons").await;
    page.button("About this ladder").click().await;
    assert_passes(page, "the reasons with the words about the ladder").await;
    open_result_tab(page, "Share").await;
    assert_passes(page, "the ways to share").await;
    page.button("Save on this device").click().await;
    page.button("Delete my answers").click().await;
    page.button("Press again to delete").wait_visible().await;
    assert_passes(page, "the question before deleting").await;
    page.button(&format!("About {}", product().rungs[2].title)).click().await;
    page.button("Close").wait_visible().await;
    assert_passes(page, "the details of a likely rung").await;
    page.button("Close").click().await;
}

async fn assert_shared_outcome_passes(page: &Page) {
    let link = page.copy_link().await;
    assert_passes(page, "the outcome with its link").await;
    page.execute::<()>("location.href = arguments[0];", &[link.clone().into()]).await;
    page.button("Find my stage").wait_visible().await;
    for part in ["Plan", "Profile", "Why", "Share"] {
        open_result_tab(page, part).await;
        assert_passes(page, &format!("an outcome opened by a link, {part}")).await;
    }
    page.execute::<()>("location.href = arguments[0];", &[link.replace("product_", "product_x").into()]).await;
    wait_for_alert(page, "is damaged").await;
    assert_passes(page, "a notice about a damaged link").await;
}

/// Axe finds nothing in light, and nothing about contrast in dark, where all else is the same.
async fn assert_passes(page: &Page, state: &str) {
    emulate_scheme(page, "light").await;
    let mut violations = page.axe_violations().await;
    emulate_scheme(page, "dark").await;
    violations.extend(page.axe_contrast_violations().await);
    let violations: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "{state}:\n{}", violations.join("\n"));
}

/// Shows the page in a colour scheme, and waits until the widget has it.
async fn emulate_scheme(page: &Page, scheme: &str) {
    page.emulate_media(&[("prefers-color-scheme", scheme)]).await;
    // A colour that is still fading in is not the one that the reader will see.
    let is_at_rest = "const wrapper = document.querySelector('#widget').shadowRoot.querySelector('.wrapper');
        return wrapper.classList.contains('dark') === (arguments[0] === 'dark')
            && document.getAnimations().every(({ playState }) => playState !== 'running');";
    page.wait_for(&format!("the colours of {scheme}"), is_at_rest, &[scheme.into()]).await;
}
