//! The plan of an outcome: ticking, choosing a target, copying, and remembering on this device.

use crate::support::{
    FAKE_CLIPBOARD, delete_answers, open_outcome, open_result_tab, take_quiz_as_senior, wait_for_alert,
    wait_for_copied, wait_for_status,
};
use browser_tests::{Embed, HostPage, Page, ResponseFault, in_chromium, in_every_engine, product};

/// Returns the number of entries in the session storage and in the local storage.
const STORED_ENTRIES: &str = "return [sessionStorage.length, localStorage.length];";

/// Chooses the target with this zero-based index; returns the names of all targets.
const CHOOSE_TARGET: &str = "const list = find({ role: 'combobox', name: 'Aim for' })[0];
    list.selectedIndex = arguments[0];
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return [...list.options].map((option) => option.text);";

/// Returns the target of the plan.
const TARGET: &str = "return find({ role: 'combobox', name: 'Aim for' })[0]?.selectedOptions[0].text;";

/// A page where the browser refuses both storages.
const STORAGE_REFUSED: &str = "<script>for (const name of ['sessionStorage', 'localStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });</script>";

async fn a_reload_keeps_the_ticks(page: &Page) {
    open_outcome(page).await;
    let first = page.role("checkbox").names().await[0].clone();
    page.role("checkbox").click_nth(0).await;
    assert_eq!(ticked(page).await, std::slice::from_ref(&first));
    page.reload().await;
    page.role("checkbox").named(&first).wait_visible().await;
    assert_eq!(ticked(page).await, [first]);
    page.role("checkbox").click_nth(0).await;
    assert_eq!(ticked(page).await, Vec::<String>::new());
    assert_eq!(page.errors().await, []);
}

/// The outcome is that of a Senior PM, where the ladder forks into two tracks.
async fn another_target_changes_the_tasks_and_a_reload_keeps_it(page: &Page) {
    open_outcome(page).await;
    let next = &product().rungs[3].title;
    assert_eq!(page.execute::<String>(TARGET, &[]).await, *next);
    for tab in ["Share", "Plan"] {
        page.tab(tab).click().await;
        page.tabpanel().named(tab).wait_visible().await;
    }
    assert_eq!(page.execute::<String>(TARGET, &[]).await, *next, "in a list that is made anew");
    let first = tasks(page).await;
    let targets: Vec<String> = page.execute(CHOOSE_TARGET, &[1.into()]).await;
    assert!(targets.len() > 2, "the other track and moves off the ladder are among the targets: {targets:?}");
    let second = wait_for_other_tasks(page, &first).await;
    page.execute::<Vec<String>>(CHOOSE_TARGET, &[2.into()]).await;
    let third = wait_for_other_tasks(page, &second).await;
    page.reload().await;
    page.role("combobox").named("Aim for").wait_visible().await;
    assert_eq!(page.execute::<String>(TARGET, &[]).await, targets[2]);
    assert_eq!(tasks(page).await, third);
}

async fn without_skills_the_plan_shows_what_the_author_says_of_the_target(page: &Page) {
    let ladder = |details: &str| {
        let question = |id: &str| {
            format!(
                r#"{{ "id": "{id}", "about": "d", "ask": "{id}?", "answers": [{{ "id": "a", "is": "low", "say": "Low" }}, {{ "id": "b", "is": "high", "say": "High" }}] }}"#
            )
        };
        let questions = ["one", "two", "three", "four"].map(question).join(", ");
        let widget = format!(
            r#"<career-ladder seed="7"><script type="application/json">{{ "format": 1, "id": "bare", "title": "Bare", "dimensions": [{{ "id": "d", "name": "D" }}],
            "rungs": [{{ "id": "low", "title": "Low rung", "level": 1 }}, {{ "id": "high", "title": "High rung", "level": 2{details} }}], "questions": [{questions}] }}</script></career-ladder>"#
        );
        HostPage::new([Embed::markup(&widget), Embed::loader()])
    };
    let panel = "const panel = find({ role: 'tabpanel', name: 'Plan' })[0];
        const empty = [...panel.querySelectorAll('ul, h4')].filter((element) => !element.textContent);
        return [panel.innerText.split(/\\n+/).filter(Boolean), empty.length];";
    let texts = r#", "role": "Leads", "changes": ["You choose"], "success": ["It grows"]"#;
    let written = ["Aim for: High rung", "Leads.", "What changes", "You choose", "Signs of success", "It grows"];
    for (details, expected) in [(texts, &written[..]), ("", &written[..1])] {
        page.visit(ladder(details)).await;
        page.wait_ready().await;
        page.start_quiz().await;
        page.answer_to_outcome(|_, options, _| options.iter().position(|option| option == "Low").expect("an answer"))
            .await;
        let (lines, empty): (Vec<String>, usize) = page.execute(panel, &[]).await;
        assert_eq!((&lines[..], empty), (&expected.iter().map(ToString::to_string).collect::<Vec<_>>()[..], 0));
        page.button("Start again").click().await;
    }
    page.assert_nothing_uncaught().await;
}

