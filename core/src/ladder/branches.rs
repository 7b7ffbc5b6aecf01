//! Forks: the ways up from a rung.

use super::{Ladder, RungId};

impl Ladder {
    /// The first rung of every way up at the fork next to a rung; `None` away from forks.
    ///
    /// The way along the rung's own track comes first. A rung is next to a fork if a track forks off there, or if it is
    /// the first rung of one of the ways.
    #[must_use]
    pub fn branches_at(&self, rung: RungId) -> Option<Vec<RungId>> {
        let fork = self.tracks[self.rung(rung).track.index()].from;
        let own_track = self.rungs_of_track(self.rung(rung).track);
        let before = own_track.iter().copied().take_while(|&other| other != rung).last();
        [Some(rung), before.or(fork)]
            .into_iter()
            .flatten()
            .map(|from| self.branches_from(from))
            .find(|branches| branches.len() > 1)
    }

    /// The next rung of the same track, then the first one of every track that forks off here.
    fn branches_from(&self, from: RungId) -> Vec<RungId> {
        let is_higher = |&next: &RungId| self.rung(next).level > self.rung(from).level;
        let next = self.rungs_of_track(self.rung(from).track).iter().copied().find(is_higher);
        let is_first_of_side_track = |&rung: &RungId| {
            let track = self.rung(rung).track;
            self.tracks[track.index()].from == Some(from) && self.rungs_of_track(track)[0] == rung
        };
        next.into_iter().chain(self.rung_ids().filter(is_first_of_side_track)).collect()
    }
}
