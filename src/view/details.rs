//! What a rung asks: one section at a time, so that none is a wall of text.

use yew::prelude::*;

use super::{Scene, app};
use crate::ladder::{Rung, RungId, Skill};
use crate::state::{Action, Section};

pub(super) fn rung(scene: Scene<'_>, id: RungId) -> Html {
    let rung = scene.course.ladder.rung(id);
    let context = scene.words.context(rung.level, scene.course.ladder.stage_of(id));
    let also = (!rung.also.is_empty()).then(|| {
        html! { <p class="quiet">{ scene.words.also }{ " " }{ rung.also.join(", ") }</p> }
    });
    let sections: Vec<Section> = Section::ALL.into_iter().filter(|&section| scene.course.has(id, section)).collect();
    let shown = sections.contains(&scene.state.section).then_some(scene.state.section);
    let body = html! {
        <>
            { also }
            { (!rung.role.is_empty()).then(|| html! { <p class="lead">{ &*rung.role }{ "." }</p> }) }
            { shown.map(|shown| html! {
                <>
                    { tabs(scene, &sections, shown) }
                    <div role="tabpanel" tabindex="0" class="section" aria-labelledby={tab_id(shown)}>{ section(rung, shown) }</div>
                </>
            }) }
            { (!rung.note.is_empty()).then(|| html! { <p class="quiet note">{ &*rung.note }</p> }) }
        </>
    };
    app::aside(scene, context, &rung.title, body)
}

fn tab_id(section: Section) -> String {
    format!("section-{}", section as usize)
}

fn tabs(scene: Scene<'_>, sections: &[Section], shown: Section) -> Html {
    let place = sections.iter().position(|&section| section == shown).unwrap_or(0);
    let turned = |steps: usize| sections[(place + steps) % sections.len()];
    let (after, before) = (turned(1), turned(sections.len() - 1));
    let send = scene.send.clone();
    let onkeydown = move |event: KeyboardEvent| {
        let section = match &*event.key() {
            "ArrowRight" | "ArrowDown" => after,
            "ArrowLeft" | "ArrowUp" => before,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        send.emit(Action::SectionChosen(section));
    };
    let tabs = sections.iter().map(|&section| {
        let selected = section == shown;
        html! {
            <button
                type="button"
                role="tab"
                id={tab_id(section)}
                aria-selected={if selected { "true" } else { "false" }}
                tabindex={if selected { "0" } else { "-1" }}
                onclick={scene.on(Action::SectionChosen(section))}
            >{ scene.words.section(section) }</button>
        }
    });
    html! { <div class="tabs" role="tablist" aria-labelledby="details-title" {onkeydown}>{ for tabs }</div> }
}

fn section(rung: &Rung, section: Section) -> Html {
    match section {
        Section::Changes => list(&rung.changes),
        Section::Responsibilities => list(&rung.responsibilities),
        Section::Success => list(&rung.success),
        Section::Skills => html! { <dl>{ for rung.skills.iter().map(skill) }</dl> },
    }
}

pub(super) fn list(items: &[String]) -> Html {
    html! { <ul>{ for items.iter().map(|item| html! { <li>{ &**item }</li> }) }</ul> }
}

fn skill(skill: &Skill) -> Html {
    let links = skill.links.iter().map(|link| {
        html! { <dd><a href={link.url.clone()} rel="noopener">{ &*link.title }</a></dd> }
    });
    html! {
        <>
            <dt>{ &*skill.name }</dt>
            <dd>{ &*skill.how }</dd>
            { for links }
        </>
    }
}
