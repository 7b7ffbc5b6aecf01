//! A seed makes everything repeatable.

use browser_tests::{HostPage, Page, in_every_engine};

async fn the_same_seed_leads_the_same_way(page: &Page) {
    let first = course(page, "7").await;
    assert_eq!(course(page, "7").await, first);
}

async fn the_seed_decides_the_order_of_the_answers(page: &Page) {
    let mut orders = Vec::new();
    for seed in ["1", "2", "3", "4", "5", "6"] {
        page.visit(HostPage::with_seed(seed)).await;
        page.ready().await;
        page.begin().await;
        orders.push(page.radios().names().await);
    }
    orders.sort();
    orders.dedup();
    assert!(orders.len() > 1, "six seeds gave one order: {orders:?}");
}

in_every_engine!(the_same_seed_leads_the_same_way, the_seed_decides_the_order_of_the_answers);

/// Everything that was shown on the way, answered in a pattern.
async fn course(page: &Page, seed: &str) -> Vec<String> {
    page.visit(HostPage::with_seed(seed)).await;
    page.ready().await;
    page.begin().await;
    let shown = std::cell::RefCell::new(Vec::new());
    let heading = page
        .finish(|question, answers, asked| {
            shown.borrow_mut().push(question.to_owned());
            shown.borrow_mut().extend_from_slice(answers);
            (asked * 7 + 3) % answers.len()
        })
        .await;
    let mut shown = shown.into_inner();
    shown.push(heading);
    shown
}
