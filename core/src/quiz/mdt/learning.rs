//! Where answers stand and how readers answer, learnt from recorded answers.
//!
//! The author's `is` is only a prior. Expectation-maximization with the engine's own model corrects it: given where answers
//! stand, each reader has a belief over rungs, styles and offsets (a known rung is certain); given those beliefs, answers
//! move to where their readers stand. The second step is one step of Fisher scoring (Lange, "A gradient algorithm locally
//! equivalent to the EM algorithm", 1995). The inverse of the information also gives the standard errors.

use super::super::answers::Answers;
use super::item_bank::{ItemBank, ability_points, anchors};
use super::likelihood::{AT_LEVEL, ResponseStyle, STYLES};
use super::matrix::{Matrix, dot, inverse, mean, zeros};
use super::posterior::Posterior;
use super::scores::{Scores, carelessness, cells};
use crate::ladder::{Ladder, Question, RungId};

/// An answer stands this far from where its author thinks, as a standard deviation in rungs: about what ten readers with
/// known rungs tell.
const ANSWER_SHIFT: f64 = 0.3;

/// All answers of a question stand off by this in common, until the questions themselves show how far they do.
const QUESTION_SHIFT: f64 = 0.15;

/// The number of questions that this prior is worth.
const QUESTION_SHIFT_WORTH: f64 = 6.0;

/// The number of readers that the prior of the styles is worth.
const STYLES_WORTH: f64 = 100.0;

/// The number of readers that the prior is worth by which answers stand right on average.
const COMMON_SHIFT_WORTH: f64 = 10.0;

/// The answers of all questions stand off by at most this much on average, in rungs. Far readers are rather careless.
const MOST_COMMON_SHIFT: f64 = 1.0;

/// From readers of whom all are on one rung nothing can be learnt: their answers do not show where the next rung begins. So
/// they count less, unless at least one in this many is on another rung than most.
const OTHERS_NEEDED: f64 = 3.0;

/// The number of readers that the prior of their habits is worth.
const HABITS_WORTH: f64 = 5.0;

/// The standard deviation of a habit among readers, until they show it: a fraction of answers or areas, or rungs.
const HABITS_SPREAD: f64 = 0.25;

/// Self-ratings that differ by this much lead to the same answers, so they cannot be told apart. In rungs.
const SAME_ANSWERS: f64 = 0.2;

/// The part of a habit that the styles cannot express, as a standard deviation: a fraction of answers or areas.
const HABITS_DOUBT: f64 = 0.02;

/// An answer moves at most this far in one round, in rungs.
const LONGEST_STEP: f64 = 0.5;

/// The part of a step that is taken, since all questions move at once.
const DAMPING: f64 = 0.8;

/// An answer stands at most this far from its `is`, in rungs: the limit of the format.
const FARTHEST: f64 = 9.0;

/// A reader with more answers is taken for several: the product of all their chances would be too small for a number.
const MOST_ANSWERS: usize = 80;

const MOST_ROUNDS: usize = 40;

/// The learning ends when no answer moves by more, in rungs.
const SHORTEST_STEP: f64 = 0.005;

/// The recorded answers of one reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// The answers, with the title if it is known.
    pub answers: Answers,
    /// The rung that the reader is known to stand on.
    pub rung: Option<RungId>,
}

/// A number with its standard error.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// The likeliest value.
    pub value: f64,
    /// The standard deviation of the belief about it.
    pub error: f64,
}

/// What recorded answers tell about a ladder's questions and readers.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    /// Per question and answer: how far above its `is` it stands, in rungs.
    pub shifts: Vec<Vec<Estimate>>,
    /// Per question, answer and rung: the readers on the rung who gave the answer, as far as their rungs are known.
    pub readers: Vec<Vec<Vec<f64>>>,
    /// The fraction of readers with each response style, in the order of the engine.
    pub styles: Vec<f64>,
    /// The fraction of answers that are given without regard to the question, 0 to 1.
    pub careless: Estimate,
    /// How far readers rate themselves above where they stand, in rungs.
    pub lenient: Estimate,
    /// The fraction of dimensions in which a reader is a rung or more off the level of their rung, 0 to 1.
    pub uneven: Estimate,
}

