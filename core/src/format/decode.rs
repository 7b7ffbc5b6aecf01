//! From a value to the type it should have.
//!
//! Decoding cannot fail: what is wrong is reported, and an empty stand-in takes its place, so that
//! everything else can still be looked at. Checks of the whole skip what is empty.

use super::found::{Findings, shown};
use super::json::{BROKEN, Kind, Value};
use super::near::Near;
#[cfg(feature = "schema")]
use super::schema::{Definitions, Json};

/// What decoding carries along.
pub(super) struct Decoder {
    pub(super) found: Findings,
    pub(super) near: Near,
}

/// A type that stands in the file.
pub(super) trait Decode<'a>: Default {
    /// What it looks like there, in short.
    const FORM: &'static str;

    /// Reads it, or reports what is in its place and returns a stand-in.
    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self;

    /// What the JSON Schema says of it.
    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json;
}

/// A field of a record, by its name in the file.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// Whether it has to be there.
    pub(super) must: bool,
    pub(super) form: &'static str,
}

/// Finds the values of a record's fields; reports what is missing, unknown or written twice.
pub(super) fn fields<'a>(
    value: &'a Value<'a>,
    fields: &[Field],
    values: &mut [Option<&'a Value<'a>>],
    decoder: &mut Decoder,
) {
    let Kind::Object(members) = &value.kind else { return decoder.wrong(value, "an object: { ... }") };
    let mut unknown = Vec::new();
    for member in members {
        match fields.iter().position(|field| field.name == member.name) {
            None => unknown.push(member),
            Some(place) if values[place].is_some() => {
                let message = format!("\"{}\" is written twice in this object; keep one of them", fields[place].name);
                decoder.found.error(member.at, message);
            }
            Some(place) if matches!(member.value.kind, Kind::Null) && !fields[place].must => {
                decoder.found.error(member.value.at, "is null; leave the field out instead");
                values[place] = Some(&BROKEN);
            }
            Some(place) => values[place] = Some(&member.value),
        }
    }
    for member in unknown {
        let name = shown(&member.name);
        let near = decoder.near.nearest(&member.name, fields.iter().map(|field| field.name));
        match near.and_then(|near| fields.iter().position(|field| field.name == near)) {
            // The one mistake is reported once: its value is taken for that of the field that is missing.
            Some(place) if fields[place].must && values[place].is_none() => {
                let near = fields[place].name;
                decoder
                    .found
                    .error(member.at, format!("unknown field \"{name}\"; did you mean \"{near}\", which is missing?"));
                values[place] = Some(&member.value);
            }
            Some(place) => {
                let near = fields[place].name;
                decoder.found.warn(member.at, format!("unknown field \"{name}\"; did you mean \"{near}\"?"));
            }
            None => {
                let known: Vec<&str> =
                    fields.iter().map(|field| field.name).filter(|name| *name != "$schema").collect();
                let known = known.join(", ");
                decoder.found.warn(member.at, format!("unknown field \"{name}\"; known here: {known}"));
            }
        }
    }
    for (field, found) in fields.iter().zip(values) {
        if field.must && found.is_none() {
            let Field { name, form, .. } = field;
            decoder.found.error(value.at, format!("\"{name}\" is missing; add \"{name}\": {form}"));
        }
    }
}

/// The value of the next field.
pub(super) fn field<'a, T: Decode<'a>>(value: Option<Option<&'a Value<'a>>>, decoder: &mut Decoder) -> T {
    value.flatten().map_or_else(T::default, |value| T::decode(value, decoder))
}

impl Decoder {
    /// Reports a value of another type than `expected`.
    pub(super) fn wrong(&mut self, value: &Value<'_>, expected: &str) {
        let is = match &value.kind {
            Kind::Broken => return,
            Kind::Null => "null",
            Kind::Bool => "true or false",
            Kind::Number(_) => "a number",
            Kind::Text(_) => "text",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
        };
        self.found.error(value.at, format!("is {is}; write {expected}"));
    }

