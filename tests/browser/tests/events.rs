//! The `ladder-*` events that tell a page what happens in the widget, and the element's `result` property.

use crate::support::details;
use browser_tests::{LadderFixture, Page, in_every_engine, product};
use serde_json::Value;
use std::collections::BTreeMap;

async fn a_quiz_fires_ready_start_answer_and_result_events_in_order(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    page.answer_to_outcome(|_, _, _| 0).await;
    let ladder = product();
    let events = page.events().await;

    let mut names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
    names.dedup();
    assert_eq!(names, ["ladder-ready", "ladder-start", "ladder-answer", "ladder-result"]);
    assert!(events.iter().all(|event| event.is_plain && event.target == "widget"), "{events:#?}");

    let answers = details(&events, "ladder-answer");
    assert_answers_are_numbered(&answers);
    assert_answers_are_of_the_ladder(&answers, &ladder);
    assert_result_is_plausible(details(&events, "ladder-result")[0], answers.len());
}

async fn the_result_property_equals_the_result_event(page: &Page) {
    page.open_post().await;
    page.start_quiz().await;
    assert_eq!(page.widget_result().await, Value::Null);
    page.answer_to_outcome(|_, _, _| 0).await;
    let result = page.widget_result().await;
    let events = page.events().await;
    assert_eq!(&result, details(&events, "ladder-result")[0]);
}

in_every_engine!(
    a_quiz_fires_ready_start_answer_and_result_events_in_order,
    the_result_property_equals_the_result_event,
);

fn assert_answers_are_numbered(answers: &[&Value]) {
    for (answer, previous) in answers.iter().skip(1).zip(answers) {
        assert_eq!(answer["index"].as_u64(), previous["index"].as_u64().map(|index| index + 1), "{answers:#?}");
    }
}

fn assert_answers_are_of_the_ladder(answers: &[&Value], ladder: &LadderFixture) {
    for answer in answers {
        let question = ladder.questions.iter().find(|question| answer["question"] == question.id.as_str());
        let question = question.unwrap_or_else(|| panic!("no question of the ladder: {answer}"));
        assert!(question.answers.iter().any(|known| answer["answer"] == known.id.as_str()), "{answer}");
    }
}

fn assert_result_is_plausible(result: &Value, answered: usize) {
    let ladder = product();
    let probabilities: BTreeMap<String, f64> =
        serde_json::from_value(result["probabilities"].clone()).unwrap_or_else(|error| panic!("{error}: {result}"));
    let sum: f64 = probabilities.values().sum();
    assert!((sum - 1.0).abs() < 1e-3, "the probabilities add up to {sum}");
    assert!(probabilities.keys().all(|id| ladder.rung(id).is_some()), "{probabilities:?}");
    // Compared by probability and not by id: two rungs may share the first place.
    let rung = result["rung"].as_str().unwrap_or_default();
    assert!(probabilities.values().all(|other| *other <= probabilities[rung]), "{rung} is not the likeliest: {result}");
    assert_eq!(result["ladder"], "product");
    assert_eq!(result["asked"], answered);
    assert!(matches!(result["verdict"].as_str(), Some("clear" | "between" | "unclear")), "{result}");
    assert!(result["stage"].is_string(), "{result}");
    assert!(result["confidence"].as_f64().is_some_and(|confidence| (0.0..=1.0).contains(&confidence)), "{result}");
    assert!(result["profile"].as_object().is_some_and(|levels| !levels.is_empty()), "{result}");
}
