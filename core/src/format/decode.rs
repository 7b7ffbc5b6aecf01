//! Turns JSON values into typed fields.
//!
//! Decoding never fails. A value of the wrong type is reported and replaced by an empty one, so that the rest of the
//! file can still be checked. Later steps skip empty values, since the author has been told about them.

use super::diagnostics::{Diagnostics, Span, quoted};
use super::letters::is_blank;
use super::markup;
use super::names::NameMap;
use super::shape::{FieldKey, Shape};
use super::suggest::Suggester;
use super::syntax::{BROKEN, Member, Value, ValueKind};
use super::table::FieldType;
use crate::gather::Gather as _;

/// The state that decoding and all later steps share.
#[derive(Default)]
pub(super) struct Decoder {
    pub(super) diagnostics: Diagnostics,
    pub(super) suggester: Suggester,
    /// The items that an overlay has taken out, such as `rungs/pm`, each with the place that does so.
    pub(super) taken_out: NameMap<Span>,
}

/// A type that a field of the file can have.
pub(super) trait Decode<'a>: Default {
    /// Describes the type in the field table.
    const TYPE: FieldType;
    /// A minimal value, proposed where a required field is missing.
    const EXAMPLE: &'static str;
    /// Describes the type to overlays.
    const SHAPE: Shape = Shape::of(&Self::TYPE);

    /// Reads a value; reports one of another type and returns the default instead.
    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self;
}

/// Finds the value of each field of a record. Reports fields that are missing, unknown or written twice.
pub(super) fn match_fields<'a>(
    value: &'a Value<'a>,
    keys: &[FieldKey],
    values: &mut [Option<&'a Value<'a>>],
    decoder: &mut Decoder,
) {
    let ValueKind::Object(members) = &value.kind else { return decoder.wrong_type(value, "an object: { ... }") };
    let mut unknown = Vec::new();
    for member in members {
        match keys.iter().position(|key| key.name == member.name) {
            Some(index) => match_known(member, &keys[index], &mut values[index], decoder),
            None => unknown.push(member),
        }
    }
    for member in unknown {
        match_unknown(member, keys, values, decoder);
    }
    for (FieldKey { name, required, example, .. }, found) in keys.iter().zip(values) {
        if *required && found.is_none() {
            decoder.diagnostics.error(value.span, format!("\"{name}\" is missing; add \"{name}\": {example}"));
        }
    }
}

fn match_known<'a>(member: &'a Member<'a>, key: &FieldKey, value: &mut Option<&'a Value<'a>>, decoder: &mut Decoder) {
    if value.is_some() {
        let message = format!("\"{}\" appears twice in this object; keep one", key.name);
        decoder.diagnostics.error(member.span, message);
    } else if matches!(member.value.kind, ValueKind::Null) && !key.required {
        decoder.diagnostics.error(member.value.span, "is null; leave the field out instead");
        *value = Some(&BROKEN);
    } else {
        *value = Some(&member.value);
    }
}

fn match_unknown<'a>(
    member: &'a Member<'a>,
    keys: &[FieldKey],
    values: &mut [Option<&'a Value<'a>>],
    decoder: &mut Decoder,
) {
    let name = quoted(&member.name);
    // What the widget shows as "area" and "level" has another name in the file.
    let meant = match &*member.name {
        "areas" => "dimensions",
        "levels" => "rungs",
        other => other,
    };
    let nearest = decoder.suggester.nearest(meant, &mut keys.iter().map(|key| key.name));
    let Some(index) = keys.iter().position(|key| Some(key.name) == nearest) else {
        let known = keys.iter().map(|key| key.name).filter(|name| *name != "$schema").gather();
        let message = format!("unknown field \"{name}\"; known fields: {}", known.join(", "));
        return decoder.diagnostics.warn(member.span, message);
    };
    let FieldKey { name: nearest, required, .. } = keys[index];
    if required && values[index].is_none() {
        // With the value taken for that of the missing field, the author hears of one mistake only once.
        values[index] = Some(&member.value);
        let message = format!("unknown field \"{name}\"; did you mean \"{nearest}\", which is missing?");
        decoder.diagnostics.error(member.span, message);
    } else {
        decoder.diagnostics.warn(member.span, format!("unknown field \"{name}\"; did you mean \"{nearest}\"?"));
    }
}

/// Decodes a field from its entry in the values that [`match_fields`] found.
pub(super) fn decode_field<'a, T: Decode<'a>>(value: Option<&'a Value<'a>>, decoder: &mut Decoder) -> T {
    value.map_or_else(T::default, |value| T::decode(value, decoder))
}

impl Decoder {
    /// Reports a value that has another type than `expected`.
    pub(super) fn wrong_type(&mut self, value: &Value<'_>, expected: &str) {
        let found = match &value.kind {
            ValueKind::Broken => return,
            ValueKind::Null => "null",
            ValueKind::Bool => "a true/false value",
            ValueKind::Number(_) => "a number",
            ValueKind::String(_) => "a string",
            ValueKind::List(_) => "a list",
            ValueKind::Object(_) => "an object",
        };
        self.diagnostics.error(value.span, format!("is {found}; write {expected}"));
    }

