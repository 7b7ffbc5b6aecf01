//! What the reader asks the browser for, to keep or send their result, and what came of it.

/// A way to send a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareChannel {
    /// Through the clipboard.
    Copy,
    /// Through what the device offers.
    Share,
    /// By e-mail.
    Mail,
}

/// What the browser was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EffectKind {
    /// To copy the link.
    Copy,
    /// To hand the link to what the device offers.
    Share,
    /// To copy the plan.
    Plan,
    /// To remember the answers.
    Remember,
}

/// What the browser can do, and did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShareStatus {
    /// Whether the device offers ways to share.
    pub shares: bool,
    /// Whether answers are remembered for longer; `None` where the page does not want that.
    pub remembered: Option<bool>,
    /// What was done last, and whether the browser let us.
    pub last: Option<(EffectKind, bool)>,
    /// The address that was made; empty if none was.
    pub address: String,
}

impl ShareStatus {
    /// Takes in what the browser said. What the reader broke off themselves is no `kind`.
    pub fn told(&mut self, kind: Option<EffectKind>, done: bool, address: String) {
        self.last = kind.map(|kind| (kind, done));
        match kind {
            Some(EffectKind::Remember) => self.remembered = Some(done),
            Some(EffectKind::Plan) => {}
            Some(EffectKind::Copy | EffectKind::Share) | None => self.address = address,
        }
    }

    /// Drops what belongs to an outcome that is left.
    pub(super) fn leave(&mut self) {
        self.last = None;
        self.address.clear();
    }
}
