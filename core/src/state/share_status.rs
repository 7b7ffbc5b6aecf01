//! The result of the last request to share or store an outcome.

use super::EffectKind;

/// The result of the last request to share or store an outcome. It goes when the reader leaves the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShareStatus {
    /// The last effect, and whether the browser allowed it; `None` before any, and after the reader cancels one.
    pub last: Option<(EffectKind, bool)>,
    /// The address of the private link; empty until the reader asks for it.
    pub address: String,
    /// Whether the reader has asked to delete their answers, and has to confirm it.
    pub confirms_forgetting: bool,
}

impl ShareStatus {
    /// Records the result of an effect; `None` for `kind` if the reader canceled it.
    pub(super) fn finish(&mut self, kind: Option<EffectKind>, is_done: bool, address: String) {
        self.last = kind.map(|kind| (kind, is_done));
        if !matches!(kind, Some(EffectKind::Plan | EffectKind::Remember | EffectKind::Extra)) {
            self.address = address;
        }
    }
}
