//! Writes strings as JSON.

/// A text as a JSON string, with its quotes. Escapes only what JSON requires.
#[must_use]
pub fn json_string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\0'..'\u{20}' => json += &format!("\\u{:04x}", u32::from(c)),
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn quotes_backslashes_and_control_characters_are_escaped() {
        fn case(text: &str, expected: &str) {
            assert_eq!(json_string(text), expected);
        }
        case("", r#""""#);
        case("é \u{1f600} / \u{7f}", "\"é \u{1f600} / \u{7f}\"");
        case("say \"\\n\"", r#""say \"\\n\"""#);
        case("a\nb\t\u{0}\u{1f} ", r#""a\u000ab\u0009\u0000\u001f ""#);
    }

    proptest! {
        #[test]
        fn serde_reads_every_string_back(text in any::<String>()) {
            prop_assert_eq!(serde_json::from_str::<String>(&json_string(&text)).ok(), Some(text));
        }
    }
}
