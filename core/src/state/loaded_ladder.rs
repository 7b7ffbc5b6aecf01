//! A ladder together with everything that is computed from it once.

use super::Section;
use crate::diagram::Layout;
use crate::ladder::{Ladder, RungId};
use crate::quiz::Quiz;

/// A ladder together with everything that is computed from it once.
#[derive(Debug, PartialEq)]
pub struct LoadedLadder {
    /// The content, as its author wrote it.
    pub ladder: Ladder,
    /// The quiz's view of the ladder.
    pub quiz: Quiz,
    /// The diagram's view of the ladder.
    pub layout: Layout,
}

impl LoadedLadder {
    /// Computes the derived values.
    #[must_use]
    pub fn new(ladder: Ladder) -> Self {
        let quiz = Quiz::new(&ladder);
        let layout = Layout::new(&ladder);
        Self { ladder, quiz, layout }
    }

    /// Whether a section of a rung's details has any content.
    #[must_use]
    pub fn has(&self, rung: RungId, section: Section) -> bool {
        let rung = self.ladder.rung(rung);
        match section {
            Section::Changes => !rung.changes.is_empty(),
            Section::Responsibilities => !rung.responsibilities.is_empty(),
            Section::Success => !rung.success.is_empty(),
            Section::Skills => !rung.skills.is_empty(),
        }
    }

    /// The first section of a rung's details with any content; [`Section::Changes`] if all are empty.
    pub(super) fn first_section(&self, rung: RungId) -> Section {
        Section::ALL.into_iter().find(|&section| self.has(rung, section)).unwrap_or(Section::Changes)
    }
}
