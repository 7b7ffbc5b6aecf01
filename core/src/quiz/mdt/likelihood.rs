//! The probability of an answer at an ability, and of a title on a rung.
//!
//! Nobody knows what readers are like, so the constants were chosen by the worst case over the worlds of
//! `career-ladder simulate`, on nine of their eighteen versions, by random search; then measured on all of them with other
//! random numbers (`simulate/tests/worlds.rs` holds what was found).
//!
//! # Findings
//!
//! - With one careful style the quiz claims too much certainty. Two that differ only in their slips still claim too much
//!   where skills are uneven, where readers rate themselves high, and where the title pulls every answer its way. So the
//!   styles differ in all of that at once.
//! - A quiz that stops at a set certainty stops too early for some readers and too late for others. One that asks whether a
//!   single answer could change what is said stops much too early: between two rungs it often takes two answers. What the
//!   next answer is expected to tell does better than both, and does not need a certainty at all. Random clickers, whose
//!   answers soon tell nothing, are asked eight questions and not twelve.
//! - The belief is too careful where readers are as an author hopes (3 to 7 points), and too sure where the title pulls every
//!   answer its way (5 to 8 points). A temperature above 1 for all probabilities moves both: at 1.05 the second is 1 point
//!   less, but the mean error over all worlds is 0.006 more. The styles are careful enough, so there is none.

use super::super::math::exp;

/// A number in hundredths, in one byte: the wasm carries it as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hundredths(u8);

impl Hundredths {
    pub(super) fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// A way to be and to answer questions. The reader's style is unknown, so the posterior is over styles as well as rungs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ResponseStyle {
    /// The fraction of readers with this style before any answer.
    pub(super) prior: Hundredths,
    /// The standard deviation, in rungs, of answers around the reader's self-rating.
    pub(super) spread: Hundredths,
    /// The fraction of answers that are given without regard to the question.
    pub(super) slip: Hundredths,
    /// Readers rate themselves this many rungs above their ability.
    pub(super) leniency: Hundredths,
    /// The fraction of dimensions in which a reader is a rung above the level of their rung. They are a rung below as often.
    pub(super) uneven: Hundredths,
    /// The fraction of dimensions in which a reader is two rungs above.
    pub(super) expert: Hundredths,
    /// The fraction of titles that follow [`title_weight`]. The others are any title.
    pub(super) trust: Hundredths,
    /// How far self-ratings go from the level of the reader's rung towards that of their title, as a fraction of the way.
    drift: Hundredths,
}

const fn style([prior, spread, slip, leniency, uneven, expert, trust, drift]: [u8; 8]) -> ResponseStyle {
    ResponseStyle {
        prior: Hundredths(prior),
        spread: Hundredths(spread),
        slip: Hundredths(slip),
        leniency: Hundredths(leniency),
        uneven: Hundredths(uneven),
        expert: Hundredths(expert),
        trust: Hundredths(trust),
        drift: Hundredths(drift),
    }
}

/// The styles, in the order of [`ResponseStyle`]. The priors sum to 1.
pub(super) const STYLES: [ResponseStyle; 6] = [
    // even: much the same level in every dimension
    style([40, 66, 13, 24, 5, 5, 84, 0]),
    // generous: answers above their level, and the more so the higher their title
    style([24, 108, 8, 47, 7, 1, 71, 22]),
    // precise: the answer that fits exactly
    style([3, 17, 1, 28, 7, 8, 68, 4]),
    // hasty: careless, but with a title that is as it should be
    style([20, 137, 58, 6, 2, 2, 100, 0]),
    // uneven: above or below in one dimension, or an expert in it, with a title that says little
    style([7, 46, 12, 24, 17, 20, 18, 0]),
    // inattentive: without reading
    style([6, 100, 100, 0, 10, 1, 0, 0]),
];

/// Index in [`STYLES`] of readers who do not read the questions.
pub(super) const INATTENTIVE: usize = STYLES.len() - 1;

/// The reader's distance from their rung's level in one dimension, in rungs.
pub(super) const OFFSETS: [f64; 4] = [-1.0, 0.0, 1.0, 2.0];

/// Index in [`OFFSETS`] of skills at the level of the rung.
pub(super) const AT_LEVEL: usize = 1;

