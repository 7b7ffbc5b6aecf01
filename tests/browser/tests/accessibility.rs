//! axe-core finds nothing to complain about, on any screen.

use browser_tests::{HostPage, Page, in_chromium, in_every_engine, product};

async fn light_and_narrow(page: &Page) {
    every_screen_passes(page, 320, "light").await;
}

async fn light_and_wide(page: &Page) {
    every_screen_passes(page, 1000, "light").await;
}

async fn dark_and_narrow(page: &Page) {
    every_screen_passes(page, 320, "dark").await;
}

async fn dark_and_wide(page: &Page) {
    every_screen_passes(page, 1000, "dark").await;
}

/// The other tests find things by the harness's own reckoning of roles and names; here the browsers do it.
async fn browsers_hear_the_same_roles_and_names(page: &Page) {
    page.open_post().await;
    hears(page, &["button", "group", "heading"]).await;
    let rung = product().rungs[0].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).shown().await;
    hears(page, &["button", "region", "tab", "tabpanel", "heading"]).await;
    page.begin_with_title().await;
    hears(page, &["button", "radio", "radiogroup", "heading"]).await;
    page.skip().await;
    hears(page, &["button", "radio", "radiogroup", "heading"]).await;
    crate::outcome::finished(page).await;
    hears(page, &["button", "heading", "list", "checkbox", "status"]).await;
}

in_every_engine!(browsers_hear_the_same_roles_and_names);
in_chromium!(light_and_narrow, light_and_wide, dark_and_narrow, dark_and_wide);

async fn hears(page: &Page, roles: &[&'static str]) {
    for &role in roles {
        for node in page.role(role).all().await {
            assert_eq!(node.as_told().await, (role.to_owned(), node.name().await));
        }
    }
}

async fn every_screen_passes(page: &Page, width: u32, scheme: &str) {
    page.emulate_media(&[("prefers-color-scheme", scheme)]).await;
    page.visit(HostPage::with_seed("7").width(width)).await;
    page.ready().await;
    passes(page, "the first screen").await;

    let rung = product().rungs[2].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).shown().await;
    for tab in page.role("tab").names().await {
        page.tab(&tab).click().await;
        passes(page, &format!("an open rung, {tab}")).await;
    }

    page.begin_with_title().await;
    passes(page, "the question for the title").await;
    page.skip().await;
    passes(page, "a question").await;
    page.button("Why are you asking this?").click().await;
    page.choose(0).await;
    passes(page, "a question with an answer").await;
    crate::outcome::finished(page).await;
    page.button("How sure, in numbers").click().await;
    passes(page, "the outcome").await;
    let link = page.copy_link().await;
    page.button("Copy as a checklist").click().await;
    passes(page, "the outcome with its link").await;
    page.run::<()>("location.href = arguments[0];", &[link.into()]).await;
    page.button("Find my stage").shown().await;
    passes(page, "an outcome out of a link").await;
}

async fn passes(page: &Page, screen: &str) {
    // A colour that is still fading in is not the one that will be read.
    page.until(
        "the animations to end",
        "return document.getAnimations().every(({ playState }) => playState !== 'running');",
        &[],
    )
    .await;
    let violations: Vec<String> = page.audit().await.iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "{screen}:\n{}", violations.join("\n"));
}
