//! Draws the details of a rung, one section at a time so that none is a wall of text, and those of an adjacent role.

use super::blocks::{add_links, list, paragraph};
use super::{ViewContext, id, intro, yes_no};
use crate::catalog::Text;
use crate::element::{Element, Fragment, button, element, fragment, tag};
use career_ladder_core::ladder::{Move, Rung, RungId, Skill};
use career_ladder_core::state::{Action, Phase, Section};

/// The details of a rung, for the place below its row.
pub(crate) fn rung(cx: ViewContext<'_>, rung_id: RungId) -> Element {
    let (catalog, rung) = (cx.catalog, cx.rung(rung_id));
    let context = catalog.rung_context(rung.level, cx.ladder().stage_of(rung_id));
    let also = (!rung.also.is_empty()).then(|| cx.secondary(&catalog.also(&rung.also)));
    let role = (!rung.role.is_empty()).then(|| element("p", "lead").text(&catalog.role(&rung.role)));
    let offers_quiz = matches!(cx.state.phase, Phase::Exploring { .. }) && cx.has_quiz();
    frame(cx, &context, &rung.title)
        .child_opt(also)
        .child_opt(role)
        .append(sections(cx, rung_id))
        .child_opt(paragraph("secondary note", &rung.note))
        .child_opt(offers_quiz.then(|| intro::start(cx)))
}

/// The details of an adjacent role, for the place below all chips.
pub(crate) fn adjacent_role(cx: ViewContext<'_>, adjacent_role: &Move) -> Element {
    frame(cx, cx.text(Text::Moves), &adjacent_role.title).child(tag("p").text(&adjacent_role.suits))
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
        .child(close)
        .child(cx.with_words(element("p", "context"), context))
        .child(tag("h3").attr("id", "details-title").attr("tabindex", "-1").text(title))
}

/// The tabs of a rung's sections with the panel of the selected one; nothing for a rung without sections.
fn sections(cx: ViewContext<'_>, rung: RungId) -> Fragment {
    let sections: Vec<Section> = Section::ALL.into_iter().filter(|&section| cx.loaded.has(rung, section)).collect();
    match sections.iter().position(|&section| section == cx.state.section) {
        Some(selected) => {
            let panel = tab_panel(cx.rung(rung), sections[selected]);
            fragment().child(tabs(cx, &sections, selected)).child(panel)
        }
        None => fragment(),
    }
}

fn tabs(cx: ViewContext<'_>, sections: &[Section], selected: usize) -> Element {
    // The arrow keys run in a circle.
    let turned = |steps: usize| Action::SectionChosen(sections[(selected + steps) % sections.len()]);
    let (next, previous) = (turned(1), turned(sections.len() - 1));
    let keys = [("ArrowRight", next), ("ArrowDown", next), ("ArrowLeft", previous), ("ArrowUp", previous)];
    let tabs = sections.iter().enumerate().map(|(index, &section)| {
        let tab = button(cx.send, Action::SectionChosen(section))
            .attr("role", "tab")
            .attr("id", id("section", section as usize))
            .attr("aria-selected", yes_no(index == selected))
            .attr("tabindex", if index == selected { "0" } else { "-1" });
        cx.with_words(tab, cx.catalog.section(section))
    });
    element("div", "tabs")
        .attr("role", "tablist")
        .attr("aria-labelledby", "details-title")
        .on_keys(cx.send, &keys)
        .children(tabs)
}

fn tab_panel(rung: &Rung, section: Section) -> Element {
    let content = match section {
        Section::Changes => list(&rung.changes),
        Section::Responsibilities => list(&rung.responsibilities),
        Section::Success => list(&rung.success),
        Section::Skills => rung.skills.iter().fold(tag("dl"), add_skill),
    };
    element("div", "section")
        .attr("role", "tabpanel")
        .attr("tabindex", "0")
        .attr("aria-labelledby", id("section", section as usize))
        .child(content)
}

fn add_skill(list: Element, skill: &Skill) -> Element {
    let list = list.child(tag("dt").text(&skill.name)).child(tag("dd").text(&skill.how));
    add_links(list, "dd", &skill.links)
}
