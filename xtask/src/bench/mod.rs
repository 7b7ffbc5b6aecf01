//! How long things take, and what they cost a page. Nothing fails here: times depend on the machine.

mod compare;
mod steps;

use crate::{console::say, project::Project, setup::Tools};
use anyhow::Result;
use std::num::NonZeroU32;

/// One part of the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Reading a ladder, and a step of the quiz.
    Steps,
    /// The same quiz by others.
    Rivals,
    /// What a page pays before anybody comes near the widget.
    Cost,
    /// More widgets, rungs, questions.
    Scale,
    /// What is laid out and painted while things move.
    Motion,
}

impl Part {
    /// All of them, in the order in which they are measured.
    pub(crate) const ALL: [Self; 5] = [Self::Steps, Self::Rivals, Self::Cost, Self::Scale, Self::Motion];

    /// What it is called on the command line, and in the results.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Rivals => "rivals",
            Self::Cost => "cost",
            Self::Scale => "scale",
            Self::Motion => "motion",
        }
    }

    /// The part of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// So many rounds give a median that one bad moment of the machine does not move.
pub(crate) const ROUNDS: NonZeroU32 = NonZeroU32::new(5).unwrap();

/// Measures `part`, or all of them, prints what was found and writes it to `bench/RESULTS.md`.
pub(crate) fn report(project: &Project, tools: &Tools, part: Option<Part>, rounds: NonZeroU32) -> Result<()> {
    let parts = part.map_or_else(|| Part::ALL.to_vec(), |part| vec![part]);
    let steps = if parts.contains(&Part::Steps) { Some(steps::measure(project, tools)?) } else { None };
    let said = compare::measure(project, tools, &parts, rounds, steps.as_deref())?;
    say(&format!("\n{}{said}", steps.unwrap_or_default()));
    Ok(())
}
