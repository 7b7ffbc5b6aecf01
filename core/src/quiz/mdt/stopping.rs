//! The rule that ends a quiz before its last question.

use super::super::answers::{Answers, Response};
use super::item_bank::ItemBank;
use super::posterior::Posterior;
use super::selection;

/// The quiz stops early if no question that is left is expected to lower the entropy over rungs by this much, in nats.
pub const LEAST_GAIN: f64 = 0.0335;

/// The quiz stops early only after this many answers that say something, about as many dimensions, or about all that have
/// questions.
pub const MIN_ANSWERS: usize = 5;

/// Whether the belief rests on enough answers, and on enough dimensions: those with an answer that says something, out of
/// these and those with a question left.
pub(super) fn covers_enough(bank: &ItemBank, posterior: &Posterior, answers: &Answers) -> bool {
    let unasked = selection::unasked(bank, answers);
    let (mut covered, mut askable) = (0, 0);
    for dimension in 0..bank.dimensions {
        let is_covered = posterior.is_asked(dimension);
        covered += usize::from(is_covered);
        askable += usize::from(is_covered || unasked.iter().any(|&index| bank.items[index].about == dimension));
    }
    let says_something = |response: &&Response| !bank.is_not_applicable(response);
    let answered = answers.responses.iter().filter(says_something).count();
    covered >= askable.min(MIN_ANSWERS) && (answered >= MIN_ANSWERS || unasked.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::super::test_ladder::{forked, responses};
    use super::super::Engine;
    use super::*;
    use crate::ladder::{Dimension, Ladder};

    fn covers(bank: &ItemBank, answers: &[usize]) -> bool {
        let answers = responses(answers);
        covers_enough(bank, &Posterior::new(bank, &answers), &answers)
    }

    #[test]
    fn the_quiz_stops_only_when_every_dimension_was_asked_about() {
        let bank = ItemBank::new(&forked());
        assert!(!covers(&bank, &[0, 0, 0]));
        assert!(!covers(&bank, &[0, 0, 0, 0]), "four answers");
        assert!(covers(&bank, &[0, 0, 0, 0, 0]));
    }

    #[test]
    fn dimensions_without_questions_do_not_delay_the_stop() {
        let mut parts = forked().into_parts();
        parts.dimensions.push(Dimension::default());
        assert!(covers(&ItemBank::new(&Ladder::new(parts)), &[0, 0, 0, 0, 0]));
    }

    #[test]
    fn the_quiz_ends_when_no_question_is_expected_to_tell_enough() {
        let mut parts = forked().into_parts();
        // Eight times as many questions, so that they do not run out.
        for _ in 0..3 {
            parts.questions.extend(parts.questions.clone());
        }
        let engine = Engine::new(&Ladder::new(parts));
        for readers in [[0, 0], [2, 2], [1, 1], [2, 0], [0, 2]] {
            let mut answers = Answers::default();
            let gain = |answers: &Answers| {
                let posterior = Posterior::new(&engine.bank, answers);
                selection::best(&engine.bank, &posterior, &selection::open(&engine.bank, answers)).expect("one").gain
            };
            while let Some(question) = engine.next(&answers) {
                assert!(answers.responses.len() < MIN_ANSWERS || gain(&answers) >= LEAST_GAIN, "{readers:?}");
                answers
                    .responses
                    .push(Response { question, answer: readers[engine.bank.items[question.index()].about] });
            }
            assert!(gain(&answers) < LEAST_GAIN && answers.left() > 0, "{readers:?}: {}", answers.asked());
        }
    }

    #[test]
    fn a_dimension_counts_as_covered_once_all_its_questions_do_not_apply() {
        let bank = ItemBank::new(&forked());
        let not_applicable = bank.items[3].answers;
        assert!(!covers(&bank, &[0, 0, 0, not_applicable, not_applicable]));
        assert!(covers(&bank, &[0, 0, 0, not_applicable, not_applicable, not_applicable]));
        assert!(covers(&bank, &[0, 0, 0, not_applicable, 0, 0]));
    }
}
