//! The part of a field's type that decides how an overlay changes it.

use super::table::FieldType;

/// The part of a table entry that decoding and merging need. It is apart from the help texts, so that the linker can leave
/// those out of the reader's wasm.
pub(super) struct FieldKey {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) example: &'static str,
    pub(super) shape: Shape,
}

/// How an overlay changes a field. It follows from the field's type, so no list of names has to be kept.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// A text for readers. It is replaced, also by a translation.
    Text,
    /// A word of the interface. It is replaced, and a translation may bring words that its base lacks.
    Word,
    /// Any other value. It is replaced as a whole.
    Value,
    /// A field of the file itself, such as its format. Each file of a chain has its own.
    File,
    /// An object with these fields. It is merged field by field.
    Record(&'static [FieldKey]),
    /// An object whose field names the author chooses. It is merged field by field.
    Map(&'static Self),
    /// A list. If its items have ids, an overlay can write it as an object of changes by id; else it is replaced.
    List(&'static Self),
}

impl Shape {
    /// The shape of a type without records.
    pub(super) const fn of(field_type: &FieldType) -> Self {
        match field_type {
            FieldType::Text { for_readers: true, .. } => Self::Text,
            FieldType::Map { values: FieldType::Text { for_readers: true, .. }, .. } => Self::Map(&Self::Text),
            FieldType::Words => Self::Map(&Self::Word),
            FieldType::Map { .. } => Self::Map(&Self::Value),
            _ => Self::Value,
        }
    }

    /// The fields of the items, if this is a list whose items have ids.
    pub(super) fn items_by_id(self) -> Option<&'static [FieldKey]> {
        match self {
            Self::List(&Self::Record(keys)) if keys.iter().any(|key| key.name == "id") => Some(keys),
            _ => None,
        }
    }
}
