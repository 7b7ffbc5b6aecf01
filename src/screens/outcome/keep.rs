//! Ways to keep the result and to send it. What the browser refuses can still be done by hand.

use super::{ViewContext, checklist};
use crate::element::{Element, button, element, tag};
use career_ladder_core::state::{Action, EffectKind, ShareChannel};

pub(super) fn view(cx: ViewContext<'_>, panel: Element) -> Element {
    let (words, share_status) = (cx.words, &cx.state.share_status);
    let act = |action, say| button(cx.send, action).text(say);
    let send = element("div", "actions")
        .child(act(Action::LinkPressed(ShareChannel::Copy), words.copy).attr("class", "main"))
        .child_opt(share_status.shares.then(|| act(Action::LinkPressed(ShareChannel::Share), words.share)));
    let keep = element("div", "actions")
        .child_opt((share_status.remembered == Some(false)).then(|| act(Action::RememberPressed, words.remember)))
        .child(act(Action::ForgetPressed, words.forget));
    panel
        .child(tag("h4").text(words.keep))
        .child(element("p", "secondary").text(words.link_holds))
        .child(send)
        .child(told(cx, &[EffectKind::Copy, EffectKind::Share]))
        .child_opt((!share_status.address.is_empty()).then(|| address(cx)))
        .child(keep)
        .child(told(cx, &[EffectKind::Remember]))
        .child_opt((share_status.remembered == Some(true)).then(|| element("p", "secondary").text(words.remembered)))
}

/// The plan for the reader's own list of things to do.
pub(super) fn plan(cx: ViewContext<'_>) -> Element {
    let refused = cx.state.share_status.last == Some((EffectKind::Plan, false));
    let by_hand = refused.then(|| {
        let plan = checklist(cx.loaded, cx.state, cx.words);
        element("pre", "field").attr("tabindex", "0").attr("role", "region").attr("aria-labelledby", "plan").text(&plan)
    });
    tag("div")
        .child(element("div", "actions").child(button(cx.send, Action::PlanPressed).text(cx.words.copy_plan)))
        .child(told(cx, &[EffectKind::Plan]))
        .child_opt(by_hand)
}

/// What came of what was asked for last, if it was one of these.
fn told(cx: ViewContext<'_>, kinds: &[EffectKind]) -> Element {
    let last = cx.state.share_status.last.filter(|(kind, _)| kinds.contains(kind));
    tag("p").attr("role", "status").text(last.map_or("", |(kind, done)| cx.words.told(kind, done)))
}

/// The link to read, and to send by e-mail.
fn address(cx: ViewContext<'_>) -> Element {
    let (words, address) = (cx.words, &cx.state.share_status.address);
    let field = element("label", "field")
        .text(words.link)
        .child(tag("input").attr("type", "text").attr("readonly", "").attr("value", address.clone()));
    let mail = tag("a")
        .attr("href", mail_to(&cx.loaded.ladder.title, address))
        .on_click(cx.send, Action::LinkPressed(ShareChannel::Mail))
        .text(words.mail);
    tag("div").child(field).child(tag("p").child(mail))
}

fn mail_to(subject: &str, body: &str) -> String {
    let safe = |text: &str| String::from(js_sys::encode_uri_component(text));
    ["mailto:?subject=", &safe(subject), "&body=", &safe(body)].concat()
}
