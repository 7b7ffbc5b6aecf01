//! The reader's input to the quiz: a title, and answers to questions.

use crate::ladder::{QuestionId, RungId};

/// A quiz never asks more questions than this, counting the one for the title.
pub const MAX_QUESTIONS_ASKED: usize = 12;

/// The reader's title and their answers so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// Their current title, as far as it is known.
    pub title: Title,
    /// Their answers to questions of the ladder, in the order they were given. At most one per question.
    pub responses: Vec<Response>,
}

/// The reader's reply to the question for their current title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Title {
    /// The question was not asked.
    #[default]
    NotAsked,
    /// The reader skipped the question.
    Skipped,
    /// The reader holds the title of this rung.
    Held(RungId),
}

/// The answer that a reader gave to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// The question of the ladder that was asked.
    pub question: QuestionId,
    /// Index into the question's answers, in the order of the file; or
    /// [`not_applicable`](crate::ladder::Question::not_applicable), which says nothing about the reader.
    pub answer: usize,
}

impl Answers {
    /// The number of answers given; a held title counts as one.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.responses.len() + usize::from(matches!(self.title, Title::Held(_)))
    }

    /// The number of questions that may still be asked. A skipped question for the title counts as asked.
    #[must_use]
    pub fn left(&self) -> usize {
        MAX_QUESTIONS_ASKED.saturating_sub(self.responses.len() + usize::from(self.title != Title::NotAsked))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_title_uses_up_a_question_but_is_no_answer() {
        let answers =
            |title| Answers { title, responses: vec![Response { question: QuestionId::new(0), answer: 0 }; 3] };
        let counts = |title| (answers(title).asked(), answers(title).left());
        assert_eq!(counts(Title::NotAsked), (3, 9));
        assert_eq!(counts(Title::Skipped), (3, 8));
        assert_eq!(counts(Title::Held(RungId::new(1))), (4, 8));
    }
}