    /// Text with at least one visible character, described to the author as `expected`; empty after a mistake.
    pub(super) fn text<'a>(&mut self, value: &'a Value<'a>, expected: &str) -> &'a str {
        match &value.kind {
            ValueKind::String(text) if is_blank(text) => {
                self.diagnostics.error(value.span, format!("is empty; write {expected}"));
                return "";
            }
            ValueKind::String(text) => return text,
            ValueKind::Number(number) => {
                self.wrong_type(value, &format!("{expected} in double quotes: \"{}\"", quoted(number)));
            }
            _ => self.wrong_type(value, &format!("{expected} in double quotes")),
        }
        ""
    }

    /// Text for readers; warns of markup in it.
    pub(super) fn text_for_readers<'a>(&mut self, value: &'a Value<'a>) -> &'a str {
        let text = self.text(value, "text");
        markup::check(text, value.span, &mut self.diagnostics);
        text
    }

    /// The items of a list; reports too few or too many of them. `None` if the value is not a list.
    pub(super) fn list<'a>(&mut self, value: &'a Value<'a>, min: usize, max: usize) -> Option<&'a [Value<'a>]> {
        let ValueKind::List(items) = &value.kind else {
            self.wrong_type(value, "a list: [ ... ]");
            return None;
        };
        let count = items.len();
        if count < min {
            let found = if count == 0 { "no items" } else { "only one item" };
            let verb = if min == 1 { "is" } else { "are" };
            self.diagnostics.error(value.span, format!("has {found}; at least {min} {verb} needed"));
        } else if count > max {
            self.diagnostics.error(value.span, format!("has {count} items; at most {max} are allowed"));
        }
        Some(items)
    }
}

/// A list of `MIN` to `MAX` items.
pub(super) struct List<T, const MIN: usize = 0, const MAX: usize = { usize::MAX }> {
    pub(super) span: Span,
    pub(super) items: Vec<T>,
    /// Whether the file has something else in its place, which has been reported.
    pub(super) is_broken: bool,
}

impl<T, const MIN: usize, const MAX: usize> Default for List<T, MIN, MAX> {
    fn default() -> Self {
        Self { span: Span::default(), items: Vec::new(), is_broken: false }
    }
}

impl<'a, T: Decode<'a>, const MIN: usize, const MAX: usize> Decode<'a> for List<T, MIN, MAX> {
    const TYPE: FieldType = FieldType::List { items: &T::TYPE, min: MIN, max: limit(MAX) };
    const EXAMPLE: &'static str = "[ ... ]";
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let values = decoder.list(value, MIN, MAX);
        let items = values.unwrap_or_default().iter().map(|value| T::decode(value, decoder)).collect();
        Self { span: value.span, items, is_broken: values.is_none() }
    }
}

/// A limit as the field table shows it: without one, a type has `usize::MAX`.
pub(super) const fn limit(max: usize) -> Option<usize> {
    if max == usize::MAX { None } else { Some(max) }
}

/// An optional field whose absence has a meaning of its own.
impl<'a, T: Decode<'a>> Decode<'a> for Option<T> {
    const TYPE: FieldType = T::TYPE;
    const EXAMPLE: &'static str = T::EXAMPLE;
    const SHAPE: Shape = T::SHAPE;

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        Some(T::decode(value, decoder))
    }
}

/// Declares records. From one list of fields follow the struct, its decoder, the messages about missing and unknown
/// fields, and the record's entry in the field table.
macro_rules! records {
    ($(
        $record:ident $help:literal {$(
            $required:ident $field:ident $($name:literal)?: $type:ty, $field_help:literal;
        )+}
    )+) => {$(
        #[doc = $help]
        #[derive(Default)]
        pub(super) struct $record<'a> {
            #[allow(dead_code, reason = "not every kind of record is reported as a whole")]
            pub(super) span: Span,
            /// Not every kind of record holds text.
            pub(super) lifetime: std::marker::PhantomData<&'a ()>,
            $(#[doc = $field_help] pub(super) $field: $type,)+
        }

        impl<'a> $record<'a> {
            /// The record's fields, as overlays see them.
            pub(super) const KEYS: &'static [FieldKey] = &[$(FieldKey {
                name: records!(@name $field $($name)?),
                required: records!(@required $required),
                example: <$type as Decode<'a>>::EXAMPLE,
                shape: <$type as Decode<'a>>::SHAPE,
            }),+];

            /// The record's entry in the field table.
            pub(super) const RECORD: Record = Record {
                name: stringify!($record),
                help: $help,
                fields: &[$(Field {
                    name: records!(@name $field $($name)?),
                    required: records!(@required $required),
                    field_type: <$type as Decode<'a>>::TYPE,
                    help: $field_help,
                }),+],
            };
        }

        impl<'a> Decode<'a> for $record<'a> {
            const TYPE: FieldType = FieldType::Record(&Self::RECORD);
            const EXAMPLE: &'static str = "{ ... }";
            const SHAPE: Shape = Shape::Record(Self::KEYS);

            fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
                let mut values = [$(records!(@none $field)),+];
                match_fields(value, Self::KEYS, &mut values, decoder);
                let [$($field),+] = values;
                Self { span: value.span, lifetime: std::marker::PhantomData, $($field: decode_field($field, decoder)),+ }
            }
        }
    )+};
    (@none $field:ident) => { None };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@required required) => { true };
    (@required optional) => { false };
}

pub(super) use records;
