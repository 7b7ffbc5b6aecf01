//! Finds the levels of rungs that state none.
//!
//! On the first track such a rung stands one above the rung before it. If the next rung states that level, the rung is
//! inserted: everything from that level up moves up by one, on all tracks, so that what stood side by side still does.
//! On a side track the rung has the level of its `like`; without one it stands one above the rung before it, or above the
//! rung that the track leaves from. If the next rung states that level, the rest of the side track moves up.

use super::diagnostics::Span;
use super::raw;
use super::resolve::Ids;

/// With more rungs than this the file is refused anyway, and moving them up would take long.
const MAX_RUNGS: usize = 256;

/// The rungs of each track as indices.
pub(super) struct RungsByTrack {
    /// The track of each rung, if it is known.
    pub(super) track_of_rung: Vec<Option<usize>>,
    /// The rungs of each track, in the order of the file.
    pub(super) rungs: Vec<Vec<usize>>,
}

impl RungsByTrack {
    pub(super) fn new(raw: &raw::Ladder<'_>, tracks: &Ids) -> Self {
        let track_of = |rung: &raw::Rung<'_>| match rung.track {
            Some(track) => tracks.get(track.text),
            None => (!raw.tracks.is_broken).then_some(0),
        };
        let track_of_rung: Vec<Option<usize>> = raw.rungs.items.iter().map(track_of).collect();
        let mut rungs = vec![Vec::new(); raw.tracks.items.len().max(1)];
        for (rung, track) in track_of_rung.iter().enumerate() {
            if let Some(track) = track {
                rungs[*track].push(rung);
            }
        }
        Self { track_of_rung, rungs }
    }
}

/// The place in the file that gives a rung its level; the whole rung, if an overlay has changed that alone.
pub(super) fn span_of_level(rung: &raw::Rung<'_>) -> Span {
    let level = rung.level.map(|level| level.span);
    level.or(rung.like.map(|like| like.span)).map_or(rung.span, |span| span.outer(rung.span))
}

/// The level of each rung; `None` where it depends on a mistake that has been reported.
pub(super) fn levels(raw: &raw::Ladder<'_>, tracks: &RungsByTrack, ids: &Ids) -> Vec<Option<u16>> {
    let stated = raw.rungs.items.iter().map(|rung| rung.level.and_then(|level| level.number?.try_into().ok()));
    let mut levels = Levels { raw, tracks, ids, levels: stated.collect(), with_like: true };
    if raw.rungs.items.len() <= MAX_RUNGS {
        levels.find_all();
    }
    levels.levels
}

struct Levels<'r, 'a> {
    raw: &'r raw::Ladder<'a>,
    tracks: &'r RungsByTrack,
    ids: &'r Ids,
    levels: Vec<Option<u16>>,
    /// Whether rungs that state no level have that of their `like`.
    with_like: bool,
}

impl Levels<'_, '_> {
    fn find_all(&mut self) {
        while self.find_more() {}
        // Only rungs that are like each other in a circle are left.
        self.with_like = false;
        while self.find_more() {}
    }

    /// Finds levels that follow from known ones; false if there are none left.
    fn find_more(&mut self) -> bool {
        let tracks = self.tracks;
        let mut found = false;
        for (track, rungs) in tracks.rungs.iter().enumerate() {
            for (position, &rung) in rungs.iter().enumerate() {
                let is_open = self.levels[rung].is_none() && self.raw.rungs.items[rung].level.is_none();
                if is_open && let Some(level) = self.level(track, rungs, position) {
                    self.insert(track, &rungs[position..], level);
                    found = true;
                }
            }
        }
        found
    }

    /// The level of the rung at a position of a track, which states none.
    fn level(&self, track: usize, rungs: &[usize], position: usize) -> Option<u16> {
        let like = self.raw.rungs.items[rungs[position]].like;
        if let Some(like) = like.filter(|_| track > 0 && self.with_like) {
            return self.levels[self.ids.get(like.text)?];
        }
        let below = match position.checked_sub(1) {
            Some(below) => self.levels[rungs[below]],
            None if track == 0 => return Some(self.next_level(rungs).map_or(1, |next| next.min(1))),
            None => {
                let fork = self.ids.get(self.raw.tracks.items[track].from?.text)?;
                self.levels[fork]
            }
        };
        Some(below?.saturating_add(1))
    }

