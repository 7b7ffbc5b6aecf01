//! What authors should know of their questions, in plain words.

use std::fmt;

use super::people::Person;
use super::rivals::Guess;
use super::terrain::Terrain;
use crate::ladder::{Ladder, QuestionId, RungId};

/// A rung is hard to reach if fewer of its readers are put there.
const HARD: f64 = 0.5;
/// Two rungs are hard to tell apart if more of their readers are taken for the other one's.
const CONFUSED: f64 = 0.3;

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

/// What there is to say about the rungs, of guesses about people.
pub(super) fn rungs(ladder: &Ladder, terrain: &Terrain, people: &[Person], guesses: &[Guess]) -> Vec<Finding> {
    let count = ladder.rungs.len();
    // How many of the people on a rung were put on each.
    let mut put = vec![vec![0_usize; count]; count];
    for (person, guess) in people.iter().zip(guesses) {
        put[person.rung][guess.rung] += 1;
    }
    let on = |rung: usize| put[rung].iter().sum::<usize>().max(1);
    let id = |rung: usize| &ladder.rungs[rung].id;
    let mut found = Vec::new();
    for rung in 0..count {
        if let Some(twin) = (0..rung).find(|&twin| terrain.differences(rung, twin).is_empty()) {
            let message =
                format!("no answer tells `{}` from `{}`; name in \"except\" where they differ", id(rung), id(twin));
            found.push(Finding::Alike { rung: RungId::new(rung), message });
            continue;
        }
        let has_twin = (0..count).any(|twin| twin != rung && terrain.differences(rung, twin).is_empty());
        let reached = put[rung][rung] as f64 / on(rung) as f64;
        let mut is_confused = false;
        for other in (0..rung).filter(|&other| !terrain.differences(rung, other).is_empty()) {
            let taken = put[rung][other] + put[other][rung];
            let taken = taken as f64 / (on(rung) + on(other)) as f64;
            if taken > CONFUSED {
                is_confused = true;
                let message = format!(
                    "{} in 100 simulated readers on `{}` and `{}` are taken for the other's; {}",
                    per_cent(taken),
                    id(other),
                    id(rung),
                    remedy(ladder, terrain, other, rung)
                );
                found.push(Finding::Rung { rung: RungId::new(rung), message });
            }
        }
        if reached < HARD && !has_twin && !is_confused {
            let message = format!(
                "hard to reach: of 100 simulated readers on `{}` only {} are placed there; write more answers whose \"is\" is this rung",
                id(rung),
                per_cent(reached)
            );
            found.push(Finding::Rung { rung: RungId::new(rung), message });
        }
    }
    found
}

/// What would tell two rungs apart better: more questions where they differ, the fewest first, or differing in more.
fn remedy(ladder: &Ladder, terrain: &Terrain, a: usize, b: usize) -> String {
    let questions = |about: usize| terrain.questions.iter().filter(|question| question.0 == about).count();
    let mut differences = terrain.differences(a, b);
    differences.sort_by_key(|&about| questions(about));
    let fewest = ladder.dimensions[differences[0]].id.as_str();
    let between = "answers between the two";
    match differences[..] {
        [only] => format!(
            "they differ in `{fewest}` alone, with {} questions about it; let them differ by more, or in a second dimension",
            questions(only)
        ),
        _ => format!("write more questions about `{fewest}` with {between}"),
    }
}

/// The questions that were never asked, by how often each was.
pub(super) fn questions(ladder: &Ladder, asked: &[usize]) -> Vec<Finding> {
    let never = (0..asked.len()).filter(|&question| asked[question] == 0);
    let finding = |question: usize| {
        let Some(about) = ladder.dimensions.get(ladder.questions[question].about.index()) else { return None };
        let message = format!(
            "never asked: for every simulated reader others told more; spread its answers over the ladder like those of others about `{}`, or leave it out",
            about.id
        );
        Some(Finding::Question { question: QuestionId::new(question), message })
    };
    never.filter_map(finding).collect()
}

fn per_cent(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}
