//! The ladder's rungs, by mouse: buttons that open details in tabs.

use browser_tests::{Page, in_every_engine, product};

const TABS: [&str; 4] = ["What changes", "Your job", "Signs of success", "Skills"];

async fn each_rung_has_a_button_named_by_its_title(page: &Page) {
    page.open_post().await;
    let ladder = product();
    let titles: Vec<&str> = ladder.rungs.iter().map(|rung| rung.title.as_str()).collect();
    let mut names = page.rung_buttons(&ladder.title).names().await;
    names.sort_by_key(|name| titles.iter().position(|title| title == name));
    assert_eq!(names, titles);
}

async fn pressing_a_rung_opens_its_details_and_close_closes_them(page: &Page) {
    page.open_post().await;
    for rung in &product().rungs {
        page.button(&rung.title).click().await;
        page.region(&rung.title).wait_visible().await;
        page.heading(&rung.title).wait_visible().await;
        assert_eq!(aria_expanded(page, &rung.title).await.as_deref(), Some("true"));
        page.button("Close").click().await;
        page.region(&rung.title).wait_hidden().await;
        assert_eq!(aria_expanded(page, &rung.title).await.as_deref(), Some("false"));
    }
}

async fn each_tab_of_a_rung_shows_a_text_of_its_own(page: &Page) {
    page.open_post().await;
    let rung = &product().rungs[1];
    page.button(&rung.title).click().await;
    let mut texts: Vec<String> = Vec::new();
    for name in TABS {
        page.tab(name).click().await;
        let is_selected =
            "return find({ role: 'tab', name: arguments[0] })[0]?.getAttribute('aria-selected') === 'true';";
        page.wait_for("the tab to be selected", is_selected, &[name.into()]).await;
        assert_eq!(page.tabpanel().count().await, 1, "{name} shows one panel");
        let text = page.tabpanel().wait_visible().await.text().await;
        assert!(text.len() > 20, "{name} shows almost nothing: {text:?}");
        assert!(!texts.contains(&text), "{name} shows the text of another tab: {text:?}");
        texts.push(text);
    }
}

in_every_engine!(
    each_rung_has_a_button_named_by_its_title,
    pressing_a_rung_opens_its_details_and_close_closes_them,
    each_tab_of_a_rung_shows_a_text_of_its_own,
);

async fn aria_expanded(page: &Page, title: &str) -> Option<String> {
    page.button(title).wait_visible().await.attribute("aria-expanded").await
}
