//! Suggests known names for unknown ones: "did you mean".

use super::diagnostics::quoted;
use crate::gather::Gather as _;

/// Longer names are compared by their first characters.
const MAX_COMPARED: usize = 64;
/// The number of character pairs compared for one file. Once they are used up there are no more suggestions, which
/// keeps reading linear in the size of the file.
const BUDGET: usize = 1 << 22;
/// The share of the budget that every candidate costs, even if its length rules it out.
const CANDIDATE_COST: usize = 16;
/// The number of known names that a message lists.
const MAX_LISTED: usize = 8;

/// Finds the known name nearest to an unknown one, until its budget is used up.
pub(super) struct Suggester {
    budget: usize,
}

impl Default for Suggester {
    fn default() -> Self {
        Self { budget: BUDGET }
    }
}

impl Suggester {
    /// The nearest of the known names, unless more than a third of the characters differ.
    pub(super) fn nearest<'n>(&mut self, name: &str, known: &mut dyn Iterator<Item = &'n str>) -> Option<&'n str> {
        let name = comparable(name);
        let mut nearest = None;
        for candidate in known {
            self.budget = self.budget.checked_sub(CANDIDATE_COST)?;
            let letters = comparable(candidate);
            let max_distance = max_distance(name.len().max(letters.len()));
            if name.len().abs_diff(letters.len()) > max_distance {
                continue;
            }
            self.budget = self.budget.checked_sub(name.len() * letters.len())?;
            let distance = edit_distance(&name, &letters);
            if distance <= max_distance && nearest.is_none_or(|(smallest, _)| distance < smallest) {
                nearest = Some((distance, candidate));
            }
        }
        nearest.map(|(_, name)| name)
    }
}

/// The distance up to which two names count as near, if the longer one has `length` characters: a third of them, but
/// at least one, and never all.
fn max_distance(length: usize) -> usize {
    (length / 3).max(1).min(length.saturating_sub(1))
}

/// The message about an unknown name: suggests the nearest known name, or else lists the first few of them.
/// `what` is a noun that takes an -s in the plural.
#[must_use]
pub fn unknown_name<'n>(what: &str, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    Suggester::default().unknown_name(what, name, known)
}

impl Suggester {
    /// Like the public [`unknown_name`], within the budget of the file.
    pub(super) fn unknown_name<'n>(
        &mut self,
        what: &str,
        name: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) -> String {
        let hint = match self.nearest(name, &mut known.clone()) {
            Some(nearest) => did_you_mean(nearest),
            None => format!("known {what}s: {}", listed(&mut known.clone())),
        };
        format!("unknown {what} `{}`; {hint}", quoted(name))
    }

    /// The end of a message about an unknown name, where the nouns of the names are clear from the place.
    pub(super) fn hint<'n>(&mut self, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
        match self.nearest(name, &mut known.clone()) {
            Some(nearest) => did_you_mean(nearest),
            None if known.clone().next().is_none() => "there are no ids here".to_owned(),
            None => format!("known ids: {}", listed(&mut known.clone())),
        }
    }
}

fn did_you_mean(nearest: &str) -> String {
    format!("did you mean `{}`?", quoted(nearest))
}

/// The first few of these names.
fn listed(names: &mut dyn Iterator<Item = &str>) -> String {
    let mut listed = names.take(MAX_LISTED + 1).map(|name| format!("`{}`", quoted(name))).gather();
    if listed.len() > MAX_LISTED {
        listed[MAX_LISTED] = "...".to_owned();
    }
    listed.join(", ")
}

fn comparable(name: &str) -> Vec<char> {
    name.chars().take(MAX_COMPARED).map(|c| c.to_ascii_lowercase()).gather()
}

/// Levenshtein's edit distance, where a swap of neighbors also counts as one edit (optimal string alignment).
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let substitution = usize::from(a[i - 1] != b[j - 1]);
            let mut distance = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + substitution);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                distance = distance.min(before_last[j - 2] + 1);
            }
            row.push(distance);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_of_neighbors_counts_as_one_edit() {
        fn case(a: &str, b: &str, edits: usize) {
            assert_eq!(edit_distance(&comparable(a), &comparable(b)), edits, "{a} to {b}");
            assert_eq!(edit_distance(&comparable(b), &comparable(a)), edits, "{b} to {a}");
        }
        case("", "", 0);
        case("", "ab", 2);
        case("high", "hihg", 1);
        case("xy", "yx", 1);
        case("abc", "cba", 2);
        case("abcd", "badc", 2);
        case("aab", "aba", 1);
        case("rung", "Rungs", 1);
        case("kitten", "sitting", 3);
        case("abx", "bay", 2);
        case("ab", "bc", 2);
        case("ab", "ca", 2);
    }

    #[test]
    fn only_a_near_name_is_suggested() {
        fn case(name: &str, known: &[&str], expected: Option<&str>) {
            assert_eq!(Suggester::default().nearest(name, &mut known.iter().copied()), expected, "{name}");
        }
        case("senor-pm", &["pm", "senior-pm"], Some("senior-pm"));
        case("pn", &["cpo", "pm", "apm"], Some("pm"));
        case("abcd", &["abxx", "abce", "abcx"], Some("abce"));
        case("KEYRESULTS", &["keyResults"], Some("keyResults"));
        case("a", &["b"], None);
        case("name", &["note"], None);
        case("zzz", &["craft"], None);
        case("abcdef", &["abcd", "abcdefgh"], Some("abcd"));
        case("x", &[], None);
    }

    #[test]
    fn names_are_compared_by_their_first_64_characters() {
        let known = "x".repeat(64) + "y";
        assert_eq!(Suggester::default().nearest(&"x".repeat(2_000), &mut [&*known].into_iter()), Some(&*known));
    }

    #[test]
    fn suggestions_end_with_the_budget() {
        let mut suggester = Suggester::default();
        let long = "x".repeat(2_000);
        let suggested = (0..10_000).filter(|_| suggester.nearest(&long, &mut [&*"x".repeat(70)].into_iter()).is_some());
        assert_eq!(suggested.count(), BUDGET / (64 * 64 + CANDIDATE_COST));
    }

    #[test]
    fn candidates_of_another_length_cost_little() {
        let mut suggester = Suggester::default();
        let known = ["y"; 1_000];
        for _ in 0..BUDGET / CANDIDATE_COST / 1_000 {
            assert_eq!(suggester.nearest("xxxxxxxx", &mut known.into_iter()), None);
        }
        assert_eq!(suggester.nearest("near", &mut ["neer"].into_iter()), Some("neer"));
    }

    #[test]
    fn at_most_eight_known_names_are_listed() {
        let names = ["1a", "2b", "3c", "4d", "5e", "6f", "7g", "8h", "9i"];
        assert_eq!(
            unknown_name("rung", "zzzz", names[..8].iter().copied()),
            "unknown rung `zzzz`; known rungs: `1a`, `2b`, `3c`, `4d`, `5e`, `6f`, `7g`, `8h`"
        );
        assert_eq!(
            unknown_name("rung", "zzzz", names.iter().copied()),
            "unknown rung `zzzz`; known rungs: `1a`, `2b`, `3c`, `4d`, `5e`, `6f`, `7g`, `8h`, ..."
        );
        assert_eq!(unknown_name("rung", "9j", names.iter().copied()), "unknown rung `9j`; did you mean `9i`?");
    }
}
