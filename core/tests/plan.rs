//! Properties of the plan on the bundled ladders, for every placed rung and every target.

mod common;

use std::cmp::Ordering;
use std::collections::HashSet;

use career_ladder_core::ladder::{DimensionId, Ladder, MoveId, RungId, TrackId};
use career_ladder_core::plan::{Headings, Initiative, Plan, SkillOwner, Target, targets};
use career_ladder_core::quiz::{DimensionLevel, Outcome, Placement, Quiz, Verdict};
use common::bundled;
use proptest::prelude::*;
use proptest::sample::Index;

/// The outcome of a reader on a rung, with levels as these fractions of the first track's height; `None` for a dimension
/// that no answer is about.
fn outcome(ladder: &Ladder, rung: RungId, fractions: &[Option<f64>]) -> Outcome {
    let top = f64::from(u8::try_from(ladder.rungs_of_track(TrackId::default()).len() - 1).expect("a short track"));
    let level = |(dimension, &fraction): (usize, &Option<f64>)| {
        let level_fraction = fraction?;
        Some(DimensionLevel {
            dimension: DimensionId::new(dimension),
            level: level_fraction * top,
            level_fraction,
            required_fraction: 0.0,
            tolerance_fraction: 0.0,
            comparison: Ordering::Equal,
        })
    };
    Outcome {
        placement: Placement { rung, runner_up: rung, verdict: Verdict::Clear, confidence: 0.9 },
        without_title: None,
        probabilities: Vec::new(),
        profile: fractions.iter().take(ladder.dimensions.len()).enumerate().filter_map(level).collect(),
        evidence: Vec::new(),
        asked: 0,
        answered: 0,
    }
}

fn check(ladder: &Ladder, quiz: &Quiz, outcome: &Outcome, plan: &Plan) -> Result<(), TestCaseError> {
    let initiatives = &plan.initiatives;
    let distinct: HashSet<usize> = initiatives.iter().map(|initiative| initiative.skill).collect();
    prop_assert_eq!(distinct.len(), initiatives.len());
    let (owner, required_by) = match plan.target {
        Target::Move(id) => (SkillOwner::Move(id), None),
        Target::Rung(rung) => (SkillOwner::Rung(plan.from), Some(rung)),
        Target::Here => (SkillOwner::Rung(plan.from), Some(plan.from)),
    };
    let skills = owner.skills(ladder);
    prop_assert_eq!(initiatives.len(), skills.len().min(3), "{:?}", plan);
    prop_assert!(initiatives.iter().all(|initiative| initiative.owner == owner));

    // No skill that was left out has a larger shortfall than one in the plan.
    if let Some(required_by) = required_by {
        let shortfall = |skill: usize| {
            skills[skill].dimension.map_or(f64::NEG_INFINITY, |dimension| {
                let known = outcome.profile.iter().find(|level| level.dimension == dimension);
                let level = known.map_or(quiz.required_level(plan.from, dimension), |known| known.level);
                quiz.required_level(required_by, dimension) - level
            })
        };
        let least = distinct.iter().map(|&skill| shortfall(skill)).fold(f64::INFINITY, f64::min);
        prop_assert!((0..skills.len()).all(|skill| distinct.contains(&skill) || shortfall(skill) <= least));
    }
    check_markdown(ladder, plan)
}

fn check_markdown(ladder: &Ladder, plan: &Plan) -> Result<(), TestCaseError> {
    let headings = Headings { objective: "A target", focus: "Now", initiatives: "Next" };
    let markdown = plan.markdown(ladder, headings, &plan.initiatives[..1]);
    prop_assert_eq!(markdown.matches("\n- [ ] **").count(), plan.initiatives.len() - 1);
    prop_assert_eq!(markdown.matches("\n- [x] **").count(), 1);
    prop_assert_eq!(markdown.matches("\n## ").count(), 2);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_rung_has_a_plan_for_every_target(
        rung in any::<Index>(),
        fractions in prop::collection::vec(prop::option::of(0.0..=1.0), 12),
    ) {
        for ladder in bundled() {
            let quiz = Quiz::new(&ladder);
            let rung = RungId::new(rung.index(ladder.rungs.len()));
            let outcome = outcome(&ladder, rung, &fractions);
            for target in targets(&ladder, rung) {
                let plan = Plan::new(&ladder, &quiz, &outcome, Some(target)).expect("a plan");
                prop_assert_eq!((plan.from, plan.target), (rung, target));
                check(&ladder, &quiz, &outcome, &plan)?;
            }
        }
    }
}

#[test]
fn the_default_target_is_the_next_rung_of_the_track() {
    for ladder in bundled() {
        let quiz = Quiz::new(&ladder);
        for rung in ladder.rung_ids() {
            let own_track = ladder.rungs_of_track(ladder.rung(rung).track);
            let next = own_track.iter().copied().find(|&next| ladder.rung(next).level > ladder.rung(rung).level);
            let plan = Plan::new(&ladder, &quiz, &outcome(&ladder, rung, &[]), None).expect("a plan");
            assert_eq!(plan.target, next.map_or(Target::Here, Target::Rung));
        }
    }
}

#[test]
fn an_initiative_is_found_by_its_name() {
    for ladder in bundled() {
        let rungs = ladder.rung_ids().map(SkillOwner::Rung);
        let moves = (0..ladder.moves.len()).map(|index| SkillOwner::Move(MoveId::new(index)));
        for owner in rungs.chain(moves) {
            assert!(!owner.skills(&ladder).is_empty(), "{owner:?} of {} has no skills", ladder.id);
            for skill in 0..owner.skills(&ladder).len() {
                let initiative = Initiative { owner, skill };
                let name = initiative.name(&ladder);
                assert!(!name.contains(char::is_whitespace), "{name}");
                assert_eq!(Initiative::named(&ladder, &name), Some(initiative));
            }
        }
    }
}
