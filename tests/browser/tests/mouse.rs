//! What a reader with a mouse does.

use browser_tests::{Event, HostPage, OUTCOME, Page, Step, in_every_engine, product};
use serde_json::Value;
use std::collections::BTreeMap;

const TABS: [&str; 4] = ["What changes", "You do", "Going well", "Grow"];

async fn every_rung_is_a_button_of_the_ladder(page: &Page) {
    page.open_post().await;
    let ladder = product();
    let titles: Vec<&str> = ladder.rungs.iter().map(|rung| rung.title.as_str()).collect();
    let mut names = page.rungs(&ladder.title).names().await;
    names.sort_by_key(|name| titles.iter().position(|title| title == name));
    assert_eq!(names, titles);
}

async fn a_rung_opens_and_closes(page: &Page) {
    page.open_post().await;
    for rung in &product().rungs {
        page.button(&rung.title).click().await;
        page.region(&rung.title).shown().await;
        page.heading(&rung.title).shown().await;
        assert_eq!(expanded(page, &rung.title).await.as_deref(), Some("true"));
        page.button("Close").click().await;
        page.region(&rung.title).gone().await;
        assert_eq!(expanded(page, &rung.title).await.as_deref(), Some("false"));
    }
}

async fn each_tab_of_a_rung_shows_something_else(page: &Page) {
    page.open_post().await;
    let rung = &product().rungs[1];
    page.button(&rung.title).click().await;
    let mut texts: Vec<String> = Vec::new();
    for name in TABS {
        page.tab(name).click().await;
        let selected =
            "return find({ role: 'tab', how: 'is', name: arguments[0] })[0]?.getAttribute('aria-selected') === 'true';";
        page.until("the tab to be selected", selected, &[name.into()]).await;
        assert_eq!(page.tabpanel().count().await, 1, "one panel is shown for {name}");
        let text = page.tabpanel().shown().await.text().await;
        assert!(text.len() > 20, "{name} has something to say: {text:?}");
        assert!(!texts.contains(&text), "{name} says something of its own: {text:?}");
        texts.push(text);
    }
}

async fn the_quiz_leads_to_an_outcome(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let heading = page.finish(|_, _, _| 0).await;
    let says = "return find({ role: 'status' }).some((region) => shownText(region).includes(arguments[0]));";
    page.until(&format!("a live region that says {heading:?}"), says, &[heading.into()]).await;
}

async fn next_waits_for_an_answer(page: &Page) {
    page.open_post().await;
    let question = page.begin().await;
    assert_eq!(page.button("Next").shown().await.attribute("aria-disabled").await.as_deref(), Some("true"));
    page.button("Next").click().await;
    page.settle().await;
    assert_eq!(page.question().await, question);
    page.choose(1).await;
    let awake =
        "return find({ role: 'button', how: 'is', name: 'Next' })[0]?.getAttribute('aria-disabled') !== 'true';";
    page.until("Next to wake up", awake, &[]).await;
}

async fn the_quiz_says_how_long_it_is_at_most(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let text = page.widget_text().await;
    let promised = text.split("At most ").nth(1).and_then(|rest| rest.split(' ').next()?.parse::<usize>().ok());
    let promised = promised.unwrap_or_else(|| panic!("no \"At most N more\" in {text:?}"));
    page.finish(|_, _, asked| asked % 3).await;
    let asked = details(&page.events().await, "ladder-answer").len();
    assert!(asked <= promised + 1, "{asked} questions were asked, {promised} more were promised on the first");
}

async fn the_page_is_told_what_happens(page: &Page) {
    page.open_post().await;
    page.begin().await;
    page.finish(|_, _, _| 0).await;
    let ladder = product();
    let events = page.events().await;

    let mut names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
    names.dedup();
    assert_eq!(names, ["ladder-ready", "ladder-start", "ladder-answer", "ladder-result"]);
    assert!(events.iter().all(|event| event.plain && event.on == "widget"), "{events:#?}");

    let answers: Vec<&Value> = details(&events, "ladder-answer");
    for (answer, previous) in answers.iter().skip(1).zip(&answers) {
        assert_eq!(answer["index"].as_u64(), previous["index"].as_u64().map(|index| index + 1), "{answers:#?}");
    }
    for answer in &answers {
        let question = ladder.questions.iter().find(|question| answer["question"] == question.id.as_str());
        let question = question.unwrap_or_else(|| panic!("no question of the ladder: {answer}"));
        assert!(question.answers.iter().any(|known| answer["answer"] == known.id.as_str()), "{answer}");
    }
    assert_plausible(details(&events, "ladder-result")[0], answers.len());
}

async fn the_heading_says_what_the_result_says(page: &Page) {
    let ladder = product();
    // Answers that agree, and answers that do not.
    for (seed, step) in [("1", 0), ("2", 2), ("3", 5)] {
        page.visit(HostPage::with_seed(seed)).await;
        page.ready().await;
        page.begin().await;
        let heading = page.finish(|_, answers, asked| asked * step % answers.len()).await;
        let result: Value = page.run("return document.querySelector('#widget').result;", &[]).await;
        let mut likely: Vec<(String, f64)> = probabilities(&result).into_iter().collect();
        likely.sort_by(|a, b| b.1.total_cmp(&a.1));
        let title = |place: usize| &ladder.rung(&likely[place].0).expect("a rung of the ladder").title;
        match result["verdict"].as_str() {
            Some("clear") => assert_eq!(heading, format!("You stand at {}", title(0))),
            Some("between") => {
                assert!(heading.starts_with("Between "), "{heading}");
                assert!(heading.contains(title(0)) && heading.contains(title(1)), "{heading}: {likely:?}");
            }
            Some("unclear") => assert!(heading.contains("don't point to one stage"), "{heading}"),
            _ => panic!("no verdict: {result}"),
        }
    }
}

