//! The click-through: a reader takes the quiz by mouse, from the first screen to the outcome, and goes back.

use crate::support::{details, open_outcome, wait_for_alert};
use browser_tests::{Embed, HostPage, NOT_APPLICABLE, Page, QuizScreen, in_chromium, in_every_engine, product};
use serde_json::Value;

async fn the_last_answer_leads_to_an_outcome_that_is_announced(page: &Page) {
    let heading = open_outcome(page).await;
    let rung = heading.strip_prefix("Your closest match: ").expect("a clear outcome");
    // The heading gets the focus and is read, so the live region says what the heading does not.
    let is_announced = "const heading = focusedElement();
        const chances = new RegExp(`^${arguments[1]}: (\\\\d\\\\d%|over 99%)\\\\. Next most likely: .+, (\\\\d\\\\d?|under 1)%\\\\.$`);
        return roleOf(heading) === 'heading' && nameOf(heading) === arguments[0]
            && find({ role: 'status' }).some((region) => chances.test(visibleText(region)));";
    page.wait_for("the heading and the chances to be announced", is_announced, &[heading.as_str().into(), rung.into()])
        .await;
}

async fn the_title_question_comes_first_and_skip_looks_like_a_title(page: &Page) {
    page.open_post().await;
    page.open_title_question().await;
    let ladder = product();
    let names = page.radios().names().await;
    assert_eq!(names.len(), ladder.rungs.len());
    for (name, rung) in names.iter().zip(&ladder.rungs) {
        assert!(name.starts_with(&rung.title), "{name}");
    }
    // Skipping is as prominent as any title: a box of the same width, in the same type and colours.
    let script = "const skip = find({ role: 'button', name: 'Skip' })[0];
        const title = find({ role: 'radio' })[0].closest('label');
        const look = (element) => {
            const { fontSize, fontWeight, color, borderTopColor, backgroundColor } = getComputedStyle(element);
            return [element.getBoundingClientRect().width, fontSize, fontWeight, color, borderTopColor, backgroundColor];
        };
        return [look(title), look(skip)];";
    page.move_mouse_away().await;
    let [title, skip]: [Value; 2] = page.execute(script, &[]).await;
    assert_eq!(skip, title);
    assert!(page.button("Skip").wait_visible().await.rect().await.height >= 44.0);
}

async fn thirty_titles_are_a_list_that_opens_on_request(page: &Page) {
    let rung = |index: u32| {
        format!(r#"{{ "id": "r{index}", "title": "Engineer for platforms, grade {index}", "level": {index} }}"#)
    };
    let question = |index: u32| {
        format!(
            r#"{{ "id": "q{index}", "about": "d", "ask": "Question {index}?", "answers": [{{ "id": "a", "is": "r1", "say": "Little" }}, {{ "id": "b", "is": "r30", "say": "Much" }}] }}"#
        )
    };
    let list = |items: Vec<String>| items.join(", ");
    let (rungs, questions) = (list((1..=30).map(rung).collect()), list((1..=5).map(question).collect()));
    let widget = format!(
        r#"<career-ladder seed="7"><script type="application/json">{{ "format": 1, "id": "long", "title": "Long", "dimensions": [{{ "id": "d", "name": "D" }}],
        "rungs": [{rungs}], "questions": [{questions}] }}</script></career-ladder>"#
    );
    for width in [320, 800] {
        page.visit(HostPage::new([Embed::markup(&widget), Embed::loader()]).width(width)).await;
        page.wait_ready().await;
        page.open_title_question().await;
        let titles = "const list = find({ role: 'combobox' })[0];
            const [own, around] = [list, list.closest('.question')].map((element) => element.getBoundingClientRect());
            return [list.options.length, list.selectedOptions[0].text, own.left >= around.left && own.right <= around.right && own.height >= 44];";
        let found: (usize, String, bool) = page.execute(titles, &[]).await;
        assert_eq!(found, (31, "Choose a title".to_owned(), true), "{width} px");
        assert_eq!(page.radios().count().await, 0);
        let choose = "const list = find({ role: 'combobox' })[0];
            list.selectedIndex = 30;
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        page.execute::<()>(choose, &[]).await;
        page.next_button().click().await;
        page.question().await;
        page.button("Back").click().await;
        let chosen =
            "return find({ role: 'combobox' })[0]?.selectedOptions[0].text === 'Engineer for platforms, grade 30';";
        page.wait_for("the chosen title", chosen, &[]).await;
        page.button("Back").click().await;
    }
    // The author hears that thirty levels are many.
    page.assert_nothing_uncaught().await;
}