    /// Text that is not empty; empty where it is, or where there is none. `what` it should be.
    pub(super) fn text<'a>(&mut self, value: &'a Value<'a>, what: &str) -> &'a str {
        match &value.kind {
            Kind::Text(text) if text.chars().all(is_blank) => {
                self.found.error(value.at, format!("is empty; write {what}"));
                ""
            }
            Kind::Text(text) => text,
            Kind::Number(number) => {
                self.wrong(value, &format!("{what} in double quotes: \"{}\"", shown(number)));
                ""
            }
            _ => {
                self.wrong(value, &format!("{what} in double quotes"));
                ""
            }
        }
    }

    /// The values of a list, which has to have between `least` and `most` of them.
    pub(super) fn list<'a>(&mut self, value: &'a Value<'a>, least: usize, most: usize) -> Option<&'a [Value<'a>]> {
        let Kind::List(values) = &value.kind else {
            self.wrong(value, "a list: [ ... ]");
            return None;
        };
        let count = values.len();
        if count < least {
            let (count, verb) =
                (if count == 0 { "no items" } else { "only one" }, if least == 1 { "is" } else { "are" });
            self.found.error(value.at, format!("has {count}; at least {least} {verb} needed"));
        } else if count > most {
            self.found.error(value.at, format!("has {count} items; at most {most} are possible"));
        }
        Some(values)
    }
}

/// White space, also in the view of the regular expressions of JSON Schema, which count the byte order mark.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// A list, and where it stands.
pub(super) struct List<T, const LEAST: usize = 0, const MOST: usize = { usize::MAX }> {
    pub(super) items: Vec<T>,
    /// Whether it is no list at all, which has been reported.
    pub(super) broken: bool,
}

impl<T, const LEAST: usize, const MOST: usize> Default for List<T, LEAST, MOST> {
    fn default() -> Self {
        Self { items: Vec::new(), broken: false }
    }
}

impl<'a, T: Decode<'a>, const LEAST: usize, const MOST: usize> Decode<'a> for List<T, LEAST, MOST> {
    const FORM: &'static str = "[ ... ]";

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        let values = decoder.list(value, LEAST, MOST);
        let items = values.unwrap_or_default().iter().map(|value| T::decode(value, decoder)).collect();
        Self { items, broken: values.is_none() }
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        super::schema::list(T::schema(definitions), LEAST, MOST)
    }
}

/// An optional field whose absence means something.
impl<'a, T: Decode<'a>> Decode<'a> for Option<T> {
    const FORM: &'static str = T::FORM;

    fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
        Some(T::decode(value, decoder))
    }

    #[cfg(feature = "schema")]
    fn schema(definitions: &mut Definitions) -> Json {
        T::schema(definitions)
    }
}

/// Records: their fields are listed once, with what an author should know of them. Decoding, the messages about
/// unknown and missing fields, and the JSON Schema all follow from the list.
macro_rules! records {
    ($(
        $(#[doc = $what:literal])+
        $record:ident {$(
            $(#[doc = $doc:literal])+
            $must:ident $field:ident $($name:literal)?: $type:ty,
        )+}
    )+) => {$(
        $(#[doc = $what])+
        #[derive(Default)]
        pub(super) struct $record<'a> {
            /// Where it begins.
            #[allow(dead_code, reason = "only some records are spoken of as a whole")]
            pub(super) at: usize,
            $($(#[doc = $doc])+ pub(super) $field: $type,)+
        }

        impl<'a> Decode<'a> for $record<'a> {
            const FORM: &'static str = "{ ... }";

            fn decode(value: &'a Value<'a>, decoder: &mut Decoder) -> Self {
                let mut values = [$(records!(@none $field)),+];
                let names = [$(Field {
                    name: records!(@name $field $($name)?),
                    must: records!(@must $must),
                    form: <$type as Decode<'_>>::FORM,
                }),+];
                fields(value, &names, &mut values, decoder);
                let mut values = values.into_iter();
                Self { at: value.at, $($field: field(values.next(), decoder)),+ }
            }

            #[cfg(feature = "schema")]
            fn schema(definitions: &mut Definitions) -> Json {
                definitions.record(stringify!($record), &[$($what),+], |definitions| vec![$((
                    records!(@name $field $($name)?),
                    records!(@must $must),
                    crate::format::schema::described(<$type as Decode<'_>>::schema(definitions), &[$($doc),+]),
                )),+])
            }
        }
    )+};
    (@none $field:ident) => { None };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@must must) => { true };
    (@must may) => { false };
}

pub(super) use records;
