//! How the chances of answers change as answers move: the slopes from which a calibration learns.

use super::item_bank::{Item, ItemBank};
use super::likelihood::{STYLES, chances};
use super::matrix::{Matrix, add_square, zeros};
use super::posterior::Weights;

/// The probability of each ability point and style together, in the order of [`Scores`].
pub(super) fn cells(weights: &[Weights], bank: &ItemBank, about: usize) -> Vec<f64> {
    let mut cells = Vec::new();
    for (weights, points) in weights.iter().zip(&bank.ability_points) {
        for (style, weights) in weights.iter().enumerate() {
            for (weight, &point) in weights.iter().zip(&points[about]) {
                let cell = point * STYLES.len() + style;
                cells.resize(cells.len().max(cell + 1), 0.0);
                cells[cell] += weight;
            }
        }
    }
    cells
}

/// The probability of each answer in a cell.
fn chances_in(item: &Item, cell: usize) -> &[f64] {
    item.chances(cell / STYLES.len(), cell % STYLES.len())
}

/// The probability that an answer was given without regard to the question.
pub(super) fn carelessness(item: &Item, cells: &[f64], answer: usize) -> f64 {
    let of_cell = |(cell, weight): (usize, &f64)| {
        let slip = STYLES[cell % STYLES.len()].slip.value() / item.answers as f64;
        weight * slip / chances_in(item, cell)[answer]
    };
    cells.iter().enumerate().map(of_cell).sum()
}

/// How the logarithm of an answer's chance changes as the answers of its question move, each by itself.
pub(super) struct Scores {
    answers: usize,
    /// For every ability point, style, answer given and answer moved.
    scores: Vec<f64>,
}

impl Scores {
    /// By differences, so that the formula stands in one place.
    pub(super) fn new(anchors: &[f64], abilities: &[f64]) -> Self {
        const STEP: f64 = 1e-4;
        let mut scores = Vec::new();
        for &ability in abilities {
            for style in &STYLES {
                let moved = (0..anchors.len()).map(|answer| {
                    let chances = [-STEP, STEP].map(|step| {
                        let mut anchors = anchors.to_vec();
                        anchors[answer] += step;
                        chances(style, &anchors, ability)
                    });
                    let slope = |given: usize| (chances[1][given] / chances[0][given]).ln() / (2.0 * STEP);
                    (0..anchors.len()).map(slope).collect::<Vec<f64>>()
                });
                let moved: Vec<Vec<f64>> = moved.collect();
                scores.extend((0..anchors.len()).flat_map(|given| moved.iter().map(move |slopes| slopes[given])));
            }
        }
        Self { answers: anchors.len(), scores }
    }

    /// Per answer that moves.
    fn of(&self, cell: usize, given: usize) -> &[f64] {
        let start = (cell * self.answers + given) * self.answers;
        &self.scores[start..start + self.answers]
    }

    /// Adds the slopes for one answer, and the information that an answer of this reader holds on average. Where little is known
    /// about the reader, an answer holds less.
    pub(super) fn add(&self, item: &Item, cells: &[f64], answer: usize, sums: &mut [f64], information: &mut Matrix) {
        let (mut chances, mut slopes) = (vec![0.0; self.answers], zeros(self.answers));
        for (cell, weight) in cells.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            sums.iter_mut().zip(self.of(cell, answer)).for_each(|(sum, score)| *sum += weight * score);
            let of_cell = chances_in(item, cell).iter().zip(&mut chances).zip(&mut slopes);
            for (given, ((of_cell, chance), slopes)) in of_cell.enumerate() {
                let joint = weight * of_cell;
                *chance += joint;
                slopes.iter_mut().zip(self.of(cell, given)).for_each(|(slope, score)| *slope += joint * score);
            }
        }
        for (slopes, chance) in slopes.iter().zip(chances) {
            add_square(information, slopes, 1.0 / chance);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_the_slopes_of_the_logarithm_of_the_chances() {
        // Without slips, with weights exp(-d²/2s²): the slope of an answer's own anchor is -(d/s²)(1 - its chance).
        let anchors = [0.0, 1.0, 2.5];
        let scores = Scores::new(&anchors, &[0.5]);
        for (style, response_style) in STYLES.iter().enumerate() {
            let (slip, spread) = (response_style.slip.value(), response_style.spread.value());
            let all = chances(response_style, &anchors, 0.5);
            for given in 0..3 {
                let considered = |answer: usize| (all[answer] - slip / 3.0) / (1.0 - slip);
                let distance = anchors[given] - 0.5 - response_style.leniency.value();
                let expected = if slip < 1.0 {
                    let slope = -distance / spread.powi(2) * considered(given) * (1.0 - considered(given));
                    (1.0 - slip) * slope / all[given]
                } else {
                    0.0
                };
                let found = scores.of(style, given)[given];
                assert!((found - expected).abs() < 1e-5, "{response_style:?} {given}: {found} for {expected}");
            }
        }
    }
}
