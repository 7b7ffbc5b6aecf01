//! The selection of the next question.

use super::super::answers::{Answers, Response};
use super::super::math::plogp;
use super::item_bank::{Item, ItemBank};
use super::posterior::{Posterior, Weights, predict};
use crate::gather::Gather as _;
use crate::ladder::QuestionId;

/// A question with what it is expected to tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) question: QuestionId,
    /// The decrease of the entropy over rungs, in nats, on average over the answers.
    pub(super) gain: f64,
}

/// The question of these that is expected to leave the least entropy over rungs; `None` if there is none.
pub(super) fn best(bank: &ItemBank, posterior: &Posterior, questions: &[usize]) -> Option<Candidate> {
    // Questions about the same dimension share their weights.
    let mut weights: Vec<Vec<Weights>> = vec![Vec::new(); bank.dimensions];
    let mut best = (f64::INFINITY, None);
    for &index in questions {
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
    let before = -posterior.rungs().into_iter().map(plogp).sum::<f64>();
    Some(Candidate { question: best.1?, gain: before - best.0 })
}

/// Indices of the questions that were not asked yet. Each dimension gets its first question before any gets a second, so
/// those about new dimensions come alone.
pub(super) fn open(bank: &ItemBank, answers: &Answers) -> Vec<usize> {
    let mut open = unasked(bank, answers);
    let about = |response: &Response| bank.items[response.question.index()].about;
    let is_fresh = |&index: &usize| answers.responses.iter().all(|response| about(response) != bank.items[index].about);
    if open.iter().any(is_fresh) {
        open.retain(is_fresh);
    }
    open
}

/// Indices of the questions that were not asked yet.
pub(super) fn unasked(bank: &ItemBank, answers: &Answers) -> Vec<usize> {
    let is_unasked = |&index: &usize| answers.responses.iter().all(|response| response.question.index() != index);
    (0..bank.items.len()).filter(is_unasked).gather()
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
    use crate::ladder::{Ladder, Rung, RungId};
    use crate::quiz::{MAX_QUESTIONS_ASKED, MIN_ANSWERS};

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
        let not_applicable = bank.items[0].answers;
        assert_eq!(open(&bank, &responses(&[not_applicable])), [3, 4, 5]);
        assert_eq!(open(&bank, &responses(&[not_applicable, 0, 0, 0])), [4, 5]);
    }

    #[test]
    fn a_quiz_that_knows_enough_goes_on_with_the_dimensions_left_to_cover() {
        let engine = Engine::new(&forked());
        let not_applicable = engine.bank.items[0].answers;
        // The questions about the second dimension are the last three. Only the first one is left to cover.
        let mut answers = responses(&[not_applicable, not_applicable]);
        answers.responses.push(Response { question: QuestionId::new(3), answer: 0 });
        answers.responses.push(Response { question: QuestionId::new(4), answer: 0 });
        answers.responses.push(Response { question: QuestionId::new(5), answer: 0 });
        assert_eq!(engine.next(&answers).map(QuestionId::index), Some(2));
        answers.responses.push(Response { question: QuestionId::new(2), answer: 0 });
        assert_eq!(engine.next(&answers), None);
    }

    #[test]
    fn no_question_is_asked_twice_and_never_more_than_twelve() {
        let mut parts = forked().into_parts();
        // So many rungs that twelve questions cannot tell them apart.
        parts.rungs = (0..60).map(|level| Rung { level, ..Rung::default() }).collect();
        parts.tracks.truncate(1);
        let all = parts.questions.clone();
        (0..5).for_each(|_| parts.questions.extend(all.clone()));
        for (index, question) in parts.questions.iter_mut().enumerate() {
            let spread = question.answers.iter_mut().zip([0, 30, 59]);
            spread.for_each(|(answer, rung)| answer.is = vec![RungId::new((rung + index * 7) % 60)]);
        }
        let mut asked = asked(&Ladder::new(parts), 1);
        assert_eq!(asked.len(), MAX_QUESTIONS_ASKED);
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), MAX_QUESTIONS_ASKED);
    }

    #[test]
    fn a_quiz_that_learns_nothing_ends_after_five_answers() {
        let mut parts = forked().into_parts();
        for question in &mut parts.questions {
            question.answers.iter_mut().for_each(|answer| answer.is = vec![RungId::new(1)]);
        }
        assert_eq!(asked(&Ladder::new(parts), 0).len(), MIN_ANSWERS);
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

    #[test]
    fn the_gain_is_the_decrease_of_the_entropy() {
        let bank = ItemBank::new(&forked());
        let answers = responses(&[2, 1]);
        let posterior = Posterior::new(&bank, &answers);
        let Candidate { question, gain } = best(&bank, &posterior, &open(&bank, &answers)).expect("a question");
        let item = &bank.items[question.index()];
        let before: f64 = -posterior.rungs().iter().map(|p| p * p.ln()).sum::<f64>();
        let after = expected_entropy(&bank, &posterior.weights(item.about), item);
        assert!(gain > 0.0 && (gain - (before - after)).abs() < 1e-9, "{gain}");
    }
}
