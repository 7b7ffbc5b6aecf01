//! Compares two outcomes of one ladder: those of two people, or of one person at two times.
//!
//! Distances are in rungs of the first track. They have the same tolerance as the profile, half a rung: two results that are
//! no further apart agree, and up to one and a half rungs they are one level apart. All distances beyond are one kind, since
//! a pair that is further apart has the same to do: to talk about it.

use crate::ladder::{DimensionId, Ladder, RungId};
use crate::quiz::{LEVEL_TOLERANCE, Outcome, Placement, Verdict};

/// Two outcomes side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The levels of the rungs that the outcomes name.
    pub level: Pair,
    /// The levels in each dimension of the ladder, in its order.
    pub dimensions: Vec<(DimensionId, Pair)>,
}

/// Two levels side by side. An outcome that names no rung has none, in no dimension either.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The reader's own level as a fraction of the first track's height, 0 to 1; `None` if their answers give none.
    pub mine: Option<f64>,
    /// The other level, likewise.
    pub theirs: Option<f64>,
    /// How far apart the two are.
    pub agreement: Agreement,
    /// The distance in whole rungs, by which `agreement` goes too; 0 unless both levels are known.
    pub apart: usize,
}

/// How far apart two levels are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// At most half a rung.
    Same,
    /// More than half a rung, and less than one and a half.
    OneApart,
    /// One and a half rungs or more.
    TwoOrMoreApart,
    /// Only the reader's own answers give a level.
    OnlyMine,
    /// Only the other answers give a level.
    OnlyTheirs,
    /// Neither gives a level.
    Neither,
}

impl Comparison {
    /// Compares the reader's own outcome with another one of the same ladder.
    #[must_use]
    pub fn new(ladder: &Ladder, mine: &Outcome, theirs: &Outcome) -> Self {
        let heights = ladder.heights();
        let top = ladder.top_height();
        let [my_levels, their_levels] = [mine, theirs].map(|outcome| levels(ladder, outcome));
        let dimensions = my_levels.into_iter().zip(their_levels).enumerate();
        Self {
            level: pair(named_height(&heights, &mine.placement), named_height(&heights, &theirs.placement), top),
            dimensions: dimensions
                .map(|(id, (mine, theirs))| (DimensionId::new(id), pair(mine, theirs, top)))
                .collect(),
        }
    }
}

/// The height that an outcome names, in rungs: between two rungs it is the middle. `None` if it names no rung.
fn named_height(heights: &[f64], placement: &Placement) -> Option<f64> {
    let height = |rung: RungId| heights[rung.index()];
    match placement.verdict {
        Verdict::Clear => Some(height(placement.rung)),
        Verdict::Between => Some(f64::midpoint(height(placement.rung), height(placement.runner_up))),
        Verdict::Unclear => None,
    }
}

/// The level in each dimension of the ladder, in rungs. An unclear outcome has none: its answers look random.
fn levels(ladder: &Ladder, outcome: &Outcome) -> Vec<Option<f64>> {
    let mut levels = vec![None; ladder.dimensions.len()];
    if outcome.placement.verdict != Verdict::Unclear {
        for known in &outcome.profile {
            // Questions of a ladder without dimensions are about one without a name.
            if let Some(level) = levels.get_mut(known.dimension.index()) {
                *level = Some(known.level);
            }
        }
    }
    levels
}

/// Compares two levels in rungs.
fn pair(mine: Option<f64>, theirs: Option<f64>, top: f64) -> Pair {
    let (agreement, apart) = match (mine, theirs) {
        (Some(mine), Some(theirs)) => distance((mine - theirs).abs()),
        (Some(_), None) => (Agreement::OnlyMine, 0),
        (None, Some(_)) => (Agreement::OnlyTheirs, 0),
        (None, None) => (Agreement::Neither, 0),
    };
    let fraction = |level: f64| level / top;
    Pair { mine: mine.map(fraction), theirs: theirs.map(fraction), agreement, apart }
}

/// A distance in rungs, in words and rounded. Half a rung is rounded down where it decides about agreement, and up beyond.
fn distance(rungs: f64) -> (Agreement, usize) {
    if rungs <= LEVEL_TOLERANCE {
        return (Agreement::Same, 0);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 63, the longest track")]
    let apart = (rungs + LEVEL_TOLERANCE) as usize;
    (if apart == 1 { Agreement::OneApart } else { Agreement::TwoOrMoreApart }, apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_rounded_to_whole_rungs() {
        let cases = [
            (0.0, Agreement::Same, 0),
            (0.5, Agreement::Same, 0),
            (0.51, Agreement::OneApart, 1),
            (1.49, Agreement::OneApart, 1),
            (1.5, Agreement::TwoOrMoreApart, 2),
            (2.49, Agreement::TwoOrMoreApart, 2),
            (2.5, Agreement::TwoOrMoreApart, 3),
            (63.0, Agreement::TwoOrMoreApart, 63),
        ];
        for (rungs, agreement, apart) in cases {
            assert_eq!(distance(rungs), (agreement, apart), "{rungs}");
        }
    }

    #[test]
    fn levels_are_fractions_of_the_first_track() {
        let both = pair(Some(1.0), Some(4.0), 4.0);
        assert_eq!(both, Pair { mine: Some(0.25), theirs: Some(1.0), agreement: Agreement::TwoOrMoreApart, apart: 3 });
        let none = |agreement, mine| Pair { mine, theirs: None, agreement, apart: 0 };
        assert_eq!(pair(Some(2.0), None, 4.0), none(Agreement::OnlyMine, Some(0.5)));
        assert_eq!(pair(None, None, 4.0), none(Agreement::Neither, None));
        assert_eq!(pair(None, Some(2.0), 4.0).agreement, Agreement::OnlyTheirs);
    }

    #[test]
    fn between_two_rungs_is_their_middle() {
        let placement =
            |verdict| Placement { rung: RungId::new(2), runner_up: RungId::new(0), verdict, confidence: 0.5 };
        let height = |verdict| named_height(&[0.0, 1.0, 1.0], &placement(verdict));
        assert_eq!(height(Verdict::Clear), Some(1.0));
        assert_eq!(height(Verdict::Between), Some(0.5));
        assert_eq!(height(Verdict::Unclear), None);
    }
}
