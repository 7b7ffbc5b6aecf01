//! The best that any quiz could do in a world: a quiz that knows the world, though not the reader.
//!
//! It tries many made-up readers of the world, each weighted with the chance that they would have given the same answers
//! (importance sampling). It asks and stops by the engine's rules: each dimension first, then the question expected to leave
//! the least entropy, until none is expected to tell enough.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::choosing::View;
use super::ground_truth::GroundTruth;
use super::methods::Guess;
use super::mind::{Mind, Preference};
use super::random::Random;
use super::respondents::{Respondent, perceive, title};
use super::scenario::Scenario;
use career_ladder_core::quiz::{LEAST_GAIN, MIN_ANSWERS};

/// The made-up readers on each rung, unless the ladder is large.
const MOST_MINDS: usize = 500;

/// With fewer of them on each rung, the oracle would be no oracle any more.
const LEAST_MINDS: usize = 50;

/// The oracle keeps at most this many chances of answers, in four bytes each, for all titles together.
const MAX_CHANCES: usize = 50_000_000;

/// The made-up authors over whom the chance of an answer is averaged.
const AUTHORS: usize = 48;

/// The readers on each rung from whom the frequencies of titles are counted.
const TITLES: usize = 4_000;

/// Self-ratings are rounded to this part of a rung, so that one table serves many readers.
const GRAIN: f64 = 16.0;

/// A quiz for one world.
pub(super) struct Oracle<'a> {
    truth: &'a GroundTruth,
    scenario: &'a Scenario,
    /// The made-up readers, rung after rung.
    minds: Vec<Mind>,
    /// The number of them on each rung.
    minds_per_rung: usize,
    /// Per made-up author, question and answer: the level that readers take the answer for.
    authors: Vec<Vec<Vec<f64>>>,
    /// Per rung and title: how often a reader on the rung holds the title.
    titles: Vec<Vec<f64>>,
    /// Per title of the reader: the chances of answers. One for all titles in a world in which the title changes no answer.
    chances: Vec<OnceCell<Vec<Chances>>>,
}

/// Per answer of one question: the chance that each mind chooses it on consideration.
type Chances = Vec<Vec<f32>>;

/// The oracle's belief about one reader: the weight of each mind.
type Weights = Vec<f32>;

/// The number of made-up readers on each rung; `None` if the ladder is so large that there would be too few.
pub(super) fn minds_per_rung(truth: &GroundTruth) -> Option<usize> {
    let (rungs, answers) =
        (truth.required.len(), truth.questions.iter().map(|(_, anchors)| anchors.len()).sum::<usize>());
    // The chances depend on the reader's title in some worlds.
    let fitting = MAX_CHANCES / (rungs * rungs * answers).max(1);
    (fitting >= LEAST_MINDS).then_some(fitting.min(MOST_MINDS))
}

impl<'a> Oracle<'a> {
    /// `None` if the ladder is too large.
    pub(super) fn new(truth: &'a GroundTruth, scenario: &'a Scenario, seed: u64) -> Option<Self> {
        let minds_per_rung = minds_per_rung(truth)?;
        let mut random = Random::new(seed, "oracle");
        let rungs = truth.required.len();
        let rate = |random: &mut Random, rung| {
            // No title is impossible.
            let mut counts = vec![1.0; rungs];
            (0..TITLES).for_each(|_| counts[title(truth, scenario, rung, random)] += 1.0);
            counts
        };
        let mind = |index: usize| Mind::new(truth, scenario, index / minds_per_rung, &mut random);
        Some(Self {
            truth,
            scenario,
            minds: (0..rungs * minds_per_rung).map(mind).collect(),
            minds_per_rung,
            authors: (0..AUTHORS).map(|_| perceive(truth, scenario, &mut random)).collect(),
            titles: (0..rungs).map(|rung| rate(&mut random, rung)).collect(),
            chances: vec![OnceCell::new(); if scenario.drift > 0.0 { rungs } else { 1 }],
        })
    }

    /// Places a reader with at most `most` answers, the title included.
    pub(super) fn place(&self, reader: &Respondent, most: usize) -> Guess {
        let chances = self.chances_with(reader.title);
        let mut weights: Weights =
            (0..self.minds.len()).map(|mind| single(self.titles[mind / self.minds_per_rung][reader.title])).collect();
        let mut questions = Vec::new();
        let mut probabilities = self.probabilities(&weights);
        while questions.len() + 1 < most
            && let Some((question, left)) = self.next(chances, &weights, &questions)
            && (entropy(&probabilities) - left >= LEAST_GAIN || !self.covers_enough(&questions))
        {
            let answer = reader.answer(question, questions.len());
            let [slip, considered] = self.mixture(question, questions.len());
            for (weight, chance) in weights.iter_mut().zip(&chances[question][answer]) {
                *weight *= slip + considered * chance;
            }
            questions.push(question);
            probabilities = self.probabilities(&weights);
        }
        let best = (0..probabilities.len()).max_by(|&a, &b| probabilities[a].total_cmp(&probabilities[b]));
        Guess { rung: best.unwrap_or(0), probabilities, asked: questions.len() + 1, questions }
    }

