//! A line of recorded answers.

use std::collections::HashMap;

use career_ladder_core::format::unknown;
use career_ladder_core::ladder::{Ladder, Question, RungId};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// What a line looks like.
const SHAPE: &str = r#"{"id": 0, "title": "pm", "answers": {"q1": "a"}}"#;

/// What a line says of a reader.
pub(super) struct Reader<'t> {
    /// Whatever the line calls them, as it is written there; `null` if it does not.
    pub(super) id: &'t str,
    /// Their title.
    pub(super) title: Option<RungId>,
    /// Per question of the ladder: the chosen answer, by its place in the file's order.
    pub(super) chosen: Vec<Option<usize>>,
}

/// Something that is wrong with a line.
pub(super) struct Fault {
    /// Where in the line, from 1, in characters, if it is no JSON.
    pub(super) column: Option<usize>,
    /// Where in the structure; empty for the line as a whole.
    pub(super) path: String,
    /// What is wrong and what would be right.
    pub(super) message: String,
}

impl Fault {
    /// A fault of the line as it was meant.
    pub(super) fn new(path: &str, message: String) -> Self {
        Self { column: None, path: path.to_owned(), message }
    }
}

/// Reads lines by the names of a ladder.
pub(super) struct Lines<'l> {
    ladder: &'l Ladder,
    questions: HashMap<&'l str, usize>,
}

impl<'l> Lines<'l> {
    pub(super) fn new(ladder: &'l Ladder) -> Self {
        let questions = ladder.questions.iter().enumerate().map(|(place, question)| (question.id.as_str(), place));
        Self { ladder, questions: questions.collect() }
    }

    /// The reader of a line, or everything that is wrong with it.
    pub(super) fn read<'t>(&self, bytes: &'t [u8]) -> Result<Reader<'t>, Vec<Fault>> {
        let text = text(bytes).map_err(|fault| vec![fault])?;
        let fields: Map<String, Value> = serde_json::from_str(text).map_err(|error| vec![no_json(text, &error)])?;
        let mut faults = Vec::new();
        let title = self.title(fields.get("title"), &mut faults);
        let chosen = self.chosen(fields.get("answers"), &mut faults);
        if faults.is_empty() { Ok(Reader { id: id(text), title, chosen }) } else { Err(faults) }
    }

    fn title(&self, title: Option<&Value>, faults: &mut Vec<Fault>) -> Option<RungId> {
        let message = match title? {
            Value::Null => return None,
            Value::String(title) => match self.ladder.rungs.iter().position(|rung| rung.id == *title) {
                Some(place) => return Some(RungId::new(place)),
                None => unknown("rung", title, self.ladder.rungs.iter().map(|rung| &*rung.id)),
            },
            _ => "is no text; write the id of a rung, or leave it out".to_owned(),
        };
        faults.push(Fault::new("title", message));
        None
    }

    fn chosen(&self, answers: Option<&Value>, faults: &mut Vec<Fault>) -> Vec<Option<usize>> {
        let mut chosen = vec![None; self.ladder.questions.len()];
        let answers = match answers {
            Some(Value::Object(answers)) => answers,
            Some(_) => {
                faults.push(Fault::new("answers", format!("is no object; a line looks like {SHAPE}")));
                return chosen;
            }
            None => {
                faults.push(Fault::new("", format!("\"answers\" is missing; a line looks like {SHAPE}")));
                return chosen;
            }
        };
        for (id, answer) in answers {
            let Some(&place) = self.questions.get(id.as_str()) else {
                let known = self.ladder.questions.iter().map(|known| &*known.id);
                faults.push(Fault::new("answers", unknown("question", id, known)));
                continue;
            };
            match pick(&self.ladder.questions[place], answer) {
                Ok(answer) => chosen[place] = answer,
                Err(message) => faults.push(Fault::new(&format!("answers.{id}"), message)),
            }
        }
        chosen
    }
}

/// The place of a question's answer; `null` is none.
fn pick(question: &Question, answer: &Value) -> Result<Option<usize>, String> {
    let known = question.answers.iter().map(|known| &*known.id);
    match answer {
        Value::Null => Ok(None),
        Value::String(id) => match known.clone().position(|known| known == id) {
            Some(place) => Ok(Some(place)),
            None => Err(unknown("answer", id, known)),
        },
        _ => Err("is no text; write the id of an answer".to_owned()),
    }
}

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|error| {
        let column = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).chars().count() + 1;
        let message = "is no text in UTF-8 from here on; save the file in that encoding".to_owned();
        Fault { column: Some(column), path: String::new(), message }
    })
}

fn no_json(text: &str, error: &serde_json::Error) -> Fault {
    if error.is_data() {
        return Fault::new("", format!("is no object; a line looks like {SHAPE}"));
    }
    let column = String::from_utf8_lossy(&text.as_bytes()[..error.column().min(text.len())]).chars().count();
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    Fault { column: Some(column), path: String::new(), message: format!("is no JSON: {said}") }
}

/// The id of a line, as it is written: no number is rounded on the way.
fn id(text: &str) -> &str {
    let fields: HashMap<String, &RawValue> = serde_json::from_str(text).unwrap_or_default();
    fields.get("id").map_or("null", |id| id.get())
}
