//! Answers of readers in the form in which the widget stores them, as a way to its later screens without clicks.

use crate::ladder_fixture::{AnswerFixture, LadderFixture, QuestionFixture, RungFixture, RungIds};
use crate::page::Page;
use std::iter;

/// The most questions that a reader is asked beside the one for their title.
pub const MAX_ASKED: usize = 11;

impl Page {
    /// Stores these answers as if the reader had given them, and loads the page again: its first widget of the ladder comes
    /// up with them. The widgets that are still there store nothing more. The snapshot has the form that `core/src/state/snapshot.rs` describes.
    pub async fn restore_answers(&self, ladder: &str, snapshot: &str) {
        let script = "sessionStorage[`career-ladder ${location.pathname} ${arguments[0]}`] = `7\\t0\\t${arguments[1]}`;
            Storage.prototype.setItem = Storage.prototype.removeItem = () => {};";
        self.execute::<()>(script, &[ladder.into(), snapshot.into()]).await;
        self.reload().await;
    }
}

impl LadderFixture {
    /// The snapshot of a reader at the outcome who has the title of a rung, and answered as is most typical of it.
    pub fn typical_answers(&self, rung: &RungFixture) -> String {
        let mut answers: Vec<_> =
            self.questions.iter().map(|question| (self.nearest_answer(question, rung), &question.id)).collect();
        answers.sort_by(|((one, _), _), ((other, _), _)| one.total_cmp(other));
        let lines = answers.iter().take(MAX_ASKED).map(|((_, answer), question)| format!("\n{question} {answer}"));
        format!("end\n{}{}", rung.id, lines.collect::<String>())
    }

    /// The snapshot of a reader at an outcome between two rungs: one answer is typical of each, and all other questions do
    /// not apply.
    pub fn answers_between(&self, one: &RungFixture, other: &RungFixture) -> String {
        let rungs = [Some(one), Some(other)].into_iter().chain(iter::repeat(None));
        let lines = self.questions.iter().zip(rungs).take(MAX_ASKED).map(|(question, rung)| {
            let answer = rung.map_or("-", |rung| self.nearest_answer(question, rung).1);
            format!("\n{} {answer}", question.id)
        });
        format!("end\n-{}", lines.collect::<String>())
    }

    /// The snapshot of a reader at the outcome to whom no question applies.
    pub fn answers_that_do_not_apply(&self) -> String {
        let lines = self.questions.iter().take(MAX_ASKED).map(|question| format!("\n{} -", question.id));
        format!("end\n-{}", lines.collect::<String>())
    }

    /// The text of the answer to a question, given by its text, that is most typical of a rung.
    pub fn typical_answer(&self, ask: &str, rung: &RungFixture) -> &str {
        let question = self.questions.iter().find(|question| question.ask == ask).expect("a question of the ladder");
        let (_, id) = self.nearest_answer(question, rung);
        let answer = question.answers.iter().find(|answer| answer.id == id).expect("an answer of the question");
        &answer.say
    }

    /// The answer to a question that is most typical of a rung, with its distance: negative if its author put it there.
    fn nearest_answer<'a>(&self, question: &'a QuestionFixture, rung: &RungFixture) -> (f64, &'a str) {
        let distance = |answer: &AnswerFixture| match &answer.is {
            RungIds::One(id) if *id == rung.id => -2.0,
            RungIds::Several(ids) if ids.contains(&rung.id) => -1.0,
            _ => (self.level(answer) - self.level_in(rung, &question.about)).abs(),
        };
        let answers = question.answers.iter().map(|answer| (distance(answer), &*answer.id));
        answers.min_by(|one, other| one.0.total_cmp(&other.0)).expect("a question has answers")
    }
}
