//! Random numbers for simulated readers, reproducible from a seed.
//!
//! The generator is shared with the core. It is no formula of the engine, so the simulation stays an independent check.

use career_ladder_core::random::SplitMix64;

/// A sequence of random numbers.
#[derive(Debug, Clone)]
pub(super) struct Random(SplitMix64);

impl Random {
    /// Starts a sequence of its own for every seed and name.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        let mut random = SplitMix64::new(seed);
        for byte in name.bytes() {
            random = SplitMix64::new(random.next_u64() ^ u64::from(byte));
        }
        Self(random)
    }

    /// A number from 0 to below 1, uniform.
    pub(super) fn fraction(&mut self) -> f64 {
        // An f64 has room for the upper 53 bits.
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with this probability, 0 to 1.
    pub(super) fn happens(&mut self, probability: f64) -> bool {
        self.fraction() < probability
    }

    /// An index into a list of `count` items, uniform; 0 if the list is empty.
    pub(super) fn index(&mut self, count: usize) -> usize {
        self.0.below(count)
    }

    /// A normally distributed number with mean 0 and standard deviation 1 (Box and Muller, 1958).
    pub(super) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.fraction()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.fraction()).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANY: usize = 20_000;

    #[test]
    fn a_seed_without_a_name_gives_the_published_numbers() {
        let mut random = Random::new(1_234_567, "").0;
        assert_eq!([random.next_u64(), random.next_u64()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn the_sequence_depends_on_seed_and_name_only() {
        let three = |seed, name| {
            let mut random = Random::new(seed, name).0;
            [random.next_u64(), random.next_u64(), random.next_u64()]
        };
        assert_eq!(three(1, "base"), three(1, "base"));
        assert_ne!(three(1, "base"), three(2, "base"));
        assert_ne!(three(1, "base"), three(1, "misfit"));
    }

    #[test]
    fn normal_numbers_have_the_moments_of_the_normal_distribution() {
        let mut random = Random::new(1, "normal");
        let drawn: Vec<f64> = (0..MANY).map(|_| random.normal()).collect();
        let moment = |power: i32| drawn.iter().map(|x| x.powi(power)).sum::<f64>() / MANY as f64;
        for (power, expected) in [(1, 0.0), (2, 1.0), (3, 0.0), (4, 3.0)] {
            assert!((moment(power) - expected).abs() < 0.15, "moment {power}: {}", moment(power));
        }
    }

    #[test]
    fn indices_are_uniform() {
        let mut random = Random::new(1, "places");
        let mut counts = [0_usize; 5];
        (0..MANY).for_each(|_| counts[random.index(5)] += 1);
        assert!(counts.iter().all(|&count| count.abs_diff(MANY / 5) < MANY / 50), "{counts:?}");
        assert_eq!(random.index(0), 0);
    }
}
