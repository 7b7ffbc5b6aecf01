//! Writes JSON. Values are texts of JSON themselves.

use career_ladder_core::decimal::decimal;

/// An object with these fields, whose names need no escapes.
pub(crate) fn object<const N: usize>(fields: [(&str, String); N]) -> String {
    let fields = fields.map(|(name, value)| ["\"", name, "\":", &value].concat());
    ["{", &fields.join(","), "}"].concat()
}

/// A list of these values.
pub(crate) fn list(values: impl Iterator<Item = String>) -> String {
    ["[", &values.collect::<Vec<_>>().join(","), "]"].concat()
}

/// A text. Control characters, which no title has a use for, become spaces: the core's own `json_string` writes them by the
/// standard library's formatting, which is 2 KB of wasm.
pub(crate) fn text(text: &str) -> String {
    let mut json = String::from("\"");
    for char in text.chars() {
        if matches!(char, '"' | '\\') {
            json.push('\\');
        }
        json.push(if char < ' ' { ' ' } else { char });
    }
    json.push('"');
    json
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
        let values = list(["a\"b", "c\n\\"].into_iter().map(text));
        let object = object([("list", values), ("count", number(12)), ("none", optional(None))]);
        assert_eq!(object, r#"{"list":["a\"b","c \\"],"count":12,"none":null}"#);
    }
}
