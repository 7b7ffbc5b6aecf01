//! The short hash that stands for a skill's id where a reader's ticks are stored.

use std::num::NonZeroU16;

use crate::hash::{BASIS, fnv};

/// The hash of a skill's id, in 16 bits.
///
/// A packed ladder holds it in place of the id: two bytes for each skill, while ids would take some twenty. Among the
/// skills of one owner no two have the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkillKey(NonZeroU16);

impl SkillKey {
    /// The key of an id. Stored ticks rely on it, so it is the same in every build.
    #[must_use]
    pub fn new(id: &str) -> Self {
        let hash = fnv(BASIS, id.as_bytes());
        let low = u16::try_from((hash ^ (hash >> 16)) & 0xffff).unwrap_or_default();
        Self(NonZeroU16::new(low).unwrap_or(NonZeroU16::MIN))
    }

    /// The key with this number; `None` for 0.
    pub(super) fn from_number(number: u16) -> Option<Self> {
        NonZeroU16::new(number).map(Self)
    }

    /// From 1 to 65,535.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0.get()
    }
}

#[cfg(test)]
mod tests {
    use super::SkillKey;

    /// Ticks that readers have stored rely on it.
    #[test]
    fn keys_are_the_same_in_every_build() {
        assert_eq!(SkillKey::new("product-thinking").number(), 27_841);
        assert_eq!(SkillKey::new("a").number(), 0xe40c ^ 0x292c);
        assert_eq!(SkillKey::from_number(0), None);
    }
}