    /// The first known level of these rungs.
    fn next_level(&self, rungs: &[usize]) -> Option<u16> {
        rungs.iter().find_map(|&rung| self.levels[rung])
    }

    /// Gives the first of these rungs its level. The others follow it on its track.
    fn insert(&mut self, track: usize, rungs: &[usize], level: u16) {
        if self.next_level(&rungs[1..]) == Some(level) {
            let on_first_track = track == 0;
            for (rung, known) in self.levels.iter_mut().enumerate() {
                if let Some(known) = known.as_mut().filter(|known| **known >= level)
                    && (on_first_track || rungs.contains(&rung))
                {
                    *known = known.saturating_add(1);
                }
            }
        }
        self.levels[rungs[0]] = Some(level);
    }
}

#[cfg(test)]
mod tests {
    use crate::format::read;

    /// Expects these levels of rungs that are given as members of JSON. Those with an `s` are on a side track from `b`.
    #[track_caller]
    fn case(rungs: &[&str], expected: &[u16]) {
        let rung = |(index, members): (usize, &&str)| {
            let track = if members.contains("\"s") { "side" } else { "main" };
            let id = if members.contains("\"id\"") { String::new() } else { format!(r#""id": "r{index}", "#) };
            format!(r#"{{ {id}"title": "R", "track": "{track}"{members} }}"#)
        };
        let rungs: Vec<String> = rungs.iter().enumerate().map(rung).collect();
        let text = format!(
            r#"{{ "format": 1, "id": "t", "title": "T", "rungs": [{}],
            "tracks": [{{ "id": "main", "name": "M" }}, {{ "id": "side", "name": "S", "from": "r1" }}] }}"#,
            rungs.join(", ")
        );
        let reading = read(&text);
        let ladder = reading.ladder.unwrap_or_else(|| panic!("{:?}", reading.problems));
        assert_eq!(ladder.rungs.iter().map(|rung| rung.level).collect::<Vec<_>>(), expected);
    }

    const SIDE: &str = r#", "note": "s""#;

    #[test]
    fn rungs_without_levels_climb_by_one() {
        case(&["", "", "", SIDE, SIDE], &[1, 2, 3, 3, 4]);
    }

    #[test]
    fn a_rung_without_level_fills_a_gap() {
        case(&[r#", "level": 2"#, "", r#", "level": 9"#, "", SIDE], &[2, 3, 9, 10, 4]);
        case(&["", r#", "level": 0"#, SIDE], &[0, 1, 2]);
    }

    #[test]
    fn what_stands_above_an_inserted_rung_moves_up_on_all_tracks() {
        let level = |level: u16| format!(r#", "level": {level}"#);
        let side = |level: u16| format!(r#", "level": {level}, "note": "s""#);
        case(&[&level(1), &level(2), "", "", &level(3), &side(3), &side(5)], &[1, 2, 3, 4, 5, 5, 7]);
        case(&["", &level(1), &level(2), &side(2)], &[1, 2, 3, 3]);
    }

    #[test]
    fn on_a_side_track_only_the_rest_of_it_moves_up() {
        let side = |level: u16| format!(r#", "level": {level}, "note": "s""#);
        case(&["", "", "", "", &side(3), SIDE, &side(4), &side(6)], &[1, 2, 3, 4, 3, 4, 5, 7]);
    }

    #[test]
    fn a_rung_of_a_side_track_has_the_level_of_its_like() {
        case(&["", "", "", "", "", r#", "like": "r3", "note": "s""#, SIDE], &[1, 2, 3, 4, 5, 4, 5]);
        // In a circle of likes they count as left out.
        case(&["", "", r#", "like": "r3", "note": "s""#, r#", "like": "r2", "note": "s""#], &[1, 2, 3, 4]);
    }
}
