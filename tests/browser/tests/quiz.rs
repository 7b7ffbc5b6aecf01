//! The quiz: one question at a time, explained, by keys as well; and its outcome.

use browser_tests::{Key, Page, Step, in_chromium, in_every_engine, product};

async fn the_title_comes_first_and_skipping_is_as_easy(page: &Page) {
    page.open_post().await;
    page.begin_with_title().await;
    let ladder = product();
    let names = page.radios().names().await;
    assert_eq!(names.len(), ladder.rungs.len());
    for (name, rung) in names.iter().zip(&ladder.rungs) {
        assert!(name.starts_with(&rung.title), "{name}");
    }
    // As prominent as any title: a box of the same height and width, in the same type.
    let skip = page.button("Skip").shown().await;
    let boxes = "const skip = find({ role: 'button', how: 'is', name: 'Skip' })[0];
        const title = find({ role: 'radio' })[0].closest('label');
        const look = (element) => {
            const { fontSize, fontWeight, color, borderTopColor, backgroundColor } = getComputedStyle(element);
            return [element.getBoundingClientRect().width, fontSize, fontWeight, color, borderTopColor, backgroundColor];
        };
        return [look(title), look(skip)];";
    let [title, skipped]: [serde_json::Value; 2] = page.run(boxes, &[]).await;
    assert_eq!(title, skipped);
    assert!(skip.rect().await.height >= 44.0);
}

async fn digits_choose_while_the_focus_is_among_the_answers(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.press(Key::Char('2')).await;
    page.settle().await;
    assert!(marked(page).await.is_empty(), "the focus is on the heading");
    page.choose(0).await;
    page.press(Key::Char('3')).await;
    page.until(
        "the third answer",
        "const radios = find({ role: 'radio' }); return radios[2].checked && focused() === radios[2];",
        &[],
    )
    .await;
    page.press(Key::Char('9')).await;
    page.settle().await;
    assert_eq!(marked(page).await, [2]);
    let before = page.question().await;
    page.press(Key::Enter).await;
    assert!(matches!(page.step_after(&before).await, Step::Question(_)));
}

async fn progress_never_runs_backwards(page: &Page) {
    page.open_post().await;
    page.begin_with_title().await;
    let mut left = at_most(page).await;
    assert_eq!(left, 11, "twelve in all, the title counted");
    for asked in 0..20 {
        let before = page.question().await;
        page.choose(asked % 2).await;
        assert_eq!(at_most(page).await, left, "marking an answer takes nothing back");
        page.next().await;
        match page.step_after(&before).await {
            Step::Question(_) => {
                let now = at_most(page).await;
                assert_eq!(now, left - 1);
                left = now;
            }
            Step::Outcome(_) => return,
        }
    }
    page.fail("the quiz does not end").await;
}

async fn the_progress_is_drawn(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let first = drawn(page).await;
    assert!(first > 0.0, "the title was the first question");
    page.answer(0).await;
    assert!(drawn(page).await > first);
}

async fn each_question_says_why_it_is_asked(page: &Page) {
    page.open_post().await;
    let question = page.begin().await;
    let ladder = product();
    let about = &ladder.question(&question).expect("a question of the ladder").about;
    let dimension = ladder.dimensions.iter().find(|dimension| dimension.id == *about).expect("its dimension");
    assert!(!page.widget_text().await.contains(&dimension.summary));
    page.button("Why are you asking this?").click().await;
    let text = page.widget_text().await;
    assert!(text.contains(&dimension.name) && text.contains(&dimension.summary), "{text}");
}

async fn the_marker_climbs_with_the_belief(page: &Page) {
    page.open_post().await;
    page.begin_with_title().await;
    let marker = "const marker = document.querySelector('#widget').shadowRoot.querySelector('.marker');
        return marker?.checkVisibility() && !marker.getAnimations().length && marker.getBoundingClientRect().y;";
    page.answer(0).await;
    let low: f64 = page.until("the marker", marker, &[]).await.as_f64().expect("a height");
    page.button("Back").click().await;
    page.button("Skip").shown().await;
    page.radios().click_nth(product().rungs.len() - 1).await;
    page.next().await;
    page.until(
        "the marker to climb",
        &format!("const y = (() => {{ {marker} }})(); return y < arguments[0] - 100;"),
        &[low.into()],
    )
    .await;
}

async fn the_outcome_explains_itself(page: &Page) {
    // The answers of a senior, who is the third rung.
    let ladder = product();
    let is_typical = |say: &str| {
        let answers = ladder.questions.iter().flat_map(|question| &question.answers);
        answers
            .filter(|answer| answer.say == say)
            .any(|answer| (ladder.level(answer) - ladder.rungs[2].level).abs() < 0.6)
    };
    page.open_post().await;
    page.begin_with_title().await;
    let mut chosen = Vec::new();
    page.answer(2).await;
    loop {
        let before = page.question().await;
        let answers = page.radios().names().await;
        let pick = answers.iter().position(|say| is_typical(say)).unwrap_or_default();
        chosen.push(answers[pick].clone());
        page.choose(pick).await;
        page.next().await;
        if let Step::Outcome(_) = page.step_after(&before).await {
            break;
        }
    }
    let text = page.widget_text().await;
    assert!(!text.contains('%'), "the number comes on demand: {text}");
    assert!(text.contains("Your title made"), "{text}");
    let quoted = chosen.iter().filter(|say| text.contains(&format!("“{}”", say.trim_end_matches('.')))).count();
    assert_eq!(quoted, 3, "{text}");
    page.button("How sure, in numbers").click().await;
    assert!(page.widget_text().await.contains('%'));
    // The profile is a table: a row a dimension, each with its chart, named by the level, and how it compares.
    let rows = "const table = document.querySelector('#widget').shadowRoot.querySelector('table');
        return [...table.tBodies[0].rows].map((row) =>
            [row.cells[0].localName, row.querySelector('svg').getAttribute('aria-label'), row.cells[2].textContent]);";
    let rows: Vec<(String, String, String)> = page.run(rows, &[]).await;
    assert_eq!(rows.len(), product().dimensions.len());
    for (head, level, beside) in rows {
        assert_eq!(head, "th");
        assert!(level.starts_with("about "), "{level}");
        assert!(["below", "at level", "above"].contains(&&*beside), "{beside}");
    }
}

in_every_engine!(
    the_title_comes_first_and_skipping_is_as_easy,
    digits_choose_while_the_focus_is_among_the_answers,
    progress_never_runs_backwards,
    the_progress_is_drawn,
    the_marker_climbs_with_the_belief,
    the_outcome_explains_itself,
);
in_chromium!(each_question_says_why_it_is_asked);

/// Which answers are marked.
async fn marked(page: &Page) -> Vec<usize> {
    page.run("return find({ role: 'radio' }).flatMap((radio, place) => (radio.checked ? [place] : []));", &[]).await
}

/// How wide the bar of the progress is.
async fn drawn(page: &Page) -> f64 {
    let bar = "const bar = document.querySelector('#widget').shadowRoot.querySelector('.progress .done');
        return bar.getBoundingClientRect().width;";
    page.run(bar, &[]).await
}

/// How many questions are said to follow at most.
async fn at_most(page: &Page) -> u32 {
    let text = page.widget_text().await;
    if text.contains("The last question") {
        return 0;
    }
    let (_, behind) = text.split_once("At most ").unwrap_or_else(|| panic!("no progress in {text}"));
    behind.split_once(" more").and_then(|(number, _)| number.parse().ok()).unwrap_or_else(|| panic!("{behind}"))
}
