//! What the answers say about the reader, by Bayes' rule.

use super::item_bank::{Item, ItemBank};
use super::likelihood::{INATTENTION_FACTOR, INATTENTIVE, OFFSETS, STYLES};
use super::{Answers, CONFIDENT_FROM, MIN_DIMENSIONS, Title};
use crate::ladder::{MAX_ANSWERS, RungId};

/// Per offset: how well it explains the answers in one dimension.
type Fit = [f64; OFFSETS.len()];

/// The belief about a reader: over rungs, answer styles, and offsets in each dimension.
///
/// Given rung and style the dimensions are independent, so a table of fits holds it whole; the
/// order in which questions were answered makes no difference.
#[derive(Debug, Clone, PartialEq)]
pub struct Posterior {
    /// Per rung and style: its share of the belief.
    pub(super) shares: Vec<[f64; STYLES.len()]>,
    /// Per rung, dimension and style.
    pub(super) fits: Vec<Vec<[Fit; STYLES.len()]>>,
    /// Per dimension: how often it was asked about.
    pub(super) asked_per_dimension: Vec<usize>,
}

impl Posterior {
    /// What is believed after these answers.
    #[must_use]
    pub fn new(bank: &ItemBank, answers: &Answers) -> Self {
        let fresh: Fit = OFFSETS.map(|(_, prior)| prior);
        let mut fits = vec![vec![[fresh; STYLES.len()]; bank.dimensions]; bank.levels.len()];
        let mut asked_per_dimension = vec![0; bank.dimensions];
        for response in &answers.responses {
            let item = &bank.items[response.question.index()];
            asked_per_dimension[item.about] += 1;
            for (ability_points, fits) in bank.ability_points.iter().zip(&mut fits) {
                for (style, fit) in fits[item.about].iter_mut().enumerate() {
                    for (ability_point, fit) in ability_points[item.about].iter().zip(fit) {
                        *fit *= item.chances(*ability_point, style)[response.answer];
                    }
                }
            }
        }
        // Products of at most a few dozen chances, each over 0.005: far from the smallest f64.
        let share = |rung: usize, style: usize| {
            let fits: &Vec<[Fit; STYLES.len()]> = &fits[rung];
            let explained: f64 = fits.iter().map(|fits| fits[style].iter().sum::<f64>()).product();
            let selected_title = match answers.title {
                // Someone who does not read picks any title.
                Title::Held(title) if style != INATTENTIVE => bank.titles[title.index()][rung],
                Title::Held(_) => 1.0 / f64::from(u16::try_from(bank.levels.len()).unwrap_or(u16::MAX)),
                Title::NotAsked | Title::Skipped => 1.0,
            };
            STYLES[style].prior * explained * selected_title
        };
        let mut shares: Vec<[f64; STYLES.len()]> =
            (0..fits.len()).map(|rung| std::array::from_fn(|style| share(rung, style))).collect();
        let total: f64 = shares.iter().flatten().sum();
        shares.iter_mut().flatten().for_each(|share| *share /= total);
        Self { shares, fits, asked_per_dimension }
    }

    /// The probability of each rung; they sum to 1.
    #[must_use]
    pub fn rungs(&self) -> Vec<f64> {
        self.shares.iter().map(|styles| styles.iter().sum()).collect()
    }

    /// The likeliest rung and the runner-up, each with its probability. On a tie the one first in the file.
    #[must_use]
    pub fn best_two(&self) -> [(RungId, f64); 2] {
        let mut best = [(RungId::default(), -1.0); 2];
        for (place, share) in self.rungs().into_iter().enumerate() {
            let candidate = (RungId::new(place), share);
            if share > best[0].1 {
                best = [candidate, best[0]];
            } else if share > best[1].1 {
                best[1] = candidate;
            }
        }
        best
    }

    /// The probability that the answers were given without reading.
    #[must_use]
    pub fn random(&self) -> f64 {
        self.shares.iter().map(|styles| styles[INATTENTIVE]).sum()
    }

    /// Whether nothing more needs to be asked: sure enough, even of someone who is suspected of not
    /// reading, and every dimension that can be asked about (up to five) touched.
    #[must_use]
    pub fn stopping_rule_met(&self, bank: &ItemBank) -> bool {
        let asked_per_dimension = self.asked_per_dimension.iter().filter(|&&times| times > 0).count();
        let askable = (0..bank.dimensions).filter(|&about| bank.items.iter().any(|item| item.about == about)).count();
        asked_per_dimension >= askable.min(MIN_DIMENSIONS) && self.confidence_if_inattentive() >= CONFIDENT_FROM
    }

    /// The probability of the likeliest rung, were not reading [`INATTENTION_FACTOR`] times as common. Never above what it is.
    fn confidence_if_inattentive(&self) -> f64 {
        let (rung, best) = self.best_two()[0];
        let more = INATTENTION_FACTOR - 1.0;
        (best + more * self.shares[rung.index()][INATTENTIVE]) / (1.0 + more * self.random())
    }

