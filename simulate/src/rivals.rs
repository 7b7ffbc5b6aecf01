//! The quizzes that are compared: the usual ones, and ours.

use super::people::Person;
use super::terrain::Terrain;
use career_ladder_core::ladder::{QuestionId, RungId};
use career_ladder_core::quiz::{Answers, ItemBank, Posterior, Response, Title};

/// So many questions a fixed quiz asks, where there are so many.
const FIXED: usize = 10;

/// A way to place readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// What embedded quizzes usually do: points for the answers' order, added up, in bands of equal width.
    SumScore,
    /// The same ten questions for everyone, but Bayes' rule.
    Fixed,
    /// Ours, for who skips the title.
    Ours,
    /// Ours, with the title.
    Titled,
}

/// All of them, in the order they are shown.
pub const METHODS: [Method; 4] = [Method::SumScore, Method::Fixed, Method::Ours, Method::Titled];

/// What a method says of a reader.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Guess {
    pub(super) rung: usize,
    /// Of each rung; empty where the method knows none.
    pub(super) probabilities: Vec<f64>,
    /// The places of the questions it asked.
    pub(super) questions: Vec<usize>,
    /// How many those are, the title counted.
    pub(super) asked: usize,
}

impl Method {
    pub(super) fn place(self, bank: &ItemBank, terrain: &Terrain, person: &Person) -> Guess {
        match self {
            Self::SumScore => sum_score(terrain, person),
            Self::Fixed => {
                let responses = fixed(terrain).into_iter().map(|question| given(person, question)).collect();
                guess(bank, &Answers { title: Title::NotAsked, responses })
            }
            Self::Ours => ours(bank, person, Title::Skipped),
            Self::Titled => ours(bank, person, Title::Held(RungId::new(person.title))),
        }
    }
}

/// The answers' places from the lowest, as a share of the most there can be; the first track cut in as many equal bands
/// as it has rungs.
fn sum_score(terrain: &Terrain, person: &Person) -> Guess {
    let questions = fixed(terrain);
    let (mut points, mut most) = (0, 0);
    for &question in &questions {
        let anchors = &terrain.questions[question].1;
        let chosen = anchors[person.answers[question]];
        points += anchors.iter().filter(|&&anchor| anchor < chosen).count();
        most += anchors.len().saturating_sub(1);
    }
    let bands = terrain.main.len();
    let band = (points * bands / most.max(1)).min(bands - 1);
    Guess { rung: terrain.main[band], probabilities: Vec::new(), asked: questions.len(), questions }
}

/// The first questions of each dimension in turn.
fn fixed(terrain: &Terrain) -> Vec<usize> {
    let about = |question: usize| terrain.questions[question].0;
    let before = |question: usize| (0..question).filter(|&other| about(other) == about(question)).count();
    let mut questions: Vec<usize> = (0..terrain.questions.len()).collect();
    questions.sort_by_key(|&question| (before(question), about(question)));
    questions.truncate(FIXED);
    questions
}

fn ours(bank: &ItemBank, person: &Person, title: Title) -> Guess {
    let mut answers = Answers { title, responses: Vec::new() };
    while let Some(question) = bank.next(&Posterior::new(bank, &answers), &answers) {
        answers.responses.push(given(person, question.index()));
    }
    guess(bank, &answers)
}

fn given(person: &Person, question: usize) -> Response {
    Response { question: QuestionId::new(question), answer: person.answers[question] }
}

fn guess(bank: &ItemBank, answers: &Answers) -> Guess {
    let posterior = Posterior::new(bank, answers);
    Guess {
        rung: posterior.best_two()[0].0.index(),
        probabilities: posterior.rungs(),
        questions: answers.responses.iter().map(|given| given.question.index()).collect(),
        asked: answers.asked(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::terrain::tests::ladder;
    use super::*;

    #[test]
    fn the_usual_quiz_puts_the_lowest_answers_lowest_and_the_highest_highest() {
        let terrain = Terrain::new(&ladder(include_str!("../tests/synthetic/six.json")));
        for (answer, rung) in [(0, 0), (1, 2), (2, 4), (3, 5)] {
            let guess = sum_score(&terrain, &Person { rung: 0, title: 0, answers: vec![answer; 24] });
            assert_eq!((guess.rung, guess.asked), (rung, 10));
        }
    }

    #[test]
    fn fixed_quizzes_ask_about_every_dimension_alike() {
        let terrain = Terrain::new(&ladder(include_str!("../tests/synthetic/six.json")));
        for about in 0..5 {
            assert_eq!(fixed(&terrain).iter().filter(|&&question| terrain.questions[question].0 == about).count(), 2);
        }
    }
}
