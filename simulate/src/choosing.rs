//! How simulated readers choose among the answers of a question.

use super::random::Random;
use super::scenario::Choice;

/// A preferred option looks this many rungs nearer than it is.
const PREFERENCE: f64 = 0.5;

/// The standard deviations from the mean at which [`chances`] tries a varying self-rating: from -3 to 3.
const GRID: usize = 61;

/// The options of a question as one reader sees them.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    /// Per option: the level that it is taken for.
    pub(super) perceived: &'a [f64],
    /// The level that the reader sees themselves at.
    pub(super) self_rating: f64,
    /// The option that looks nearer than it is.
    pub(super) preferred: Option<usize>,
}

impl View<'_> {
    fn distance(&self, option: usize) -> f64 {
        let bonus = if self.preferred == Some(option) { PREFERENCE } else { 0.0 };
        (self.perceived[option] - self.self_rating).abs() - bonus
    }

    /// The option that the reader chooses.
    pub(super) fn choose(self, choice: Choice, random: &mut Random) -> usize {
        match choice {
            Choice::Nearest(variation) => {
                Self { self_rating: self.self_rating + variation * random.normal(), ..self }.nearest()
            }
            Choice::Soft(_) => {
                let mut luck = random.fraction();
                let is_chosen = |chance: &f64| {
                    luck -= chance;
                    luck < 0.0
                };
                let chances = self.chances(choice);
                chances.iter().position(is_chosen).unwrap_or(chances.len() - 1)
            }
        }
    }

    fn nearest(&self) -> usize {
        let options = 0..self.perceived.len();
        options.min_by(|&a, &b| self.distance(a).total_cmp(&self.distance(b))).unwrap_or(0)
    }

    /// The chance of each option; they sum to 1.
    pub(super) fn chances(self, choice: Choice) -> Vec<f64> {
        let mut chances = vec![0.0; self.perceived.len()];
        match choice {
            Choice::Nearest(variation) => {
                for point in 0..GRID {
                    let deviation = 6.0 * point as f64 / (GRID - 1) as f64 - 3.0;
                    let view = Self { self_rating: self.self_rating + variation * deviation, ..self };
                    chances[view.nearest()] += (-deviation * deviation / 2.0).exp();
                }
            }
            Choice::Soft(sharpness) => {
                for (option, chance) in chances.iter_mut().enumerate() {
                    *chance = (-sharpness * self.distance(option)).exp();
                }
            }
        }
        let total: f64 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= total);
        chances
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: usize = 20_000;

    #[test]
    fn options_are_chosen_as_often_as_their_chances_say() {
        let mut random = Random::new(1, "choosing");
        for choice in [Choice::Nearest(0.0), Choice::Nearest(0.4), Choice::Soft(2.0)] {
            for preferred in [None, Some(3)] {
                let view = View { perceived: &[0.0, 1.1, 2.0, 3.0], self_rating: 1.7, preferred };
                let mut counts = [0_usize; 4];
                (0..DRAWS).for_each(|_| counts[view.choose(choice, &mut random)] += 1);
                for (count, chance) in counts.iter().zip(view.chances(choice)) {
                    let found = *count as f64 / DRAWS as f64;
                    assert!((found - chance).abs() < 0.02, "{choice:?} {preferred:?}: {found} for {chance}");
                }
            }
        }
    }

    #[test]
    fn a_soft_choice_falls_with_the_distance() {
        let chances =
            View { perceived: &[1.0, 2.0, 4.0], self_rating: 2.0, preferred: None }.chances(Choice::Soft(2.0));
        assert!((chances[0] / chances[1] - (-2.0_f64).exp()).abs() < 1e-12);
        assert!((chances[2] / chances[1] - (-4.0_f64).exp()).abs() < 1e-12);
    }

    #[test]
    fn a_preferred_option_looks_half_a_rung_nearer() {
        let view = View { perceived: &[1.0, 2.0], self_rating: 1.4, preferred: None };
        assert_eq!(view.chances(Choice::Nearest(0.0)), [1.0, 0.0]);
        assert_eq!(View { preferred: Some(1), ..view }.chances(Choice::Nearest(0.0)), [0.0, 1.0]);
    }
}
