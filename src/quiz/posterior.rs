//! What the answers say about the reader, by Bayes' rule.

use super::bank::{Bank, Item};
use super::likelihood::{RANDOM, STYLES, chances};
use super::{Given, SURE, TOUCHED_FIRST};
use crate::ladder::RungId;

/// Below, at or above the rung in one dimension, and how common that is: a normal spread of half a rung, in whole rungs.
pub(super) const OFFSETS: [(f64, f64); 3] = [(-1.0, 0.16), (0.0, 0.68), (1.0, 0.16)];

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
    /// Per rung, style and dimension.
    pub(super) fits: Vec<[Vec<Fit>; STYLES.len()]>,
    /// Per dimension: how often it was asked about.
    pub(super) touched: Vec<usize>,
    asked: usize,
}

impl Posterior {
    /// What is believed after these answers.
    #[must_use]
    pub fn new(bank: &Bank, given: &[Given]) -> Self {
        let rungs = bank.stands.len();
        let fresh: Fit = OFFSETS.map(|(_, prior)| prior);
        let mut posterior = Self {
            shares: Vec::with_capacity(rungs),
            fits: vec![std::array::from_fn(|_| vec![fresh; bank.dimensions]); rungs],
            touched: vec![0; bank.dimensions],
            asked: given.len(),
        };
        for given in given {
            let item = &bank.items[given.question.index()];
            posterior.touched[item.about] += 1;
            for (stands, fits) in bank.stands.iter().zip(&mut posterior.fits) {
                for (style, fits) in STYLES.iter().zip(fits) {
                    for ((offset, _), fit) in OFFSETS.iter().zip(&mut fits[item.about]) {
                        *fit *= chances(style, &item.anchors, stands[item.about] + offset)[given.answer];
                    }
                }
            }
        }
        // Products of at most a few dozen chances, each over 0.005: far from the smallest f64.
        for fits in &posterior.fits {
            let share = |style: usize| {
                let explained: f64 = fits[style].iter().map(|fit| fit.iter().sum::<f64>()).product();
                STYLES[style].prior * explained
            };
            posterior.shares.push(std::array::from_fn(share));
        }
        let total: f64 = posterior.shares.iter().flatten().sum();
        posterior.shares.iter_mut().flatten().for_each(|share| *share /= total);
        posterior
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
        self.shares.iter().map(|styles| styles[RANDOM]).sum()
    }

    /// Whether nothing more needs to be asked: sure enough, and every dimension (up to five) touched.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        let touched = self.touched.iter().filter(|&&times| times > 0).count();
        touched >= self.touched.len().min(TOUCHED_FIRST) && self.best_two()[0].1 >= SURE
    }

    /// How many answers it rests on.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.asked
    }

    /// Where the reader stands in a dimension, in rungs of the first track, on average over the belief.
    pub(super) fn stand(&self, bank: &Bank, dimension: usize) -> f64 {
        let mut mean = 0.0;
        for ((shares, fits), stands) in self.shares.iter().zip(&self.fits).zip(&bank.stands) {
            for (share, fits) in shares.iter().zip(fits) {
                let fit = &fits[dimension];
                let total: f64 = fit.iter().sum();
                let offset: f64 = OFFSETS.iter().zip(fit).map(|((offset, _), fit)| offset * fit / total).sum();
                mean += share * (stands[dimension] + offset);
            }
        }
        mean
    }

    /// Per answer to `item`: how likely it is, and what each rung's share would be with it (unscaled).
    pub(super) fn foresee(&self, bank: &Bank, item: &Item) -> Vec<Vec<f64>> {
        let mut foreseen = vec![vec![0.0; self.shares.len()]; item.anchors.len()];
        for (rung, ((shares, fits), stands)) in self.shares.iter().zip(&self.fits).zip(&bank.stands).enumerate() {
            for ((style, share), fits) in STYLES.iter().zip(shares).zip(fits) {
                let fit = &fits[item.about];
                let total: f64 = fit.iter().sum();
                for ((offset, _), fit) in OFFSETS.iter().zip(fit) {
                    let weight = share * fit / total;
                    let chances = chances(style, &item.anchors, stands[item.about] + offset);
                    for (foreseen, chance) in foreseen.iter_mut().zip(chances) {
                        foreseen[rung] += weight * chance;
                    }
                }
            }
        }
        foreseen
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::ladder::{
        Answer, Dimension, DimensionId, Exception, Ladder, Question, QuestionId, Rung, Track, TrackId,
    };

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

    fn given(answers: &[usize]) -> Vec<Given> {
        let answers = answers.iter().enumerate();
        answers.map(|(question, &answer)| Given { question: QuestionId::new(question), answer }).collect()
    }

    #[test]
    fn nothing_asked_means_nothing_known() {
        let posterior = Posterior::new(&Bank::new(&forked()), &[]);
        for share in posterior.rungs() {
            assert!((share - 0.25).abs() < 1e-12);
        }
    }

    #[test]
    fn answers_of_one_rung_lead_to_it() {
        let bank = Bank::new(&forked());
        for rung in 0..3 {
            let posterior = Posterior::new(&bank, &given(&[rung; 6]));
            assert_eq!(posterior.best_two()[0].0.index(), rung);
            assert!((posterior.rungs().iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_side_rung_is_told_by_the_dimension_it_differs_in() {
        let posterior = Posterior::new(&Bank::new(&forked()), &given(&[2, 2, 2, 0, 0, 0]));
        assert_eq!(posterior.best_two()[0].0.index(), 3);
    }

    #[test]
    fn the_order_of_answers_does_not_matter() {
        let bank = Bank::new(&forked());
        let forth = given(&[2, 1, 2, 0, 1, 0]);
        let back: Vec<Given> = forth.iter().rev().copied().collect();
        let pairs = Posterior::new(&bank, &forth).rungs().into_iter().zip(Posterior::new(&bank, &back).rungs());
        for (forth, back) in pairs {
            assert!((forth - back).abs() < 1e-12);
        }
    }

    #[test]
    fn what_is_foreseen_comes_true() {
        let bank = Bank::new(&forked());
        let before = Posterior::new(&bank, &given(&[2, 1]));
        let question = QuestionId::new(4);
        let foreseen = before.foresee(&bank, &bank.items[question.index()]);
        for (answer, unscaled) in foreseen.into_iter().enumerate() {
            let mut all = given(&[2, 1]);
            all.push(Given { question, answer });
            let after = Posterior::new(&bank, &all).rungs();
            let total: f64 = unscaled.iter().sum();
            for (after, unscaled) in after.into_iter().zip(unscaled) {
                assert!((after - unscaled / total).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn it_stops_only_when_every_dimension_was_touched() {
        let bank = Bank::new(&forked());
        assert!(!Posterior::new(&bank, &given(&[0, 0, 0])).is_enough());
    }
}
