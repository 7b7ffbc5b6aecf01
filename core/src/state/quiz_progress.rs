//! The way through the questions, forth and back.

use super::Event;
use crate::ladder::{QuestionId, RungId};
use crate::quiz::{Answers, ItemBank, MAX_QUESTIONS_ASKED, Posterior, Response, Title};

/// The questions asked so far, with what was answered. The first asks for the title, and may be passed over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuizProgress {
    /// The title that counts.
    pub(super) title: Title,
    /// The title that is marked.
    pub(super) selected_title: Option<RungId>,
    /// The questions of the ladder, in the order they were asked.
    pub(super) asked: Vec<AskedQuestion>,
    /// Which step is shown: 0 asks for the title, the next ones are `asked`.
    pub(super) at: usize,
    /// The question behind the shown step, where something is marked: the engine is asked when the reader marks it, so
    /// that going on only draws.
    next_question: Option<QuestionId>,
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizStep {
    /// The question for the title, with the marked one.
    Title(Option<RungId>),
    /// A question of the ladder.
    Question(AskedQuestion),
}

/// A question that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedQuestion {
    /// The question.
    pub question: QuestionId,
    /// The marked answer, by its place in the file's order.
    pub selected: Option<usize>,
    /// The answer that counts: the one marked when the reader went on.
    pub(super) submitted: Option<usize>,
}

/// Where going on led.
pub(super) enum Advance {
    /// To another question.
    On,
    /// To the end.
    Finished,
}

impl QuizProgress {
    /// What is shown.
    #[must_use]
    pub fn current_step(&self) -> QuizStep {
        match self.at.checked_sub(1) {
            Some(place) => QuizStep::Question(self.asked[place]),
            None => QuizStep::Title(self.selected_title),
        }
    }

    /// How many steps came before the one that is shown.
    #[must_use]
    pub fn index(&self) -> usize {
        self.at
    }

    /// How many steps there are at most.
    #[must_use]
    pub fn most(bank: &ItemBank) -> usize {
        MAX_QUESTIONS_ASKED.min(bank.len() + 1)
    }

    /// Whether something is marked, so that the reader may go on.
    #[must_use]
    pub fn has_selection(&self) -> bool {
        match self.current_step() {
            QuizStep::Title(selected) => selected.is_some(),
            QuizStep::Question(asked) => asked.selected.is_some(),
        }
    }

    /// Whether the marked answer ends the quiz.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.at > 0 && self.has_selection() && self.next_question.is_none()
    }

    /// All that counts.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.answers_if(self.title, |asked| asked.submitted)
    }

    /// Whether anything was answered or marked.
    pub(super) fn is_begun(&self) -> bool {
        self.selected_title.is_some() || !self.asked.is_empty()
    }

    pub(super) fn choose_title(&mut self, bank: &ItemBank, title: RungId) {
        if self.at == 0 {
            self.selected_title = Some(title);
            self.precompute_next(bank);
        }
    }

    pub(super) fn choose(&mut self, bank: &ItemBank, answer: usize) {
        if let Some(place) = self.at.checked_sub(1) {
            self.asked[place].selected = Some(answer);
            self.precompute_next(bank);
        }
    }

    /// Steps back; `false` at the first step.
    pub(super) fn back(&mut self, bank: &ItemBank) -> bool {
        let earlier = self.at.checked_sub(1);
        self.at = earlier.unwrap_or_default();
        self.precompute_next(bank);
        earlier.is_some()
    }

    /// Passes over the question for the title.
    pub(super) fn skip(&mut self, bank: &ItemBank) {
        if self.at == 0 {
            self.selected_title = None;
            self.title = Title::Skipped;
            self.step(bank);
        }
    }

    /// Takes what is marked and goes on, with the event if the answer is new. `None` where nothing is marked.
    pub(super) fn next(&mut self, bank: &ItemBank) -> Option<(Option<Event>, Advance)> {
        let mut event = None;
        match self.at.checked_sub(1) {
            None => self.title = Title::Held(self.selected_title?),
            Some(index) => {
                let asked = &mut self.asked[index];
                let answer = asked.selected?;
                if asked.submitted.replace(answer) != Some(answer) {
                    event = Some(Event::Answered { question: asked.question, answer, index });
                }
            }
        }
        Some((event, self.step(bank)))
    }

    /// Goes to the step behind the shown one.
    pub(super) fn step(&mut self, bank: &ItemBank) -> Advance {
        let next = if self.has_selection() { self.next_question } else { self.compute_next(bank) };
        match next {
            Some(question) => {
                self.at += 1;
                if self.at > self.asked.len() {
                    self.asked.push(AskedQuestion { question, selected: None, submitted: None });
                }
                self.precompute_next(bank);
                Advance::On
            }
            None => Advance::Finished,
        }
    }

    pub(super) fn precompute_next(&mut self, bank: &ItemBank) {
        self.next_question = if self.has_selection() { self.compute_next(bank) } else { None };
    }

    /// The question behind the shown step, if what is marked is taken.
    fn compute_next(&self, bank: &ItemBank) -> Option<QuestionId> {
        if let Some(known) = self.asked.get(self.at) {
            return Some(known.question);
        }
        // No later question is known, so the shown one is the last of those asked.
        let title = match self.selected_title {
            Some(title) if self.at == 0 => Title::Held(title),
            _ => self.title,
        };
        let current_step = self.at.checked_sub(1).map(|place| self.asked[place].question);
        let answers =
            self.answers_if(
                title,
                |asked| if Some(asked.question) == current_step { asked.selected } else { asked.submitted },
            );
        bank.next(&Posterior::new(bank, &answers), &answers)
    }

    fn answers_if(&self, title: Title, answer: impl Fn(&AskedQuestion) -> Option<usize>) -> Answers {
        let response = |asked: &AskedQuestion| Some(Response { question: asked.question, answer: answer(asked)? });
        Answers { title, responses: self.asked.iter().filter_map(response).collect() }
    }
}
