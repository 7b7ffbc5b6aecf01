//! The ladder in numbers: where each rung stands in each dimension, and how likely each answer is from there.

use super::likelihood::{OFFSETS, STYLES, chances, title_weight};
use crate::ladder::{DimensionId, Ladder, RungId, TrackId};

/// All that the engine needs of a ladder. Positions are in rungs of the first track, 0 for its lowest.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemBank {
    /// Per rung and dimension: where someone on that rung stands.
    pub(super) levels: Vec<Vec<f64>>,
    /// Per rung, dimension and offset: that stand with its offset, as a place in [`Item::chances`].
    pub(super) ability_points: Vec<Vec<[usize; OFFSETS.len()]>>,
    /// The questions, in the order of the file.
    pub(super) items: Vec<Item>,
    /// Per title and rung: how likely someone on the rung is to hold the title.
    pub(super) titles: Vec<Vec<f64>>,
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
    /// Per spot, style and answer, one after the other: how likely the answer is.
    chances: Vec<f64>,
    /// How many answers there are.
    pub(super) answers: usize,
}

impl Item {
    /// How likely each answer is from a spot, in a style.
    pub(super) fn chances(&self, ability_point: usize, style: usize) -> &[f64] {
        let start = (ability_point * STYLES.len() + style) * self.answers;
        &self.chances[start..start + self.answers]
    }
}

impl ItemBank {
    /// The bank of a ladder.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        let dimensions = ladder.dimensions.len().max(1);
        let heights = heights(ladder);
        let levels: Vec<Vec<f64>> = ladder
            .rungs
            .iter()
            .zip(&heights)
            .map(|(rung, &height)| {
                let like = rung.like.map_or(height, |like| heights[like.index()]);
                let mut levels = vec![like; dimensions];
                for except in &rung.except {
                    levels[except.dimension.index()] = heights[except.rung.index()];
                }
                levels
            })
            .collect();
        let mut distinct: Vec<f64> = Vec::new();
        let mut ability_point = |stand: f64| {
            distinct.iter().position(|&known| known == stand).unwrap_or_else(|| {
                distinct.push(stand);
                distinct.len() - 1
            })
        };
        let ability_points = levels.iter().map(|levels| {
            levels.iter().map(|stand| OFFSETS.map(|(offset, _)| ability_point(stand + offset))).collect()
        });
        let ability_points = ability_points.collect();
        let items = ladder.questions.iter().map(|question| {
            let about = question.about.index();
            let anchor = |is: &[RungId]| {
                let sum: f64 = is.iter().map(|rung| levels[rung.index()][about]).sum();
                sum / f64::from(u8::try_from(is.len()).unwrap_or(1).max(1))
            };
            let anchors: Vec<f64> = question.answers.iter().map(|answer| anchor(&answer.is)).collect();
            let mut all = Vec::with_capacity(distinct.len() * STYLES.len() * anchors.len());
            for &stand in &distinct {
                for style in &STYLES {
                    all.extend(chances(style, &anchors, stand));
                }
            }
            Item { about, chances: all, answers: anchors.len() }
        });
        let items = items.collect();
        let titles = titles(ladder, &heights);
        Self {
            levels,
            ability_points,
            items,
            titles,
            dimensions,
            span: ladder.rungs_of_track(TrackId::default()).len(),
        }
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
        self.levels[rung.index()][dimension.index()]
    }
}

/// Per title and rung: how likely someone on the rung is to hold the title. Sums to 1 for each rung.
fn titles(ladder: &Ladder, heights: &[f64]) -> Vec<Vec<f64>> {
    let mut titles: Vec<Vec<f64>> = ladder
        .rung_ids()
        .map(|title| {
            let weights = ladder.rung_ids().map(|rung| {
                let above = heights[title.index()] - heights[rung.index()];
                let apart = !leads_to(ladder, title, rung) && !leads_to(ladder, rung, title);
                // The way over to another track counts as a rung.
                title_weight(above + if apart { 1.0_f64.copysign(above) } else { 0.0 })
            });
            weights.collect()
        })
        .collect();
    for rung in 0..heights.len() {
        let total: f64 = titles.iter().map(|weights| weights[rung]).sum();
        titles.iter_mut().for_each(|weights| weights[rung] /= total);
    }
    titles
}

/// Whether one climbs over `low` on the way to `high`, or both are the same rung.
fn leads_to(ladder: &Ladder, low: RungId, high: RungId) -> bool {
    let (low, mut high) = (ladder.rung(low), ladder.rung(high));
    while high.track != low.track {
        let Some(from) = ladder.tracks[high.track.index()].from else { return false };
        high = ladder.rung(from);
    }
    low.level <= high.level
}

/// How high each rung is: on the first track its place, on a side track that of the first track's
/// rung on the same level, or between the two whose levels it lies between.
fn heights(ladder: &Ladder) -> Vec<f64> {
    let main: Vec<f64> =
        ladder.rungs_of_track(TrackId::default()).into_iter().map(|rung| f64::from(ladder.rung(rung).level)).collect();
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
    fn a_title_is_likeliest_on_its_own_rung_and_rare_across_the_fork() {
        let titles = ItemBank::new(&super::super::posterior::tests::forked()).titles;
        for rung in 0..4 {
            assert!((titles.iter().map(|title| title[rung]).sum::<f64>() - 1.0).abs() < 1e-12);
            assert!((0..4).all(|title| titles[title][rung] <= titles[rung][rung]));
        }
        // From the rung below the fork both ways up are one rung; across it is a rung as well.
        assert!((titles[2][1] - titles[3][1]).abs() < 1e-12);
        assert!(titles[3][2] < titles[2][2] / 2.0);
    }

    #[test]
    fn exceptions_count_in_their_dimension_alone() {
        let bank = ItemBank::new(&super::super::posterior::tests::forked());
        assert_eq!(bank.levels, [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [2.0, 0.0]]);
    }
}
