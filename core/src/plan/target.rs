//! The goals that a reader can choose from.

use crate::ladder::{Ladder, MoveId, RungId, Track, TrackId};

/// The goal of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To do the current rung well: it is the highest of its track.
    Here,
    /// To reach another rung.
    Rung(RungId),
    /// To leave the ladder for another role.
    Move(MoveId),
}

/// The targets that can be reached from a rung, the nearest first. Never empty.
///
/// First comes the next rung of the own track ([`Target::Here`] on the highest), then one rung of each other track that is
/// open from there, then the moves.
#[must_use]
pub fn targets(ladder: &Ladder, from: RungId) -> Vec<Target> {
    let mut targets = vec![Target::Here];
    for (index, track) in ladder.tracks.iter().enumerate() {
        let id = TrackId::new(index);
        let Some(next) = next_rung(ladder, id, from) else { continue };
        if id == ladder.rung(from).track {
            targets[0] = Target::Rung(next);
        } else if is_open(ladder, track, from) {
            targets.push(Target::Rung(next));
        }
    }
    for (index, way) in ladder.moves.iter().enumerate() {
        if way.from.is_empty() || way.from.contains(&from) {
            targets.push(Target::Move(MoveId::new(index)));
        }
    }
    targets
}

/// The lowest rung of a track that is no step down from `from`; `None` if there is none.
fn next_rung(ladder: &Ladder, track: TrackId, from: RungId) -> Option<RungId> {
    let level = ladder.rung(from).level;
    ladder.rungs_of_track(track).iter().copied().find(|&next| next != from && ladder.rung(next).level >= level)
}

/// Whether a reader on `from` is at the fork where a track begins, or above it.
fn is_open(ladder: &Ladder, track: &Track, from: RungId) -> bool {
    track.from.is_none_or(|fork| fork == from || ladder.rung(fork).level < ladder.rung(from).level)
}

#[cfg(test)]
mod tests {
    use super::super::tests::ladder;
    use super::*;
    use crate::ladder::Rung;

    #[test]
    fn targets_are_the_next_rung_then_other_tracks_then_moves() {
        let ladder = ladder();
        let (rung, way) = (|index| Target::Rung(RungId::new(index)), |index| Target::Move(MoveId::new(index)));
        let case = |from, expected: &[Target]| assert_eq!(targets(&ladder, RungId::new(from)), expected, "{from}");
        case(0, &[rung(1), way(0)]);
        case(1, &[rung(2), rung(4), way(0), way(1)]);
        case(2, &[rung(3), rung(4), way(0)]);
        case(3, &[Target::Here, way(0)]);
        case(4, &[Target::Here, rung(2), way(0)]);
    }

    #[test]
    fn a_track_that_forks_at_the_same_level_elsewhere_is_not_open() {
        let mut parts = ladder().into_parts();
        parts.tracks.push(Track { from: Some(RungId::new(0)), ..Track::default() });
        parts.rungs.push(Rung { level: 2, track: TrackId::new(2), ..Rung::default() });
        let ladder = Ladder::new(parts);
        let (rung, way) = (|index| Target::Rung(RungId::new(index)), Target::Move(MoveId::new(0)));
        assert_eq!(targets(&ladder, RungId::new(0)), [rung(1), rung(5), way]);
        assert_eq!(targets(&ladder, RungId::new(5)), [Target::Here, rung(1), way]);
    }
}
