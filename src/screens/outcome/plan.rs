//! The plan for the next rung: a tree of objective, key results and initiatives, drawn as what it is, a list of lists.

use super::super::details::links;
use super::{ViewContext, keep};
use crate::catalog::Catalog;
use crate::element::{Element, checkbox, element, select, tag};
use career_ladder_core::ladder::Ladder;
use career_ladder_core::plan::{Gap, Headings, Initiative, Plan, Target, targets};
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::{Action, LoadedLadder, State};

/// The plan as the reader has chosen it; `None` where the ladder says nothing of what to grow.
fn of(loaded: &LoadedLadder, outcome: &Outcome, target: Option<Target>) -> Option<Plan> {
    Plan::new(&loaded.ladder, &loaded.bank, outcome, target).filter(|plan| !plan.gaps.is_empty())
}

/// `ticks`: whether it is the reader's own, to be aimed elsewhere and ticked off.
pub(crate) fn view(cx: ViewContext<'_>, outcome: &Outcome, ticks: bool, panel: Element) -> Element {
    let (ladder, words) = (&cx.loaded.ladder, cx.words);
    let Some(plan) = of(cx.loaded, outcome, cx.state.target) else { return panel };
    let suits = match plan.target {
        Target::Move(way) => &*ladder.moves[way.index()].suits,
        Target::Here | Target::Rung(_) => "",
    };
    let objective = element("p", "objective")
        .child(element("span", "context").text(words.objective))
        .text(&words.target(plan.target, &ladder.rung(plan.from).title, ladder));
    let gaps = plan.gaps.iter().map(|gap| {
        let initiatives = gap.initiatives.iter().map(|&initiative| todo(cx, initiative, ticks));
        tag("li")
            .child(tag("p").child(element("span", "context").text(words.key_result)).text(&words.gap(gap, ladder)))
            .child(tag("ul").children(initiatives))
    });
    panel
        .child(tag("h4").attr("id", "plan").attr("part", "plan").text(words.plan))
        .child_opt(ticks.then(|| target(cx, &plan)).flatten())
        .child(
            element("div", "tree")
                .child(objective)
                .child_opt((!suits.is_empty()).then(|| element("p", "secondary").text(suits)))
                .child(tag("ul").attr("aria-labelledby", "plan").children(gaps)),
        )
        .child_opt(ticks.then(|| keep::plan(cx)))
}

/// Where else one could go.
fn target(cx: ViewContext<'_>, plan: &Plan) -> Option<Element> {
    let ladder = &cx.loaded.ladder;
    let targets = targets(ladder, plan.from);
    if targets.len() < 2 {
        return None;
    }
    let options = targets.iter().map(|&target| {
        let title = match target {
            Target::Here => &ladder.rung(plan.from).title,
            Target::Rung(rung) => &ladder.rung(rung).title,
            Target::Move(way) => &ladder.moves[way.index()].title,
        };
        let option = tag("option").text(title);
        if target == plan.target { option.attr("selected", "") } else { option }
    });
    let choice = select(cx.send, targets.iter().map(|&target| Action::AimChosen(target)).collect()).children(options);
    let name = tag("label").attr("for", "aim").text(cx.words.targets);
    Some(tag("div").child(name).child(choice.attr("id", "aim")))
}

fn todo(cx: ViewContext<'_>, initiative: Initiative, ticks: bool) -> Element {
    let skill = initiative.skill(&cx.loaded.ladder);
    let name = if ticks {
        let done = cx.state.done.contains(&initiative);
        tag("label").child(checkbox(cx.send, Action::Ticked(initiative), done))
    } else {
        tag("b")
    };
    links(tag("li").child(name.text(&skill.name)).child(element("p", "secondary").text(&skill.how)), "p", &skill.links)
}

/// The plan as a checklist in Markdown.
pub(crate) fn checklist(loaded: &LoadedLadder, state: &State, words: &Catalog) -> String {
    let ladder: &Ladder = &loaded.ladder;
    let plan = state.outcome().and_then(|outcome| of(loaded, outcome, state.target));
    let Some(plan) = plan else { return String::new() };
    let gaps: Vec<String> = plan.gaps.iter().map(|gap: &Gap| words.gap(gap, ladder)).collect();
    let objective = words.target(plan.target, &ladder.rung(plan.from).title, ladder);
    plan.markdown(ladder, Headings { objective: &objective, focus: words.focus, gaps: &gaps }, &state.done)
}
