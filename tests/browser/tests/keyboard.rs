//! What a reader without a mouse does.

use browser_tests::{HostPage, Key, OUTCOME, Page, Step, in_chromium, in_every_engine, product};

/// More stops than any of the pages has.
const STOPS: usize = 60;

async fn a_rung_opens_and_closes_by_keys(page: &Page) {
    page.open_post().await;
    let rung = &product().rungs[1].title;
    tab_to(page, "button", rung).await;
    page.press(Key::Enter).await;
    page.region(rung).shown().await;
    tab_to(page, "button", "Close").await;
    page.press(Key::Space).await;
    page.region(rung).gone().await;
    assert!(page.button(rung).shown().await.is_focused().await, "the focus is back on the rung");
}

async fn arrows_move_between_the_tabs(page: &Page) {
    page.open_post().await;
    let rung = &product().rungs[0].title;
    tab_to(page, "button", rung).await;
    page.press(Key::Enter).await;
    tab_to(page, "tab", "What changes").await;
    page.press(Key::Right).await;
    wait_for_focus(page, "tab", "You do").await;
    let selected = page.tab("You do").shown().await.attribute("aria-selected").await;
    assert_eq!(selected.as_deref(), Some("true"));
}

async fn the_quiz_needs_no_mouse(page: &Page) {
    page.open_post().await;
    tab_to(page, "button", "Find my stage").await;
    page.press(Key::Enter).await;
    let mut question = page.question().await;
    for asked in 0.. {
        tab_into_the_radios(page).await;
        page.press(Key::Space).await;
        // Every other time the answer below the first, and the button instead of Enter on the radio.
        if asked % 2 == 1 {
            page.press(Key::Down).await;
            let second = "return find({ role: 'radio' })[1].checked;";
            page.until("the second answer to be chosen", second, &[]).await;
            tab_to_the_way_on(page).await;
        }
        page.press(Key::Enter).await;
        match page.step_after(&question).await {
            Step::Question(next) => question = next,
            Step::Outcome(_) => break,
        }
        wait_for_focus(page, "heading", &question).await;
    }
    page.until("the focus in the widget", "return document.activeElement.localName === 'career-ladder';", &[]).await;
    tab_to(page, "button", "Start again").await;
    page.press(Key::Enter).await;
    page.heading_matching(OUTCOME).gone().await;
    page.radiogroup().shown().await;
}

/// A page that holds back every key it hears of, but the one that leads on.
const GREEDY: &str = "<script>addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') event.preventDefault();
});</script>";

async fn the_plan_needs_no_mouse_and_no_leave_of_the_page(page: &Page) {
    page.visit(HostPage::with_seed("7").before(GREEDY)).await;
    crate::outcome::answered(page).await;
    let first = page.role("checkbox").names().await[0].clone();
    tab_to(page, "checkbox", &first).await;
    page.press(Key::Space).await;
    page.until("the tick", "return find({ role: 'checkbox' })[0].checked;", &[]).await;
    tab_to(page, "button", "Copy link").await;
    page.press(Key::Enter).await;
    let said = "return find({ role: 'textbox', how: 'is', name: 'Link' }).length;";
    page.until("the link", said, &[]).await;
    tab_to(page, "textbox", "Link").await;
    tab_to(page, "link", "Send it by e-mail").await;
    tab_to(page, "button", "Forget").await;
    page.press(Key::Space).await;
    wait_for_focus(page, "button", "Find my stage").await;
    assert_eq!(page.trouble().await, []);
}

/// WebKit opens the list in a window of its own, which no driver sees.
async fn the_plan_is_aimed_by_arrows_and_letters(page: &Page) {
    page.visit(HostPage::with_seed("7").before(GREEDY)).await;
    crate::outcome::answered(page).await;
    let chosen = "return find({ role: 'combobox' })[0].selectedOptions[0].text === arguments[0];";
    let aims: Vec<String> =
        page.run("return [...find({ role: 'combobox' })[0].options].map((option) => option.text);", &[]).await;
    tab_to(page, "combobox", "Aim for").await;
    page.press(Key::Down).await;
    page.until("the second choice", chosen, &[aims[1].clone().into()]).await;
    page.press(Key::Char('f')).await;
    page.until("the choice of that letter", chosen, &["Founder".into()]).await;
}

async fn tab_leaves_the_widget(page: &Page) {
    page.open_post().await;
    page.begin().await;
    for _ in 0..STOPS {
        page.press(Key::Tab).await;
        let outside: bool = page.run("return document.activeElement.localName !== 'career-ladder';", &[]).await;
        if outside {
            return;
        }
    }
    page.fail("the focus stays in the widget").await;
}

in_every_engine!(
    a_rung_opens_and_closes_by_keys,
    arrows_move_between_the_tabs,
    the_quiz_needs_no_mouse,
    the_plan_needs_no_mouse_and_no_leave_of_the_page,
    tab_leaves_the_widget
);
in_chromium!(the_plan_is_aimed_by_arrows_and_letters);

/// What has the focus: its role and its name.
async fn focus(page: &Page) -> (String, String) {
    page.run("const at = focused(); return at ? [roleOf(at), nameOf(at)] : ['', ''];", &[]).await
}

async fn tab_until(page: &Page, what: &str, arrived: impl Fn(&str, &str) -> bool) {
    let mut passed = Vec::new();
    for _ in 0..STOPS {
        let (role, name) = focus(page).await;
        if arrived(&role, &name) {
            return;
        }
        passed.push(format!("{role} {name:?}"));
        page.press(Key::Tab).await;
    }
    page.fail(&format!("Tab does not reach {what}, but {passed:#?}")).await;
}

async fn tab_to(page: &Page, role: &str, name: &str) {
    tab_until(page, &format!("the {role} {name:?}"), |at, called| at == role && called == name).await;
}

async fn tab_into_the_radios(page: &Page) {
    tab_until(page, "the answers", |role, _| role == "radio").await;
}

async fn tab_to_the_way_on(page: &Page) {
    tab_until(page, "the way on", |role, name| role == "button" && matches!(name, "Next" | "See my stage")).await;
}

async fn wait_for_focus(page: &Page, role: &str, name: &str) {
    let script = "const at = focused(); return at && roleOf(at) === arguments[0] && nameOf(at) === arguments[1];";
    page.until(&format!("the focus on the {role} {name:?}"), script, &[role.into(), name.into()]).await;
}
