//! Puts all rungs on one scale: that of the first track.

use super::{Ladder, RungId, TrackId};

impl Ladder {
    /// The height of each rung in rungs of the first track, where 0 is its lowest.
    #[must_use]
    pub fn heights(&self) -> Vec<f64> {
        let level = |rung| f64::from(self.rung(rung).level);
        let main: Vec<f64> = self.rungs_of_track(TrackId::default()).iter().map(|&rung| level(rung)).collect();
        self.rung_ids().map(|rung| height(&main, level(rung))).collect()
    }

    /// The height of the first track's highest rung, at least 1.
    #[must_use]
    pub fn top_height(&self) -> f64 {
        let rungs = self.rungs_of_track(TrackId::default()).len();
        f64::from(u16::try_from(rungs.max(2) - 1).unwrap_or(u16::MAX))
    }

    /// The rung of the first track that is nearest to a height, which is at least 0; above the highest it is that one.
    #[must_use]
    pub fn nearest_rung(&self, height: f64) -> RungId {
        let rungs = self.rungs_of_track(TrackId::default());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index, or above all of them")]
        let index = (height.round() as usize).min(rungs.len() - 1);
        rungs[index]
    }
}

/// The height of a level of the file. A level between those of two rungs of the first track is interpolated; one above
/// or below all of them gets the height of the nearest.
fn height(main: &[f64], level: f64) -> f64 {
    // Each pair of neighbours adds 1 to the height of the levels above it.
    main.windows(2).fold(0.0, |height, pair| height + ((level - pair[0]) / (pair[1] - pair[0])).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::height;
    use crate::ladder::{Ladder, LadderParts, Rung, Track};

    #[test]
    fn the_nearest_rung_is_on_the_first_track() {
        let rung = |level| Rung { level, ..Rung::default() };
        let tracks = vec![Track::default()];
        let ladder = Ladder::new(LadderParts { tracks, rungs: [1, 2, 5].map(rung).into(), ..LadderParts::default() });
        assert!((ladder.top_height() - 2.0).abs() < 1e-12);
        for (height, expected) in [(0.0, 0), (0.4, 0), (0.6, 1), (1.4, 1), (2.0, 2), (7.0, 2)] {
            assert_eq!(ladder.nearest_rung(height).index(), expected, "{height}");
        }
    }

    #[test]
    fn side_rungs_are_as_high_as_the_rung_on_their_level() {
        let main = [1.0, 2.0, 4.0];
        for (level, expected) in [(1.0, 0.0), (2.0, 1.0), (3.0, 1.5), (4.0, 2.0), (9.0, 2.0), (0.0, 0.0)] {
            assert!((height(&main, level) - expected).abs() < 1e-12, "level {level}");
        }
    }
}
