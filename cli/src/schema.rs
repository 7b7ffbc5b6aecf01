//! `career-ladder schema`: prints the field table of ladder files as JSON Schema, for editors.

use std::collections::BTreeMap;
use std::process::ExitCode;

use career_ladder_core::format::{FORMAT, Field, FieldType, LADDER, Record};
use pico_args::Arguments;
use serde_json::{Map, Value, json};

/// Prints the schema, which is also committed as `ladders/ladder.schema.json`.
pub(super) fn run(arguments: Arguments) -> ExitCode {
    if let Some(argument) = arguments.finish().first() {
        return super::misuse(&format!("`schema` takes no argument `{}`", argument.to_string_lossy()));
    }
    super::print(&format!("{:#}\n", schema()))
}

/// The JSON Schema (2020-12) of a ladder file: types, fields, patterns and limits. It cannot say which ids exist or
/// that levels climb.
fn schema() -> Value {
    let mut definitions = BTreeMap::new();
    let ladder = record_schema(&LADDER, &mut definitions);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(format!("Ladder file of career-ladder, format {FORMAT}")));
    schema.extend(ladder);
    schema.insert("$defs".to_owned(), definitions.into_iter().collect());
    Value::Object(schema)
}

/// The schema of a record. Adds the records that it refers to, by name.
fn record_schema(record: &Record, definitions: &mut BTreeMap<String, Value>) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("description".to_owned(), json!(record.help));
    schema.insert("type".to_owned(), json!("object"));
    let required: Vec<&str> = record.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    let properties = record.fields.iter().map(|Field { name, help, field_type, .. }| {
        let mut property = Map::new();
        property.insert("description".to_owned(), json!(help));
        property.extend(type_schema(field_type, definitions));
        ((*name).to_owned(), Value::Object(property))
    });
    schema.insert("properties".to_owned(), properties.collect());
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema
}

/// The schema of a field without its description. Adds the records that it refers to, by name.
fn type_schema(field_type: &FieldType, definitions: &mut BTreeMap<String, Value>) -> Map<String, Value> {
    let schema = match *field_type {
        FieldType::Format(number) => json!({ "const": number }),
        FieldType::Integer { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        FieldType::OneOf(names) => json!({ "enum": names }),
        FieldType::Text { pattern: None, .. } => json!({ "type": "string" }),
        FieldType::Text { pattern: Some(pattern), .. } | FieldType::Reference { pattern, .. } => {
            json!({ "type": "string", "pattern": pattern })
        }
        FieldType::List { items, min, max } => list_schema(type_schema(items, definitions), min, max),
        FieldType::OneOrList { items, min, max } => {
            let item = type_schema(items, definitions);
            json!({ "anyOf": [item, list_schema(item.clone(), min, Some(max))] })
        }
        FieldType::Map { names, values } => {
            let names = type_schema(names, definitions);
            let values = type_schema(values, definitions);
            json!({ "type": "object", "propertyNames": names, "additionalProperties": values })
        }
        FieldType::Record(record) => reference(record, definitions),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
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

/// A reference to the definition of a record, which is added.
fn reference(record: &Record, definitions: &mut BTreeMap<String, Value>) -> Value {
    let name = format!("{}{}", record.name[..1].to_ascii_lowercase(), &record.name[1..]);
    let schema = record_schema(record, definitions);
    let reference = json!({ "$ref": format!("#/$defs/{name}") });
    definitions.insert(name, Value::Object(schema));
    reference
}
