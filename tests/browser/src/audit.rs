//! The widget under axe-core.

use crate::page::Page;
use crate::paths::node_modules;
use serde::Deserialize;
use std::fmt;

/// Runs axe on every widget of the page; its own shadow content is looked into.
const RUN: &str = "const done = arguments[arguments.length - 1];
    axe.run({ include: [['career-ladder']] }, { resultTypes: ['violations'] })
        .then(({ violations }) => done(violations.map(({ id, help, nodes }) => ({
            rule: id,
            help,
            nodes: nodes.map((node) => node.html + ' ' + node.failureSummary),
        }))))
        .catch((error) => done([{ rule: 'axe', help: String(error), nodes: [] }]));";

/// A rule that does not hold.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// The rule's id.
    pub rule: String,
    /// What it asks for.
    pub help: String,
    /// The markup that breaks it.
    pub nodes: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.help)?;
        self.nodes.iter().try_for_each(|node| write!(f, "\n    {node}"))
    }
}

impl Page {
    /// Everything that axe finds wrong in the widgets of the page.
    ///
    /// # Panics
    /// When axe-core is not installed.
    pub async fn audit(&self) -> Vec<Violation> {
        let path = node_modules().join("axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self.run_async(&format!("if (!window.axe) {{ {axe} }}\n{RUN}"), &[]).await
    }
}
