//! The plan: what a reader works on to get from an outcome to a target.

mod initiative;
mod markdown;
mod target;

pub use initiative::{Initiative, SkillOwner};
pub use markdown::Headings;
pub use target::{Target, targets};

use crate::gather::Gather as _;
use crate::ladder::{DimensionId, Ladder, RungId};
use crate::quiz::{Outcome, Quiz, Verdict};

/// A plan has at most this many initiatives; skills with smaller gaps are left out. More than three at a time is a list
/// that nobody works off.
const MAX_INITIATIVES: usize = 3;

/// The steps from a rung to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rung that the plan starts from.
    pub from: RungId,
    /// The goal.
    pub target: Target,
    /// The skills to acquire, in order of priority. Empty if the ladder names none for the target.
    pub initiatives: Vec<Initiative>,
}

impl Plan {
    /// The plan for a target. Without a target, or for one that cannot be reached from the placed rung, it is the plan for
    /// the nearest target. `None` if the outcome is unclear.
    #[must_use]
    pub fn new(ladder: &Ladder, quiz: &Quiz, outcome: &Outcome, target: Option<Target>) -> Option<Self> {
        if outcome.placement.verdict == Verdict::Unclear {
            return None;
        }
        let from = start(ladder, outcome);
        let targets = targets(ladder, from);
        let target = target.filter(|target| targets.contains(target)).unwrap_or(targets[0]);
        let initiatives = match target {
            Target::Move(id) => of_owner(ladder, SkillOwner::Move(id)).take(MAX_INITIATIVES).gather(),
            Target::Rung(required_by) => Planner { ladder, quiz, outcome, from, required_by }.initiatives(),
            Target::Here => Planner { ladder, quiz, outcome, from, required_by: from }.initiatives(),
        };
        Some(Self { from, target, initiatives })
    }

    /// The current focus of the stage that the plan starts from; empty if the rung has no stage.
    #[must_use]
    pub fn focus<'l>(&self, ladder: &'l Ladder) -> &'l [String] {
        ladder.stage_of(self.from).map_or(&[], |stage| &stage.focus)
    }
}

/// The rung that a plan starts from: the placed one. Between two rungs of which one follows the other, it is the lower one:
/// the step between them is what the reader has to make first.
fn start(ladder: &Ladder, outcome: &Outcome) -> RungId {
    let placement = &outcome.placement;
    let follows = targets(ladder, placement.runner_up)[0] == Target::Rung(placement.rung);
    if placement.verdict == Verdict::Between && follows { placement.runner_up } else { placement.rung }
}

/// The skills of a rung or an adjacent role, in the order of the file.
fn of_owner(ladder: &Ladder, owner: SkillOwner) -> impl Iterator<Item = Initiative> {
    (0..owner.skills(ladder).len()).map(move |skill| Initiative { owner, skill })
}

/// Everything that decides the order of a rung's skills.
struct Planner<'a> {
    ladder: &'a Ladder,
    quiz: &'a Quiz,
    outcome: &'a Outcome,
    /// The rung whose skills are the possible initiatives.
    from: RungId,
    /// The rung whose levels the plan leads to.
    required_by: RungId,
}

