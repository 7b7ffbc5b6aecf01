//! What a simulated reader is like: their skills, and the options that they prefer.

use super::ground_truth::GroundTruth;
use super::random::Random;
use super::scenario::{Scenario, Skills};

/// The part of a normal distribution below this many standard deviations is 20 in 100.
const LOWEST_FIFTH: f64 = -0.841_621;

/// An expert is this many rungs higher in one dimension.
const EXPERTISE: f64 = 2.0;

/// A simulated reader without their answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mind {
    /// Per dimension: their level, in rungs.
    pub(super) skills: Vec<f64>,
    /// The option that looks nearer to them than it is.
    pub(super) preference: Option<Preference>,
}

/// An option that a reader prefers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Preference {
    /// The one that stands first.
    First,
    /// The one that is taken for the highest rung.
    Highest,
}

impl Mind {
    pub(super) fn new(truth: &GroundTruth, scenario: &Scenario, rung: usize, random: &mut Random) -> Self {
        let required = &truth.required[rung];
        let offsets = offsets(scenario.skills, required.len(), random);
        Self {
            skills: required.iter().zip(offsets).map(|(required, offset)| required + offset).collect(),
            preference: (scenario.preferring > 0.0 && random.happens(scenario.preferring))
                .then(|| if random.happens(0.5) { Preference::First } else { Preference::Highest }),
        }
    }

    /// The level that the reader sees themselves at, in a dimension in which their title requires `title`.
    pub(super) fn self_rating(&self, scenario: &Scenario, dimension: usize, title: f64) -> f64 {
        let ability = self.skills[dimension];
        ability + scenario.leniency + scenario.drift * (title - ability)
    }

    /// The option of a question that the reader prefers. Which one stands first is random.
    pub(super) fn preferred(&self, perceived: &[f64], random: &mut Random) -> Option<usize> {
        self.preference.map(|preference| match preference {
            Preference::First => random.index(perceived.len()),
            Preference::Highest => highest(perceived),
        })
    }
}

/// The index of the option that is taken for the highest rung.
fn highest(perceived: &[f64]) -> usize {
    (0..perceived.len()).max_by(|&a, &b| perceived[a].total_cmp(&perceived[b])).unwrap_or(0)
}

/// Per dimension: how far the reader is above the level that their rung requires.
fn offsets(skills: Skills, dimensions: usize, random: &mut Random) -> Vec<f64> {
    match skills {
        Skills::Normal(spread) => (0..dimensions).map(|_| spread * random.normal()).collect(),
        Skills::Steps { correlation } => loop {
            let common = random.normal();
            let own = |random: &mut Random| correlation.sqrt() * common + (1.0 - correlation).sqrt() * random.normal();
            let steps: Vec<f64> = (0..dimensions).map(|_| step(own(random))).collect();
            if steps.iter().sum::<f64>().abs() <= dimensions as f64 / 2.0 {
                return steps;
            }
        },
        Skills::Expert => {
            let expert = random.index(dimensions);
            (0..dimensions).map(|dimension| if dimension == expert { EXPERTISE } else { 0.0 }).collect()
        }
    }
}

/// A rung below, at the level, or a rung above: the fifths of a normal distribution.
fn step(normal: f64) -> f64 {
    if normal < LOWEST_FIFTH {
        -1.0
    } else if normal > -LOWEST_FIFTH {
        1.0
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READERS: usize = 4_000;

    fn drawn(skills: Skills) -> Vec<Vec<f64>> {
        let mut random = Random::new(1, "minds");
        (0..READERS).map(|_| offsets(skills, 5, &mut random)).collect()
    }

    fn mean(readers: &[Vec<f64>], of: impl Fn(&[f64]) -> f64) -> f64 {
        readers.iter().map(|reader| of(reader)).sum::<f64>() / READERS as f64
    }

    #[test]
    fn steps_are_a_rung_up_or_down_and_seldom_all_one_way() {
        let readers = drawn(Skills::Steps { correlation: 0.0 });
        let off = mean(&readers, |reader| reader.iter().filter(|&&offset| offset != 0.0).count() as f64);
        assert!((1.8..2.1).contains(&off), "two dimensions of five: {off}");
        assert!(readers.iter().all(|reader| reader.iter().sum::<f64>().abs() <= 2.5));
    }

    #[test]
    fn with_a_halo_two_dimensions_agree_more_often() {
        let agreement = |correlation| mean(&drawn(Skills::Steps { correlation }), |reader| reader[0] * reader[1]);
        assert!(agreement(0.6) > agreement(0.0) + 0.03, "{} {}", agreement(0.6), agreement(0.0));
    }

    #[test]
    fn an_expert_is_two_rungs_higher_in_one_dimension() {
        let readers = drawn(Skills::Expert);
        assert!(readers.iter().all(|reader| reader.iter().sum::<f64>() == 2.0 && reader.contains(&2.0)));
        assert!((mean(&readers, |reader| reader[4]) - 0.4).abs() < 0.05);
    }
}
