//! The result of the last request to share or store an outcome.

use super::EffectKind;

/// The result of the last request to share or store an outcome. It goes when the reader leaves the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShareStatus {
    /// The last effect, and whether the browser allowed it; `None` before any, and after the reader cancels one.
    pub last: Option<(EffectKind, bool)>,
    /// The address of the private link; empty until the reader asks for it.
    pub address: String,
    /// The plan as a checklist, for a reader whose browser refuses to copy it; empty if it could not be made.
    pub checklist: String,
    /// Whether the reader has asked to delete their answers, and has to confirm it.
    pub confirms_forgetting: bool,
}

impl ShareStatus {
    /// Records the result of an effect; `None` for `kind` if the reader canceled it. `text` is the address of the link, or
    /// the checklist.
    pub(super) fn finish(&mut self, kind: Option<EffectKind>, is_done: bool, text: String) {
        self.last = kind.map(|kind| (kind, is_done));
        match kind {
            Some(EffectKind::Plan) => self.checklist = text,
            Some(EffectKind::Remember | EffectKind::Extra) => {}
            Some(EffectKind::Copy | EffectKind::Share) | None => self.address = text,
        }
    }

    /// The plan is another one now, so a result of copying it says nothing any more.
    pub(super) fn plan_changed(&mut self) {
        self.last = self.last.filter(|(kind, _)| *kind != EffectKind::Plan);
    }
}
