//! What a rung asks, or whom a move suits. One section at a time, so that none is a wall of text.

use super::{ViewContext, id, intro, yes_no};
use crate::element::{Element, button, element, tag};
use career_ladder_core::ladder::{Link, Move, RungId, Skill};
use career_ladder_core::state::{Action, Phase, Section};

pub(crate) fn rung(cx: ViewContext<'_>, rung_id: RungId) -> Element {
    let (words, rung) = (cx.words, cx.loaded.ladder.rung(rung_id));
    let mut aside = aside(cx, &words.context(rung.level, cx.loaded.ladder.stage_of(rung_id)), &rung.title);
    if !rung.also.is_empty() {
        aside = aside.child(element("p", "secondary").text(words.also).text(" ").text(&rung.also.join(", ")));
    }
    if !rung.role.is_empty() {
        aside = aside.child(element("p", "lead").text(&rung.role).text("."));
    }
    let sections: Vec<Section> = Section::ALL.into_iter().filter(|&section| cx.loaded.has(rung_id, section)).collect();
    if let Some(place) = sections.iter().position(|&section| section == cx.state.section) {
        let shown = element("div", "section")
            .attr("role", "tabpanel")
            .attr("tabindex", "0")
            .attr("aria-labelledby", id("section", sections[place] as usize));
        let shown = match sections[place] {
            Section::Changes => shown.child(list(&rung.changes)),
            Section::Responsibilities => shown.child(list(&rung.responsibilities)),
            Section::Success => shown.child(list(&rung.success)),
            Section::Skills => shown.child(rung.skills.iter().fold(tag("dl"), skill)),
        };
        aside = aside.child(tabs(cx, &sections, place)).child(shown);
    }
    if !rung.note.is_empty() {
        aside = aside.child(element("p", "secondary note").text(&rung.note));
    }
    if matches!(cx.state.phase, Phase::Exploring) && !cx.loaded.bank.is_empty() {
        aside = aside.child(intro::start(cx));
    }
    aside
}

pub(crate) fn way_off(cx: ViewContext<'_>, way: &Move) -> Element {
    aside(cx, cx.words.moves, &way.title).child(tag("p").text(&way.suits))
}

/// The frame of details: a heading, and a way to close them.
fn aside(cx: ViewContext<'_>, context: &str, title: &str) -> Element {
    let cross = tag("svg")
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(tag("path").attr("d", "M3 3l10 10M13 3L3 13"));
    element("div", "details")
        .key("details")
        .attr("id", "details")
        .attr("part", "details")
        .attr("role", "region")
        .attr("aria-labelledby", "details-title")
        .child(
            button(cx.send, Action::DetailsClosed)
                .attr("class", "close")
                .attr("aria-label", cx.words.close)
                .child(cross),
        )
        .child(element("p", "context").text(context))
        .child(tag("h3").attr("id", "details-title").attr("tabindex", "-1").text(title))
}

fn tabs(cx: ViewContext<'_>, sections: &[Section], shown: usize) -> Element {
    let turned = |steps: usize| Action::SectionChosen(sections[(shown + steps) % sections.len()]);
    let (after, before) = (turned(1), turned(sections.len() - 1));
    let tabs = sections.iter().enumerate().map(|(place, &section)| {
        button(cx.send, Action::SectionChosen(section))
            .attr("role", "tab")
            .attr("id", id("section", section as usize))
            .attr("aria-selected", yes_no(place == shown))
            .attr("tabindex", if place == shown { "0" } else { "-1" })
            .text(cx.words.section(section))
    });
    element("div", "tabs")
        .attr("role", "tablist")
        .attr("aria-labelledby", "details-title")
        .on_keys(cx.send, &[("ArrowRight", after), ("ArrowDown", after), ("ArrowLeft", before), ("ArrowUp", before)])
        .children(tabs)
}

pub(crate) fn list(items: &[String]) -> Element {
    tag("ul").children(items.iter().map(|item| tag("li").text(item)))
}

fn skill(list: Element, skill: &Skill) -> Element {
    links(list.child(tag("dt").text(&skill.name)).child(tag("dd").text(&skill.how)), "dd", &skill.links)
}

/// Adds links, each in an element of this name.
pub(crate) fn links(to: Element, each: &'static str, links: &[Link]) -> Element {
    to.children(
        links.iter().map(|link| {
            tag(each).child(tag("a").attr("href", link.url.clone()).attr("rel", "noopener").text(&link.title))
        }),
    )
}