async fn next_asks_for_an_answer_until_an_option_is_selected(page: &Page) {
    page.open_post().await;
    let question = page.start_quiz().await;
    let next = page.button("Next").wait_visible().await;
    assert_eq!(next.attribute("aria-disabled").await.as_deref(), Some("true"));
    page.button("Next").click().await;
    wait_for_alert(page, "Pick an answer first.").await;
    assert_eq!(page.question().await, question);
    page.select_option(1).await;
    let is_enabled = "return find({ role: 'button', name: 'Next' })[0]?.getAttribute('aria-disabled') !== 'true';";
    page.wait_for("Next to be enabled", is_enabled, &[]).await;
    page.role("alert").wait_hidden().await;
}

async fn a_quiz_of_questions_that_do_not_apply_ends_without_a_level(page: &Page) {
    page.open_post().await;
    let first = page.start_quiz().await;
    assert_eq!(page.radios().names().await.last().map(String::as_str), Some(NOT_APPLICABLE));
    page.role("radio").named(NOT_APPLICABLE).click().await;
    page.next_button().click().await;
    let second = page.wait_for_screen_after(&first).await.expect_question();
    assert_eq!(details(&page.events().await, "ladder-answer")[0]["answer"], "-");
    page.button("Back").click().await;
    page.wait_for_screen_after(&second).await;
    assert!(page.role("radio").named(NOT_APPLICABLE).wait_visible().await.is_checked().await);
    let heading = page.answer_to_outcome(|_, options, _| options.len() - 1).await;
    assert!(heading.contains("don't point to one stage"), "{heading}");
    let result = page.widget_result().await;
    assert_eq!((&result["verdict"], &result["asked"]), (&"unclear".into(), &11.into()), "{result}");
}

async fn back_shows_the_question_before_with_its_answer_selected(page: &Page) {
    page.open_post().await;
    let first = page.start_quiz().await;
    let selected = page.radios().names().await[2].clone();
    let second = page.answer(2).await.expect_question();
    page.button("Back").click().await;
    assert_eq!(page.wait_for_screen_after(&second).await, QuizScreen::Question(first));
    assert!(page.role("radio").named(&selected).wait_visible().await.is_checked().await);
    page.next_button().click().await;
    page.wait_for_question(&second).await;
}

async fn back_from_the_title_question_returns_to_the_ladder(page: &Page) {
    page.open_post().await;
    page.open_title_question().await;
    page.button("Back").click().await;
    page.button("Find my stage").wait_visible().await;
    assert_eq!(page.rung_buttons(&product().title).count().await, product().rungs.len());
}

async fn start_again_clears_the_answers_and_the_result(page: &Page) {
    page.open_post().await;
    let first = page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 1).await;
    page.button("Start again").click().await;
    page.heading_matching(&page.outcome_heading()).wait_hidden().await;
    assert_eq!(page.skip_title_question().await, first);
    for radio in page.radios().all().await {
        assert!(!radio.is_checked().await, "{} is still selected", radio.name().await);
    }
    assert_eq!(page.widget_result().await, Value::Null);
}

async fn asking_why_shows_the_dimension_of_the_question(page: &Page) {
    page.open_post().await;
    let question = page.start_quiz().await;
    let ladder = product();
    let about = &ladder.question(&question).about;
    let dimension = ladder.dimensions.iter().find(|dimension| dimension.id == *about).expect("its dimension");
    assert!(!page.widget_text().await.contains(&dimension.summary));
    page.button("Why are you asking this?").click().await;
    let text = page.widget_text().await;
    assert!(text.contains(&dimension.name) && text.contains(&dimension.summary), "{text}");
}

in_every_engine!(
    the_last_answer_leads_to_an_outcome_that_is_announced,
    the_title_question_comes_first_and_skip_looks_like_a_title,
    thirty_titles_are_a_list_that_opens_on_request,
    next_asks_for_an_answer_until_an_option_is_selected,
    a_quiz_of_questions_that_do_not_apply_ends_without_a_level,
    back_shows_the_question_before_with_its_answer_selected,
    back_from_the_title_question_returns_to_the_ladder,
    start_again_clears_the_answers_and_the_result,
);
in_chromium!(asking_why_shows_the_dimension_of_the_question);