    /// The probability of each rung.
    fn probabilities(&self, weights: &Weights) -> Vec<f64> {
        let rungs = weights.chunks(self.minds_per_rung);
        let sums: Vec<f64> = rungs.map(|weights| f64::from(weights.iter().sum::<f32>())).collect();
        let total: f64 = sums.iter().sum();
        sums.into_iter().map(|sum| sum / total).collect()
    }

    /// The part of an answer's chance that carelessness adds, and the factor of its chance on consideration.
    fn mixture(&self, question: usize, asked: usize) -> [f32; 2] {
        let slip = self.scenario.slip_after(asked);
        [slip / self.truth.questions[question].1.len() as f64, 1.0 - slip].map(single)
    }

    /// Whether there were questions about enough dimensions.
    fn covers_enough(&self, asked: &[usize]) -> bool {
        let about = |question: usize| self.truth.questions[question].0;
        let count = |is: &dyn Fn(usize) -> bool| (0..self.truth.required[0].len()).filter(|&it| is(it)).count();
        let askable = count(&|dimension| self.truth.questions.iter().any(|question| question.0 == dimension));
        count(&|dimension| asked.iter().any(|&question| about(question) == dimension)) >= askable.min(MIN_ANSWERS)
    }

    /// The question expected to leave the least entropy, with that entropy in nats; those about new dimensions first.
    fn next(&self, chances: &[Chances], weights: &Weights, asked: &[usize]) -> Option<(usize, f64)> {
        let about = |question: usize| self.truth.questions[question].0;
        let is_fresh = |&question: &usize| asked.iter().all(|&other| about(other) != about(question));
        let mut open: Vec<usize> = (0..chances.len()).filter(|question| !asked.contains(question)).collect();
        if open.iter().any(is_fresh) {
            open.retain(is_fresh);
        }
        let entropy = |question: usize| self.expected_entropy(question, &chances[question], weights, asked.len());
        let entropies = open.into_iter().map(|question| (question, entropy(question)));
        let (question, entropy) = entropies.min_by(|a, b| a.1.total_cmp(&b.1))?;
        Some((question, f64::from(entropy / weights.iter().sum::<f32>())))
    }

    /// The entropy over rungs after the answer, on average, times the sum of all weights.
    fn expected_entropy(&self, question: usize, chances: &Chances, weights: &Weights, asked: usize) -> f32 {
        let [slip, considered] = self.mixture(question, asked);
        let plogp = |p: f32| if p > 0.0 { p * p.ln() } else { 0.0 };
        let mut entropy = 0.0;
        for chances in chances {
            let joint = chances.chunks(self.minds_per_rung).zip(weights.chunks(self.minds_per_rung)).map(
                |(chances, weights)| {
                    let considered_answer: f32 =
                        chances.iter().zip(weights).map(|(chance, weight)| chance * weight).sum();
                    slip * weights.iter().sum::<f32>() + considered * considered_answer
                },
            );
            let joint: Vec<f32> = joint.collect();
            entropy += plogp(joint.iter().sum()) - joint.into_iter().map(plogp).sum::<f32>();
        }
        entropy
    }

    /// The chances of answers for readers who hold a title.
    fn chances_with(&self, title: usize) -> &[Chances] {
        let index = if self.chances.len() > 1 { title } else { 0 };
        self.chances[index]
            .get_or_init(|| (0..self.truth.questions.len()).map(|it| self.chances_of(it, title)).collect())
    }

    fn chances_of(&self, question: usize, title: usize) -> Chances {
        let (about, anchors) = &self.truth.questions[question];
        let mut known: HashMap<(i64, Option<Preference>), Vec<f64>> = HashMap::new();
        let mut chances = vec![Vec::with_capacity(self.minds.len()); anchors.len()];
        for mind in &self.minds {
            let self_rating = mind.self_rating(self.scenario, *about, self.truth.required[title][*about]);
            #[expect(clippy::cast_possible_truncation, reason = "a few hundred at most")]
            let rounded = (self_rating * GRAIN).round() as i64;
            let mean = known
                .entry((rounded, mind.preference))
                .or_insert_with(|| self.mean_chances(question, rounded as f64 / GRAIN, mind));
            chances.iter_mut().zip(mean).for_each(|(chances, chance)| chances.push(single(*chance)));
        }
        chances
    }

    /// The chance of each answer on consideration, on average over authors.
    fn mean_chances(&self, question: usize, self_rating: f64, mind: &Mind) -> Vec<f64> {
        let mut random = Random::new(0, "the option that stands first");
        let mut mean = vec![0.0; self.truth.questions[question].1.len()];
        for author in &self.authors {
            let perceived = &author[question];
            let view = View { perceived, self_rating, preferred: mind.preferred(perceived, &mut random) };
            let chances = view.chances(self.scenario.choice);
            mean.iter_mut().zip(chances).for_each(|(mean, chance)| *mean += chance / AUTHORS as f64);
        }
        mean
    }
}

/// Half the memory, which is most of the time.
#[expect(clippy::cast_possible_truncation, reason = "seven digits are enough for a chance")]
fn single(number: f64) -> f32 {
    number as f32
}

/// In nats.
fn entropy(probabilities: &[f64]) -> f64 {
    -probabilities.iter().filter(|&&p| p > 0.0).map(|p| p * p.ln()).sum::<f64>()
}
