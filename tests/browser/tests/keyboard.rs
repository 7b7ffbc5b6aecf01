//! The widget by keyboard alone.

use crate::support::take_quiz_as_senior;
use browser_tests::{Embed, HostPage, Key, OUTCOME_HEADING, Page, QuizScreen, in_chromium, in_every_engine, product};

/// More presses of Tab than any page of these tests has places for the focus.
const MAX_TABS: usize = 60;

/// A page that prevents the default action of every key it hears, except Tab.
const GREEDY_PAGE: &str = "<script>addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') event.preventDefault();
});</script>";

/// A page that notes every key it hears.
const LISTENING_PAGE: &str = "<script>window.heard = [];
    for (const name of ['keydown', 'keypress', 'keyup']) {
        addEventListener(name, ({ key }) => heard.push(key));
    }
</script>";

async fn enter_opens_a_rung_and_space_on_close_closes_it(page: &Page) {
    page.open_post().await;
    let rung = &product().rungs[1].title;
    tab_to(page, "button", rung).await;
    page.press_key(Key::Enter).await;
    page.region(rung).wait_visible().await;
    tab_to(page, "button", "Close").await;
    page.press_key(Key::Space).await;
    page.region(rung).wait_hidden().await;
    assert!(page.button(rung).wait_visible().await.is_focused().await, "the focus returns to the rung");
}

async fn the_right_arrow_selects_the_next_tab(page: &Page) {
    page.open_post().await;
    let rung = &product().rungs[0].title;
    tab_to(page, "button", rung).await;
    page.press_key(Key::Enter).await;
    tab_to(page, "tab", "What changes").await;
    page.press_key(Key::Right).await;
    wait_for_focus(page, "tab", "Your job").await;
    let selected = page.tab("Your job").wait_visible().await.attribute("aria-selected").await;
    assert_eq!(selected.as_deref(), Some("true"));
}

async fn the_quiz_leads_to_an_outcome_and_starts_again(page: &Page) {
    page.open_post().await;
    tab_to(page, "button", "Find my stage").await;
    page.press_key(Key::Enter).await;
    let mut question = page.question().await;
    for answered in 0.. {
        if answered % 2 == 0 {
            submit_first_option_by_enter(page).await;
        } else {
            submit_second_option_by_button(page).await;
        }
        match page.wait_for_screen_after(&question).await {
            QuizScreen::Question(next) => question = next,
            QuizScreen::Outcome(_) => break,
        }
        wait_for_focus(page, "heading", &question).await;
    }
    page.wait_for("the focus in the widget", "return document.activeElement.localName === 'career-ladder';", &[]).await;
    tab_to(page, "button", "Start again").await;
    page.press_key(Key::Enter).await;
    page.heading_matching(OUTCOME_HEADING).wait_hidden().await;
    page.radiogroup().wait_visible().await;
}

async fn digits_select_options_only_while_an_option_has_the_focus(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.press_key(Key::Char('2')).await;
    page.settle().await;
    assert!(page.selected_options().await.is_empty(), "the focus is on the heading");
    page.select_option(0).await;
    page.press_key(Key::Char('3')).await;
    let is_third =
        "const radios = find({ role: 'radio' }); return radios[2].checked && focusedElement() === radios[2];";
    page.wait_for("the third option to be selected", is_third, &[]).await;
    page.press_key(Key::Char('9')).await;
    page.settle().await;
    assert_eq!(page.selected_options().await, [2]);
    let question = page.question().await;
    page.press_key(Key::Enter).await;
    page.wait_for_screen_after(&question).await.expect_question();
}

async fn the_plan_can_be_used_on_a_page_that_prevents_all_keys(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(GREEDY_PAGE)).await;
    take_quiz_as_senior(page).await;
    let first = page.role("checkbox").names().await[0].clone();
    tab_to(page, "checkbox", &first).await;
    page.press_key(Key::Space).await;
    page.wait_for("the checkmark", "return find({ role: 'checkbox' })[0].checked;", &[]).await;
    tab_to(page, "button", "Copy link").await;
    page.press_key(Key::Enter).await;
    page.role("textbox").named("Link").wait_visible().await;
    tab_to(page, "textbox", "Link").await;
    tab_to(page, "link", "Send by e-mail").await;
    tab_to(page, "button", "Delete my answers").await;
    page.press_key(Key::Space).await;
    wait_for_focus(page, "button", "Find my stage").await;
    assert_eq!(page.errors().await, []);
}

/// Not in WebKit: it opens the list in a window of its own, which its driver cannot reach.
async fn arrows_and_letters_choose_the_target_of_the_plan(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(GREEDY_PAGE)).await;
    take_quiz_as_senior(page).await;
    let is_chosen = "return find({ role: 'combobox' })[0].selectedOptions[0].text === arguments[0];";
    let targets: Vec<String> =
        page.execute("return [...find({ role: 'combobox' })[0].options].map((option) => option.text);", &[]).await;
    tab_to(page, "combobox", "Aim for").await;
    page.press_key(Key::Down).await;
    page.wait_for("the second target", is_chosen, &[targets[1].clone().into()]).await;
    page.press_key(Key::Char('f')).await;
    page.wait_for("the target that begins with F", is_chosen, &["Founder".into()]).await;
}

