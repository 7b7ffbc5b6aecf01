//! The ladder in numbers: where each rung stands in each dimension, and where each answer points.

use crate::ladder::{DimensionId, Ladder, RungId, TrackId};

/// All that the engine needs of a ladder. Positions are in rungs of the first track, 0 for its lowest.
#[derive(Debug, Clone, PartialEq)]
pub struct Bank {
    /// Per rung and dimension: where someone on that rung stands.
    pub(super) stands: Vec<Vec<f64>>,
    /// The questions, in the order of the file.
    pub(super) items: Vec<Item>,
    /// How many dimensions the questions are about.
    pub(super) dimensions: usize,
    /// How many rungs the first track has: the span of positions.
    pub(super) span: usize,
}

/// A question in numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    /// The dimension it is about.
    pub(super) about: usize,
    /// Per answer: the position it is typical of.
    pub(super) anchors: Vec<f64>,
}

impl Bank {
    /// The bank of a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        let dimensions = ladder.dimensions.len().max(1);
        let heights = heights(ladder);
        let stands: Vec<Vec<f64>> = ladder
            .rungs
            .iter()
            .zip(&heights)
            .map(|(rung, &height)| {
                let like = rung.like.map_or(height, |like| heights[like.index()]);
                let mut stands = vec![like; dimensions];
                for except in &rung.except {
                    stands[except.dimension.index()] = heights[except.rung.index()];
                }
                stands
            })
            .collect();
        let items = ladder.questions.iter().map(|question| {
            let about = question.about.index();
            let anchor = |is: &[RungId]| {
                let sum: f64 = is.iter().map(|rung| stands[rung.index()][about]).sum();
                sum / f64::from(u8::try_from(is.len()).unwrap_or(1).max(1))
            };
            Item { about, anchors: question.answers.iter().map(|answer| anchor(&answer.is)).collect() }
        });
        let items = items.collect();
        Self { stands, items, dimensions, span: ladder.climb(TrackId::default()).len() }
    }

    /// How many questions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is nothing to ask.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Where someone on a rung stands in a dimension, in rungs of the first track.
    #[must_use]
    pub fn stand(&self, rung: RungId, dimension: DimensionId) -> f64 {
        self.stands[rung.index()][dimension.index()]
    }
}

/// How high each rung is: on the first track its place, on a side track that of the first track's
/// rung on the same level, or between the two whose levels it lies between.
fn heights(ladder: &Ladder) -> Vec<f64> {
    let main: Vec<f64> =
        ladder.climb(TrackId::default()).into_iter().map(|rung| f64::from(ladder.rung(rung).level)).collect();
    ladder.rungs.iter().map(|rung| height(&main, f64::from(rung.level))).collect()
}

fn height(main: &[f64], level: f64) -> f64 {
    let mut height = 0.0;
    for (place, pair) in main.windows(2).enumerate() {
        if level > pair[0] {
            let part = ((level - pair[0]) / (pair[1] - pair[0])).min(1.0);
            height = f64::from(u16::try_from(place).unwrap_or(u16::MAX)) + part;
        }
    }
    height
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn side_rungs_stand_as_high_as_the_rung_on_their_level() {
        let main = [1.0, 2.0, 4.0];
        for (level, expected) in [(1.0, 0.0), (2.0, 1.0), (3.0, 1.5), (4.0, 2.0), (9.0, 2.0), (0.0, 0.0)] {
            assert!((height(&main, level) - expected).abs() < 1e-12, "level {level}");
        }
    }

    #[test]
    fn exceptions_count_in_their_dimension_alone() {
        let bank = Bank::new(&super::super::posterior::tests::forked());
        assert_eq!(bank.stands, [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [2.0, 0.0]]);
    }
}
