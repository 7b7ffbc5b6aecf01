//! Checks the tracks of a ladder: rungs climb, and every track can be reached from the first one.

use super::diagnostics::{Diagnostics, quoted};
use super::field_types::{Reference, Rungs};
use super::levels::{RungsByTrack, span_of_level};
use super::raw;
use super::resolve::{Ids, Validator};

const MAX_RUNGS_PER_TRACK: usize = 64;

/// The rung that a track leaves from, and the track of that rung, as indices.
#[derive(Clone, Copy)]
struct Fork {
    rung: usize,
    track: usize,
}

/// Checks all tracks. Where a rung's track is unknown, checks that need it are skipped.
pub(super) fn check_tracks(
    raw: &raw::Ladder<'_>,
    tracks: &RungsByTrack,
    levels: &[Option<u16>],
    validator: &mut Validator<'_>,
) {
    let Validator { decoder, rungs: rung_ids, .. } = validator;
    let RungsByTrack { track_of_rung, rungs: rungs_of_track } = tracks;
    let diagnostics = &mut decoder.diagnostics;
    for rungs in rungs_of_track {
        check_count(raw, rungs, diagnostics);
        check_levels(raw, levels, &rungs[..rungs.len().min(MAX_RUNGS_PER_TRACK)], diagnostics);
    }
    if rung_ids.all_ids_known && track_of_rung.iter().all(Option::is_some) {
        check_no_track_is_empty(raw, rungs_of_track, diagnostics);
    }
    let mut forks = forks(raw, rung_ids, track_of_rung, diagnostics);
    check_cycles(raw, &mut forks, diagnostics);
    for (track, fork) in forks.into_iter().enumerate() {
        if let Some(fork) = fork.filter(|fork| fork.track != track) {
            check_above_fork(raw, levels, fork, &rungs_of_track[track], diagnostics);
        }
    }
}

fn check_count(raw: &raw::Ladder<'_>, rungs: &[usize], diagnostics: &mut Diagnostics) {
    if let Some(&first_too_many) = rungs.get(MAX_RUNGS_PER_TRACK) {
        let message = format!("this track has {} rungs; at most {MAX_RUNGS_PER_TRACK} are allowed", rungs.len());
        diagnostics.error(raw.rungs.items[first_too_many].span, message);
    }
}

/// The rungs of a track are listed from the lowest to the highest, each on its own level.
fn check_levels(raw: &raw::Ladder<'_>, levels: &[Option<u16>], rungs: &[usize], diagnostics: &mut Diagnostics) {
    let mut below: Vec<(u16, &raw::Rung<'_>)> = Vec::new();
    let mut is_order_reported = false;
    for &index in rungs {
        let Some(level) = levels[index] else { continue };
        let rung = &raw.rungs.items[index];
        if let Some(position) = below.iter().position(|below| below.0 == level) {
            let same = below[position].1;
            let (at, other, upper) =
                if is_outer(same, rung) { (same, rung, None) } else { (rung, same, Some("this rung")) };
            let id = quoted(other.id.text);
            let upper = upper.map_or_else(|| format!("`{id}`"), str::to_owned);
            let remedy = if position + 1 == below.len() {
                format!("raise {upper} and all above it, or leave \"level\" out here, and they move up by themselves")
            } else {
                "list the rungs of a track from lowest to highest, each on its own level".to_owned()
            };
            let message = format!("level {level} is already that of `{id}` on the same track; {remedy}");
            diagnostics.error(span_of_level(at), message);
        } else if let Some((above, higher)) = below.last().filter(|last| last.0 > level && !is_order_reported) {
            is_order_reported = true;
            let (span, comes) = if is_outer(higher, rung) {
                let id = quoted(rung.id.text);
                (span_of_level(higher), format!("level {above} comes before level {level} of `{id}`"))
            } else {
                let id = quoted(higher.id.text);
                (span_of_level(rung), format!("level {level} comes after level {above} of `{id}`"))
            };
            diagnostics.error(span, format!("{comes}; list the rungs of a track from lowest to highest"));
        }
        below.push((level, rung));
    }
}

/// Whether the level of a rung stems from a file that extends the file of another one's.
fn is_outer(rung: &raw::Rung<'_>, other: &raw::Rung<'_>) -> bool {
    span_of_level(rung).file < span_of_level(other).file
}

fn check_no_track_is_empty(raw: &raw::Ladder<'_>, rungs_of_track: &[Vec<usize>], diagnostics: &mut Diagnostics) {
    for (rungs, track) in rungs_of_track.iter().zip(&raw.tracks.items) {
        if rungs.is_empty() && !track.id.text.is_empty() {
            let id = quoted(track.id.text);
            diagnostics.error(track.span, format!("no rung is on track `{id}`; add one, or remove the track"));
        }
    }
}

/// The rung that a track leaves from. Every track but the first needs one.
fn leaves_from<'a>(
    index: usize,
    track: &raw::Track<'a>,
    diagnostics: &mut Diagnostics,
) -> Option<Reference<'a, Rungs>> {
    match track.from {
        None if index > 0 => {
            let id = quoted(track.id.text);
            let message =
                format!("track `{id}` is not connected; add \"from\" with the id of the rung that it leaves from");
            diagnostics.error(track.span, message);
            None
        }
        Some(from) if index == 0 => {
            if !from.text.is_empty() {
                let message = "the first track starts at the bottom; remove \"from\", or list another track first";
                diagnostics.error(from.span, message);
            }
            None
        }
        from => from,
    }
}

