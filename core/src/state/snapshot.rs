//! Snapshots: the answers as text, which the page stores and hands back after a reload.
//!
//! A snapshot names everything by its id, so that on a changed ladder no answer is taken for another. It has one line for
//! the shown step, one for the title, and one for each question:
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
//! The step is its index, `end` for the outcome, or `ladder` if the reader went back to the ladder. The title is a rung, `-`
//! if the reader skipped it, or empty if it is open. A question has the id of its answer if one is selected, `-` if it does
//! not apply to the reader.
//!
//! The reader's choices for their plan follow: the target (`>` a rung, `^` a move), and each initiative that is done (`+`).

use super::quiz_progress::{Advance, AskedQuestion};
use super::{LoadedLadder, Notice, Phase, QuizProgress, ShareStatus, State};
use crate::decimal::decimal;
use crate::ladder::{Ladder, MoveId, QuestionId, RungId};
use crate::plan::{Initiative, Target};
use crate::quiz::{MAX_QUESTIONS_ASKED, Title};

const AT_END: &str = "end";
const ON_LADDER: &str = "ladder";
const SKIPPED: &str = "-";
// No id begins with one of these, so a line that does is no answer.
const TARGET_RUNG: char = '>';
const TARGET_MOVE: char = '^';
const DONE: char = '+';

impl State {
    /// The reader's answers as text; empty if there are none.
    #[must_use]
    pub fn snapshot(&self, loaded: &LoadedLadder) -> String {
        match &self.phase {
            Phase::Exploring { paused: None } => String::new(),
            Phase::Exploring { paused: Some(progress) } => write(&loaded.ladder, progress, ON_LADDER),
            Phase::Quiz(progress) => write(&loaded.ladder, progress, &decimal(progress.index())),
            Phase::Outcome { progress, .. } => write(&loaded.ladder, progress, AT_END),
            Phase::SharedOutcome(shared) => shared.suspended.snapshot(loaded),
        }
    }

    /// The state in which a widget starts: restored from the snapshot that the page holds, or without answers.
    #[must_use]
    pub fn resume(loaded: &LoadedLadder, snapshot: &str, starts_with_quiz: bool) -> Self {
        Self::from_snapshot(loaded, snapshot)
            .unwrap_or_else(|| Self { stored: snapshot.to_owned(), ..Self::new(loaded, starts_with_quiz) })
    }

    /// Restores a state from a snapshot; `None` if the text is no snapshot, or if the ladder has no quiz.
    ///
    /// Answers that the ladder no longer has are dropped, and a [`Notice`] counts them.
    #[must_use]
    pub fn from_snapshot(loaded: &LoadedLadder, snapshot: &str) -> Option<Self> {
        let (step, rest) = cut(snapshot, b'\n')?;
        let (title, mut rest) = cut(rest, b'\n').unwrap_or((rest, ""));
        if loaded.quiz.is_empty() {
            return None;
        }
        let mut restored = Restored { ladder: &loaded.ladder, progress: QuizProgress::default(), lost: 0 };
        while !rest.is_empty() {
            let (line, after) = cut(rest, b'\n').unwrap_or((rest, ""));
            restored.read_line(line);
            rest = after;
        }
        let (is_on_ladder, is_at_end) = (step == ON_LADDER, step == AT_END);
        let step = if is_on_ladder { 0 } else { step.parse().unwrap_or(usize::MAX) };
        restored.read_title(title, step);
        let Restored { mut progress, lost, .. } = restored;
        progress.show_step(&loaded.quiz, step);
        let phase = if is_on_ladder {
            Phase::Exploring { paused: Some(progress) }
        } else {
            phase_at(loaded, progress, step, is_at_end && lost == 0)
        };
        let notice = (lost > 0).then_some(Notice::Lost(lost));
        Some(Self { phase, notice, stored: snapshot.to_owned(), ..Self::empty() })
    }
}

