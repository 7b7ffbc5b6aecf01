//! Where tracks part.

use super::{Ladder, RungId};

impl Ladder {
    /// The first rungs of all ways up from the fork that a rung stands at, the one along its own
    /// track first; `None` away from forks. One stands at a fork on the rung it leaves from, and on
    /// the first rung of each way.
    #[must_use]
    pub fn branches_at(&self, rung: RungId) -> Option<Vec<RungId>> {
        let below = self.tracks[self.rung(rung).track.index()].from;
        let before = self.rungs_of_track(self.rung(rung).track).into_iter().take_while(|&known| known != rung).last();
        [Some(rung), before.or(below)]
            .into_iter()
            .flatten()
            .map(|from| self.branches_from(from))
            .find(|ways| ways.len() > 1)
    }

    /// The next rung of the same track, and the first ones of all tracks that leave here.
    fn branches_from(&self, from: RungId) -> Vec<RungId> {
        let above = self
            .rungs_of_track(self.rung(from).track)
            .into_iter()
            .find(|&next| self.rung(next).level > self.rung(from).level);
        let leaving = self.rung_ids().filter(|&rung| {
            let track = self.rung(rung).track;
            self.tracks[track.index()].from == Some(from) && self.rungs_of_track(track).first() == Some(&rung)
        });
        above.into_iter().chain(leaving).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::ladder::{Ladder, Rung, RungId, Track, TrackId};

    #[test]
    fn a_fork_is_seen_from_both_of_its_sides() {
        let rung = |level, track| Rung { level, track: TrackId::new(track), ..Rung::default() };
        let ladder = Ladder {
            tracks: vec![Track::default(), Track { from: Some(RungId::new(1)), ..Track::default() }],
            rungs: vec![rung(1, 0), rung(2, 0), rung(3, 0), rung(4, 0), rung(3, 1), rung(4, 1)],
            ..Ladder::default()
        };
        let ways = Some(vec![RungId::new(2), RungId::new(4)]);
        let none = None;
        for (rung, expected) in [&none, &ways, &ways, &none, &ways, &none].into_iter().enumerate() {
            assert_eq!(&ladder.branches_at(RungId::new(rung)), expected, "{rung}");
        }
    }
}
