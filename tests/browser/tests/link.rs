//! Private links: copying one, and the outcome that it shows to the person who opens it.

use crate::support::{
    FAKE_CLIPBOARD, FAKE_MAIL, open_outcome, open_result_tab, shared_heading, take_quiz_as_senior, wait_for_alert,
    wait_for_copied, wait_for_status,
};
use browser_tests::{Embed, HostPage, Origin, Page, in_chromium, in_every_engine};
use serde_json::{Value, json};

/// A page where the browser refuses copying and sharing.
const SHARING_REFUSED: &str = "<script>
    const refuse = async () => { throw new DOMException('no', 'NotAllowedError'); };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });
    Object.defineProperty(navigator, 'share', { value: refuse });
</script>";

/// The attributes of a widget with a fixed seed.
const WIDGET: &str = r#"id="widget" seed="7""#;

async fn an_opened_link_shows_the_outcome_of_the_reader_who_copied_it(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(FAKE_CLIPBOARD)).await;
    let heading = take_quiz_as_senior(page).await;
    let profile_before = profile_rows(page).await;
    let link = copy_link_and_check_event(page).await;

    // As for another person: with an empty storage.
    clear_storage(page).await;
    page.goto(&link).await;
    page.reload().await;
    page.heading(&shared_heading(&heading)).wait_visible().await;
    assert_eq!(page.role("tab").within("Shared result").names().await, ["Plan", "Profile", "Why", "Share"]);
    assert_eq!(profile_rows(page).await, profile_before);
    assert_eq!(page.widget_result().await, Value::Null);
    assert_eq!(page.event_names().await, ["ladder-ready"]);
    let stored: u32 = page.execute("return sessionStorage.length;", &[]).await;
    assert_eq!(stored, 0, "another reader's answers are not stored");
    assert_eq!(page.button("Copy link").count().await, 0);
    open_result_tab(page, "Share").await;
    for own in ["Save on this device", "Delete my answers"] {
        assert_eq!(page.button(own).count().await, 0, "{own:?} beside the outcome of another reader");
    }
    page.button("Find my stage").click().await;
    page.button("Skip").wait_visible().await;
    assert_eq!(page.errors().await, []);
}

async fn where_copying_and_sharing_are_refused_the_texts_are_shown(page: &Page) {
    page.visit(HostPage::new([Embed::markup(FAKE_MAIL), Embed::markup(SHARING_REFUSED), Embed::snippet_with(WIDGET)]))
        .await;
    take_quiz_as_senior(page).await;
    open_result_tab(page, "Share").await;
    for (button, method, act) in [("Copy link", "copy", "copying"), ("Share", "share", "sharing")] {
        page.button(button).click().await;
        wait_for_status(page, &format!("Your browser blocked {act}")).await;
        let share = page.events().await.pop().expect("an event");
        assert_eq!(share.detail["method"], method);
        let link: String = page.execute("return find({ role: 'textbox', name: 'Link' })[0].value;", &[]).await;
        assert_eq!(share.detail["url"], link);
    }
    page.button("Send by e-mail").click().await;
    let mail: String = page.execute("return window.mail[0];", &[]).await;
    assert!(
        mail.starts_with("mailto:?subject=The%20product%20career%20ladder")
            && mail.contains("%23career-ladder-product_"),
        "{mail}"
    );
    open_result_tab(page, "Plan").await;
    page.button("Copy as checklist").click().await;
    let plan = "return find({ role: 'region', name: 'Plan' })[0]?.textContent;";
    let plan = page.wait_for("the text of the plan", plan, &[]).await;
    assert!(plan.as_str().is_some_and(|plan| plan.starts_with("# Aim for: ")), "{plan}");
    assert_eq!(page.errors().await, []);
}

async fn after_an_opened_link_the_readers_own_quiz_goes_on(page: &Page) {
    let heading = open_outcome(page).await;
    let link = page.copy_link().await;
    page.button("Start again").click().await;
    page.skip_title_question().await;
    page.answer(0).await;
    let question = page.question().await;
    page.execute::<()>("location.href = arguments[0];", &[link.into()]).await;
    page.heading(&shared_heading(&heading)).wait_visible().await;
    page.button("Find my stage").click().await;
    page.radiogroup().wait_visible().await;
    assert_eq!(page.question().await, question);
}

async fn a_damaged_link_is_reported_and_shows_no_outcome(page: &Page) {
    open_outcome(page).await;
    let link = page.copy_link().await;
    clear_storage(page).await;
    let damaged = link.replacen("product_", "product_x", 1);
    page.goto(&damaged).await;
    page.reload().await;
    wait_for_alert(page, "is damaged").await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.heading_matching(&page.outcome_heading()).count().await, 0);
    assert_eq!(page.errors().await, []);
}

