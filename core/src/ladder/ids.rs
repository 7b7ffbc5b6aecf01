//! Indices that cannot be mixed up: a rung is never looked up among the stages.

macro_rules! ids {
    ($($name:ident: $of:literal),* $(,)?) => {$(
        #[doc = concat!("Which ", $of, ": an index into the ladder's list of them.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub(super) u16);

        impl $name {
            /// The id of the item at `index`. No list is longer than 65,535.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u16::try_from(index).unwrap_or(u16::MAX))
            }

            /// The place in the list.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    DimensionId: "dimension",
    MoveId: "move",
    QuestionId: "question",
    RungId: "rung",
    StageId: "stage",
    TrackId: "track",
}
