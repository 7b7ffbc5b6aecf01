//! Scenarios that only one of the host pages allows: consent, hidden tabs, rerendering, visits without a load, shortcuts.

use super::embedding::{EmbedForm, snippet, wait_for_widget, widget_errors};
use super::requirements::IS_HYDRATED;
use crate::support::fallback_link;
use browser_tests::{HostFolder, Key, Origin, Page, product};

/// Scrolls to the widget at once, also on a page that scrolls smoothly.
const SCROLL_TO_WIDGET: &str = "document.querySelector('career-ladder').scrollIntoView({ behavior: 'instant' });";

/// Opens the page anew and runs its scenario, if it has one.
pub(super) async fn run_scenario(page: &Page, hosts: &HostFolder, path: &str) {
    match path.split('/').nth(1).unwrap_or_default() {
        "bootstrap5-hidden-tab-modal" => {
            open_again(page, hosts, path).await;
            start_in_a_hidden_tab_and_move_into_a_dialog(page).await;
        }
        "consent-klaro" => {
            page.execute::<()>("localStorage.clear();", &[]).await;
            open_again(page, hosts, path).await;
            fetch_nothing_before_consent(page).await;
        }
        "react-hydrate-rerender" => {
            open_again(page, hosts, path).await;
            rerender_move_and_remount(page).await;
        }
        "shortcuts-and-traps" => {
            open_again(page, hosts, path).await;
            keep_own_keys_on_the_ladder(page).await;
            keep_own_keys_in_the_quiz(page).await;
        }
        "turbo-drive" => {
            open_again(page, hosts, path).await;
            visit_other_pages_and_return(page).await;
        }
        _ => return,
    }
    let errors = widget_errors(page, hosts, path).await;
    assert!(errors.is_empty(), "{:?} {path}: {errors:#?}", page.engine());
}

async fn open_again(page: &Page, hosts: &HostFolder, path: &str) {
    page.site.serve_folder(hosts, &snippet(page, hosts, path, EmbedForm::Element));
    page.site.forget_requests();
    // The widget that is still there must not store anything after this.
    let clear_storage = "try { sessionStorage.clear(); } catch {} Storage.prototype.setItem = () => {};";
    page.execute::<()>(clear_storage, &[]).await;
    // Another URL: WebKit's driver does not wait for a load, and would take the current document for the new one.
    page.goto(&format!("{}{path}?again", page.site.origin(Origin::Host))).await;
}

/// Until the reader consents, the page shows its own link and the loader is not fetched.
async fn fetch_nothing_before_consent(page: &Page) {
    fallback_link(page).wait_visible().await;
    page.settle().await;
    assert_eq!(page.site.request_count("career-ladder.js"), 0);
    assert!(page.event_names().await.is_empty());
}

/// The widget has no width in its hidden tab. It is shown, moved into a dialog that keeps the focus, and moved back.
async fn start_in_a_hidden_tab_and_move_into_a_dialog(page: &Page) {
    page.wait_for("the element to be defined", "return customElements.get('career-ladder');", &[]).await;
    page.settle().await;
    let width = "return document.querySelector('career-ladder').getBoundingClientRect().width;";
    assert_eq!(page.execute::<f64>(width, &[]).await, 0.0);
    page.role("tab").named("Self-check").click().await;
    let second = answer_one_and_select(page).await;
    page.execute::<()>("scrollTo({ top: 0, behavior: 'instant' });", &[]).await;
    page.role("tab").named("Read").click().await;
    page.button("Open the self-check in a dialog").click().await;
    let is_open = "return document.querySelector('#m.show career-ladder') && !document.getAnimations().length;";
    page.wait_for("the dialog", is_open, &[]).await;
    page.wait_for_question(&second).await;
    assert!(page.radios().all().await[0].is_checked().await);
    let third = page.answer(0).await.expect_question();
    let is_inside = "return document.activeElement.localName === 'career-ladder';";
    page.wait_for("the focus to stay in the widget", is_inside, &[]).await;
    page.press_key(Key::Escape).await;
    page.wait_for("the dialog to close", "return !document.querySelector('#m career-ladder');", &[]).await;
    page.role("tab").named("Self-check").click().await;
    page.wait_for_question(&third).await;
}

/// During the quiz the page keeps the element, moves it, and replaces it by a new one.
async fn rerender_move_and_remount(page: &Page) {
    page.wait_for("React to take over the page", IS_HYDRATED, &[]).await;
    let second = answer_one_and_select(page).await;
    // Moved twice, there and back: React cannot replace an element that is not where it put it.
    for button in ["#rerender", "#move", "#move", "#remount", "#rerender"] {
        page.execute::<()>("document.querySelector(arguments[0]).click();", &[button.into()]).await;
        page.settle().await;
        page.execute::<()>(SCROLL_TO_WIDGET, &[]).await;
        page.wait_for_question(&second).await;
        assert!(page.radios().all().await[0].is_checked().await, "the option is still selected after {button}");
    }
    page.answer(0).await.expect_question();
}

