//! Numbers as digits of base64url (RFC 4648, section 5): six bits each, the highest first.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The part of a number that fits into `digits` digits, at most five.
pub(super) fn low(number: u32, digits: usize) -> u32 {
    number & ((1 << (6 * digits)) - 1)
}

/// Appends the low bits of a number as `digits` digits, at most six.
pub(super) fn write(text: &mut String, number: u32, digits: usize) {
    for digit in (0..digits).rev() {
        text.push(char::from(DIGITS[(number >> (6 * digit)) as usize % 64]));
    }
}

/// Takes a number of `digits` digits from the front of `rest`; `None` if there are fewer, or other bytes among them.
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
    fn low_bits_are_those_that_the_digits_hold() {
        for number in [0, 1, 0x1234_5678, u32::MAX] {
            for digits in 1..=5 {
                let mut text = String::new();
                write(&mut text, number, digits);
                assert_eq!(take(&mut text.as_bytes(), digits), Some(low(number, digits)), "{number} {digits}");
            }
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        for text in ["=", "A+", "a/b", " A", "é", "A\0"] {
            assert_eq!(take(&mut text.as_bytes(), text.len()), None, "{text:?}");
        }
    }
}
