//! What to grow next: the way from an outcome to an aim.
//!
//! It is a tree of the kind that goals are set with (OKR): the objective is the [`Target`], the key
//! results are the [`Gap`]s between where the reader stands and what the aim asks, and the
//! initiatives are what the placed rung says to grow.

mod initiative;
mod markdown;
mod target;

pub use initiative::Initiative;
pub use markdown::Headings;
pub use target::{Target, targets};

use crate::ladder::{DimensionId, Ladder, RungId, TrackId};
use crate::quiz::{ItemBank, Outcome, Verdict};

/// At least so many initiatives, as far as the rung has them.
const FEWEST: usize = 2;

/// At most so many initiatives.
const MOST: usize = 4;

/// As near to what a rung asks, in rungs, counts as there.
const THERE: f64 = 0.5;

/// The way to an aim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Where it starts: the rung the reader was placed on, the likelier where that is between two.
    pub from: RungId,
    /// Where it leads.
    pub target: Target,
    /// What is to grow, the widest gap first.
    pub gaps: Vec<Gap>,
}

/// What is to grow on a side of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The side; `None` for initiatives that belong to no dimension.
    pub side: Option<DimensionGap>,
    /// What to do.
    pub initiatives: Vec<Initiative>,
}

/// How high the reader is and should be on a side of the work, as rungs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DimensionGap {
    /// The dimension.
    pub dimension: DimensionId,
    /// Where they stand: on the placed rung, or else at the height of this one of the first track.
    pub from: RungId,
    /// The rung that asks for more; where they stand if they are there already.
    pub to: RungId,
}

impl Plan {
    /// The plan for an aim; for the nearest one where none is given, or one that cannot be reached
    /// from here. `None` where the answers point to no rung.
    #[must_use]
    pub fn new(ladder: &Ladder, bank: &ItemBank, outcome: &Outcome, target: Option<Target>) -> Option<Self> {
        if outcome.placement.verdict == Verdict::Unclear {
            return None;
        }
        let from = outcome.placement.rung;
        let targets = targets(ladder, from);
        let target = target.filter(|target| targets.contains(target)).unwrap_or(targets[0]);
        // Nothing is known of what a move asks; who does their rung well is ready for one.
        let asking = if let Target::Rung(rung) = target { rung } else { from };
        let level = |dimension| {
            let standing = outcome.profile.iter().find(|standing| standing.dimension == dimension);
            standing.map_or(bank.stand(from, dimension), |standing| standing.level)
        };

        let rungs_of_track = ladder.rungs_of_track(TrackId::default());
        let mut gaps: Vec<Gap> = Vec::new();
        for count in 0..MOST {
            let mut widest: Option<(Initiative, f64)> = None;
            for (skill, known) in ladder.rung(from).skills.iter().enumerate() {
                let initiative = Initiative { rung: from, skill };
                let below = |dimension| bank.stand(asking, dimension) - level(dimension);
                let below = known.dimension.map_or(f64::NEG_INFINITY, below);
                let is_new = gaps.iter().all(|gap| !gap.initiatives.contains(&initiative));
                if is_new && widest.is_none_or(|widest| below > widest.1) {
                    widest = Some((initiative, below));
                }
            }
            let Some((initiative, below)) = widest.filter(|widest| count < FEWEST || widest.1 > THERE) else { break };
            let dimension = initiative.skill(ladder).dimension;
            if let Some(known) = gaps.iter_mut().find(|gap| gap.side.map(|side| side.dimension) == dimension) {
                known.initiatives.push(initiative);
                continue;
            }
            let side = dimension.map(|dimension| {
                let level = level(dimension);
                let at_level = (level - bank.stand(from, dimension)).abs() <= THERE;
                let from = if at_level { from } else { nearest(&rungs_of_track, level) };
                DimensionGap { dimension, from, to: if below > THERE { asking } else { from } }
            });
            gaps.push(Gap { side, initiatives: vec![initiative] });
        }
        Some(Self { from, target, gaps })
    }

    /// What to attend to now: that of the stage the plan starts from.
    #[must_use]
    pub fn focus<'l>(&self, ladder: &'l Ladder) -> &'l [String] {
        ladder.stage_of(self.from).map_or(&[], |stage| &stage.focus)
    }
}

