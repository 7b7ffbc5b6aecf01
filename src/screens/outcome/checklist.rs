//! Selects the plan, and writes it as a checklist.

use crate::catalog::{Catalog, Text};
use career_ladder_core::plan::{Headings, Plan};
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::{LoadedLadder, PlanChoices, State};

/// The plan for the selected target; `None` if the outcome names no rung.
pub(super) fn selected_plan(loaded: &LoadedLadder, outcome: &Outcome, choices: Option<&PlanChoices>) -> Option<Plan> {
    let target = choices.and_then(|choices| choices.target);
    Plan::new(&loaded.ladder, &loaded.quiz, outcome, target)
}

/// The plan as a checklist in Markdown; empty without a plan.
pub(crate) fn checklist(loaded: &LoadedLadder, state: &State, catalog: &Catalog) -> String {
    let ladder = &loaded.ladder;
    let plan = state.outcome().and_then(|outcome| selected_plan(loaded, outcome, state.plan()));
    let Some(plan) = plan else { return String::new() };
    let objective = catalog.aim(&catalog.target(plan.target, &ladder.rung(plan.from).title, ladder));
    let [focus, initiatives] = [Text::Focus, Text::Tasks].map(|key| catalog.text(key));
    let done = state.plan().map_or(&[][..], |choices| &choices.done);
    plan.markdown(ladder, Headings { objective: &objective, focus, initiatives }, done)
}
