//! Numbers as text. The standard library's formatting would add its machinery to the wasm.

/// The decimal digits of a number.
#[must_use]
pub fn decimal(number: usize) -> String {
    digits(number, '0')
}

/// The same in a script whose digits follow its `zero` in Unicode.
#[must_use]
pub fn digits(number: usize, zero: char) -> String {
    let mut text = String::new();
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        #[expect(clippy::cast_possible_truncation, reason = "a single digit")]
        text.push(char::from_u32(zero as u32 + (number / power % 10) as u32).unwrap_or(zero));
        power /= 10;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{decimal, digits};

    #[test]
    fn a_script_may_have_digits_of_its_own() {
        assert_eq!(digits(1902, '\u{660}'), "١٩٠٢");
    }

    #[test]
    fn the_text_is_the_one_of_the_standard_library() {
        for number in [0, 1, 9, 10, 99, 100, 109, 65_536, usize::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
