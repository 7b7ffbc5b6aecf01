//! The rule that ends a quiz before its last question.

use super::super::answers::Answers;
use super::super::belief::best_two;
use super::item_bank::ItemBank;
use super::likelihood::INATTENTIVE;
use super::posterior::Posterior;
use super::selection;

/// The quiz stops early only if the likeliest rung has at least this probability, even under `INATTENTION_FACTOR`.
pub const STOPPING_CONFIDENCE: f64 = 0.8;

/// The quiz stops early only after questions about this many dimensions, or about all that have questions.
pub const MIN_DIMENSIONS: usize = 5;

/// The stopping rule takes inattentive readers to be this many times more common than the posterior does. A few random
/// answers may point to one rung; with this factor the quiz goes on asking until such readers show.
const INATTENTION_FACTOR: f64 = 6.0;

/// Whether the belief is certain enough to stop.
pub(super) fn is_certain(posterior: &Posterior) -> bool {
    confidence_if_inattentive(posterior) >= STOPPING_CONFIDENCE
}

/// Whether the belief rests on enough dimensions: those with an answer that says something, out of these and those with a
/// question left.
pub(super) fn covers_enough(bank: &ItemBank, posterior: &Posterior, answers: &Answers) -> bool {
    let open = selection::open(bank, answers);
    let (mut covered, mut askable) = (0, 0);
    for dimension in 0..bank.dimensions {
        let is_covered = posterior.is_asked(dimension);
        covered += usize::from(is_covered);
        askable += usize::from(is_covered || open.iter().any(|&index| bank.items[index].about == dimension));
    }
    covered >= askable.min(MIN_DIMENSIONS)
}

/// Confidence in the likeliest rung if inattentive answering were [`INATTENTION_FACTOR`] times more common. Never above
/// the posterior's own confidence.
fn confidence_if_inattentive(posterior: &Posterior) -> f64 {
    let (rung, best) = best_two(&posterior.rungs())[0];
    let more = INATTENTION_FACTOR - 1.0;
    (best + more * posterior.joint[rung.index()][INATTENTIVE]) / (1.0 + more * posterior.inattentive())
}

#[cfg(test)]
mod tests {
    use super::super::super::test_ladder::{forked, responses};
    use super::*;
    use crate::ladder::{Dimension, Ladder};

    fn rule_met(bank: &ItemBank, answers: &[usize]) -> bool {
        let answers = responses(answers);
        let posterior = Posterior::new(bank, &answers);
        is_certain(&posterior) && covers_enough(bank, &posterior, &answers)
    }

    #[test]
    fn the_quiz_stops_only_when_every_dimension_was_asked_about() {
        let bank = ItemBank::new(&forked());
        assert!(!rule_met(&bank, &[0, 0, 0]));
        assert!(rule_met(&bank, &[0, 0, 0, 0, 0, 0]));
    }

    #[test]
    fn dimensions_without_questions_do_not_delay_the_stop() {
        let mut parts = forked().into_parts();
        parts.dimensions.push(Dimension::default());
        let bank = ItemBank::new(&Ladder::new(parts));
        assert!(rule_met(&bank, &[0, 0, 0, 0, 0, 0]));
    }

    #[test]
    fn a_dimension_counts_as_covered_once_all_its_questions_do_not_apply() {
        let bank = ItemBank::new(&forked());
        let not_applicable = bank.items[3].answers;
        let covers = |answers: &[usize]| {
            let answers = responses(answers);
            covers_enough(&bank, &Posterior::new(&bank, &answers), &answers)
        };
        assert!(!covers(&[0, 0, 0, not_applicable, not_applicable]));
        assert!(covers(&[0, 0, 0, not_applicable, not_applicable, not_applicable]));
        assert!(covers(&[0, 0, 0, not_applicable, 0]));
    }

    #[test]
    fn the_quiz_goes_on_while_answers_may_be_random() {
        let bank = ItemBank::new(&forked());
        let posterior = Posterior::new(&bank, &responses(&[0, 0, 0, 0]));
        let plain = best_two(&posterior.rungs())[0].1;
        assert!(confidence_if_inattentive(&posterior) < STOPPING_CONFIDENCE && plain >= STOPPING_CONFIDENCE);
        assert!(!is_certain(&posterior));
    }

    #[test]
    fn the_factor_scales_the_inattentive_share_of_the_belief() {
        let bank = ItemBank::new(&forked());
        let posterior = Posterior::new(&bank, &responses(&[2, 1, 0]));
        let scaled = |styles: &[f64; 3]| styles[0] + styles[1] + 6.0 * styles[2];
        let total: f64 = posterior.joint.iter().map(scaled).sum();
        let best = best_two(&posterior.rungs())[0].0;
        let expected = scaled(&posterior.joint[best.index()]) / total;
        assert!((confidence_if_inattentive(&posterior) - expected).abs() < 1e-12);
    }
}
