//! One author with many readers, from whose answers a calibration can learn.

use super::ground_truth::GroundTruth;
use super::measures::Measures;
use super::methods::{Guess, Method};
use super::random::Random;
use super::respondents::{Respondent, perceive, respondent};
use super::scenario::Scenario;
use career_ladder_core::ladder::{Ladder, QuestionId, RungId};
use career_ladder_core::quiz::{Answers, MAX_QUESTIONS_ASKED, Quiz, Recorded, Response, Title};

/// The readers of one author in a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct FixedAuthor<'a> {
    ladder: &'a Ladder,
    scenario: &'a Scenario,
    truth: GroundTruth,
    /// Per question and answer: the level that readers take the answer for.
    perceived: Vec<Vec<f64>>,
    seed: u64,
}

impl<'a> FixedAuthor<'a> {
    /// The author of a ladder, with mistakes that follow from the seed.
    #[must_use]
    pub fn new(ladder: &'a Ladder, scenario: &'a Scenario, seed: u64) -> Self {
        let truth = GroundTruth::new(ladder);
        let perceived = perceive(&truth, scenario, &mut Random::new(seed, "author"));
        Self { ladder, scenario, truth, perceived, seed }
    }

    /// The answers of `count` readers whose rungs are known, each to every question.
    #[must_use]
    pub fn recorded(&self, count: usize) -> Vec<Recorded> {
        let record = |reader: Respondent| {
            let response = |question| Response {
                question: QuestionId::new(question),
                answer: reader.answer(question, question % MAX_QUESTIONS_ASKED),
            };
            let responses = (0..self.ladder.questions.len()).map(response).collect();
            let title = Title::Held(RungId::new(reader.title));
            Recorded { answers: Answers { title, responses }, rung: Some(RungId::new(reader.rung)) }
        };
        self.readers(count, "recorded").map(record).collect()
    }

    /// The ladder with every answer where readers take it to stand.
    #[must_use]
    pub fn true_ladder(&self) -> Ladder {
        let mut parts = self.ladder.clone().into_parts();
        let questions = parts.questions.iter_mut().zip(&self.truth.questions).zip(&self.perceived);
        for ((question, (_, anchors)), perceived) in questions {
            for ((answer, anchor), perceived) in question.answers.iter_mut().zip(anchors).zip(perceived) {
                #[expect(clippy::cast_possible_truncation, reason = "at most a few hundred")]
                let shift = ((perceived - anchor) * 100.0).round() as i16;
                answer.shift = shift;
            }
        }
        Ladder::new(parts)
    }

    /// How well the quiz of this ladder places `count` other readers of the author, who give their title. It is the
    /// author's ladder, perhaps with other learnt numbers.
    #[must_use]
    pub fn measure(&self, ladder: &Ladder, count: usize) -> Measures {
        let quiz = Quiz::new(ladder);
        let readers: Vec<Respondent> = self.readers(count, "readers").collect();
        let guesses: Vec<Guess> =
            readers.iter().map(|reader| Method::Titled.place(&quiz, &self.truth, reader)).collect();
        Measures::new(&self.truth, &readers, &guesses)
    }

    fn readers(&self, count: usize, stream: &str) -> impl Iterator<Item = Respondent> {
        let mut random = Random::new(self.seed, stream);
        (0..count).map(move |number| {
            respondent(&self.truth, self.scenario, &self.perceived, number % self.truth.required.len(), &mut random)
        })
    }
}
