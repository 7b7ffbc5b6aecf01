//! Reads a line of recorded answers.

use std::collections::HashMap;

use career_ladder_core::format::unknown_name;
use career_ladder_core::ladder::{Ladder, Question, RungId};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// A correct line, for error messages.
const EXAMPLE: &str = r#"{"id": 0, "rung": "pm", "title": "pm", "answers": {"q1": "a"}}"#;

/// The content of a line.
pub(crate) struct RecordedAnswers<'t> {
    /// The `id` of the line as JSON text, `null` if it has none.
    pub(crate) id: &'t str,
    /// The rung whose title the reader holds, if the line has one.
    pub(crate) title: Option<RungId>,
    /// The rung that the reader is known to be on, if the line has one.
    pub(crate) rung: Option<RungId>,
    /// Per question of the ladder: the index of the chosen answer, in the order of the file.
    pub(crate) answers: Vec<Option<usize>>,
}

/// A mistake in a line.
pub(crate) struct Fault {
    /// The position in the line, in characters from 1, if the line is not JSON.
    pub(crate) column: Option<usize>,
    /// The JSON path of the mistake; empty for the line as a whole.
    pub(crate) path: String,
    /// The mistake and its correction.
    pub(crate) message: String,
}

impl Fault {
    /// A fault in the content of a line that is JSON.
    pub(crate) fn new(path: &str, message: String) -> Self {
        Self { column: None, path: path.to_owned(), message }
    }
}

/// Reads lines of answers to one ladder.
pub(crate) struct LineReader<'l> {
    ladder: &'l Ladder,
    /// The index of each question, by its id.
    questions: HashMap<&'l str, usize>,
}

impl<'l> LineReader<'l> {
    pub(crate) fn new(ladder: &'l Ladder) -> Self {
        let questions = ladder.questions.iter().enumerate().map(|(index, question)| (question.id.as_str(), index));
        Self { ladder, questions: questions.collect() }
    }

    /// The content of a line, or all its mistakes.
    pub(crate) fn read<'t>(&self, bytes: &'t [u8]) -> Result<RecordedAnswers<'t>, Vec<Fault>> {
        let text = text(bytes).map_err(|fault| vec![fault])?;
        let fields: Map<String, Value> = serde_json::from_str(text).map_err(|error| vec![json_fault(text, &error)])?;
        let mut faults = Vec::new();
        let title = self.rung("title", &fields, &mut faults);
        let rung = self.rung("rung", &fields, &mut faults);
        let answers = self.answers(fields.get("answers"), &mut faults);
        if faults.is_empty() { Ok(RecordedAnswers { id: id(text), title, rung, answers }) } else { Err(faults) }
    }

    /// The rung that a field names.
    fn rung(&self, field: &str, fields: &Map<String, Value>, faults: &mut Vec<Fault>) -> Option<RungId> {
        let message = match fields.get(field)? {
            Value::Null => return None,
            Value::String(id) => match self.ladder.rungs.iter().position(|rung| rung.id == *id) {
                Some(index) => return Some(RungId::new(index)),
                None => unknown_name("rung", id, self.ladder.rungs.iter().map(|rung| &*rung.id)),
            },
            _ => "is not a string; write the id of a rung, or leave it out".to_owned(),
        };
        faults.push(Fault::new(field, message));
        None
    }

    fn answers(&self, answers: Option<&Value>, faults: &mut Vec<Fault>) -> Vec<Option<usize>> {
        let mut chosen = vec![None; self.ladder.questions.len()];
        let answers = match answers {
            Some(Value::Object(answers)) => answers,
            Some(_) => {
                faults.push(Fault::new("answers", format!("is not an object; a line looks like {EXAMPLE}")));
                return chosen;
            }
            None => {
                faults.push(Fault::new("", format!("\"answers\" is missing; a line looks like {EXAMPLE}")));
                return chosen;
            }
        };
        for (id, answer) in answers {
            let Some(&index) = self.questions.get(id.as_str()) else {
                let known = self.ladder.questions.iter().map(|known| &*known.id);
                faults.push(Fault::new("answers", unknown_name("question", id, known)));
                continue;
            };
            match answer_index(&self.ladder.questions[index], answer) {
                Ok(answer) => chosen[index] = answer,
                Err(message) => faults.push(Fault::new(&format!("answers.{id}"), message)),
            }
        }
        chosen
    }
}

/// The index of an answer with this id; `None` for `null`.
fn answer_index(question: &Question, answer: &Value) -> Result<Option<usize>, String> {
    let known = (0..=question.not_applicable()).map(|index| question.answer_id(index));
    match answer {
        Value::Null => Ok(None),
        Value::String(id) => match question.answer_with_id(id) {
            Some(index) => Ok(Some(index)),
            None => Err(unknown_name("answer", id, known)),
        },
        _ => Err("is not a string; write the id of an answer".to_owned()),
    }
}

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|error| {
        let column = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).chars().count() + 1;
        let message = "is not valid UTF-8 from here on; save the file as UTF-8".to_owned();
        Fault { column: Some(column), path: String::new(), message }
    })
}

fn json_fault(text: &str, error: &serde_json::Error) -> Fault {
    if error.is_data() {
        return Fault::new("", format!("is not an object; a line looks like {EXAMPLE}"));
    }
    let column = String::from_utf8_lossy(&text.as_bytes()[..error.column().min(text.len())]).chars().count();
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    Fault { column: Some(column), path: String::new(), message: format!("is not JSON: {message}") }
}

/// The `id` of a line exactly as it is written, so that no number is rounded.
fn id(text: &str) -> &str {
    let fields: HashMap<String, &RawValue> = serde_json::from_str(text).unwrap_or_default();
    fields.get("id").map_or("null", |id| id.get())
}
