//! Draws the plan for the next rung as a list of lists: objective, key results, initiatives.

use super::super::blocks::{add_links, paragraph, secondary};
use super::checklist::selected_plan;
use super::{ViewContext, share};
use crate::catalog::Text;
use crate::element::{Element, Fragment, checkbox, element, fragment, select, tag};
use career_ladder_core::plan::{Gap, Initiative, Plan, Target, targets};
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::Action;

/// The plan, or nothing if there is none. If it `is_own`, the reader can select another target, tick initiatives off
/// and copy it.
pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome, is_own: bool) -> Fragment {
    let Some(plan) = selected_plan(cx.loaded, outcome, cx.state.plan()) else { return fragment() };
    let target_list = if is_own { target_list(cx, &plan) } else { None };
    fragment()
        .child(cx.heading(Text::Plan).attr("id", "plan").attr("part", "plan"))
        .child_opt(target_list)
        .child(tree(cx, &plan, is_own))
        .child_opt(is_own.then(|| share::copy_plan(cx)))
}

/// The list of targets; `None` if there is only one.
fn target_list(cx: ViewContext<'_>, plan: &Plan) -> Option<Element> {
    let targets = targets(cx.ladder(), plan.from);
    if targets.len() < 2 {
        return None;
    }
    let options = targets.iter().map(|&target| {
        let option = tag("option").text(target_title(cx, plan, target));
        if target == plan.target { option.attr("selected", "") } else { option }
    });
    let actions = targets.iter().map(|&target| Action::TargetChosen(target)).collect();
    let list = select(cx.send, actions).children(options).attr("id", "aim");
    let label = cx.with_text(tag("label"), Text::Targets).attr("for", "aim");
    Some(tag("div").child(label).child(list))
}

fn target_title<'a>(cx: ViewContext<'a>, plan: &Plan, target: Target) -> &'a str {
    match target {
        Target::Here => cx.title(plan.from),
        Target::Rung(rung) => cx.title(rung),
        Target::Move(id) => &cx.ladder().moves[id.index()].title,
    }
}

/// The objective with its key results.
fn tree(cx: ViewContext<'_>, plan: &Plan, is_own: bool) -> Element {
    let suits = match plan.target {
        Target::Move(id) => &*cx.ladder().moves[id.index()].suits,
        Target::Here | Target::Rung(_) => "",
    };
    let objective = cx.catalog.target(plan.target, cx.title(plan.from), cx.ladder());
    let objective = element("p", "objective")
        .child(cx.with_text(element("span", "context"), Text::Objective))
        .child(cx.with_words(tag("span"), &objective));
    let key_results = plan.gaps.iter().map(|gap| key_result(cx, gap, is_own));
    element("div", "tree")
        .child(objective)
        .child_opt(paragraph("secondary", suits))
        .child(tag("ul").attr("aria-labelledby", "plan").children(key_results))
}

/// A key result with its initiatives.
fn key_result(cx: ViewContext<'_>, gap: &Gap, is_own: bool) -> Element {
    let context = cx.with_text(element("span", "context"), Text::KeyResult);
    let initiatives = gap.initiatives.iter().map(|&initiative| view_initiative(cx, initiative, is_own));
    tag("li")
        .child(tag("p").child(context).child(cx.with_words(tag("span"), &cx.catalog.gap(gap, cx.ladder()))))
        .child(tag("ul").children(initiatives))
}

/// A skill to grow. If the plan `is_own`, the name is the label of a check box.
fn view_initiative(cx: ViewContext<'_>, initiative: Initiative, is_own: bool) -> Element {
    let skill = initiative.skill(cx.ladder());
    let name = if is_own {
        let is_done = cx.state.plan().is_some_and(|choices| choices.done.contains(&initiative));
        tag("label").child(checkbox(cx.send, Action::InitiativeTicked(initiative), is_done))
    } else {
        tag("b")
    };
    let item = tag("li").child(name.child(tag("span").text(&skill.name))).child(secondary(&skill.how));
    add_links(item, "p", &skill.links)
}
