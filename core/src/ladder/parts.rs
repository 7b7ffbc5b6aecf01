//! The content of a ladder: records with public fields, in the order of the file.

use super::{DimensionId, Drawing, RungId, SkillKey, StageId, TrackId};

/// All content of a ladder, not validated. [`Ladder::new`](super::Ladder::new) takes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LadderParts {
    /// Kebab-case. Links and stored answers carry it.
    pub id: String,
    /// The language of the content as a BCP 47 tag.
    pub lang: String,
    /// Shown as the heading of the widget.
    pub title: String,
    /// One line under the title; may be empty.
    pub summary: String,
    /// The publications that the content is based on.
    pub sources: Vec<Source>,
    /// Phases of a career. Each spans rungs that stand next to each other.
    pub stages: Vec<Stage>,
    /// Every question is about one of them.
    pub dimensions: Vec<Dimension>,
    /// At least one. The first has no [`Track::from`].
    pub tracks: Vec<Track>,
    /// At least two, from 1 to 64 on each track.
    pub rungs: Vec<Rung>,
    /// Roles that lie off the ladder.
    pub moves: Vec<Move>,
    /// Empty for a ladder that is only shown and offers no quiz.
    pub questions: Vec<Question>,
    /// Closes the outcome; may be empty.
    pub closing: String,
    /// How many of 100 readers have each response style, in the order of the engine's styles; they need not sum to 100. Learnt
    /// from recorded answers; empty without any.
    pub readers: Vec<u16>,
    /// The words of the interface that the ladder replaces, packed as [`words`](crate::words) describes; empty without any.
    pub words: String,
    /// Shown below the ladder; its lists may be empty.
    pub guide: Guide,
}

/// A publication that the content is based on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// As its publisher writes it.
    pub title: String,
    /// The ideas that the author took from it.
    pub note: String,
}

/// A phase of a career, such as "Iterative growth".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stage {
    /// Unique among the stages.
    pub id: String,
    /// Heads the rungs of the stage in the diagram.
    pub name: String,
    /// One sentence; may be empty.
    pub summary: String,
    /// A line that carries the stage's metaphor; may be empty.
    pub picture: String,
    /// The bundled drawing beside the picture; `None` if none fits.
    pub drawing: Option<Drawing>,
    /// Advice for a reader in this stage, one sentence each.
    pub focus: Vec<String>,
    /// An example of goals at work in this stage.
    pub okr: Option<Okr>,
}

/// An objective with its key results.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Okr {
    /// The goal, in words.
    pub objective: String,
    /// Measurable signs that the objective is reached.
    pub key_results: Vec<KeyResult>,
}

/// A measurable result of an [`Okr`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyResult {
    /// The result, in words.
    pub say: String,
    /// Work that leads to the result.
    pub initiatives: Vec<String>,
}

/// An area of the work, such as "Discovery", on which readers of one rung may differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dimension {
    /// Unique among the dimensions.
    pub id: String,
    /// Labels the dimension in questions and in the profile.
    pub name: String,
    /// One sentence; may be empty.
    pub summary: String,
}

/// A way up the ladder, such as management or individual work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Track {
    /// Unique among the tracks.
    pub id: String,
    /// Labels the track in the diagram.
    pub name: String,
    /// The rung of another track at which this one forks off; `None` for the first track alone.
    pub from: Option<RungId>,
}

/// A position on a track.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rung {
    /// Unique among the rungs.
    pub id: String,
    /// The job title of the rung.
    pub title: String,
    /// Other job titles for the same position.
    pub also: Vec<String>,
    /// The height on the ladder. Levels rise strictly along a track; rungs of different tracks may share one.
    pub level: u16,
    /// Every rung is on exactly one track.
    pub track: TrackId,
    /// `None` if the author assigns no stage.
    pub stage: Option<StageId>,
    /// The work of the rung in one line; may be empty.
    pub role: String,
    /// New duties compared with the rung below.
    pub changes: Vec<String>,
    /// Duties of the rung.
    pub responsibilities: Vec<String>,
    /// Signs that a reader does well on the rung.
    pub success: Vec<String>,
    /// A remark below the details; may be empty.
    pub note: String,
    /// Skills to grow towards the next rung, or on the top rung to do it well.
    pub skills: Vec<Skill>,
    /// On a side track, the rung that has the same demands in every dimension without an exception.
    pub like: Option<RungId>,
    /// On a side track, the dimensions with demands of yet another rung.
    pub except: Vec<LevelException>,
}

