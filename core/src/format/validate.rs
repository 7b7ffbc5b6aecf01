//! From the raw file to the validated ladder, with every problem found on the way.
//!
//! A ladder is always built; it counts only where no error was found. What is empty was reported
//! when it was decoded, and is passed over here.

use std::collections::HashMap;

use super::advice;
use super::decode::{Decoder, List};
use super::found::{Findings, shown};
use super::raw::{self, Id, Reference, Text};
use crate::ladder::{
    Answer, Dimension, DimensionId, Exception, Faq, Guide, KeyResult, Ladder, Link, Mistake, Move, Okr, Question, Rung,
    RungId, Skill, Source, Stage, StageId, Step, Track, TrackId,
};

/// The most rungs of a track.
const MAX_RUNGS_PER_TRACK: usize = 64;
/// How many ids are listed where none is near.
const LISTED: usize = 8;

/// Makes a ladder of the fields. It counts only where the decoder has found no error.
pub(super) fn validate(raw: &raw::Ladder<'_>, decoder: &mut Decoder) -> Ladder {
    let stages = ids("stage", &raw.stages, |stage| stage.id, &mut decoder.found);
    let dimensions = ids("dimension", &raw.dimensions, |dimension| dimension.id, &mut decoder.found);
    let tracks = ids("track", &raw.tracks, |track| track.id, &mut decoder.found);
    let mut rungs = ids("rung", &raw.rungs, |rung| rung.id, &mut decoder.found);
    // A list of rungs that is missing was reported, once.
    rungs.whole &= !raw.rungs.items.is_empty();
    ids("move", &raw.moves, |item| item.id, &mut decoder.found);
    ids("question", &raw.questions, |question| question.id, &mut decoder.found);
    let ladder = Check { decoder, stages, dimensions, tracks, rungs }.ladder(raw);
    if decoder.found.is_correct() {
        advice::alike(&ladder, raw, &mut decoder.found);
    }
    ladder
}

/// The ids of a list, which references may point at.
struct Ids<'a> {
    /// What the list is of.
    what: &'static str,
    list: Vec<&'a str>,
    /// The first few that differ.
    first: Vec<&'a str>,
    /// Where each was given first.
    places: HashMap<&'a str, usize>,
    /// Whether all ids are known. If one could not be read, a reference may have meant that.
    whole: bool,
}

/// Collects the ids of a list; reports those that were given before.
fn ids<'a, T, const LEAST: usize, const MOST: usize>(
    what: &'static str,
    list: &List<T, LEAST, MOST>,
    id: impl Fn(&T) -> Id<'a>,
    found: &mut Findings,
) -> Ids<'a> {
    let mut ids = Ids { what, list: Vec::new(), first: Vec::new(), places: HashMap::new(), whole: !list.broken };
    for item in &list.items {
        ids.add(id(item), found);
    }
    ids
}

impl<'a> Ids<'a> {
    fn add(&mut self, id: Id<'a>, found: &mut Findings) {
        let place = self.list.len();
        self.list.push(id.text);
        if id.text.is_empty() {
            self.whole = false;
        } else if let Some(first) = self.places.get(id.text) {
            let message = format!("`{}` is the id of {}s[{first}] too; give each its own", shown(id.text), self.what);
            found.error(id.at, message);
        } else {
            self.places.insert(id.text, place);
            if self.first.len() < LISTED {
                self.first.push(id.text);
            }
        }
    }
}

struct Check<'a, 'd> {
    decoder: &'d mut Decoder,
    stages: Ids<'a>,
    dimensions: Ids<'a>,
    tracks: Ids<'a>,
    rungs: Ids<'a>,
}

