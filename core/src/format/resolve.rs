//! Resolves references: finds the items that ids name.

use super::decode::{Decoder, List};
use super::diagnostics::{Diagnostics, Span, quoted};
use super::field_types::{Dimensions, Id, Reference, Rungs, Stages, Tracks};
use super::names::NameMap;
use super::raw;
use crate::gather::Gather as _;
use crate::ladder::{DimensionId, RungId, StageId, TrackId};

/// The ids of a list, with the index of the item that each one names.
pub(super) struct Ids {
    /// The noun for one item.
    what: &'static str,
    /// Each id once, in the order of the file.
    index: NameMap<usize>,
    /// False if an id could not be read. A reference to an unknown id may then mean that one, so it is not an error.
    pub(super) all_ids_known: bool,
    /// Whether a reference names each item.
    is_named: Vec<bool>,
    /// The places that name each unknown id.
    unknown: NameMap<Vec<Span>>,
}

impl Ids {
    /// Collects the ids of a list. Reports an id that two items have; it names the first of them.
    pub(super) fn collect<'a, T, const MIN: usize, const MAX: usize>(
        what: &'static str,
        list: &List<T, MIN, MAX>,
        id_of: impl Fn(&T) -> Id<'a>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let all_ids_known = !list.is_broken;
        let (index, is_named, unknown) = (NameMap::default(), vec![false; list.items.len()], NameMap::default());
        let mut ids = Self { what, index, all_ids_known, is_named, unknown };
        for (index, item) in list.items.iter().enumerate() {
            ids.add(index, id_of(item), diagnostics);
        }
        ids
    }

    fn add(&mut self, index: usize, id: Id<'_>, diagnostics: &mut Diagnostics) {
        if id.text.is_empty() {
            self.all_ids_known = false;
        } else if let Some(first) = self.index.get(id.text) {
            let message =
                format!("`{}` is already the id of {}s[{first}]; give each its own id", quoted(id.text), self.what);
            diagnostics.error(id.span, message);
        } else {
            self.index.insert(id.text, index);
        }
    }

    /// The index of the item with this id. Returns `None` without a report.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The index of the item with this id; keeps an unknown id for [`Ids::report_unknown`].
    fn find(&mut self, id: &str, span: Span, decoder: &mut Decoder) -> Option<usize> {
        let index = self.get(id);
        match index {
            Some(index) => self.is_named[index] = true,
            None if !self.all_ids_known => {}
            None if self.index.len() == 0 => {
                // One message is enough for all references into an empty list.
                self.all_ids_known = false;
                let message = format!("unknown {0} `{1}`; the ladder lists no {0}s", self.what, quoted(id));
                decoder.diagnostics.error(span, message);
            }
            None => match self.unknown.get_mut(id) {
                Some(places) => places.push(span),
                None => drop(self.unknown.insert(id, vec![span])),
            },
        }
        index
    }

    /// Reports each unknown id once, however many places name it.
    fn report_unknown(&mut self, decoder: &mut Decoder) {
        let mut unknown = std::mem::take(&mut self.unknown).into_entries().gather();
        unknown.iter_mut().for_each(|(_, places)| places.sort_unstable());
        // The order decides who gets the last suggestions.
        unknown.sort_unstable_by(|one, other| one.1.cmp(&other.1));
        for (id, mut places) in unknown {
            let (what, name) = (self.what, quoted(&id));
            let taken_out = decoder.taken_out.get(&format!("{what}s/{id}")).copied();
            // Naming what the base has taken out is a mistake of the overlay.
            let taken_out = taken_out.filter(|span| places[0].file >= span.file);
            if let Some(span) = taken_out {
                let (still, there) = match places.len() {
                    1 => ("one place still names it".to_owned(), "there"),
                    count => (format!("{count} places still name it"), "in each"),
                };
                let message =
                    format!("`{name}` is taken out here, but {still}; keep it, or name another {what} {there}: ");
                decoder.diagnostics.error_at(span, message, places);
            } else if let [place] = places[..] {
                let message = decoder.suggester.unknown_name(what, &id, self.index.names());
                decoder.diagnostics.error(place, message);
            } else {
                let first = places.remove(0);
                // An id that is near and that nothing names is probably this one, misspelt.
                let near = decoder.suggester.nearest(&id, &mut self.index.names());
                let near = near.filter(|near| self.get(near).is_some_and(|index| !self.is_named[index]));
                let remedy = near.map_or_else(
                    || format!("add a {what} with this id"),
                    |near| format!("give `{}` this id", quoted(near)),
                );
                let count = places.len() + 1;
                let message = format!(
                    "there is no {what} `{name}`, which {count} places name; {remedy}, or name another one here and in "
                );
                decoder.diagnostics.error_at(first, message, places);
            }
        }
    }
}

