//! Which answers moved the outcome.

use super::item_bank::ItemBank;
use super::outcome::Placement;
use super::posterior::Posterior;
use super::{Answers, Response};

/// So many reasons are given.
const MOST: usize = 3;

/// An answer, and how it moved the outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// The answer.
    pub response: Response,
    /// How far it moved the balance between the likeliest rung and the runner-up, as a change of
    /// the log-odds: above 0 towards the likeliest, below 0 towards the runner-up.
    pub shift: f64,
}

/// The answers that moved the balance between the two likeliest rungs most. Each is left out in
/// turn; the change of the log-odds is its weight of evidence (Good, "Probability and the Weighing of Evidence", 1950).
pub(super) fn evidence(bank: &ItemBank, answers: &Answers, placement: &Placement) -> Vec<Evidence> {
    let log_odds = |answers: &Answers| {
        let rungs = Posterior::new(bank, answers).rungs();
        (rungs[placement.rung.index()] / rungs[placement.runner_up.index()]).ln()
    };
    let all = log_odds(answers);
    let mut strongest: Vec<Evidence> = Vec::new();
    for (place, &response) in answers.responses.iter().enumerate() {
        let mut others = answers.clone();
        others.responses.remove(place);
        let evidence = Evidence { response, shift: all - log_odds(&others) };
        let stronger = strongest.iter().take_while(|known| known.shift.abs() >= evidence.shift.abs()).count();
        strongest.insert(stronger, evidence);
        strongest.truncate(MOST);
    }
    strongest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::QuestionId;
    use crate::quiz::posterior::tests::forked;
    use crate::quiz::{Outcome, Title};

    #[test]
    fn the_answers_that_tell_most_come_first() {
        let bank = ItemBank::new(&forked());
        let chosen = [2, 2, 2, 0, 0, 2].into_iter().enumerate();
        let responses =
            chosen.map(|(question, answer)| Response { question: QuestionId::new(question), answer }).collect();
        let outcome = Outcome::new(&bank, &Answers { title: Title::NotAsked, responses });
        assert_eq!((outcome.placement.rung.index(), outcome.placement.runner_up.index()), (3, 2));
        let strongest = &outcome.evidence;
        assert_eq!(strongest.len(), MOST);
        // What the two rungs differ in is asked by the last three questions.
        assert!(strongest.iter().all(|evidence| evidence.response.question.index() >= 3), "{strongest:?}");
        assert!(
            strongest.iter().all(|evidence| (evidence.shift > 0.0) == (evidence.response.answer == 0)),
            "{strongest:?}"
        );
        assert!(strongest.windows(2).all(|pair| pair[0].shift.abs() >= pair[1].shift.abs()));
    }
}
