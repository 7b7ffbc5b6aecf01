//! The way to an outcome, for the tests of what comes after it.

use browser_tests::{HostPage, Page, product};

/// Stands for the clipboard, which browsers keep from pages without focus. What is copied is in `window.copied`.
pub(crate) const CLIPBOARD: &str = "<script>Object.defineProperty(navigator, 'clipboard', {
    value: { async writeText(text) { window.copied = text; } },
});</script>";

/// Opens a page and answers as a Senior PM does.
pub(crate) async fn placed(page: &Page) -> String {
    page.visit(HostPage::with_seed("7")).await;
    answered(page).await
}

/// Goes through the quiz as a Senior PM does; the heading of the outcome.
pub(crate) async fn answered(page: &Page) -> String {
    page.ready().await;
    page.begin().await;
    finished(page).await
}

/// Answers the question that is shown and all that follow as a Senior PM does; the heading of the outcome.
pub(crate) async fn finished(page: &Page) -> String {
    let ladder = product();
    page.finish(|question, answers, _| {
        let question = ladder.question(question).expect("a question of the ladder");
        let distance = |say: &String| {
            let answer = question.answers.iter().find(|answer| answer.say == *say).expect("an answer of the ladder");
            (ladder.level(answer) - 3.0).abs()
        };
        let nearest =
            answers.iter().enumerate().min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)));
        nearest.map(|(place, _)| place).unwrap_or_default()
    })
    .await
}
