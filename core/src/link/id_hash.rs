//! What a link has in place of ids: hashes so short that twelve of them fit.
//!
//! Two of a ladder's answers may share one, so a link brings a salt, chosen so that on the ladder it
//! was made for each of its hashes leads back to what it was made of.

use crate::hash::{BASIS, fnv};
use crate::ladder::{Ladder, Question};

/// How the hashes of one link begin. Links hold their lowest bits.
#[derive(Clone, Copy)]
pub(super) struct Salt(u32);

impl Salt {
    /// The salt of this number.
    pub(super) fn new(number: u32) -> Self {
        Self(fnv(BASIS, &number.to_le_bytes()))
    }

    /// The hash of a rung, or behind its question of an answer.
    pub(super) fn hash(self, id: &str) -> u32 {
        mix(fnv(self.0, id.as_bytes()))
    }

    /// What the hashes of a question's answers begin with. No id has a slash, so none is that of a rung.
    pub(super) fn question(self, question: &Question) -> Self {
        Self(fnv(fnv(self.0, question.id.as_bytes()), b"/"))
    }

    /// The hash of all that a link may name, in any order.
    pub(super) fn ladder(self, ladder: &Ladder) -> u32 {
        let mut sum = 0_u32;
        for question in &ladder.questions {
            let asked = self.question(question);
            for answer in &question.answers {
                sum = sum.wrapping_add(asked.hash(&answer.id));
            }
        }
        for rung in &ladder.rungs {
            sum = sum.wrapping_add(self.hash(&rung.id));
        }
        sum
    }
}

/// The lowest bits of FNV come of lowest bits alone; this lets the others in.
/// (From the finalizer of MurmurHash3, Appleby.)
fn mix(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash ^ (hash >> 13)
}
