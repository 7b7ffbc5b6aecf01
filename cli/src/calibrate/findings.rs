//! What the learnt numbers mean for the author.

use career_ladder_core::ladder::{Ladder, Question, QuestionId, RungId};
use career_ladder_core::quiz::{Estimate, Learnt, Quiz, Recorded};

/// Nine of ten values of a normal distribution are within this many standard deviations.
const NINE_OF_TEN: f64 = 1.645;

/// An answer is reported only if it is off by this many standard deviations. With some hundred answers a ladder would else
/// have a few by chance alone.
const SURE: f64 = 2.6;

/// And if it is off by this many rungs. Less may come from readers who answer otherwise than the quiz supposes.
const WORTH_SAYING: f64 = 0.5;

/// With fewer readers nothing is said about a question by itself.
pub(super) const ENOUGH: usize = 20;

/// A question tells something if its answers go with the levels of its readers at least so well, as a correlation.
const TELLING: f64 = 0.3;

/// A number with the range that holds it in nine cases of ten.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    pub(super) value: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Range {
    fn new(Estimate { value, error }: Estimate) -> Self {
        Self { value, low: value - NINE_OF_TEN * error, high: value + NINE_OF_TEN * error }
    }

    fn plus(self, number: f64) -> Self {
        Self { value: self.value + number, low: self.low + number, high: self.high + number }
    }
}

/// An answer is reported only if so many readers gave it.
const GIVERS: f64 = 3.0;

/// An answer that stands elsewhere than its author thinks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Moved {
    pub(super) question: usize,
    pub(super) answer: usize,
    /// Where its author thinks, in rungs of the first track.
    pub(super) was: f64,
    /// The titles of the rungs that its author names.
    pub(super) stated: String,
    /// The title of the rung that it is typical of, and the rungs at both ends of the range.
    pub(super) found: [String; 3],
    /// Where readers take it to stand.
    pub(super) is: Range,
    /// The readers who gave it and who stand nearer to that, and all who gave it.
    pub(super) nearer: [usize; 2],
    /// How many other answers of the question stand elsewhere in the same direction.
    pub(super) others: usize,
}

impl Moved {
    fn distance(&self) -> f64 {
        (self.is.value - self.was).abs()
    }
}

/// All that is said.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Findings {
    /// The readers whose rung is known, and the others.
    pub(super) readers: [usize; 2],
    /// One for each question, the farthest first.
    pub(super) moved: Vec<Moved>,
    /// The most readers who answered a question.
    pub(super) answered: usize,
    /// Questions whose answers say nothing about the reader's level, with the readers who answered.
    pub(super) silent: Vec<(usize, usize)>,
    /// Questions and answers that nobody gives, with the readers who answered the question.
    pub(super) unused: Vec<(usize, usize, usize)>,
    pub(super) careless: Range,
    pub(super) lenient: Range,
    pub(super) uneven: Range,
}

impl Findings {
    pub(super) fn new(ladder: &Ladder, readers: &[Recorded], learnt: &Learnt) -> Self {
        let shifts: Vec<f64> = learnt.shifts.iter().flatten().map(|shift| shift.value).collect();
        let common = shifts.iter().sum::<f64>() / shifts.len() as f64;
        let scale = Scale { quiz: Quiz::new(ladder), ladder, common };
        let known = readers.iter().filter(|reader| reader.rung.is_some()).count();
        let questions = 0..ladder.questions.len();
        let mut moved: Vec<Moved> = questions.clone().filter_map(|question| scale.moved(question, learnt)).collect();
        moved.sort_by(|one, other| other.distance().total_cmp(&one.distance()));
        let answered = |question: usize| whole(learnt.readers[question].iter().flatten().sum());
        let most = questions.clone().map(answered).max().unwrap_or_default();
        let unused = questions.clone().filter(|&question| answered(question) >= ENOUGH).flat_map(|question| {
            let scale = &scale;
            let nobody = move |answer: &usize| {
                learnt.readers[question][*answer].iter().sum::<f64>() == 0.0
                    && scale.readers_near(question, *answer, learnt) >= GIVERS
            };
            let answers = (0..ladder.questions[question].answers.len()).filter(nobody);
            answers.map(move |answer| (question, answer, answered(question)))
        });
        let unused = unused.collect();
        let silent: Vec<(usize, usize)> = questions
            .filter_map(|question| {
                let pairs = scale.pairs(question, readers, learnt);
                (pairs.len() >= ENOUGH && highest_correlation(&pairs) < TELLING).then_some((question, pairs.len()))
            })
            .collect();
        moved.retain(|moved| silent.iter().all(|(silent, _)| *silent != moved.question));
        Self {
            readers: [known, readers.len() - known],
            moved,
            answered: most,
            silent,
            unused,
            careless: Range::new(learnt.careless),
            lenient: Range::new(learnt.lenient),
            uneven: Range::new(learnt.uneven),
        }
    }
}

/// The levels of rungs and answers.
struct Scale<'l> {
    quiz: Quiz,
    ladder: &'l Ladder,
    /// How far all answers stand off on average, in rungs. That says how readers rate themselves, and nothing about an answer.
    common: f64,
}

