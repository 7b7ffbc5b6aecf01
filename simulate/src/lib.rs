//! Simulated readers: how well the quiz places readers whose rung is known, before any real reader has answered.
//!
//! - `scenario` lists the kinds of readers, from ideal ones to random clickers; `worlds` has kinds that the engine was not
//!   made for.
//! - `ground_truth` reads the ladder for them. A reader has a `mind`, and `respondents` lets them answer by `choosing`. None
//!   of this uses a formula of the engine.
//! - `methods` are the quizzes to compare, and the `oracle` is the best one possible; `measures` and `calibration` say how
//!   good each is.
//! - `fixed_author` has one author with many readers, from whose answers a calibration can learn.
//! - `author_advice` turns placements into advice for authors.
//!
//! All results are reproducible from a seed.

mod author_advice;
mod calibration;
mod choosing;
mod fixed_author;
mod ground_truth;
mod measures;
mod methods;
mod mind;
mod oracle;
mod parallel;
mod progress;
mod random;
mod respondents;
mod scenario;
mod statistics;
mod worlds;

pub use author_advice::Advice;
pub use calibration::Calibration;
pub use fixed_author::FixedAuthor;
pub use measures::{Measures, SideTrackRates};
pub use methods::{METHODS, Method};
pub use scenario::{BASE, CLICKER, Choice, SCENARIOS, Scenario, Skills, TitleRates};
pub use worlds::{VERSIONS, Version, WORLDS, World};

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::Quiz;
use ground_truth::GroundTruth;
use methods::Guess;
use oracle::Oracle;
use progress::Progress;
use respondents::{Respondent, respondents};

/// The results of a simulation on one ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Weaknesses of the ladder.
    pub advice: Vec<Advice>,
    /// Each world in each version; empty for a ladder that is too large for the oracle.
    pub worlds: Vec<(World, Version, WorldMeasures)>,
    /// Each scenario, with the measures of each method in the order of [`METHODS`].
    pub scenarios: Vec<(Scenario, [Measures; METHODS.len()])>,
}

/// Plays all worlds and scenarios with `people` readers each. `None` if the ladder has no questions. `progress` is called
/// now and then, with the fraction that is done, 0 to 1.
#[must_use]
pub fn simulate(ladder: &Ladder, people: usize, seed: u64, progress: &(dyn Fn(f64) + Sync)) -> Option<Report> {
    let setup = Setup::new(ladder)?;
    let versions: Vec<(World, Version)> =
        WORLDS.into_iter().flat_map(|world| VERSIONS.map(|version| (world, version))).collect();
    let versions = if oracle::minds_per_rung(&setup.truth).is_some() { versions } else { Vec::new() };
    let progress = Progress::new(versions.len() + SCENARIOS.len(), progress);
    let worlds = parallel::map(&versions, |&(world, version)| {
        progress.after(|| Some((world, version, setup.measure_world(&version.of(&world), people, seed)?)))
    });
    let played = parallel::map(&SCENARIOS, |scenario| progress.after(|| setup.play(ladder, scenario, people, seed)));
    let mut asked = vec![0; ladder.questions.len()];
    let mut advice = Vec::new();
    let mut scenarios = Vec::new();
    for (scenario, played) in SCENARIOS.into_iter().zip(played) {
        asked.iter_mut().zip(played.asked).for_each(|(sum, asked)| *sum += asked);
        advice.extend(played.advice);
        scenarios.push((scenario, played.measures));
    }
    advice.extend(author_advice::about_questions(ladder, &asked));
    Some(Report { advice, worlds: worlds.into_iter().flatten().collect(), scenarios })
}

/// The measures of one method in one scenario. `None` if the ladder has no questions.
#[must_use]
pub fn measure(ladder: &Ladder, scenario: &Scenario, method: Method, people: usize, seed: u64) -> Option<Measures> {
    let setup = Setup::new(ladder)?;
    let respondents = respondents(&setup.truth, scenario, people, seed);
    Some(Measures::new(&setup.truth, &respondents, &setup.place(method, &respondents)))
}

/// Our quiz in a world, beside the best that any quiz could do there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WorldMeasures {
    /// Our quiz, for readers who give their title.
    pub ours: Measures,
    /// A quiz that knows the world's numbers, stops by the same rule, and asks each reader at most as many questions.
    pub oracle: Measures,
}

impl WorldMeasures {
    /// The fraction of readers, 0 to 1, whom the oracle puts on their rung and ours does not, less the opposite.
    #[must_use]
    pub fn regret(&self) -> f64 {
        self.oracle.exact - self.ours.exact
    }
}

/// The measures of our quiz and of the oracle in a world. `None` if the ladder has no questions, or is too large for the
/// oracle.
#[must_use]
pub fn measure_world(ladder: &Ladder, world: &Scenario, people: usize, seed: u64) -> Option<WorldMeasures> {
    Setup::new(ladder)?.measure_world(world, people, seed)
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

    /// Keeps sums alone: the guesses for many readers of all scenarios would fill the memory.
    fn play(&self, ladder: &Ladder, scenario: &Scenario, people: usize, seed: u64) -> Played {
        let respondents = respondents(&self.truth, scenario, people, seed);
        let mut asked = vec![0; ladder.questions.len()];
        let mut advice = Vec::new();
        let measures = METHODS.map(|method| {
            let guesses = self.place(method, &respondents);
            if matches!(method, Method::Ours | Method::Titled) {
                count_questions(&guesses, &mut asked);
            }
            if *scenario == BASE && method == Method::Ours {
                advice = author_advice::about_rungs(ladder, &self.truth, &respondents, &guesses);
            }
            Measures::new(&self.truth, &respondents, &guesses)
        });
        Played { measures, asked, advice }
    }

    /// `None` if the ladder is too large for the oracle.
    fn measure_world(&self, world: &Scenario, people: usize, seed: u64) -> Option<WorldMeasures> {
        let oracle = Oracle::new(&self.truth, world, seed)?;
        let respondents = respondents(&self.truth, world, people, seed);
        let ours = self.place(Method::Titled, &respondents);
        let places = respondents.iter().zip(&ours).map(|(reader, ours)| oracle.place(reader, ours.asked));
        let best: Vec<Guess> = places.collect();
        let [ours, oracle] = [ours, best].map(|guesses| Measures::new(&self.truth, &respondents, &guesses));
        Some(WorldMeasures { ours, oracle })
    }
}

/// The results of a scenario.
struct Played {
    /// In the order of [`METHODS`].
    measures: [Measures; METHODS.len()],
    /// Per question: how often our quiz asked it.
    asked: Vec<usize>,
    /// About rungs; none but in [`BASE`].
    advice: Vec<Advice>,
}

/// Adds to `asked` how often each question was asked.
fn count_questions(guesses: &[Guess], asked: &mut [usize]) {
    guesses.iter().flat_map(|guess| &guess.questions).for_each(|&question| asked[question] += 1);
}
