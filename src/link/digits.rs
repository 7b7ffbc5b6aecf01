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

/// The value of each digit; `None` where something else is among them.
pub(super) fn read(text: &str) -> Option<Vec<u32>> {
    let mut digits = Vec::new();
    for byte in text.bytes() {
        digits.push((0..).zip(DIGITS).find(|&(_, &known)| known == byte)?.0);
    }
    Some(digits)
}

/// The number that some digits write.
pub(super) fn number(digits: &[u32]) -> u32 {
    digits.iter().fold(0, |number, digit| (number << 6) | digit)
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
            assert_eq!(read(&text).map(|digits| number(&digits)), Some(value));
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
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
