//! Reproducible pseudo-random numbers.

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014). The same seed always gives
/// the same numbers.
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Starts a sequence. Any seed is as good as any other, also 0.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, uniform over all 64-bit numbers.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `bound`; 0 if `bound` is 0. For the small bounds of this project it is uniform.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.next_u64() % bound).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_published_generator() {
        let mut random = SplitMix64::new(1_234_567);
        assert_eq!([random.next_u64(), random.next_u64()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn numbers_are_uniform_below_the_bound() {
        let mut random = SplitMix64::new(1);
        let mut counts = [0_usize; 5];
        (0..20_000).for_each(|_| counts[random.below(5)] += 1);
        assert!(counts.iter().all(|count| count.abs_diff(4_000) < 400), "{counts:?}");
        assert_eq!(random.below(1), 0);
    }

    #[test]
    fn a_bound_of_0_gives_0_and_still_uses_up_a_number() {
        let mut random = SplitMix64::new(1);
        assert_eq!(random.below(0), 0);
        let mut other = SplitMix64::new(1);
        other.next_u64();
        assert_eq!(random.next_u64(), other.next_u64());
    }
}
