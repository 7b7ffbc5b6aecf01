//! `career-ladder schema`: prints the field table of ladder files as JSON Schema, for editors.

use std::collections::BTreeMap;
use std::process::ExitCode;

use career_ladder_core::format::{FORMAT, Field, FieldType, LADDER, Record};
use career_ladder_core::words::Text;
use career_ladder_core::words::plural::Category;
use pico_args::Arguments;
use serde_json::{Map, Value, json};

/// Words of the interface: each a text, or one with a form for each plural category.
fn words() -> Value {
    let forms: Map<String, Value> =
        Category::ALL.iter().map(|category| (category.name().to_owned(), json!({ "type": "string" }))).collect();
    let word = |key: &Text| match key.rule().is_counted {
        true => json!({ "type": "object", "properties": forms, "additionalProperties": false }),
        false => json!({ "type": "string" }),
    };
    let words: Map<String, Value> = Text::ALL.iter().map(|key| (key.rule().name.to_owned(), word(key))).collect();
    json!({ "type": "object", "properties": words, "additionalProperties": false })
}

/// The help of the field by which an overlay places an item.
const AFTER: &str =
    "In an overlay: the id of the item that this one follows, or \"\" for the beginning. A new item needs it.";

/// Prints the schema, which is also committed as `ladders/ladder.schema.json`.
pub(super) fn run(arguments: Arguments) -> ExitCode {
    if let Some(argument) = arguments.finish().first() {
        return super::misuse(&format!("`schema` takes no argument `{}`", argument.to_string_lossy()));
    }
    super::print(&format!("{:#}\n", schema()))
}

/// The JSON Schema (2020-12) of a ladder file: types, fields, patterns and limits. It cannot say which ids exist or
/// that levels climb. A file with `extends` is an overlay: nothing but its head is required, and everything can be taken out.
fn schema() -> Value {
    let mut definitions = Definitions::default();
    let ladder = definitions.reference(&LADDER, Kind::Whole);
    let overlay = definitions.reference(&LADDER, Kind::Changes);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Ladder file of career-ladder, format {FORMAT}"),
        "description": LADDER.help,
        "type": "object",
        "if": { "required": ["extends"] },
        "then": overlay,
        "else": ladder,
        "$defs": definitions.0,
    })
}

/// What an object says about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// All of it.
    Whole,
    /// Only what an overlay changes.
    Changes,
}

/// The definitions of records, by name.
#[derive(Default)]
struct Definitions(BTreeMap<String, Value>);

impl Definitions {
    /// A reference to the definition of a record, which is added.
    fn reference(&mut self, record: &Record, kind: Kind) -> Value {
        let suffix = if kind == Kind::Changes { "Changes" } else { "" };
        let name = format!("{}{}{suffix}", record.name[..1].to_ascii_lowercase(), &record.name[1..]);
        if !self.0.contains_key(&name) {
            let schema = self.record(record, kind);
            self.0.insert(name.clone(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn record(&mut self, record: &Record, kind: Kind) -> Value {
        let is_head = record.name == LADDER.name;
        let mut schema = Map::new();
        schema.insert("description".to_owned(), json!(record.help));
        schema.insert("type".to_owned(), json!("object"));
        let required: Vec<&str> = match kind {
            Kind::Whole => record.fields.iter().filter(|field| field.required).map(|field| field.name).collect(),
            Kind::Changes if is_head => vec!["format", "extends"],
            Kind::Changes => Vec::new(),
        };
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        let is_item = kind == Kind::Changes && !is_head && has_id(record);
        let fields = record.fields.iter().filter(|field| !is_item || field.name != "id");
        let mut properties: Map<String, Value> =
            fields.map(|field| (field.name.to_owned(), self.field(field, kind))).collect();
        if is_item {
            properties.insert("after".to_owned(), json!({ "description": AFTER, "type": "string" }));
        }
        schema.insert("properties".to_owned(), Value::Object(properties));
        schema.insert("additionalProperties".to_owned(), json!(false));
        Value::Object(schema)
    }

    fn field(&mut self, Field { help, field_type, required, .. }: &Field, kind: Kind) -> Value {
        let mut property = Map::new();
        property.insert("description".to_owned(), json!(help));
        match (kind, self.changes(field_type)) {
            (Kind::Changes, Some(changes)) => {
                let mut forms = changes;
                if !required {
                    forms.push(json!({ "type": "null" }));
                }
                property.insert("anyOf".to_owned(), json!(forms));
            }
            (Kind::Changes, None) if !required => {
                let forms = [Value::Object(self.field_type(field_type)), json!({ "type": "null" })];
                property.insert("anyOf".to_owned(), json!(forms));
            }
            _ => property.extend(self.field_type(field_type)),
        }
        Value::Object(property)
    }

    /// The forms in which an overlay writes a field that it merges; `None` for one that it can only replace.
    fn changes(&mut self, field_type: &FieldType) -> Option<Vec<Value>> {
        match *field_type {
            FieldType::Record(record) => Some(vec![self.reference(record, Kind::Changes)]),
            FieldType::List { items: &FieldType::Record(record), .. } if has_id(record) => {
                let items = json!({ "anyOf": [self.reference(record, Kind::Changes), { "type": "null" }] });
                let by_id = json!({ "type": "object", "additionalProperties": items });
                Some(vec![by_id, Value::Object(self.field_type(field_type))])
            }
            FieldType::Map { names, values } => {
                let (names, values) = (self.field_type(names), self.field_type(values));
                let values = json!({ "anyOf": [values, { "type": "null" }] });
                Some(vec![json!({ "type": "object", "propertyNames": names, "additionalProperties": values })])
            }
            _ => None,
        }
    }

    /// The schema of a field of a whole record, without its description.
    fn field_type(&mut self, field_type: &FieldType) -> Map<String, Value> {
        let schema = match *field_type {
            FieldType::Format(number) => json!({ "const": number }),
            FieldType::Integer { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
            FieldType::OneOf(names) => json!({ "enum": names }),
            FieldType::Words => words(),
            FieldType::Text { pattern: None, .. } => json!({ "type": "string" }),
            FieldType::Text { pattern: Some(pattern), .. } | FieldType::Reference { pattern, .. } => {
                json!({ "type": "string", "pattern": pattern })
            }
            FieldType::List { items, min, max } => list_schema(self.field_type(items), min, max),
            FieldType::OneOrList { items, min, max } => {
                let item = self.field_type(items);
                json!({ "anyOf": [item, list_schema(item.clone(), min, Some(max))] })
            }
            FieldType::Map { names, values } => {
                let names = self.field_type(names);
                let values = self.field_type(values);
                json!({ "type": "object", "propertyNames": names, "additionalProperties": values })
            }
            FieldType::Record(record) => self.reference(record, Kind::Whole),
        };
        match schema {
            Value::Object(schema) => schema,
            _ => Map::new(),
        }
    }
}

/// Whether an overlay finds the items of a list of such records by their ids.
fn has_id(record: &Record) -> bool {
    record.fields.iter().any(|field| field.name == "id")
}

fn list_schema(items: Map<String, Value>, min: usize, max: Option<usize>) -> Value {
    let mut schema = json!({ "type": "array", "items": items });
    if min > 0 {
        schema["minItems"] = json!(min);
    }
    if let Some(max) = max {
        schema["maxItems"] = json!(max);
    }
    schema
}
