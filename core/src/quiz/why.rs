//! Which answers moved the outcome.

use super::bank::Bank;
use super::outcome::Placement;
use super::posterior::Posterior;
use super::{Answers, Given};

/// So many reasons are given.
const MOST: usize = 3;

/// An answer, and how it moved the outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// The answer.
    pub given: Given,
    /// How far it moved the balance between the likeliest rung and the runner-up, as a change of
    /// the log-odds: above 0 towards the likeliest, below 0 towards the runner-up.
    pub shift: f64,
}

/// The answers that moved the balance between the two likeliest rungs most. Each is left out in
/// turn; the change of the log-odds is its weight of evidence (Good, "Probability and the Weighing of Evidence", 1950).
pub(super) fn reasons(bank: &Bank, answers: &Answers, placement: &Placement) -> Vec<Reason> {
    let log_odds = |answers: &Answers| {
        let rungs = Posterior::new(bank, answers).rungs();
        (rungs[placement.rung.index()] / rungs[placement.runner_up.index()]).ln()
    };
    let all = log_odds(answers);
    let mut reasons: Vec<Reason> = Vec::new();
    for (place, &given) in answers.given.iter().enumerate() {
        let mut others = answers.clone();
        others.given.remove(place);
        let reason = Reason { given, shift: all - log_odds(&others) };
        let stronger = reasons.iter().take_while(|known| known.shift.abs() >= reason.shift.abs()).count();
        reasons.insert(stronger, reason);
        reasons.truncate(MOST);
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::QuestionId;
    use crate::quiz::posterior::tests::forked;
    use crate::quiz::{Outcome, Title};

    #[test]
    fn the_answers_that_tell_most_come_first() {
        let bank = Bank::new(&forked());
        let given = [2, 2, 2, 0, 0, 2].into_iter().enumerate();
        let given = given.map(|(question, answer)| Given { question: QuestionId::new(question), answer }).collect();
        let outcome = Outcome::new(&bank, &Answers { title: Title::NotAsked, given });
        assert_eq!((outcome.placement.rung.index(), outcome.placement.runner_up.index()), (3, 2));
        let reasons = &outcome.reasons;
        assert_eq!(reasons.len(), MOST);
        // What the two rungs differ in is asked by the last three questions.
        assert!(reasons.iter().all(|reason| reason.given.question.index() >= 3), "{reasons:?}");
        assert!(reasons.iter().all(|reason| (reason.shift > 0.0) == (reason.given.answer == 0)), "{reasons:?}");
        assert!(reasons.windows(2).all(|pair| pair[0].shift.abs() >= pair[1].shift.abs()));
    }
}
