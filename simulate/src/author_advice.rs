//! Advice for the authors of a ladder, drawn from the placements of simulated readers.

use std::fmt;

use super::ground_truth::GroundTruth;
use super::methods::Guess;
use super::respondents::Respondent;
use career_ladder_core::format::alike;
use career_ladder_core::ladder::{Ladder, QuestionId, RungId};

/// A rung is hard to reach if a smaller fraction of its readers is put on it.
const HARD_TO_REACH: f64 = 0.5;

/// Two rungs are hard to tell apart if a larger fraction of their readers is put on the other one. One reader in five of two
/// neighbours is usual: without a title the quiz asks some seven questions.
const CONFUSED: f64 = 0.23;

/// A weakness of the ladder.
#[derive(Debug, Clone, PartialEq)]
pub enum Advice {
    /// No question tells a rung from an earlier one.
    Alike {
        /// The later of the two rungs.
        rung: RungId,
        /// The weakness and its remedy.
        message: String,
    },
    /// Readers on a rung are seldom put there, or are put on another one.
    Rung {
        /// The rung that is hard to reach; of two rungs the later one.
        rung: RungId,
        /// The weakness and its remedy.
        message: String,
    },
    /// A question is never asked.
    Question {
        /// The question to improve or remove.
        question: QuestionId,
        /// The weakness and its remedy.
        message: String,
    },
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Alike { message, .. } | Self::Rung { message, .. } | Self::Question { message, .. }) = self;
        f.write_str(message)
    }
}

/// Advice about rungs. Each rung is compared with those before it in the file.
pub(super) fn about_rungs(
    ladder: &Ladder,
    truth: &GroundTruth,
    respondents: &[Respondent],
    guesses: &[Guess],
) -> Vec<Advice> {
    let counts = PlacementCounts::new(ladder.rungs.len(), respondents, guesses);
    let mut advice = Vec::new();
    for rung in 0..ladder.rungs.len() {
        if let Some(twin) = (0..rung).find(|&twin| is_twin(truth, rung, twin)) {
            advice.push(Advice::Alike {
                rung: RungId::new(rung),
                message: alike(&format!("`{}`", ladder.rungs[rung].id), &ladder.rungs[twin].id),
            });
        } else {
            let messages = rung_messages(ladder, truth, &counts, rung);
            advice.extend(messages.into_iter().map(|message| Advice::Rung { rung: RungId::new(rung), message }));
        }
    }
    advice
}

/// Whether no question can tell two different rungs apart.
fn is_twin(truth: &GroundTruth, a: usize, b: usize) -> bool {
    a != b && truth.differences(a, b).is_empty()
}

/// The weaknesses of a rung that questions can tell from all earlier ones.
fn rung_messages(ladder: &Ladder, truth: &GroundTruth, counts: &PlacementCounts, rung: usize) -> Vec<String> {
    let confused = (0..rung).filter(|&other| counts.confused(rung, other) > CONFUSED);
    let mut messages: Vec<String> =
        confused.map(|other| confused_message(ladder, truth, counts, [other, rung])).collect();
    let has_later_twin = (rung..ladder.rungs.len()).any(|twin| is_twin(truth, rung, twin));
    let is_explained = !messages.is_empty() || has_later_twin;
    if counts.reached(rung) < HARD_TO_REACH && !is_explained {
        messages.push(format!(
            "hard to reach: of 100 simulated readers on `{}` only {} are placed there; write more answers whose \
             \"is\" is this rung",
            ladder.rungs[rung].id,
            per_cent(counts.reached(rung))
        ));
    }
    messages
}

fn confused_message(
    ladder: &Ladder,
    truth: &GroundTruth,
    counts: &PlacementCounts,
    [earlier, later]: [usize; 2],
) -> String {
    format!(
        "{} in 100 simulated readers on `{}` and `{}` are placed on the other rung; {}",
        per_cent(counts.confused(later, earlier)),
        ladder.rungs[earlier].id,
        ladder.rungs[later].id,
        remedy(ladder, truth, earlier, later)
    )
}

/// Per rung: how many of its readers were put on each rung.
struct PlacementCounts(Vec<Vec<usize>>);

impl PlacementCounts {
    fn new(rungs: usize, respondents: &[Respondent], guesses: &[Guess]) -> Self {
        let mut counts = vec![vec![0; rungs]; rungs];
        for (respondent, guess) in respondents.iter().zip(guesses) {
            counts[respondent.rung][guess.rung] += 1;
        }
        Self(counts)
    }

    /// The number of readers on a rung, at least 1 for divisions.
    fn readers(&self, rung: usize) -> f64 {
        self.0[rung].iter().sum::<usize>().max(1) as f64
    }

    /// The fraction of a rung's readers who were put on it.
    fn reached(&self, rung: usize) -> f64 {
        self.0[rung][rung] as f64 / self.readers(rung)
    }

    /// The fraction of two rungs' readers who were put on the other rung of the two.
    fn confused(&self, a: usize, b: usize) -> f64 {
        (self.0[a][b] + self.0[b][a]) as f64 / (self.readers(a) + self.readers(b))
    }
}

/// The change that would tell two rungs apart better: more questions about the dimension with the fewest, out of those in
/// which the rungs differ; or more such dimensions.
fn remedy(ladder: &Ladder, truth: &GroundTruth, a: usize, b: usize) -> String {
    let questions = |about: usize| truth.questions.iter().filter(|question| question.0 == about).count();
    let mut differences = truth.differences(a, b);
    differences.sort_by_key(|&about| questions(about));
    let fewest = ladder.dimensions[differences[0]].id.as_str();
    match differences[..] {
        [only] => format!(
            "they differ in `{fewest}` alone, with {} about it; let them differ further or in a second dimension, \
             or write more questions about it",
            match questions(only) {
                1 => "1 question".to_owned(),
                count => format!("{count} questions"),
            }
        ),
        _ => format!("write more questions about `{fewest}`, with answers for each of the two"),
    }
}

/// Advice about the questions that were never asked. `asked` counts how often each was.
pub(super) fn about_questions(ladder: &Ladder, asked: &[usize]) -> Vec<Advice> {
    let never = (0..asked.len()).filter(|&question| asked[question] == 0).map(QuestionId::new);
    let advice = |question| {
        let about = &ladder.dimensions[ladder.question(question).about.index()].id;
        let message = format!(
            "never asked: for every simulated reader, another question about `{about}` told more; spread its \
             answers over more of the ladder, or remove it"
        );
        Advice::Question { question, message }
    };
    never.map(advice).collect()
}

fn per_cent(fraction: f64) -> String {
    format!("{:.0}", fraction * 100.0)
}
