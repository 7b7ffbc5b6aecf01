//! The private link: made on request, and opened by whoever has it.

use crate::outcome::{CLIPBOARD, answered, placed};
use browser_tests::{Embed, HostPage, OUTCOME, Origin, Page, in_chromium, in_every_engine};
use serde_json::{Value, json};

/// Nothing that a page may do with a link is allowed.
const REFUSED: &str = "<script>
    const refuse = async () => { throw new DOMException('no', 'NotAllowedError'); };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse } });
    Object.defineProperty(navigator, 'share', { value: refuse });
</script>";

async fn opening_a_copied_link_shows_the_same_outcome(page: &Page) {
    page.visit(HostPage::with_seed("7").before(CLIPBOARD)).await;
    let heading = answered(page).await;
    let profile = profile(page).await;
    let history: Value = page.run("return [history.length, location.href];", &[]).await;
    page.button("Copy link").click().await;
    let copied = page.until("something in the clipboard", "return window.copied;", &[]).await;
    let shared = page.events().await.pop().expect("an event");
    assert_eq!((shared.name.as_str(), &shared.detail), ("ladder-share", &json!({ "method": "copy", "url": copied })));
    let field = "return find({ role: 'textbox', how: 'is', name: 'Link' })[0]?.value;";
    assert_eq!(page.until("the field with the link", field, &[]).await, copied);
    assert_eq!(page.run::<Value>("return [history.length, location.href];", &[]).await, history, "the page's own");

    // Whoever opens it stored nothing here yet.
    forget(page).await;
    let address = copied.as_str().expect("an address").to_owned();
    page.go(&address).await;
    page.reload().await;
    page.heading(&heading).shown().await;
    assert_eq!(self::profile(page).await, profile);
    assert_eq!(page.run::<Value>("return document.querySelector('#widget').result;", &[]).await, Value::Null);
    assert_eq!(page.event_names().await, ["ladder-ready"]);
    assert_eq!(page.run::<u32>("return sessionStorage.length;", &[]).await, 0, "it is not the reader's own");
    assert_eq!(page.button("Copy link").count().await, 0);
    page.button("Find my stage").click().await;
    page.button("Skip").shown().await;
    assert_eq!(page.trouble().await, []);
}

async fn refusals_are_said_and_the_link_is_there_to_take(page: &Page) {
    page.visit(HostPage::with_seed("7").before(REFUSED)).await;
    answered(page).await;
    for (button, method) in [("Copy link", "copy"), ("Share", "share")] {
        page.button(button).click().await;
        let said = "return find({ role: 'status' }).some((element) => element.textContent.includes(`not allowed to ${arguments[0]}`));";
        page.until("that it is refused", said, &[method.into()]).await;
        let shared = page.events().await.pop().expect("an event");
        assert_eq!(shared.detail["method"], method);
        let field =
            page.run::<String>("return find({ role: 'textbox', how: 'is', name: 'Link' })[0].value;", &[]).await;
        assert_eq!(shared.detail["url"], field);
    }
    page.button("Copy as a checklist").click().await;
    let plan = "return find({ role: 'region', how: 'is', name: 'Your plan' })[0]?.textContent;";
    let plan = page.until("the plan to take", plan, &[]).await;
    assert!(plan.as_str().is_some_and(|plan| plan.starts_with("# Grow into ")), "{plan}");
    let mail = "return find({ role: 'link', how: 'is', name: 'Send it by e-mail' })[0]?.href;";
    let mail = page.run::<String>(mail, &[]).await;
    assert!(mail.starts_with("mailto:?subject=") && mail.contains("%23career-ladder-product_"), "{mail}");
    assert_eq!(page.trouble().await, []);
}

async fn a_link_leaves_the_readers_own_answers_alone(page: &Page) {
    let heading = placed(page).await;
    let address = page.copy_link().await;
    page.button("Start again").click().await;
    page.skip().await;
    page.answer(0).await;
    let question = page.question().await;
    page.run::<()>("location.href = arguments[0];", &[address.into()]).await;
    page.heading(&heading).shown().await;
    page.button("Find my stage").click().await;
    page.radiogroup().shown().await;
    assert_eq!(page.question().await, question);
}

