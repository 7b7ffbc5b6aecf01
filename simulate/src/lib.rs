//! Simulated readers: how well a quiz places people whose rung is known, before anyone real has answered.
//!
//! `people` answer by rules of their own, which are not the engine's; `scenario` has what they are
//! like, from clean to clicking at random. `rivals` are the quizzes that are compared, `measure` is
//! how good each is, `authors` what that means for who writes the questions. Deterministic for a seed.

mod authors;
mod measure;
mod people;
mod random;
mod rivals;
mod scenario;
mod terrain;

pub use authors::Finding;
pub use measure::{Measures, Side, Sureness};
pub use rivals::{METHODS, Method};
pub use scenario::{BASE, CLICKER, SCENARIOS, Scenario, Titles};

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::ItemBank;
use people::Person;
use rivals::Guess;
use terrain::Terrain;

/// What was found on one ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Per scenario: the measures of each method.
    pub scenarios: Vec<(Scenario, [Measures; METHODS.len()])>,
    /// What its author should know.
    pub findings: Vec<Finding>,
}

/// Plays all scenarios, each with as many readers. `None` where there are no questions.
#[must_use]
pub fn simulate(ladder: &Ladder, people: usize, seed: u64) -> Option<Report> {
    let stage = Stage::new(ladder)?;
    let mut scenarios = Vec::new();
    let mut findings = Vec::new();
    let mut asked = vec![0; ladder.questions.len()];
    for scenario in SCENARIOS {
        let people = people::people(&stage.terrain, &scenario, people, seed);
        let measures = METHODS.map(|method| {
            let guesses = stage.place(method, &people);
            if matches!(method, Method::Ours | Method::Titled) {
                count(&guesses, &mut asked);
            }
            if scenario == BASE && method == Method::Ours {
                findings = authors::rungs(ladder, &stage.terrain, &people, &guesses);
            }
            Measures::of(&stage.terrain, &people, &guesses)
        });
        scenarios.push((scenario, measures));
    }
    findings.extend(authors::questions(ladder, &asked));
    Some(Report { scenarios, findings })
}

/// How one method does in one scenario. `None` where there are no questions.
#[must_use]
pub fn measure(ladder: &Ladder, scenario: &Scenario, method: Method, people: usize, seed: u64) -> Option<Measures> {
    let stage = Stage::new(ladder)?;
    let people = people::people(&stage.terrain, scenario, people, seed);
    Some(Measures::of(&stage.terrain, &people, &stage.place(method, &people)))
}

/// So many readers take a quick look.
const QUICK: usize = 400;
/// On large ladders fewer do, so that it stays quick: work is readers times rungs times answers;
const WORK: usize = QUICK * 5_000;
/// if that leaves too few of them on each rung, nothing can be said of it.
const FEWEST_ON_A_RUNG: usize = 20;

/// A quick look: what the author of a ladder should know. Nothing where there are no questions, or too many to be quick.
#[must_use]
pub fn advise(ladder: &Ladder) -> Vec<Finding> {
    let answers: usize = ladder.questions.iter().map(|question| question.answers.len()).sum();
    let people = (WORK / (answers * ladder.rungs.len()).max(1)).min(QUICK);
    let Some(stage) = Stage::new(ladder).filter(|_| people >= FEWEST_ON_A_RUNG * ladder.rungs.len()) else {
        return Vec::new();
    };
    let mut asked = vec![0; ladder.questions.len()];
    let mut findings = Vec::new();
    for scenario in [BASE, CLICKER] {
        let people = people::people(&stage.terrain, &scenario, people, 0);
        let guesses = stage.place(Method::Ours, &people);
        count(&guesses, &mut asked);
        if scenario == BASE {
            findings = authors::rungs(ladder, &stage.terrain, &people, &guesses);
        }
    }
    findings.extend(authors::questions(ladder, &asked));
    findings
}

/// A ladder with questions, as both sides see it.
struct Stage {
    bank: ItemBank,
    terrain: Terrain,
}

impl Stage {
    fn new(ladder: &Ladder) -> Option<Self> {
        (!ladder.questions.is_empty()).then(|| Self { bank: ItemBank::new(ladder), terrain: Terrain::new(ladder) })
    }

    fn place(&self, method: Method, people: &[Person]) -> Vec<Guess> {
        people.iter().map(|person| method.place(&self.bank, &self.terrain, person)).collect()
    }
}

/// Counts how often each question was asked.
fn count(guesses: &[Guess], asked: &mut [usize]) {
    guesses.iter().flat_map(|guess| &guess.questions).for_each(|&question| asked[question] += 1);
}