/// Checks decoded fields against each other, and reports to its decoder.
pub(super) struct Validator<'d> {
    pub(super) decoder: &'d mut Decoder,
    pub(super) stages: Ids,
    pub(super) dimensions: Ids,
    pub(super) tracks: Ids,
    pub(super) rungs: Ids,
}

impl<'d> Validator<'d> {
    /// Collects all ids of a ladder.
    pub(super) fn new(raw: &raw::Ladder<'_>, decoder: &'d mut Decoder) -> Self {
        let diagnostics = &mut decoder.diagnostics;
        let stages = Ids::collect("stage", &raw.stages, |stage| stage.id, diagnostics);
        let dimensions = Ids::collect("dimension", &raw.dimensions, |dimension| dimension.id, diagnostics);
        let tracks = Ids::collect("track", &raw.tracks, |track| track.id, diagnostics);
        let mut rungs = Ids::collect("rung", &raw.rungs, |rung| rung.id, diagnostics);
        // The file without rungs has been reported.
        rungs.all_ids_known &= !raw.rungs.items.is_empty();
        Ids::collect("move", &raw.moves, |item| item.id, diagnostics);
        Ids::collect("question", &raw.questions, |question| question.id, diagnostics);
        Self { decoder, stages, dimensions, tracks, rungs }
    }

    /// Reports the ids that no item has, once all references are resolved.
    pub(super) fn report_unknown(&mut self) {
        for ids in [&mut self.stages, &mut self.dimensions, &mut self.tracks, &mut self.rungs] {
            ids.report_unknown(self.decoder);
        }
    }

    pub(super) fn error(&mut self, span: Span, message: impl Into<String>) {
        self.decoder.diagnostics.error(span, message);
    }

    /// The stage that a reference names. An empty reference has been reported.
    pub(super) fn stage(&mut self, Reference { text, span, .. }: Reference<'_, Stages>) -> Option<StageId> {
        if text.is_empty() { None } else { self.stages.find(text, span, self.decoder).map(StageId::new) }
    }

    /// The dimension that a reference names. An empty reference has been reported.
    pub(super) fn dimension(&mut self, reference: Reference<'_, Dimensions>) -> Option<DimensionId> {
        if reference.text.is_empty() { None } else { self.dimension_or_blank(reference) }
    }

    /// The dimension that a reference names, where an empty one has not been reported.
    pub(super) fn dimension_or_blank(
        &mut self,
        Reference { text, span, .. }: Reference<'_, Dimensions>,
    ) -> Option<DimensionId> {
        self.dimensions.find(text, span, self.decoder).map(DimensionId::new)
    }

    /// The track that a reference names. An empty reference has been reported.
    pub(super) fn track(&mut self, Reference { text, span, .. }: Reference<'_, Tracks>) -> Option<TrackId> {
        if text.is_empty() { None } else { self.tracks.find(text, span, self.decoder).map(TrackId::new) }
    }

    /// The rung that a reference names. An empty reference has been reported.
    pub(super) fn rung(&mut self, Reference { text, span, .. }: Reference<'_, Rungs>) -> Option<RungId> {
        if text.is_empty() { None } else { self.rungs.find(text, span, self.decoder).map(RungId::new) }
    }
}
