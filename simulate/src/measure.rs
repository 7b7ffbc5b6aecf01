//! How good a method is.

use super::people::Person;
use super::rivals::Guess;
use super::terrain::Terrain;
use career_ladder_core::quiz::CONFIDENT_FROM;

/// A range of rungs is to hold the right one so often.
const RANGE: f64 = 0.9;
/// For calibration, probabilities are put in so many bins of equal width.
const BINS: usize = 10;

/// What became of a scenario's readers, as shares of them or means over them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measures {
    /// The likeliest rung is the right one.
    pub exact: f64,
    /// It is the right one or a step from it.
    pub within_one: f64,
    /// How many steps it is off.
    pub error: f64,
    /// How many questions were asked, the title counted.
    pub asked: f64,
    /// What the method says of how sure it is; `None` if it says nothing.
    pub sureness: Option<Sureness>,
    /// How it does on side tracks; `None` where there are none.
    pub side: Option<Side>,
}

/// How far a method's probabilities can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sureness {
    /// The expected calibration error of the likeliest rung's probability: readers are put in bins by it; what the
    /// probability and the share that is right differ by, on average over the bins, weighted with the readers in them
    /// (Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", 2015; Guo et al.,
    /// "On calibration of modern neural networks", 2017).
    pub calibration: f64,
    /// How often the smallest set of rungs that holds 90 % of the probability holds the right one.
    pub coverage: f64,
    /// How many rungs that set has.
    pub width: f64,
    /// How often it is called at least as sure as the quiz wants to be.
    pub sure: f64,
}

/// How readers on side tracks are told from those on the first.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Side {
    /// The share of those on a side track who are put on their very rung.
    pub found: f64,
    /// The share of the others who are put on a side track.
    pub falsely: f64,
}

impl Measures {
    /// The measures of guesses about people.
    pub(super) fn of(terrain: &Terrain, people: &[Person], guesses: &[Guess]) -> Self {
        let pairs: Vec<(&Person, &Guess)> = people.iter().zip(guesses).collect();
        let steps = |(person, guess): &(&Person, &Guess)| terrain.steps(person.rung, guess.rung);
        Self {
            exact: share(&pairs, |(person, guess)| guess.rung == person.rung),
            within_one: share(&pairs, |pair| steps(pair) <= 1.0),
            error: mean(&pairs, steps),
            asked: mean(&pairs, |(_, guess)| guess.asked as f64),
            sureness: Sureness::of(&pairs),
            side: Side::of(terrain, &pairs),
        }
    }
}

impl Sureness {
    fn of(pairs: &[(&Person, &Guess)]) -> Option<Self> {
        if pairs.iter().any(|(_, guess)| guess.probabilities.is_empty()) {
            return None;
        }
        let ranges: Vec<(usize, bool)> =
            pairs.iter().map(|(person, guess)| range(&guess.probabilities, person.rung)).collect();
        let sure = |guess: &Guess| guess.probabilities[guess.rung];
        let calls: Vec<(f64, bool)> =
            pairs.iter().map(|(person, guess)| (sure(guess), guess.rung == person.rung)).collect();
        Some(Self {
            calibration: calibration(&calls),
            coverage: share(&ranges, |range| range.1),
            width: mean(&ranges, |range| range.0 as f64),
            sure: share(&calls, |call| call.0 >= CONFIDENT_FROM),
        })
    }
}

impl Side {
    fn of(terrain: &Terrain, pairs: &[(&Person, &Guess)]) -> Option<Self> {
        let (aside, others): (Vec<_>, Vec<_>) = pairs.iter().partition(|(person, _)| terrain.is_side[person.rung]);
        (!aside.is_empty()).then(|| Self {
            found: share(&aside, |(person, guess)| guess.rung == person.rung),
            falsely: share(&others, |(_, guess)| terrain.is_side[guess.rung]),
        })
    }
}

/// The expected calibration error of probabilities, each with whether it came true.
fn calibration(calls: &[(f64, bool)]) -> f64 {
    let mut gaps = [0.0; BINS];
    for &(probability, is_right) in calls {
        let bin = (1..BINS).filter(|&bin| probability * BINS as f64 >= bin as f64).count();
        gaps[bin] += probability - f64::from(u8::from(is_right));
    }
    gaps.iter().map(|gap| gap.abs()).sum::<f64>() / calls.len().max(1) as f64
}

/// How many rungs, taken from the likeliest on, hold 90 % of the probability, and whether `rung` is among them.
fn range(probabilities: &[f64], rung: usize) -> (usize, bool) {
    let mut rungs: Vec<usize> = (0..probabilities.len()).collect();
    rungs.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]));
    let mut held = 0.0;
    let is_full = |&rung: &usize| {
        held += probabilities[rung];
        held >= RANGE
    };
    let width = rungs.iter().position(is_full).map_or(rungs.len(), |last| last + 1);
    (width, rungs[..width].contains(&rung))
}

fn share<T>(items: &[T], is: impl Fn(&T) -> bool) -> f64 {
    mean(items, |item| f64::from(u8::from(is(item))))
}

fn mean<T>(items: &[T], number: impl Fn(&T) -> f64) -> f64 {
    items.iter().map(number).sum::<f64>() / items.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibration_is_the_gap_between_what_is_said_and_what_is_so() {
        // Nine of ten right at 90 %, and at 50 % all wrong.
        let right: Vec<(f64, bool)> = (0..10).map(|place| (0.9, place > 0)).collect();
        assert!(calibration(&right) < 1e-12);
        let wrong: Vec<(f64, bool)> = right.into_iter().chain([(0.5, false); 10]).collect();
        assert!((calibration(&wrong) - 0.25).abs() < 1e-12);
        // Too sure and too modest do not cancel out between bins.
        assert!((calibration(&[(1.0, false), (0.0, true)]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_range_is_the_smallest_that_holds_nine_tenths() {
        assert_eq!(range(&[0.05, 0.8, 0.15], 2), (2, true));
        assert_eq!(range(&[0.05, 0.8, 0.15], 0), (2, false));
        assert_eq!(range(&[0.95, 0.05, 0.0], 0), (1, true));
        assert_eq!(range(&[0.25; 4], 3), (4, true));
    }
}
