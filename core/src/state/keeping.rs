//! What the reader asks the browser for, to keep or send their result, and what came of it.

/// A way to send a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Through the clipboard.
    Copy,
    /// Through what the device offers.
    Share,
    /// By e-mail.
    Mail,
}

/// What the browser was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
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
pub struct Keeping {
    /// Whether the device offers ways to share.
    pub shares: bool,
    /// Whether answers are remembered for longer; `None` where the page does not want that.
    pub remembered: Option<bool>,
    /// What was done last, and whether the browser let us.
    pub last: Option<(Deed, bool)>,
    /// The address that was made; empty if none was.
    pub address: String,
}

impl Keeping {
    /// Takes in what the browser said. What the reader broke off themselves is no `deed`.
    pub fn told(&mut self, deed: Option<Deed>, done: bool, address: String) {
        self.last = deed.map(|deed| (deed, done));
        match deed {
            Some(Deed::Remember) => self.remembered = Some(done),
            Some(Deed::Plan) => {}
            Some(Deed::Copy | Deed::Share) | None => self.address = address,
        }
    }

    /// Drops what belongs to an outcome that is left.
    pub(super) fn leave(&mut self) {
        self.last = None;
        self.address.clear();
    }
}