impl Planner<'_> {
    /// The skills with the largest shortfalls, the largest first. Of equal ones the first in the file wins.
    fn initiatives(&self) -> Vec<Initiative> {
        let mut initiatives: Vec<(Initiative, f64)> = Vec::new();
        for initiative in of_owner(self.ladder, SkillOwner::Rung(self.from)) {
            let dimension = initiative.skill(self.ladder).dimension;
            let shortfall = dimension.map_or(f64::NEG_INFINITY, |dimension| self.shortfall(dimension));
            let index = initiatives.iter().take_while(|known| known.1 >= shortfall).count();
            initiatives.insert(index, (initiative, shortfall));
            initiatives.truncate(MAX_INITIATIVES);
        }
        initiatives.into_iter().map(|(initiative, _)| initiative).collect()
    }

    /// How far the reader is below the required level, in rungs; negative above it. Without an answer about the dimension,
    /// the reader counts as being at the level of the rung that the plan starts from.
    fn shortfall(&self, dimension: DimensionId) -> f64 {
        let known = self.outcome.profile.iter().find(|known| known.dimension == dimension);
        let level = known.map_or(self.quiz.required_level(self.from, dimension), |known| known.level);
        self.quiz.required_level(self.required_by, dimension) - level
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::{
        Dimension, LadderParts, LevelException, Link, Move, MoveId, Rung, Skill, Stage, StageId, Track, TrackId,
    };
    use crate::quiz::{DimensionLevel, Placement};
    use std::cmp::Ordering;

    fn skill(name: &str, dimension: Option<usize>) -> Skill {
        Skill { name: name.into(), dimension: dimension.map(DimensionId::new), ..Skill::default() }
    }

    /// Low, middle, high and top, and a side track from the middle. Its rung is like high, except that in the first dimension
    /// it requires the level of the middle.
    pub(super) fn ladder() -> Ladder {
        let rung =
            |id: &str, level, track| Rung { id: id.into(), level, track: TrackId::new(track), ..Rung::default() };
        let mut ladder = LadderParts {
            stages: vec![Stage { focus: vec!["Ship it.".into(), "1. Look at *data*.".into()], ..Stage::default() }],
            dimensions: ["People", "Craft"].map(|name| Dimension { name: name.into(), ..Dimension::default() }).into(),
            tracks: vec![Track::default(), Track { from: Some(RungId::new(1)), ..Track::default() }],
            rungs: vec![
                rung("low", 1, 0),
                rung("middle", 2, 0),
                rung("high", 3, 0),
                rung("top", 4, 0),
                rung("side", 3, 1),
            ],
            moves: vec![
                Move::default(),
                Move { from: vec![RungId::new(1)], skills: vec![skill("Selling", Some(0))], ..Move::default() },
            ],
            ..LadderParts::default()
        };
        let link = Link { title: "On [listening]".into(), url: "https://example.com/a_(b)".into() };
        let listening = Skill { how: "Ask, and wait.".into(), links: vec![link], ..skill("Listening", Some(0)) };
        ladder.rungs[0].stage = Some(StageId::new(0));
        ladder.rungs[0].skills = vec![listening, Skill { how: "- Read twice.".into(), ..skill("Care", Some(1)) }];
        ladder.rungs[1].skills = vec![
            skill("Anything", None),
            skill("Craft", Some(1)),
            skill("Mentoring", Some(0)),
            skill("More craft", Some(1)),
            skill("Hiring", Some(0)),
            skill("Feedback", Some(0)),
        ];
        ladder.rungs[3].skills = vec![skill("One", Some(0)), skill("Two", Some(1)), skill("Three", Some(1))];
        ladder.rungs[4].skills = vec![skill("Depth", Some(1))];
        ladder.rungs[4].like = Some(RungId::new(2));
        ladder.rungs[4].except = vec![LevelException { dimension: DimensionId::new(0), rung: RungId::new(1) }];
        Ladder::new(ladder)
    }

    /// The outcome of a reader on a rung, with these levels in the dimensions, in rungs.
    pub(super) fn outcome(rung: usize, levels: &[f64]) -> Outcome {
        let rung = RungId::new(rung);
        let profile = levels.iter().enumerate().map(|(dimension, &level)| DimensionLevel {
            dimension: DimensionId::new(dimension),
            level,
            level_fraction: 0.0,
            required_fraction: 0.0,
            tolerance_fraction: 0.0,
            comparison: Ordering::Equal,
        });
        Outcome {
            placement: Placement { rung, runner_up: RungId::new(0), verdict: Verdict::Clear, confidence: 0.9 },
            without_title: None,
            probabilities: Vec::new(),
            profile: profile.collect(),
            evidence: Vec::new(),
            asked: 0,
            answered: 0,
        }
    }

    /// Checks the skills of a plan by their indices.
    #[track_caller]
    fn case(outcome: &Outcome, target: Option<Target>, expected: &[usize]) {
        let ladder = ladder();
        let plan = Plan::new(&ladder, &Quiz::new(&ladder), outcome, target).expect("a plan");
        let skills: Vec<usize> = plan.initiatives.iter().map(|initiative| initiative.skill).collect();
        assert_eq!(skills, expected);
    }

    #[test]
    fn the_widest_gap_comes_first() {
        case(&outcome(1, &[1.0, 0.4]), None, &[1, 3, 2]);
        case(&outcome(1, &[0.2, 0.4]), None, &[2, 4, 5]);
    }

    #[test]
    fn the_order_of_the_file_breaks_ties() {
        case(&outcome(1, &[1.0, 1.0]), None, &[1, 2, 3]);
        // Without a profile, the reader counts as being at the level of the placed rung.
        case(&outcome(1, &[]), None, &[1, 2, 3]);
    }

    #[test]
    fn another_target_needs_other_skills() {
        let side = Some(Target::Rung(RungId::new(4)));
        case(&outcome(1, &[1.0, 1.0]), side, &[1, 3, 2]);
        let out_of_reach = Some(Target::Rung(RungId::new(3)));
        case(&outcome(1, &[1.0, 0.4]), out_of_reach, &[1, 3, 2]);
    }

    #[test]
    fn an_adjacent_role_has_its_own_skills() {
        let ladder = ladder();
        let plan = |index| {
            let target = Some(Target::Move(MoveId::new(index)));
            Plan::new(&ladder, &Quiz::new(&ladder), &outcome(1, &[0.0, 1.0]), target).expect("a plan")
        };
        assert_eq!(plan(0).initiatives, [], "the ladder names no skills for it");
        let names = plan(1).initiatives.iter().map(|initiative| &*initiative.skill(&ladder).name).collect::<Vec<_>>();
        assert_eq!(names, ["Selling"]);
    }

    #[test]
    fn a_reader_without_gaps_still_gets_initiatives() {
        case(&outcome(1, &[2.6, 2.0]), None, &[1, 3, 2]);
        case(&outcome(3, &[3.0, 3.0]), None, &[0, 1, 2]);
        case(&outcome(2, &[2.0, 2.0]), None, &[]);
    }

    #[test]
    fn between_a_rung_and_the_next_the_plan_starts_from_the_lower_one() {
        let ladder = ladder();
        let case = |rung, runner_up, verdict, from, target| {
            let mut outcome = outcome(rung, &[]);
            outcome.placement = Placement { runner_up: RungId::new(runner_up), verdict, ..outcome.placement };
            let plan = Plan::new(&ladder, &Quiz::new(&ladder), &outcome, None).expect("a plan");
            assert_eq!((plan.from.index(), plan.target), (from, target), "{rung} {runner_up}");
        };
        case(2, 1, Verdict::Between, 1, Target::Rung(RungId::new(2)));
        case(1, 2, Verdict::Between, 1, Target::Rung(RungId::new(2)));
        case(3, 2, Verdict::Between, 2, Target::Rung(RungId::new(3)));
        case(3, 2, Verdict::Clear, 3, Target::Here);
        case(3, 1, Verdict::Between, 3, Target::Here);
        case(4, 2, Verdict::Between, 4, Target::Here);
    }

    #[test]
    fn skills_without_a_dimension_come_last() {
        case(&outcome(1, &[3.0, 3.0]), None, &[1, 2, 3]);
        let mut parts = ladder().into_parts();
        parts.rungs[1].skills.truncate(2);
        let ladder = Ladder::new(parts);
        let plan = Plan::new(&ladder, &Quiz::new(&ladder), &outcome(1, &[3.0, 3.0]), None).expect("a plan");
        let skills: Vec<usize> = plan.initiatives.iter().map(|initiative| initiative.skill).collect();
        assert_eq!(skills, [1, 0]);
    }

    #[test]
    fn an_unclear_outcome_has_no_plan() {
        let ladder = ladder();
        let mut outcome = outcome(1, &[]);
        outcome.placement.verdict = Verdict::Unclear;
        assert_eq!(Plan::new(&ladder, &Quiz::new(&ladder), &outcome, None), None);
    }
}
