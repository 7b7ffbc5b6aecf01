//! Numbers as digits of base64url (RFC 4648, section 5), six bits each, the highest first.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What of a number so many digits hold, fewer than six.
pub(super) fn low(number: u32, digits: usize) -> u32 {
    number & ((1 << (6 * digits)) - 1)
}

/// Writes the lowest bits of a number in so many digits.
pub(super) fn write(text: &mut String, number: u32, digits: usize) {
    for digit in (0..digits).rev() {
        text.push(char::from(DIGITS[(number >> (6 * digit)) as usize % 64]));
    }
}

/// Takes a number of so many digits; `None` where they end before, or something else is among them.
pub(super) fn take(rest: &mut &[u8], digits: usize) -> Option<u32> {
    let (taken, after) = rest.split_at_checked(digits)?;
    *rest = after;
    let mut number = 0;
    for byte in taken {
        let (value, _) = (0..).zip(DIGITS).find(|(_, known)| *known == byte)?;
        number = (number << 6) | value;
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_from_their_digits() {
        fn case(value: u32, digits: usize, expected: &str) {
            let mut text = String::new();
            write(&mut text, value, digits);
            assert_eq!(text, expected);
            assert_eq!(take(&mut text.as_bytes(), digits), Some(value));
            assert_eq!(take(&mut text.as_bytes(), digits + 1), None);
        }
        case(0, 1, "A");
        case(63, 1, "_");
        case(62, 2, "A-");
        case(0x3_ffff, 3, "___");
        case(0x1234_5678, 6, "ASNFZ4");
    }

    #[test]
    fn nothing_else_is_a_digit() {
        for text in ["=", "A+", "a/b", " A", "é", "A\0"] {
            assert_eq!(take(&mut text.as_bytes(), text.len()), None, "{text:?}");
        }
    }
}
