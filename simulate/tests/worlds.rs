//! The quiz in worlds that it was not made for, on a synthetic ladder with the question for the title.

#[path = "../../core/tests/common/mod.rs"]
mod common;

use career_ladder_core::ladder::Ladder;
use career_ladder_simulate::{VERSIONS, Version, WORLDS, World, WorldMeasures, measure_world};
use common::read;

const PEOPLE: usize = 2_000;

/// Other seeds than those on which constants of the engine were chosen.
const SEED: u64 = 63;

fn six() -> Ladder {
    read("six", include_str!("synthetic/six.json"))
}

/// Every world in every version.
fn all() -> Vec<(World, Version, WorldMeasures)> {
    let ladder = six();
    let versions = WORLDS.into_iter().flat_map(|world| VERSIONS.map(|version| (world, version)));
    let measured = versions.map(|(world, version)| {
        let measures = measure_world(&ladder, &version.of(&world), PEOPLE, SEED).expect("questions");
        (world, version, measures)
    });
    measured.collect()
}

#[test]
fn the_quiz_is_nearly_as_good_as_one_that_knows_the_world() {
    let all = all();
    let mean = |of: &dyn Fn(&WorldMeasures) -> f64| all.iter().map(|(.., it)| of(it)).sum::<f64>() / all.len() as f64;
    let calibration = |it: &WorldMeasures| it.ours.calibration.expect("a method with probabilities").error;
    for (world, version, measures) in &all {
        eprintln!("{} ({}): {measures:?}", world.scenario.name, version.name());
        assert!(measures.ours.within_one >= 0.95 && measures.oracle.within_one >= 0.95, "{measures:?}");
        assert!(measures.oracle.asked <= measures.ours.asked, "{measures:?}");
        assert!(measures.regret() <= 0.08 && calibration(measures) <= 0.12, "{measures:?}");
    }
    let (ours, oracle) = (mean(&|it| it.ours.exact), mean(&|it| it.oracle.exact));
    assert!(ours >= 0.79 && ours >= oracle - 0.045, "{ours} {oracle}");
    assert!(oracle >= 0.8, "an oracle knows more: {oracle}");
    assert!(mean(&|it| it.ours.asked) <= 8.3, "{}", mean(&|it| it.ours.asked));
    assert!(mean(&calibration) <= 0.05, "{}", mean(&calibration));
    assert!(all[0].2.ours.exact >= 0.89, "today's careful readers: {:?}", all[0].2);
}

#[test]
fn a_ladder_that_is_too_large_for_the_memory_has_no_oracle() {
    let mut parts = six().into_parts();
    let questions = parts.questions.clone();
    (0..300).for_each(|_| parts.questions.extend(questions.clone()));
    let measured = measure_world(&Ladder::new(parts), &Version::Careful.of(&WORLDS[2]), 1, SEED);
    assert_eq!(measured, None);
}
