//! The bundled ladders as their authors wrote them: the texts that tests expect on the page.
//!
//! Read from the JSON with serde, not with the project's own reader, which the tests are to check.

use std::collections::HashMap;

use crate::paths::workspace;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The last option of every question. It is part of the interface, not of the ladder.
pub const NOT_APPLICABLE: &str = "Doesn't apply to me";

/// A ladder file; fields that no test needs are left out, here and below.
#[derive(Clone, Debug, Deserialize)]
pub struct LadderFixture {
    /// The heading of the first screen.
    pub title: String,
    /// The areas that questions are about.
    pub dimensions: Vec<DimensionFixture>,
    /// The phases of a career, each of them several rungs.
    pub stages: Vec<StageFixture>,
    /// The lanes of the diagram, from left to right.
    pub tracks: Vec<TrackFixture>,
    /// All rungs, lowest first within each track.
    pub rungs: Vec<RungFixture>,
    /// The questions of the quiz; each reader is asked some of them.
    pub questions: Vec<QuestionFixture>,
}

/// A dimension of the work.
#[derive(Clone, Debug, Deserialize)]
pub struct DimensionFixture {
    /// The id that questions refer to.
    pub id: String,
    /// The name that the reader sees.
    pub name: String,
    /// The sentence that explains the name to the reader.
    pub summary: String,
}

/// A stage of a career.
#[derive(Clone, Debug, Deserialize)]
pub struct StageFixture {
    /// The id that rungs refer to.
    pub id: String,
    /// The name that the reader sees.
    pub name: String,
}

/// A lane of the diagram.
#[derive(Clone, Debug, Deserialize)]
pub struct TrackFixture {
    /// The id that rungs refer to.
    pub id: String,
}

/// A step of a career.
#[derive(Clone, Debug, Deserialize)]
pub struct RungFixture {
    /// The id that answers refer to.
    pub id: String,
    /// The title that the reader sees.
    pub title: String,
    /// The sentence about the work on this rung.
    pub role: String,
    /// The id of its stage.
    pub stage: String,
    /// The height on the ladder; rungs of two tracks may share a level.
    pub level: f64,
    /// The id of its track; `None` for the first track.
    pub track: Option<String>,
    /// The rung that asks the same of a reader in every dimension without an exception.
    pub like: Option<String>,
    /// Per dimension that is an exception: the rung that asks the same there.
    #[serde(default)]
    pub except: HashMap<String, String>,
}

/// A question of the quiz.
#[derive(Clone, Debug, Deserialize)]
pub struct QuestionFixture {
    /// The id that events use.
    pub id: String,
    /// The id of its dimension.
    pub about: String,
    /// The text that the reader sees.
    pub ask: String,
    /// The answers, in the author's order; the widget shuffles them.
    pub answers: Vec<AnswerFixture>,
}

/// An answer to a question.
#[derive(Clone, Debug, Deserialize)]
pub struct AnswerFixture {
    /// The id that events use.
    pub id: String,
    /// The rung whose holders typically answer so, or two rungs that it lies between.
    pub is: RungIds,
    /// The text that the reader sees.
    pub say: String,
}

/// A rung's id, or a list of ids.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum RungIds {
    /// A single rung.
    One(String),
    /// The middle of several rungs.
    Several(Vec<String>),
}

/// The ladder `product`, which the widget shows by default.
///
/// # Panics
/// When its file cannot be read.
pub fn product() -> LadderFixture {
    bundled("product")
}

/// The bundled ladder with this id.
///
/// # Panics
/// When its file cannot be read.
pub fn bundled(id: &str) -> LadderFixture {
    read_ladder(id)
}

fn read_ladder<T: DeserializeOwned>(name: &str) -> T {
    let path = workspace().join("ladders").join(format!("{name}.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The title of a rung of `product` in a language.
///
/// # Panics
/// When the ladder's file in that language cannot be read, or leaves the title in English.
pub fn product_title(lang: &str, rung: &RungFixture) -> String {
    if lang == "en" {
        return rung.title.clone();
    }
    let translation: Value = read_ladder(&format!("product.{lang}"));
    translation["rungs"][&rung.id]["title"].as_str().expect("a title").to_owned()
}

impl LadderFixture {
    /// The rung with this id.
    pub fn rung(&self, id: &str) -> Option<&RungFixture> {
        self.rungs.iter().find(|rung| rung.id == id)
    }

    /// The name of a rung's stage.
    pub fn stage_name(&self, rung: &RungFixture) -> &str {
        self.stages.iter().find(|stage| stage.id == rung.stage).map_or("", |stage| &stage.name)
    }

    /// The question with this text.
    ///
    /// # Panics
    /// When the ladder has no such question.
    pub fn question(&self, ask: &str) -> &QuestionFixture {
        self.find_question(ask).unwrap_or_else(|| panic!("no question of the ladder: {ask:?}"))
    }

    /// The question with this text, if the ladder has one.
    pub fn find_question(&self, ask: &str) -> Option<&QuestionFixture> {
        self.questions.iter().find(|question| question.ask == ask)
    }

    /// The rungs of a track, given by its zero-based index.
    pub fn rungs_of_track(&self, index: usize) -> impl Iterator<Item = &RungFixture> {
        let track = self.tracks.get(index).map(|track| track.id.as_str());
        self.rungs.iter().filter(move |rung| rung.track.as_deref() == track || (index == 0 && rung.track.is_none()))
    }

    /// The level that an answer stands for: the mean of its rungs' levels.
    pub fn level(&self, answer: &AnswerFixture) -> f64 {
        let ids = match &answer.is {
            RungIds::One(id) => std::slice::from_ref(id),
            RungIds::Several(ids) => ids,
        };
        let levels: Vec<f64> = ids.iter().filter_map(|id| self.rung(id)).map(|rung| rung.level).collect();
        levels.iter().sum::<f64>() / levels.len() as f64
    }

    /// The level that a rung asks for in a dimension.
    #[must_use]
    pub fn level_in(&self, rung: &RungFixture, dimension: &str) -> f64 {
        let same = rung.except.get(dimension).or(rung.like.as_ref());
        same.and_then(|id| self.rung(id)).map_or(rung.level, |same| same.level)
    }

    /// The index, among `options`, of the answer whose level is nearest to `level`.
    ///
    /// # Panics
    /// When there are no options, or one is not an answer to the question.
    pub fn nearest_option(&self, question: &str, options: &[String], level: f64) -> usize {
        let question = self.question(question);
        let distance = |say: &String| {
            let answer = question.answers.iter().find(|answer| answer.say == *say);
            match answer {
                None if say == NOT_APPLICABLE => f64::INFINITY,
                answer => (self.level(answer.expect("an answer of the ladder")) - level).abs(),
            }
        };
        let distances = options.iter().enumerate().map(|(index, say)| (index, distance(say)));
        distances.min_by(|a, b| a.1.total_cmp(&b.1)).expect("a question has answers").0
    }
}
