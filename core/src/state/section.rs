//! The sections of a rung's details.

/// A section of a rung's details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Section {
    /// New duties compared with the rung below.
    #[default]
    Changes,
    /// Duties of the rung.
    Responsibilities,
    /// Signs that a reader does well.
    Success,
    /// Skills to grow.
    Skills,
}

impl Section {
    /// All sections, in the order of their tabs.
    pub const ALL: [Self; 4] = [Self::Changes, Self::Responsibilities, Self::Success, Self::Skills];
}
