//! The fields of the format as plain data.
//!
//! `raw` declares each field once, with its type. The decoder, the JSON Schema that the command-line program
//! prints, and any form in which authors edit a ladder read the tables that follow from it.

/// The version of the format that this crate reads.
pub const FORMAT: u16 = 1;

/// The regular expression that ids match.
pub(super) const ID_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// A kind of object in a ladder file.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    /// In upper camel case, such as `KeyResult`; unique.
    pub name: &'static str,
    /// Tells authors what the object stands for.
    pub help: &'static str,
    /// In the order in which authors usually write them.
    pub fields: &'static [Field],
}

/// A field of a [`Record`].
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// As it is written in the file.
    pub name: &'static str,
    /// Whether a file that leaves it out is refused.
    pub required: bool,
    /// Limits what the field may hold.
    pub field_type: FieldType,
    /// Tells authors what to write.
    pub help: &'static str,
}

/// The values that a field may hold.
#[derive(Debug, Clone, Copy)]
pub enum FieldType {
    /// The version of the format, and no other number.
    Format(u16),
    /// A whole number.
    Integer {
        /// The smallest one allowed.
        min: i32,
        /// The largest one allowed.
        max: i32,
    },
    /// A string, limited by a pattern or by the diagram.
    Text {
        /// A regular expression of JSON Schema that the string matches. `None` if any string will do, even an empty one.
        pattern: Option<&'static str>,
        /// The characters that the diagram has room for. Longer text is allowed, with a warning.
        room: Option<usize>,
        /// Whether readers see it, so that translations replace it. False for ids, addresses and the like.
        for_readers: bool,
    },
    /// A string that is one of these names.
    OneOf(&'static [&'static str]),
    /// The id of an item in one of the ladder's lists.
    Reference {
        /// The ladder's field with that list, such as `rungs`.
        list: &'static str,
        /// A regular expression that every id matches.
        pattern: &'static str,
    },
    /// A list whose items all have the same type.
    List {
        /// The type of each item.
        items: &'static Self,
        /// The fewest items allowed.
        min: usize,
        /// The most items allowed; `None` if only the size of the file limits them.
        max: Option<usize>,
    },
    /// One value, or a list of such values.
    OneOrList {
        /// The type of the value and of each item.
        items: &'static Self,
        /// The fewest items allowed in the list.
        min: usize,
        /// The most items allowed in the list.
        max: usize,
    },
    /// An object whose field names the author chooses.
    Map {
        /// The type of the field names.
        names: &'static Self,
        /// The type of the values.
        values: &'static Self,
    },
    /// Words of the interface: an object whose field names are those of [`Text`](crate::words::Text). A counted one has an
    /// object with a text for each plural category.
    Words,
    /// An object with the fields of a record.
    Record(&'static Record),
}