impl Learnt {
    /// Learns from readers. Numbers that the ladder has already learnt are left aside.
    #[must_use]
    pub fn new(ladder: &Ladder, readers: &[Recorded]) -> Self {
        let readers = &split(readers);
        let mut shifts: Vec<Vec<f64>> =
            ladder.questions.iter().map(|question| vec![0.0; question.answers.len()]).collect();
        let mut styles = STYLES.map(|style| style.prior.value()).to_vec();
        let mut prior = Prior { mean: 0.0, variance: QUESTION_SHIFT.powi(2) };
        let mut round = Round::new(&with(ladder, &shifts, &styles), readers);
        for _ in 0..MOST_ROUNDS {
            let mut longest: f64 = 0.0;
            for (shifts, evidence) in shifts.iter_mut().zip(&round.questions) {
                let steps = evidence.step(shifts, &prior);
                for (shift, step) in shifts.iter_mut().zip(steps) {
                    let moved = (*shift + DAMPING * step).clamp(-FARTHEST, FARTHEST);
                    longest = longest.max((moved - *shift).abs());
                    *shift = moved;
                }
            }
            let mean = round.common_shift(&shifts);
            prior = Prior { mean, variance: round.question_variance(&shifts, &prior) };
            styles = round.shares(readers.len());
            round = Round::new(&with(ladder, &shifts, &styles), readers);
            if longest < SHORTEST_STEP {
                break;
            }
        }
        round.learnt(&prior, &shifts, styles)
    }

    /// The ladder with these numbers.
    #[must_use]
    pub fn apply(&self, ladder: &Ladder) -> Ladder {
        let shifts: Vec<Vec<f64>> =
            self.shifts.iter().map(|shifts| shifts.iter().map(|shift| shift.value).collect()).collect();
        with(ladder, &shifts, &self.styles)
    }
}

/// The same readers, each with at most [`MOST_ANSWERS`] answers.
fn split(readers: &[Recorded]) -> Vec<Recorded> {
    let parts = readers.iter().flat_map(|reader| {
        reader.answers.responses.chunks(MOST_ANSWERS).map(|responses| Recorded {
            answers: Answers { title: reader.answers.title, responses: responses.to_vec() },
            rung: reader.rung,
        })
    });
    parts.collect()
}

/// The ladder with answers that stand this many rungs above their `is`, and these fractions of styles.
fn with(ladder: &Ladder, shifts: &[Vec<f64>], styles: &[f64]) -> Ladder {
    let mut parts = ladder.clone().into_parts();
    for (question, shifts) in parts.questions.iter_mut().zip(shifts) {
        for (answer, shift) in question.answers.iter_mut().zip(shifts) {
            answer.shift = hundredths(*shift);
        }
    }
    // No style is impossible.
    parts.readers = styles.iter().map(|share| hundredths(*share).max(1).unsigned_abs()).collect();
    Ladder::new(parts)
}

#[expect(clippy::cast_possible_truncation, reason = "at most a few hundred")]
fn hundredths(number: f64) -> i16 {
    (number * 100.0).round() as i16
}

/// What is known about the shift of a question before its answers.
struct Prior {
    /// In rungs.
    mean: f64,
    /// In squared rungs.
    variance: f64,
}

/// What the beliefs about all readers say about one question.
struct Evidence {
    /// Per answer: the slope of the logarithm of the likelihood where it stands.
    slopes: Vec<f64>,
    /// Per pair of answers: the information about where they stand.
    information: Matrix,
    /// Per answer and rung.
    readers: Vec<Vec<f64>>,
}

impl Evidence {
    /// The prior's and the readers' information together.
    fn precision(&self, prior: &Prior) -> Matrix {
        let (own, common) = (ANSWER_SHIFT.powi(2), prior.variance);
        let count = self.slopes.len() as f64;
        let mut sum = self.information.clone();
        for (row, line) in sum.iter_mut().enumerate() {
            for (column, number) in line.iter_mut().enumerate() {
                // The inverse of a covariance of `common` between any two answers, and of `own` more for each.
                *number += (f64::from(u8::from(row == column)) - common / (own + count * common)) / own;
            }
        }
        sum
    }

