//! The budgets of `size-budget.toml`.

use anyhow::{Context as _, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Stands for any part of a name, between its dots, where the name has no budget of its own.
const ANY: &str = "*";

/// The largest size of each set, in bytes after Brotli.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Budgets {
    brotli: BTreeMap<String, usize>,
}

impl Budgets {
    /// Parses the text of the file.
    pub(super) fn read(text: &str) -> Result<Self> {
        toml::from_str(text).context("cannot read size-budget.toml")
    }

    /// The budget of the set `name`, if it has one.
    pub(super) fn of(&self, name: &str) -> Option<usize> {
        let any = || self.brotli.iter().find(|(pattern, _)| matches(pattern, name)).map(|(_, budget)| budget);
        self.brotli.get(name).or_else(any).copied()
    }

    /// The sets that are over their budgets, and the budgets without a set. Each set is a name and a size.
    pub(super) fn problems(&self, sets: &[(&str, usize)]) -> Vec<String> {
        let over = sets.iter().filter_map(|(name, weight)| {
            let budget = self.of(name).filter(|budget| weight > budget)?;
            Some(format!("{name} weighs {weight} bytes, {} over its budget of {budget}", weight - budget))
        });
        let idle = self.brotli.keys().filter(|pattern| sets.iter().all(|(set, _)| !matches(pattern, set)));
        over.chain(idle.map(|name| format!("size-budget.toml names `{name}`, which is no set of files"))).collect()
    }
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.split('.').count() == name.split('.').count()
        && pattern.split('.').zip(name.split('.')).all(|(pattern, part)| pattern == ANY || pattern == part)
}

#[cfg(test)]
mod tests {
    use super::Budgets;

    #[track_caller]
    fn case(sets: &[(&str, usize)], expected: &[&str]) {
        let budgets =
            Budgets::read("[brotli]\ncode = 100\n\"*.ladder\" = 10\n\"*.*.ladder\" = 30\n\"big.ladder\" = 20\n")
                .unwrap();
        let sets: Vec<_> = [("code", 100), ("big.ladder", 20), ("a.ladder", 10), ("a.de.ladder", 30)]
            .iter()
            .chain(sets)
            .copied()
            .collect();
        assert_eq!(budgets.problems(&sets), expected);
    }

    #[test]
    fn sets_within_their_budgets_pass() {
        case(&[("a.ladder", 10), ("anything", 9999)], &[]);
    }

    #[test]
    fn sets_over_their_budgets_fail() {
        case(&[("a.ladder", 11)], &["a.ladder weighs 11 bytes, 1 over its budget of 10"]);
        case(&[("a.fr.ladder", 31)], &["a.fr.ladder weighs 31 bytes, 1 over its budget of 30"]);
        case(&[("code", 101)], &["code weighs 101 bytes, 1 over its budget of 100"]);
    }

    #[test]
    fn a_budget_without_a_set_fails() {
        let budgets = Budgets::read("[brotli]\nlouder = 1\n").unwrap();
        assert_eq!(budgets.problems(&[("loader", 5)]), ["size-budget.toml names `louder`, which is no set of files"]);
        assert!(Budgets::read("[gzip]\n").is_err());
    }
}
