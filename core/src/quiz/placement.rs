//! The rung that a belief puts the reader on, and how firmly the outcome may say so.

use super::belief::Belief;
use crate::ladder::RungId;

/// The outcome is [`Verdict::Clear`] if the likeliest rung has at least this probability; below it the outcome names two
/// rungs.
pub const CONFIDENT_FROM: f64 = 0.8;

/// The outcome is [`Verdict::Unclear`] if the reader answered without reading with at least this probability. Few readers do,
/// so such answers are five times as likely from one who does as from any other. Of simulated random clickers half are told
/// so, of readers who give every fourth answer carelessly 3 in 100.
const INATTENTIVE_FROM: f64 = 0.25;

/// The two likeliest rungs for a reader.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// The likeliest rung.
    pub rung: RungId,
    /// The second likeliest rung.
    pub runner_up: RungId,
    /// How many rungs the outcome may name.
    pub verdict: Verdict,
    /// The probability of the likeliest rung, 0 to 1.
    pub confidence: f64,
}

/// How firmly an outcome may name a rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The outcome names the likeliest rung.
    Clear,
    /// The outcome names the likeliest rung and the runner-up.
    Between,
    /// The outcome names no rung: the answers look random, or no question applies to the reader.
    Unclear,
}

impl Placement {
    pub(super) fn new(belief: &Belief) -> Self {
        let [(rung, confidence), (runner_up, _)] = belief.best_two();
        let verdict = if belief.inattentive >= INATTENTIVE_FROM {
            Verdict::Unclear
        } else if confidence >= CONFIDENT_FROM {
            Verdict::Clear
        } else {
            Verdict::Between
        };
        Self { rung, runner_up, verdict, confidence }
    }

    /// Whether the outcome names this rung as one that the reader may be on.
    #[must_use]
    pub fn names(&self, rung: RungId) -> bool {
        match self.verdict {
            Verdict::Clear => rung == self.rung,
            Verdict::Between => rung == self.rung || rung == self.runner_up,
            Verdict::Unclear => false,
        }
    }

    /// Whether both have the same verdict and name the same rungs, in either order.
    pub(super) fn says_the_same_as(&self, other: &Self) -> bool {
        let rungs = [self.rung, self.runner_up, other.rung, other.runner_up];
        self.verdict == other.verdict && rungs.iter().all(|&rung| self.names(rung) == other.names(rung))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placement(rungs: &[f64], inattentive: f64) -> Placement {
        Placement::new(&Belief { rungs: rungs.to_vec(), inattentive, levels: Vec::new() })
    }

    #[test]
    fn the_verdict_depends_on_the_best_rung_and_on_inattention() {
        let case = |best: f64, inattentive, expected| {
            let placement = placement(&[0.0, best, 1.0 - best], inattentive);
            assert_eq!((placement.verdict, placement.confidence), (expected, best), "{best} {inattentive}");
        };
        case(0.79, 0.0, Verdict::Between);
        case(CONFIDENT_FROM, 0.24, Verdict::Clear);
        case(0.99, INATTENTIVE_FROM, Verdict::Unclear);
        case(0.6, 0.9, Verdict::Unclear);
    }

    #[test]
    fn only_the_rungs_of_the_verdict_are_named() {
        let named = |best: f64, inattentive| {
            let placement = placement(&[0.0, best, 1.0 - best], inattentive);
            [0, 1, 2].map(|rung| placement.names(RungId::new(rung)))
        };
        assert_eq!(named(0.9, 0.0), [false, true, false]);
        assert_eq!(named(0.7, 0.0), [false, true, true]);
        assert_eq!(named(0.7, 0.6), [false, false, false]);
    }

    #[test]
    fn placements_differ_by_their_verdict_or_by_the_rungs_they_name() {
        let same = |one: [f64; 3], other: [f64; 3]| placement(&one, 0.0).says_the_same_as(&placement(&other, 0.0));
        assert!(same([0.9, 0.1, 0.0], [0.9, 0.0, 0.1]), "a clear outcome does not name the runner-up");
        assert!(same([0.6, 0.4, 0.0], [0.4, 0.6, 0.0]), "two rungs in either order");
        assert!(!same([0.9, 0.1, 0.0], [0.1, 0.9, 0.0]), "another rung");
        assert!(!same([0.6, 0.4, 0.0], [0.6, 0.0, 0.4]), "another runner-up");
        assert!(!same([0.4, 0.6, 0.0], [0.0, 0.6, 0.4]), "another runner-up");
        assert!(!same([0.9, 0.1, 0.0], [0.7, 0.3, 0.0]), "another verdict");
    }
}
