//! The outcome: its heading, its reasons and its profile.

use crate::support::open_result_tab;
use browser_tests::{HostPage, LadderFixture, Page, QuizScreen, in_every_engine, product};
use serde_json::Value;

async fn the_heading_agrees_with_the_verdict_of_the_result(page: &Page) {
    let ladder = product();
    // Steps of 0 give answers that agree with each other, larger ones give answers that contradict each other.
    for (seed, step) in [("1", 0), ("2", 2), ("3", 5)] {
        page.visit(HostPage::with_seed(seed)).await;
        page.wait_ready().await;
        page.start_quiz().await;
        let heading = page.answer_to_outcome(|_, options, answered| answered * step % options.len()).await;
        let result = page.widget_result().await;
        let [first, second] = likeliest_titles(&ladder, &result);
        match result["verdict"].as_str() {
            Some("clear") => assert_eq!(heading, format!("Your closest match: {first}")),
            Some("between") => {
                assert!(heading.starts_with("Between "), "{heading}");
                assert!(heading.contains(&first) && heading.contains(&second), "{heading}: {result}");
            }
            Some("unclear") => assert!(heading.contains("don't point to one stage"), "{heading}"),
            _ => panic!("no verdict: {result}"),
        }
    }
}

async fn answers_of_one_rung_lead_to_that_rung(page: &Page) {
    let ladder = product();
    for rung in [&ladder.rungs[0], &ladder.rungs[2]] {
        page.open_post().await;
        page.start_quiz().await;
        let nearest =
            |question: &str, options: &[String], _: usize| ladder.nearest_option(question, options, rung.level);
        let heading = page.answer_to_outcome(nearest).await;
        assert!(heading.contains(&rung.title), "all answers are those of {}, but: {heading}", rung.title);
    }
}

async fn the_outcome_shows_three_chances_and_quotes_answers(page: &Page) {
    page.open_post().await;
    page.open_title_question().await;
    page.answer(2).await;
    let selected = answer_as_third_rung(page).await;
    assert_bars_are_the_three_likeliest_rungs(page).await;
    assert_eq!(page.role("tab").within("Your result").names().await, ["Plan", "Profile", "Why", "Share"]);
    open_result_tab(page, "Why").await;
    let text = page.widget_text().await;
    assert!(!text.contains("Your title changed this result"), "the title says what the answers say: {text}");
    let is_quoted = |say: &&String| text.contains(&format!("“{}”", say.trim_end_matches('.')));
    assert_eq!(selected.iter().filter(is_quoted).count(), 3, "{text}");
    open_result_tab(page, "Profile").await;
    assert_profile_has_a_row_for_each_dimension(page).await;
}

in_every_engine!(
    the_heading_agrees_with_the_verdict_of_the_result,
    answers_of_one_rung_lead_to_that_rung,
    the_outcome_shows_three_chances_and_quotes_answers,
);

/// The titles of the two likeliest rungs, likeliest first.
fn likeliest_titles(ladder: &LadderFixture, result: &Value) -> [String; 2] {
    let ranked = ranked(ladder, result);
    [0, 1].map(|index| ranked[index].0.clone())
}

/// The titles of all rungs with their probabilities, likeliest first.
fn ranked(ladder: &LadderFixture, result: &Value) -> Vec<(String, f64)> {
    let probabilities = result["probabilities"].as_object().expect("an object of probabilities");
    let title = |id: &str| ladder.rung(id).expect("a rung of the ladder").title.clone();
    let mut ranked: Vec<(String, f64)> =
        probabilities.iter().map(|(id, probability)| (title(id), probability.as_f64().expect("a number"))).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked
}

/// Each bar has the rung's button and its chance in words, none of which is 0 % or 100 %.
async fn assert_bars_are_the_three_likeliest_rungs(page: &Page) {
    let script = "return find({ role: 'button', name: '^About (?!this )', match: 'pattern' }).map((button) => {
        const bar = button.closest('li');
        return [nameOf(button), visibleText(button), visibleText(bar), bar.querySelector('rect.done').getAttribute('width')];
    });";
    let bars: Vec<[String; 4]> = page.execute(script, &[]).await;
    let expected = ranked(&product(), &page.widget_result().await).into_iter().take(3).map(|(title, probability)| {
        let chance = match probability * 100.0 {
            percent if percent < 1.0 => "under 1%".to_owned(),
            percent if percent > 99.0 => "over 99%".to_owned(),
            percent => format!("{percent:.0}%"),
        };
        let filled = format!("{:.0}", (probability * 100.0).ceil());
        [format!("About {title}"), title.clone(), format!("{title} {chance}"), filled]
    });
    assert_eq!(bars, expected.collect::<Vec<_>>());
}

/// Selects the first option near the level of the third rung, at each question; returns the texts of these options.
async fn answer_as_third_rung(page: &Page) -> Vec<String> {
    let ladder = product();
    let is_typical = |say: &String| {
        let answers = ladder.questions.iter().flat_map(|question| &question.answers);
        answers
            .filter(|answer| answer.say == *say)
            .any(|answer| (ladder.level(answer) - ladder.rungs[2].level).abs() < 0.6)
    };
    let mut selected = Vec::new();
    loop {
        let options = page.radios().names().await;
        let index = options.iter().position(is_typical).unwrap_or_default();
        selected.push(options[index].clone());
        if let QuizScreen::Outcome(_) = page.answer(index).await {
            return selected;
        }
    }
}

/// Each row has the dimension as its header, a chart named by the level, and a comparison.
async fn assert_profile_has_a_row_for_each_dimension(page: &Page) {
    let script = "const table = document.querySelector('#widget').shadowRoot.querySelector('table');
        return [...table.tBodies[0].rows].map((row) =>
            [row.cells[0].localName, row.querySelector('svg').getAttribute('aria-label'), row.cells[2].textContent]);";
    let rows: Vec<(String, String, String)> = page.execute(script, &[]).await;
    // The quiz may end once it has asked about five of them.
    assert!((5..=product().dimensions.len()).contains(&rows.len()), "{rows:?}");
    for (header, level, comparison) in rows {
        assert_eq!(header, "th");
        assert!(level.starts_with("near "), "{level}");
        assert!(["below", "at level", "above"].contains(&&*comparison), "{comparison}");
    }
}
