//! The nearest known name, for "did you mean".

/// Longer names are compared by their beginnings, in characters.
const COMPARED: usize = 64;
/// How many comparisons of two characters one file is worth. A file with more mistakes is not helped by a hint.
const BUDGET: usize = 1 << 22;
/// What it costs to look at a name at all.
const GLANCE: usize = 16;

/// Finds names. It tires after a while, so that reading takes no longer for a file full of mistakes.
pub(super) struct Near {
    budget: usize,
}

impl Near {
    pub(super) fn new() -> Self {
        Self { budget: BUDGET }
    }

    /// The nearest of the names, if one is near enough to have been meant: a third of its characters may differ.
    pub(super) fn nearest<'n>(&mut self, name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
        let name: Vec<char> = letters(name);
        let mut best = None;
        for candidate in known {
            self.budget = self.budget.checked_sub(GLANCE)?;
            let letters = letters(candidate);
            let longest = name.len().max(letters.len());
            let most = (longest / 3).max(1).min(longest.saturating_sub(1));
            if name.len().abs_diff(letters.len()) > most {
                continue;
            }
            self.budget = self.budget.checked_sub(name.len() * letters.len())?;
            let steps = distance(&name, &letters);
            if steps <= most && best.is_none_or(|(fewest, _)| steps < fewest) {
                best = Some((steps, candidate));
            }
        }
        best.map(|(_, name)| name)
    }
}

/// How many names are listed where none is near.
const LISTED: usize = 8;

/// Says that a name is unknown, and what may have been meant: the nearest of the known ones, or else the first few.
#[must_use]
pub fn unknown<'n>(what: &str, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    let hint = match Near::new().nearest(name, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let more = if known.clone().nth(LISTED).is_some() { ", ..." } else { "" };
            let known: Vec<String> = known.take(LISTED).map(|name| format!("`{name}`")).collect();
            format!("there is {}{more}", known.join(", "))
        }
    };
    format!("unknown {what} `{}`; {hint}", super::found::shown(name))
}

fn letters(name: &str) -> Vec<char> {
    name.chars().take(COMPARED).map(|c| c.to_ascii_lowercase()).collect()
}

/// Levenshtein's edit distance, with a swap of neighbours counted as one step (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            let mut best = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + other);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        fn case(a: &str, b: &str, steps: usize) {
            assert_eq!(distance(&letters(a), &letters(b)), steps, "{a} to {b}");
        }
        case("", "", 0);
        case("", "ab", 2);
        case("high", "hihg", 1);
        case("rung", "Rungs", 1);
        case("kitten", "sitting", 3);
    }

    #[test]
    fn only_what_is_near_is_offered() {
        fn case(name: &str, known: &[&str], expected: Option<&str>) {
            assert_eq!(Near::new().nearest(name, known.iter().copied()), expected, "{name}");
        }
        case("senor-pm", &["pm", "senior-pm"], Some("senior-pm"));
        case("pn", &["cpo", "pm", "apm"], Some("pm"));
        case("KEYRESULTS", &["keyResults"], Some("keyResults"));
        case("a", &["b"], None);
        case("name", &["note"], None);
        case("zzz", &["craft"], None);
        case("x", &[], None);
    }

    #[test]
    fn hints_end_when_there_are_too_many_to_give() {
        let mut near = Near::new();
        let long = "x".repeat(2_000);
        let hints =
            (0..10_000).filter(|_| near.nearest(&long, ["x".repeat(70).as_str()].into_iter()).is_some()).count();
        assert_eq!(hints, BUDGET / (64 * 64 + GLANCE));
    }
}