/// The quiz is painted before the program is there to read the link.
async fn an_early_press_gives_way_to_the_link(page: &Page) {
    let heading = placed(page).await;
    let address = page.copy_link().await;
    let fragment = address.split_once('#').expect("a fragment").1;
    let quiz = Embed::with(r#"id="widget" seed="7" start="quiz" storage="none""#);
    let address = format!("{}#{fragment}", HostPage::new([quiz]).publish(&page.site, Origin::Assets));
    page.site.hold(".wasm");
    page.go(&address).await;
    page.button("Skip").click().await;
    page.site.release(".wasm");
    page.ready().await;
    page.settle().await;
    page.heading(&heading).shown().await;
    assert_eq!(page.event_names().await, ["ladder-ready"], "nobody began");
    page.button("Find my stage").click().await;
    page.button("Skip").shown().await;
    assert_eq!(page.trouble().await, []);
}

async fn a_damaged_link_is_refused_in_words(page: &Page) {
    placed(page).await;
    let address = page.copy_link().await;
    forget(page).await;
    let damaged = address.replacen("product_", "product_x", 1);
    page.go(&damaged).await;
    page.reload().await;
    let said = "return find({ role: 'status' }).some((element) => element.textContent.includes('is damaged'));";
    page.until("that it is damaged", said, &[]).await;
    page.button("Find my stage").shown().await;
    assert_eq!(page.heading_matching(OUTCOME).count().await, 0);
    assert_eq!(page.trouble().await, []);
}

async fn fragments_of_the_page_are_its_own(page: &Page) {
    page.open_post().await;
    page.run::<()>("location.hash = '#after';", &[]).await;
    page.settle().await;
    assert_eq!(page.run::<String>("return location.hash;", &[]).await, "#after");
    assert_eq!(page.event_names().await, ["ladder-ready"]);
}

async fn it_leads_where_the_page_says(page: &Page) {
    page.visit(HostPage::new([Embed::with(r#"id="widget" seed="7" share-url="/ladders?from=here#top""#)])).await;
    answered(page).await;
    let address = page.copy_link().await;
    let origin: String = page.run("return location.origin;", &[]).await;
    assert!(address.starts_with(&format!("{origin}/ladders?from=here#career-ladder-product_")), "{address}");
}

/// Two widgets of one ladder and one of another: the first that the link is for shows it, and is brought into view.
async fn the_first_widget_of_its_ladder_opens_it(page: &Page) {
    placed(page).await;
    let address = page.copy_link().await;
    let fragment = address.split_once('#').expect("a fragment").1.to_owned();
    let far = r#"<div class="far"></div><style>.far { height: 4000px }</style>"#;
    let post = HostPage::new([
        Embed::markup(r#"<career-ladder id="other" ladder="engineering"></career-ladder>"#),
        Embed::markup(far),
        Embed::with(r#"id="first""#),
        Embed::markup(far),
        Embed::with(r#"id="second""#),
    ]);
    page.visit(post).await;
    page.run::<()>("location.hash = arguments[0]; window.old = true; location.reload();", &[fragment.into()]).await;
    page.until("the page again", "return !window.old && globalThis.__watch;", &[]).await;
    page.heading_matching(OUTCOME).shown().await;
    let top = "const { top } = document.querySelector('#first').getBoundingClientRect(); return Math.abs(top) < 2;";
    page.until("the widget at the top", top, &[]).await;
    let phases = "return ['#other', '#first', '#second'].map((id) => document.querySelector(id).shadowRoot.querySelector('[data-phase=placed]') !== null);";
    assert_eq!(page.run::<[bool; 3]>(phases, &[]).await, [false, true, false]);
}

in_every_engine!(
    opening_a_copied_link_shows_the_same_outcome,
    refusals_are_said_and_the_link_is_there_to_take,
    a_damaged_link_is_refused_in_words,
);
in_chromium!(
    an_early_press_gives_way_to_the_link,
    a_link_leaves_the_readers_own_answers_alone,
    fragments_of_the_page_are_its_own,
    it_leads_where_the_page_says,
    the_first_widget_of_its_ladder_opens_it,
);

/// The rows of the profile, with what is drawn in them.
async fn profile(page: &Page) -> Vec<String> {
    let rows = "return [...everyElement(document)].filter((element) => element.localName === 'tr')
        .map((row) => row.textContent + row.querySelector('[aria-label]')?.getAttribute('aria-label'));";
    let rows: Vec<String> = page.run(rows, &[]).await;
    assert!(rows.len() > 3, "{rows:?}");
    rows
}

/// Leaves nothing stored, as for somebody else. A widget that is there writes down how high it is, and its answers with that.
async fn forget(page: &Page) {
    page.run::<()>("document.querySelector('#widget').remove();", &[]).await;
    page.settle().await;
    page.run::<()>("sessionStorage.clear();", &[]).await;
}