async fn tab_leaves_the_widget_at_its_end(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    for _ in 0..MAX_TABS {
        page.press_key(Key::Tab).await;
        let is_outside = "return document.activeElement.localName !== 'career-ladder';";
        if page.execute::<bool>(is_outside, &[]).await {
            return;
        }
    }
    page.fail("the focus stays in the widget").await;
}

/// The widget takes the same keys before the program is there as afterwards; all other keys reach the page.
async fn keys_on_a_prerendered_screen_do_not_reach_the_pages_shortcuts(page: &Page) {
    for (start, button) in [("ladder", "Find my stage"), ("quiz", "Skip")] {
        page.site.hold(".wasm");
        let attributes = format!(r#"id="widget" seed="7" storage="none" start="{start}""#);
        page.visit(HostPage::new([Embed::snippet_with(&attributes)]).markup_before(LISTENING_PAGE)).await;
        page.button(button).wait_visible().await;
        tab_to(page, "button", button).await;
        page.execute::<()>("window.heard = [];", &[]).await;
        for key in [Key::Down, Key::Char('x'), Key::Space, Key::Tab] {
            page.press_key(key).await;
        }
        page.site.release(".wasm");
        page.wait_ready().await;
        let heard: Vec<String> = page.execute("return window.heard;", &[]).await;
        assert!(heard.iter().all(|key| ["x", "Tab"].contains(&key.as_str())), "{start}: {heard:?}");
        assert!(heard.contains(&"x".to_owned()), "{start}: {heard:?}");
    }
}

/// Slotted content is the page's own.
async fn keys_on_the_fallback_link_reach_the_page(page: &Page) {
    page.site.hold(".bin");
    page.site.hold(".json");
    let element = r#"<career-ladder ladder="engineering"><a href="" onclick="return false">A link</a></career-ladder>"#;
    page.visit(HostPage::new([Embed::markup(element), Embed::loader()]).markup_before(LISTENING_PAGE)).await;
    page.execute::<()>("document.querySelector('career-ladder a').focus(); window.heard = [];", &[]).await;
    page.press_key(Key::Enter).await;
    page.press_key(Key::Char('x')).await;
    page.wait_for("the keys", "return window.heard.includes('Enter') && window.heard.includes('x');", &[]).await;
    page.site.release(".json");
    page.site.release(".bin");
}

in_every_engine!(
    keys_on_a_prerendered_screen_do_not_reach_the_pages_shortcuts,
    keys_on_the_fallback_link_reach_the_page,
    enter_opens_a_rung_and_space_on_close_closes_it,
    the_right_arrow_selects_the_next_tab,
    the_quiz_leads_to_an_outcome_and_starts_again,
    digits_select_options_only_while_an_option_has_the_focus,
    the_plan_can_be_used_on_a_page_that_prevents_all_keys,
    tab_leaves_the_widget_at_its_end,
);
in_chromium!(arrows_and_letters_choose_the_target_of_the_plan);

async fn submit_first_option_by_enter(page: &Page) {
    tab_until(page, "the options", |role, _| role == "radio").await;
    page.press_key(Key::Space).await;
    page.press_key(Key::Enter).await;
}

async fn submit_second_option_by_button(page: &Page) {
    tab_until(page, "the options", |role, _| role == "radio").await;
    page.press_key(Key::Space).await;
    page.press_key(Key::Down).await;
    let is_second = "return find({ role: 'radio' })[1].checked;";
    page.wait_for("the second option to be selected", is_second, &[]).await;
    let is_next = |role: &str, name: &str| role == "button" && matches!(name, "Next" | "See my stage");
    tab_until(page, "the button Next", is_next).await;
    page.press_key(Key::Enter).await;
}

/// Presses Tab until the focus is on the element with this role and name.
async fn tab_to(page: &Page, role: &str, name: &str) {
    let is_target = |focused_role: &str, focused_name: &str| focused_role == role && focused_name == name;
    tab_until(page, &format!("the {role} {name:?}"), is_target).await;
}

async fn tab_until(page: &Page, target: &str, is_target: impl Fn(&str, &str) -> bool) {
    let mut passed = Vec::new();
    for _ in 0..MAX_TABS {
        let (role, name) = focused_role_and_name(page).await;
        if is_target(&role, &name) {
            return;
        }
        passed.push(format!("{role} {name:?}"));
        page.press_key(Key::Tab).await;
    }
    page.fail(&format!("Tab does not reach {target}, but {passed:#?}")).await;
}

/// The role and the name of the focused element; empty where nothing has the focus.
async fn focused_role_and_name(page: &Page) -> (String, String) {
    let script = "const element = focusedElement(); return element ? [roleOf(element), nameOf(element)] : ['', ''];";
    page.execute(script, &[]).await
}

async fn wait_for_focus(page: &Page, role: &str, name: &str) {
    let script = "const element = focusedElement();
        return element && roleOf(element) === arguments[0] && nameOf(element) === arguments[1];";
    page.wait_for(&format!("the focus on the {role} {name:?}"), script, &[role.into(), name.into()]).await;
}
