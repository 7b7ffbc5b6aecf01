//! How much of a simulation is done.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts parts of equal weight.
pub(super) struct Progress<'a> {
    parts: usize,
    done: AtomicUsize,
    report: &'a (dyn Fn(f64) + Sync),
}

impl<'a> Progress<'a> {
    pub(super) fn new(parts: usize, report: &'a (dyn Fn(f64) + Sync)) -> Self {
        Self { parts, done: AtomicUsize::new(0), report }
    }

    /// Does one part, and reports how much is done then.
    pub(super) fn after<R>(&self, part: impl FnOnce() -> R) -> R {
        let result = part();
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        (self.report)(done as f64 / self.parts as f64);
        result
    }
}
