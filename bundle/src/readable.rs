//! Writes a whole ladder as HTML to read without scripts: everything but the questions of the quiz.
//!
//! The result is a fragment with headings from `h2` down. It has no ids, no styles and one class, so that it can be inside
//! any page, a feed, or an article. `maud` escapes all texts.

use career_ladder::catalog::Catalog;
use career_ladder_core::ladder::{Dimension, Ladder, Link, Move, Okr, Rung, Skill, Source, Stage, StageId};
use career_ladder_core::state::Section;
use career_ladder_core::words::Text;
use maud::{Markup, html};

use crate::edition::Edition;

/// The whole ladder.
pub(super) fn readable(edition: &Edition<'_>) -> Markup {
    let Edition { ladder, language, .. } = edition;
    let writer = Writer { ladder, catalog: edition.catalog };
    html! {
        section class="career-ladder-text" lang=(ladder.lang) dir=(language.direction()) {
            h2 { (ladder.title) }
            (paragraph(&ladder.summary))
            (writer.ladder())
            (writer.adjacent_roles())
            (writer.dimensions())
            (writer.guide())
            (writer.about())
        }
    }
}

/// The parts of the fragment that need the ladder, or words beside it.
struct Writer<'a> {
    ladder: &'a Ladder,
    catalog: Catalog,
}

/// The ladder from its foot up.
impl Writer<'_> {
    /// The stages with their rungs, and the rungs without a stage.
    fn ladder(&self) -> Markup {
        let mut stages: Vec<Option<StageId>> =
            (0..self.ladder.stages.len()).map(|stage| Some(StageId::new(stage))).collect();
        stages.push(None);
        stages.sort_by_key(|&stage| self.rungs(stage).first().map_or(u16::MAX, |rung| rung.level));
        html! {
            @for stage in stages {
                @match stage {
                    Some(id) => (self.stage(&self.ladder.stages[id.index()], &self.rungs(stage))),
                    None => @for rung in self.rungs(None) { (self.rung(rung, HeadingLevel::Third)) },
                }
            }
        }
    }

    /// The rungs of a stage from the lowest up; those on the first track precede others of the same level.
    fn rungs(&self, stage: Option<StageId>) -> Vec<&Rung> {
        let mut rungs: Vec<&Rung> = self.ladder.rungs.iter().filter(|rung| rung.stage == stage).collect();
        rungs.sort_by_key(|rung| (rung.level, rung.track.index()));
        rungs
    }

    fn stage(&self, stage: &Stage, rungs: &[&Rung]) -> Markup {
        html! {
            section {
                header {
                    h3 { (stage.name) }
                    (paragraph(&stage.summary))
                    @if !stage.picture.is_empty() { p { em { (stage.picture) } } }
                }
                (chapter(HeadingLevel::Fourth, self.catalog.text(Text::Focus), &stage.focus))
                @if let Some(okr) = &stage.okr { (self.goals(okr)) }
                @for rung in rungs { (self.rung(rung, HeadingLevel::Fourth)) }
            }
        }
    }

    fn goals(&self, okr: &Okr) -> Markup {
        html! {
            section {
                h4 { (self.catalog.text(Text::Goals)) }
                p { strong { (okr.objective) } }
                @if !okr.key_results.is_empty() {
                    ul {
                        @for result in &okr.key_results { li { (result.say) (list(&result.initiatives)) } }
                    }
                }
            }
        }
    }

    fn rung(&self, rung: &Rung, level: HeadingLevel) -> Markup {
        let section = |section| self.catalog.section(section);
        html! {
            article {
                header {
                    (level.heading(&rung.title))
                    p { (self.context(rung)) }
                    @if !rung.also.is_empty() { p { (self.catalog.also(&rung.also)) } }
                    @if !rung.role.is_empty() { p { (self.catalog.role(&rung.role)) } }
                }
                div {
                    (chapter(level.below(), section(Section::Changes), &rung.changes))
                    (chapter(level.below(), section(Section::Responsibilities), &rung.responsibilities))
                    (chapter(level.below(), section(Section::Success), &rung.success))
                    (self.skills(level.below(), &rung.skills))
                    (paragraph(&rung.note))
                }
            }
        }
    }

    /// The level of a rung, with its track if there are several.
    fn context(&self, rung: &Rung) -> String {
        let level = self.catalog.rung_context(rung.level, None);
        match &self.ladder.tracks[..] {
            [_] => level,
            tracks => self.catalog.join(&level, &tracks[rung.track.index()].name),
        }
    }

    fn skills(&self, level: HeadingLevel, skills: &[Skill]) -> Markup {
        html! {
            @if !skills.is_empty() {
                section {
                    (level.heading(self.catalog.section(Section::Skills)))
                    ul { @for skill in skills { (self.skill(skill)) } }
                }
            }
        }
    }

    fn skill(&self, skill: &Skill) -> Markup {
        let dimension = skill.dimension.map(|dimension| &self.ladder.dimensions[dimension.index()]);
        html! {
            li {
                strong { (skill.name) }
                @if let Some(dimension) = dimension { " " small { (dimension.name) } }
                (paragraph(&skill.how))
                @for link in &skill.links { p { (anchor(link)) } }
            }
        }
    }
}

