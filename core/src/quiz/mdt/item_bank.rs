//! The ladder in numbers: the level of each rung in each dimension, and the probability of each answer there.
//!
//! Levels are in rungs of the first track: 0 is its lowest rung, 1 the next.

use super::super::answers::Response;
use super::likelihood::{OFFSETS, STYLES, chances, title_weight};
use crate::gather::Gather as _;
use crate::ladder::{Answer, Ladder, Question, Rung, RungId};

/// The numbers that depend on the ladder alone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ItemBank {
    /// Per rung and dimension: the level that the rung requires.
    pub(super) levels: Vec<Vec<f64>>,
    /// Per rung, dimension and offset: the rung's level plus the offset, as an index of an ability point in
    /// [`Item::chances`].
    pub(super) ability_points: Vec<Vec<[usize; OFFSETS.len()]>>,
    /// The questions, in the order of the file.
    pub(super) items: Vec<Item>,
    /// Per title and rung: the probability that a reader on the rung holds the title.
    pub(super) titles: Vec<Vec<f64>>,
    /// Per response style: how common it is. They need not sum to 1.
    pub(super) styles: Vec<f64>,
    /// The number of dimensions, at least 1: questions of a ladder without dimensions are all about dimension 0.
    pub(super) dimensions: usize,
}

/// A question in numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    /// Index of the dimension that the question is about.
    pub(super) about: usize,
    /// The probability of each answer, for every ability point and response style. First come all answers of the first
    /// style at the first point, then those of the next style, then those at the next point.
    chances: Vec<f64>,
    /// The number of answers, 2 to 8.
    pub(super) answers: usize,
}

impl Item {
    fn new(question: &Question, levels: &[Vec<f64>], abilities: &[f64]) -> Self {
        let about = question.about.index();
        let anchors = anchors(question, levels);
        let mut all = Vec::with_capacity(abilities.len() * STYLES.len() * anchors.len());
        for &ability in abilities {
            for style in &STYLES {
                all.extend(chances(style, &anchors, ability));
            }
        }
        Self { about, chances: all, answers: anchors.len() }
    }

    /// The probability of each answer at an ability point, in a response style.
    pub(super) fn chances(&self, ability_point: usize, style: usize) -> &[f64] {
        let start = (ability_point * STYLES.len() + style) * self.answers;
        &self.chances[start..start + self.answers]
    }
}

/// The level at which each answer of a question stands, in rungs.
pub(super) fn anchors(question: &Question, levels: &[Vec<f64>]) -> Vec<f64> {
    let anchor = |answer: &Answer| {
        let sum: f64 = answer.is.iter().map(|rung| levels[rung.index()][question.about.index()]).sum();
        sum / f64::from(u8::try_from(answer.is.len()).unwrap_or(1).max(1)) + f64::from(answer.shift) / 100.0
    };
    question.answers.iter().map(anchor).gather()
}

impl ItemBank {
    /// Whether the reader replied that the question does not apply to them.
    pub(super) fn is_not_applicable(&self, response: &Response) -> bool {
        response.answer == self.items[response.question.index()].answers
    }

    pub(super) fn new(ladder: &Ladder) -> Self {
        let dimensions = ladder.dimensions.len().max(1);
        let heights = ladder.heights();
        let levels: Vec<Vec<f64>> = ladder
            .rung_ids()
            .map(|rung| required_levels(ladder.rung(rung), heights[rung.index()], &heights, dimensions))
            .collect();
        let (abilities, ability_points) = ability_points(&levels);
        let styles = if ladder.readers.len() == STYLES.len() {
            ladder.readers.iter().map(|&readers| f64::from(readers) / 100.0).gather()
        } else {
            STYLES.iter().map(|style| style.prior.value()).gather()
        };
        Self {
            items: ladder.questions.iter().map(|question| Item::new(question, &levels, &abilities)).collect(),
            titles: titles(ladder, &heights),
            ability_points,
            levels,
            styles,
            dimensions,
        }
    }
}

/// The level that a rung requires in each dimension. It is the rung's height, or that of the rung it is like. In the
/// dimensions of its exceptions it is the height of another rung.
fn required_levels(rung: &Rung, height: f64, heights: &[f64], dimensions: usize) -> Vec<f64> {
    let height = rung.like.map_or(height, |like| heights[like.index()]);
    let mut levels = vec![height; dimensions];
    for except in &rung.except {
        levels[except.dimension.index()] = heights[except.rung.index()];
    }
    levels
}

/// Per rung, dimension and offset: an index into a list of abilities.
type AbilityPoints = Vec<Vec<[usize; OFFSETS.len()]>>;

/// The distinct abilities that readers on any rung can have, in rungs, and which of them each rung has. Many rungs share
/// an ability, so each item computes its chances once per ability.
pub(super) fn ability_points(levels: &[Vec<f64>]) -> (Vec<f64>, AbilityPoints) {
    let mut abilities: Vec<f64> = Vec::new();
    let mut ability_point = |ability: f64| {
        abilities.iter().position(|&known| known == ability).unwrap_or_else(|| {
            abilities.push(ability);
            abilities.len() - 1
        })
    };
    let points = levels
        .iter()
        .map(|levels| levels.iter().map(|level| OFFSETS.map(|offset| ability_point(level + offset))).collect())
        .collect();
    (abilities, points)
}