    fn is_answered(&self) -> bool {
        self.readers.iter().flatten().any(|&count| count > 0.0)
    }

    /// How far each answer moves, in rungs.
    fn step(&self, shifts: &[f64], prior: &Prior) -> Vec<f64> {
        let precision = self.precision(prior);
        let slopes = self.slopes.iter().enumerate().map(|(row, slope)| {
            let of_prior = (0..shifts.len()).map(|column| precision[row][column] - self.information[row][column]);
            slope - of_prior.zip(shifts).map(|(precision, shift)| precision * (shift - prior.mean)).sum::<f64>()
        });
        let slopes: Vec<f64> = slopes.collect();
        let steps = inverse(precision).into_iter().map(|row| dot(&row, &slopes).clamp(-LONGEST_STEP, LONGEST_STEP));
        steps.collect()
    }
}

/// The beliefs about all readers, summed up.
struct Round {
    questions: Vec<Evidence>,
    /// Per style: the number of readers.
    styles: Vec<f64>,
    readers: Vec<Habits>,
}

/// How one reader answers, as far as their answers show.
struct Habits {
    /// The fraction of their answers that are given without regard to the question.
    careless: f64,
    /// How far they rate themselves above where they stand, in rungs.
    lenient: f64,
    /// The fraction of the dimensions that they answered about in which they are off the level of their rung.
    uneven: f64,
}

impl Round {
    fn new(ladder: &Ladder, readers: &[Recorded]) -> Self {
        let bank = ItemBank::new(ladder);
        let (abilities, _) = ability_points(&bank.levels);
        let scores: Vec<Scores> =
            ladder.questions.iter().map(|question| Scores::new(&anchors(question, &bank.levels), &abilities)).collect();
        let evidence = |question: &Question| Evidence {
            slopes: vec![0.0; question.answers.len()],
            information: zeros(question.answers.len()),
            readers: vec![vec![0.0; bank.levels.len()]; question.answers.len()],
        };
        let mut round = Self {
            questions: ladder.questions.iter().map(evidence).collect(),
            styles: vec![0.0; STYLES.len()],
            readers: Vec::new(),
        };
        for reader in readers {
            round.add(&bank, &scores, reader);
        }
        round.discount();
        round
    }

    /// Lets readers count less if most of them are on one rung. Answers that nobody gave do not move by themselves.
    fn discount(&mut self) {
        let rungs = |evidence: &Evidence| -> Vec<f64> {
            let count = evidence.readers.first().map_or(0, Vec::len);
            (0..count).map(|rung| evidence.readers.iter().map(|readers| readers[rung]).sum()).collect()
        };
        for evidence in &mut self.questions {
            let rungs = rungs(evidence);
            let most = rungs.iter().copied().fold(0.0, f64::max) / rungs.iter().sum::<f64>().max(1.0);
            let worth = (OTHERS_NEEDED * (1.0 - most)).clamp(0.0, 1.0);
            let is_given: Vec<bool> =
                evidence.readers.iter().map(|readers| readers.iter().sum::<f64>() > 0.0).collect();
            for (row, line) in evidence.information.iter_mut().enumerate() {
                let of = |given: bool| if given { worth } else { 0.0 };
                line.iter_mut().zip(&is_given).for_each(|(number, &given)| *number *= of(given && is_given[row]));
                evidence.slopes[row] *= of(is_given[row]);
            }
        }
    }

