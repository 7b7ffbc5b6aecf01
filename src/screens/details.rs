//! What a rung asks, or whom a move suits. One section at a time, so that none is a wall of text.

use super::{Scene, id, intro, yes_no};
use crate::element::{Tag, button, part, tag};
use career_ladder_core::ladder::{Link, Move, RungId, Skill};
use career_ladder_core::state::{Action, Phase, Section};

pub(crate) fn rung(scene: Scene<'_>, rung_id: RungId) -> Tag {
    let (words, rung) = (scene.words, scene.course.ladder.rung(rung_id));
    let mut aside = aside(scene, &words.context(rung.level, scene.course.ladder.stage_of(rung_id)), &rung.title);
    if !rung.also.is_empty() {
        aside = aside.with(part("p", "secondary").say(words.also).say(" ").say(&rung.also.join(", ")));
    }
    if !rung.role.is_empty() {
        aside = aside.with(part("p", "lead").say(&rung.role).say("."));
    }
    let sections: Vec<Section> =
        Section::ALL.into_iter().filter(|&section| scene.course.has(rung_id, section)).collect();
    if let Some(place) = sections.iter().position(|&section| section == scene.state.section) {
        let shown = part("div", "section")
            .set("role", "tabpanel")
            .set("tabindex", "0")
            .set("aria-labelledby", id("section", sections[place] as usize));
        let shown = match sections[place] {
            Section::Changes => shown.with(list(&rung.changes)),
            Section::Responsibilities => shown.with(list(&rung.responsibilities)),
            Section::Success => shown.with(list(&rung.success)),
            Section::Skills => shown.with(rung.skills.iter().fold(tag("dl"), skill)),
        };
        aside = aside.with(tabs(scene, &sections, place)).with(shown);
    }
    if !rung.note.is_empty() {
        aside = aside.with(part("p", "secondary note").say(&rung.note));
    }
    if matches!(scene.state.phase, Phase::Exploring) && !scene.course.bank.is_empty() {
        aside = aside.with(intro::start(scene));
    }
    aside
}

pub(crate) fn way_off(scene: Scene<'_>, way: &Move) -> Tag {
    aside(scene, scene.words.moves, &way.title).with(tag("p").say(&way.suits))
}

/// The frame of details: a heading, and a way to close them.
fn aside(scene: Scene<'_>, context: &str, title: &str) -> Tag {
    let cross = tag("svg")
        .set("viewBox", "0 0 16 16")
        .set("aria-hidden", "true")
        .with(tag("path").set("d", "M3 3l10 10M13 3L3 13"));
    part("div", "details")
        .key("details")
        .set("id", "details")
        .set("part", "details")
        .set("role", "region")
        .set("aria-labelledby", "details-title")
        .with(
            button(scene.send, Action::DetailsClosed)
                .set("class", "close")
                .set("aria-label", scene.words.close)
                .with(cross),
        )
        .with(part("p", "context").say(context))
        .with(tag("h3").set("id", "details-title").set("tabindex", "-1").say(title))
}

fn tabs(scene: Scene<'_>, sections: &[Section], shown: usize) -> Tag {
    let turned = |steps: usize| Action::SectionChosen(sections[(shown + steps) % sections.len()]);
    let (after, before) = (turned(1), turned(sections.len() - 1));
    let tabs = sections.iter().enumerate().map(|(place, &section)| {
        button(scene.send, Action::SectionChosen(section))
            .set("role", "tab")
            .set("id", id("section", section as usize))
            .set("aria-selected", yes_no(place == shown))
            .set("tabindex", if place == shown { "0" } else { "-1" })
            .say(scene.words.section(section))
    });
    part("div", "tabs")
        .set("role", "tablist")
        .set("aria-labelledby", "details-title")
        .on_keys(scene.send, &[("ArrowRight", after), ("ArrowDown", after), ("ArrowLeft", before), ("ArrowUp", before)])
        .all(tabs)
}

pub(crate) fn list(items: &[String]) -> Tag {
    tag("ul").all(items.iter().map(|item| tag("li").say(item)))
}

fn skill(list: Tag, skill: &Skill) -> Tag {
    links(list.with(tag("dt").say(&skill.name)).with(tag("dd").say(&skill.how)), "dd", &skill.links)
}

/// Adds links, each in an element of this name.
pub(crate) fn links(to: Tag, each: &'static str, links: &[Link]) -> Tag {
    to.all(
        links
            .iter()
            .map(|link| tag(each).with(tag("a").set("href", link.url.clone()).set("rel", "noopener").say(&link.title))),
    )
}
