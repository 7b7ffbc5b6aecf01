//! The way through the questions, forth and back.

use super::Event;
use crate::ladder::QuestionId;
use crate::quiz::{Bank, Given, MOST_ASKED, Posterior};

/// The questions asked so far, with what was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Quizzing {
    /// In the order they were asked.
    asked: Vec<Asked>,
    /// Which of them is shown.
    at: usize,
    /// Whether the marked answer to the shown question ends the quiz.
    last: bool,
    done: bool,
}

/// A question that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: QuestionId,
    /// The marked answer, by its place in the file's order.
    pub marked: Option<usize>,
    /// The answer that counts: the one marked when the reader went on.
    answered: Option<usize>,
}

impl Asked {
    fn new(question: QuestionId) -> Self {
        Self { question, marked: None, answered: None }
    }
}

impl Quizzing {
    /// At the first question; `None` if there is none.
    pub(super) fn begin(bank: &Bank) -> Option<Self> {
        let question = bank.next(&Posterior::new(bank, &[]), &[])?;
        Some(Self { asked: vec![Asked::new(question)], at: 0, last: false, done: false })
    }

    /// The question that is shown.
    #[must_use]
    pub fn shown(&self) -> Asked {
        self.asked[self.at]
    }

    /// How many questions came before the one that is shown.
    #[must_use]
    pub fn index(&self) -> usize {
        self.at
    }

    /// Whether the marked answer ends the quiz.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.last
    }

    /// How many questions may still follow the one that is shown.
    #[must_use]
    pub fn at_most_more(&self, bank: &Bank) -> usize {
        if self.last { 0 } else { MOST_ASKED.min(bank.len()) - self.at - 1 }
    }

    /// The answers that count, in the order they were given in.
    #[must_use]
    pub fn given(&self) -> Vec<Given> {
        self.given_if(|asked| asked.answered)
    }

    pub(super) fn is_done(&self) -> bool {
        self.done
    }

    pub(super) fn choose(&mut self, bank: &Bank, answer: usize) {
        self.asked[self.at].marked = Some(answer);
        self.last = self.follow(bank).is_none();
    }

    /// Steps back; `false` at the first question.
    pub(super) fn back(&mut self) -> bool {
        self.last = false;
        self.at = match self.at.checked_sub(1) {
            Some(at) => at,
            None => return false,
        };
        true
    }

    /// Takes the marked answer and goes on. `None` where nothing is marked; otherwise the event, if the answer is new.
    pub(super) fn next(&mut self, bank: &Bank) -> Option<Option<Event>> {
        let follow = self.follow(bank);
        let index = self.at;
        let asked = &mut self.asked[index];
        let answer = asked.marked?;
        let new = asked.answered.replace(answer) != Some(answer);
        let event = new.then_some(Event::Answered { question: asked.question, answer, index });
        match follow {
            Some(question) => {
                self.at += 1;
                if self.at == self.asked.len() {
                    self.asked.push(Asked::new(question));
                }
                self.last = self.shown().marked.is_some() && self.follow(bank).is_none();
            }
            None => self.done = true,
        }
        Some(event)
    }

    /// The question behind the shown one, if its marked answer is taken.
    fn follow(&self, bank: &Bank) -> Option<QuestionId> {
        if let Some(known) = self.asked.get(self.at + 1) {
            return Some(known.question);
        }
        let given = self.given_if(|asked| if asked == &self.asked[self.at] { asked.marked } else { asked.answered });
        bank.next(&Posterior::new(bank, &given), &given)
    }

    fn given_if(&self, answer: impl Fn(&Asked) -> Option<usize>) -> Vec<Given> {
        let given = |asked: &Asked| Some(Given { question: asked.question, answer: answer(asked)? });
        self.asked.iter().filter_map(given).collect()
    }
}
