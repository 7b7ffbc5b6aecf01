//! The belief about the reader after their answers, by Bayes' rule.

use super::super::answers::{Answers, Title};
use super::item_bank::{Item, ItemBank};
use super::likelihood::{INATTENTIVE, OFFSETS, STYLES};
use crate::gather::Gather as _;
use crate::ladder::{MAX_ANSWERS, RungId};

/// Per offset: the prior probability of the offset, times the probability of the answers in one dimension given it.
type Fit = [f64; OFFSETS.len()];

/// Per response style.
type Fits = [Fit; STYLES.len()];

/// The joint probability of a rung and each response style and offset in one dimension.
pub(super) type Weights = [Fit; STYLES.len()];

/// The belief about a reader: over rungs, response styles, and offsets in each dimension.
///
/// Given rung and style the dimensions are independent, so a table of fits holds it completely. The order in which
/// questions were answered makes no difference.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Posterior {
    /// Per rung and style: their joint probability. All of them sum to 1.
    pub(super) joint: Vec<[f64; STYLES.len()]>,
    /// Per rung and dimension.
    fits: Vec<Vec<Fits>>,
    /// Per dimension: whether an answer is about it.
    is_asked: Vec<bool>,
}

impl Posterior {
    pub(super) fn new(bank: &ItemBank, answers: &Answers) -> Self {
        let (fits, is_asked) = fits(bank, answers);
        let rungs = bank.levels.len();
        let weight = |rung: usize, style: usize| {
            // Products of at most some eighty chances, each over 0.001: above the smallest f64.
            let explained: f64 = fits[rung].iter().map(|fits| fits[style].iter().sum::<f64>()).product();
            bank.styles[style] * explained * title_chance(bank, answers.title, rung, style)
        };
        let mut joint: Vec<[f64; STYLES.len()]> =
            (0..rungs).map(|rung| std::array::from_fn(|style| weight(rung, style))).collect();
        let total: f64 = joint.iter().flatten().sum();
        joint.iter_mut().flatten().for_each(|weight| *weight /= total);
        Self { joint, fits, is_asked }
    }

    /// Makes a rung certain.
    pub(super) fn keep_only(&mut self, rung: RungId) {
        let total: f64 = self.joint[rung.index()].iter().sum();
        for (index, styles) in self.joint.iter_mut().enumerate() {
            styles.iter_mut().for_each(|weight| *weight *= f64::from(u8::from(index == rung.index())) / total);
        }
    }

    /// The probability of each rung; they sum to 1.
    pub(super) fn rungs(&self) -> Vec<f64> {
        self.joint.iter().map(|styles| styles.iter().sum()).collect()
    }

    /// The probability that the answers were given without reading the questions.
    pub(super) fn inattentive(&self) -> f64 {
        self.joint.iter().map(|styles| styles[INATTENTIVE]).sum()
    }

    /// Whether an answer is about this dimension.
    pub(super) fn is_asked(&self, dimension: usize) -> bool {
        self.is_asked[dimension]
    }

    /// The reader's level in a dimension, in rungs of the first track, on average over the belief.
    pub(super) fn level(&self, bank: &ItemBank, dimension: usize) -> f64 {
        let mut mean = 0.0;
        for ((joint, fits), levels) in self.joint.iter().zip(&self.fits).zip(&bank.levels) {
            for (probability, fit) in joint.iter().zip(&fits[dimension]) {
                let total: f64 = fit.iter().sum();
                let offset: f64 = OFFSETS.iter().zip(fit).map(|(offset, fit)| offset * fit / total).sum();
                mean += probability * (levels[dimension] + offset);
            }
        }
        mean
    }

    /// Per rung: the weights from which [`predict`] computes the answers to questions about a dimension.
    pub(super) fn weights(&self, dimension: usize) -> Vec<Weights> {
        let rungs = self.joint.iter().zip(&self.fits);
        let weights = rungs.map(|(joint, fits)| {
            std::array::from_fn(|style| {
                let fit = &fits[dimension][style];
                let total: f64 = fit.iter().sum();
                fit.map(|fit| joint[style] * fit / total)
            })
        });
        weights.collect()
    }
}