/// The place of what a reference names.
fn find(reference: Reference<'_>, ids: &mut Ids<'_>, decoder: &mut Decoder) -> Option<usize> {
    let place = ids.places.get(reference.text).copied();
    if place.is_none() && ids.whole {
        let (what, id) = (ids.what, shown(reference.text));
        let hint = match decoder.near.nearest(reference.text, ids.list.iter().copied()) {
            Some(near) => format!("did you mean `{}`?", shown(near)),
            None if ids.list.is_empty() => {
                // One such message says it for all references.
                ids.whole = false;
                format!("the ladder lists no {what}s")
            }
            None => {
                let mut known: Vec<String> = ids.first.iter().map(|id| format!("`{}`", shown(id))).collect();
                if ids.places.len() > LISTED {
                    known.push("...".to_owned());
                }
                format!("there is {}", known.join(", "))
            }
        };
        decoder.found.error(reference.at, format!("unknown {what} `{id}`; {hint}"));
    }
    place
}

fn texts(texts: &List<Text<'_>>) -> Vec<String> {
    texts.items.iter().map(|text| text.text.to_owned()).collect()
}

impl Check<'_, '_> {
    fn stage(&mut self, reference: Reference<'_>) -> Option<StageId> {
        named(reference).and_then(|reference| find(reference, &mut self.stages, self.decoder)).map(StageId::new)
    }

    fn dimension(&mut self, reference: Reference<'_>) -> Option<DimensionId> {
        named(reference).and_then(|reference| find(reference, &mut self.dimensions, self.decoder)).map(DimensionId::new)
    }

    fn track(&mut self, reference: Reference<'_>) -> Option<TrackId> {
        named(reference).and_then(|reference| find(reference, &mut self.tracks, self.decoder)).map(TrackId::new)
    }

    fn rung(&mut self, reference: Reference<'_>) -> Option<RungId> {
        named(reference).and_then(|reference| find(reference, &mut self.rungs, self.decoder)).map(RungId::new)
    }

    fn error(&mut self, at: usize, message: impl Into<String>) {
        self.decoder.found.error(at, message);
    }

    fn ladder(&mut self, raw: &raw::Ladder<'_>) -> Ladder {
        let sources = raw.sources.items.iter();
        let ladder = Ladder {
            id: raw.id.text.to_owned(),
            lang: if raw.lang.text.is_empty() { "en" } else { raw.lang.text }.to_owned(),
            title: raw.title.text.to_owned(),
            summary: raw.summary.text.to_owned(),
            sources: sources
                .map(|source| Source { title: source.title.text.into(), note: source.note.text.into() })
                .collect(),
            stages: raw.stages.items.iter().map(|stage| self.one_stage(stage)).collect(),
            dimensions: raw.dimensions.items.iter().map(one_dimension).collect(),
            tracks: self.all_tracks(raw),
            rungs: raw.rungs.items.iter().map(|rung| self.one_rung(rung)).collect(),
            moves: raw.moves.items.iter().map(|item| self.one_move(item)).collect(),
            questions: self.all_questions(raw),
            closing: raw.closing.text.to_owned(),
            guide: one_guide(&raw.guide),
        };
        self.shape(raw);
        ladder
    }

    fn one_stage(&mut self, stage: &raw::Stage<'_>) -> Stage {
        advice::fits(stage.name, advice::STAGE_NAME, &mut self.decoder.found);
        Stage {
            id: stage.id.text.to_owned(),
            name: stage.name.text.to_owned(),
            summary: stage.summary.text.to_owned(),
            picture: stage.picture.text.to_owned(),
            focus: texts(&stage.focus),
            okr: stage.okr.as_ref().map(one_okr),
        }
    }

    /// The tracks; a ladder that lists none has one for all its rungs.
    fn all_tracks(&mut self, raw: &raw::Ladder<'_>) -> Vec<Track> {
        if raw.tracks.items.is_empty() {
            return vec![Track { id: "main".to_owned(), name: raw.title.text.to_owned(), from: None }];
        }
        let tracks = raw.tracks.items.iter().map(|track| {
            advice::fits(track.name, advice::TRACK_NAME, &mut self.decoder.found);
            let from = track.from.and_then(|from| self.rung(from));
            Track { id: track.id.text.to_owned(), name: track.name.text.to_owned(), from }
        });
        tracks.collect()
    }

