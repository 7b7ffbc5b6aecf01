//! Where a reader may want to go.

use crate::ladder::{Ladder, MoveId, RungId, TrackId};

/// Where a plan leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// To do the rung well: there is none above it.
    Here,
    /// To another rung.
    Rung(RungId),
    /// Off the ladder.
    Move(MoveId),
}

/// Where one can go from a rung: up its own track ([`Target::Here`] at the top), then over to each other
/// track that is open from there, then off the ladder. Never empty.
#[must_use]
pub fn targets(ladder: &Ladder, from: RungId) -> Vec<Target> {
    let mut targets = vec![Target::Here];
    let level = ladder.rung(from).level;
    for (place, track) in ladder.tracks.iter().enumerate() {
        let id = TrackId::new(place);
        // The next one on the own track, and no step down on another.
        let is_on = |&next: &RungId| next != from && ladder.rung(next).level >= level;
        let Some(next) = ladder.rungs_of_track(id).into_iter().find(is_on) else { continue };
        if id == ladder.rung(from).track {
            targets[0] = Target::Rung(next);
        } else if track.from.is_none_or(|fork| fork == from || ladder.rung(fork).level < level) {
            targets.push(Target::Rung(next));
        }
    }
    for (place, way) in ladder.moves.iter().enumerate() {
        if way.from.is_empty() || way.from.contains(&from) {
            targets.push(Target::Move(MoveId::new(place)));
        }
    }
    targets
}

#[cfg(test)]
mod tests {
    use super::super::tests::ladder;
    use super::*;

    #[test]
    fn aims_are_the_next_rung_the_other_track_and_the_moves() {
        let ladder = ladder();
        let (rung, way) = (|place| Target::Rung(RungId::new(place)), |place| Target::Move(MoveId::new(place)));
        let case = |from, expected: &[Target]| assert_eq!(targets(&ladder, RungId::new(from)), expected, "{from}");
        case(0, &[rung(1), way(0)]);
        case(1, &[rung(2), rung(4), way(0), way(1)]);
        case(2, &[rung(3), rung(4), way(0)]);
        case(3, &[Target::Here, way(0)]);
        case(4, &[Target::Here, rung(2), way(0)]);
    }
}
