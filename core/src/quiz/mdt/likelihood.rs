//! The probability of an answer at an ability, and of a title on a rung.
//!
//! The constants were chosen on simulated readers, some of them from `career-ladder simulate`, others who choose by chance
//! among near answers. They were checked on other seeds, item banks and kinds of readers: careless ones, lenient ones,
//! readers with uneven skills or other titles, and readers of other authors.
//!
//! # Findings
//!
//! - With one careful style the quiz stops too early and claims too much certainty. A hasty style that is only a second
//!   careful one does not help: it places readers who click at random. A hasty style with a wide spread and many slips does
//!   help. It is nearly random but still informative, so it delays the stop and yet lets the rung show in the end.
//! - A few answers cannot tell readers who slip often from readers who click at random. A prior so high that random clickers
//!   seldom get a clear outcome would withhold one from too many others. So the prior is low, and only the stopping rule
//!   takes inattentive readers to be common (`INATTENTION_FACTOR` in `stopping.rs`).
//! - Calibration suffers most from readers whose leniency is not [`LENIENCY`]. No answer reveals it: a rung too high looks
//!   the same. Skills more uneven than half a rung cost some calibration too. Wider [`OFFSETS`] would help there, but random
//!   clickers would pass for readers with uneven skills.

use super::super::math::exp;

/// A way to answer questions. The reader's style is unknown, so the posterior is over styles as well as rungs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ResponseStyle {
    /// The fraction of readers with this style, 0 to 1, before any answer.
    pub(super) prior: f64,
    /// The standard deviation, in rungs, of answers around the reader's own ability.
    spread: f64,
    /// The fraction of answers, 0 to 1, that are given without regard to the question.
    slip: f64,
}

/// Careful, hasty and inattentive. The priors sum to 1.
pub(super) const STYLES: [ResponseStyle; 3] = [
    ResponseStyle { prior: 0.62, spread: 0.6, slip: 0.08 },
    ResponseStyle { prior: 0.22, spread: 1.5, slip: 0.5 },
    ResponseStyle { prior: 0.16, spread: 1.0, slip: 1.0 },
];

/// Index in [`STYLES`] of readers who do not read the questions.
pub(super) const INATTENTIVE: usize = 2;

/// The reader's distance from their rung's level in one dimension, in rungs, with its prior probability.
///
/// Skills half a rung apart are mostly within the spread of the answers; a whole rung is rare.
pub(super) const OFFSETS: [(f64, f64); 3] = [(-1.0, 0.10), (0.0, 0.80), (1.0, 0.10)];

/// Readers rate themselves this many rungs above their ability.
const LENIENCY: f64 = 0.3;

/// The probability of each answer for a reader with this ability, in rungs. They sum to 1, and each is above 0.
///
/// Answers near the ability are likelier, as exp(-d²/2s²) of their distance d, where s is the spread of the style. This is
/// scaled to sum to 1 over the answers on offer, and mixed with slips.
pub(super) fn chances(style: &ResponseStyle, anchors: &[f64], ability: f64) -> Vec<f64> {
    let distance = |anchor: f64| ((anchor - ability - LENIENCY) / style.spread).abs();
    // Relative to the nearest answer, since all weights of a reader far from every answer would round to 0.
    let nearest = anchors.iter().map(|&anchor| distance(anchor)).fold(f64::INFINITY, f64::min);
    let weights: Vec<f64> =
        anchors.iter().map(|&anchor| exp((nearest.powi(2) - distance(anchor).powi(2)) / 2.0)).collect();
    let total: f64 = weights.iter().sum();
    let even = 1.0 / f64::from(u8::try_from(anchors.len()).unwrap_or(u8::MAX).max(1));
    weights.into_iter().map(|weight| style.slip * even + (1.0 - style.slip) * weight / total).collect()
}

/// The rate r at which a title gets rarer, as exp(-r·d), with the number d of rungs that it is above the reader's own.
const TITLE_ABOVE: f64 = 1.25;

/// The same rate for titles below the reader's own rung. Titles are more often too high than too low.
const TITLE_BELOW: f64 = 2.3;