/// The page replaces its body instead of loading another document, and goes back in the same way.
async fn visit_other_pages_and_return(page: &Page) {
    let second = answer_one_and_select(page).await;
    follow(page, "#to-2", "Part two").await;
    page.execute::<()>(SCROLL_TO_WIDGET, &[]).await;
    page.start_quiz().await;
    // The loader shows the first question by itself. Only the program stores that the quiz has begun.
    let has_started = "return __recorder.events.filter((event) => event.name === 'ladder-start').length === 2;";
    page.wait_for("the program on the second page", has_started, &[]).await;
    follow(page, "#to-3", "No embed here").await;
    follow(page, "#to-1", "What a career ladder is for").await;
    page.execute::<()>(SCROLL_TO_WIDGET, &[]).await;
    page.wait_for_question(&second).await;
    page.execute::<()>("history.go(-2);", &[]).await;
    page.heading("Part two").wait_visible().await;
    page.execute::<()>(SCROLL_TO_WIDGET, &[]).await;
    page.radiogroup().wait_visible().await;
    page.answer(0).await;
    assert_eq!(page.execute::<usize>("return document.querySelectorAll('career-ladder').length;", &[]).await, 1);
}

/// The page hears no key that the ladder uses, and every other key.
async fn keep_own_keys_on_the_ladder(page: &Page) {
    wait_for_widget(page).await;
    let listen = "window.heard = [];
        for (const name of ['keydown', 'keyup']) document.addEventListener(name, ({ key }) => heard.push(name + ' ' + key));";
    page.execute::<()>(listen, &[]).await;
    let rung = product().rungs[0].title.clone();
    page.button(&rung).click().await;
    page.region(&rung).wait_visible().await;
    page.press_key(Key::Escape).await;
    page.region(&rung).wait_hidden().await;
    assert_eq!(heard_keys(page).await, Vec::<String>::new(), "Escape closes the details");
    page.press_key(Key::Escape).await;
    assert_eq!(heard_keys(page).await, ["keydown Escape", "keyup Escape"], "nothing is open");
    page.press_key(Key::Up).await;
    page.press_key(Key::Space).await;
    assert_eq!(heard_keys(page).await, Vec::<String>::new(), "arrows walk along the rungs, and Space opens one");
    page.role("region").wait_visible().await;
    page.button("Close").click().await;
    page.press_key(Key::Char('k')).await;
    assert_eq!(heard_keys(page).await, ["keydown k", "keyup k"], "a letter is the page's");
}

/// The page hears no key that the quiz uses, and every other key. One of those moves the focus to the page's search.
async fn keep_own_keys_in_the_quiz(page: &Page) {
    page.start_quiz().await;
    page.select_option(0).await;
    heard_keys(page).await;
    page.press_key(Key::Down).await;
    page.press_key(Key::Right).await;
    page.press_key(Key::Char('1')).await;
    page.wait_for("the first option", "return find({ role: 'radio' })[0].checked;", &[]).await;
    assert_eq!(heard_keys(page).await, Vec::<String>::new(), "arrows and digits select options");
    let question = page.question().await;
    page.press_key(Key::Enter).await;
    page.wait_for_screen_after(&question).await;
    assert_eq!(heard_keys(page).await, Vec::<String>::new(), "Enter submits the answer");
    page.press_key(Key::Tab).await;
    assert_eq!(heard_keys(page).await, ["keydown Tab", "keyup Tab"]);
    page.press_key(Key::Char('/')).await;
    page.wait_for("the page's own search", "return document.activeElement.id === 'search';", &[]).await;
}

/// The keys that the page heard since the last call.
async fn heard_keys(page: &Page) -> Vec<String> {
    page.execute("return heard.splice(0);", &[]).await
}

/// Answers the first question and selects an option of the second; returns the second question's text.
async fn answer_one_and_select(page: &Page) -> String {
    wait_for_widget(page).await;
    page.start_quiz().await;
    let second = page.answer(1).await.expect_question();
    page.select_option(0).await;
    second
}

/// Follows a link of the page, and waits for the heading of the next page.
async fn follow(page: &Page, link: &str, heading: &str) {
    page.execute::<()>("document.querySelector(arguments[0]).click();", &[link.into()]).await;
    page.heading(heading).wait_visible().await;
}