/// What surrounds the ladder.
impl Writer<'_> {
    fn adjacent_roles(&self) -> Markup {
        html! {
            @if !self.ladder.moves.is_empty() {
                section {
                    h3 { (self.catalog.text(Text::Moves)) }
                    @for adjacent_role in &self.ladder.moves { (self.adjacent_role(adjacent_role)) }
                }
            }
        }
    }

    fn adjacent_role(&self, adjacent_role: &Move) -> Markup {
        html! {
            article {
                header {
                    h4 { (adjacent_role.title) }
                    (paragraph(&adjacent_role.suits))
                }
                div { (self.skills(HeadingLevel::Fifth, &adjacent_role.skills)) }
            }
        }
    }

    fn dimensions(&self) -> Markup {
        let item = |dimension: &Dimension| item(&dimension.name, &dimension.summary);
        self.section(Text::Areas, &self.ladder.dimensions, |items| html! { ul { @for one in items { (item(one)) } } })
    }

    fn guide(&self) -> Markup {
        let guide = &self.ladder.guide;
        html! {
            (self.section(Text::Steps, &guide.steps, |steps| html! {
                ol { @for step in steps { (item(&step.name, &step.how)) } }
            }))
            (self.section(Text::Mistakes, &guide.mistakes, |mistakes| html! {
                ul { @for mistake in mistakes { (item(&mistake.name, &mistake.why)) } }
            }))
            (self.section(Text::Faq, &guide.faq, |questions| html! {
                ul { @for question in questions { (item(&question.ask, &question.answer)) } }
            }))
        }
    }

    /// The author's closing words, and the sources.
    fn about(&self) -> Markup {
        let source = |source: &Source| item(&source.title, &source.note);
        html! {
            @if !self.ladder.closing.is_empty() || !self.ladder.sources.is_empty() {
                section {
                    h3 { (self.catalog.text(Text::AboutLadder)) }
                    (paragraph(&self.ladder.closing))
                    @if !self.ladder.sources.is_empty() {
                        h4 { (self.catalog.text(Text::Sources)) }
                        ul { @for one in &self.ladder.sources { (source(one)) } }
                    }
                }
            }
        }
    }

    /// A section with a heading; nothing without items.
    fn section<T>(&self, heading: Text, items: &[T], list: impl Fn(&[T]) -> Markup) -> Markup {
        html! {
            @if !items.is_empty() {
                section {
                    h3 { (self.catalog.text(heading)) }
                    (list(items))
                }
            }
        }
    }
}

/// The level of a heading below the title of the ladder. Levels follow each other without a gap, also in a ladder without
/// stages.
#[derive(Clone, Copy)]
enum HeadingLevel {
    Third,
    Fourth,
    Fifth,
}

impl HeadingLevel {
    fn below(self) -> Self {
        match self {
            Self::Third => Self::Fourth,
            Self::Fourth | Self::Fifth => Self::Fifth,
        }
    }

    fn heading(self, text: &str) -> Markup {
        match self {
            Self::Third => html! { h3 { (text) } },
            Self::Fourth => html! { h4 { (text) } },
            Self::Fifth => html! { h5 { (text) } },
        }
    }
}

/// A heading above a list; nothing without items.
fn chapter(level: HeadingLevel, heading: &str, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            section {
                (level.heading(heading))
                (list(items))
            }
        }
    }
}

fn list(items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            ul { @for item in items { li { (item) } } }
        }
    }
}

/// An item with a name and a text about it, which may be empty.
fn item(name: &str, text: &str) -> Markup {
    html! {
        li {
            strong { (name) }
            (paragraph(text))
        }
    }
}

fn paragraph(text: &str) -> Markup {
    html! {
        @if !text.is_empty() { p { (text) } }
    }
}

/// A link; its title alone if the address could do anything but lead somewhere. Validation refuses such addresses too.
fn anchor(link: &Link) -> Markup {
    let is_harmless = ["https:", "http:", "mailto:"]
        .iter()
        .any(|scheme| link.url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    html! {
        @if is_harmless { a href=(link.url) { (link.title) } } @else { (link.title) }
    }
}

#[cfg(test)]
mod tests;
