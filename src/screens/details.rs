//! Draws the details of a rung, one section at a time so that none is a wall of text, and those of an adjacent role.

use super::blocks::{add_links, list, paragraph};
use super::tabs::{self, Tab};
use super::{ViewContext, id, intro, stage};
use crate::catalog::Text;
use crate::element::{Element, Fragment, button, element, fragment, tag};
use career_ladder_core::gather::Gather as _;
use career_ladder_core::ladder::{Move, Rung, RungId, Skill};
use career_ladder_core::state::{Action, Phase, Section};

/// The details of a rung, for the place below its row.
pub(crate) fn rung(cx: ViewContext<'_>, rung_id: RungId) -> Element {
    let (catalog, rung) = (cx.catalog, cx.rung(rung_id));
    let context = catalog.rung_context(rung.level, cx.ladder().stage_of(rung_id));
    let also = (!rung.also.is_empty()).then(|| cx.secondary(&catalog.also(&rung.also)));
    let offers_quiz = matches!(cx.state.phase, Phase::Exploring { .. }) && cx.has_quiz();
    frame(cx, &context, &rung.title)
        .child_opt(also)
        .child_opt(role(cx, rung))
        .append(sections(cx, rung_id))
        .child_opt(paragraph("secondary note", &rung.note))
        .child_opt(cx.ladder().stage_of(rung_id).and_then(|stage| stage::fold(cx, stage)))
        .child_opt(offers_quiz.then(|| intro::start(cx)))
}

/// The role of a rung as a sentence; `None` if its author wrote none.
pub(super) fn role(cx: ViewContext<'_>, rung: &Rung) -> Option<Element> {
    (!rung.role.is_empty()).then(|| element("p", "lead").text(&cx.catalog.role(&rung.role)))
}

/// The details of an adjacent role, for the place below all chips.
pub(crate) fn adjacent_role(cx: ViewContext<'_>, adjacent_role: &Move) -> Element {
    frame(cx, cx.text(Text::Moves), &adjacent_role.title)
        .child_opt(paragraph("lead", &adjacent_role.suits))
        .child_opt(skills(&adjacent_role.skills))
}

/// An open region with its heading and the button that closes it.
fn frame(cx: ViewContext<'_>, context: &str, title: &str) -> Element {
    let cross = tag("svg")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(tag("path").attr("d", "M3 3l10 10M13 3L3 13"));
    let close = cx
        .in_own_language(button(cx.send, Action::DetailsClosed))
        .attr("class", "close")
        .attr("aria-label", cx.text(Text::Close))
        .child(cross);
    element("div", "details")
        .key("details")
        .attr("id", "details")
        .attr("part", "details")
        .attr("role", "region")
        .attr("aria-labelledby", "details-title")
        .child(cx.with_words(element("p", "context"), context))
        .child(tag("h3").attr("id", "details-title").attr("tabindex", "-1").text(title))
        .child(close)
}

/// The tabs of a rung's sections with the panel of the selected one; nothing for a rung without sections.
fn sections(cx: ViewContext<'_>, rung: RungId) -> Fragment {
    let sections: Vec<Section> = Section::ALL.iter().copied().filter(|&section| cx.loaded.has(rung, section)).gather();
    match sections.iter().position(|&section| section == cx.state.section) {
        Some(selected) => {
            let panel = tab_panel(cx.rung(rung), sections[selected]);
            let tabs = sections.into_iter().map(|section| tab(cx, section)).collect();
            fragment().child(tabs::view(cx, tabs, selected).attr("aria-labelledby", "details-title")).child(panel)
        }
        None => fragment(),
    }
}

fn tab(cx: ViewContext<'_>, section: Section) -> Tab {
    let label = cx.catalog.section(section);
    Tab { id: id("section", section as usize), label, action: Action::SectionChosen(section) }
}

fn tab_panel(rung: &Rung, section: Section) -> Element {
    tabs::panel(id("section", section as usize)).child(content(rung, section))
}

/// The texts of a section.
pub(super) fn content(rung: &Rung, section: Section) -> Element {
    match section {
        Section::Changes => list(&rung.changes),
        Section::Responsibilities => list(&rung.responsibilities),
        Section::Success => list(&rung.success),
        Section::Skills => skill_list(&rung.skills),
    }
}

/// The skills of an adjacent role; `None` if its author wrote none.
fn skills(skills: &[Skill]) -> Option<Element> {
    (!skills.is_empty()).then(|| element("div", "section").child(skill_list(skills)))
}

fn skill_list(skills: &[Skill]) -> Element {
    skills.iter().fold(tag("dl"), add_skill)
}

fn add_skill(list: Element, skill: &Skill) -> Element {
    let list = list.child(tag("dt").text(&skill.name)).child(tag("dd").text(&skill.how));
    add_links(list, "dd", &skill.links)
}
