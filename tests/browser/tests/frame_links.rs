//! Links in a frame: they never replace the widget in it.

use crate::support::FAKE_MAIL;
use browser_tests::{Embed, HostPage, Page, in_every_engine};

/// A ladder whose plan has a link.
const LADDER: &str = r#"{ "format": 1, "id": "garden", "title": "The gardener's ladder", "dimensions": [{ "id": "d", "name": "Digging" }],
  "rungs": [{ "id": "helper", "title": "Helper", "level": 1, "skills": [{ "name": "Dig", "how": "Daily", "dimension": "d",
      "links": [{ "title": "A book", "url": "https://book.example/" }] }] },
    { "id": "gardener", "title": "Gardener", "level": 2, "skills": [{ "name": "Sow", "how": "Weekly", "dimension": "d",
      "links": [{ "title": "A book", "url": "https://book.example/" }] }] }],
  "questions": [
    { "id": "q1", "about": "d", "ask": "What did you dig?", "answers": [{ "id": "a", "is": "helper", "say": "A hole" }, { "id": "b", "is": "gardener", "say": "A bed" }] },
    { "id": "q2", "about": "d", "ask": "Who chose it?", "answers": [{ "id": "a", "is": "helper", "say": "They did" }, { "id": "b", "is": "gardener", "say": "I did" }] },
    { "id": "q3", "about": "d", "ask": "What grew?", "answers": [{ "id": "a", "is": "helper", "say": "Weeds" }, { "id": "b", "is": "gardener", "say": "Beans" }] }] }"#;

/// Returns a line for each link of the document: its scheme, and where it opens.
const LINKS: &str = "const base = document.querySelector('base')?.target;
    return [...everyElement(document)].filter((element) => element.localName === 'a')
        .map((link) => link.protocol + ' ' + (link.target || base)).sort();";

async fn links_of_the_plan_and_e_mails_open_outside_of_the_frame(page: &Page) {
    page.visit_self_hosted(post(&publish_ladder(page), "")).await;
    page.enter_frame("#frame").await;
    take_quiz(page).await;
    let links: Vec<String> = page.execute(LINKS, &[]).await;
    assert_eq!(links, ["http: _top", "https: _blank"]);
    press(page, "tab", "Share").await;
    page.button("Send by e-mail").wait_visible().await;
    page.execute::<()>(&script_of(FAKE_MAIL), &[]).await;
    press(page, "button", "Send by e-mail").await;
    let [address, target] = page.execute::<[String; 2]>("return window.mail;", &[]).await;
    assert!(address.starts_with("mailto:"), "{address}");
    assert_eq!(target, "_blank");
    page.leave_frame().await;
}

/// Looks from the page: the frame is not entered while its document changes.
async fn the_link_in_the_place_of_a_refused_ladder_leaves_the_frame(page: &Page) {
    page.visit_self_hosted(post("https://elsewhere.example/ladder.json", "")).await;
    let target = "return document.querySelector('#frame').contentDocument?.querySelector('body > a')?.target;";
    assert_eq!(page.wait_for("the link", target, &[]).await, "_top");
}

async fn where_the_frame_may_open_no_window_a_link_leaves_the_widget_in_place(page: &Page) {
    let sandbox = r#"sandbox="allow-scripts allow-same-origin""#;
    page.visit_self_hosted(post(&publish_ladder(page), sandbox)).await;
    page.enter_frame("#frame").await;
    take_quiz(page).await;
    press(page, "link", "A book").await;
    page.settle().await;
    press(page, "button", "Start again").await;
    page.radiogroup().wait_visible().await;
    page.leave_frame().await;
}

in_every_engine!(
    links_of_the_plan_and_e_mails_open_outside_of_the_frame,
    the_link_in_the_place_of_a_refused_ladder_leaves_the_frame,
    where_the_frame_may_open_no_window_a_link_leaves_the_widget_in_place,
);

/// A post with a frame that shows the ladder at a URL.
fn post(ladder: &str, attributes: &str) -> HostPage {
    let markup = format!(
        r#"<iframe id="frame" title="Find your career stage" {attributes} src="{{HOST}}/embed.html?seed=7&src={ladder}"
        width="100%" height="560"></iframe>"#
    );
    HostPage::new([Embed::markup(&markup), Embed::loader()])
}

/// The script inside a script element.
fn script_of(markup: &str) -> String {
    markup.replace("<script>", "").replace("</script>", "")
}

fn publish_ladder(page: &Page) -> String {
    page.site.publish(LADDER.into(), vec![("content-type".into(), "application/json".into())])
}

async fn take_quiz(page: &Page) {
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    page.role("link").named("A book").wait_visible().await;
    // A driver may miss what it clicks while the frame grows.
    let fits =
        "return innerHeight === Math.ceil(document.querySelector('career-ladder').getBoundingClientRect().height);";
    page.wait_for("the frame to fit", fits, &[]).await;
}

/// Presses a control by a script: drivers do not scroll the page around a frame to what they click, and could not close a
/// window that it opens.
async fn press(page: &Page, role: &str, name: &str) {
    page.execute::<()>("find({ role: arguments[0], name: arguments[1] })[0].click();", &[role.into(), name.into()])
        .await;
}
