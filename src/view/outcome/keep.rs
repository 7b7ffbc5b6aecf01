//! Ways to keep the result and to send it. What the browser refuses can still be done by hand.

use super::super::markup::{Tag, button, part, tag};
use super::{Scene, checklist};
use crate::state::{Action, Deed, Way};

pub(super) fn view(scene: Scene<'_>, panel: Tag) -> Tag {
    let (words, keeping) = (scene.words, &scene.state.keeping);
    let act = |action, say| button(scene.send, action).say(say);
    let plan = checklist(scene.course, scene.state, words);
    let send = part("div", "actions")
        .with(act(Action::LinkPressed(Way::Copy), words.copy))
        .maybe(keeping.shares.then(|| act(Action::LinkPressed(Way::Share), words.share)))
        .maybe((!plan.is_empty()).then(|| act(Action::PlanPressed, words.copy_plan)));
    let said = keeping.last.map_or("", |(deed, done)| words.told(deed, done));
    let by_hand = (keeping.last == Some((Deed::Plan, false))).then(|| {
        part("pre", "field").set("tabindex", "0").set("role", "region").set("aria-labelledby", "plan").say(&plan)
    });
    let keep = part("div", "actions")
        .maybe((keeping.remembered == Some(false)).then(|| act(Action::RememberPressed, words.remember)))
        .with(act(Action::ForgetPressed, words.forget));
    panel
        .with(tag("h4").say(words.keep))
        .with(part("p", "quiet").say(words.link_holds))
        .with(send)
        .with(tag("p").set("role", "status").say(said))
        .maybe((!keeping.address.is_empty()).then(|| address(scene)))
        .maybe(by_hand)
        .with(keep)
        .maybe((keeping.remembered == Some(true)).then(|| part("p", "quiet").say(words.remembered)))
}

/// The link to read, and to send by e-mail.
fn address(scene: Scene<'_>) -> Tag {
    let (words, address) = (scene.words, &scene.state.keeping.address);
    let field = part("label", "field").say(words.link).with(
        tag("input").set("type", "text").set("readonly", "").set("value", address.clone()),
    );
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
