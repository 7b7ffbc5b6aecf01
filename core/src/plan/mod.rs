//! The plan: how a reader gets from an outcome to a target.
//!
//! It has the shape of goals in the OKR method (objectives and key results). The objective is the [`Target`]. The key
//! results are [`Gap`]s between the reader's level and the required one. The initiatives are skills of the placed rung.

mod initiative;
mod markdown;
mod target;

pub use initiative::Initiative;
pub use markdown::Headings;
pub use target::{Target, targets};

use crate::ladder::{DimensionId, Ladder, RungId, TrackId};
use crate::quiz::{LEVEL_TOLERANCE, Outcome, Quiz, Verdict};

/// A plan has at least this many initiatives, even without a gap to close, if the rung has that many skills.
const MIN_INITIATIVES: usize = 2;

/// A plan has at most this many initiatives; skills with smaller gaps are left out.
const MAX_INITIATIVES: usize = 4;

/// The steps from a rung to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rung that the reader was placed on: the likelier one if the outcome is between two.
    pub from: RungId,
    /// The goal that the gaps are about.
    pub target: Target,
    /// The key results, the widest gap first.
    pub gaps: Vec<Gap>,
}

/// A gap to close, with the initiatives for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The dimension to grow in; `None` for initiatives that belong to no dimension.
    pub dimension: Option<DimensionGap>,
    /// The skills to acquire, in order of priority. Never empty.
    pub initiatives: Vec<Initiative>,
}

/// The reader's level and the required level in one dimension, both expressed as rungs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DimensionGap {
    /// Index of the dimension in the ladder.
    pub dimension: DimensionId,
    /// The reader's level: the placed rung if they are at its level, otherwise the nearest rung of the first track.
    pub from: RungId,
    /// The rung that requires a higher level; equal to `from` if the reader is there already.
    pub to: RungId,
}

impl Plan {
    /// The plan for a target. Without a target, or for one that cannot be reached from the placed rung, it is the plan for
    /// the nearest target. `None` if the outcome is unclear.
    #[must_use]
    pub fn new(ladder: &Ladder, quiz: &Quiz, outcome: &Outcome, target: Option<Target>) -> Option<Self> {
        if outcome.placement.verdict == Verdict::Unclear {
            return None;
        }
        let from = outcome.placement.rung;
        let targets = targets(ladder, from);
        let target = target.filter(|target| targets.contains(target)).unwrap_or(targets[0]);
        // The ladder does not say what a move requires. Doing the own rung well prepares for it.
        let required_by = if let Target::Rung(rung) = target { rung } else { from };
        let gaps = Planner { ladder, quiz, outcome, from, required_by }.gaps();
        Some(Self { from, target, gaps })
    }

    /// The current focus of the stage that the plan starts from; empty if the rung has no stage.
    #[must_use]
    pub fn focus<'l>(&self, ladder: &'l Ladder) -> &'l [String] {
        ladder.stage_of(self.from).map_or(&[], |stage| &stage.focus)
    }
}

/// Everything that decides which initiatives a plan has.
struct Planner<'a> {
    ladder: &'a Ladder,
    quiz: &'a Quiz,
    outcome: &'a Outcome,
    /// The placed rung, whose skills are the possible initiatives.
    from: RungId,
    /// The rung whose levels the plan leads to.
    required_by: RungId,
}

