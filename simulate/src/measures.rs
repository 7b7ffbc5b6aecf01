//! The quality of a method on the readers of one scenario.

use super::calibration::Calibration;
use super::ground_truth::GroundTruth;
use super::methods::Guess;
use super::respondents::Respondent;
use super::statistics::{fraction, mean};

/// Means and fractions over all readers of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measures {
    /// The fraction of readers who are put on their rung, 0 to 1.
    pub exact: f64,
    /// The fraction of readers who are put on their rung or at most one step from it, 0 to 1.
    pub within_one: f64,
    /// The mean distance from the reader's rung, in steps.
    pub error: f64,
    /// The mean number of answers that the method uses, the title included.
    pub asked: f64,
    /// How far the method's probabilities can be trusted; `None` if it computes none.
    pub calibration: Option<Calibration>,
    /// How well side tracks are recognised; `None` if no reader is on one.
    pub side: Option<SideTrackRates>,
}

/// How well readers on side tracks are told from those on the first track.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SideTrackRates {
    /// The fraction of readers on a side track who are put on their rung, 0 to 1.
    pub found: f64,
    /// The fraction of other readers who are put on a side track, 0 to 1.
    pub false_alarms: f64,
}

impl Measures {
    pub(super) fn new(truth: &GroundTruth, respondents: &[Respondent], guesses: &[Guess]) -> Self {
        let pairs: Vec<(&Respondent, &Guess)> = respondents.iter().zip(guesses).collect();
        let steps = |(respondent, guess): &(&Respondent, &Guess)| truth.steps(respondent.rung, guess.rung);
        Self {
            exact: fraction(&pairs, |(respondent, guess)| guess.rung == respondent.rung),
            within_one: fraction(&pairs, |pair| steps(pair) <= 1.0),
            error: mean(&pairs, steps),
            asked: mean(&pairs, |(_, guess)| guess.asked as f64),
            calibration: Calibration::new(&pairs),
            side: SideTrackRates::new(truth, &pairs),
        }
    }
}

impl SideTrackRates {
    fn new(truth: &GroundTruth, pairs: &[(&Respondent, &Guess)]) -> Option<Self> {
        let (side, others): (Vec<_>, Vec<_>) = pairs.iter().partition(|(respondent, _)| truth.is_side[respondent.rung]);
        (!side.is_empty()).then(|| Self {
            found: fraction(&side, |(respondent, guess)| guess.rung == respondent.rung),
            false_alarms: fraction(&others, |(_, guess)| truth.is_side[guess.rung]),
        })
    }
}
