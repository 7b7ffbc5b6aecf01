//! The plan for the next rung: a tree of objective, key results and initiatives, drawn as what it is, a list of lists.

use super::super::details::links;
use super::{Scene, keep};
use crate::catalog::Words;
use crate::element::{Tag, checkbox, part, select, tag};
use career_ladder_core::ladder::Ladder;
use career_ladder_core::plan::{Aim, Gap, Headings, Initiative, Plan, aims};
use career_ladder_core::quiz::Outcome;
use career_ladder_core::state::{Action, Course, State};

/// The plan as the reader has chosen it; `None` where the ladder says nothing of what to grow.
fn of(course: &Course, outcome: &Outcome, aim: Option<Aim>) -> Option<Plan> {
    Plan::new(&course.ladder, &course.bank, outcome, aim).filter(|plan| !plan.gaps.is_empty())
}

/// `ticks`: whether it is the reader's own, to be aimed elsewhere and ticked off.
pub(crate) fn view(scene: Scene<'_>, outcome: &Outcome, ticks: bool, panel: Tag) -> Tag {
    let (ladder, words) = (&scene.course.ladder, scene.words);
    let Some(plan) = of(scene.course, outcome, scene.state.aim) else { return panel };
    let suits = match plan.aim {
        Aim::Move(way) => &*ladder.moves[way.index()].suits,
        Aim::Here | Aim::Rung(_) => "",
    };
    let objective = part("p", "objective").with(part("span", "context").say(words.objective)).say(&words.aim(
        plan.aim,
        &ladder.rung(plan.from).title,
        ladder,
    ));
    let gaps = plan.gaps.iter().map(|gap| {
        let initiatives = gap.initiatives.iter().map(|&initiative| todo(scene, initiative, ticks));
        tag("li")
            .with(tag("p").with(part("span", "context").say(words.key_result)).say(&words.gap(gap, ladder)))
            .with(tag("ul").all(initiatives))
    });
    panel
        .with(tag("h4").set("id", "plan").set("part", "plan").say(words.plan))
        .maybe(ticks.then(|| aim(scene, &plan)).flatten())
        .with(
            part("div", "tree")
                .with(objective)
                .maybe((!suits.is_empty()).then(|| part("p", "secondary").say(suits)))
                .with(tag("ul").set("aria-labelledby", "plan").all(gaps)),
        )
        .maybe(ticks.then(|| keep::plan(scene)))
}

/// Where else one could go.
fn aim(scene: Scene<'_>, plan: &Plan) -> Option<Tag> {
    let ladder = &scene.course.ladder;
    let aims = aims(ladder, plan.from);
    if aims.len() < 2 {
        return None;
    }
    let options = aims.iter().map(|&aim| {
        let title = match aim {
            Aim::Here => &ladder.rung(plan.from).title,
            Aim::Rung(rung) => &ladder.rung(rung).title,
            Aim::Move(way) => &ladder.moves[way.index()].title,
        };
        let option = tag("option").say(title);
        if aim == plan.aim { option.set("selected", "") } else { option }
    });
    let choice = select(scene.send, aims.iter().map(|&aim| Action::AimChosen(aim)).collect()).all(options);
    let name = tag("label").set("for", "aim").say(scene.words.aims);
    Some(tag("div").with(name).with(choice.set("id", "aim")))
}

fn todo(scene: Scene<'_>, initiative: Initiative, ticks: bool) -> Tag {
    let skill = initiative.skill(&scene.course.ladder);
    let name = if ticks {
        let done = scene.state.done.contains(&initiative);
        tag("label").with(checkbox(scene.send, Action::Ticked(initiative), done))
    } else {
        tag("b")
    };
    links(tag("li").with(name.say(&skill.name)).with(part("p", "secondary").say(&skill.how)), "p", &skill.links)
}

/// The plan as a checklist in Markdown.
pub(crate) fn checklist(course: &Course, state: &State, words: &Words) -> String {
    let ladder: &Ladder = &course.ladder;
    let plan = state.outcome().and_then(|outcome| of(course, outcome, state.aim));
    let Some(plan) = plan else { return String::new() };
    let gaps: Vec<String> = plan.gaps.iter().map(|gap: &Gap| words.gap(gap, ladder)).collect();
    let objective = words.aim(plan.aim, &ladder.rung(plan.from).title, ladder);
    plan.markdown(ladder, Headings { objective: &objective, focus: words.focus, gaps: &gaps }, &state.done)
}