impl Scale<'_> {
    fn level(&self, question: &Question, rung: RungId) -> f64 {
        self.quiz.required_level(rung, question.about)
    }

    /// The level that the author gives an answer.
    fn author(&self, question: &Question, answer: usize) -> f64 {
        let is = &question.answers[answer].is;
        is.iter().map(|&rung| self.level(question, rung)).sum::<f64>() / is.len() as f64
    }

    /// The title of the rung that asks for a level nearest to this one in the question's dimension.
    fn nearest(&self, question: &Question, level: f64) -> String {
        let distance = |rung: RungId| (self.level(question, rung) - level).abs();
        let nearest = self.ladder.rung_ids().min_by(|one, other| distance(*one).total_cmp(&distance(*other)));
        nearest.map_or_else(String::new, |rung| self.ladder.rung(rung).title.clone())
    }

    /// The readers who answered a question and stand where an answer does, so that one of them might have given it.
    fn readers_near(&self, index: usize, answer: usize, learnt: &Learnt) -> f64 {
        let question = self.ladder.question(QuestionId::new(index));
        let level = self.author(question, answer);
        let is_near = |rung: RungId| (self.level(question, rung) - level).abs() <= 0.5;
        let on = |rung: RungId| learnt.readers[index].iter().map(|readers| readers[rung.index()]).sum::<f64>();
        self.ladder.rung_ids().filter(|&rung| is_near(rung)).map(on).sum()
    }

    /// The titles of the rungs that the author names for an answer.
    fn stated(&self, question: &Question, answer: usize) -> String {
        let titles: Vec<&str> = question.answers[answer].is.iter().map(|&is| &*self.ladder.rung(is).title).collect();
        titles.join(" or ")
    }

    /// The answer of a question that stands farthest elsewhere.
    fn moved(&self, index: usize, learnt: &Learnt) -> Option<Moved> {
        let question = self.ladder.question(QuestionId::new(index));
        let moved = learnt.shifts[index].iter().enumerate().filter_map(|(answer, &shift)| {
            let was = self.author(question, answer);
            let is = Range::new(shift).plus(was - self.common);
            let readers = &learnt.readers[index][answer];
            let count: f64 = readers.iter().sum();
            let is_nearer = |rung: RungId| {
                let level = self.level(question, rung);
                (level - is.value).abs() < (level - was).abs()
            };
            let nearer: f64 =
                self.ladder.rung_ids().zip(readers).filter(|(rung, _)| is_nearer(*rung)).map(|it| it.1).sum();
            let nearer = [nearer, count].map(whole);
            let off = (is.value - was).abs();
            // Beyond the ends there is no rung, and nothing to say.
            let top = self.ladder.top_height();
            let is_beyond = is.value < was && was <= 0.0 || is.value > was && was >= top;
            (off >= WORTH_SAYING && off > SURE * shift.error && count >= GIVERS && !is_beyond).then_some(Moved {
                question: index,
                answer,
                was,
                stated: self.stated(question, answer),
                found: [is.value, is.low, is.high].map(|level| self.nearest(question, level)),
                is,
                nearer,
                others: 0,
            })
        });
        let moved: Vec<Moved> = moved.collect();
        let farthest = moved.iter().max_by(|one, other| one.distance().total_cmp(&other.distance()))?;
        let is_same_way = |other: &&Moved| (other.is.value > other.was) == (farthest.is.value > farthest.was);
        let others = moved.iter().filter(is_same_way).count() - 1;
        Some(Moved { others, ..farthest.clone() })
    }

    /// Per reader with a known rung who answered the question: their level, and that of their answer.
    fn pairs(&self, index: usize, readers: &[Recorded], learnt: &Learnt) -> Vec<[f64; 2]> {
        let question = self.ladder.question(QuestionId::new(index));
        let pairs = readers.iter().filter_map(|reader| {
            let response = reader.answers.responses.iter().find(|response| response.question.index() == index)?;
            let shift = learnt.shifts[index].get(response.answer)?;
            Some([self.level(question, reader.rung?), self.author(question, response.answer) + shift.value])
        });
        pairs.collect()
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of readers")]
fn whole(number: f64) -> usize {
    number.round() as usize
}

/// The upper end of the range in which the correlation is in nine cases of ten (Fisher, 1915); 1 if all levels are the same,
/// which tells nothing about the question.
fn highest_correlation(pairs: &[[f64; 2]]) -> f64 {
    // Not by the products: sums of equal numbers are off in the last digit.
    let is_same = |it: usize| pairs.iter().all(|pair| pair[it] == pairs[0][it]);
    if is_same(0) {
        return 1.0;
    }
    if is_same(1) {
        return 0.0;
    }
    let count = pairs.len() as f64;
    let mean = [0, 1].map(|it| pairs.iter().map(|pair| pair[it]).sum::<f64>() / count);
    let product = |a: usize, b: usize| pairs.iter().map(|pair| (pair[a] - mean[a]) * (pair[b] - mean[b])).sum::<f64>();
    let correlation = product(0, 1) / (product(0, 0) * product(1, 1)).sqrt();
    (correlation.clamp(-0.999, 0.999).atanh() + NINE_OF_TEN / (count - 3.0).sqrt()).tanh()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_silent_only_where_its_answers_do_not_go_with_levels() {
        let pairs = |answer: fn(usize) -> usize| -> Vec<[f64; 2]> {
            (0..60).map(|reader| [(reader % 6) as f64, answer(reader) as f64]).collect()
        };
        assert!(highest_correlation(&pairs(|reader| reader % 6)) > 0.99);
        assert!(highest_correlation(&pairs(|reader| reader / 6 % 4)) < TELLING);
        assert_eq!(highest_correlation(&pairs(|_| 3)), 0.0, "all give the same answer");
        let off_grid: Vec<[f64; 2]> = (0..30).map(|reader| [f64::from(reader % 4), 1.237]).collect();
        assert_eq!(highest_correlation(&off_grid), 0.0, "all give the same answer, learnt to stand between two levels");
        let same: Vec<[f64; 2]> = (0..60).map(|reader| [2.0, f64::from(reader % 4)]).collect();
        assert_eq!(highest_correlation(&same), 1.0, "all readers are on one rung");
    }
}
