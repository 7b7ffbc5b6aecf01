//! Draws the buttons that share the outcome and store the answers. If the browser refuses, the text can be copied by
//! hand.

use super::super::blocks::button_row;
use super::ViewContext;
use super::checklist::checklist;
use crate::catalog::Text;
use crate::element::{Element, Fragment, element, fragment, tag};
use career_ladder_core::state::{Action, EffectKind, ShareChannel};

/// The buttons with their results.
pub(super) fn view(cx: ViewContext<'_>) -> Fragment {
    let address = cx.state.share_status().map_or("", |status| &status.address);
    let is_remembered = cx.state.device.is_remembered == Some(true);
    let remembered = is_remembered.then(|| cx.with_text(element("p", "secondary"), Text::Remembered));
    fragment()
        .child(cx.heading(Text::Keep))
        .child(cx.with_text(element("p", "secondary"), Text::LinkContents))
        .child(send_actions(cx))
        .child(effect_result(cx, &[EffectKind::Copy, EffectKind::Share]))
        .child_opt((!address.is_empty()).then(|| link(cx, address)))
        .child(store_actions(cx))
        .child(effect_result(cx, &[EffectKind::Remember]))
        .child_opt(remembered)
}

/// The buttons that send the link.
fn send_actions(cx: ViewContext<'_>) -> Element {
    let copy = cx.button(Action::LinkPressed(ShareChannel::Copy), Text::CopyLink).attr("class", "main");
    let share = || cx.button(Action::LinkPressed(ShareChannel::Share), Text::ShareLink);
    button_row().child(copy).child_opt(cx.state.device.can_share.then(share))
}

/// The buttons that store the answers for longer, and delete them.
fn store_actions(cx: ViewContext<'_>) -> Element {
    let offers_remembering = cx.state.device.is_remembered == Some(false);
    let remember = || cx.button(Action::RememberPressed, Text::Remember);
    button_row().child_opt(offers_remembering.then(remember)).child(cx.button(Action::ForgetPressed, Text::Forget))
}

/// The button that copies the plan. If the browser refuses, the plan appears below as a text.
pub(super) fn copy_plan(cx: ViewContext<'_>) -> Element {
    let is_refused = last_effect(cx) == Some((EffectKind::Plan, false));
    let by_hand = is_refused.then(|| {
        let plan = checklist(cx.loaded, cx.state, cx.catalog);
        element("pre", "field").attr("tabindex", "0").attr("role", "region").attr("aria-labelledby", "plan").text(&plan)
    });
    tag("div")
        .child(button_row().child(cx.button(Action::PlanPressed, Text::CopyPlan)))
        .child(effect_result(cx, &[EffectKind::Plan]))
        .child_opt(by_hand)
}

/// A live region with the result of the last effect, if it was one of these kinds.
fn effect_result(cx: ViewContext<'_>, kinds: &[EffectKind]) -> Element {
    let last = last_effect(cx).filter(|(kind, _)| kinds.contains(kind));
    let result = last.map_or("", |(kind, is_done)| cx.catalog.effect_result(kind, is_done));
    cx.with_words(tag("p").attr("role", "status"), result)
}

/// The kind of the last effect, and whether the browser allowed it.
fn last_effect(cx: ViewContext<'_>) -> Option<(EffectKind, bool)> {
    cx.state.share_status().and_then(|status| status.last)
}

/// The link in a field, and a link that opens an e-mail with it.
fn link(cx: ViewContext<'_>, address: &str) -> Element {
    let input = tag("input").attr("type", "text").attr("readonly", "").attr("value", address.to_owned());
    let field = cx.with_text(element("label", "field"), Text::Link).child(input);
    let mail = cx
        .with_text(tag("a"), Text::MailLink)
        .attr("href", mail_to(&cx.ladder().title, address))
        .on_click(cx.send, Action::LinkPressed(ShareChannel::Mail));
    tag("div").child(field).child(tag("p").child(mail))
}

fn mail_to(subject: &str, body: &str) -> String {
    let encoded = |text: &str| String::from(js_sys::encode_uri_component(text));
    ["mailto:?subject=", &encoded(subject), "&body=", &encoded(body)].concat()
}
