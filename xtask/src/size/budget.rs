//! The budgets of `size-budget.toml`.

use anyhow::{Context as _, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Stands for every ladder.
const ANY_LADDER: &str = "*.ladder";

/// The most bytes that a set may weigh, compressed with Brotli.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Budgets {
    brotli: BTreeMap<String, usize>,
}

impl Budgets {
    /// Reads the file's text.
    pub(super) fn read(text: &str) -> Result<Self> {
        toml::from_str(text).context("cannot read size-budget.toml")
    }

    /// The budget of the set `name`, if it has one.
    pub(super) fn of(&self, name: &str) -> Option<usize> {
        let any = || self.brotli.get(ANY_LADDER).filter(|_| name.ends_with(".ladder"));
        self.brotli.get(name).or_else(any).copied()
    }

    /// What is over its budget, and which budgets speak of nothing, given the name and weight of each set.
    pub(super) fn problems(&self, sets: &[(&str, usize)]) -> Vec<String> {
        let over = sets.iter().filter_map(|(name, weight)| {
            let budget = self.of(name).filter(|budget| weight > budget)?;
            Some(format!("{name} weighs {weight} bytes, {} over its budget of {budget}", weight - budget))
        });
        let idle = self.brotli.keys().filter(|name| *name != ANY_LADDER && sets.iter().all(|(set, _)| set != name));
        over.chain(idle.map(|name| format!("size-budget.toml speaks of `{name}`, which is no set of files"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Budgets;

    #[track_caller]
    fn case(sets: &[(&str, usize)], expected: &[&str]) {
        let budgets = Budgets::read("[brotli]\ncode = 100\n\"*.ladder\" = 10\n\"big.ladder\" = 20\n").unwrap();
        let sets: Vec<_> = [("code", 100), ("big.ladder", 20)].iter().chain(sets).copied().collect();
        assert_eq!(budgets.problems(&sets), expected);
    }

    #[test]
    fn within() {
        case(&[("a.ladder", 10), ("anything", 9999)], &[]);
    }

    #[test]
    fn over() {
        case(&[("a.ladder", 11)], &["a.ladder weighs 11 bytes, 1 over its budget of 10"]);
        case(&[("code", 101)], &["code weighs 101 bytes, 1 over its budget of 100"]);
    }

    #[test]
    fn a_budget_speaks_of_something() {
        let budgets = Budgets::read("[brotli]\nlouder = 1\n").unwrap();
        assert_eq!(
            budgets.problems(&[("loader", 5)]),
            ["size-budget.toml speaks of `louder`, which is no set of files"]
        );
        assert!(Budgets::read("[gzip]\n").is_err());
    }
}