fn write(ladder: &Ladder, progress: &QuizProgress, step: &str) -> String {
    let title = match (progress.title, progress.selected_title) {
        (_, Some(rung)) => &*ladder.rung(rung).id,
        (Title::Skipped, None) => SKIPPED,
        _ => "",
    };
    let mut text = [step, "\n", title].concat();
    for asked in &progress.asked {
        let question = ladder.question(asked.question);
        text.push('\n');
        text.push_str(&question.id);
        if let Some(answer) = asked.selected {
            text.push(' ');
            text.push_str(question.answer_id(answer));
        }
    }
    let mut add = |sign, name: &str| {
        text.push('\n');
        text.push(sign);
        text.push_str(name);
    };
    match progress.plan.target {
        Some(Target::Rung(rung)) => add(TARGET_RUNG, &ladder.rung(rung).id),
        Some(Target::Move(id)) => add(TARGET_MOVE, &ladder.moves[id.index()].id),
        Some(Target::Here) | None => {}
    }
    for initiative in &progress.plan.done {
        add(DONE, &initiative.name(ladder));
    }
    text
}

/// A text before and after the first of these bytes, which stand for characters. The standard library's `split_once` and
/// `split` take half a kilobyte more.
fn cut(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|known| known == byte)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The answers as far as they are read, and the number of those that the ladder no longer has.
struct Restored<'a> {
    ladder: &'a Ladder,
    progress: QuizProgress,
    lost: usize,
}

impl Restored<'_> {
    fn rung(&self, id: &str) -> Option<RungId> {
        self.ladder.rung_ids().find(|&rung| self.ladder.rung(rung).id == id)
    }

    fn read_title(&mut self, title: &str, step: usize) {
        let rung = self.rung(title);
        self.lost += usize::from(rung.is_none() && title.len() > SKIPPED.len());
        self.progress.selected_title = rung;
        if step > 0 || !self.progress.asked.is_empty() {
            self.progress.title = rung.map_or(Title::Skipped, Title::Held);
        }
    }

    fn read_line(&mut self, line: &str) {
        if let Some(rung) = line.strip_prefix(TARGET_RUNG) {
            self.progress.plan.target = self.rung(rung).map(Target::Rung);
        } else if let Some(id) = line.strip_prefix(TARGET_MOVE) {
            let index = self.ladder.moves.iter().position(|known| known.id == id);
            self.progress.plan.target = index.map(|index| Target::Move(MoveId::new(index)));
        } else if let Some(name) = line.strip_prefix(DONE) {
            self.progress.plan.done.extend(Initiative::named(self.ladder, name));
        } else if self.progress.asked.len() + 1 < MAX_QUESTIONS_ASKED {
            self.read_question(line);
        }
    }

    fn read_question(&mut self, line: &str) {
        let (question, answer) = cut(line, b' ').unwrap_or((line, ""));
        let index = self.ladder.questions.iter().position(|known| known.id == question);
        let selected = index.and_then(|index| self.ladder.questions[index].answer_with_id(answer));
        self.lost += usize::from(selected.is_none() && !answer.is_empty());
        self.progress.asked.extend(index.map(|index| AskedQuestion {
            question: QuestionId::new(index),
            selected,
            submitted: selected,
        }));
    }
}

/// The phase at a step: the outcome beyond the last question, else the quiz, but no further than a question without answer.
/// A reader who had an outcome comes back to one, even if today's quiz would ask more.
fn phase_at(loaded: &LoadedLadder, mut progress: QuizProgress, step: usize, had_outcome: bool) -> Phase {
    let unanswered = progress.asked.iter().position(|asked| asked.selected.is_none());
    if let Some(index) = unanswered.filter(|index| index + 1 < step) {
        progress.at = index + 1;
    } else if step > progress.asked.len()
        && (had_outcome && !progress.asked.is_empty() || progress.step(&loaded.quiz) == Advance::Finished)
    {
        let outcome = loaded.quiz.outcome(&progress.answers());
        return Phase::Outcome { progress, outcome, share_status: ShareStatus::default() };
    }
    Phase::Quiz(progress)
}
