//! The reader's choices for their plan.

use crate::plan::{Initiative, Target};

/// The reader's choices for their plan. They are stored with the answers, and end with them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanChoices {
    /// The chosen target; `None` as long as the reader follows the proposed one.
    pub target: Option<Target>,
    /// The initiatives that the reader ticked off, in no particular order.
    pub done: Vec<Initiative>,
}

impl PlanChoices {
    /// Ticks an initiative off, or clears its tick.
    pub(super) fn toggle(&mut self, initiative: Initiative) {
        match self.done.iter().position(|done| *done == initiative) {
            Some(index) => drop(self.done.swap_remove(index)),
            None => self.done.push(initiative),
        }
    }
}