impl Planner<'_> {
    fn gaps(&self) -> Vec<Gap> {
        let mut gaps: Vec<Gap> = Vec::new();
        for count in 0..MAX_INITIATIVES {
            let Some((initiative, shortfall)) = self.widest(&gaps) else { break };
            if count >= MIN_INITIATIVES && shortfall <= LEVEL_TOLERANCE {
                break;
            }
            let dimension = initiative.skill(self.ladder).dimension;
            let known = gaps.iter_mut().find(|gap| gap.dimension.map(|gap| gap.dimension) == dimension);
            match known {
                Some(gap) => gap.initiatives.push(initiative),
                None => gaps.push(Gap {
                    dimension: dimension.map(|dimension| self.dimension_gap(dimension)),
                    initiatives: vec![initiative],
                }),
            }
        }
        gaps
    }

    /// The initiative that is not in `gaps` yet and has the largest shortfall. Of equal ones the first in the file wins.
    fn widest(&self, gaps: &[Gap]) -> Option<(Initiative, f64)> {
        let mut widest: Option<(Initiative, f64)> = None;
        for (skill, content) in self.ladder.rung(self.from).skills.iter().enumerate() {
            let initiative = Initiative { rung: self.from, skill };
            let shortfall = content.dimension.map_or(f64::NEG_INFINITY, |dimension| self.shortfall(dimension));
            let is_new = gaps.iter().all(|gap| !gap.initiatives.contains(&initiative));
            if is_new && widest.is_none_or(|widest| shortfall > widest.1) {
                widest = Some((initiative, shortfall));
            }
        }
        widest
    }

    /// The reader's level in a dimension. If no answer is about it, the level that the placed rung requires.
    fn level(&self, dimension: DimensionId) -> f64 {
        let known = self.outcome.profile.iter().find(|known| known.dimension == dimension);
        known.map_or(self.quiz.required_level(self.from, dimension), |known| known.level)
    }

    /// How far the reader is below the required level, in rungs; negative above it.
    fn shortfall(&self, dimension: DimensionId) -> f64 {
        self.quiz.required_level(self.required_by, dimension) - self.level(dimension)
    }

    fn dimension_gap(&self, dimension: DimensionId) -> DimensionGap {
        let level = self.level(dimension);
        let is_at_own_level = (level - self.quiz.required_level(self.from, dimension)).abs() <= LEVEL_TOLERANCE;
        let from = if is_at_own_level { self.from } else { self.nearest_rung(level) };
        let to = if self.shortfall(dimension) > LEVEL_TOLERANCE { self.required_by } else { from };
        DimensionGap { dimension, from, to }
    }

    /// The rung of the first track that is nearest to a level.
    fn nearest_rung(&self, level: f64) -> RungId {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the first track")]
        let index = (level + 0.5) as usize;
        self.ladder.rungs_of_track(TrackId::default())[index]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::{Dimension, LadderParts, LevelException, Link, Move, Rung, Skill, Stage, StageId, Track};
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
            comparison: Ordering::Equal,
        });
        Outcome {
            placement: Placement { rung, runner_up: RungId::new(0), verdict: Verdict::Between, confidence: 0.7 },
            without_title: None,
            probabilities: Vec::new(),
            profile: profile.collect(),
            evidence: Vec::new(),
            asked: 0,
            answered: 0,
        }
    }

    /// Checks the gaps of a plan: for each, the indices of dimension, `from` and `to`, then the skills.
    #[track_caller]
    fn case(outcome: &Outcome, target: Option<Target>, expected: &[(Option<[usize; 3]>, &[usize])]) {
        let ladder = ladder();
        let plan = Plan::new(&ladder, &Quiz::new(&ladder), outcome, target).expect("a plan");
        let dimension = |gap: DimensionGap| [gap.dimension.index(), gap.from.index(), gap.to.index()];
        let skills = |gap: &Gap| gap.initiatives.iter().map(|initiative| initiative.skill).collect();
        let gaps: Vec<(Option<[usize; 3]>, Vec<usize>)> =
            plan.gaps.iter().map(|gap| (gap.dimension.map(dimension), skills(gap))).collect();
        let gaps: Vec<(Option<[usize; 3]>, &[usize])> = gaps.iter().map(|(gap, skills)| (*gap, &**skills)).collect();
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
        // Without a profile, the reader counts as being at the level of the placed rung.
        case(&outcome(1, &[]), None, &[(Some([1, 1, 2]), &[1, 3]), (Some([0, 1, 2]), &[2, 4])]);
    }

    #[test]
    fn another_target_needs_other_skills() {
        let side = Some(Target::Rung(RungId::new(4)));
        case(&outcome(1, &[1.0, 1.0]), side, &[(Some([1, 1, 4]), &[1, 3])]);
        let way = Some(Target::Move(crate::ladder::MoveId::new(1)));
        case(&outcome(1, &[0.0, 1.0]), way, &[(Some([0, 0, 1]), &[2, 4, 5])]);
        let out_of_reach = Some(Target::Rung(RungId::new(3)));
        case(&outcome(1, &[1.0, 0.4]), out_of_reach, &[(Some([1, 0, 2]), &[1, 3]), (Some([0, 1, 2]), &[2, 4])]);
    }

    #[test]
    fn a_reader_without_gaps_still_gets_two_initiatives() {
        case(&outcome(1, &[2.6, 2.0]), None, &[(Some([1, 2, 2]), &[1, 3])]);
        case(&outcome(1, &[2.6, 1.7]), None, &[(Some([1, 2, 2]), &[1, 3])]);
        case(&outcome(3, &[3.0, 3.0]), None, &[(Some([0, 3, 3]), &[0]), (Some([1, 3, 3]), &[1])]);
        case(&outcome(2, &[2.0, 2.0]), None, &[]);
        // Half a rung below the required level counts as there.
        case(&outcome(0, &[0.0, 0.5]), None, &[(Some([0, 0, 1]), &[0]), (Some([1, 0, 0]), &[1])]);
    }

    #[test]
    fn levels_near_a_side_rung_are_named_by_it() {
        case(&outcome(4, &[1.0, 1.8]), None, &[(Some([1, 4, 4]), &[0])]);
        case(&outcome(4, &[1.0, 0.8]), None, &[(Some([1, 1, 4]), &[0])]);
        case(&outcome(4, &[1.0, 3.0]), None, &[(Some([1, 3, 3]), &[0])]);
    }

    #[test]
    fn skills_without_a_dimension_come_last() {
        let mut parts = ladder().into_parts();
        parts.rungs[1].skills.truncate(2);
        let ladder = Ladder::new(parts);
        let plan = Plan::new(&ladder, &Quiz::new(&ladder), &outcome(1, &[3.0, 3.0]), None).expect("a plan");
        let dimensions: Vec<bool> = plan.gaps.iter().map(|gap| gap.dimension.is_some()).collect();
        assert_eq!(dimensions, [true, false]);
    }

    #[test]
    fn an_unclear_outcome_has_no_plan() {
        let ladder = ladder();
        let mut outcome = outcome(1, &[]);
        outcome.placement.verdict = Verdict::Unclear;
        assert_eq!(Plan::new(&ladder, &Quiz::new(&ladder), &outcome, None), None);
    }
}