    fn one_rung(&mut self, rung: &raw::Rung<'_>) -> Rung {
        advice::fits(rung.title, advice::RUNG_TITLE, &mut self.decoder.found);
        advice::fits(Text { at: rung.role.at, text: rung.role.text }, advice::ROLE, &mut self.decoder.found);
        let skills = rung.skills.items.iter();
        Rung {
            id: rung.id.text.to_owned(),
            title: rung.title.text.to_owned(),
            also: texts(&rung.also),
            level: rung.level.number.unwrap_or_default(),
            track: rung.track.and_then(|track| self.track(track)).unwrap_or_default(),
            stage: rung.stage.and_then(|stage| self.stage(stage)),
            role: rung.role.text.to_owned(),
            changes: texts(&rung.changes),
            responsibilities: texts(&rung.responsibilities),
            success: texts(&rung.success),
            note: rung.note.text.to_owned(),
            skills: skills.map(|skill| self.one_skill(skill)).collect(),
            like: self.like(rung),
            except: self.exceptions(rung),
        }
    }

    fn like(&mut self, rung: &raw::Rung<'_>) -> Option<RungId> {
        let like = rung.like?;
        if !like.text.is_empty() && like.text == rung.id.text {
            self.error(
                like.at,
                format!("`{}` is this very rung; name another one or leave \"like\" out", shown(like.text)),
            );
            return None;
        }
        self.rung(like)
    }

    fn exceptions(&mut self, rung: &raw::Rung<'_>) -> Vec<Exception> {
        let mut exceptions = Vec::new();
        let mut seen = vec![false; if rung.except.list.is_empty() { 0 } else { self.dimensions.list.len() }];
        for raw::Exception { dimension, rung } in &rung.except.list {
            let place = find(*dimension, &mut self.dimensions, self.decoder);
            let rung = self.rung(*rung);
            let Some(place) = place else { continue };
            if std::mem::replace(&mut seen[place], true) {
                let message =
                    format!("\"{}\" is written twice in this object; keep one of them", shown(dimension.text));
                self.error(dimension.at, message);
            }
            exceptions.push(Exception { dimension: DimensionId::new(place), rung: rung.unwrap_or_default() });
        }
        exceptions
    }

    fn one_skill(&mut self, skill: &raw::Skill<'_>) -> Skill {
        let links = skill.links.items.iter();
        Skill {
            name: skill.name.text.to_owned(),
            how: skill.how.text.to_owned(),
            dimension: skill.dimension.and_then(|dimension| self.dimension(dimension)),
            links: links.map(|link| Link { title: link.title.text.into(), url: link.url.text.into() }).collect(),
        }
    }

    fn one_move(&mut self, item: &raw::Move<'_>) -> Move {
        advice::fits(item.title, advice::MOVE_TITLE, &mut self.decoder.found);
        Move {
            id: item.id.text.to_owned(),
            title: item.title.text.to_owned(),
            suits: item.suits.text.to_owned(),
            from: item.from.items.iter().filter_map(|&from| self.rung(from)).collect(),
        }
    }

    fn all_questions(&mut self, raw: &raw::Ladder<'_>) -> Vec<Question> {
        let names = advice::Names::of(raw);
        let mut counts = vec![0; raw.dimensions.items.len()];
        let mut sure = !raw.questions.broken;
        let questions = raw.questions.items.iter().map(|question| {
            ids("answer", &question.answers, |answer| answer.id, &mut self.decoder.found);
            let about = self.dimension(question.about);
            match about.and_then(|about| counts.get_mut(about.index())) {
                Some(count) => *count += 1,
                None => sure = false,
            }
            advice::answers(question, &names, &mut self.decoder.found);
            Question {
                id: question.id.text.to_owned(),
                about: about.unwrap_or_default(),
                ask: question.ask.text.to_owned(),
                answers: question.answers.items.iter().map(|answer| self.one_answer(answer)).collect(),
            }
        });
        let questions: Vec<Question> = questions.collect();
        if sure && !questions.is_empty() {
            advice::counts(raw, &counts, &mut self.decoder.found);
        }
        questions
    }

