//! Fills the gaps of a template.

/// A template with its gaps filled: `{0}` with the first value, `{1}` with the second. The numbers let a translation
/// put the values in another order. Ten gaps are possible; one without a value stays empty.
#[must_use]
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut text = String::new();
    let mut chars = template.chars();
    while let Some(char) = chars.next() {
        if char != '{' {
            text.push(char);
            continue;
        }
        let index = chars.next().map_or(0, |digit| digit as usize - '0' as usize);
        text.push_str(values.get(index).unwrap_or(&""));
        // The closing brace.
        chars.next();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn gaps_are_filled_by_their_number() {
        for (template, expected) in [
            ("no gap", "no gap"),
            ("{0}", "one"),
            ("“{0}”, {1}.", "“one”, two."),
            ("{1} before {0}", "two before one"),
            ("{0} and {0}", "one and one"),
            ("nothing: {2}", "nothing: "),
        ] {
            assert_eq!(fill(template, &["one", "two"]), expected, "{template}");
        }
    }

    #[test]
    fn values_are_not_read_as_templates() {
        assert_eq!(fill("{0}{1}", &["{1}", "two"]), "{1}two");
    }
}