/// The fork of each track, `None` where it is unknown and for the first track.
fn forks(
    raw: &raw::Ladder<'_>,
    rungs: &Ids,
    track_of_rung: &[Option<usize>],
    diagnostics: &mut Diagnostics,
) -> Vec<Option<Fork>> {
    let tracks = raw.tracks.items.iter().enumerate();
    let forks = tracks.map(|(index, track)| {
        let from = leaves_from(index, track, diagnostics)?;
        let rung = rungs.get(from.text)?;
        let fork = Fork { rung, track: track_of_rung[rung]? };
        if fork.track == index {
            let id = quoted(from.text);
            diagnostics.error(from.span, format!("`{id}` is on this track itself; name a rung of the track it leaves"));
        }
        Some(fork)
    });
    forks.collect()
}

/// Reports tracks that leave from each other in a circle, and removes their forks.
fn check_cycles(raw: &raw::Ladder<'_>, forks: &mut [Option<Fork>], diagnostics: &mut Diagnostics) {
    for entry in track_cycles(forks) {
        let track = &raw.tracks.items[entry];
        let message = "this track cannot be reached: it leaves from a track that in turn leaves from this one; let one \
                       of them leave from the first track";
        diagnostics.error(track.from.map_or(track.span, |from| from.span), message);
        let mut next = entry;
        while let Some(fork) = forks[next].take() {
            next = fork.track;
        }
    }
}

/// One track of each cycle. A track that leaves from itself is not among them.
fn track_cycles(forks: &[Option<Fork>]) -> Vec<usize> {
    let mut cycles = Vec::new();
    // The start of the walk that visited each track first.
    let mut visited_from: Vec<Option<usize>> = vec![None; forks.len()];
    for start in 0..forks.len() {
        let mut track = start;
        while visited_from[track].is_none() {
            visited_from[track] = Some(start);
            match forks[track] {
                Some(fork) if fork.track != track => track = fork.track,
                _ => break,
            }
            if visited_from[track] == Some(start) {
                cycles.push(track);
            }
        }
    }
    cycles
}

/// A track begins above the rung that it leaves from.
fn check_above_fork(
    raw: &raw::Ladder<'_>,
    levels: &[Option<u16>],
    fork: Fork,
    rungs: &[usize],
    diagnostics: &mut Diagnostics,
) {
    let lowest = rungs.iter().copied().filter(|&rung| levels[rung].is_some()).min_by_key(|&rung| levels[rung]);
    if let (Some(level), Some(lowest)) = (levels[fork.rung], lowest)
        && levels[lowest] <= Some(level)
    {
        let id = quoted(raw.rungs.items[fork.rung].id.text);
        let message = format!("must be above {level}, the level of `{id}`, the rung that this track leaves from");
        diagnostics.error(span_of_level(&raw.rungs.items[lowest]), message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cycle_is_found_once_without_the_tracks_that_lead_to_it() {
        fn case(forks: &[Option<usize>], expected: &[usize]) {
            let forks: Vec<Option<Fork>> =
                forks.iter().map(|track| track.map(|track| Fork { rung: 0, track })).collect();
            assert_eq!(track_cycles(&forks), expected);
        }
        case(&[], &[]);
        case(&[None, Some(0), Some(1)], &[]);
        case(&[None, Some(1)], &[]);
        case(&[None, Some(2), Some(1)], &[1]);
        case(&[None, Some(2), Some(3), Some(2)], &[2]);
        case(&[None, Some(3), Some(3), Some(4), Some(3)], &[3]);
        case(&[None, Some(2), Some(1), Some(4), Some(5), Some(3)], &[1, 3]);
        case(&[None, Some(2), Some(2), Some(0)], &[]);
    }
}
