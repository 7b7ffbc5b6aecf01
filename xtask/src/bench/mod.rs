//! Measures how long things take and what they cost a page. No time fails a command, since times depend on the machine.

mod compare;
mod steps;

use crate::{console::say, project::Project, setup::Tools};
use anyhow::Result;
use std::num::NonZeroU32;

/// A group of measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suite {
    /// Reading a ladder, and single steps of the quiz.
    Steps,
    /// The same quiz, made with other tools.
    Rivals,
    /// The cost to a page before a reader comes near the widget.
    Cost,
    /// More widgets, rungs and questions.
    Scale,
    /// Layout and painting during animations.
    Motion,
}

impl Suite {
    /// All of them, in the order in which they are measured.
    pub(crate) const ALL: [Self; 5] = [Self::Steps, Self::Rivals, Self::Cost, Self::Scale, Self::Motion];

    /// The name on the command line and in the results.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Rivals => "rivals",
            Self::Cost => "cost",
            Self::Scale => "scale",
            Self::Motion => "motion",
        }
    }

    /// The suite of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.name() == name)
    }
}

/// Enough for a median that one bad moment of the machine does not move.
pub(crate) const ROUNDS: NonZeroU32 = NonZeroU32::new(5).unwrap();

/// Measures `suite`, or all of them; prints the results and writes them to `bench/RESULTS.md`.
pub(crate) fn report(project: &Project, tools: &Tools, suite: Option<Suite>, rounds: NonZeroU32) -> Result<()> {
    let suites = suite.map_or_else(|| Suite::ALL.to_vec(), |suite| vec![suite]);
    let steps = if suites.contains(&Suite::Steps) { Some(steps::measure(project, tools)?) } else { None };
    let said = compare::measure(project, tools, &suites, rounds, steps.as_deref())?;
    say(&format!("\n{}{said}", steps.unwrap_or_default()));
    Ok(())
}
