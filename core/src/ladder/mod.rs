//! The validated ladder: every reference points at something, every track climbs.
//!
//! Built by [`crate::format::read`], or from its packed form by [`unpack`]. Lists keep the order
//! of the file, and an id such as [`RungId`] is an index into its list.

mod branches;
mod ids;
mod pack;

pub use ids::{DimensionId, MoveId, QuestionId, RungId, StageId, TrackId};
pub use pack::{pack, unpack};

/// A question has no more answers than this.
pub const MAX_ANSWERS: usize = 8;

/// A whole ladder: what a widget shows and asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ladder {
    /// The id of the ladder, kebab-case.
    pub id: String,
    /// The language of the content, a BCP 47 tag.
    pub lang: String,
    /// The name of the ladder.
    pub title: String,
    /// One line under the title; may be empty.
    pub summary: String,
    /// Where the content comes from.
    pub sources: Vec<Source>,
    /// The seasons of a career, laid over the rungs.
    pub stages: Vec<Stage>,
    /// What the questions are about.
    pub dimensions: Vec<Dimension>,
    /// The ways up. At least one; the first has no [`Track::from`].
    pub tracks: Vec<Track>,
    /// The places to stand. At least two.
    pub rungs: Vec<Rung>,
    /// Roles beside the ladder.
    pub moves: Vec<Move>,
    /// What the quiz can ask; empty for a ladder that is only shown.
    pub questions: Vec<Question>,
    /// A last thought; may be empty.
    pub closing: String,
    /// How to use the ladder; may be empty.
    pub guide: Guide,
}

/// Something the content was drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// What was taken from it.
    pub note: String,
}

/// A season of a career, such as "Iterative growth".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stage {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub summary: String,
    /// A line that carries its metaphor; may be empty.
    pub picture: String,
    /// What to attend to in it.
    pub focus: Vec<String>,
    /// An example of goals at work in it.
    pub okr: Option<Okr>,
}

/// An objective with the results that show it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Okr {
    /// What is to be reached.
    pub objective: String,
    /// What shows that it is.
    pub key_results: Vec<KeyResult>,
}

/// A result, and what is done for it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyResult {
    /// The result.
    pub say: String,
    /// What is done for it.
    pub initiatives: Vec<String>,
}

/// A side of the work that the questions tell apart, such as "Discovery".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dimension {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub summary: String,
}

/// A way up the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The rung it leaves from; `None` where it starts at the ground.
    pub from: Option<RungId>,
}

/// A place to stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rung {
    /// Its id in the file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Other names for it.
    pub also: Vec<String>,
    /// How high it stands. On a track, levels strictly climb; side tracks share them.
    pub level: u16,
    /// The track it is on.
    pub track: TrackId,
    /// The stage it belongs to.
    pub stage: Option<StageId>,
    /// Its work in one line; may be empty.
    pub role: String,
    /// What is new on it.
    pub changes: Vec<String>,
    /// What is expected on it.
    pub responsibilities: Vec<String>,
    /// What going well looks like.
    pub success: Vec<String>,
    /// Something more to know; may be empty.
    pub note: String,
    /// What to grow towards the next rung.
    pub skills: Vec<Skill>,
    /// On a side track: the rung whose demands it shares.
    pub like: Option<RungId>,
    /// On a side track: where its demands are those of another rung.
    pub except: Vec<Exception>,
}

/// A dimension in which a rung's demands are those of another one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exception {
    /// The dimension.
    pub dimension: DimensionId,
    /// The rung whose demands count there.
    pub rung: RungId,
}

/// Something to grow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Skill {
    /// Its name.
    pub name: String,
    /// How to grow it.
    pub how: String,
    /// The dimension it belongs to.
    pub dimension: Option<DimensionId>,
    /// Where to read on.
    pub links: Vec<Link>,
}

/// Something to read. Its address is https, http or mailto.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// What it is.
    pub title: String,
    /// Where it is.
    pub url: String,
}

/// A role beside the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Move {
    /// Its id in the file.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whom it suits.
    pub suits: String,
    /// The rungs it is open from; empty: from any.
    pub from: Vec<RungId>,
}

/// Something the quiz can ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// Its id in the file.
    pub id: String,
    /// The dimension it is about.
    pub about: DimensionId,
    /// The question.
    pub ask: String,
    /// The answers, 2 to 8.
    pub answers: Vec<Answer>,
}

/// An answer, anchored to the rung (or the two rungs) it is typical of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// Its id in the file.
    pub id: String,
    /// The rungs it is typical of: one, or two for the middle between them.
    pub is: Vec<RungId>,
    /// The answer.
    pub say: String,
}

/// How to use a ladder, and what readers ask about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guide {
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// What to avoid.
    pub mistakes: Vec<Mistake>,
    /// What readers often ask.
    pub faq: Vec<Faq>,
}

/// A step of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Step {
    /// What to do.
    pub name: String,
    /// How to do it.
    pub how: String,
}

/// A mistake that is often made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mistake {
    /// What it is.
    pub name: String,
    /// Why it is one.
    pub why: String,
}

/// A question that readers often ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faq {
    /// The question.
    pub ask: String,
    /// Its answer.
    pub answer: String,
}

impl Ladder {
    /// The rung with this id.
    #[must_use]
    pub fn rung(&self, rung: RungId) -> &Rung {
        &self.rungs[rung.index()]
    }

    /// The ids of all rungs, in the order of the file.
    pub fn rung_ids(&self) -> impl Iterator<Item = RungId> + use<> {
        (0..self.rungs.len()).map(RungId::new)
    }

    /// The rungs of a track, lowest first.
    #[must_use]
    pub fn rungs_of_track(&self, track: TrackId) -> Vec<RungId> {
        let mut rungs_of_track: Vec<RungId> = Vec::new();
        for (place, rung) in self.rungs.iter().enumerate() {
            if rung.track == track {
                let place_in_climb = rungs_of_track.partition_point(|&below| self.rung(below).level < rung.level);
                rungs_of_track.insert(place_in_climb, RungId::new(place));
            }
        }
        rungs_of_track
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, question: QuestionId) -> &Question {
        &self.questions[question.index()]
    }

    /// The stage of a rung.
    #[must_use]
    pub fn stage_of(&self, rung: RungId) -> Option<&Stage> {
        self.rung(rung).stage.map(|stage| &self.stages[stage.index()])
    }
}