/// How well each rung, style and offset explains the answers, and which dimensions they are about.
fn fits(bank: &ItemBank, answers: &Answers) -> (Vec<Vec<Fits>>, Vec<bool>) {
    let mut fits: Vec<Vec<Fits>> = bank.levels.iter().map(|levels| prior(bank, answers.title, levels)).gather();
    let mut is_asked = vec![false; bank.dimensions];
    for response in &answers.responses {
        if bank.is_not_applicable(response) {
            continue;
        }
        let item = &bank.items[response.question.index()];
        is_asked[item.about] = true;
        for (ability_points, fits) in bank.ability_points.iter().zip(&mut fits) {
            for (style, fit) in fits[item.about].iter_mut().enumerate() {
                for (ability_point, fit) in ability_points[item.about].iter().zip(fit) {
                    *fit *= item.chances(*ability_point, style)[response.answer];
                }
            }
        }
    }
    (fits, is_asked)
}

/// How likely each style and offset is on a rung with these levels, before any answer but the title.
fn prior(bank: &ItemBank, title: Title, levels: &[f64]) -> Vec<Fits> {
    let of_title = if let Title::Held(title) = title { &bank.levels[title.index()] } else { levels };
    let fits = levels.iter().zip(of_title).map(|(level, of_title)| STYLES.map(|style| style.offsets(of_title - level)));
    fits.gather()
}

/// The probability of the reader's title on a rung; 1 without a title.
fn title_chance(bank: &ItemBank, title: Title, rung: usize, style: usize) -> f64 {
    let Title::Held(title) = title else { return 1.0 };
    let any = 1.0 / f64::from(u16::try_from(bank.levels.len()).unwrap_or(u16::MAX));
    any + STYLES[style].trust.value() * (bank.titles[title.index()][rung] - any)
}

