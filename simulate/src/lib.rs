//! Simulated readers: how well the quiz places readers whose rung is known, before any real reader has answered.
//!
//! - `scenario` lists the kinds of readers, from ideal ones to random clickers.
//! - `ground_truth` reads the ladder for them, and `respondents` lets them answer. Neither uses a formula of the engine.
//! - `methods` are the quizzes to compare; `measures` and `calibration` say how good each is.
//! - `author_advice` turns placements into advice for authors.
//!
//! All results are reproducible from a seed.

mod author_advice;
mod calibration;
mod ground_truth;
mod measures;
mod methods;
mod random;
mod respondents;
mod scenario;
mod statistics;

pub use author_advice::Advice;
pub use calibration::Calibration;
pub use measures::{Measures, SideTrackRates};
pub use methods::{METHODS, Method};
pub use scenario::{BASE, CLICKER, SCENARIOS, Scenario, TitleRates};

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::Quiz;
use ground_truth::GroundTruth;
use methods::Guess;
use respondents::{Respondent, respondents};

/// The results of all scenarios on one ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Each scenario, with the measures of each method in the order of [`METHODS`].
    pub scenarios: Vec<(Scenario, [Measures; METHODS.len()])>,
    /// Weaknesses of the ladder.
    pub advice: Vec<Advice>,
}

/// Plays all scenarios with `people` readers each. `None` if the ladder has no questions.
#[must_use]
pub fn simulate(ladder: &Ladder, people: usize, seed: u64) -> Option<Report> {
    let setup = Setup::new(ladder)?;
    let mut scenarios = Vec::new();
    let mut advice = Vec::new();
    let mut asked = vec![0; ladder.questions.len()];
    for scenario in SCENARIOS {
        let respondents = respondents(&setup.truth, &scenario, people, seed);
        let measures = METHODS.map(|method| {
            let guesses = setup.place(method, &respondents);
            if matches!(method, Method::Ours | Method::Titled) {
                count_questions(&guesses, &mut asked);
            }
            if scenario == BASE && method == Method::Ours {
                advice = author_advice::about_rungs(ladder, &setup.truth, &respondents, &guesses);
            }
            Measures::new(&setup.truth, &respondents, &guesses)
        });
        scenarios.push((scenario, measures));
    }
    advice.extend(author_advice::about_questions(ladder, &asked));
    Some(Report { scenarios, advice })
}

/// The measures of one method in one scenario. `None` if the ladder has no questions.
#[must_use]
pub fn measure(ladder: &Ladder, scenario: &Scenario, method: Method, people: usize, seed: u64) -> Option<Measures> {
    let setup = Setup::new(ladder)?;
    let respondents = respondents(&setup.truth, scenario, people, seed);
    Some(Measures::new(&setup.truth, &respondents, &setup.place(method, &respondents)))
}

/// [`advise`] plays at most this many readers in each scenario.
const MAX_READERS: usize = 400;

/// [`advise`] plays fewer readers on large ladders, so that readers times rungs times answers stay below this.
const MAX_WORK: usize = MAX_READERS * 5_000;

/// [`advise`] gives no advice if fewer readers than this would be on each rung.
const MIN_READERS_PER_RUNG: usize = 20;

/// Advice from a quick simulation. Empty if the ladder has no questions, or is too large for a quick one.
#[must_use]
pub fn advise(ladder: &Ladder) -> Vec<Advice> {
    let answers: usize = ladder.questions.iter().map(|question| question.answers.len()).sum();
    let readers = (MAX_WORK / (answers * ladder.rungs.len()).max(1)).min(MAX_READERS);
    let is_quick = readers >= MIN_READERS_PER_RUNG * ladder.rungs.len();
    let Some(setup) = Setup::new(ladder).filter(|_| is_quick) else {
        return Vec::new();
    };
    let mut asked = vec![0; ladder.questions.len()];
    let mut advice = Vec::new();
    for scenario in [BASE, CLICKER] {
        let respondents = respondents(&setup.truth, &scenario, readers, 0);
        let guesses = setup.place(Method::Ours, &respondents);
        count_questions(&guesses, &mut asked);
        if scenario == BASE {
            advice = author_advice::about_rungs(ladder, &setup.truth, &respondents, &guesses);
        }
    }
    advice.extend(author_advice::about_questions(ladder, &asked));
    advice
}

/// A ladder with questions, as the quiz and as its simulated readers see it.
struct Setup {
    quiz: Quiz,
    truth: GroundTruth,
}

impl Setup {
    /// `None` if the ladder has no questions.
    fn new(ladder: &Ladder) -> Option<Self> {
        (!ladder.questions.is_empty()).then(|| Self { quiz: Quiz::new(ladder), truth: GroundTruth::new(ladder) })
    }

    fn place(&self, method: Method, respondents: &[Respondent]) -> Vec<Guess> {
        respondents.iter().map(|respondent| method.place(&self.quiz, &self.truth, respondent)).collect()
    }
}

/// Adds to `asked` how often each question was asked.
fn count_questions(guesses: &[Guess], asked: &mut [usize]) {
    guesses.iter().flat_map(|guess| &guess.questions).for_each(|&question| asked[question] += 1);
}
