//! The way through the questions, forth and back.

use super::Event;
use crate::ladder::{QuestionId, RungId};
use crate::quiz::{Answers, Bank, Given, MOST_ASKED, Posterior, Title};

/// The questions asked so far, with what was answered. The first asks for the title, and may be passed over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quizzing {
    /// The title that counts.
    pub(super) title: Title,
    /// The title that is marked.
    pub(super) titled: Option<RungId>,
    /// The questions of the ladder, in the order they were asked.
    pub(super) asked: Vec<Asked>,
    /// Which step is shown: 0 asks for the title, the next ones are `asked`.
    pub(super) at: usize,
    /// The question behind the shown step, where something is marked: the engine is asked when the reader marks it, so
    /// that going on only draws.
    ahead: Option<QuestionId>,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The question for the title, with the marked one.
    Title(Option<RungId>),
    /// A question of the ladder.
    Question(Asked),
}

/// A question that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: QuestionId,
    /// The marked answer, by its place in the file's order.
    pub marked: Option<usize>,
    /// The answer that counts: the one marked when the reader went on.
    pub(super) answered: Option<usize>,
}

/// Where going on led.
pub(super) enum Led {
    /// To another question.
    On,
    /// To the end.
    ToTheEnd,
}

impl Quizzing {
    /// What is shown.
    #[must_use]
    pub fn shown(&self) -> Step {
        match self.at.checked_sub(1) {
            Some(place) => Step::Question(self.asked[place]),
            None => Step::Title(self.titled),
        }
    }

    /// How many steps came before the one that is shown.
    #[must_use]
    pub fn index(&self) -> usize {
        self.at
    }

    /// How many steps there are at most.
    #[must_use]
    pub fn most(bank: &Bank) -> usize {
        MOST_ASKED.min(bank.len() + 1)
    }

    /// Whether something is marked, so that the reader may go on.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        match self.shown() {
            Step::Title(marked) => marked.is_some(),
            Step::Question(asked) => asked.marked.is_some(),
        }
    }

    /// Whether the marked answer ends the quiz.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.at > 0 && self.is_marked() && self.ahead.is_none()
    }

    /// All that counts.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.answers_if(self.title, |asked| asked.answered)
    }

    /// Whether anything was answered or marked.
    pub(super) fn is_begun(&self) -> bool {
        self.titled.is_some() || !self.asked.is_empty()
    }

    pub(super) fn choose_title(&mut self, bank: &Bank, title: RungId) {
        if self.at == 0 {
            self.titled = Some(title);
            self.look_ahead(bank);
        }
    }

    pub(super) fn choose(&mut self, bank: &Bank, answer: usize) {
        if let Some(place) = self.at.checked_sub(1) {
            self.asked[place].marked = Some(answer);
            self.look_ahead(bank);
        }
    }

    /// Steps back; `false` at the first step.
    pub(super) fn back(&mut self, bank: &Bank) -> bool {
        let earlier = self.at.checked_sub(1);
        self.at = earlier.unwrap_or_default();
        self.look_ahead(bank);
        earlier.is_some()
    }

    /// Passes over the question for the title.
    pub(super) fn skip(&mut self, bank: &Bank) {
        if self.at == 0 {
            self.titled = None;
            self.title = Title::Skipped;
            self.step(bank);
        }
    }

    /// Takes what is marked and goes on, with the event if the answer is new. `None` where nothing is marked.
    pub(super) fn next(&mut self, bank: &Bank) -> Option<(Option<Event>, Led)> {
        let mut event = None;
        match self.at.checked_sub(1) {
            None => self.title = Title::Held(self.titled?),
            Some(index) => {
                let asked = &mut self.asked[index];
                let answer = asked.marked?;
                if asked.answered.replace(answer) != Some(answer) {
                    event = Some(Event::Answered { question: asked.question, answer, index });
                }
            }
        }
        Some((event, self.step(bank)))
    }

    /// Goes to the step behind the shown one.
    pub(super) fn step(&mut self, bank: &Bank) -> Led {
        let next = if self.is_marked() { self.ahead } else { self.follow(bank) };
        match next {
            Some(question) => {
                self.at += 1;
                if self.at > self.asked.len() {
                    self.asked.push(Asked { question, marked: None, answered: None });
                }
                self.look_ahead(bank);
                Led::On
            }
            None => Led::ToTheEnd,
        }
    }

    pub(super) fn look_ahead(&mut self, bank: &Bank) {
        self.ahead = if self.is_marked() { self.follow(bank) } else { None };
    }

    /// The question behind the shown step, if what is marked is taken.
    fn follow(&self, bank: &Bank) -> Option<QuestionId> {
        if let Some(known) = self.asked.get(self.at) {
            return Some(known.question);
        }
        // No later question is known, so the shown one is the last of those asked.
        let title = match self.titled {
            Some(title) if self.at == 0 => Title::Held(title),
            _ => self.title,
        };
        let shown = self.at.checked_sub(1).map(|place| self.asked[place].question);
        let answers =
            self.answers_if(title, |asked| if Some(asked.question) == shown { asked.marked } else { asked.answered });
        bank.next(&Posterior::new(bank, &answers), &answers)
    }

    fn answers_if(&self, title: Title, answer: impl Fn(&Asked) -> Option<usize>) -> Answers {
        let given = |asked: &Asked| Some(Given { question: asked.question, answer: answer(asked)? });
        Answers { title, given: self.asked.iter().filter_map(given).collect() }
    }
}
