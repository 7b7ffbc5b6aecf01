//! Knows the languages that are written from right to left.

/// Languages that are written from right to left, unless their tag names Latin script.
const LANGUAGES: [&str; 15] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"];

/// Scripts that are written from right to left.
const SCRIPTS: [&str; 6] = ["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"];

/// Whether a language, given as a BCP 47 tag such as `ar-EG`, is written from right to left.
#[must_use]
pub fn is_right_to_left(lang: &str) -> bool {
    let is_one_of = |tag: &str, known: &[&str]| known.iter().any(|known| tag.eq_ignore_ascii_case(known));
    let mut tags = lang.split('-');
    let is_language = tags.next().is_some_and(|language| is_one_of(language, &LANGUAGES));
    let mut is_latin = false;
    for tag in tags {
        if is_one_of(tag, &SCRIPTS) {
            return true;
        }
        is_latin |= is_one_of(tag, &["latn"]);
    }
    is_language && !is_latin
}

#[cfg(test)]
mod tests {
    use super::is_right_to_left;

    #[test]
    fn language_and_script_give_the_direction() {
        for lang in ["ar", "ar-EG", "he", "FA", "yi", "az-Arab", "pa-arab-PK"] {
            assert!(is_right_to_left(lang), "{lang}");
        }
        for lang in ["en", "de", "", "az", "ur-Latn", "are", "en-AR"] {
            assert!(!is_right_to_left(lang), "{lang}");
        }
    }
}
