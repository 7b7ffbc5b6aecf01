//! A calibration with few readers, measured in each world.

#[path = "../../core/tests/common/mod.rs"]
mod common;

use std::thread;

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::Learnt;
use career_ladder_simulate::{FixedAuthor, Scenario, VERSIONS, WORLDS};
use common::read;

/// Readers with known rungs.
const KNOWN: usize = 30;

/// Authors, each with other mistakes and readers.
const AUTHORS: u64 = 20;

/// Other readers of each author, on whom the quiz is measured.
const PEOPLE: usize = 400;

fn six() -> Ladder {
    read("six", include_str!("synthetic/six.json"))
}

/// The fraction of readers on their rung, on average over authors: as their author wrote the ladder, calibrated, and with
/// every answer where it truly stands.
fn exact(scenario: &Scenario) -> [f64; 3] {
    let ladder = six();
    let mut sums = [0.0; 3];
    for seed in 0..AUTHORS {
        let author = FixedAuthor::new(&ladder, scenario, seed);
        let calibrated = Learnt::new(&ladder, &author.recorded(KNOWN)).apply(&ladder);
        let ladders = [&ladder, &calibrated, &author.true_ladder()];
        for (sum, ladder) in sums.iter_mut().zip(ladders) {
            *sum += author.measure(ladder, PEOPLE).exact / AUTHORS as f64;
        }
    }
    sums
}

#[test]
fn thirty_known_readers_correct_an_author_and_harm_in_no_world() {
    let scenarios: Vec<(bool, Scenario)> = WORLDS
        .into_iter()
        .flat_map(|world| VERSIONS.map(|version| (world.scenario.question_shift > 0.0, version.of(&world))))
        .collect();
    let halves = scenarios.chunks(scenarios.len().div_ceil(2));
    let measured: Vec<[f64; 3]> = thread::scope(|scope| {
        let threads: Vec<_> = halves
            .map(|half| scope.spawn(move || half.iter().map(|(_, scenario)| exact(scenario)).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a result")).collect()
    });
    for ((is_biased, scenario), [author, calibrated, truth]) in scenarios.iter().zip(measured) {
        let found = format!("{}: {author:.4} {calibrated:.4} {truth:.4}", scenario.name);
        eprintln!("{found}");
        assert!(calibrated >= author - 0.005, "{found}");
        if *is_biased {
            assert!(calibrated - author >= 0.5 * (truth - author), "{found}");
        }
    }
}

#[test]
fn without_readers_nothing_is_learnt() {
    let ladder = six();
    let learnt = Learnt::new(&ladder, &[]);
    assert!(learnt.shifts.iter().flatten().all(|shift| shift.value == 0.0 && shift.error > 0.2));
    let apply = learnt.apply(&ladder);
    assert!(apply.questions == ladder.questions);
}
