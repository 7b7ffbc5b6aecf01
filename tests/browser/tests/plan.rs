//! The plan for the next rung, and what is kept of it.

use crate::outcome::placed;
use browser_tests::{HostPage, Page, in_chromium, in_every_engine, product};

/// What is ticked off, by name.
const TICKED: &str = "return find({ role: 'checkbox' }).filter((box) => box.checked).map(nameOf);";

async fn ticks_outlive_a_reload(page: &Page) {
    placed(page).await;
    let first = page.role("checkbox").names().await[0].clone();
    page.role("checkbox").click_nth(0).await;
    assert_eq!(page.run::<Vec<String>>(TICKED, &[]).await, std::slice::from_ref(&first));
    page.reload().await;
    page.role("checkbox").named(&first).shown().await;
    assert_eq!(page.run::<Vec<String>>(TICKED, &[]).await, [first]);
    page.role("checkbox").click_nth(0).await;
    assert_eq!(page.run::<Vec<String>>(TICKED, &[]).await, Vec::<String>::new());
    assert_eq!(page.trouble().await, []);
}

/// The outcome is that of a Senior PM, where the ladder forks.
async fn it_can_be_aimed_elsewhere(page: &Page) {
    let ladder = product();
    placed(page).await;
    let objective =
        "return find({ role: 'list', how: 'is', name: 'Your plan' })[0].parentElement.firstElementChild.textContent;";
    let aim = "const list = find({ role: 'combobox', how: 'is', name: 'Aim for' })[0];
        list.selectedIndex = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return [...list.options].map((option) => option.text);";
    let director = &ladder.rungs[3].title;
    assert_eq!(page.run::<String>(objective, &[]).await, format!("ObjectiveGrow into {director}"));
    let aims: Vec<String> = page.run(aim, &[1.into()]).await;
    assert!(aims.len() > 2, "the other track and ways off the ladder are there too: {aims:?}");
    let is = |aim: &str| {
        format!("return {}", objective.replace("return ", "").replace(';', &format!(".endsWith('{aim}');")))
    };
    page.until("the other track", &is(&aims[1]), &[]).await;
    page.run::<Vec<String>>(aim, &[2.into()]).await;
    page.until("a way off the ladder", &is(&aims[2]), &[]).await;
    page.reload().await;
    page.until("the same aim", &is(&aims[2]), &[]).await;
}

async fn it_is_copied_as_a_checklist(page: &Page) {
    page.visit(HostPage::with_seed("7").before(crate::outcome::CLIPBOARD)).await;
    crate::outcome::answered(page).await;
    page.role("checkbox").click_nth(0).await;
    let first = page.role("checkbox").names().await[0].clone();
    page.button("Copy as a checklist").click().await;
    let copied = page.until("something in the clipboard", "return window.copied;", &[]).await;
    let copied = copied.as_str().expect("a text");
    assert!(copied.starts_with("# Grow into "), "{copied}");
    assert!(copied.contains(&format!("- [x] **{first}**")), "{copied}");
    assert!(copied.contains("- [ ] **"), "{copied}");
    page.until(
        "a confirmation",
        "return find({ role: 'status' }).some((element) => element.textContent === 'Plan copied, in Markdown.');",
        &[],
    )
    .await;
}

async fn who_asks_to_be_remembered_is_until_they_ask_to_be_forgotten(page: &Page) {
    let stored = "return [sessionStorage.length, localStorage.length];";
    placed(page).await;
    page.role("checkbox").click_nth(0).await;
    assert_eq!(page.run::<[u32; 2]>(stored, &[]).await, [1, 0]);
    page.button("Remember me here").click().await;
    page.button("Remember me here").gone().await;
    assert_eq!(page.run::<[u32; 2]>(stored, &[]).await, [1, 1]);
    page.run::<()>("sessionStorage.clear();", &[]).await;
    page.reload().await;
    page.button("Copy link").shown().await;
    assert_eq!(page.run::<Vec<String>>(TICKED, &[]).await.len(), 1);
    page.button("Forget").click().await;
    page.button("Find my stage").shown().await;
    assert_eq!(page.run::<[u32; 2]>(stored, &[]).await, [0, 0]);
    assert!(page.widget_text().await.contains("Forgotten"));
    page.reload().await;
    page.button("Find my stage").shown().await;
    assert_eq!(page.run::<[u32; 2]>(stored, &[]).await, [0, 0]);
    assert_eq!(page.trouble().await, []);
}

async fn where_storage_is_refused_the_reader_is_told(page: &Page) {
    let refused = "<script>for (const name of ['sessionStorage', 'localStorage'])
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });</script>";
    page.visit(HostPage::with_seed("7").before(refused)).await;
    crate::outcome::answered(page).await;
    page.role("checkbox").click_nth(0).await;
    page.button("Remember me here").click().await;
    let said = "return find({ role: 'status' }).some((element) => element.textContent.includes('stores nothing'));";
    page.until("that it cannot remember", said, &[]).await;
    assert_eq!(page.run::<Vec<String>>(TICKED, &[]).await.len(), 1);
    page.button("Copy link").shown().await;
    page.button("Forget").click().await;
    page.button("Find my stage").shown().await;
    assert_eq!(page.trouble().await, []);
}

in_every_engine!(
    ticks_outlive_a_reload,
    who_asks_to_be_remembered_is_until_they_ask_to_be_forgotten,
    where_storage_is_refused_the_reader_is_told,
);
in_chromium!(it_can_be_aimed_elsewhere, it_is_copied_as_a_checklist);
