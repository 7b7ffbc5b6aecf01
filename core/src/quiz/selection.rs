//! Which question to ask next.

use super::Answers;
use super::item_bank::{Item, ItemBank};
use super::posterior::{Posterior, Weights};
use crate::ladder::QuestionId;

impl ItemBank {
    /// The question to ask after these answers, or `None` when enough was asked.
    ///
    /// It is the one after whose answer the least doubt about the rung is expected to remain
    /// (smallest expected entropy); each dimension is asked about once before any is again.
    #[must_use]
    pub fn next(&self, posterior: &Posterior, answers: &Answers) -> Option<QuestionId> {
        if answers.left() == 0 || posterior.stopping_rule_met(self) {
            return None;
        }
        let is_open = |place: usize| answers.responses.iter().all(|response| response.question.index() != place);
        let is_fresh = |place: usize| posterior.asked_per_dimension[self.items[place].about] == 0;
        let any_fresh = (0..self.items.len()).any(|place| is_open(place) && is_fresh(place));
        let mut weights: Vec<Vec<Weights>> = vec![Vec::new(); self.dimensions];
        let mut least = (f64::INFINITY, None);
        for (place, item) in self.items.iter().enumerate() {
            if is_open(place) && (is_fresh(place) || !any_fresh) {
                let weights = &mut weights[item.about];
                if weights.is_empty() {
                    *weights = posterior.weights(item.about);
                }
                let doubt = self.expected_entropy(weights, item);
                if doubt < least.0 {
                    least = (doubt, Some(QuestionId::new(place)));
                }
            }
        }
        least.1
    }

    /// The entropy of the rungs after the answer to a question, on average over its answers, in nats.
    fn expected_entropy(&self, weights: &[Weights], item: &Item) -> f64 {
        // Σₐ P(a)·H(rung | a) = Σₐ (P(a)·ln P(a) - Σᵣ P(a, r)·ln P(a, r))
        let (mut submitted, mut entropy) = (vec![0.0; item.answers], 0.0);
        self.predict(weights, item, |_, predicted| {
            for (submitted, &predicted) in submitted.iter_mut().zip(predicted) {
                *submitted += predicted;
                entropy -= plogp(predicted);
            }
        });
        submitted.into_iter().map(plogp).sum::<f64>() + entropy
    }
}

/// p·ln p, with its limit 0 at 0.
fn plogp(p: f64) -> f64 {
    if p > 0.0 { p * ln(p) } else { 0.0 }
}

/// The natural logarithm of a normal number above 0, to ten digits: hundreds of thousands are taken for one step on a
/// large ladder. With p = m·2ᵉ it is ln m + e·ln 2, and ln m = 2·artanh s = 2(s + s³/3 + s⁵/5 + …) for s = (m - 1)/(m + 1).
fn ln(p: f64) -> f64 {
    /// The bits of the mantissa of the root of ½: m lies between it and twice as much, where the series converges fast.
    const HALF_ROOT: u64 = 0x3fe6_a09e_667f_3bcd;
    let bits = p.to_bits().wrapping_sub(HALF_ROOT);
    let exponent = f64::from((bits.cast_signed() >> 52) as i32);
    let mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) + HALF_ROOT);
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series =
        1.0 + square * (1.0 / 3.0 + square * (0.2 + square * (1.0 / 7.0 + square * (1.0 / 9.0 + square / 11.0))));
    2.0 * s * series + exponent * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::super::posterior::tests::forked;
    use super::*;
    use crate::ladder::RungId;
    use crate::quiz::{MAX_QUESTIONS_ASKED, Response};

    #[test]
    fn logarithms_are_right_to_ten_digits() {
        for place in 1..40_000 {
            let p = 1.001_f64.powi(20 - place);
            assert!((ln(p) - p.ln()).abs() <= 1e-10 * p.ln().abs().max(1.0), "{p}: {} for {}", ln(p), p.ln());
        }
    }

    fn asked(ladder: &crate::ladder::Ladder, answer: usize) -> Vec<usize> {
        let bank = ItemBank::new(ladder);
        let mut answers = Answers::default();
        while let Some(question) = bank.next(&Posterior::new(&bank, &answers), &answers) {
            answers.responses.push(Response { question, answer });
        }
        answers.responses.iter().map(|response| response.question.index()).collect()
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
        assert_eq!(asked.len(), MAX_QUESTIONS_ASKED);
        asked.sort_unstable();
        asked.dedup();
        assert_eq!(asked.len(), MAX_QUESTIONS_ASKED);
    }

    #[test]
    fn a_question_that_tells_nothing_is_asked_last() {
        let mut ladder = forked();
        ladder.questions[0].answers.iter_mut().for_each(|answer| answer.is = vec![RungId::new(1)]);
        let asked = asked(&ladder, 1);
        assert!(asked.iter().position(|&question| question == 0).is_none_or(|place| place > 2), "{asked:?}");
    }
}
