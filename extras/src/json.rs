//! Writes JSON. Values are texts of JSON themselves.

use career_ladder_core::decimal::decimal;
use career_ladder_core::format::json_string;

/// An object with these fields.
pub(crate) fn object<const N: usize>(fields: [(&str, String); N]) -> String {
    let fields = fields.map(|(name, value)| [&json_string(name), ":", &value].concat());
    ["{", &fields.join(","), "}"].concat()
}

/// A list of these values.
pub(crate) fn list(values: impl Iterator<Item = String>) -> String {
    ["[", &values.collect::<Vec<_>>().join(","), "]"].concat()
}

/// A text.
pub(crate) fn text(text: &str) -> String {
    json_string(text)
}

/// A number from 0 on.
pub(crate) fn number(number: usize) -> String {
    decimal(number)
}

/// The value, or null.
pub(crate) fn optional(value: Option<String>) -> String {
    value.unwrap_or_else(|| "null".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_nested() {
        let values = list(["a\"b", "c"].into_iter().map(text));
        let object = object([("list", values), ("count", number(12)), ("none", optional(None))]);
        assert_eq!(object, r#"{"list":["a\"b","c"],"count":12,"none":null}"#);
    }
}
