//! Draws the plan: the target, the tasks on the way to it or what its author says of it, and the stage that the reader is in.

use super::super::blocks::{add_links, paragraph, select_option};
use super::super::{details, stage};
use super::{ViewContext, share, tab_id};
use crate::catalog::Text;
use crate::element::{Element, Fragment, checkbox, element, fragment, select, tag};
use career_ladder_core::plan::{Initiative, Plan, Target, targets};
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::{Action, EffectKind, ResultPart, Section};

/// The plan, or nothing for an unclear outcome. If it `is_own`, the reader can select another target, tick initiatives off
/// and copy it.
pub(super) fn view(cx: ViewContext<'_>, outcome: &Outcome, is_own: bool) -> Fragment {
    let target = cx.state.plan().and_then(|choices| choices.target);
    let Some(plan) = Plan::new(cx.ladder(), &cx.loaded.quiz, outcome, target) else { return fragment() };
    let stage = cx.ladder().stage_of(outcome.placement.rung);
    fragment()
        .child(aim(cx, &plan, is_own).key("aim"))
        .child_opt(paragraph("secondary", about_target(cx, plan.target)).map(|about| about.key("about")))
        .append(if plan.initiatives.is_empty() { target_texts(cx, &plan) } else { tasks(cx, &plan, is_own) })
        .child_opt(stage.and_then(|stage| stage::fold(cx, stage)))
}

/// The target, with the list of all targets if there are several, and the button that copies the plan.
fn aim(cx: ViewContext<'_>, plan: &Plan, is_own: bool) -> Element {
    let target = |target| cx.catalog.target(target, cx.title(plan.from), cx.ladder());
    let targets = targets(cx.ladder(), plan.from);
    let row = element("div", "aim");
    if !is_own || targets.len() < 2 {
        return row.child(cx.with_words(tag("b"), &cx.catalog.aim(&target(plan.target))));
    }
    let options = targets.iter().map(|&choice| select_option(choice == plan.target).text(&target(choice)));
    let actions = targets.iter().map(|&target| Action::TargetChosen(target)).collect();
    let list = select(cx.send, actions).children(options).attr("id", "aim");
    row.child(cx.with_text(tag("label"), Text::Targets).attr("for", "aim")).child(list)
}

/// A line about the target.
fn about_target<'a>(cx: ViewContext<'a>, target: Target) -> &'a str {
    match target {
        Target::Move(id) => &cx.ladder().moves[id.index()].suits,
        Target::Here | Target::Rung(_) => "",
    }
}

/// The tasks, with the button that copies them.
fn tasks(cx: ViewContext<'_>, plan: &Plan, is_own: bool) -> Fragment {
    let tasks = plan.initiatives.iter().map(|&initiative| task(cx, initiative, is_own));
    let list = element("ul", "tasks")
        .key("tasks")
        .attr("part", "plan")
        .attr("aria-labelledby", tab_id(ResultPart::Plan))
        .children(tasks);
    fragment().child(list).append(copied(cx, is_own))
}

/// What the author says of the target, where no skills lead to it.
fn target_texts(cx: ViewContext<'_>, plan: &Plan) -> Fragment {
    let id = match plan.target {
        Target::Here => plan.from,
        Target::Rung(id) => id,
        Target::Move(_) => return fragment(),
    };
    let rung = cx.rung(id);
    let mut texts = fragment().child_opt(details::role(cx, rung));
    for section in [Section::Changes, Section::Responsibilities, Section::Success] {
        if cx.loaded.has(id, section) {
            let heading = cx.with_words(tag("h4"), cx.catalog.section(section));
            texts = texts.child(heading).child(details::content(rung, section));
        }
    }
    texts
}

/// The button that copies the plan. If the browser refuses, the plan appears below as a text.
fn copied(cx: ViewContext<'_>, is_own: bool) -> Fragment {
    if !is_own {
        return fragment();
    }
    let is_refused = share::last_effect(cx) == Some((EffectKind::Plan, false));
    let checklist = cx.state.share_status().filter(|_| is_refused).map(|status| &*status.checklist);
    let result = match checklist {
        Some("") => cx.catalog.effect_result(EffectKind::Extra, false),
        Some(_) | None => share::result(cx, &[EffectKind::Plan]),
    };
    let by_hand = checklist.filter(|checklist| !checklist.is_empty()).map(|checklist| {
        let field = element("pre", "field").key("by-hand").attr("tabindex", "0").attr("role", "region");
        field.attr("aria-labelledby", tab_id(ResultPart::Plan)).text(checklist)
    });
    fragment()
        .child(cx.button(Action::PlanPressed, Text::CopyPlan).attr("class", "copy").key("copy"))
        .child(share::status(cx, result))
        .child_opt(by_hand)
}

/// A skill to acquire, labelled by its area. If the plan `is_own`, the name is the label of a check box.
fn task(cx: ViewContext<'_>, initiative: Initiative, is_own: bool) -> Element {
    let skill = initiative.skill(cx.ladder());
    let name = if is_own {
        let is_done = cx.state.plan().is_some_and(|choices| choices.done.contains(&initiative));
        tag("label").child(checkbox(cx.send, Action::InitiativeTicked(initiative), is_done))
    } else {
        tag("b")
    };
    let area = skill.dimension.map(|id| element("span", "area").text(&cx.ladder().dimensions[id.index()].name));
    let item = tag("li")
        .child(name.child(tag("span").text(&skill.name)))
        .child_opt(area)
        .child_opt(paragraph("secondary", &skill.how));
    add_links(item, "p", &skill.links)
}