/// A dimension in which a rung of a side track has the demands of another rung than its `like`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LevelException {
    /// At most one exception of a rung is about a dimension.
    pub dimension: DimensionId,
    /// The rung that sets the demands in the dimension.
    pub rung: RungId,
}

/// A skill to grow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Skill {
    /// Stands for the id; `None` if the author gives none. No two skills of a rung, or of a move, have the same.
    pub key: Option<SkillKey>,
    /// A few words.
    pub name: String,
    /// Advice for growing the skill.
    pub how: String,
    /// `None` if it belongs to no dimension. A plan lists such a skill last.
    pub dimension: Option<DimensionId>,
    /// Further reading.
    pub links: Vec<Link>,
}

/// Further reading on the web.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Link {
    /// The text of the link.
    pub title: String,
    /// An address that begins with `https:`, `http:` or `mailto:`.
    pub url: String,
}

/// A role off the ladder, such as founder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Move {
    /// Unique among the moves.
    pub id: String,
    /// The name of the role.
    pub title: String,
    /// One sentence about readers who fit the role.
    pub suits: String,
    /// The rungs at which the move is open; empty if it is open everywhere.
    pub from: Vec<RungId>,
    /// Skills to grow before the move; may be empty.
    pub skills: Vec<Skill>,
}

/// A question of the quiz.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// Unique among the questions.
    pub id: String,
    /// The dimension that the answers measure.
    pub about: DimensionId,
    /// The question, in words.
    pub ask: String,
    /// From 2 to [`MAX_ANSWERS`](super::MAX_ANSWERS).
    pub answers: Vec<Answer>,
}

/// The id of the answer which says that a question does not apply to the reader. Ids in a file begin with a letter or a digit.
const NOT_APPLICABLE: &str = "-";

impl Question {
    /// The index of the answer which says that the question does not apply to the reader. The interface offers it with
    /// every question; it follows the answers of the file.
    #[must_use]
    pub fn not_applicable(&self) -> usize {
        self.answers.len()
    }

    /// The id of an answer in stored answers, links and events: that of the file, or `-` if the question does not apply.
    #[must_use]
    pub fn answer_id(&self, answer: usize) -> &str {
        self.answers.get(answer).map_or(NOT_APPLICABLE, |answer| &answer.id)
    }

    /// The index of the answer with this id; `None` if there is none.
    #[must_use]
    pub fn answer_with_id(&self, id: &str) -> Option<usize> {
        (0..=self.not_applicable()).find(|&answer| self.answer_id(answer) == id)
    }
}

/// An answer that a reader can choose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// Unique among the answers of the question.
    pub id: String,
    /// The rung that the answer is typical of, or two if it lies in the middle between them.
    pub is: Vec<RungId>,
    /// The answer, in words.
    pub say: String,
    /// How far above its rungs the answer stands for this ladder's readers, as they rate themselves, in hundredths of a rung.
    /// Learnt from recorded answers; 0 without any.
    pub shift: i16,
}

/// Advice on using the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guide {
    /// In the order in which a reader takes them.
    pub steps: Vec<GuideStep>,
    /// Common misuses of the ladder.
    pub mistakes: Vec<Mistake>,
    /// Questions that readers often ask.
    pub faq: Vec<Faq>,
}

impl Guide {
    /// Whether there is no advice at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.mistakes.is_empty() && self.faq.is_empty()
    }
}

/// A step of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuideStep {
    /// The step in a few words.
    pub name: String,
    /// The way to do it.
    pub how: String,
}

/// A common misuse of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mistake {
    /// The mistake in a few words.
    pub name: String,
    /// The harm that it does.
    pub why: String,
}

/// A question that readers often ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faq {
    /// The question, in a reader's words.
    pub ask: String,
    /// The reply, in the author's words.
    pub answer: String,
}
