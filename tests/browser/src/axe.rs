//! Accessibility audits by axe-core.

use crate::page::Page;
use crate::paths::node_modules;
use serde::Deserialize;
use std::fmt;

/// Runs axe on every widget of the page. Axe looks into open shadow roots by itself.
const RUN_AXE: &str = "const done = arguments[arguments.length - 1];
    axe.run({ include: [['career-ladder']] }, { resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.map(({ id, help, nodes }) => ({
            rule: id,
            help,
            nodes: nodes.map((node) => node.html + ' ' + node.failureSummary),
        }))))
        .catch((error) => done([{ rule: 'axe', help: String(error), nodes: [] }]));";

/// An accessibility rule that the page violates.
#[derive(Clone, Debug, Deserialize)]
pub struct AxeViolation {
    /// The rule's id in axe-core, such as `color-contrast`.
    pub rule: String,
    /// The rule in a sentence.
    pub help: String,
    /// The markup of each element that violates the rule, and how to repair it.
    pub nodes: Vec<String>,
}

impl fmt::Display for AxeViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.help)?;
        self.nodes.iter().try_for_each(|node| write!(f, "\n    {node}"))
    }
}

impl Page {
    /// All violations that axe-core finds in the page's widgets.
    ///
    /// # Panics
    /// When axe-core is not installed.
    pub async fn axe_violations(&self) -> Vec<AxeViolation> {
        let path = node_modules().join("axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self.execute_async(&format!("if (!window.axe) {{ {axe} }}\n{RUN_AXE}"), &[]).await
    }
}
