//! Lists the texts of a ladder that a translation replaces.

use super::letters::is_blank;
use super::names::NameMap;
use super::print;
use super::raw;
use super::shape::Shape;
use super::syntax::{Value, ValueKind};
use crate::hash::{BASIS, fnv};

/// A text for readers, or a list of texts whose items have no ids, which is translated as one.
pub struct TextUnit<'v> {
    /// The names and ids that lead to it.
    steps: Vec<String>,
    value: &'v Value<'v>,
    shape: Shape,
}

impl TextUnit<'_> {
    /// The names and ids that lead to the text in an overlay.
    #[must_use]
    pub fn steps(&self) -> &[String] {
        &self.steps
    }

    /// The path of the text in an overlay, such as `rungs.pm.title`.
    #[must_use]
    pub fn path(&self) -> String {
        self.steps.join(".")
    }

    /// The hash of all texts in it, 8 hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> String {
        format!("{:08x}", hash(self.shape, self.value, BASIS))
    }

    /// The text or list as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        print::json(self.shape, self.value)
    }
}

/// All texts of a whole ladder, in the order of its values.
pub(super) fn units<'v>(ladder: &'v Value<'v>) -> Vec<TextUnit<'v>> {
    let mut units = Vec::new();
    walk(Shape::Record(raw::Ladder::KEYS), ladder, &mut Vec::new(), &mut units);
    units
}

fn walk<'v>(shape: Shape, value: &'v Value<'v>, steps: &mut Vec<String>, units: &mut Vec<TextUnit<'v>>) {
    let mut step_into = |name: &str, shape, value| {
        steps.push(name.to_owned());
        walk(shape, value, steps, units);
        steps.pop();
    };
    match (shape, &value.kind) {
        (Shape::Record(keys), ValueKind::Object(members)) => {
            for key in keys {
                if let Some(member) = members.iter().find(|member| member.name == key.name) {
                    step_into(key.name, key.shape, &member.value);
                }
            }
        }
        (Shape::Map(inner), ValueKind::Object(members)) => {
            for member in members {
                step_into(&member.name, *inner, &member.value);
            }
        }
        (Shape::List(inner), ValueKind::List(items))
            if shape.items_by_id().is_some() && items.iter().all(|item| item.id().is_some()) =>
        {
            for item in items {
                step_into(item.id().unwrap_or_default(), *inner, item);
            }
        }
        _ => {
            if has_text(shape, value) {
                units.push(TextUnit { steps: steps.clone(), value, shape });
            }
        }
    }
}

/// The paths of all values in an overlay, written as those of [`TextUnit`].
pub(super) fn paths(overlay: &Value<'_>) -> NameMap<()> {
    let mut paths = NameMap::default();
    add_paths(overlay, "", &mut paths);
    paths
}

fn add_paths(value: &Value<'_>, path: &str, paths: &mut NameMap<()>) {
    let ValueKind::Object(members) = &value.kind else { return };
    for member in members {
        let path = if path.is_empty() { member.name.to_string() } else { format!("{path}.{}", member.name) };
        add_paths(&member.value, &path, paths);
        paths.insert(&path, ());
    }
}

/// Whether there is a text for readers in a value.
fn has_text(shape: Shape, value: &Value<'_>) -> bool {
    hash(shape, value, BASIS) != BASIS
}

/// Continues a hash with all texts for readers in a value.
fn hash(shape: Shape, value: &Value<'_>, from: u32) -> u32 {
    match (shape, &value.kind) {
        (Shape::Text | Shape::Word, ValueKind::String(text)) if !is_blank(text) => {
            fnv(fnv(from, text.as_bytes()), &[0])
        }
        (Shape::List(inner), ValueKind::List(items)) => items.iter().fold(from, |from, item| hash(*inner, item, from)),
        (Shape::Record(keys), ValueKind::Object(_)) => {
            let fields = keys.iter().filter_map(|key| Some((key.shape, &value.member(key.name)?.value)));
            fields.fold(from, |from, (shape, value)| hash(shape, value, from))
        }
        _ => from,
    }
}
