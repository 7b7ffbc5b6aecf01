//! The hashes that stand for ids in a link, so short that twelve answers fit.
//!
//! Two answers of a ladder may have the same hash. So every link has a salt, chosen so that on its own ladder each hash
//! leads back to the right id.

use crate::hash::{BASIS, fnv};
use crate::ladder::{Ladder, Question};

/// The initial state of the hashes in one link. Links hold only the low bits of a hash.
#[derive(Clone, Copy)]
pub(super) struct Salt(u32);

impl Salt {
    /// The salt with this number, 0 to 63.
    pub(super) fn new(number: u32) -> Self {
        Self(fnv(BASIS, &number.to_le_bytes()))
    }

    /// The hash of a rung's id. From the salt of a question: the hash of an answer's id.
    pub(super) fn hash(self, id: &str) -> u32 {
        mix(fnv(self.0, id.as_bytes()))
    }

    /// The salt for a question's answers. No id has a slash, so no rung is hashed like an answer.
    pub(super) fn question(self, question: &Question) -> Self {
        Self(fnv(fnv(self.0, question.id.as_bytes()), b"/"))
    }

    /// The hash of every id that a link may name. The order of the file does not matter.
    pub(super) fn ladder(self, ladder: &Ladder) -> u32 {
        let mut sum = 0_u32;
        for question in &ladder.questions {
            let salt = self.question(question);
            for answer in &question.answers {
                sum = sum.wrapping_add(salt.hash(&answer.id));
            }
        }
        for rung in &ladder.rungs {
            sum = sum.wrapping_add(self.hash(&rung.id));
        }
        sum
    }
}

/// Lets the high bits of a hash influence the low ones, since those of FNV depend on low bits alone. (From the finalizer
/// of MurmurHash3, Appleby.)
fn mix(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash ^ (hash >> 13)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::{Answer, Dimension, LadderParts, Rung, Track};

    /// Links of earlier builds rely on it.
    #[test]
    fn hashes_are_the_same_in_every_build() {
        assert_eq!(mix(0x1234_5678), 0x0780_bfc0);
        assert_eq!(Salt::new(0).hash("pm"), 0xdded_5a64);
        assert_eq!(Salt::new(1).hash("pm"), 0xcbbc_d4c8);
    }

    #[test]
    fn every_id_counts_and_their_order_does_not() {
        let answer = |id: &str| Answer { id: id.into(), ..Answer::default() };
        let question =
            |id: &str| Question { id: id.into(), answers: vec![answer("a"), answer("b")], ..Question::default() };
        let rungs = [("low", 1), ("high", 2)].map(|(id, level)| Rung { id: id.into(), level, ..Rung::default() });
        let parts = LadderParts {
            dimensions: vec![Dimension::default()],
            tracks: vec![Track::default()],
            rungs: rungs.into(),
            questions: vec![question("one"), question("two")],
            ..LadderParts::default()
        };
        let hash = |change: &dyn Fn(&mut LadderParts)| {
            let mut parts = parts.clone();
            change(&mut parts);
            Salt::new(7).ladder(&Ladder::new(parts))
        };
        let before = hash(&|_| {});
        assert_eq!(hash(&|ladder| ladder.rungs.reverse()), before);
        assert_eq!(hash(&|ladder| ladder.questions.reverse()), before);
        assert_ne!(hash(&|ladder| ladder.rungs[0].id = "other".into()), before);
        assert_ne!(hash(&|ladder| ladder.questions[1].id = "other".into()), before);
        assert_ne!(hash(&|ladder| ladder.questions[1].answers[1].id = "other".into()), before);
        assert_ne!(hash(&|ladder| drop(ladder.questions.pop())), before);
    }
}