    fn add(&mut self, bank: &ItemBank, scores: &[Scores], reader: &Recorded) {
        let mut posterior = Posterior::new(bank, &reader.answers);
        if let Some(known) = reader.rung {
            posterior.keep_only(known);
        }
        let rungs = posterior.rungs();
        let weights: Vec<_> = (0..bank.dimensions).map(|dimension| posterior.weights(dimension)).collect();
        let mut careless = Vec::new();
        for response in reader.answers.responses.iter().filter(|response| !bank.is_not_applicable(response)) {
            let question = response.question.index();
            let item = &bank.items[question];
            let evidence = &mut self.questions[question];
            let cells = cells(&weights[item.about], bank, item.about);
            careless.push(carelessness(item, &cells, response.answer));
            scores[question].add(item, &cells, response.answer, &mut evidence.slopes, &mut evidence.information);
            evidence.readers[response.answer].iter_mut().zip(&rungs).for_each(|(sum, rung)| *sum += rung);
        }
        let styles: Vec<f64> =
            (0..STYLES.len()).map(|style| posterior.joint.iter().map(|styles| styles[style]).sum()).collect();
        self.styles.iter_mut().zip(&styles).for_each(|(sum, style)| *sum += style);
        let off_level = |dimension: usize| -> f64 {
            let weights = weights[dimension].iter().flatten();
            weights.map(|weights| weights.iter().sum::<f64>() - weights[AT_LEVEL]).sum()
        };
        let uneven: Vec<f64> = (0..bank.dimensions).filter(|&it| posterior.is_asked(it)).map(off_level).collect();
        if !careless.is_empty() {
            self.readers.push(Habits {
                careless: mean(&careless),
                lenient: styles.iter().zip(&STYLES).map(|(share, style)| share * style.leniency.value()).sum(),
                uneven: mean(&uneven),
            });
        }
    }

    /// The variance of what the answers of a question have in common, in squared rungs.
    fn question_variance(&self, shifts: &[Vec<f64>], prior: &Prior) -> f64 {
        let (mut sum, mut questions) = (QUESTION_SHIFT_WORTH * QUESTION_SHIFT.powi(2), QUESTION_SHIFT_WORTH);
        for (shifts, evidence) in shifts.iter().zip(&self.questions) {
            let count = shifts.len() as f64;
            let covariance: f64 = inverse(evidence.precision(prior)).iter().flatten().sum();
            sum += ((mean(shifts) - prior.mean).powi(2) + (covariance / count - ANSWER_SHIFT.powi(2)) / count).max(0.0);
            questions += 1.0;
        }
        sum / questions
    }

    /// The fraction of readers with each style.
    fn shares(&self, readers: usize) -> Vec<f64> {
        let share = |(style, count): (&ResponseStyle, &f64)| {
            (STYLES_WORTH * style.prior.value() + count) / (STYLES_WORTH + readers as f64)
        };
        STYLES.iter().zip(&self.styles).map(share).collect()
    }

    /// How far the answers of all questions stand off on average, in rungs. Readers who rate themselves higher than the engine
    /// supposes give answers that seem to stand too low.
    fn common_shift(&self, shifts: &[Vec<f64>]) -> f64 {
        let answered = shifts.iter().zip(&self.questions).filter(|(_, evidence)| evidence.is_answered());
        let means: Vec<f64> = answered.map(|(shifts, _)| mean(shifts)).collect();
        let readers = self.readers.len() as f64;
        let shift = mean(&means) * readers / (readers + COMMON_SHIFT_WORTH);
        shift.clamp(-MOST_COMMON_SHIFT, MOST_COMMON_SHIFT)
    }

    fn learnt(self, prior: &Prior, shifts: &[Vec<f64>], styles: Vec<f64>) -> Learnt {
        let errors = |evidence: &Evidence| {
            let covariance = inverse(evidence.precision(prior)).into_iter().enumerate();
            covariance.map(|(row, line)| line[row].sqrt()).collect::<Vec<f64>>()
        };
        let estimate = |(&value, error): (&f64, f64)| Estimate { value, error };
        let lenient = self.habit(|reader| reader.lenient, |style| style.leniency.value());
        Learnt {
            careless: self.habit(|reader| reader.careless, |style| style.slip.value()),
            lenient: Estimate { value: lenient.value - prior.mean, error: lenient.error.hypot(SAME_ANSWERS) },
            uneven: self.habit(|reader| reader.uneven, |style| 1.0 - style.offsets(0.0)[AT_LEVEL]),
            shifts: shifts
                .iter()
                .zip(&self.questions)
                .map(|(shifts, evidence)| shifts.iter().zip(errors(evidence)).map(estimate).collect())
                .collect(),
            readers: self.questions.into_iter().map(|evidence| evidence.readers).collect(),
            styles,
        }
    }