    fn one_answer(&mut self, answer: &raw::Answer<'_>) -> Answer {
        let is = answer.is.rungs.iter().filter_map(|&rung| self.rung(rung)).collect();
        if let [one, two] = answer.is.rungs[..]
            && one.text == two.text
            && !one.text.is_empty()
        {
            self.error(
                two.at,
                format!("`{}` is named twice; name it once, or another rung beside it", shown(two.text)),
            );
        }
        Answer { id: answer.id.text.to_owned(), is, say: answer.say.text.to_owned() }
    }

    /// What only holds or fails for the tracks as a whole.
    fn shape(&mut self, raw: &raw::Ladder<'_>) {
        let tracks = self.tracks.list.len().max(1);
        let homes: Vec<Option<usize>> = raw.rungs.items.iter().map(|rung| self.home(raw, rung)).collect();
        let mut climbs: Vec<Vec<usize>> = vec![Vec::new(); tracks];
        for (place, home) in homes.iter().enumerate() {
            if let Some(home) = home {
                climbs[*home].push(place);
            }
        }
        for climb in &climbs {
            self.climb(raw, climb);
        }
        let all_known = self.rungs.whole && homes.iter().all(Option::is_some);
        for (climb, track) in climbs.iter().zip(&raw.tracks.items) {
            if climb.is_empty() && all_known && !track.id.text.is_empty() {
                let message = format!("no rung is on track `{}`; add one or take the track out", shown(track.id.text));
                self.error(track.at, message);
            }
        }
        let mut parents = self.parents(raw, &homes);
        for entry in loops(&parents) {
            let track = &raw.tracks.items[entry];
            let message = "the rungs of this track cannot be reached: it leaves from a track that in turn leaves from this one; \
                           let one of them leave from the first track";
            self.error(track.from.map_or(track.at, |from| from.at), message);
            let mut place = entry;
            while let Some((_, next)) = parents[place].take() {
                place = next;
            }
        }
        for (place, parent) in parents.into_iter().enumerate() {
            if let Some((from, _)) = parent.filter(|&(_, home)| home != place) {
                self.above(raw, from, &climbs[place]);
            }
        }
    }

    /// The track of a rung, if it can be told.
    fn home(&self, raw: &raw::Ladder<'_>, rung: &raw::Rung<'_>) -> Option<usize> {
        match rung.track {
            Some(track) => self.tracks.places.get(track.text).copied(),
            None => (!raw.tracks.broken).then_some(0),
        }
    }

    /// The rungs of a track are listed from the lowest up, each on a level of its own.
    fn climb(&mut self, raw: &raw::Ladder<'_>, climb: &[usize]) {
        if let Some(&first_too_many) = climb.get(MAX_RUNGS_PER_TRACK) {
            let message = format!("this track has {} rungs; at most {MAX_RUNGS_PER_TRACK} are possible", climb.len());
            self.error(raw.rungs.items[first_too_many].at, message);
        }
        let mut below: Vec<&raw::Rung<'_>> = Vec::new();
        let mut falls = false;
        for &place in climb.iter().take(MAX_RUNGS_PER_TRACK) {
            let rung = &raw.rungs.items[place];
            let Some(level) = rung.level.number else { continue };
            if let Some(same) = below.iter().find(|below| below.level.number == rung.level.number) {
                let name = shown(same.id.text);
                let message =
                    format!("level {level} is that of `{name}` on the same track; give each rung of a track its own");
                self.error(rung.level.at, message);
            } else if let Some(higher) = below.last().filter(|last| last.level.number > rung.level.number && !falls) {
                falls = true;
                let (name, above) = (shown(higher.id.text), higher.level.number.unwrap_or_default());
                let message = format!(
                    "level {level} comes after level {above} of `{name}`; list the rungs of a track from the lowest up"
                );
                self.error(rung.level.at, message);
            }
            below.push(rung);
        }
    }

