//! Writes values as JSON, with the fields of records in the order of the format.

use super::shape::Shape;
use super::syntax::{Value, ValueKind, json_string};

/// A list or object that fits into this many characters stands on one line.
const MAX_WIDTH: usize = 110;

/// A value as JSON over several lines, without fields that the format does not know.
pub(super) fn json(shape: Shape, value: &Value<'_>) -> String {
    let mut out = String::new();
    write(shape, value, 0, &mut out);
    out
}

fn write(shape: Shape, value: &Value<'_>, depth: usize, out: &mut String) {
    match &value.kind {
        ValueKind::Number(number) => out.push_str(number),
        ValueKind::String(text) => out.push_str(&json_string(text)),
        ValueKind::List(items) => {
            let inner = if let Shape::List(inner) = shape { *inner } else { Shape::Value };
            let parts = items.iter().map(|item| (String::new(), inner, item));
            write_parts(['[', ']'], parts.collect(), depth, out);
        }
        ValueKind::Object(members) => {
            let part = |name: &str, shape, value| (json_string(name) + ": ", shape, value);
            let parts = match shape {
                Shape::Record(keys) => {
                    let known =
                        keys.iter().filter_map(|key| Some(part(key.name, key.shape, &value.member(key.name)?.value)));
                    known.collect()
                }
                Shape::Map(inner) => members.iter().map(|member| part(&member.name, *inner, &member.value)).collect(),
                _ => members.iter().map(|member| part(&member.name, Shape::Value, &member.value)).collect(),
            };
            write_parts(['{', '}'], parts, depth, out);
        }
        ValueKind::Null | ValueKind::Bool | ValueKind::Broken => out.push_str("null"),
    }
}

/// Writes the parts of a list or an object, each with what stands before it: on one line if there is room.
fn write_parts([open, close]: [char; 2], parts: Vec<(String, Shape, &Value<'_>)>, depth: usize, out: &mut String) {
    let written: Vec<String> = parts
        .into_iter()
        .map(|(mut name, shape, value)| {
            write(shape, value, depth + 1, &mut name);
            name
        })
        .collect();
    let width: usize = written.iter().map(|part| part.chars().count() + 2).sum();
    let indent = "  ".repeat(depth);
    out.push(open);
    if depth > 0 && width + indent.len() < MAX_WIDTH && !written.iter().any(|part| part.contains('\n')) {
        let space = if open == '{' && !written.is_empty() { " " } else { "" };
        out.push_str(space);
        out.push_str(&written.join(", "));
        out.push_str(space);
    } else {
        for (index, part) in written.iter().enumerate() {
            out.push_str(if index == 0 { "\n" } else { ",\n" });
            out.push_str(&indent);
            out.push_str("  ");
            out.push_str(part);
        }
        out.push('\n');
        out.push_str(&indent);
    }
    out.push(close);
}