    /// A habit of readers on average, with what the engine supposes as the prior.
    fn habit(&self, of: fn(&Habits) -> f64, of_style: fn(&ResponseStyle) -> f64) -> Estimate {
        let values = self.readers.iter().map(of);
        let count = HABITS_WORTH + self.readers.len() as f64;
        let prior: f64 = STYLES.iter().map(|style| style.prior.value() * of_style(style)).sum();
        let value = (HABITS_WORTH * prior + values.clone().sum::<f64>()) / count;
        let spread = HABITS_WORTH * HABITS_SPREAD.powi(2) + values.map(|it| (it - value).powi(2)).sum::<f64>();
        Estimate { value, error: (spread.sqrt() / count).hypot(HABITS_DOUBT) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::answers::{Response, Title};
    use super::super::super::test_ladder::{forked, responses};
    use super::*;
    use crate::ladder::QuestionId;

    /// A reader with these answers to the questions of the forked ladder in turn.
    fn reader(rung: usize, answers: &[usize]) -> Recorded {
        Recorded { answers: responses(answers), rung: Some(RungId::new(rung)) }
    }

    /// Readers of all rungs of the first track. Those of a rung answer the first question as `first` says, and the others
    /// with the answer of their rung.
    fn readers(first: fn(usize) -> usize) -> Vec<Recorded> {
        (0..60)
            .map(|number| number % 3)
            .map(|rung| reader(rung, &[first(rung), rung, rung, rung, rung, rung]))
            .collect()
    }

    /// Readers whose answers have nothing to do with their rungs.
    fn random(count: usize) -> Vec<Recorded> {
        let answer = |number: usize, question: usize| (number / 3 * (question + 2) + question * question) % 3;
        let answers = |number| std::array::from_fn::<_, 6, _>(|question| answer(number, question));
        (0..count).map(|number| reader(number % 3, &answers(number))).collect()
    }

    fn mean(shifts: &[Estimate]) -> f64 {
        super::mean(&shifts.iter().map(|shift| shift.value).collect::<Vec<f64>>())
    }

    #[test]
    fn a_question_that_readers_take_for_harder_moves_down() {
        let learnt = Learnt::new(&forked(), &readers(|rung| (rung + 1).min(2)));
        let relative: Vec<f64> = learnt.shifts.iter().map(|shifts| mean(shifts) - mean(&learnt.shifts[3])).collect();
        assert!(relative[0] < -0.3, "{relative:?}");
        assert!(relative[4..].iter().all(|shift| shift.abs() < 0.05), "{relative:?}");
    }

    #[test]
    fn readers_of_one_rung_teach_nothing() {
        let readers: Vec<Recorded> = (0..100).map(|_| reader(0, &[0; 6])).collect();
        let learnt = Learnt::new(&forked(), &readers);
        assert!(learnt.shifts.iter().flatten().all(|shift| shift.value.abs() < 0.02), "{:?}", learnt.shifts);
    }

    #[test]
    fn few_readers_move_little_and_leave_more_doubt() {
        let all = readers(|rung| (rung + 1).min(2));
        let [few, many] = [&all[..3], &all[..]].map(|readers| Learnt::new(&forked(), readers));
        let first = |learnt: &Learnt| mean(&learnt.shifts[0]) - mean(&learnt.shifts[3]);
        assert!(first(&few).abs() < 0.8 * first(&many).abs(), "{} {}", first(&few), first(&many));
        let [few, many] = [3, 60].map(|count| Learnt::new(&forked(), &random(count)));
        assert!(few.shifts[0][1].error > many.shifts[0][1].error + 0.05, "{:?} {:?}", few.shifts, many.shifts);
        assert!(few.careless.error > many.careless.error);
    }

    #[test]
    fn answers_are_counted_on_the_rungs_of_their_readers() {
        let mut not_applicable = reader(2, &[1, 3]);
        not_applicable.answers.title = Title::Held(RungId::new(1));
        let learnt = Learnt::new(&forked(), &[reader(0, &[1]), reader(2, &[1]), not_applicable]);
        let counts = &learnt.readers[0][1];
        assert!(
            counts.iter().zip([1.0, 0.0, 2.0, 0.0]).all(|(count, expected)| (count - expected).abs() < 1e-9),
            "{counts:?}"
        );
        assert!(learnt.readers[1].iter().flatten().all(|&count| count == 0.0), "it does not apply");
        let unknown = Recorded { rung: None, ..reader(0, &[0]) };
        let counts = &Learnt::new(&forked(), &[unknown]).readers[0][0];
        assert!(
            (counts.iter().sum::<f64>() - 1.0).abs() < 1e-9 && counts[0] > counts[2] && counts[2] > 0.0,
            "{counts:?}"
        );
    }

    #[test]
    fn random_answers_show_in_the_styles() {
        let careful = Learnt::new(&forked(), &readers(|rung| rung));
        let random = Learnt::new(&forked(), &random(60));
        assert!(random.careless.value > careful.careless.value + 0.04, "{:?} {:?}", random.careless, careful.careless);
        for learnt in [&careful, &random] {
            assert!((learnt.styles.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!(learnt.styles.iter().all(|&share| share > 0.0));
        }
    }

    #[test]
    fn learnt_numbers_of_the_ladder_are_left_aside() {
        let readers = readers(|rung| (rung + 1).min(2));
        let learnt = Learnt::new(&forked(), &readers);
        let calibrated = learnt.apply(&forked());
        assert_ne!(calibrated.questions, forked().questions);
        assert_eq!(calibrated.readers.len(), STYLES.len());
        assert_eq!(Learnt::new(&calibrated, &readers), learnt);
    }

    #[test]
    fn hundreds_of_answers_of_a_reader_give_finite_numbers() {
        let mut parts = forked().into_parts();
        (0..7).for_each(|_| parts.questions.extend(parts.questions.clone()));
        let count = parts.questions.len();
        for answer in 0..3 {
            let learnt = Learnt::new(&Ladder::new(parts.clone()), &[reader(1, &vec![answer; count])]);
            assert!(count > 700 && learnt.shifts.iter().flatten().all(|shift| shift.value.abs() < 3.0), "{answer}");
            assert!(learnt.careless.value.is_finite());
        }
    }

    #[test]
    fn any_answers_give_finite_numbers() {
        use proptest::prelude::*;
        let answers = prop::collection::vec((0..6_usize, 0..4_usize), 0..10);
        let reader = (prop::option::of(0..4_usize), prop::option::of(0..4_usize), answers);
        proptest!(ProptestConfig::with_cases(40), |(readers in prop::collection::vec(reader, 0..8))| {
            let readers: Vec<Recorded> = readers.into_iter().map(|(rung, title, answers)| {
                let mut answers = answers;
                answers.sort_unstable();
                answers.dedup_by_key(|(question, _)| *question);
                let response = |(question, answer)| Response { question: QuestionId::new(question), answer };
                Recorded {
                    answers: Answers {
                        title: title.map_or(Title::NotAsked, |rung| Title::Held(RungId::new(rung))),
                        responses: answers.into_iter().map(response).collect(),
                    },
                    rung: rung.map(RungId::new),
                }
            }).collect();
            let learnt = Learnt::new(&forked(), &readers);
            let estimates = [learnt.careless, learnt.lenient, learnt.uneven];
            for estimate in learnt.shifts.iter().flatten().chain(&estimates) {
                prop_assert!(estimate.value.abs() < 9.1 && estimate.error > 0.0 && estimate.error < 2.0, "{estimate:?}");
            }
            prop_assert!(learnt.readers.iter().flatten().flatten().all(|count| count.is_finite()));
        });
    }
}