/// A title moves at most this part of the self-ratings, in however many rungs it is off.
const MOST_DRIFT: f64 = 0.9;

impl ResponseStyle {
    /// The prior probability of each of the [`OFFSETS`] in a dimension in which the reader's title is `above` rungs above their
    /// own rung; 0 without a title.
    ///
    /// A self-rating that drifts by a part of a rung looks the same as skills that are a whole rung off in that part of the
    /// dimensions.
    pub(super) fn offsets(&self, above: f64) -> [f64; OFFSETS.len()] {
        let (uneven, expert) = (self.uneven.value(), self.expert.value());
        let mut offsets = [uneven, 1.0 - 2.0 * uneven - expert, uneven, expert];
        let drifted = offsets[AT_LEVEL] * (self.drift.value() * above).clamp(-MOST_DRIFT, MOST_DRIFT);
        offsets[AT_LEVEL] -= drifted.abs();
        offsets[if drifted > 0.0 { AT_LEVEL + 1 } else { AT_LEVEL - 1 }] += drifted.abs();
        offsets
    }
}

/// The probability of each answer for a reader with this ability, in rungs. They sum to 1, and each is above 0.
///
/// Answers near the ability are likelier, as exp(-d²/2s²) of their distance d, where s is the spread of the style. This is
/// scaled to sum to 1 over the answers on offer, and mixed with slips.
pub(super) fn chances(style: &ResponseStyle, anchors: &[f64], ability: f64) -> Vec<f64> {
    let (spread, slip, self_rating) = (style.spread.value(), style.slip.value(), ability + style.leniency.value());
    let distance = |anchor: f64| ((anchor - self_rating) / spread).abs();
    // Relative to the nearest answer, since all weights of a reader far from every answer would round to 0.
    let nearest = anchors.iter().map(|&anchor| distance(anchor)).fold(f64::INFINITY, f64::min);
    let weights: Vec<f64> =
        anchors.iter().map(|&anchor| exp((nearest.powi(2) - distance(anchor).powi(2)) / 2.0)).collect();
    let total: f64 = weights.iter().sum();
    let even = 1.0 / f64::from(u8::try_from(anchors.len()).unwrap_or(u8::MAX).max(1));
    weights.into_iter().map(|weight| slip * even + (1.0 - slip) * weight / total).collect()
}

/// The rate r at which a title gets rarer, as exp(-r·d), with the number d of rungs that it is above the reader's own.
const TITLE_ABOVE: f64 = 0.81;

/// The same rate for titles below the reader's own rung. Titles are more often too high than too low.
const TITLE_BELOW: f64 = 1.94;

/// The frequency of titles that say nothing about the reader, relative to the frequency of right titles.
const ANY_TITLE: f64 = 0.02;

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
    fn the_priors_of_styles_and_of_offsets_sum_to_one() {
        assert_eq!(STYLES.iter().map(|style| u32::from(style.prior.0)).sum::<u32>(), 100);
        for style in &STYLES {
            for above in [0.0, 0.5, -1.0, 3.0, -70.0] {
                let offsets = style.offsets(above);
                assert!((offsets.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{style:?}");
                assert!(offsets.iter().all(|&offset| offset > 0.0), "no skills are impossible: {style:?}");
            }
            assert!(style.offsets(0.0)[AT_LEVEL] >= 0.3, "{style:?}");
        }
    }

    #[test]
    fn chances_follow_the_formula() {
        let anchors = [0.0, 1.5, 4.0];
        for style in &STYLES {
            for ability in [-1.0, 0.5, 3.0] {
                let density = |anchor: f64| {
                    let distance: f64 = anchor - (ability + style.leniency.value());
                    (-distance * distance / (2.0 * style.spread.value().powi(2))).exp()
                };
                let total: f64 = anchors.map(density).iter().sum();
                let slip = style.slip.value();
                let expected = anchors.map(|anchor| slip / 3.0 + (1.0 - slip) * density(anchor) / total);
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
        let cases = [(0.0, 1.0), (1.0, (-0.81_f64).exp()), (2.0, (-1.62_f64).exp()), (-1.0, (-1.94_f64).exp())];
        for (above, expected) in cases {
            assert!((title_weight(above) - 0.02 - expected).abs() < 1e-12, "{above}");
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
                let deliberate = ResponseStyle { slip: Hundredths(0), ..*style };
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
