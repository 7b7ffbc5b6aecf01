//! The widget by keyboard alone.

use crate::support::{FAKE_CLIPBOARD, FAKE_MAIL, take_quiz_as_senior, wait_for_status};
use browser_tests::{BrowserEngine, Embed, HostPage, Key, Page, QuizScreen, in_chromium, in_every_engine, product};
use serde_json::Value;

/// More presses of Tab than any page of these tests has places for the focus.
const MAX_TABS: usize = 60;

/// A page that prevents the default action of every key it hears, except Tab.
const GREEDY_PAGE: &str = "<script>addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') event.preventDefault();
});</script>";

/// A share dialog of the device that accepts everything.
const FAKE_SHARE: &str = "<script>Object.defineProperty(navigator, 'share', { value: async () => {} });</script>";

/// A page that notes every key it hears.
const LISTENING_PAGE: &str = "<script>window.heard = [];
    for (const name of ['keydown', 'keypress', 'keyup']) {
        addEventListener(name, ({ key }) => heard.push(key));
    }
</script>";

/// The parts of the walk are functions of their own, in its order. On this page the widget has to keep its keys to itself.
async fn a_reader_visits_every_state_on_a_page_that_prevents_all_keys(page: &Page) {
    let widget = Embed::snippet_with(r#"id="widget" seed="7""#);
    page.visit(
        HostPage::new([FAKE_MAIL, FAKE_CLIPBOARD, FAKE_SHARE].map(Embed::markup).into_iter().chain([widget]))
            .markup_before(GREEDY_PAGE),
    )
    .await;
    page.wait_ready().await;
    look_at_a_rung(page).await;
    look_at_an_adjacent_role(page).await;
    let heading = take_quiz(page).await;
    look_at_a_likely_rung(page).await;
    work_on_the_plan(page).await;
    look_at_every_part(page).await;
    change_an_answer(page, &heading).await;
    save_and_send(page).await;
    show_the_ladder_on_a_narrow_widget(page).await;
    start_again(page, &heading).await;
    delete(page).await;
    assert_eq!(page.errors().await, []);
}

async fn look_at_a_rung(page: &Page) {
    let rung = &product().rungs[1].title;
    tab_to(page, "button", "Find my stage").await;
    tab_to(page, "button", rung).await;
    page.press_key(Key::Enter).await;
    page.region(rung).wait_visible().await;
    tab_to(page, "tab", "What changes").await;
    for (key, tab) in [
        (Key::Right, "Your job"),
        (Key::End, "Skills"),
        (Key::Right, "What changes"),
        (Key::Left, "Skills"),
        (Key::Home, "What changes"),
    ] {
        select_tab_by_key(page, key, tab).await;
    }
    tab_to(page, "tabpanel", "What changes").await;
    tab_to(page, "button", "About this stage").await;
    page.press_key(Key::Space).await;
    page.heading("What to focus on now").wait_visible().await;
    page.press_key(Key::Escape).await;
    page.region(rung).wait_hidden().await;
    wait_for_focus(page, "button", rung).await;
    page.press_key(Key::Enter).await;
    tab_to(page, "button", "Close").await;
    page.press_key(Key::Space).await;
    page.region(rung).wait_hidden().await;
    wait_for_focus(page, "button", rung).await;
}

async fn look_at_an_adjacent_role(page: &Page) {
    tab_until(page, "the button for more roles", |role, name| role == "button" && name.ends_with(" more")).await;
    page.press_key(Key::Enter).await;
    let is_on_role = "const element = focusedElement(); return roleOf(element) === 'button' && element.matches('.moves *') && nameOf(element);";
    let role = page.wait_for("the focus on the first role that was hidden", is_on_role, &[]).await;
    let role = role.as_str().expect("a name");
    page.press_key(Key::Space).await;
    page.region(role).wait_visible().await;
    page.press_key(Key::Escape).await;
    page.region(role).wait_hidden().await;
    wait_for_focus(page, "button", role).await;
}

/// Answers as a Senior PM, by turns with Enter on an option and with the button; returns the outcome's heading.
async fn take_quiz(page: &Page) -> String {
    let title_question = "What's your current job title?";
    tab_back_to(page, "button", "Find my stage").await;
    page.press_key(Key::Enter).await;
    wait_for_focus(page, "heading", title_question).await;
    tab_to(page, "button", "Back").await;
    page.press_key(Key::Enter).await;
    wait_for_focus(page, "button", "Find my stage").await;
    page.press_key(Key::Space).await;
    wait_for_focus(page, "heading", title_question).await;
    tab_to(page, "button", "Why are you asking this?").await;
    page.press_key(Key::Enter).await;
    page.wait_for(
        "the reason",
        "return visibleText(document.querySelector('#widget')).includes('a starting point');",
        &[],
    )
    .await;
    tab_back_to(page, "button", "Skip").await;
    page.press_key(Key::Space).await;
    let mut question = page.wait_for_screen_after(title_question).await.expect_question();
    let ladder = product();
    for answered in 0.. {
        wait_for_focus(page, "heading", &question).await;
        let options = page.radios().names().await;
        let option = ladder.nearest_option(&question, &options, 3.0);
        tab_until(page, "the options", |role, _| role == "radio").await;
        page.press_key(Key::Space).await;
        page.wait_for("the first option to be selected", "return find({ role: 'radio' })[0].checked;", &[]).await;
        for _ in 0..option {
            page.press_key(Key::Down).await;
        }
        page.wait_for(
            "the option to be selected",
            "return find({ role: 'radio' })[arguments[0]].checked;",
            &[option.into()],
        )
        .await;
        if answered % 2 == 1 {
            let is_next = |role: &str, name: &str| role == "button" && matches!(name, "Next" | "See my stage");
            tab_until(page, "the button Next", is_next).await;
        }
        page.press_key(Key::Enter).await;
        match page.wait_for_screen_after(&question).await {
            QuizScreen::Question(next) => question = next,
            QuizScreen::Outcome(heading) => {
                wait_for_focus(page, "heading", &heading).await;
                return heading;
            }
        }
    }
    unreachable!("the loop ends with the quiz")
}

async fn look_at_a_likely_rung(page: &Page) {
    let rung = &product().rungs[2].title;
    let about = format!("About {rung}");
    tab_to(page, "button", &about).await;
    page.press_key(Key::Enter).await;
    wait_for_focus(page, "heading", rung).await;
    page.press_key(Key::Escape).await;
    page.region(rung).wait_hidden().await;
    wait_for_focus(page, "button", &about).await;
}

async fn work_on_the_plan(page: &Page) {
    tab_to(page, "tab", "Plan").await;
    tab_to(page, "tabpanel", "Plan").await;
    tab_to(page, "combobox", "Aim for").await;
    let first = page.role("checkbox").names().await[0].clone();
    tab_to(page, "checkbox", &first).await;
    page.press_key(Key::Space).await;
    page.wait_for("the checkmark", "return find({ role: 'checkbox' })[0].checked;", &[]).await;
    tab_to(page, "button", "Copy as checklist").await;
    page.press_key(Key::Enter).await;
    wait_for_status(page, "Plan copied").await;
    wait_for_focus(page, "button", "Copy as checklist").await;
    tab_to(page, "button", "About this stage").await;
    page.press_key(Key::Enter).await;
    page.heading("What to focus on now").wait_visible().await;
}

async fn look_at_every_part(page: &Page) {
    tab_back_to(page, "tab", "Plan").await;
    for (key, tab) in [
        (Key::Right, "Profile"),
        (Key::Down, "Why"),
        (Key::End, "Share"),
        (Key::Right, "Plan"),
        (Key::Left, "Share"),
        (Key::Home, "Plan"),
        (Key::Up, "Share"),
        (Key::Left, "Why"),
    ] {
        select_tab_by_key(page, key, tab).await;
        page.tabpanel().named(tab).wait_visible().await;
    }
}

async fn change_an_answer(page: &Page, heading: &str) {
    tab_to(page, "button", "Change an answer").await;
    page.press_key(Key::Enter).await;
    let question = page.question().await;
    wait_for_focus(page, "heading", &question).await;
    tab_to(page, "button", "See my stage").await;
    page.press_key(Key::Enter).await;
    wait_for_focus(page, "heading", heading).await;
}

/// Reaches every button of the tab Share, and presses those that lead to no window of the browser.
async fn save_and_send(page: &Page) {
    tab_to(page, "tab", "Plan").await;
    select_tab_by_key(page, Key::Left, "Share").await;
    tab_to(page, "button", "Share").await;
    page.press_key(Key::Enter).await;
    wait_for_status(page, "Link shared.").await;
    wait_for_focus(page, "button", "Share").await;
    tab_to(page, "button", "Send by e-mail").await;
    page.press_key(Key::Space).await;
    page.wait_for("the e-mail", "return window.mail?.[0].startsWith('mailto:');", &[]).await;
    for button in ["Picture", "Print", "Compare", "Save on this device"] {
        tab_to(page, "button", button).await;
    }
    page.press_key(Key::Enter).await;
    wait_for_status(page, "Saved. ").await;
    wait_for_focus(page, "button", "Save on this device").await;
    tab_to(page, "button", "Copy link").await;
    page.press_key(Key::Enter).await;
    wait_for_status(page, "Link copied.").await;
    wait_for_focus(page, "button", "Copy link").await;
    tab_to(page, "textbox", "Link").await;
}

async fn show_the_ladder_on_a_narrow_widget(page: &Page) {
    page.execute::<()>("document.querySelector('article').className = 'w320';", &[]).await;
    let rung = &product().rungs[2].title;
    tab_back_to(page, "button", "Show the ladder").await;
    page.press_key(Key::Enter).await;
    wait_for_focus(page, "button", "Back to the result").await;
    tab_to(page, "button", rung).await;
    page.press_key(Key::Space).await;
    page.region(rung).wait_visible().await;
    page.press_key(Key::Escape).await;
    wait_for_focus(page, "button", rung).await;
    tab_back_to(page, "button", "Back to the result").await;
    page.press_key(Key::Space).await;
    wait_for_focus(page, "button", "Show the ladder").await;
    // From the outcome to the details, and back to where they were opened.
    look_at_a_likely_rung(page).await;
}

async fn start_again(page: &Page, heading: &str) {
    let stored: Value = page.execute("return { ...localStorage };", &[]).await;
    tab_to(page, "button", "Start again").await;
    page.press_key(Key::Enter).await;
    page.heading(heading).wait_hidden().await;
    page.radiogroup().wait_visible().await;
    // As if it had not been pressed.
    let restore = "Object.assign(localStorage, arguments[0]);
        sessionStorage.clear();
        Storage.prototype.setItem = () => {};";
    page.execute::<()>(restore, &[stored]).await;
    page.reload().await;
    page.heading(heading).wait_visible().await;
}

async fn delete(page: &Page) {
    tab_to(page, "tab", "Plan").await;
    select_tab_by_key(page, Key::Left, "Share").await;
    tab_to(page, "button", "Delete my answers").await;
    page.press_key(Key::Space).await;
    wait_for_focus(page, "button", "Press again to delete").await;
    page.press_key(Key::Space).await;
    wait_for_focus(page, "button", "Find my stage").await;
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
    page.site.hold(".txt");
    let element = r#"<career-ladder ladder="engineering"><a href="" onclick="return false">A link</a></career-ladder>"#;
    page.visit(HostPage::new([Embed::markup(element), Embed::loader()]).markup_before(LISTENING_PAGE)).await;
    page.execute::<()>("document.querySelector('career-ladder a').focus(); window.heard = [];", &[]).await;
    page.press_key(Key::Enter).await;
    page.press_key(Key::Char('x')).await;
    page.wait_for("the keys", "return window.heard.includes('Enter') && window.heard.includes('x');", &[]).await;
    page.site.release(".txt");
    page.site.release(".bin");
}

in_every_engine!(
    keys_on_a_prerendered_screen_do_not_reach_the_pages_shortcuts,
    keys_on_the_fallback_link_reach_the_page,
    a_reader_visits_every_state_on_a_page_that_prevents_all_keys,
    digits_select_options_only_while_an_option_has_the_focus,
    tab_leaves_the_widget_at_its_end,
);
in_chromium!(arrows_and_letters_choose_the_target_of_the_plan, tab_goes_through_the_left_column_first,);

/// The panel comes first in the document, as on a narrow screen. The other engines do not know `reading-flow` yet.
async fn tab_goes_through_the_left_column_first(page: &Page) {
    let order = async |width| {
        page.visit(HostPage::with_seed("7").width(width)).await;
        page.wait_ready().await;
        let mut names = Vec::new();
        let start = "Find my stage".to_owned();
        let levels: Vec<_> = product().rungs.iter().map(|rung| rung.title.clone()).collect();
        while !(names.contains(&start) && levels.iter().all(|level| names.contains(level))) {
            assert!(names.len() < MAX_TABS, "{names:?}");
            page.press_key(Key::Tab).await;
            names.push(focused_role_and_name(page).await.1);
        }
        names.retain(|name| *name == start || levels.contains(name));
        (names, start)
    };
    let (names, start) = order(1000).await;
    assert_eq!(names.last(), Some(&start), "{names:?}");
    let (names, start) = order(480).await;
    assert_eq!(names.first(), Some(&start), "{names:?}");
}

/// Presses Tab until the focus is on the element with this role and name.
async fn tab_to(page: &Page, role: &str, name: &str) {
    let is_target = |focused_role: &str, focused_name: &str| focused_role == role && focused_name == name;
    tab_until(page, &format!("the {role} {name:?}"), is_target).await;
}

async fn tab_until(page: &Page, target: &str, is_target: impl Fn(&str, &str) -> bool) {
    walk_until(page, target, is_target, async || page.press_key(Key::Tab).await).await;
}

/// Presses Tab with Shift until the focus is on the element with this role and name. WebKit's driver cannot press Shift
/// with another key, so there it presses Tab from the top of the page.
async fn tab_back_to(page: &Page, role: &str, name: &str) {
    if page.engine() == BrowserEngine::WebKit {
        let to_top = "const top = document.querySelector('h1'); top.tabIndex = -1; top.focus();";
        page.execute::<()>(to_top, &[]).await;
        return tab_to(page, role, name).await;
    }
    let is_target = |focused_role: &str, focused_name: &str| focused_role == role && focused_name == name;
    walk_until(page, &format!("the {role} {name:?}"), is_target, async || page.press_shift_tab().await).await;
}

async fn walk_until(page: &Page, target: &str, is_target: impl Fn(&str, &str) -> bool, step: impl AsyncFn()) {
    let mut passed = Vec::new();
    for _ in 0..MAX_TABS {
        let (role, name) = focused_role_and_name(page).await;
        if is_target(&role, &name) {
            return;
        }
        passed.push(format!("{role} {name:?}"));
        step().await;
    }
    page.fail(&format!("Tab does not reach {target}, but {passed:#?}")).await;
}

/// Presses a key on a tab, and waits until the tab with this name is selected and has the focus.
async fn select_tab_by_key(page: &Page, key: Key, name: &str) {
    page.press_key(key).await;
    wait_for_focus(page, "tab", name).await;
    let selected = page.tab(name).wait_visible().await.attribute("aria-selected").await;
    assert_eq!(selected.as_deref(), Some("true"), "{name}");
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
