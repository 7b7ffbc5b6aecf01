//! The answers as text, to be kept while the page is away.
//!
//! A line a step, each naming what it means by its id, so that a ladder whose content changed takes
//! no answer for another: which step is shown (`end` behind the last, `ladder` where the
//! reader went back to it), the title (`-` where it was
//! passed over, nothing where it is open), then each question with its answer, if it has one:
//!
//! ```text
//! 2
//! pm
//! last-roadmap b
//! hard-call
//! >director
//! +senior-pm/2730512
//! ```
//!
//! After them comes what was made of the plan: where the reader wants to go (`>` a rung, `^` a move) and what is done (`+`).

use super::quizzing::{Asked, Led};
use super::{Course, Note, Phase, Quizzing, State};
use crate::decimal::decimal;
use crate::ladder::{MoveId, QuestionId};
use crate::plan::{Aim, Initiative};
use crate::quiz::{MOST_ASKED, Outcome, Title};

const END: &str = "end";
const LADDER: &str = "ladder";
const SKIPPED: &str = "-";
/// What begins no id begins the lines that are no answers.
const TO_RUNG: char = '>';
const TO_MOVE: char = '^';
const DONE: char = '+';

impl State {
    /// What the reader answered, as text; empty if nothing.
    #[must_use]
    pub fn kept(&self, course: &Course) -> String {
        let ladder = &course.ladder;
        let (quizzing, at) = match &self.phase {
            Phase::Exploring => match &self.paused {
                Some(paused) => (paused, LADDER.to_owned()),
                None => return String::new(),
            },
            Phase::Quizzing(quizzing) => (quizzing, decimal(quizzing.at)),
            Phase::Placed(quizzing, _) => (quizzing, END.to_owned()),
            Phase::Shared(shared) => return shared.own.as_ref().map(|own| own.kept(course)).unwrap_or_default(),
        };
        let title = match (quizzing.title, quizzing.titled) {
            (_, Some(rung)) => &*ladder.rung(rung).id,
            (Title::Skipped, None) => SKIPPED,
            _ => "",
        };
        let mut text = [&at, "\n", title].concat();
        for asked in &quizzing.asked {
            let question = ladder.question(asked.question);
            text.push('\n');
            text.push_str(&question.id);
            if let Some(answer) = asked.marked {
                text.push(' ');
                text.push_str(&question.answers[answer].id);
            }
        }
        let mut add = |sign, name: &str| {
            text.push('\n');
            text.push(sign);
            text.push_str(name);
        };
        match self.aim {
            Some(Aim::Rung(rung)) => add(TO_RUNG, &ladder.rung(rung).id),
            Some(Aim::Move(way)) => add(TO_MOVE, &ladder.moves[way.index()].id),
            Some(Aim::Here) | None => {}
        }
        for initiative in &self.done {
            add(DONE, &initiative.name(ladder));
        }
        text
    }

    /// Goes on from a kept text. Answers that the ladder no longer has are dropped and counted in [`State::note`].
    #[must_use]
    pub fn restored(course: &Course, kept: &str) -> Option<Self> {
        let (ladder, bank) = (&course.ladder, &course.bank);
        let mut lines = kept.split('\n');
        let (at, title) = (lines.next()?, lines.next()?);
        if bank.is_empty() {
            return None;
        }
        let named = |id: &str| ladder.rung_ids().find(|&rung| ladder.rung(rung).id == id);
        let mut state = Self::new(course, false);
        let mut quizzing = Quizzing::default();
        let mut lost = 0;
        for line in lines {
            if let Some(rung) = line.strip_prefix(TO_RUNG) {
                state.aim = named(rung).map(Aim::Rung);
                continue;
            }
            if let Some(way) = line.strip_prefix(TO_MOVE) {
                state.aim = ladder.moves.iter().position(|known| known.id == way).map(|at| Aim::Move(MoveId::new(at)));
                continue;
            }
            if let Some(name) = line.strip_prefix(DONE) {
                state.done.extend(Initiative::named(ladder, name));
                continue;
            }
            if quizzing.asked.len() + 1 == MOST_ASKED {
                continue;
            }
            let (question, answer) = line.split_once(' ').unwrap_or((line, ""));
            let place = ladder.questions.iter().position(|known| known.id == question);
            let marked =
                place.and_then(|place| ladder.questions[place].answers.iter().position(|known| known.id == answer));
            lost += usize::from(marked.is_none() && !answer.is_empty());
            quizzing.asked.extend(place.map(|place| Asked {
                question: QuestionId::new(place),
                marked,
                answered: marked,
            }));
        }
        let explores = at == LADDER;
        let at = if explores { 0 } else { at.parse().unwrap_or(usize::MAX) };
        quizzing.at = at.min(quizzing.asked.len());
        quizzing.titled = named(title);
        lost += usize::from(quizzing.titled.is_none() && title.len() > SKIPPED.len());
        if at > 0 || !quizzing.asked.is_empty() {
            quizzing.title = quizzing.titled.map_or(Title::Skipped, Title::Held);
        }
        state.note = (lost > 0).then_some(Note::Lost(lost));
        // What is marked on the last question was not taken yet, if it is the one that is shown.
        if at == quizzing.asked.len() {
            quizzing.asked.last_mut().map(|asked| asked.answered.take());
        }
        quizzing.look_ahead(bank);
        if explores {
            state.paused = Some(quizzing);
            return Some(state);
        }
        let open = quizzing.asked.iter().position(|asked| asked.marked.is_none());
        if let Some(open) = open.filter(|open| open + 1 < at) {
            quizzing.at = open + 1;
        } else if at > quizzing.asked.len()
            && let Led::ToTheEnd = quizzing.step(bank)
        {
            let outcome = Outcome::new(bank, &quizzing.answers());
            state.phase = Phase::Placed(quizzing, outcome);
            return Some(state);
        }
        state.phase = Phase::Quizzing(quizzing);
        Some(state)
    }
}
