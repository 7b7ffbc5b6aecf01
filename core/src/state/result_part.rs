//! The parts of an outcome, each with a tab of its own.

/// A part of an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ResultPart {
    /// The tasks on the way to the target.
    #[default]
    Plan,
    /// The level in each dimension.
    Profile,
    /// The answers that led to the outcome.
    Why,
    /// Ways to keep the outcome and to pass it on.
    Share,
}

impl ResultPart {
    /// All parts, in the order of their tabs.
    pub const ALL: [Self; 4] = [Self::Plan, Self::Profile, Self::Why, Self::Share];
}
