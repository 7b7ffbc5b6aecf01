//! The default ladder as its author wrote it: what the tests expect to see on the page.

use crate::paths::workspace;
use serde::Deserialize;

/// A ladder file, as far as the tests look at it.
#[derive(Clone, Debug, Deserialize)]
pub struct Ladder {
    /// What the whole is called.
    pub title: String,
    /// What the questions are about.
    pub dimensions: Vec<Dimension>,
    /// The parts of a career.
    pub stages: Vec<Stage>,
    /// The lanes, leftmost first.
    pub tracks: Vec<Track>,
    /// The steps of the career.
    pub rungs: Vec<Rung>,
    /// The quiz.
    pub questions: Vec<Question>,
}

/// A side of the work.
#[derive(Clone, Debug, Deserialize)]
pub struct Dimension {
    /// The name that questions refer to.
    pub id: String,
    /// What the reader sees.
    pub name: String,
    /// What it is about.
    pub summary: String,
}

/// A part of the career.
#[derive(Clone, Debug, Deserialize)]
pub struct Stage {
    /// The name that rungs refer to.
    pub id: String,
    /// What the reader sees.
    pub name: String,
}

/// A lane of the ladder.
#[derive(Clone, Debug, Deserialize)]
pub struct Track {
    /// The name that rungs refer to.
    pub id: String,
}

/// A step of the career.
#[derive(Clone, Debug, Deserialize)]
pub struct Rung {
    /// The name that answers refer to.
    pub id: String,
    /// What the reader sees.
    pub title: String,
    /// What one does there.
    pub role: String,
    /// The part of the career it belongs to.
    pub stage: String,
    /// How high it stands.
    pub level: f64,
    /// Its lane; the first one if it does not say.
    pub track: Option<String>,
}

/// A question of the quiz.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    /// The name that events use.
    pub id: String,
    /// The dimension it is about.
    pub about: String,
    /// The text.
    pub ask: String,
    /// What can be chosen.
    pub answers: Vec<Answer>,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, Deserialize)]
pub struct Answer {
    /// The name that events use.
    pub id: String,
    /// The rung, or the two rungs, whose people say so.
    pub is: OneOrMore,
    /// The text.
    pub say: String,
}

/// A rung id, or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// Just one.
    One(String),
    /// The middle of several.
    More(Vec<String>),
}

/// The ladder that is shown when none is named.
///
/// # Panics
/// When its file cannot be read.
pub fn product() -> Ladder {
    bundled("product")
}

/// The bundled ladder of this id.
///
/// # Panics
/// When its file cannot be read.
pub fn bundled(id: &str) -> Ladder {
    let path = workspace().join("ladders").join(id).with_extension("json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Ladder {
    /// The rung of this id.
    pub fn rung(&self, id: &str) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.id == id)
    }

    /// The name of the stage a rung belongs to.
    pub fn stage_of(&self, rung: &Rung) -> &str {
        self.stages.iter().find(|stage| stage.id == rung.stage).map_or("", |stage| &stage.name)
    }

    /// The question with this text.
    pub fn question(&self, ask: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.ask == ask)
    }

    /// The rungs of the lane at this place.
    pub fn lane(&self, place: usize) -> impl Iterator<Item = &Rung> {
        let track = self.tracks.get(place).map(|track| track.id.as_str());
        self.rungs.iter().filter(move |rung| rung.track.as_deref() == track || (place == 0 && rung.track.is_none()))
    }

    /// The level that an answer stands for.
    pub fn level(&self, answer: &Answer) -> f64 {
        let ids = match &answer.is {
            OneOrMore::One(id) => std::slice::from_ref(id),
            OneOrMore::More(ids) => ids,
        };
        let levels: Vec<f64> = ids.iter().filter_map(|id| self.rung(id)).map(|rung| rung.level).collect();
        levels.iter().sum::<f64>() / levels.len() as f64
    }
}
