//! Collects the items of an iterator in little code.

/// Collects the items of an iterator.
pub trait Gather: Iterator + Sized {
    /// The items as a list. `collect` first asks how many there are, and is compiled to twice the code wherever the answer
    /// is a guess, as with `filter`.
    fn gather(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for item in self {
            list.push(item);
        }
        list
    }
}

impl<I: Iterator> Gather for I {}
