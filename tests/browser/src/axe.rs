//! Accessibility audits by axe-core.

use crate::page::Page;
use crate::paths::node_modules;
use serde::Deserialize;
use serde_json::{Value, json};
use std::fmt;

/// Runs axe on what the selector in its first argument finds, with the options in its second. Axe looks into open shadow
/// roots by itself.
const RUN_AXE: &str = "const [selector, options, done] = arguments;
    axe.run({ include: [[selector]] }, { resultTypes: ['violations'], ...options })
        .then(({ violations }) => done(violations.map(({ id, help, nodes }) => ({
            rule: id,
            help,
            nodes: nodes.map((node) => node.html + ' ' + node.failureSummary),
        }))))
        .catch((error) => done([{ rule: 'axe', help: String(error), nodes: [] }]));";

/// Finds the widgets of a page.
const WIDGETS: &str = "career-ladder";

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
    /// All violations that axe-core finds in the page's widgets, best practices and the size of targets included.
    ///
    /// # Panics
    /// When axe-core is not installed.
    pub async fn axe_violations(&self) -> Vec<AxeViolation> {
        // Axe runs its best practices by default, but not this rule of WCAG 2.2.
        self.run_axe(WIDGETS, json!({ "rules": { "target-size": { "enabled": true } } })).await
    }

    /// The violations in the whole document.
    ///
    /// # Panics
    /// When axe-core is not installed.
    pub async fn document_axe_violations(&self) -> Vec<AxeViolation> {
        self.run_axe("html", json!({ "rules": { "target-size": { "enabled": true } } })).await
    }

    /// The violations that depend on colours.
    ///
    /// # Panics
    /// When axe-core is not installed.
    pub async fn axe_contrast_violations(&self) -> Vec<AxeViolation> {
        self.run_axe(WIDGETS, json!({ "runOnly": ["color-contrast"] })).await
    }

    async fn run_axe(&self, selector: &str, options: Value) -> Vec<AxeViolation> {
        if !self.execute::<bool>("return Boolean(window.axe);", &[]).await {
            let path = node_modules().join("axe-core/axe.min.js");
            let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            self.execute::<()>(&axe, &[]).await;
        }
        self.execute_async(RUN_AXE, &[selector.into(), options]).await
    }
}
