//! Numbers that look random, the same for the same seed.

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Debug, Clone)]
pub(super) struct Random {
    state: u64,
}

impl Random {
    /// A stream of its own for every seed and name.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        let mut random = Self { state: seed };
        for byte in name.bytes() {
            random.state = random.next() ^ u64::from(byte);
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to but not 1, evenly.
    pub(super) fn share(&mut self) -> f64 {
        // The upper 53 bits are what an f64 has room for.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True in this share of cases.
    pub(super) fn happens(&mut self, share: f64) -> bool {
        self.share() < share
    }

    /// One of `count` places, evenly; 0 of none.
    pub(super) fn place(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(count.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    /// Normally distributed around 0 with standard deviation 1 (Box and Muller, 1958).
    pub(super) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.share()).cos()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANY: usize = 20_000;

    #[test]
    fn it_is_the_published_generator() {
        let mut random = Random::new(1_234_567, "");
        assert_eq!([random.next(), random.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn seed_and_name_fix_it() {
        let three = |seed, name| {
            let mut random = Random::new(seed, name);
            [random.next(), random.next(), random.next()]
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
    fn places_come_evenly() {
        let mut random = Random::new(1, "places");
        let mut counts = [0_usize; 5];
        (0..MANY).for_each(|_| counts[random.place(5)] += 1);
        assert!(counts.iter().all(|&count| count.abs_diff(MANY / 5) < MANY / 50), "{counts:?}");
        assert_eq!(random.place(0), 0);
    }
}
