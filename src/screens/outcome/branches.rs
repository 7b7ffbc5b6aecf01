//! Draws the branches for a reader near a fork: their differences, and the adjacent roles that are open from there.

use super::ViewContext;
use super::list;
use crate::catalog::Text;
use crate::element::{Element, Fragment, fragment};
use career_ladder_core::ladder::{DimensionId, RungId};
use career_ladder_core::quiz::Placement;

/// The branches at the fork that a named rung is next to; empty away from forks.
pub(super) fn view(cx: ViewContext<'_>, placement: &Placement) -> Fragment {
    let named = [placement.rung, placement.runner_up].into_iter().filter(|&rung| placement.names(rung));
    let Some(branches) = named.into_iter().find_map(|rung| cx.ladder().branches_at(rung)) else { return fragment() };
    let sentences: Vec<String> = branches.iter().map(|&first| sentence(cx, first)).collect();
    fragment()
        .child(cx.heading(Text::Branches))
        .child(list(&sentences))
        .child_opt(differences(cx, &branches))
        .child_opt(adjacent_roles(cx, placement.rung))
}

/// A branch by its first rung.
fn sentence(cx: ViewContext<'_>, first: RungId) -> String {
    let rung = cx.rung(first);
    cx.catalog.branch(&rung.title, cx.track_name(rung), &rung.role)
}

/// The dimensions in which the branches require different levels; `None` if there are none.
fn differences(cx: ViewContext<'_>, branches: &[RungId]) -> Option<Element> {
    let dimensions = cx.ladder().dimensions.iter().enumerate();
    let differences = dimensions.filter_map(|(index, dimension)| {
        let most = asks_most(cx, branches, DimensionId::new(index))?;
        Some(cx.catalog.branch_asks_more(&dimension.name, cx.title(most)))
    });
    let differences: Vec<String> = differences.collect();
    let sentence = || cx.secondary(&cx.catalog.branch_differences(&differences));
    (!differences.is_empty()).then(sentence)
}

/// The branch that asks most in a dimension; `None` if all ask the same.
fn asks_most(cx: ViewContext<'_>, branches: &[RungId], dimension: DimensionId) -> Option<RungId> {
    let required = |&branch: &RungId| cx.loaded.quiz.required_level(branch, dimension);
    let higher = |most, branch| if required(&branch) > required(&most) { branch } else { most };
    let most = branches.iter().copied().reduce(higher)?;
    branches.iter().any(|branch| required(branch) < required(&most)).then_some(most)
}

/// The adjacent roles that are open from a rung; `None` if there are none.
fn adjacent_roles(cx: ViewContext<'_>, rung: RungId) -> Option<Element> {
    let is_open_from = |from: &[RungId]| from.is_empty() || from.contains(&rung);
    let open = cx.ladder().moves.iter().filter(|adjacent_role| is_open_from(&adjacent_role.from));
    let titles: Vec<&str> = open.map(|adjacent_role| &*adjacent_role.title).collect();
    (!titles.is_empty()).then(|| cx.secondary(&cx.catalog.moves_from_here(&titles)))
}
