//! What screen readers say: after each press, what live regions say and where the focus goes, each thing once.

use crate::support::{FAKE_CLIPBOARD, take_quiz_as_senior};
use browser_tests::{Embed, HostPage, Key, Page, QuizScreen, in_chromium, in_every_engine, product};
use serde::Deserialize;

/// Notes each move of the focus and each text of a live region from now on. `window.known` has the live regions that were
/// there before the step.
const RECORD: &str = "const root = document.querySelector('#widget').shadowRoot;
    const liveIn = (node) => (node.querySelectorAll ? [...node.querySelectorAll('[role=status], [role=alert]')] : []);
    window.heard = [];
    window.beginStep = () => {
        window.heard.length = 0;
        window.known = new Set(liveIn(root));
    };
    const say = (region) => {
        const text = region && isVisible(region) ? visibleText(region) : '';
        if (text) heard.push({ kind: roleOf(region), text, isKnown: known.has(region), description: '' });
    };
    new MutationObserver((changes) => {
        const regions = new Set();
        for (const { target, addedNodes } of changes) {
            const around = (target.closest ? target : target.parentElement)?.closest('[role=status], [role=alert]');
            if (around) regions.add(around);
            for (const node of addedNodes) {
                if (node.matches?.('[role=status], [role=alert]')) regions.add(node);
                for (const region of liveIn(node)) regions.add(region);
            }
        }
        regions.forEach(say);
    }).observe(root, { subtree: true, childList: true, characterData: true });
    root.addEventListener('focusin', ({ target }) => {
        const ids = (target.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
        const description = ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
        heard.push({ kind: 'focus', text: nameOf(target), isKnown: true, description });
    });";

/// Something that a screen reader says.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Heard {
    /// `focus`, or the role of the live region.
    kind: String,
    /// The name of the focused element, or the text of the live region.
    text: String,
    /// The description of the focused element.
    description: String,
    /// Whether the live region was there before the step. A screen reader may miss what a new one says, unless it is an
    /// alert.
    is_known: bool,
}

async fn from_the_start_to_the_outcome_each_thing_is_said_once(page: &Page) {
    page.open_post().await;
    page.execute::<()>(RECORD, &[]).await;
    assert_eq!(press(page, "button", "Find my stage").await, ["focus: What's your current job title?"]);
    let ladder = product();
    assert_eq!(press(page, "button", "Next").await, ["alert: Pick an answer first."]);
    assert_focus(page, "Next").await;
    let mut said = press(page, "button", "Skip").await;
    loop {
        let question = page.question().await;
        assert_eq!(said, [format!("focus: {question}")]);
        let options = page.radios().names().await;
        page.select_option(ladder.nearest_option(&question, &options, 3.0)).await;
        let next = page.next_button().names().await.remove(0);
        said = press(page, "button", &next).await;
        if let QuizScreen::Outcome(heading) = page.wait_for_screen_after(&question).await {
            let [outcome, chances] = &said[..] else { panic!("the heading and the chances: {said:?}") };
            assert_eq!(*outcome, format!("focus: {heading}"));
            assert!(chances.starts_with("status: Senior PM: ") && chances.contains("Next most likely"), "{chances}");
            return;
        }
    }
}

async fn at_the_outcome_each_thing_is_said_once_and_no_press_loses_the_focus(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(FAKE_CLIPBOARD)).await;
    take_quiz_as_senior(page).await;
    page.execute::<()>(RECORD, &[]).await;
    assert_eq!(press(page, "button", "Copy link").await, ["status: Link copied."]);
    assert_focus(page, "Copy link").await;
    assert_eq!(press(page, "button", "Copy as checklist").await, ["status: Plan copied as Markdown."]);
    assert_focus(page, "Copy as checklist").await;
    for (from, to) in [("Plan", "Profile"), ("Profile", "Why"), ("Why", "Share")] {
        assert_eq!(press_key(page, "tab", from, Key::Right).await, [format!("focus: {to}")]);
    }
    let saved = "status: Saved. Your answers and ticks stay in this browser, for this page, until you delete them.";
    assert_eq!(press(page, "button", "Save on this device").await, [saved]);
    assert_focus(page, "Save on this device").await;
    assert_eq!(press(page, "button", "Delete my answers").await, ["status: This can't be undone."]);
    assert_focus(page, "Press again to delete").await;
    let deleted = "alert: Deleted: your answers and ticks, also those saved in this browser.";
    assert_eq!(press(page, "button", "Press again to delete").await, ["focus: Find my stage", deleted]);
}

async fn a_rung_is_named_by_its_title_and_described_by_its_role(page: &Page) {
    page.visit(HostPage::new([Embed::snippet()]).width(1000)).await;
    page.wait_ready().await;
    let nodes = page.accessibility_nodes().await;
    for rung in product().rungs {
        let buttons = nodes.iter().filter(|node| node.role == "button" && node.name == rung.title);
        let descriptions: Vec<&str> = buttons.map(|node| node.description.as_str()).collect();
        assert_eq!(descriptions, [rung.role.as_str()], "{}", rung.title);
        assert!(nodes.iter().all(|node| node.name != rung.role), "the role of {} is read once more", rung.title);
    }
}

in_every_engine!(
    from_the_start_to_the_outcome_each_thing_is_said_once,
    at_the_outcome_each_thing_is_said_once_and_no_press_loses_the_focus,
);
in_chromium!(a_rung_is_named_by_its_title_and_described_by_its_role);

/// Presses Enter on an element; returns what is said then.
async fn press(page: &Page, role: &str, name: &str) -> Vec<String> {
    press_key(page, role, name, Key::Enter).await
}

/// Presses a key on an element; returns what is said then, the focus first. Fails if anything is said twice.
async fn press_key(page: &Page, role: &str, name: &str, key: Key) -> Vec<String> {
    let begin = "find({ role: arguments[0], name: arguments[1] })[0].focus(); beginStep();";
    page.execute::<()>(begin, &[role.into(), name.into()]).await;
    page.press_key(key).await;
    page.settle().await;
    let mut heard: Vec<Heard> = page.execute("return heard;", &[]).await;
    heard.sort_by_key(|one| one.kind != "focus");
    for (index, one) in heard.iter().enumerate() {
        assert!(one.is_known || one.kind == "alert", "after {name:?} a new live region says {:?}", one.text);
        assert!(!one.description.contains(&one.text), "{one:?} is described by its own name");
        for other in heard.iter().skip(index + 1) {
            let is_twice = [(one, other), (other, one)]
                .iter()
                .any(|(said, again)| again.text.contains(&said.text) || again.description.contains(&said.text));
            assert!(!is_twice, "after {name:?} this is said twice: {heard:#?}");
        }
    }
    heard.iter().map(|one| format!("{}: {}", one.kind, one.text)).collect()
}

async fn assert_focus(page: &Page, name: &str) {
    let focused = page.execute::<String>("return nameOf(focusedElement());", &[]).await;
    assert_eq!(focused, name);
}
