//! The answers that moved the outcome most.

use super::answers::{Answers, Response};
use super::math::ln;
use super::mdt::Engine;
use super::placement::Placement;

/// An outcome lists at most this many answers; weaker ones are left out.
const MAX_EVIDENCE: usize = 3;

/// An answer with its weight of evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The answer that was left out to measure its weight.
    pub response: Response,
    /// Change of the log-odds between the likeliest rung and the runner-up, in nats: positive for the likeliest rung,
    /// negative for the runner-up, 0 for a question that does not apply.
    pub shift: f64,
}

/// The answers that moved the balance between the two likeliest rungs most, the strongest first.
///
/// Each answer is left out in turn. The change of the log-odds is its weight of evidence (Good, "Probability and the
/// Weighing of Evidence", 1950).
pub(super) fn strongest(engine: &Engine, answers: &Answers, placement: &Placement) -> Vec<Evidence> {
    let log_odds = |answers: &Answers| {
        let rungs = engine.belief(answers).rungs;
        ln(rungs[placement.rung.index()] / rungs[placement.runner_up.index()])
    };
    let all = log_odds(answers);
    let mut strongest: Vec<Evidence> = Vec::new();
    for (index, &response) in answers.responses.iter().enumerate() {
        let mut others = answers.clone();
        others.responses.remove(index);
        let evidence = Evidence { response, shift: all - log_odds(&others) };
        let stronger = strongest.iter().take_while(|known| known.shift.abs() >= evidence.shift.abs()).count();
        strongest.insert(stronger, evidence);
        strongest.truncate(MAX_EVIDENCE);
    }
    strongest
}

#[cfg(test)]
mod tests {
    use super::super::test_ladder::{forked, responses};
    use super::*;
    use crate::quiz::Quiz;

    #[test]
    fn the_strongest_answers_come_first() {
        let outcome = Quiz::new(&forked()).outcome(&responses(&[2, 2, 2, 0, 0, 2]));
        assert_eq!((outcome.placement.rung.index(), outcome.placement.runner_up.index()), (3, 2));
        let strongest = &outcome.evidence;
        assert_eq!(strongest.len(), MAX_EVIDENCE);
        // The two rungs differ in the second dimension, which the last three questions are about.
        assert!(strongest.iter().all(|evidence| evidence.response.question.index() >= 3), "{strongest:?}");
        assert!(
            strongest.iter().all(|evidence| (evidence.shift > 0.0) == (evidence.response.answer == 0)),
            "{strongest:?}"
        );
        assert!(strongest.windows(2).all(|pair| pair[0].shift.abs() >= pair[1].shift.abs()));
    }

    #[test]
    fn a_question_that_does_not_apply_comes_last() {
        let outcome = Quiz::new(&forked()).outcome(&responses(&[2, 3, 3, 3, 3, 0]));
        let [first, second, last] = &outcome.evidence[..] else { panic!("three answers: {:?}", outcome.evidence) };
        assert!(first.shift != 0.0 && second.shift != 0.0, "{first:?}, {second:?}");
        assert_eq!((last.response.answer, last.shift), (3, 0.0));
    }

    #[test]
    fn the_shift_is_the_change_of_the_log_odds() {
        let quiz = Quiz::new(&forked());
        let evidence = quiz.outcome(&responses(&[2])).evidence;
        let [only] = &evidence[..] else { panic!("one answer: {evidence:?}") };
        // Without any answer all rungs are equally likely, so the log-odds begin at 0.
        let after = quiz.belief(&responses(&[2]));
        let [(_, best), (_, runner_up)] = after.best_two();
        assert!((only.shift - (best / runner_up).ln()).abs() < 1e-12, "{only:?}");

        let both = quiz.outcome(&responses(&[2, 1]));
        let log_odds = |answers: &[usize]| {
            let rungs = quiz.belief(&responses(answers)).rungs;
            (rungs[both.placement.rung.index()] / rungs[both.placement.runner_up.index()]).ln()
        };
        let second = both.evidence.iter().find(|evidence| evidence.response.question.index() == 1);
        let expected = log_odds(&[2, 1]) - log_odds(&[2]);
        assert!((second.expect("both answers").shift - expected).abs() < 1e-12, "{both:?}");
    }
}
