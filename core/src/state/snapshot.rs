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

use super::quiz_progress::{Advance, AskedQuestion};
use super::{LoadedLadder, Notice, Phase, QuizProgress, State};
use crate::decimal::decimal;
use crate::ladder::{MoveId, QuestionId};
use crate::plan::{Initiative, Target};
use crate::quiz::{MAX_QUESTIONS_ASKED, Outcome, Title};

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
    pub fn snapshot(&self, loaded: &LoadedLadder) -> String {
        let ladder = &loaded.ladder;
        let (progress, at) = match &self.phase {
            Phase::Exploring => match &self.paused {
                Some(paused) => (paused, LADDER.to_owned()),
                None => return String::new(),
            },
            Phase::Quiz(progress) => (progress, decimal(progress.at)),
            Phase::Outcome(progress, _) => (progress, END.to_owned()),
            Phase::SharedOutcome(shared) => {
                return shared.suspended.as_ref().map(|suspended| suspended.snapshot(loaded)).unwrap_or_default();
            }
        };
        let title = match (progress.title, progress.selected_title) {
            (_, Some(rung)) => &*ladder.rung(rung).id,
            (Title::Skipped, None) => SKIPPED,
            _ => "",
        };
        let mut text = [&at, "\n", title].concat();
        for asked in &progress.asked {
            let question = ladder.question(asked.question);
            text.push('\n');
            text.push_str(&question.id);
            if let Some(answer) = asked.selected {
                text.push(' ');
                text.push_str(&question.answers[answer].id);
            }
        }
        let mut add = |sign, name: &str| {
            text.push('\n');
            text.push(sign);
            text.push_str(name);
        };
        match self.target {
            Some(Target::Rung(rung)) => add(TO_RUNG, &ladder.rung(rung).id),
            Some(Target::Move(way)) => add(TO_MOVE, &ladder.moves[way.index()].id),
            Some(Target::Here) | None => {}
        }
        for initiative in &self.done {
            add(DONE, &initiative.name(ladder));
        }
        text
    }

    /// Goes on from a kept text. Answers that the ladder no longer has are dropped and counted in [`State::note`].
    #[must_use]
    pub fn from_snapshot(loaded: &LoadedLadder, snapshot: &str) -> Option<Self> {
        let (ladder, bank) = (&loaded.ladder, &loaded.bank);
        let mut lines = snapshot.split('\n');
        let (at, title) = (lines.next()?, lines.next()?);
        if bank.is_empty() {
            return None;
        }
        let named = |id: &str| ladder.rung_ids().find(|&rung| ladder.rung(rung).id == id);
        let mut state = Self::new(loaded, false);
        let mut progress = QuizProgress::default();
        let mut lost = 0;
        for line in lines {
            if let Some(rung) = line.strip_prefix(TO_RUNG) {
                state.target = named(rung).map(Target::Rung);
                continue;
            }
            if let Some(way) = line.strip_prefix(TO_MOVE) {
                state.target =
                    ladder.moves.iter().position(|known| known.id == way).map(|at| Target::Move(MoveId::new(at)));
                continue;
            }
            if let Some(name) = line.strip_prefix(DONE) {
                state.done.extend(Initiative::named(ladder, name));
                continue;
            }
            if progress.asked.len() + 1 == MAX_QUESTIONS_ASKED {
                continue;
            }
            let (question, answer) = line.split_once(' ').unwrap_or((line, ""));
            let place = ladder.questions.iter().position(|known| known.id == question);
            let selected =
                place.and_then(|place| ladder.questions[place].answers.iter().position(|known| known.id == answer));
            lost += usize::from(selected.is_none() && !answer.is_empty());
            progress.asked.extend(place.map(|place| AskedQuestion {
                question: QuestionId::new(place),
                selected,
                submitted: selected,
            }));
        }
        let explores = at == LADDER;
        let at = if explores { 0 } else { at.parse().unwrap_or(usize::MAX) };
        progress.at = at.min(progress.asked.len());
        progress.selected_title = named(title);
        lost += usize::from(progress.selected_title.is_none() && title.len() > SKIPPED.len());
        if at > 0 || !progress.asked.is_empty() {
            progress.title = progress.selected_title.map_or(Title::Skipped, Title::Held);
        }
        state.note = (lost > 0).then_some(Notice::Lost(lost));
        // What is marked on the last question was not taken yet, if it is the one that is shown.
        if at == progress.asked.len() {
            progress.asked.last_mut().map(|asked| asked.submitted.take());
        }
        progress.precompute_next(bank);
        if explores {
            state.paused = Some(progress);
            return Some(state);
        }
        let open = progress.asked.iter().position(|asked| asked.selected.is_none());
        if let Some(open) = open.filter(|open| open + 1 < at) {
            progress.at = open + 1;
        } else if at > progress.asked.len()
            && let Advance::Finished = progress.step(bank)
        {
            let outcome = Outcome::new(bank, &progress.answers());
            state.phase = Phase::Outcome(progress, outcome);
            return Some(state);
        }
        state.phase = Phase::Quiz(progress);
        Some(state)
    }
}
