//! The validated ladder: every reference points at something, every track climbs.
//!
//! [`format::read`](crate::format::read) builds a [`Ladder`] from a file, [`unpack`] from the packed form. Lists keep the
//! order of the file. An id such as [`RungId`] is an index into the list of its kind.

mod drawing;
mod heights;
mod ids;
mod pack;
mod parts;
mod skill_key;

use std::ops::Deref;

pub use drawing::Drawing;
pub use ids::{DimensionId, MoveId, QuestionId, RungId, StageId, TrackId};
pub use pack::{pack, unpack};
pub use parts::{
    Answer, Dimension, Faq, Guide, GuideStep, KeyResult, LadderParts, LevelException, Link, Mistake, Move, Okr,
    Question, Rung, Skill, Source, Stage, Track,
};
pub use skill_key::SkillKey;

/// The most answers of a question.
pub const MAX_ANSWERS: usize = 8;

/// A validated ladder. Nothing changes it, so nothing behind validation can fail.
///
/// It dereferences to its [`LadderParts`] for reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    parts: LadderParts,
    /// For each track, its rungs from the lowest to the highest.
    rungs_by_track: Vec<Vec<RungId>>,
}

impl Deref for Ladder {
    type Target = LadderParts;

    fn deref(&self) -> &LadderParts {
        &self.parts
    }
}

impl Ladder {
    /// Builds a ladder from parts that have passed validation.
    ///
    /// # Panics
    /// If a rung names a track that does not exist. Debug builds panic if any other invariant is broken. There is at least
    /// one track, and there are at least two rungs. Every track has a rung, and no two of its rungs have the same level.
    /// Every id is in range.
    #[must_use]
    pub fn new(parts: LadderParts) -> Self {
        let mut rungs_by_track = vec![Vec::new(); parts.tracks.len()];
        for (index, rung) in parts.rungs.iter().enumerate() {
            let track: &mut Vec<RungId> = &mut rungs_by_track[rung.track.index()];
            let position = track.partition_point(|below| parts.rungs[below.index()].level < rung.level);
            track.insert(position, RungId::new(index));
        }
        let ladder = Self { parts, rungs_by_track };
        ladder.debug_assert_structure();
        ladder.debug_assert_references();
        ladder
    }

    /// Takes the ladder apart, so that a changed one can be built.
    #[must_use]
    pub fn into_parts(self) -> LadderParts {
        self.parts
    }

    /// The rung with this id.
    #[must_use]
    pub fn rung(&self, rung: RungId) -> &Rung {
        &self.rungs[rung.index()]
    }

    /// The ids of all rungs, in the order of the file.
    pub fn rung_ids(&self) -> impl Iterator<Item = RungId> + use<> {
        (0..self.rungs.len()).map(RungId::new)
    }

    /// The rungs of a track, from the lowest to the highest. Never empty.
    #[must_use]
    pub fn rungs_of_track(&self, track: TrackId) -> &[RungId] {
        &self.rungs_by_track[track.index()]
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, question: QuestionId) -> &Question {
        &self.questions[question.index()]
    }

    /// The stage of a rung; `None` if the author assigns none.
    #[must_use]
    pub fn stage_of(&self, rung: RungId) -> Option<&Stage> {
        self.rung(rung).stage.map(|stage| &self.stages[stage.index()])
    }

    fn debug_assert_structure(&self) {
        debug_assert!(self.rungs.len() >= 2, "a ladder has at least two rungs");
        debug_assert!(
            self.tracks.first().is_some_and(|first| first.from.is_none()),
            "the first track forks off nowhere"
        );
        for rungs in &self.rungs_by_track {
            debug_assert!(!rungs.is_empty(), "every track has a rung");
            debug_assert!(
                rungs.is_sorted_by(|&low, &high| self.rung(low).level < self.rung(high).level),
                "levels differ"
            );
        }
        let longest = self.stages.len().max(self.dimensions.len()).max(self.moves.len());
        debug_assert!(longest.max(self.rungs.len()).max(self.questions.len()) <= usize::from(u16::MAX), "ids fit");
    }

    fn debug_assert_references(&self) {
        let has_rung = |rung: RungId| rung.index() < self.rungs.len();
        let has_dimension = |dimension: DimensionId| dimension.index() < self.dimensions.len();
        debug_assert!(self.tracks.iter().all(|track| track.from.is_none_or(has_rung)), "tracks");
        let skills_are_known = |skills: &[Skill]| skills.iter().all(|skill| skill.dimension.is_none_or(has_dimension));
        for item in &self.moves {
            debug_assert!(item.from.iter().copied().all(has_rung), "moves");
            debug_assert!(skills_are_known(&item.skills), "skills of moves");
        }
        for rung in &self.rungs {
            debug_assert!(rung.stage.is_none_or(|stage| stage.index() < self.stages.len()), "stages of rungs");
            debug_assert!(rung.like.is_none_or(has_rung), "likes of rungs");
            let is_known = |except: &LevelException| has_dimension(except.dimension) && has_rung(except.rung);
            debug_assert!(rung.except.iter().all(is_known), "exceptions of rungs");
            debug_assert!(skills_are_known(&rung.skills), "skills of rungs");
        }
        for question in &self.questions {
            debug_assert!(has_dimension(question.about), "dimensions of questions");
            debug_assert!(question.answers.iter().flat_map(|answer| &answer.is).all(|&is| has_rung(is)), "answers");
        }
    }
}

#[cfg(test)]
mod tests;
