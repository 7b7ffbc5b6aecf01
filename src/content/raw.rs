//! The file as written: names of DESIGN's format 1, nothing checked but types.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Ladder {
    pub(super) format: u16,
    pub(super) id: String,
    pub(super) lang: Option<String>,
    pub(super) title: String,
    #[serde(default)]
    pub(super) summary: String,
    #[serde(default)]
    pub(super) sources: Vec<Source>,
    #[serde(default)]
    pub(super) stages: Vec<Stage>,
    #[serde(default)]
    pub(super) dimensions: Vec<Dimension>,
    #[serde(default)]
    pub(super) tracks: Vec<Track>,
    pub(super) rungs: Vec<Rung>,
    #[serde(default)]
    pub(super) moves: Vec<Move>,
    #[serde(default)]
    pub(super) questions: Vec<Question>,
    #[serde(default)]
    pub(super) closing: String,
}

#[derive(Deserialize)]
pub(super) struct Source {
    pub(super) title: String,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Deserialize)]
pub(super) struct Stage {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) summary: String,
    #[serde(default)]
    pub(super) picture: String,
    #[serde(default)]
    pub(super) focus: Vec<String>,
    pub(super) okr: Option<Okr>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Okr {
    pub(super) objective: String,
    #[serde(default)]
    pub(super) key_results: Vec<KeyResult>,
}

#[derive(Deserialize)]
pub(super) struct KeyResult {
    pub(super) say: String,
    #[serde(default)]
    pub(super) initiatives: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Dimension {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) summary: String,
}

#[derive(Deserialize)]
pub(super) struct Track {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) from: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Rung {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) also: Vec<String>,
    pub(super) level: u16,
    pub(super) track: Option<String>,
    pub(super) stage: Option<String>,
    #[serde(default)]
    pub(super) role: String,
    #[serde(default)]
    pub(super) changes: Vec<String>,
    #[serde(default)]
    pub(super) responsibilities: Vec<String>,
    #[serde(default)]
    pub(super) success: Vec<String>,
    #[serde(default)]
    pub(super) note: String,
    #[serde(default)]
    pub(super) skills: Vec<Skill>,
    pub(super) like: Option<String>,
    #[serde(default)]
    pub(super) except: BTreeMap<String, String>,
}

#[derive(Deserialize)]
pub(super) struct Skill {
    pub(super) name: String,
    #[serde(default)]
    pub(super) how: String,
    pub(super) dimension: Option<String>,
    #[serde(default)]
    pub(super) links: Vec<Link>,
}

#[derive(Deserialize)]
pub(super) struct Link {
    pub(super) title: String,
    pub(super) url: String,
}

#[derive(Deserialize)]
pub(super) struct Move {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(default)]
    pub(super) suits: String,
    #[serde(default)]
    pub(super) from: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Question {
    pub(super) id: String,
    pub(super) about: String,
    pub(super) ask: String,
    pub(super) answers: Vec<Answer>,
}

#[derive(Deserialize)]
pub(super) struct Answer {
    pub(super) id: String,
    pub(super) is: Anchor,
    pub(super) say: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Anchor {
    One(String),
    Two([String; 2]),
}