/// The frequency of titles that say nothing about the reader, relative to the frequency of right titles.
const ANY_TITLE: f64 = 0.01;

/// The frequency of a title relative to that of the right one. `above` is the title's distance from the reader's own rung,
/// in rungs; it is negative for lower titles.
pub(super) fn title_weight(above: f64) -> f64 {
    // One of the two terms is 0.
    ANY_TITLE + exp(TITLE_BELOW * above.min(0.0) - TITLE_ABOVE * above.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_sum_to_one_and_peak_at_the_ability() {
        for style in &STYLES[..INATTENTIVE] {
            for ability in -1..7 {
                let anchors = [0.0, 2.0, 3.5, 5.0];
                let chances = chances(style, &anchors, f64::from(ability));
                assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                assert!(chances.iter().all(|&chance| chance > 0.0));
            }
            let at_two = chances(style, &[0.0, 2.0, 3.5, 5.0], 2.0);
            assert!(at_two[1] > at_two[0] && at_two[1] > at_two[2]);
        }
    }

    #[test]
    fn chances_follow_the_formula() {
        let anchors = [0.0, 1.5, 4.0];
        for style in &STYLES {
            for ability in [-1.0, 0.5, 3.0] {
                let density = |anchor: f64| {
                    let distance: f64 = anchor - (ability + 0.3);
                    (-distance * distance / (2.0 * style.spread * style.spread)).exp()
                };
                let total: f64 = anchors.map(density).iter().sum();
                let expected = anchors.map(|anchor| style.slip / 3.0 + (1.0 - style.slip) * density(anchor) / total);
                for (found, expected) in chances(style, &anchors, ability).iter().zip(expected) {
                    assert!((found - expected).abs() < 1e-12, "{style:?} {ability}: {found} for {expected}");
                }
            }
        }
    }

    #[test]
    fn an_inattentive_reader_gives_every_answer_equally_often() {
        assert_eq!(chances(&STYLES[INATTENTIVE], &[0.0, 1.0, 5.0, 9.0], 0.0), [0.25; 4]);
    }

    #[test]
    fn titles_are_more_often_too_high_than_too_low() {
        assert!(title_weight(0.0) > title_weight(1.0) && title_weight(1.0) > title_weight(-1.0));
        assert!(title_weight(-60.0) > 0.0);
        let cases = [(0.0, 1.0), (1.0, (-1.25_f64).exp()), (2.0, (-2.5_f64).exp()), (-1.0, (-2.3_f64).exp())];
        for (above, expected) in cases {
            assert!((title_weight(above) - 0.01 - expected).abs() < 1e-12, "{above}");
        }
    }

    #[test]
    fn higher_answers_are_evidence_for_higher_rungs() {
        use proptest::prelude::*;
        // Quarters, as in real ladders, so that anchors and abilities may coincide.
        let abilities = |count| prop::collection::vec((-8..280).prop_map(|quarters| f64::from(quarters) / 4.0), count);
        proptest!(|(mut anchors in abilities(2..=8), mut pair in abilities(2..=2))| {
            anchors.sort_by(f64::total_cmp);
            pair.sort_by(f64::total_cmp);
            for style in &STYLES {
                // Without slips the likelihood ratio is monotone: of two answers, the one anchored higher never makes the
                // lower ability likelier against the higher one.
                let deliberate = ResponseStyle { slip: 0.0, ..*style };
                let [low, high] = [pair[0], pair[1]].map(|ability| chances(&deliberate, &anchors, ability));
                for one in 0..anchors.len() {
                    for above in one..anchors.len() {
                        prop_assert!(low[above] * high[one] <= low[one] * high[above] * (1.0 + 1e-9) + 1e-300);
                    }
                }
                // A slip may hit any answer, so a distant answer says little and no ratio of chances with slips is monotone.
                // Yet a reader of higher ability gives answers above any limit at least as often.
                let [low, high] = [pair[0], pair[1]].map(|ability| chances(style, &anchors, ability));
                for least in 0..anchors.len() {
                    let at_least = |chances: &[f64]| chances[least..].iter().sum::<f64>();
                    prop_assert!(at_least(&low) <= at_least(&high) + 1e-12);
                }
            }
        });
    }
}
