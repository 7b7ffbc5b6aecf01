//! Which question to ask next.

use super::Answers;
use super::bank::Bank;
use super::posterior::Posterior;
use crate::ladder::QuestionId;

impl Bank {
    /// The question to ask after these answers, or `None` when enough was asked.
    ///
    /// It is the one after whose answer the least doubt about the rung is expected to remain
    /// (smallest expected entropy); each dimension is asked about once before any is again.
    #[must_use]
    pub fn next(&self, posterior: &Posterior, answers: &Answers) -> Option<QuestionId> {
        if answers.left() == 0 || posterior.is_enough(self) {
            return None;
        }
        let is_open = |&place: &usize| answers.given.iter().all(|given| given.question.index() != place);
        let open: Vec<usize> = (0..self.items.len()).filter(is_open).collect();
        let fresh = open.iter().copied().filter(|&place| posterior.touched[self.items[place].about] == 0);
        let fresh: Vec<usize> = fresh.collect();
        let candidates = if fresh.is_empty() { open } else { fresh };
        let doubts = candidates.into_iter().map(|place| (self.expected_entropy(posterior, place), place));
        doubts.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, place)| QuestionId::new(place))
    }

    /// The entropy of the rungs after the answer to a question, on average over its answers, in nats.
    fn expected_entropy(&self, posterior: &Posterior, place: usize) -> f64 {
        let foreseen = posterior.foresee(self, &self.items[place]);
        // Σₐ P(a)·H(rung | a) = Σₐ (P(a)·ln P(a) - Σᵣ P(a, r)·ln P(a, r))
        foreseen.iter().map(|rungs| plogp(rungs.iter().sum()) - rungs.iter().copied().map(plogp).sum::<f64>()).sum()
    }
}

/// p·ln p, with its limit 0 at 0.
fn plogp(p: f64) -> f64 {
    if p > 0.0 { p * p.ln() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::posterior::tests::forked;
    use super::*;
    use crate::ladder::RungId;
    use crate::quiz::{Given, MOST_ASKED};

    fn asked(ladder: &crate::ladder::Ladder, answer: usize) -> Vec<usize> {
        let bank = Bank::new(ladder);
        let mut answers = Answers::default();
        while let Some(question) = bank.next(&Posterior::new(&bank, &answers), &answers) {
            answers.given.push(Given { question, answer });
        }
        answers.given.iter().map(|given| given.question.index()).collect()
    }

    #[test]
    fn every_dimension_comes_once_before_any_comes_again() {
        let asked = asked(&forked(), 1);
        assert_ne!(asked[0] < 3, asked[1] < 3, "{asked:?}");
    }

    #[test]
    fn nothing_is_asked_twice_and_never_more_than_twelve() {
        let mut ladder = forked();
        let all = ladder.questions.clone();
        for _ in 0..5 {
            ladder.questions.extend(all.clone());
        }
        // Answers that all point elsewhere keep the doubt up.
        for question in &mut ladder.questions {
            question.answers.iter_mut().for_each(|answer| answer.is = vec![RungId::new(1)]);
        }
        let mut asked = asked(&ladder, 0);
        assert_eq!(asked.len(), MOST_ASKED);
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), MOST_ASKED);
    }

    #[test]
    fn a_question_that_tells_nothing_is_asked_last() {
        let mut ladder = forked();
        ladder.questions[0].answers.iter_mut().for_each(|answer| answer.is = vec![RungId::new(1)]);
        let asked = asked(&ladder, 1);
        assert!(asked.iter().position(|&question| question == 0).is_none_or(|place| place > 2), "{asked:?}");
    }
}