async fn a_fragment_of_the_page_changes_nothing_in_the_widget(page: &Page) {
    page.open_post().await;
    page.execute::<()>("location.hash = '#after';", &[]).await;
    page.settle().await;
    assert_eq!(page.execute::<String>("return location.hash;", &[]).await, "#after");
    assert_eq!(page.event_names().await, ["ladder-ready"]);
}

async fn with_share_url_the_link_leads_to_that_url(page: &Page) {
    let attributes = r#"id="widget" seed="7" share-url="/ladders?from=here#top""#;
    page.visit(HostPage::new([Embed::snippet_with(attributes)])).await;
    take_quiz_as_senior(page).await;
    let link = page.copy_link().await;
    let origin: String = page.execute("return location.origin;", &[]).await;
    assert!(link.starts_with(&format!("{origin}/ladders?from=here#top?career-ladder-product_")), "{link}");
}

/// The page has two widgets of the link's ladder, and one of another before them.
async fn the_first_widget_of_the_links_ladder_shows_it_at_the_top_of_the_window(page: &Page) {
    open_outcome(page).await;
    let link = page.copy_link().await;
    let far = r#"<div class="far"></div><style>.far { height: 4000px }</style>"#;
    let post = HostPage::new([
        Embed::markup(r#"<career-ladder id="other" ladder="engineering"></career-ladder>"#),
        Embed::markup(far),
        Embed::snippet_with(r#"id="first""#),
        Embed::markup(far),
        Embed::snippet_with(r#"id="second""#),
    ]);
    page.goto(&(post.publish(&page.site, Origin::Assets) + "#" + fragment(&link))).await;
    page.heading_matching(&page.outcome_heading()).wait_visible().await;
    let is_at_top =
        "const { top } = document.querySelector('#first').getBoundingClientRect(); return Math.abs(top) < 2;";
    page.wait_for("the widget at the top of the window", is_at_top, &[]).await;
    let show_outcome = "return ['#other', '#first', '#second'].map((id) =>
        document.querySelector(id).shadowRoot.querySelector('[data-phase=placed]') !== null);";
    assert_eq!(page.execute::<[bool; 3]>(show_outcome, &[]).await, [false, true, false]);
}

in_every_engine!(
    an_opened_link_shows_the_outcome_of_the_reader_who_copied_it,
    where_copying_and_sharing_are_refused_the_texts_are_shown,
    a_damaged_link_is_reported_and_shows_no_outcome,
);
in_chromium!(
    after_an_opened_link_the_readers_own_quiz_goes_on,
    a_fragment_of_the_page_changes_nothing_in_the_widget,
    with_share_url_the_link_leads_to_that_url,
    the_first_widget_of_the_links_ladder_shows_it_at_the_top_of_the_window,
);

/// Copies the link; checks the event, the field with the link, and that the page's history stays as it is.
async fn copy_link_and_check_event(page: &Page) -> String {
    let history = "return [history.length, location.href];";
    let history_before: Value = page.execute(history, &[]).await;
    page.button("Copy link").click().await;
    let copied = wait_for_copied(page).await;
    let share = page.events().await.pop().expect("an event");
    assert_eq!((share.name.as_str(), &share.detail), ("ladder-share", &json!({ "method": "copy", "url": copied })));
    let field = "return find({ role: 'textbox', name: 'Link' })[0]?.value;";
    assert_eq!(page.wait_for("the field with the link", field, &[]).await, copied);
    assert_eq!(page.execute::<Value>(history, &[]).await, history_before, "the history is the page's own");
    copied
}

fn fragment(url: &str) -> &str {
    url.split_once('#').expect("a URL with a fragment").1
}

/// Opens the profile; returns the text of each of its rows, with the name of its chart.
async fn profile_rows(page: &Page) -> Vec<String> {
    open_result_tab(page, "Profile").await;
    let script = "return [...everyElement(document)].filter((element) => element.localName === 'tr')
        .map((row) => row.textContent + row.querySelector('[aria-label]')?.getAttribute('aria-label'));";
    let rows: Vec<String> = page.execute(script, &[]).await;
    assert!(rows.len() > 3, "{rows:?}");
    rows
}

/// Empties the session storage. Removes the widget first, which would otherwise store its height and its answers again.
async fn clear_storage(page: &Page) {
    page.execute::<()>("document.querySelector('#widget').remove();", &[]).await;
    page.settle().await;
    page.execute::<()>("sessionStorage.clear();", &[]).await;
}
