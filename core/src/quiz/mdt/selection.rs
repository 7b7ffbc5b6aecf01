//! The selection of the next question.

use super::super::answers::{Answers, Response};
use super::super::math::plogp;
use super::item_bank::{Item, ItemBank};
use super::posterior::{Posterior, Weights, predict};
use crate::gather::Gather as _;
use crate::ladder::QuestionId;

/// The question expected to leave the least entropy over rungs; `None` if all were asked. Each dimension gets its first
/// question before any gets a second. Once the belief is certain, only dimensions are left to cover.
pub(super) fn next(bank: &ItemBank, posterior: &Posterior, answers: &Answers, is_certain: bool) -> Option<QuestionId> {
    // Questions about the same dimension share their weights.
    let mut weights: Vec<Vec<Weights>> = vec![Vec::new(); bank.dimensions];
    let mut best = (f64::INFINITY, None);
    for index in candidates(bank, posterior, answers, is_certain) {
        let item = &bank.items[index];
        let weights = &mut weights[item.about];
        if weights.is_empty() {
            *weights = posterior.weights(item.about);
        }
        let entropy = expected_entropy(bank, weights, item);
        if entropy < best.0 {
            best = (entropy, Some(QuestionId::new(index)));
        }
    }
    best.1
}

/// Indices of the questions that were not asked yet.
pub(super) fn open(bank: &ItemBank, answers: &Answers) -> Vec<usize> {
    let is_open = |&index: &usize| answers.responses.iter().all(|response| response.question.index() != index);
    (0..bank.items.len()).filter(is_open).gather()
}

/// Indices of the questions to choose from: of those that were not asked yet, the ones about dimensions that had no
/// question; or else, if the belief is certain, those about dimensions without an answer that says something; or else all.
fn candidates(bank: &ItemBank, posterior: &Posterior, answers: &Answers, is_certain: bool) -> Vec<usize> {
    let mut open = open(bank, answers);
    let about = |response: &Response| bank.items[response.question.index()].about;
    let is_fresh = |&index: &usize| answers.responses.iter().all(|response| about(response) != bank.items[index].about);
    let is_untouched = |&index: &usize| is_certain && !posterior.is_asked(bank.items[index].about);
    if open.iter().any(is_fresh) {
        open.retain(is_fresh);
    } else if open.iter().any(is_untouched) {
        open.retain(is_untouched);
    }
    open
}

/// The entropy over rungs after the answer to a question, on average over its answers, in nats.
fn expected_entropy(bank: &ItemBank, weights: &[Weights], item: &Item) -> f64 {
    // Σₐ P(a)·H(rung | a) = Σₐ (P(a)·ln P(a) - Σᵣ P(a, r)·ln P(a, r))
    let (mut answers, mut entropy) = (vec![0.0; item.answers], 0.0);
    predict(bank, weights, item, |predicted| {
        for (answer, &predicted) in answers.iter_mut().zip(predicted) {
            *answer += predicted;
            entropy -= plogp(predicted);
        }
    });
    answers.into_iter().map(plogp).sum::<f64>() + entropy
}

#[cfg(test)]
mod tests {
    use super::super::super::test_ladder::{forked, responses};
    use super::super::Engine;
    use super::*;
    use crate::ladder::{Ladder, RungId};
    use crate::quiz::MAX_QUESTIONS_ASKED;

    /// The questions that a reader is asked who always gives the answer at this index.
    fn asked(ladder: &Ladder, answer: usize) -> Vec<usize> {
        let engine = Engine::new(ladder);
        let mut answers = Answers::default();
        while let Some(question) = engine.next(&answers) {
            answers.responses.push(Response { question, answer });
        }
        answers.responses.iter().map(|response| response.question.index()).collect()
    }

    #[test]
    fn every_dimension_is_asked_about_once_before_any_is_again() {
        let asked = asked(&forked(), 1);
        assert_ne!(asked[0] < 3, asked[1] < 3, "{asked:?}");
    }

    #[test]
    fn after_a_question_that_does_not_apply_the_other_dimension_comes_first() {
        let bank = ItemBank::new(&forked());
        let next = |answers: &[usize], is_certain| {
            let answers = responses(answers);
            next(&bank, &Posterior::new(&bank, &answers), &answers, is_certain).expect("a question").index()
        };
        let not_applicable = bank.items[0].answers;
        assert!(next(&[not_applicable], false) >= 3);
        // The questions about the second dimension are the last three. Only the first one is left to cover.
        let mut answers = responses(&[not_applicable, not_applicable]);
        answers.responses.push(Response { question: QuestionId::new(3), answer: 0 });
        let posterior = Posterior::new(&bank, &answers);
        assert_eq!(super::next(&bank, &posterior, &answers, true).map(QuestionId::index), Some(2));
    }

    #[test]
    fn no_question_is_asked_twice_and_never_more_than_twelve() {
        let mut parts = forked().into_parts();
        let all = parts.questions.clone();
        for _ in 0..5 {
            parts.questions.extend(all.clone());
        }
        // No answer tells the rungs apart, so the quiz cannot stop early.
        for question in &mut parts.questions {
            question.answers.iter_mut().for_each(|answer| answer.is = vec![RungId::new(1)]);
        }
        let mut asked = asked(&Ladder::new(parts), 0);
        assert_eq!(asked.len(), MAX_QUESTIONS_ASKED);
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), MAX_QUESTIONS_ASKED);
    }

    #[test]
    fn a_question_that_tells_nothing_is_asked_last() {
        let mut parts = forked().into_parts();
        parts.questions[0].answers.iter_mut().for_each(|answer| answer.is = vec![RungId::new(1)]);
        let asked = asked(&Ladder::new(parts), 1);
        assert!(asked.iter().position(|&question| question == 0).is_none_or(|index| index > 2), "{asked:?}");
    }

    #[test]
    fn of_equally_good_questions_the_first_in_the_file_is_asked() {
        assert!(asked(&forked(), 1).iter().take(2).all(|question| question % 3 == 0));
    }

    /// Each answer is tried: its probability times the entropy of the posterior after it.
    #[test]
    fn the_expected_entropy_is_that_of_the_posteriors_after_each_answer() {
        let bank = ItemBank::new(&forked());
        let before = Posterior::new(&bank, &responses(&[2, 1]));
        let item = &bank.items[4];
        let weights = before.weights(item.about);
        let mut chances = vec![0.0; item.answers];
        predict(&bank, &weights, item, |predicted| chances.iter_mut().zip(predicted).for_each(|(sum, p)| *sum += p));
        let entropy_after = |answer| {
            let mut answers = responses(&[2, 1]);
            answers.responses.push(Response { question: QuestionId::new(4), answer });
            -Posterior::new(&bank, &answers).rungs().iter().map(|p| p * p.ln()).sum::<f64>()
        };
        let expected: f64 = chances.iter().enumerate().map(|(answer, chance)| chance * entropy_after(answer)).sum();
        let found = expected_entropy(&bank, &weights, item);
        assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
    }
}