/// Calls `visit` for each rung, in the order of the ladder, with the joint probability of the rung and each answer to
/// `item`.
pub(super) fn predict(bank: &ItemBank, weights: &[Weights], item: &Item, mut visit: impl FnMut(&[f64])) {
    let mut predicted = [0.0; MAX_ANSWERS];
    let predicted = &mut predicted[..item.answers];
    for (weights, ability_points) in weights.iter().zip(&bank.ability_points) {
        predicted.fill(0.0);
        for (style, weights) in weights.iter().enumerate() {
            for (&ability_point, weight) in ability_points[item.about].iter().zip(weights) {
                for (predicted, chance) in predicted.iter_mut().zip(item.chances(ability_point, style)) {
                    *predicted += weight * chance;
                }
            }
        }
        visit(predicted);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::belief::best_two;
    use super::super::super::test_ladder::{forked, responses};
    use super::super::likelihood::chances;
    use super::*;
    use crate::ladder::{QuestionId, RungId};
    use crate::quiz::Response;

    #[test]
    fn without_answers_all_rungs_are_equally_likely() {
        let posterior = Posterior::new(&ItemBank::new(&forked()), &Answers::default());
        for probability in posterior.rungs() {
            assert!((probability - 0.25).abs() < 1e-12);
        }
    }

    #[test]
    fn answers_of_one_rung_lead_to_it() {
        let bank = ItemBank::new(&forked());
        for rung in 0..3 {
            let rungs = Posterior::new(&bank, &responses(&[rung; 6])).rungs();
            assert_eq!(best_two(&rungs)[0].0.index(), rung);
            assert!((rungs.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_side_rung_is_found_by_the_dimension_in_which_it_differs() {
        let posterior = Posterior::new(&ItemBank::new(&forked()), &responses(&[2, 2, 2, 0, 0, 0]));
        assert_eq!(best_two(&posterior.rungs())[0].0.index(), 3);
    }

    #[test]
    fn the_order_of_answers_does_not_matter() {
        let bank = ItemBank::new(&forked());
        let forth = responses(&[2, 1, 2, 0, 1, 0]);
        let back = Answers { responses: forth.responses.iter().rev().copied().collect(), ..Answers::default() };
        let pairs = Posterior::new(&bank, &forth).rungs().into_iter().zip(Posterior::new(&bank, &back).rungs());
        for (forth, back) in pairs {
            assert!((forth - back).abs() < 1e-12);
        }
    }

    /// Bayes' rule over every combination of rung, style and offsets, without the engine's tables: the probability of each
    /// rung, the probability of inattention, and the mean level in both dimensions.
    fn brute_force(bank: &ItemBank, answers: &Answers) -> ([f64; 4], f64, [f64; 2]) {
        let (mut rungs, mut inattentive, mut levels, mut total) = ([0.0; 4], 0.0, [0.0; 2], 0.0);
        for (rung, required) in bank.levels.iter().enumerate() {
            for (style, response_style) in STYLES.iter().enumerate() {
                let above = |dimension: usize| match answers.title {
                    Title::Held(title) => bank.levels[title.index()][dimension] - required[dimension],
                    _ => 0.0,
                };
                let priors = [0, 1].map(|dimension| response_style.offsets(above(dimension)));
                let pairs = (0..OFFSETS.len()).flat_map(|one| (0..OFFSETS.len()).map(move |other| [one, other]));
                for offsets in pairs {
                    let abilities = [0, 1].map(|dimension: usize| required[dimension] + OFFSETS[offsets[dimension]]);
                    let mut weight = response_style.prior.value() * priors[0][offsets[0]] * priors[1][offsets[1]];
                    if let Title::Held(title) = answers.title {
                        let trust = response_style.trust.value();
                        weight *= trust * bank.titles[title.index()][rung] + (1.0 - trust) * 0.25;
                    }
                    for response in &answers.responses {
                        let ability = abilities[response.question.index() / 3];
                        weight *= chances(response_style, &[0.0, 1.0, 2.0], ability)[response.answer];
                    }
                    rungs[rung] += weight;
                    inattentive += if style == INATTENTIVE { weight } else { 0.0 };
                    levels.iter_mut().zip(abilities).for_each(|(level, ability)| *level += weight * ability);
                    total += weight;
                }
            }
        }
        (rungs.map(|rung| rung / total), inattentive / total, levels.map(|level| level / total))
    }

    #[test]
    fn the_posterior_is_bayes_rule_over_rungs_styles_and_offsets() {
        let bank = ItemBank::new(&forked());
        for answers in [&[][..], &[2], &[0, 1, 2], &[2, 2, 2, 0, 0, 0], &[1, 0, 2, 2, 0, 1]] {
            for title in [Title::NotAsked, Title::Held(RungId::new(0)), Title::Held(RungId::new(3))] {
                let answers = Answers { title, ..responses(answers) };
                let posterior = Posterior::new(&bank, &answers);
                let (rungs, inattentive, levels) = brute_force(&bank, &answers);
                for (found, expected) in posterior.rungs().iter().zip(rungs) {
                    assert!((found - expected).abs() < 1e-12, "{answers:?}: {found} for {expected}");
                }
                assert!((posterior.inattentive() - inattentive).abs() < 1e-12, "{answers:?}");
                for (dimension, expected) in levels.iter().enumerate() {
                    assert!((posterior.level(&bank, dimension) - expected).abs() < 1e-12, "{answers:?}");
                }
            }
        }
    }

    #[test]
    fn a_question_that_does_not_apply_says_nothing() {
        let bank = ItemBank::new(&forked());
        let mut answers = responses(&[2, 1]);
        let before = Posterior::new(&bank, &answers);
        answers.responses.push(Response { question: QuestionId::new(4), answer: bank.items[4].answers });
        let after = Posterior::new(&bank, &answers);
        assert_eq!(after, before);
        assert!(!after.is_asked(1));
    }

    #[test]
    fn a_dimension_is_asked_when_an_answer_is_about_it() {
        let bank = ItemBank::new(&forked());
        let asked = |answers: &[usize]| {
            let posterior = Posterior::new(&bank, &responses(answers));
            [posterior.is_asked(0), posterior.is_asked(1)]
        };
        assert_eq!([asked(&[]), asked(&[0]), asked(&[0; 4])], [[false, false], [true, false], [true, true]]);
    }

    #[test]
    fn predictions_are_the_posteriors_after_each_answer() {
        let bank = ItemBank::new(&forked());
        let before = Posterior::new(&bank, &responses(&[2, 1]));
        let question = QuestionId::new(4);
        let item = &bank.items[question.index()];
        let mut predicted = vec![Vec::new(); item.answers];
        predict(&bank, &before.weights(item.about), item, |joint| {
            predicted.iter_mut().zip(joint).for_each(|(predicted, &joint)| predicted.push(joint));
        });
        for (answer, unscaled) in predicted.into_iter().enumerate() {
            let mut all = responses(&[2, 1]);
            all.responses.push(Response { question, answer });
            let after = Posterior::new(&bank, &all).rungs();
            let total: f64 = unscaled.iter().sum();
            for (after, unscaled) in after.into_iter().zip(unscaled) {
                assert!((after - unscaled / total).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_held_title_changes_the_belief_and_a_skipped_one_does_not() {
        let bank = ItemBank::new(&forked());
        let with = |title| Posterior::new(&bank, &Answers { title, ..responses(&[1, 1, 2]) }).rungs();
        assert!(with(Title::Held(RungId::new(3)))[3] > with(Title::NotAsked)[3] * 1.5);
        assert_eq!(with(Title::Skipped), with(Title::NotAsked));
    }
}