    /// Per track: the rung it leaves from, and on which track that is.
    fn parents(&mut self, raw: &raw::Ladder<'_>, homes: &[Option<usize>]) -> Vec<Option<(usize, usize)>> {
        let tracks = raw.tracks.items.iter().enumerate();
        let parents = tracks.map(|(place, track)| match track.from {
            None if place > 0 => {
                let track_id = shown(track.id.text);
                self.error(
                    track.at,
                    format!("track `{track_id}` leaves from nowhere; add \"from\" with the id of the rung it forks at"),
                );
                None
            }
            Some(from) if place == 0 && !from.text.is_empty() => {
                self.error(
                    from.at,
                    "the first track starts at the ground; take \"from\" out, or list another track first",
                );
                None
            }
            Some(from) => {
                let rung = self.rungs.places.get(from.text).copied()?;
                let home = homes[rung]?;
                if home == place {
                    let message =
                        format!("`{}` is on this very track; name a rung of the track it leaves", shown(from.text));
                    self.error(from.at, message);
                }
                Some((rung, home))
            }
            None => None,
        });
        parents.collect()
    }

    /// A track begins above the rung it leaves from.
    fn above(&mut self, raw: &raw::Ladder<'_>, from: usize, climb: &[usize]) {
        let rungs = &raw.rungs.items;
        let lowest = climb.iter().map(|&place| &rungs[place]).min_by_key(|rung| rung.level.number.unwrap_or(u16::MAX));
        if let (Some(level), Some(lowest)) = (rungs[from].level.number, lowest)
            && lowest.level.number.is_some_and(|lowest| lowest <= level)
        {
            let id = shown(rungs[from].id.text);
            let message = format!("must be above {level}, the level of `{id}` from which the track leaves");
            self.error(lowest.level.at, message);
        }
    }
}

/// A reference that names something.
fn named(reference: Reference<'_>) -> Option<Reference<'_>> {
    (!reference.text.is_empty()).then_some(reference)
}

/// One track of each way that leads back to where it began. `parents` is as [`Check::parents`] gives it.
fn loops(parents: &[Option<(usize, usize)>]) -> Vec<usize> {
    let mut loops = Vec::new();
    // By which walk a track was visited first.
    let mut walks = vec![usize::MAX; parents.len()];
    for start in 0..parents.len() {
        let mut track = start;
        while walks[track] == usize::MAX {
            walks[track] = start;
            match parents[track] {
                Some((_, next)) if next != track => track = next,
                _ => break,
            }
            if walks[track] == start {
                loops.push(track);
            }
        }
    }
    loops
}

fn one_dimension(dimension: &raw::Dimension<'_>) -> Dimension {
    Dimension {
        id: dimension.id.text.to_owned(),
        name: dimension.name.text.to_owned(),
        summary: dimension.summary.text.to_owned(),
    }
}

fn one_okr(okr: &raw::Okr<'_>) -> Okr {
    let results = okr.key_results.items.iter();
    let results =
        results.map(|result| KeyResult { say: result.say.text.into(), initiatives: texts(&result.initiatives) });
    Okr { objective: okr.objective.text.to_owned(), key_results: results.collect() }
}

fn one_guide(guide: &raw::Guide<'_>) -> Guide {
    let steps = guide.steps.items.iter();
    let mistakes = guide.mistakes.items.iter();
    let faq = guide.faq.items.iter();
    Guide {
        steps: steps.map(|step| Step { name: step.name.text.into(), how: step.how.text.into() }).collect(),
        mistakes: mistakes.map(|item| Mistake { name: item.name.text.into(), why: item.why.text.into() }).collect(),
        faq: faq.map(|item| Faq { ask: item.ask.text.into(), answer: item.answer.text.into() }).collect(),
    }
}
