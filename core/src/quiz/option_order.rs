//! The order in which the widget shows a question's answers.

use crate::ladder::Question;
use crate::random::SplitMix64;

/// All options of a question in the order to show them: its answers, and last the one which says that it does not apply.
#[must_use]
pub fn options(seed: &str, question: &Question) -> Vec<usize> {
    let mut options = option_order(seed, &question.id, question.answers.len());
    options.push(question.not_applicable());
    options
}

/// The indices of a question's answers in the order to show them, shuffled by a hash of seed and question id.
///
/// The same seed and question always give the same order. Three or more answers never simply go up or down the ladder,
/// so that their order gives nothing away.
#[must_use]
pub fn option_order(seed: &str, question: &str, answers: usize) -> Vec<usize> {
    let mut random = SplitMix64::new(hash(seed, question));
    loop {
        let order = shuffled(&mut random, answers);
        let falls = order.windows(2).filter(|pair| pair[0] > pair[1]).count();
        let is_mixed = falls > 0 && falls + 1 < answers;
        if is_mixed || answers < 3 {
            return order;
        }
    }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo), with a zero byte between the two texts.
fn hash(seed: &str, question: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for bytes in [seed.as_bytes(), &[0], question.as_bytes()] {
        for &byte in bytes {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

/// The numbers below `count` in random order (the shuffle of Fisher and Yates).
fn shuffled(random: &mut SplitMix64, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, random.below(last + 1));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_or_more_answers_never_run_up_or_down() {
        for seed in 0..200 {
            for answers in 3..=8 {
                let order = option_order(&seed.to_string(), "last-roadmap", answers);
                let mut sorted = order.clone();
                sorted.sort_unstable();
                assert_eq!(sorted, (0..answers).collect::<Vec<_>>());
                assert_ne!(order, sorted);
                assert_ne!(order, sorted.into_iter().rev().collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn the_order_depends_on_seed_and_question_only() {
        assert_eq!(option_order("a", "q", 8), option_order("a", "q", 8));
        assert_ne!(option_order("a", "q", 8), option_order("b", "q", 8));
        assert_ne!(option_order("a", "q", 8), option_order("a", "r", 8));
    }

    /// Prerendered screens and stored sessions rely on it.
    #[test]
    fn a_seed_gives_the_same_order_in_every_build() {
        assert_eq!(option_order("0", "last-roadmap", 5), [2, 3, 0, 1, 4]);
        assert_eq!(option_order("1", "last-roadmap", 5), [0, 1, 3, 2, 4]);
        assert_eq!(option_order("1", "hard-call", 5), [2, 4, 0, 3, 1]);
    }

    #[test]
    fn two_answers_come_in_either_order() {
        let firsts: Vec<usize> = (0..20).map(|seed| option_order(&seed.to_string(), "q", 2)[0]).collect();
        assert!(firsts.contains(&0) && firsts.contains(&1));
    }
}
