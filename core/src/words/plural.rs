//! The plural categories of CLDR, for whole numbers.
//!
//! Source: Unicode CLDR, "Language Plural Rules" (cardinal). `tests/plurals.rs` compares every language with the rules that
//! browsers have. Some languages have one category more, for fractions or for millions, which no count of ours falls into.

/// A plural category of CLDR. Each language has some of them, and always `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// `zero`
    Zero,
    /// `one`
    One,
    /// `two`
    Two,
    /// `few`
    Few,
    /// `many`
    Many,
    /// `other`
    Other,
}

impl Category {
    /// All categories, in CLDR's order.
    pub const ALL: [Self; 6] = [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The name, as CLDR writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["zero", "one", "two", "few", "many", "other"][self as usize]
    }
}

/// The count from which the categories repeat: those of `n` are those of `100 + n % 100`.
pub const PERIODIC_FROM: usize = 200;

/// The category of a whole number in a language, given as a BCP 47 tag. A language without a rule here has `One` for 1
/// alone, as most languages do.
#[must_use]
pub fn category(lang: &str, count: usize) -> Category {
    rule(&primary(lang), count)
}

/// The categories that a language's whole numbers fall into, in CLDR's order.
#[must_use]
pub fn categories(lang: &str) -> Vec<Category> {
    let has = |wanted: &Category| (0..PERIODIC_FROM).any(|count| category(lang, count) == *wanted);
    Category::ALL.into_iter().filter(has).collect()
}

/// The category that a language has besides those of [`categories`]: for fractions, or from a million on.
#[must_use]
pub fn unused_category(lang: &str) -> Option<Category> {
    match &*primary(lang) {
        "be" | "pl" | "ru" | "uk" => Some(Category::Other),
        "br" | "ca" | "cs" | "es" | "fr" | "gv" | "it" | "lld" | "lt" | "pt" | "scn" | "sgs" | "sk" | "vec" => {
            Some(Category::Many)
        }
        _ => None,
    }
}

fn primary(lang: &str) -> String {
    lang.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

fn rule(lang: &str, n: usize) -> Category {
    use Category::{Few, Many, One, Other, Two, Zero};
    let (tens, units) = (n % 100, n % 10);
    let is_teen = (11..=19).contains(&tens);
    match lang {
        "bm" | "bo" | "dz" | "hnj" | "id" | "ig" | "ii" | "in" | "ja" | "jbo" | "jv" | "jw" | "kde" | "kea" | "km"
        | "ko" | "lkt" | "lo" | "ms" | "my" | "nqo" | "osa" | "sah" | "ses" | "sg" | "su" | "th" | "to" | "tpi"
        | "vi" | "wo" | "yo" | "yue" | "zh" => Other,
        "ak" | "am" | "as" | "bho" | "bn" | "csw" | "doi" | "fa" | "ff" | "fr" | "gu" | "guw" | "hi" | "hy" | "kab"
        | "kn" | "kok" | "ln" | "mg" | "nso" | "pa" | "pcm" | "pt" | "si" | "ti" | "wa" | "zu" => {
            if n < 2 {
                One
            } else {
                Other
            }
        }
        "ar" | "ars" => match (n, tens) {
            (0, _) => Zero,
            (1, _) => One,
            (2, _) => Two,
            (_, 3..=10) => Few,
            (_, 11..=99) => Many,
            _ => Other,
        },
        "be" | "ru" | "uk" => match units {
            1 if tens != 11 => One,
            2..=4 if !is_teen => Few,
            _ => Many,
        },
        "bs" | "hr" | "sh" | "sr" => match units {
            1 if tens != 11 => One,
            2..=4 if !is_teen => Few,
            _ => Other,
        },
        "blo" | "cv" | "ksh" | "lag" => match n {
            0 => Zero,
            1 => One,
            _ => Other,
        },
        "br" => match units {
            1 if ![11, 71, 91].contains(&tens) => One,
            2 if ![12, 72, 92].contains(&tens) => Two,
            3 | 4 | 9 if ![1, 7, 9].contains(&(tens / 10)) => Few,
            _ => Other,
        },
        "ceb" | "fil" | "tl" => {
            if [4, 6, 9].contains(&units) {
                Other
            } else {
                One
            }
        }
        "cs" | "sk" => match n {
            1 => One,
            2..=4 => Few,
            _ => Other,
        },
        "cy" => match n {
            0 => Zero,
            1 => One,
            2 => Two,
            3 => Few,
            6 => Many,
            _ => Other,
        },
        "dsb" | "hsb" | "sl" => match tens {
            1 => One,
            2 => Two,
            3 | 4 => Few,
            _ => Other,
        },
        "ga" => match n {
            1 => One,
            2 => Two,
            3..=6 => Few,
            7..=10 => Many,
            _ => Other,
        },
        "gd" => match n {
            1 | 11 => One,
            2 | 12 => Two,
            3..=10 | 13..=19 => Few,
            _ => Other,
        },
        "gv" => match units {
            1 => One,
            2 => Two,
            0 if tens % 20 == 0 => Few,
            _ => Other,
        },
        "he" | "iu" | "iw" | "naq" | "sat" | "se" | "sma" | "smi" | "smj" | "smn" | "sms" => match n {
            1 => One,
            2 => Two,
            _ => Other,
        },
        "is" | "mk" => {
            if units == 1 && tens != 11 {
                One
            } else {
                Other
            }
        }
        "kw" => match (n, tens) {
            (0, _) => Zero,
            (1, _) => One,
            (_, 2 | 22 | 42 | 62 | 82) => Two,
            (_, 3 | 23 | 43 | 63 | 83) => Few,
            (_, 1 | 21 | 41 | 61 | 81) => Many,
            _ => Other,
        },
        "lt" => match units {
            1 if !is_teen => One,
            2..=9 if !is_teen => Few,
            _ => Other,
        },
        "lv" | "prg" => match units {
            0 => Zero,
            _ if is_teen => Zero,
            1 => One,
            _ => Other,
        },
        "mt" => match (n, tens) {
            (1, _) => One,
            (2, _) => Two,
            (0, _) | (_, 3..=10) => Few,
            (_, 11..=19) => Many,
            _ => Other,
        },
        "pl" => match units {
            _ if n == 1 => One,
            2..=4 if !is_teen => Few,
            _ => Many,
        },
        "mo" | "ro" => match (n, tens) {
            (1, _) => One,
            (0, _) | (_, 1..=19) => Few,
            _ => Other,
        },
        "sgs" => match units {
            1 if tens != 11 => One,
            _ if n == 2 => Two,
            2..=9 if !is_teen => Few,
            _ => Other,
        },
        "shi" => match n {
            0 | 1 => One,
            2..=10 => Few,
            _ => Other,
        },
        "tzm" => match n {
            0 | 1 | 11..=99 => One,
            _ => Other,
        },
        _ => {
            if n == 1 {
                One
            } else {
                Other
            }
        }
    }
}
