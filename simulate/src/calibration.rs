//! How far the probabilities of a method can be trusted.

use super::methods::Guess;
use super::respondents::Respondent;
use super::statistics::{fraction, mean};
use career_ladder_core::quiz::CONFIDENT_FROM;

/// The probability that a credible set of rungs is meant to hold.
const CREDIBLE: f64 = 0.9;

/// The number of bins, of equal width, that probabilities are sorted into.
const BINS: usize = 10;

/// Measures of a method's probabilities over many readers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Calibration {
    /// The expected calibration error of the likeliest rung's probability, 0 to 1; 0 is best.
    ///
    /// Readers are sorted into bins by this probability. In each bin the mean probability differs from the fraction of
    /// right placements. The error is the mean of these differences, weighted with the readers (Naeini, Cooper,
    /// Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", 2015; Guo et al., "On calibration of
    /// modern neural networks", 2017).
    pub error: f64,
    /// How much higher the probability of the likeliest rung is than the fraction of right placements, on average; below 0
    /// where the method claims too little.
    pub overconfidence: f64,
    /// The fraction of readers whose rung is in the 90 % credible set: the smallest set of rungs with that probability.
    pub coverage: f64,
    /// The mean number of rungs in that set.
    pub width: f64,
    /// The fraction of readers whose likeliest rung is probable enough for a clear outcome.
    pub confident: f64,
}

impl Calibration {
    /// `None` if the method computes no probabilities.
    pub(super) fn new(pairs: &[(&Respondent, &Guess)]) -> Option<Self> {
        if pairs.iter().any(|(_, guess)| guess.probabilities.is_empty()) {
            return None;
        }
        let sets: Vec<(usize, bool)> =
            pairs.iter().map(|(respondent, guess)| credible_set(&guess.probabilities, respondent.rung)).collect();
        let best = |guess: &Guess| guess.probabilities[guess.rung];
        let claims: Vec<(f64, bool)> =
            pairs.iter().map(|(respondent, guess)| (best(guess), guess.rung == respondent.rung)).collect();
        Some(Self {
            error: expected_error(&claims),
            overconfidence: mean(&claims, |claim| claim.0 - f64::from(u8::from(claim.1))),
            coverage: fraction(&sets, |set| set.1),
            width: mean(&sets, |set| set.0 as f64),
            confident: fraction(&claims, |claim| claim.0 >= CONFIDENT_FROM),
        })
    }
}

/// The expected calibration error of claims: a probability each, with whether it came true.
fn expected_error(claims: &[(f64, bool)]) -> f64 {
    let mut gaps = [0.0; BINS];
    for &(probability, is_right) in claims {
        let bin = (1..BINS).filter(|&bin| probability * BINS as f64 >= bin as f64).count();
        gaps[bin] += probability - f64::from(u8::from(is_right));
    }
    gaps.iter().map(|gap| gap.abs()).sum::<f64>() / claims.len().max(1) as f64
}

/// The number of rungs in the credible set, and whether `rung` is one of them.
fn credible_set(probabilities: &[f64], rung: usize) -> (usize, bool) {
    let mut rungs: Vec<usize> = (0..probabilities.len()).collect();
    rungs.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let mut sum = 0.0;
    let is_enough = |&rung: &usize| {
        sum += probabilities[rung];
        sum >= CREDIBLE
    };
    let width = rungs.iter().position(is_enough).map_or(rungs.len(), |last| last + 1);
    (width, rungs[..width].contains(&rung))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_the_gap_between_claimed_and_actual_frequency() {
        // Nine of ten right at 90 %, and at 50 % all wrong.
        let right: Vec<(f64, bool)> = (0..10).map(|number| (0.9, number > 0)).collect();
        assert!(expected_error(&right) < 1e-12);
        let wrong: Vec<(f64, bool)> = right.into_iter().chain([(0.5, false); 10]).collect();
        assert!((expected_error(&wrong) - 0.25).abs() < 1e-12);
        // Overconfidence in one bin and too little confidence in another do not cancel out.
        assert!((expected_error(&[(1.0, false), (0.0, true)]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_credible_set_is_the_smallest_that_holds_nine_tenths() {
        assert_eq!(credible_set(&[0.05, 0.8, 0.15], 2), (2, true));
        assert_eq!(credible_set(&[0.05, 0.8, 0.15], 0), (2, false));
        assert_eq!(credible_set(&[0.95, 0.05, 0.0], 0), (1, true));
        assert_eq!(credible_set(&[0.25; 4], 3), (4, true));
    }
}