/// The rung that is as high, nearly.
fn nearest(rungs_of_track: &[RungId], level: f64) -> RungId {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the first track")]
    let place = (level + 0.5) as usize;
    rungs_of_track[place]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::{Dimension, Exception, Link, Move, Rung, Skill, Stage, StageId, Track};
    use crate::quiz::{DimensionLevel, Placement};
    use std::cmp::Ordering;

    fn skill(name: &str, dimension: Option<usize>) -> Skill {
        Skill { name: name.into(), dimension: dimension.map(DimensionId::new), ..Skill::default() }
    }

    /// Low, middle, high and top, with a side track from the middle: as high as high, with people as in the middle.
    pub(super) fn ladder() -> Ladder {
        let rung =
            |id: &str, level, track| Rung { id: id.into(), level, track: TrackId::new(track), ..Rung::default() };
        let mut ladder = Ladder {
            stages: vec![Stage { focus: vec!["Ship it.".into(), "1. Look at *data*.".into()], ..Stage::default() }],
            dimensions: vec![Dimension::default(); 2],
            tracks: vec![Track::default(), Track { from: Some(RungId::new(1)), ..Track::default() }],
            rungs: vec![
                rung("low", 1, 0),
                rung("middle", 2, 0),
                rung("high", 3, 0),
                rung("top", 4, 0),
                rung("side", 3, 1),
            ],
            moves: vec![Move::default(), Move { from: vec![RungId::new(1)], ..Move::default() }],
            ..Ladder::default()
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
        ladder.rungs[4].except = vec![Exception { dimension: DimensionId::new(0), rung: RungId::new(1) }];
        ladder
    }

    /// Placed on a rung, with these levels in the dimensions.
    pub(super) fn outcome(rung: usize, levels: &[f64]) -> Outcome {
        let rung = RungId::new(rung);
        let profile = levels.iter().enumerate().map(|(dimension, &level)| DimensionLevel {
            dimension: DimensionId::new(dimension),
            level,
            share: 0.0,
            required: 0.0,
            comparison: Ordering::Equal,
        });
        Outcome {
            placement: Placement { rung, runner_up: RungId::new(0), verdict: Verdict::Between, confidence: 0.7 },
            without_title: None,
            probabilities: Vec::new(),
            profile: profile.collect(),
            evidence: Vec::new(),
            asked: 0,
        }
    }

    /// The gaps of a plan: dimension, from, to, skills.
    #[track_caller]
    fn case(outcome: &Outcome, target: Option<Target>, expected: &[(Option<[usize; 3]>, &[usize])]) {
        let ladder = ladder();
        let plan = Plan::new(&ladder, &ItemBank::new(&ladder), outcome, target).expect("a plan");
        let side = |side: DimensionGap| [side.dimension.index(), side.from.index(), side.to.index()];
        let gaps: Vec<(Option<[usize; 3]>, Vec<usize>)> = plan
            .gaps
            .iter()
            .map(|gap| (gap.side.map(side), gap.initiatives.iter().map(|initiative| initiative.skill).collect()))
            .collect();
        let gaps: Vec<(Option<[usize; 3]>, &[usize])> = gaps.iter().map(|(side, skills)| (*side, &**skills)).collect();
        assert_eq!(gaps, expected);
    }

    #[test]
    fn the_widest_gap_comes_first() {
        case(&outcome(1, &[1.0, 0.4]), None, &[(Some([1, 0, 2]), &[1, 3]), (Some([0, 1, 2]), &[2, 4])]);
        case(&outcome(1, &[0.2, 0.4]), None, &[(Some([0, 0, 2]), &[2, 4, 5]), (Some([1, 0, 2]), &[1])]);
    }

    #[test]
    fn the_order_of_the_file_breaks_ties() {
        case(&outcome(1, &[1.0, 1.0]), None, &[(Some([1, 1, 2]), &[1, 3]), (Some([0, 1, 2]), &[2, 4])]);
        // Nobody asked: the reader is taken to be where they were placed.
        case(&outcome(1, &[]), None, &[(Some([1, 1, 2]), &[1, 3]), (Some([0, 1, 2]), &[2, 4])]);
    }

    #[test]
    fn another_aim_asks_for_other_things() {
        let side = Some(Target::Rung(RungId::new(4)));
        case(&outcome(1, &[1.0, 1.0]), side, &[(Some([1, 1, 4]), &[1, 3])]);
        let way = Some(Target::Move(crate::ladder::MoveId::new(1)));
        case(&outcome(1, &[0.0, 1.0]), way, &[(Some([0, 0, 1]), &[2, 4, 5])]);
        let out_of_reach = Some(Target::Rung(RungId::new(3)));
        case(&outcome(1, &[1.0, 0.4]), out_of_reach, &[(Some([1, 0, 2]), &[1, 3]), (Some([0, 1, 2]), &[2, 4])]);
    }

    #[test]
    fn who_is_there_already_still_has_two_things_to_do() {
        case(&outcome(1, &[2.6, 2.0]), None, &[(Some([1, 2, 2]), &[1, 3])]);
        case(&outcome(1, &[2.6, 1.7]), None, &[(Some([1, 2, 2]), &[1, 3])]);
        case(&outcome(3, &[3.0, 3.0]), None, &[(Some([0, 3, 3]), &[0]), (Some([1, 3, 3]), &[1])]);
        case(&outcome(2, &[2.0, 2.0]), None, &[]);
    }

    #[test]
    fn on_a_side_track_levels_have_its_names() {
        case(&outcome(4, &[1.0, 1.8]), None, &[(Some([1, 4, 4]), &[0])]);
        case(&outcome(4, &[1.0, 0.8]), None, &[(Some([1, 1, 4]), &[0])]);
        case(&outcome(4, &[1.0, 3.0]), None, &[(Some([1, 3, 3]), &[0])]);
    }

    #[test]
    fn what_belongs_to_no_dimension_comes_last() {
        let mut ladder = ladder();
        ladder.rungs[1].skills.truncate(2);
        let plan = Plan::new(&ladder, &ItemBank::new(&ladder), &outcome(1, &[3.0, 3.0]), None).expect("a plan");
        let dimensions: Vec<bool> = plan.gaps.iter().map(|gap| gap.side.is_some()).collect();
        assert_eq!(dimensions, [true, false]);
    }

    #[test]
    fn answers_that_point_nowhere_make_no_plan() {
        let ladder = ladder();
        let mut outcome = outcome(1, &[]);
        outcome.placement.verdict = Verdict::Unclear;
        assert_eq!(Plan::new(&ladder, &ItemBank::new(&ladder), &outcome, None), None);
    }
}
