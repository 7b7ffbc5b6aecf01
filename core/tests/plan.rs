//! Properties of the plan, on the bundled ladders: from wherever someone was placed, and whatever they aim at.

mod common;

use std::cmp::Ordering;
use std::collections::HashSet;

use career_ladder_core::ladder::{DimensionId, Ladder, RungId, TrackId};
use career_ladder_core::plan::{Headings, Initiative, Plan, Target, targets};
use career_ladder_core::quiz::{DimensionLevel, ItemBank, Outcome, Placement, Verdict};
use common::bundled;
use proptest::prelude::*;
use proptest::sample::Index;

/// Placed on a rung, with a profile of these shares of the first track; `None` where nobody asked.
fn outcome(ladder: &Ladder, rung: RungId, shares: &[Option<f64>]) -> Outcome {
    let top = f64::from(u8::try_from(ladder.rungs_of_track(TrackId::default()).len() - 1).expect("a short track"));
    let standing = |(dimension, &share): (usize, &Option<f64>)| {
        let share = share?;
        let dimension = DimensionId::new(dimension);
        Some(DimensionLevel { dimension, level: share * top, share, required: 0.0, comparison: Ordering::Equal })
    };
    Outcome {
        placement: Placement { rung, runner_up: rung, verdict: Verdict::Clear, confidence: 0.9 },
        without_title: None,
        probabilities: Vec::new(),
        profile: shares.iter().take(ladder.dimensions.len()).enumerate().filter_map(standing).collect(),
        evidence: Vec::new(),
        asked: 0,
    }
}

/// Holds a plan to what must be so.
fn holds(ladder: &Ladder, bank: &ItemBank, outcome: &Outcome, plan: &Plan) -> Result<(), TestCaseError> {
    let rung = ladder.rung(plan.from);
    let initiatives: Vec<Initiative> = plan.gaps.iter().flat_map(|gap| gap.initiatives.clone()).collect();
    prop_assert!((2..=4).contains(&initiatives.len()) || initiatives.len() == rung.skills.len(), "{plan:?}");
    let distinct: HashSet<usize> = initiatives.iter().map(|initiative| initiative.skill).collect();
    prop_assert_eq!(distinct.len(), initiatives.len());
    for gap in &plan.gaps {
        let side = gap.side.map(|side| side.dimension);
        prop_assert!(gap.initiatives.iter().all(|initiative| initiative.skill(ladder).dimension == side));
        prop_assert!(gap.side.is_none_or(|side| ladder.rung(side.from).level <= ladder.rung(side.to).level));
    }

    // What was left out is not further below the aim than what is in.
    let asking = if let Target::Rung(rung) = plan.target { rung } else { plan.from };
    let below = |skill: usize| {
        rung.skills[skill].dimension.map_or(f64::NEG_INFINITY, |dimension| {
            let standing = outcome.profile.iter().find(|standing| standing.dimension == dimension);
            bank.stand(asking, dimension) - standing.map_or(bank.stand(plan.from, dimension), |standing| standing.level)
        })
    };
    let least = distinct.iter().map(|&skill| below(skill)).fold(f64::INFINITY, f64::min);
    prop_assert!((0..rung.skills.len()).all(|skill| distinct.contains(&skill) || below(skill) <= least));

    let gaps = vec!["A gap".to_owned(); plan.gaps.len()];
    let headings = Headings { objective: "An aim", focus: "Now", gaps: &gaps };
    let markdown = plan.markdown(ladder, headings, &initiatives[..1]);
    prop_assert_eq!(markdown.matches("\n- [ ] **").count(), initiatives.len() - 1);
    prop_assert_eq!(markdown.matches("\n- [x] **").count(), 1);
    prop_assert_eq!(markdown.matches("\n## ").count(), plan.gaps.len() + 1);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn every_rung_has_a_plan_for_every_aim(
        rung in any::<Index>(),
        shares in prop::collection::vec(prop::option::of(0.0..=1.0), 12),
    ) {
        for ladder in bundled() {
            let bank = ItemBank::new(&ladder);
            let rung = RungId::new(rung.index(ladder.rungs.len()));
            let outcome = outcome(&ladder, rung, &shares);
            for target in targets(&ladder, rung) {
                let plan = Plan::new(&ladder, &bank, &outcome, Some(target)).expect("a plan");
                prop_assert_eq!((plan.from, plan.target), (rung, target));
                holds(&ladder, &bank, &outcome, &plan)?;
            }
        }
    }
}

#[test]
fn without_a_wish_the_aim_is_the_next_rung_of_the_track() {
    for ladder in bundled() {
        let bank = ItemBank::new(&ladder);
        for rung in ladder.rung_ids() {
            let rungs_of_track = ladder.rungs_of_track(ladder.rung(rung).track);
            let next = rungs_of_track.into_iter().find(|&next| ladder.rung(next).level > ladder.rung(rung).level);
            let plan = Plan::new(&ladder, &bank, &outcome(&ladder, rung, &[]), None).expect("a plan");
            assert_eq!(plan.target, next.map_or(Target::Here, Target::Rung));
        }
    }
}

#[test]
fn names_of_initiatives_lead_back_to_them() {
    for ladder in bundled() {
        for rung in ladder.rung_ids() {
            for skill in 0..ladder.rung(rung).skills.len() {
                let initiative = Initiative { rung, skill };
                let name = initiative.name(&ladder);
                assert!(!name.contains(char::is_whitespace), "{name}");
                assert_eq!(Initiative::named(&ladder, &name), Some(initiative));
            }
        }
    }
}