async fn the_copied_checklist_has_the_ticks(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(FAKE_CLIPBOARD)).await;
    take_quiz_as_senior(page).await;
    page.role("checkbox").click_nth(0).await;
    let first = page.role("checkbox").names().await[0].clone();
    page.button("Copy as checklist").click().await;
    let copied = wait_for_copied(page).await;
    assert!(copied.starts_with("# Aim for: "), "{copied}");
    assert!(copied.contains(&format!("- [x] **{first}**")), "{copied}");
    assert!(copied.contains("- [ ] **"), "{copied}");
    let is_confirmed =
        "return find({ role: 'status' }).some((region) => region.textContent === 'Plan copied as Markdown.');";
    page.wait_for("the confirmation", is_confirmed, &[]).await;
}

async fn a_checklist_that_does_not_arrive_is_reported_and_comes_with_the_next_press(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(FAKE_CLIPBOARD)).await;
    take_quiz_as_senior(page).await;
    page.site.inject_fault(".glue.js", ResponseFault::NotFound);
    page.button("Copy as checklist").click().await;
    wait_for_status(page, "This part hasn't loaded.").await;
    assert_eq!(page.execute::<Option<String>>("return window.copied ?? null;", &[]).await, None);
    assert_eq!(page.role("region").named("Plan").count().await, 0, "there is no text to copy by hand");
    page.site.end_faults();
    page.button("Copy as checklist").click().await;
    assert!(wait_for_copied(page).await.starts_with("# Aim for: "));
}

async fn a_remembered_reader_is_recognised_until_they_press_delete_twice(page: &Page) {
    open_outcome(page).await;
    page.role("checkbox").click_nth(0).await;
    assert_eq!(page.execute::<[u32; 2]>(STORED_ENTRIES, &[]).await, [1, 0]);
    assert!(page.widget_text().await.contains("Kept in this tab only"));
    open_result_tab(page, "Share").await;
    page.button("Save on this device").click().await;
    wait_for_status(page, "Saved. Your answers and ticks stay in this browser").await;
    assert!(page.button("Save on this device").wait_visible().await.is_focused().await, "the button stays");
    assert!(page.widget_text().await.contains("Saved on this device"));
    // The answers, and a copy with its date.
    assert_eq!(page.execute::<[u32; 2]>(STORED_ENTRIES, &[]).await, [1, 2]);
    page.execute::<()>("sessionStorage.clear();", &[]).await;
    page.reload().await;
    page.button("Copy link").wait_visible().await;
    assert_eq!(ticked(page).await.len(), 1);
    open_result_tab(page, "Share").await;
    page.button("Delete my answers").click().await;
    page.button("Press again to delete").wait_visible().await;
    assert_eq!(page.execute::<[u32; 2]>(STORED_ENTRIES, &[]).await, [1, 2], "one press deletes nothing");
    // The question does not outlast a look at another part.
    open_result_tab(page, "Plan").await;
    delete_answers(page).await;
    assert_eq!(page.execute::<[u32; 2]>(STORED_ENTRIES, &[]).await, [0, 0]);
    wait_for_alert(page, "Deleted: your answers").await;
    page.reload().await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.execute::<[u32; 2]>(STORED_ENTRIES, &[]).await, [0, 0]);
    assert_eq!(page.errors().await, []);
}

async fn where_storage_is_refused_remember_reports_it_and_the_ticks_stay(page: &Page) {
    page.visit(HostPage::with_seed("7").markup_before(STORAGE_REFUSED)).await;
    take_quiz_as_senior(page).await;
    page.role("checkbox").click_nth(0).await;
    open_result_tab(page, "Share").await;
    page.button("Save on this device").click().await;
    wait_for_status(page, "let this page save").await;
    open_result_tab(page, "Plan").await;
    assert_eq!(ticked(page).await.len(), 1);
    page.button("Copy link").wait_visible().await;
    delete_answers(page).await;
    assert_eq!(page.errors().await, []);
}

in_every_engine!(
    a_checklist_that_does_not_arrive_is_reported_and_comes_with_the_next_press,
    a_reload_keeps_the_ticks,
    the_copied_checklist_has_the_ticks,
    without_skills_the_plan_shows_what_the_author_says_of_the_target,
    a_remembered_reader_is_recognised_until_they_press_delete_twice,
    where_storage_is_refused_remember_reports_it_and_the_ticks_stay,
);
in_chromium!(another_target_changes_the_tasks_and_a_reload_keeps_it);

/// The names of the ticked checkboxes.
async fn ticked(page: &Page) -> Vec<String> {
    page.execute("return find({ role: 'checkbox' }).filter((box) => box.checked).map(nameOf);", &[]).await
}

/// The names of the plan's tasks, of which there are at most three.
async fn tasks(page: &Page) -> Vec<String> {
    let tasks = page.role("checkbox").within("Plan").names().await;
    assert!((1..=3).contains(&tasks.len()), "{tasks:?}");
    tasks
}

/// Waits until the plan has other tasks than `before`; returns them.
async fn wait_for_other_tasks(page: &Page, before: &[String]) -> Vec<String> {
    let is_other = "return find({ role: 'checkbox' }).map(nameOf).join('|') !== arguments[0];";
    page.wait_for("other tasks", is_other, &[before.join("|").into()]).await;
    tasks(page).await
}
