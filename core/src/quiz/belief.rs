//! The result that every engine computes from answers.

use crate::ladder::RungId;

/// An engine's belief about a reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Belief {
    /// The probability of each rung, 0 to 1, in the order of the ladder; they sum to 1.
    pub rungs: Vec<f64>,
    /// The probability, 0 to 1, that the reader answered without reading the questions.
    pub inattentive: f64,
    /// The expected level in each dimension, in rungs of the first track, where 0 is its lowest. `None` for a dimension
    /// that no answer is about.
    pub levels: Vec<Option<f64>>,
}

impl Belief {
    /// The likeliest rung and the runner-up, each with its probability.
    #[must_use]
    pub fn best_two(&self) -> [(RungId, f64); 2] {
        best_two(&self.rungs)
    }
}

/// The likeliest rung and the runner-up, each with its probability. Of equal rungs the first in the file wins.
pub(super) fn best_two(rungs: &[f64]) -> [(RungId, f64); 2] {
    let mut best = [(RungId::default(), -1.0); 2];
    for (index, &probability) in rungs.iter().enumerate() {
        let candidate = (RungId::new(index), probability);
        if probability > best[0].1 {
            best = [candidate, best[0]];
        } else if probability > best[1].1 {
            best[1] = candidate;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_rungs_the_first_wins() {
        fn case(rungs: &[f64], expected: [usize; 2]) {
            let best = best_two(rungs);
            assert_eq!(best.map(|(rung, _)| rung.index()), expected, "{rungs:?}");
            assert_eq!(best.map(|(_, probability)| probability), expected.map(|rung| rungs[rung]), "{rungs:?}");
        }
        case(&[0.2, 0.5, 0.3], [1, 2]);
        case(&[0.3, 0.5, 0.2], [1, 0]);
        case(&[0.5, 0.3, 0.2], [0, 1]);
        case(&[0.25; 4], [0, 1]);
        case(&[0.2, 0.4, 0.4], [1, 2]);
        case(&[0.4, 0.3, 0.3], [0, 1]);
        case(&[1.0, 0.0, 0.0], [0, 1]);
    }
}