/// Per title and rung: the probability that a reader on the rung holds the title. Sums to 1 for each rung.
fn titles(ladder: &Ladder, heights: &[f64]) -> Vec<Vec<f64>> {
    let weight = |title: RungId, rung: RungId| {
        let above = heights[title.index()] - heights[rung.index()];
        let is_along_a_track = leads_to(ladder, title, rung) || leads_to(ladder, rung, title);
        // The change to another track counts as one more rung.
        title_weight(above + if is_along_a_track { 0.0 } else { 1.0_f64.copysign(above) })
    };
    let mut titles: Vec<Vec<f64>> =
        ladder.rung_ids().map(|title| ladder.rung_ids().map(|rung| weight(title, rung)).collect()).collect();
    for rung in 0..heights.len() {
        let total: f64 = titles.iter().map(|weights| weights[rung]).sum();
        titles.iter_mut().for_each(|weights| weights[rung] /= total);
    }
    titles
}

/// Whether the way up to `high` leads over `low`, or both are the same rung.
fn leads_to(ladder: &Ladder, low: RungId, high: RungId) -> bool {
    let (low, mut high) = (ladder.rung(low), ladder.rung(high));
    while high.track != low.track {
        let Some(from) = ladder.tracks[high.track.index()].from else { return false };
        high = ladder.rung(from);
    }
    low.level <= high.level
}

#[cfg(test)]
mod tests {
    use super::super::super::test_ladder::forked;
    use super::*;

    #[test]
    fn a_title_is_likeliest_on_its_own_rung_and_rare_across_the_fork() {
        let titles = ItemBank::new(&forked()).titles;
        for rung in 0..4 {
            assert!((titles.iter().map(|title| title[rung]).sum::<f64>() - 1.0).abs() < 1e-12);
            assert!((0..4).all(|title| titles[title][rung] <= titles[rung][rung]));
        }
        // From the rung below the fork both ways up are one rung; across it is a rung as well.
        assert!((titles[2][1] - titles[3][1]).abs() < 1e-12);
        assert!(titles[3][2] < titles[2][2] / 2.0);
    }

    #[test]
    fn titles_depend_on_the_distance_of_their_rung() {
        let titles = ItemBank::new(&forked()).titles;
        // The distance of each title from each rung; from one side of the fork to the other it is one rung.
        let above = [[0.0, -1.0, -2.0, -2.0], [1.0, 0.0, -1.0, -1.0], [2.0, 1.0, 0.0, 1.0], [2.0, 1.0, 1.0, 0.0]];
        for (title, above) in above.iter().enumerate() {
            for (rung, &above) in above.iter().enumerate() {
                let expected = title_weight(above) / title_weight(0.0);
                assert!((titles[title][rung] / titles[rung][rung] - expected).abs() < 1e-12, "{title} on {rung}");
            }
        }
    }

    #[test]
    fn every_rung_has_its_own_chances_in_each_style() {
        let bank = ItemBank::new(&forked());
        for (item, about) in [(&bank.items[0], 0), (&bank.items[3], 1)] {
            for (levels, points) in bank.levels.iter().zip(&bank.ability_points) {
                for (&point, offset) in points[about].iter().zip(OFFSETS) {
                    for (style, response_style) in STYLES.iter().enumerate() {
                        // The answers are typical of the three rungs of the first track.
                        let expected = chances(response_style, &[0.0, 1.0, 2.0], levels[about] + offset);
                        assert_eq!(item.chances(point, style), expected);
                    }
                }
            }
        }
    }

    #[test]
    fn exceptions_count_in_their_dimension_alone() {
        let bank = ItemBank::new(&forked());
        assert_eq!(bank.levels, [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [2.0, 0.0]]);
    }

    #[test]
    fn an_answer_of_two_rungs_is_anchored_in_their_middle() {
        let mut parts = forked().into_parts();
        parts.questions[0].answers[0].is = vec![RungId::new(0), RungId::new(2)];
        let bank = ItemBank::new(&Ladder::new(parts));
        let item = &bank.items[0];
        // With the answers at 1, 1 and 2, the first two are equally likely for everybody.
        for point in bank.ability_points.iter().flatten().flatten() {
            let chances = item.chances(*point, 0);
            assert_eq!(chances[0], chances[1]);
        }
        assert_eq!((item.about, item.answers), (0, 3));
    }

    #[test]
    fn rungs_of_the_same_level_share_their_ability_points() {
        let bank = ItemBank::new(&forked());
        // From one below to two above: -1, 0, 1, 2 for the lowest rung, and so on.
        assert_eq!(bank.ability_points[0], [[0, 1, 2, 3]; 2]);
        assert_eq!(bank.ability_points[1], [[1, 2, 3, 4]; 2]);
        assert_eq!(bank.ability_points[3], [[2, 3, 4, 5], [0, 1, 2, 3]]);
    }
}
