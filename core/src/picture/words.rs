//! The words of the interface that a picture needs. The caller gives them, so the core stays free of any language.

/// Templates with gaps; [`fill`](crate::fill::fill) explains the gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// Above the title of the reader's rung, such as "My stage".
    pub my_stage: &'a str,
    /// The same on a ladder without stages.
    pub my_level: &'a str,
    /// The heading between two rungs: {0} is the likelier one.
    pub between: &'a str,
    /// Two short texts in one line: {0} and {1}.
    pub joined: &'a str,
    /// A quotation: {0}.
    pub quoted: &'a str,
    /// At the foot of a reader's picture: {0} is the title of the ladder.
    pub foot: &'a str,
    /// At the foot of a picture of the ladder alone.
    pub foot_alone: &'a str,
}
