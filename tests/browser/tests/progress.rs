//! The quiz's progress: the number of questions left, and a bar.

use crate::support::details;
use browser_tests::{Page, QuizScreen, in_every_engine};

async fn no_more_questions_come_than_the_first_one_announces(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let announced = questions_left(page).await;
    page.answer_to_outcome(|_, _, answered| answered % 3).await;
    let answered = details(&page.events().await, "ladder-answer").len();
    assert!(answered <= announced + 1, "{answered} questions were asked; the first announced {announced} more");
}

async fn each_answer_lowers_the_number_of_questions_left_by_one(page: &Page) {
    page.open_post().await;
    page.open_title_question().await;
    let mut left = questions_left(page).await;
    assert_eq!(left, 11, "twelve questions in all, including the title question");
    for answered in 0..20 {
        let question = page.question().await;
        page.select_option(answered % 2).await;
        assert_eq!(questions_left(page).await, left, "selecting an option changes nothing");
        page.next_button().click().await;
        match page.wait_for_screen_after(&question).await {
            QuizScreen::Question(_) => {
                let now = questions_left(page).await;
                assert_eq!(now, left - 1);
                left = now;
            }
            QuizScreen::Outcome(_) => return,
        }
    }
    page.fail("the quiz does not end").await;
}

async fn each_answer_lengthens_the_progress_bar(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    let before = bar_width(page).await;
    assert!(before > 0.0, "the title question counts");
    page.answer(0).await;
    assert!(bar_width(page).await > before);
}

in_every_engine!(
    no_more_questions_come_than_the_first_one_announces,
    each_answer_lowers_the_number_of_questions_left_by_one,
    each_answer_lengthens_the_progress_bar,
);

/// The number of questions that may follow: M - N from "Question N of up to M", or 0 at the last question.
async fn questions_left(page: &Page) -> usize {
    let text = page.widget_text().await;
    if text.contains("Last question") {
        return 0;
    }
    let numbers = || {
        let (number, rest) = text.split_once("Question ")?.1.split_once(" of up to ")?;
        let most = rest.split(|character: char| !character.is_ascii_digit()).next()?;
        Some((number.parse::<usize>().ok()?, most.parse::<usize>().ok()?))
    };
    let (number, most) = numbers().unwrap_or_else(|| panic!("no \"Question N of up to M\" in {text:?}"));
    most - number
}

/// The width of the bar's filled part, in CSS pixels.
async fn bar_width(page: &Page) -> f64 {
    let script = "const bar = document.querySelector('#widget').shadowRoot.querySelector('.progress .done');
        return bar.getBoundingClientRect().width;";
    page.execute(script, &[]).await
}
