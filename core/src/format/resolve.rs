//! Resolves references: finds the items that ids name.

use std::collections::HashMap;

use super::decode::{Decoder, List};
use super::diagnostics::{Diagnostics, Span, quoted};
use super::field_types::{Dimensions, Id, Reference, Rungs, Stages, Tracks};
use super::raw;
use crate::ladder::{DimensionId, RungId, StageId, TrackId};

/// The ids of a list, with the index of the item that each one names.
pub(super) struct Ids<'a> {
    /// The noun for one item.
    what: &'static str,
    /// Each id once, in the order of the file.
    distinct: Vec<&'a str>,
    index: HashMap<&'a str, usize>,
    /// False if an id could not be read. A reference to an unknown id may then mean that one, so it is not an error.
    pub(super) all_ids_known: bool,
}

impl<'a> Ids<'a> {
    /// Collects the ids of a list. Reports an id that two items have; it names the first of them.
    pub(super) fn collect<T, const MIN: usize, const MAX: usize>(
        what: &'static str,
        list: &List<T, MIN, MAX>,
        id_of: impl Fn(&T) -> Id<'a>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let all_ids_known = !list.is_broken;
        let mut ids = Self { what, distinct: Vec::new(), index: HashMap::new(), all_ids_known };
        for (index, item) in list.items.iter().enumerate() {
            ids.add(index, id_of(item), diagnostics);
        }
        ids
    }

    fn add(&mut self, index: usize, id: Id<'a>, diagnostics: &mut Diagnostics) {
        if id.text.is_empty() {
            self.all_ids_known = false;
        } else if let Some(first) = self.index.get(id.text) {
            let message =
                format!("`{}` is already the id of {}s[{first}]; give each its own id", quoted(id.text), self.what);
            diagnostics.error(id.span, message);
        } else {
            self.index.insert(id.text, index);
            self.distinct.push(id.text);
        }
    }

    /// The index of the item with this id. Returns `None` without a report.
    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The index of the item with this id; reports an unknown id.
    fn find(&mut self, id: &str, span: Span, decoder: &mut Decoder) -> Option<usize> {
        let index = self.get(id);
        if index.is_none() && self.all_ids_known {
            let message = if self.distinct.is_empty() {
                // One message is enough for all references into an empty list.
                self.all_ids_known = false;
                format!("unknown {0} `{1}`; the ladder lists no {0}s", self.what, quoted(id))
            } else if decoder.taken_out.contains(&format!("{}s/{id}", self.what)) {
                format!("the overlay takes `{}` out, which is still named here; name another {}", quoted(id), self.what)
            } else {
                decoder.suggester.unknown_name(self.what, id, self.distinct.iter().copied())
            };
            decoder.diagnostics.error(span, message);
        }
        index
    }
}

/// Checks decoded fields against each other, and reports to its decoder.
pub(super) struct Validator<'a, 'd> {
    pub(super) decoder: &'d mut Decoder,
    pub(super) stages: Ids<'a>,
    pub(super) dimensions: Ids<'a>,
    pub(super) tracks: Ids<'a>,
    pub(super) rungs: Ids<'a>,
}

impl<'a, 'd> Validator<'a, 'd> {
    /// Collects all ids of a ladder.
    pub(super) fn new(raw: &raw::Ladder<'a>, decoder: &'d mut Decoder) -> Self {
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