async fn the_result_is_kept_on_the_element(page: &Page) {
    page.open_post().await;
    page.begin().await;
    let early: Value = page.run("return document.querySelector('#widget').result;", &[]).await;
    assert_eq!(early, Value::Null);
    page.finish(|_, _, _| 0).await;
    let result: Value = page.run("return document.querySelector('#widget').result;", &[]).await;
    let events = page.events().await;
    assert_eq!(&result, details(&events, "ladder-result")[0]);
}

async fn answers_of_one_stage_lead_to_that_stage(page: &Page) {
    let ladder = product();
    for rung in [&ladder.rungs[0], &ladder.rungs[2]] {
        page.open_post().await;
        page.begin().await;
        let nearest = |question: &str, names: &[String], _: usize| {
            let question = ladder.question(question).expect("a question of the ladder");
            let distance = |name: &String| {
                let answer = question.answers.iter().find(|answer| &answer.say == name).expect("an answer of it");
                (ladder.level(answer) - rung.level).abs()
            };
            let places = names.iter().enumerate().map(|(place, name)| (place, distance(name)));
            places.min_by(|a, b| a.1.total_cmp(&b.1)).expect("a question has answers").0
        };
        let heading = page.finish(nearest).await;
        assert!(heading.contains(&rung.title), "all answers are those of {}, but: {heading}", rung.title);
    }
}

async fn back_keeps_the_answer(page: &Page) {
    page.open_post().await;
    let first = page.begin().await;
    let chosen = page.radios().names().await[2].clone();
    let Step::Question(second) = page.answer(2).await else { panic!("one question is not a quiz") };
    page.button("Back").click().await;
    assert_eq!(page.step_after(&second).await, Step::Question(first));
    assert!(page.role("radio").named(&chosen).shown().await.is_checked().await);
    page.next().await;
    page.until(
        "the second question again",
        "return nameOf(find({ role: 'radiogroup' })[0]) === arguments[0];",
        &[second.into()],
    )
    .await;
}

async fn back_from_the_first_question_returns_to_the_ladder(page: &Page) {
    page.open_post().await;
    page.begin_with_title().await;
    page.button("Back").click().await;
    page.button("Find my stage").shown().await;
    assert_eq!(page.rungs(&product().title).count().await, product().rungs.len());
}

async fn start_again_forgets_the_answers(page: &Page) {
    page.open_post().await;
    let first = page.begin().await;
    page.finish(|_, _, _| 1).await;
    page.button("Start again").click().await;
    page.heading_matching(OUTCOME).gone().await;
    assert_eq!(page.skip().await, first);
    for radio in page.radios().all().await {
        assert!(!radio.is_checked().await, "{} is still chosen", radio.name().await);
    }
    let result: Value = page.run("return document.querySelector('#widget').result;", &[]).await;
    assert_eq!(result, Value::Null);
}

async fn expanded(page: &Page, rung: &str) -> Option<String> {
    page.button(rung).shown().await.attribute("aria-expanded").await
}

fn details<'a>(events: &'a [Event], name: &str) -> Vec<&'a Value> {
    events.iter().filter(|event| event.name == name).map(|event| &event.detail).collect()
}

fn probabilities(result: &Value) -> BTreeMap<String, f64> {
    serde_json::from_value(result["probabilities"].clone()).unwrap_or_else(|error| panic!("{error}: {result}"))
}

fn assert_plausible(result: &Value, answered: usize) {
    let ladder = product();
    let rungs = probabilities(result);
    let sum: f64 = rungs.values().sum();
    assert!((sum - 1.0).abs() < 1e-3, "the probabilities add up to {sum}");
    assert!(rungs.keys().all(|id| ladder.rung(id).is_some()), "{rungs:?}");
    // By the chance, not by the id: two rungs may share the first place.
    let placed = result["rung"].as_str().unwrap_or_default();
    assert!(rungs.values().all(|chance| *chance <= rungs[placed]), "{placed} is not the likeliest: {rungs:?}");
    assert_eq!(result["ladder"], "product");
    assert_eq!(result["asked"], answered);
    assert!(matches!(result["verdict"].as_str(), Some("clear" | "between" | "unclear")), "{result}");
    assert!(result["stage"].is_string(), "{result}");
    assert!(result["confidence"].as_f64().is_some_and(|chance| (0.0..=1.0).contains(&chance)), "{result}");
    assert!(result["profile"].as_object().is_some_and(|levels| !levels.is_empty()), "{result}");
}

in_every_engine!(
    every_rung_is_a_button_of_the_ladder,
    a_rung_opens_and_closes,
    each_tab_of_a_rung_shows_something_else,
    the_quiz_leads_to_an_outcome,
    next_waits_for_an_answer,
    the_quiz_says_how_long_it_is_at_most,
    the_page_is_told_what_happens,
    the_heading_says_what_the_result_says,
    the_result_is_kept_on_the_element,
    answers_of_one_stage_lead_to_that_stage,
    back_keeps_the_answer,
    back_from_the_first_question_returns_to_the_ladder,
    start_again_forgets_the_answers,
);
