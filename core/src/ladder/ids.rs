//! Typed indices: the compiler refuses to look a rung up among the stages.

macro_rules! ids {
    ($($name:ident: $of:literal),* $(,)?) => {$(
        #[doc = concat!("Identifies a ", $of, ": its index in the ladder's list.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub(super) u16);

        impl $name {
            /// The id of the item at `index`.
            ///
            /// An index above 65,535 gives the id of 65,535. No ladder has it: [`Ladder::new`](super::Ladder::new) takes
            /// no longer list, and a file of 1 MiB holds no longer list without errors.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u16::try_from(index).unwrap_or(u16::MAX))
            }

            /// The index of the item.
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
