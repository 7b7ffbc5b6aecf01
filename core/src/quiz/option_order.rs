//! The order in which a question's answers are shown.

/// The places of the answers in the order to show them: shuffled by a hash of seed and question,
/// the same for the same seed, and never simply up or down the ladder (where there are three or more).
#[must_use]
pub fn option_order(seed: &str, question: &str, answers: usize) -> Vec<usize> {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    for byte in seed.bytes().chain([0]).chain(question.bytes()) {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    loop {
        let mut order: Vec<usize> = (0..answers).collect();
        for last in (1..answers).rev() {
            // SplitMix64 (Steele, Lea, Flood 2014).
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^= mixed >> 31;
            let bound = u64::try_from(last).unwrap_or(0) + 1;
            order.swap(last, usize::try_from(mixed % bound).unwrap_or(0));
        }
        let climbs = |a: &[usize]| a[0] < a[1];
        let telling = order.windows(2).any(climbs) && !order.windows(2).all(climbs);
        if telling || answers < 3 {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_a_shuffle_that_never_runs_up_or_down() {
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
    fn a_seed_fixes_it_and_another_changes_it() {
        assert_eq!(option_order("a", "q", 8), option_order("a", "q", 8));
        assert_ne!(option_order("a", "q", 8), option_order("b", "q", 8));
        assert_ne!(option_order("a", "q", 8), option_order("a", "r", 8));
    }

    #[test]
    fn two_answers_come_in_either_order() {
        let firsts: Vec<usize> = (0..20).map(|seed| option_order(&seed.to_string(), "q", 2)[0]).collect();
        assert!(firsts.contains(&0) && firsts.contains(&1));
    }
}
