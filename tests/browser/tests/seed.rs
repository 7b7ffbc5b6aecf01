//! The `seed` attribute, which decides the order of options.

use browser_tests::{HostPage, Page, in_every_engine};
use std::cell::RefCell;

async fn the_same_seed_shows_the_same_quiz(page: &Page) {
    let first = quiz_texts(page, "7").await;
    assert_eq!(quiz_texts(page, "7").await, first);
}

async fn other_seeds_show_other_orders_of_options(page: &Page) {
    let mut orders = Vec::new();
    for seed in ["1", "2", "3", "4", "5", "6"] {
        page.visit(HostPage::with_seed(seed)).await;
        page.wait_ready().await;
        page.start_quiz().await;
        orders.push(page.radios().names().await);
    }
    orders.sort();
    orders.dedup();
    assert!(orders.len() > 1, "six seeds give one order: {orders:?}");
}

in_every_engine!(the_same_seed_shows_the_same_quiz, other_seeds_show_other_orders_of_options);

/// All questions, options and the outcome's heading of a quiz that is answered by a fixed pattern.
async fn quiz_texts(page: &Page, seed: &str) -> Vec<String> {
    page.visit(HostPage::with_seed(seed)).await;
    page.wait_ready().await;
    page.start_quiz().await;
    let texts = RefCell::new(Vec::new());
    let choose = |question: &str, options: &[String], answered: usize| {
        texts.borrow_mut().push(question.to_owned());
        texts.borrow_mut().extend_from_slice(options);
        (answered * 7 + 3) % options.len()
    };
    let heading = page.answer_to_outcome(choose).await;
    let mut texts = texts.into_inner();
    texts.push(heading);
    texts
}
