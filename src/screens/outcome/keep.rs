//! Ways to keep the result and to send it. What the browser refuses can still be done by hand.

use super::{Scene, checklist};
use crate::element::{Tag, button, part, tag};
use career_ladder_core::state::{Action, Deed, Way};

pub(super) fn view(scene: Scene<'_>, panel: Tag) -> Tag {
    let (words, keeping) = (scene.words, &scene.state.keeping);
    let act = |action, say| button(scene.send, action).say(say);
    let send = part("div", "actions")
        .with(act(Action::LinkPressed(Way::Copy), words.copy).set("class", "main"))
        .maybe(keeping.shares.then(|| act(Action::LinkPressed(Way::Share), words.share)));
    let keep = part("div", "actions")
        .maybe((keeping.remembered == Some(false)).then(|| act(Action::RememberPressed, words.remember)))
        .with(act(Action::ForgetPressed, words.forget));
    panel
        .with(tag("h4").say(words.keep))
        .with(part("p", "secondary").say(words.link_holds))
        .with(send)
        .with(told(scene, &[Deed::Copy, Deed::Share]))
        .maybe((!keeping.address.is_empty()).then(|| address(scene)))
        .with(keep)
        .with(told(scene, &[Deed::Remember]))
        .maybe((keeping.remembered == Some(true)).then(|| part("p", "secondary").say(words.remembered)))
}

/// The plan for the reader's own list of things to do.
pub(super) fn plan(scene: Scene<'_>) -> Tag {
    let refused = scene.state.keeping.last == Some((Deed::Plan, false));
    let by_hand = refused.then(|| {
        let plan = checklist(scene.course, scene.state, scene.words);
        part("pre", "field").set("tabindex", "0").set("role", "region").set("aria-labelledby", "plan").say(&plan)
    });
    tag("div")
        .with(part("div", "actions").with(button(scene.send, Action::PlanPressed).say(scene.words.copy_plan)))
        .with(told(scene, &[Deed::Plan]))
        .maybe(by_hand)
}

/// What came of what was asked for last, if it was one of these.
fn told(scene: Scene<'_>, deeds: &[Deed]) -> Tag {
    let last = scene.state.keeping.last.filter(|(deed, _)| deeds.contains(deed));
    tag("p").set("role", "status").say(last.map_or("", |(deed, done)| scene.words.told(deed, done)))
}

/// The link to read, and to send by e-mail.
fn address(scene: Scene<'_>) -> Tag {
    let (words, address) = (scene.words, &scene.state.keeping.address);
    let field = part("label", "field")
        .say(words.link)
        .with(tag("input").set("type", "text").set("readonly", "").set("value", address.clone()));
    let mail = tag("a")
        .set("href", mail_to(&scene.course.ladder.title, address))
        .on_click(scene.send, Action::LinkPressed(Way::Mail))
        .say(words.mail);
    tag("div").with(field).with(tag("p").with(mail))
}

fn mail_to(subject: &str, body: &str) -> String {
    let safe = |text: &str| String::from(js_sys::encode_uri_component(text));
    ["mailto:?subject=", &safe(subject), "&body=", &safe(body)].concat()
}
