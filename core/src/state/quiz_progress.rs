//! The reader's way through the questions, forth and back.

use super::{Effect, PlanChoices};
use crate::gather::Gather as _;
use crate::ladder::{QuestionId, RungId};
use crate::quiz::{Answers, MAX_QUESTIONS_ASKED, Quiz, Response, Title};

/// The questions asked so far, with their answers. The first step asks for the title, and the reader may skip it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QuizProgress {
    /// The submitted title.
    pub(super) title: Title,
    /// The title that is selected in the list.
    pub(super) selected_title: Option<RungId>,
    /// In the order in which they were asked.
    pub(super) asked: Vec<AskedQuestion>,
    /// The index of the shown step: 0 asks for the title, and each one after it for an item of `asked`.
    pub(super) at: usize,
    /// The question after the shown step if its selection is submitted; `None` at the end, or without a selection.
    ///
    /// It is computed as soon as the reader selects an answer, so that Next only renders.
    next_question: Option<QuestionId>,
    /// The choices for the plan. They are part of the progress since they are stored with it and end with it.
    pub plan: PlanChoices,
}

/// The shown step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizStep {
    /// The question about the title, with the selected one.
    Title(Option<RungId>),
    /// A question of the ladder.
    Question(AskedQuestion),
}

/// A question that the reader has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedQuestion {
    /// A question of the ladder, asked once at most.
    pub question: QuestionId,
    /// The index of the selected answer, as in [`Response`].
    pub selected: Option<usize>,
    /// The index of the answer that counts: the one selected when the reader pressed Next.
    pub(super) submitted: Option<usize>,
}

/// The result of a step forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Advance {
    /// Another question is shown.
    NextQuestion,
    /// No question is left to ask.
    Finished,
}

impl QuizProgress {
    /// The shown step, with its selection.
    #[must_use]
    pub fn current_step(&self) -> QuizStep {
        match self.at.checked_sub(1) {
            Some(index) => QuizStep::Question(self.asked[index]),
            None => QuizStep::Title(self.selected_title),
        }
    }

    /// The index of the shown step; 0 asks for the title.
    #[must_use]
    pub fn index(&self) -> usize {
        self.at
    }

    /// The most steps that a quiz has, the title included.
    #[must_use]
    pub fn max_steps(quiz: &Quiz) -> usize {
        MAX_QUESTIONS_ASKED.min(quiz.len() + 1)
    }

    /// Whether anything is selected in the shown step, so that the reader may go on.
    #[must_use]
    pub fn has_selection(&self) -> bool {
        match self.current_step() {
            QuizStep::Title(selected) => selected.is_some(),
            QuizStep::Question(asked) => asked.selected.is_some(),
        }
    }

    /// Whether submitting the selection ends the quiz.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.at > 0 && self.has_selection() && self.next_question.is_none()
    }

    /// All submitted answers.
    #[must_use]
    pub fn answers(&self) -> Answers {
        self.answers_if(self.title, |asked| asked.submitted)
    }

    /// Whether the reader has selected or submitted anything.
    pub(super) fn is_begun(&self) -> bool {
        self.selected_title.is_some() || !self.asked.is_empty()
    }

    /// Selects a title, if the step that asks for it is shown.
    pub(super) fn select_title(&mut self, quiz: &Quiz, title: RungId) {
        if self.at == 0 {
            self.selected_title = Some(title);
            self.precompute_next(quiz);
        }
    }

    /// Selects an answer to the shown question.
    pub(super) fn select_answer(&mut self, quiz: &Quiz, answer: usize) {
        if let Some(index) = self.at.checked_sub(1) {
            self.asked[index].selected = Some(answer);
            self.precompute_next(quiz);
        }
    }

    /// Shows the step before; `false` at the first one.
    pub(super) fn step_back(&mut self, quiz: &Quiz) -> bool {
        let earlier = self.at.checked_sub(1);
        self.at = earlier.unwrap_or_default();
        self.precompute_next(quiz);
        earlier.is_some()
    }

    /// Skips the question about the title.
    pub(super) fn skip_title(&mut self, quiz: &Quiz) {
        if self.at == 0 {
            self.selected_title = None;
            self.title = Title::Skipped;
            self.step(quiz);
        }
    }

    /// Submits the selection and steps forward; `None` without a selection. A new answer is an effect.
    pub(super) fn submit(&mut self, quiz: &Quiz, effects: &mut Vec<Effect>) -> Option<Advance> {
        match self.at.checked_sub(1) {
            None => self.title = Title::Held(self.selected_title?),
            Some(index) => {
                let asked = &mut self.asked[index];
                let answer = asked.selected?;
                if asked.submitted.replace(answer) != Some(answer) {
                    effects.push(Effect::QuestionAnswered { question: asked.question, answer, index });
                }
            }
        }
        Some(self.step(quiz))
    }

    /// Shows the step after the current one.
    pub(super) fn step(&mut self, quiz: &Quiz) -> Advance {
        let next = if self.has_selection() { self.next_question } else { self.compute_next(quiz) };
        match next {
            Some(question) => {
                self.at += 1;
                if self.at > self.asked.len() {
                    self.asked.push(AskedQuestion { question, selected: None, submitted: None });
                }
                self.precompute_next(quiz);
                Advance::NextQuestion
            }
            None => Advance::Finished,
        }
    }

    /// Shows a restored step, or the last question if `step` lies beyond it.
    pub(super) fn show_step(&mut self, quiz: &Quiz, step: usize) {
        self.at = step.min(self.asked.len());
        // A selection on the last question was not submitted yet if the question is still shown.
        if step == self.asked.len()
            && let Some(last) = self.asked.last_mut()
        {
            last.submitted = None;
        }
        self.precompute_next(quiz);
    }

    fn precompute_next(&mut self, quiz: &Quiz) {
        self.next_question = if self.has_selection() { self.compute_next(quiz) } else { None };
    }

    /// The question after the shown step if its selection is submitted; `None` at the end.
    fn compute_next(&self, quiz: &Quiz) -> Option<QuestionId> {
        if let Some(known) = self.asked.get(self.at) {
            return Some(known.question);
        }
        // No later question was asked, so the shown one is the last of them.
        let title = match self.selected_title {
            Some(title) if self.at == 0 => Title::Held(title),
            _ => self.title,
        };
        let shown = self.at.checked_sub(1).map(|index| self.asked[index].question);
        let is_shown = |asked: &AskedQuestion| Some(asked.question) == shown;
        let answers = self.answers_if(title, |asked| if is_shown(asked) { asked.selected } else { asked.submitted });
        quiz.next(&answers)
    }

    fn answers_if(&self, title: Title, answer: impl Fn(&AskedQuestion) -> Option<usize>) -> Answers {
        let response = |asked: &AskedQuestion| Some(Response { question: asked.question, answer: answer(asked)? });
        Answers { title, responses: self.asked.iter().filter_map(response).gather() }
    }
}
