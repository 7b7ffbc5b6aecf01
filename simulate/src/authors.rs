//! What authors should know of their questions, in plain words.

use std::fmt;

use super::people::Person;
use super::rivals::Guess;
use super::terrain::Terrain;
use career_ladder_core::ladder::{Ladder, QuestionId, RungId};

/// A rung is hard to reach if fewer of its readers are put there.
const HARD: f64 = 0.5;
/// Two rungs are hard to tell apart if more of their readers are taken for the other one's.
const CONFUSED: f64 = 0.2;

/// Something that an author should know.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// No question tells a rung from an earlier one.
    Alike {
        /// The later rung.
        rung: RungId,
        /// What to say of it.
        message: String,
    },
    /// Readers on a rung are seldom put there, or taken for those on another.
    Rung {
        /// The rung.
        rung: RungId,
        /// What to say of it.
        message: String,
    },
    /// A question is never asked.
    Question {
        /// The question.
        question: QuestionId,
        /// What to say of it.
        message: String,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Alike { message, .. } | Self::Rung { message, .. } | Self::Question { message, .. }) = self;
        f.write_str(message)
    }
}

/// What there is to say about the rungs, of guesses about people. Each is compared with those before it.
pub(super) fn rungs(ladder: &Ladder, terrain: &Terrain, people: &[Person], guesses: &[Guess]) -> Vec<Finding> {
    let placed = Placed::of(ladder.rungs.len(), people, guesses);
    let is_twin = |a: usize, b: usize| a != b && terrain.differences(a, b).is_empty();
    let id = |rung: usize| &ladder.rungs[rung].id;
    let mut found = Vec::new();
    for rung in 0..ladder.rungs.len() {
        let at = RungId::new(rung);
        let rung_message = |message| Finding::Rung { rung: at, message };
        if let Some(twin) = (0..rung).find(|&twin| is_twin(rung, twin)) {
            let message =
                format!("no answer tells `{}` from `{}`; name in \"except\" where they differ", id(rung), id(twin));
            found.push(Finding::Alike { rung: at, message });
            continue;
        }
        let confused: Vec<usize> = (0..rung).filter(|&other| placed.confused(rung, other) > CONFUSED).collect();
        found.extend(confused.iter().map(|&other| {
            rung_message(format!(
                "{} in 100 simulated readers on `{}` and `{}` are taken for the other's; {}",
                per_cent(placed.confused(rung, other)),
                id(other),
                id(rung),
                remedy(ladder, terrain, other, rung)
            ))
        }));
        let is_explained = !confused.is_empty() || (rung..ladder.rungs.len()).any(|twin| is_twin(rung, twin));
        if placed.reached(rung) < HARD && !is_explained {
            found.push(rung_message(format!(
                "hard to reach: of 100 simulated readers on `{}` only {} are placed there; write more answers whose \
                 \"is\" is this rung",
                id(rung),
                per_cent(placed.reached(rung))
            )));
        }
    }
    found
}

/// Per rung: how many of its people were put on each.
struct Placed(Vec<Vec<usize>>);

impl Placed {
    fn of(rungs: usize, people: &[Person], guesses: &[Guess]) -> Self {
        let mut placed = vec![vec![0; rungs]; rungs];
        for (person, guess) in people.iter().zip(guesses) {
            placed[person.rung][guess.rung] += 1;
        }
        Self(placed)
    }

    fn on(&self, rung: usize) -> f64 {
        self.0[rung].iter().sum::<usize>().max(1) as f64
    }

    /// The share of those on a rung who were put there.
    fn reached(&self, rung: usize) -> f64 {
        self.0[rung][rung] as f64 / self.on(rung)
    }

    /// The share of those on two rungs who were put on the other's.
    fn confused(&self, a: usize, b: usize) -> f64 {
        (self.0[a][b] + self.0[b][a]) as f64 / (self.on(a) + self.on(b))
    }
}

/// What would tell two rungs apart better: more questions where they differ, the fewest first, or differing in more.
fn remedy(ladder: &Ladder, terrain: &Terrain, a: usize, b: usize) -> String {
    let questions = |about: usize| terrain.questions.iter().filter(|question| question.0 == about).count();
    let mut differences = terrain.differences(a, b);
    differences.sort_by_key(|&about| questions(about));
    let fewest = ladder.dimensions[differences[0]].id.as_str();
    match differences[..] {
        [only] => format!(
            "they differ in `{fewest}` alone, with {} about it; let them differ by more or in a second dimension, \
             or write more",
            match questions(only) {
                1 => "1 question".to_owned(),
                count => format!("{count} questions"),
            }
        ),
        _ => format!("write more questions about `{fewest}`, with answers for each of the two"),
    }
}

/// The questions that were never asked. `asked` has how often each was.
pub(super) fn questions(ladder: &Ladder, asked: &[usize]) -> Vec<Finding> {
    let never = (0..asked.len()).filter(|&question| asked[question] == 0).map(QuestionId::new);
    let finding = |question| {
        let about = &ladder.dimensions[ladder.question(question).about.index()].id;
        let message = format!(
            "never asked: others about `{about}` told more of every simulated reader; spread its answers over the \
             ladder as theirs are, or leave it out"
        );
        Finding::Question { question, message }
    };
    never.map(finding).collect()
}

fn per_cent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
