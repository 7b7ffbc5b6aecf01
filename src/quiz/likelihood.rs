//! How likely an answer is for someone who stands somewhere, and a title for someone on a rung.

/// How someone answers. Nobody knows which reader is which, so the posterior learns it along.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// How common it is before anything was asked.
    pub(super) prior: f64,
    /// The spread, in rungs, of the answers around where the reader stands.
    spread: f64,
    /// The share of answers given without regard to the question.
    pub(super) slip: f64,
}

/// Careful, hasty, and not reading at all.
pub(super) const STYLES: [Style; 3] = [
    Style { prior: 0.55, spread: 0.6, slip: 0.04 },
    Style { prior: 0.40, spread: 0.9, slip: 0.20 },
    Style { prior: 0.05, spread: 1.0, slip: 1.0 },
];

/// Which of [`STYLES`] is not reading at all.
pub(super) const RANDOM: usize = 2;

/// Below, at or above the rung in one dimension, in rungs, and how common that is: a normal spread of half a rung.
pub(super) const OFFSETS: [(f64, f64); 3] = [(-1.0, 0.16), (0.0, 0.68), (1.0, 0.16)];

/// How far above where they stand people rate themselves, in rungs.
const LENIENCY: f64 = 0.3;

/// The chance of each answer for a reader who stands at `stand`: answers near it are likelier, as
/// exp(-d²/2s²) of their distance d, shared out over the answers on offer, and mixed with slips.
/// Sums to 1, every chance above 0.
pub(super) fn chances(style: &Style, anchors: &[f64], stand: f64) -> Vec<f64> {
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
const TITLE_ABOVE: f64 = 1.2;
const TITLE_BELOW: f64 = 2.2;

/// How common it is, beside the right title, to hold one that says nothing.
const ANY_TITLE: f64 = 0.02;

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
        for style in &STYLES[..RANDOM] {
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
        assert_eq!(chances(&STYLES[RANDOM], &[0.0, 1.0, 5.0, 9.0], 0.0), [0.25; 4]);
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
        proptest!(|(mut anchors in places(2..=8), mut stands in places(2..=2))| {
            anchors.sort_by(f64::total_cmp);
            stands.sort_by(f64::total_cmp);
            for style in &STYLES {
                // Of two answers that were meant, the one anchored higher never makes the lower stand likelier
                // against the higher one: their likelihood ratio is monotone.
                let meant = Style { slip: 0.0, ..*style };
                let [low, high] = [stands[0], stands[1]].map(|stand| chances(&meant, &anchors, stand));
                for one in 0..anchors.len() {
                    for above in one..anchors.len() {
                        prop_assert!(low[above] * high[one] <= low[one] * high[above] * (1.0 + 1e-9) + 1e-300);
                    }
                }
                // A slip may hit any answer, so a far-off one says little, and no ratio of two chances with slips is
                // monotone. What stays so: who stands higher gives answers at least this high at least as often.
                let [low, high] = [stands[0], stands[1]].map(|stand| chances(style, &anchors, stand));
                for least in 0..anchors.len() {
                    let at_least = |chances: &[f64]| chances[least..].iter().sum::<f64>();
                    prop_assert!(at_least(&low) <= at_least(&high) + 1e-12);
                }
            }
        });
    }
}
