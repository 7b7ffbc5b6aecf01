//! The JSON Schema of the format, from the same lists of fields as the reader.

pub(super) use serde_json::{Value as Json, json};

use super::decode::Decode as _;
use super::raw;
use serde_json::Map;

/// The schemas of records, by name.
#[derive(Default)]
pub(super) struct Definitions(Map<String, Json>);

/// The JSON Schema (2020-12) of a ladder file. It says what reading the file alone can tell: types, fields, forms and
/// limits. References and levels are beyond it.
#[must_use]
pub fn schema() -> Json {
    let mut definitions = Definitions::default();
    raw::Ladder::schema(&mut definitions);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!("Ladder file of career-ladder, format 1"));
    if let Some(Json::Object(ladder)) = definitions.0.remove("ladder") {
        schema.extend(ladder);
    }
    definitions.0.sort_keys();
    schema.insert("$defs".to_owned(), Json::Object(definitions.0));
    Json::Object(schema)
}

impl Definitions {
    /// Defines a record with its fields (name, whether it must be there, schema), and refers to it.
    pub(super) fn record(
        &mut self,
        name: &str,
        what: &[&str],
        fields: impl FnOnce(&mut Self) -> Vec<(&'static str, bool, Json)>,
    ) -> Json {
        let name = format!("{}{}", name[..1].to_ascii_lowercase(), &name[1..]);
        if !self.0.contains_key(&name) {
            let fields = fields(self);
            let required: Vec<&str> = fields.iter().filter(|field| field.1).map(|field| field.0).collect();
            let mut record = json!({ "description": prose(what), "type": "object" });
            if !required.is_empty() {
                record["required"] = json!(required);
            }
            record["properties"] = fields.into_iter().map(|(name, _, schema)| (name.to_owned(), schema)).collect();
            record["additionalProperties"] = json!(false);
            self.0.insert(name.clone(), record);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// Puts the comment of a field before its schema.
pub(super) fn described(schema: Json, doc: &[&str]) -> Json {
    let mut described = json!({ "description": prose(doc) });
    if let (Json::Object(described), Json::Object(schema)) = (&mut described, schema) {
        described.extend(schema);
    }
    described
}

/// A list with its limits.
pub(super) fn list(items: Json, least: usize, most: usize) -> Json {
    let mut list = json!({ "type": "array", "items": items });
    if least > 0 {
        list["minItems"] = json!(least);
    }
    if most < usize::MAX {
        list["maxItems"] = json!(most);
    }
    list
}

/// The lines of a comment as one.
fn prose(doc: &[&str]) -> String {
    let lines: Vec<&str> = doc.iter().map(|line| line.trim()).collect();
    lines.join(" ")
}
