//! The selection of the next question.

use super::super::answers::Answers;
use super::item_bank::{Item, ItemBank};
use super::math::plogp;
use super::posterior::{Posterior, Weights, predict};
use crate::ladder::QuestionId;

/// The question expected to leave the least entropy over rungs; `None` if all were asked. Each dimension gets its first
/// question before any gets a second.
pub(super) fn next(bank: &ItemBank, posterior: &Posterior, answers: &Answers) -> Option<QuestionId> {
    // Questions about the same dimension share their weights.
    let mut weights: Vec<Vec<Weights>> = vec![Vec::new(); bank.dimensions];
    let mut best = (f64::INFINITY, None);
    for index in candidates(bank, posterior, answers) {
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

/// Indices of the questions that were not asked yet: those about dimensions that were not asked about, or all if there
/// are none of those.
fn candidates(bank: &ItemBank, posterior: &Posterior, answers: &Answers) -> Vec<usize> {
    let is_open = |&index: &usize| answers.responses.iter().all(|response| response.question.index() != index);
    let is_fresh = |&index: &usize| !posterior.is_asked(bank.items[index].about);
    let mut open: Vec<usize> = (0..bank.items.len()).filter(is_open).collect();
    if open.iter().any(is_fresh) {
        open.retain(is_fresh);
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
    use crate::quiz::{MAX_QUESTIONS_ASKED, Response};

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
