//! How likely an answer is for someone who stands somewhere, and a title for someone on a rung.
//!
//! The constants were chosen on simulated readers (`career-ladder simulate` and others, who choose by chance among near
//! answers) and checked on other seeds, banks and kinds of readers: careless, vain, uneven, titled otherwise, met by other
//! authors. What was found on the way:
//!
//! - One careful style stops too early and is too sure. A hasty style that is merely a second careful one is no cure: it
//!   makes readers of random clicks. A hasty style that is nearly random but still says something, with a wide spread and
//!   many slips, is: it holds back early and still lets the rung be told in the end.
//! - Readers who slip often and clickers cannot be told apart by a few answers. Were clicking so common from the start that
//!   clickers are seldom told they are sure, all others would be told too little; so it is rare in what is said, and only
//!   the decision to stop early takes it for common ([`INATTENTION_FACTOR`]).
//! - Flattery of another size than [`LENIENCY`] is what costs calibration most: no answer shows it, a rung too high looks
//!   the same. Skills more uneven than half a rung cost some of it; wider [`OFFSETS`] would help there, and let clickers
//!   pass for uneven.

/// How someone answers. Nobody knows which reader is which, so the posterior learns it along.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ResponseStyle {
    /// How common it is before anything was asked.
    pub(super) prior: f64,
    /// The spread, in rungs, of the answers around where the reader stands.
    spread: f64,
    /// The share of answers given without regard to the question.
    slip: f64,
}

/// Careful, hasty, and not reading at all.
pub(super) const STYLES: [ResponseStyle; 3] = [
    ResponseStyle { prior: 0.62, spread: 0.6, slip: 0.08 },
    ResponseStyle { prior: 0.22, spread: 1.5, slip: 0.5 },
    ResponseStyle { prior: 0.16, spread: 1.0, slip: 1.0 },
];

/// Which of [`STYLES`] is not reading at all.
pub(super) const INATTENTIVE: usize = 2;

/// So many times more common not reading is taken to be where the quiz might stop early.
pub(super) const INATTENTION_FACTOR: f64 = 6.0;

/// Below, at or above the rung in one dimension, in rungs, and how common that is. Skills half a rung apart are mostly
/// within the spread of the answers; a whole rung is rare.
pub(super) const OFFSETS: [(f64, f64); 3] = [(-1.0, 0.10), (0.0, 0.80), (1.0, 0.10)];

/// How far above where they stand people rate themselves, in rungs.
const LENIENCY: f64 = 0.3;

/// The chance of each answer for a reader who stands at `stand`: answers near it are likelier, as
/// exp(-d²/2s²) of their distance d, shared out over the answers on offer, and mixed with slips.
/// Sums to 1, every chance above 0.
pub(super) fn chances(style: &ResponseStyle, anchors: &[f64], stand: f64) -> Vec<f64> {
    let distance = |anchor: f64| ((anchor - stand - LENIENCY) / style.spread).abs();
    // Relative to the nearest answer, so that someone far from all of them still divides no zero by zero.
    let nearest = anchors.iter().map(|&anchor| distance(anchor)).fold(f64::INFINITY, f64::min);
    let weights: Vec<f64> =
        anchors.iter().map(|&anchor| ((nearest.powi(2) - distance(anchor).powi(2)) / 2.0).exp()).collect();
    let total: f64 = weights.iter().sum();
    let even = 1.0 / f64::from(u8::try_from(anchors.len()).unwrap_or(u8::MAX).max(1));
    weights.into_iter().map(|weight| style.slip * even + (1.0 - style.slip) * weight / total).collect()
}

/// How much rarer a title is with every rung it stands above the reader's own, and below it, as a rate of exp(-r·d).
const TITLE_ABOVE: f64 = 1.25;
const TITLE_BELOW: f64 = 2.3;

/// How common it is, beside the right title, to hold one that says nothing.
const ANY_TITLE: f64 = 0.01;

/// How common a title is that stands so many rungs above someone's own (below: negative), beside the right one.
/// Titles are more often too high than too low.
pub(super) fn title_weight(above: f64) -> f64 {
    let rate = if above > 0.0 { TITLE_ABOVE } else { TITLE_BELOW };
    ANY_TITLE + (-rate * above.abs()).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_sum_to_one_and_peak_where_the_reader_stands() {
        for style in &STYLES[..INATTENTIVE] {
            for stand in -1..7 {
                let anchors = [0.0, 2.0, 3.5, 5.0];
                let chances = chances(style, &anchors, f64::from(stand));
                assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
                assert!(chances.iter().all(|&chance| chance > 0.0));
            }
            let at_two = chances(style, &[0.0, 2.0, 3.5, 5.0], 2.0);
            assert!(at_two[1] > at_two[0] && at_two[1] > at_two[2]);
        }
    }

    #[test]
    fn someone_who_does_not_read_answers_evenly() {
        assert_eq!(chances(&STYLES[INATTENTIVE], &[0.0, 1.0, 5.0, 9.0], 0.0), [0.25; 4]);
    }

    #[test]
    fn titles_are_more_often_too_high_than_too_low() {
        assert!(title_weight(0.0) > title_weight(1.0) && title_weight(1.0) > title_weight(-1.0));
        assert!(title_weight(-60.0) > 0.0);
    }

    #[test]
    fn higher_answers_speak_for_higher_rungs() {
        use proptest::prelude::*;
        // Quarters: anchors and stands of real ladders lie on those, and so may lie on each other.
        let places = |count| prop::collection::vec((-8..280).prop_map(|quarters| f64::from(quarters) / 4.0), count);
        proptest!(|(mut anchors in places(2..=8), mut levels in places(2..=2))| {
            anchors.sort_by(f64::total_cmp);
            levels.sort_by(f64::total_cmp);
            for style in &STYLES {
                // Of two answers that were meant, the one anchored higher never makes the lower stand likelier
                // against the higher one: their likelihood ratio is monotone.
                let meant = ResponseStyle { slip: 0.0, ..*style };
                let [low, high] = [levels[0], levels[1]].map(|stand| chances(&meant, &anchors, stand));
                for one in 0..anchors.len() {
                    for above in one..anchors.len() {
                        prop_assert!(low[above] * high[one] <= low[one] * high[above] * (1.0 + 1e-9) + 1e-300);
                    }
                }
                // A slip may hit any answer, so a far-off one says little, and no ratio of two chances with slips is
                // monotone. What stays so: who stands higher gives answers at least this high at least as often.
                let [low, high] = [levels[0], levels[1]].map(|stand| chances(style, &anchors, stand));
                for least in 0..anchors.len() {
                    let at_least = |chances: &[f64]| chances[least..].iter().sum::<f64>();
                    prop_assert!(at_least(&low) <= at_least(&high) + 1e-12);
                }
            }
        });
    }
}