    /// Where the reader stands in a dimension, in rungs of the first track, on average over the belief.
    pub(super) fn stand(&self, bank: &ItemBank, dimension: usize) -> f64 {
        let mut mean = 0.0;
        for ((shares, fits), levels) in self.shares.iter().zip(&self.fits).zip(&bank.levels) {
            for (share, fit) in shares.iter().zip(&fits[dimension]) {
                let total: f64 = fit.iter().sum();
                let offset: f64 = OFFSETS.iter().zip(fit).map(|((offset, _), fit)| offset * fit / total).sum();
                mean += share * (levels[dimension] + offset);
            }
        }
        mean
    }

    /// What foreseeing answers in a dimension starts from.
    pub(super) fn weights(&self, about: usize) -> Vec<Weights> {
        let rungs = self.shares.iter().zip(&self.fits);
        let weights = rungs.map(|(shares, fits)| {
            std::array::from_fn(|style| {
                let fit = &fits[about][style];
                let total: f64 = fit.iter().sum();
                fit.map(|fit| shares[style] * fit / total)
            })
        });
        weights.collect()
    }
}

/// The share of the belief that a rung has, per style and offset in a dimension.
pub(super) type Weights = [Fit; STYLES.len()];

impl ItemBank {
    /// Per rung: what its share would be with each answer to `item` (unscaled), in the order of the ladder.
    pub(super) fn predict(&self, weights: &[Weights], item: &Item, mut hear: impl FnMut(usize, &[f64])) {
        let mut predicted = [0.0; MAX_ANSWERS];
        let predicted = &mut predicted[..item.answers];
        for (rung, (weights, ability_points)) in weights.iter().zip(&self.ability_points).enumerate() {
            predicted.fill(0.0);
            for (style, weights) in weights.iter().enumerate() {
                for (&ability_point, weight) in ability_points[item.about].iter().zip(weights) {
                    for (predicted, chance) in predicted.iter_mut().zip(item.chances(ability_point, style)) {
                        *predicted += weight * chance;
                    }
                }
            }
            hear(rung, predicted);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::ladder::{
        Answer, Dimension, DimensionId, Exception, Ladder, Question, QuestionId, Rung, Track, TrackId,
    };
    use crate::quiz::Response;

    /// Three rungs, and beside the highest one that differs from it in the second dimension only.
    pub(in crate::quiz) fn forked() -> Ladder {
        let rung = |level, track| Rung { level, track: TrackId::new(track), ..Rung::default() };
        let question = |about| Question {
            about: DimensionId::new(about),
            answers: (0..3).map(|is| Answer { is: vec![RungId::new(is)], ..Answer::default() }).collect(),
            ..Question::default()
        };
        Ladder {
            dimensions: vec![Dimension::default(); 2],
            tracks: vec![Track::default(), Track { from: Some(RungId::new(1)), ..Track::default() }],
            rungs: vec![
                rung(1, 0),
                rung(2, 0),
                rung(3, 0),
                Rung {
                    like: Some(RungId::new(2)),
                    except: vec![Exception { dimension: DimensionId::new(1), rung: RungId::new(0) }],
                    ..rung(3, 1)
                },
            ],
            questions: vec![question(0), question(0), question(0), question(1), question(1), question(1)],
            ..Ladder::default()
        }
    }

    fn responses(answers: &[usize]) -> Answers {
        let answers = answers.iter().enumerate();
        let response = answers.map(|(question, &answer)| Response { question: QuestionId::new(question), answer });
        Answers { responses: response.collect(), ..Answers::default() }
    }

    #[test]
    fn nothing_asked_means_nothing_known() {
        let posterior = Posterior::new(&ItemBank::new(&forked()), &Answers::default());
        for share in posterior.rungs() {
            assert!((share - 0.25).abs() < 1e-12);
        }
    }

    #[test]
    fn answers_of_one_rung_lead_to_it() {
        let bank = ItemBank::new(&forked());
        for rung in 0..3 {
            let posterior = Posterior::new(&bank, &responses(&[rung; 6]));
            assert_eq!(posterior.best_two()[0].0.index(), rung);
            assert!((posterior.rungs().iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_side_rung_is_told_by_the_dimension_it_differs_in() {
        let posterior = Posterior::new(&ItemBank::new(&forked()), &responses(&[2, 2, 2, 0, 0, 0]));
        assert_eq!(posterior.best_two()[0].0.index(), 3);
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

    #[test]
    fn what_is_foreseen_comes_true() {
        let bank = ItemBank::new(&forked());
        let before = Posterior::new(&bank, &responses(&[2, 1]));
        let question = QuestionId::new(4);
        let item = &bank.items[question.index()];
        let mut predicted = vec![Vec::new(); item.answers];
        bank.predict(&before.weights(item.about), item, |_, shares| {
            predicted.iter_mut().zip(shares).for_each(|(predicted, &share)| predicted.push(share));
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
    fn it_stops_only_when_every_dimension_was_touched() {
        let bank = ItemBank::new(&forked());
        assert!(!Posterior::new(&bank, &responses(&[0, 0, 0])).stopping_rule_met(&bank));
    }

    #[test]
    fn a_title_counts_and_a_skipped_one_does_not() {
        let bank = ItemBank::new(&forked());
        let with = |title| Posterior::new(&bank, &Answers { title, ..responses(&[1, 1, 2]) }).rungs();
        assert!(with(Title::Held(RungId::new(3)))[3] > with(Title::NotAsked)[3] * 1.5);
        assert_eq!(with(Title::Skipped), with(Title::NotAsked));
    }
}
