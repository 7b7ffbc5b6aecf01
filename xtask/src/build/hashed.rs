//! Names files after their content, so that no cache pairs files of different builds.

use crate::cache::sha256;

/// Hex digits of the content's SHA-256 in a name.
const DIGITS: usize = 8;

/// `stem-01234567.extension`.
pub(crate) fn hashed_name(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}-{}.{extension}", hash(bytes))
}

/// The part of the name that changes with the content.
pub(crate) fn hash(bytes: &[u8]) -> String {
    sha256(bytes)[..DIGITS].to_owned()
}

#[cfg(test)]
mod tests {
    use super::hashed_name;

    #[test]
    fn a_name_holds_a_hash_of_the_content() {
        assert_eq!(hashed_name("career-ladder", "glue.js", b""), "career-ladder-e3b0c442.glue.js");
        assert_eq!(hashed_name("product.quiz", "json", b"quiz"), "product.quiz-9d98ce22.json");
    }
}
