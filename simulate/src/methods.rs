//! The methods to compare: our quiz, and the ones that other quizzes use.

use super::ground_truth::GroundTruth;
use super::respondents::Respondent;
use career_ladder_core::ladder::{QuestionId, RungId};
use career_ladder_core::quiz::{Answers, Quiz, Response, Title};

/// A fixed quiz asks this many questions, or all if there are fewer.
const FIXED_QUESTIONS: usize = 10;

/// A way to place readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The usual embedded quiz: points for the rank of each answer are added up, and the sum falls into one of several
    /// equal bands.
    SumScore,
    /// The same ten questions for every reader, but with our engine's belief.
    Fixed,
    /// Our quiz, for readers who skip the question for their title.
    Ours,
    /// Our quiz, for readers who give their title.
    Titled,
}

/// All methods, in the order of the tables.
pub const METHODS: [Method; 4] = [Method::SumScore, Method::Fixed, Method::Ours, Method::Titled];

/// The result of a method for one reader.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Guess {
    /// Index of the rung that the method puts the reader on.
    pub(super) rung: usize,
    /// The probability of each rung, 0 to 1; empty if the method computes none.
    pub(super) probabilities: Vec<f64>,
    /// Indices of the questions that the method asked.
    pub(super) questions: Vec<usize>,
    /// The number of answers that the method used, the title included.
    pub(super) asked: usize,
}

impl Method {
    pub(super) fn place(self, quiz: &Quiz, truth: &GroundTruth, respondent: &Respondent) -> Guess {
        match self {
            Self::SumScore => sum_score(truth, respondent),
            Self::Fixed => {
                let mut answers = Answers { title: Title::NotAsked, responses: Vec::new() };
                fixed_questions(truth).into_iter().for_each(|question| reply(respondent, &mut answers, question));
                guess(quiz, &answers)
            }
            Self::Ours => ours(quiz, respondent, Title::Skipped),
            Self::Titled => ours(quiz, respondent, Title::Held(RungId::new(respondent.title))),
        }
    }
}

/// An answer's points are the number of lower answers to its question. The first track is divided into as many equal bands
/// of points as it has rungs.
fn sum_score(truth: &GroundTruth, respondent: &Respondent) -> Guess {
    let questions = fixed_questions(truth);
    let (mut points, mut max_points) = (0, 0);
    for (asked, &question) in questions.iter().enumerate() {
        let anchors = &truth.questions[question].1;
        let Some(&chosen) = anchors.get(respondent.answer(question, asked)) else { continue };
        points += anchors.iter().filter(|&&anchor| anchor < chosen).count();
        max_points += anchors.len().saturating_sub(1);
    }
    let bands = truth.main.len();
    let band = (points * bands / max_points.max(1)).min(bands - 1);
    Guess { rung: truth.main[band], probabilities: Vec::new(), asked: questions.len(), questions }
}

/// The first question about each dimension, then the second about each, and so on.
fn fixed_questions(truth: &GroundTruth) -> Vec<usize> {
    let about = |question: usize| truth.questions[question].0;
    let before = |question: usize| (0..question).filter(|&other| about(other) == about(question)).count();
    let mut questions: Vec<usize> = (0..truth.questions.len()).collect();
    questions.sort_by_key(|&question| (before(question), about(question)));
    questions.truncate(FIXED_QUESTIONS);
    questions
}

fn ours(quiz: &Quiz, respondent: &Respondent, title: Title) -> Guess {
    let mut answers = Answers { title, responses: Vec::new() };
    while let Some(question) = quiz.next(&answers) {
        reply(respondent, &mut answers, question.index());
    }
    guess(quiz, &answers)
}

/// Asks the reader a question.
fn reply(respondent: &Respondent, answers: &mut Answers, question: usize) {
    let answer = respondent.answer(question, answers.responses.len());
    answers.responses.push(Response { question: QuestionId::new(question), answer });
}

fn guess(quiz: &Quiz, answers: &Answers) -> Guess {
    let belief = quiz.belief(answers);
    Guess {
        rung: belief.best_two()[0].0.index(),
        probabilities: belief.rungs,
        questions: answers.responses.iter().map(|response| response.question.index()).collect(),
        asked: answers.asked(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::ground_truth::tests::ladder;
    use super::*;

    #[test]
    fn a_sum_score_rises_with_the_answers() {
        let truth = GroundTruth::new(&ladder(include_str!("../tests/synthetic/six.json")));
        for (answer, rung) in [(0, 0), (1, 2), (2, 4), (3, 5)] {
            let guess = sum_score(&truth, &Respondent::always(answer, 24));
            assert_eq!((guess.rung, guess.asked), (rung, 10));
        }
    }

    #[test]
    fn a_fixed_quiz_asks_equally_often_about_every_dimension() {
        let truth = GroundTruth::new(&ladder(include_str!("../tests/synthetic/six.json")));
        let fixed = fixed_questions(&truth);
        for about in 0..5 {
            assert_eq!(fixed.iter().filter(|&&question| truth.questions[question].0 == about).count(), 2);
        }
    }
}
