//! Draws the ways to keep an outcome and to pass it on.

use super::super::blocks::button_row;
use super::ViewContext;
use crate::catalog::Text;
use crate::element::{Element, Fragment, element, fragment, tag};
use career_ladder_core::state::{Action, EffectKind, Extra, ShareChannel};

/// The buttons with their results. An outcome from a link, which is not `is_own`, can be neither stored nor deleted; only one
/// that `names_rung` has a picture.
pub(super) fn view(cx: ViewContext<'_>, is_own: bool, names_rung: bool) -> Fragment {
    let channel = |channel, key| cx.button(Action::LinkPressed(channel), key);
    let extra = |extra, key| cx.button(Action::ExtraPressed(extra), key);
    let share = (is_own && cx.state.device.can_share).then(|| channel(ShareChannel::Share, Text::ShareLink));
    let buttons = button_row()
        .key("send")
        .child_opt(share)
        .child_opt(is_own.then(|| channel(ShareChannel::Mail, Text::MailLink)))
        .child_opt(names_rung.then(|| extra(Extra::Picture, Text::Picture)))
        .child(extra(Extra::Print, Text::Print))
        .child(extra(Extra::Compare, Text::Compare));
    let view = fragment().child(buttons);
    let view = if is_own { view.child(store_actions(cx)) } else { view };
    let result = if is_forgetting(cx) {
        cx.text(Text::ForgetWarning)
    } else {
        result(cx, &[EffectKind::Remember, EffectKind::Extra])
    };
    view.child(status(cx, result))
        // The page fills it with the part that the reader has opened.
        .child(element("div", "extra").key("extra"))
        .child_opt(is_own.then(|| cx.with_text(element("p", "secondary"), Text::LinkContents)))
}

/// The buttons that store the answers for longer, and delete them.
fn store_actions(cx: ViewContext<'_>) -> Element {
    let offers_remembering = cx.state.device.is_remembered.is_some();
    let forget = if is_forgetting(cx) { Text::ForgetConfirm } else { Text::Forget };
    let remember = || cx.button(Action::RememberPressed, Text::Remember).key("remember");
    button_row()
        .key("store")
        .child_opt(offers_remembering.then(remember))
        .child(cx.button(Action::ForgetPressed, forget).key("forget"))
}

/// The result of the last request for the link, with the link in a field once there is one.
pub(super) fn link_result(cx: ViewContext<'_>) -> Element {
    let address = cx.state.share_status().map_or("", |status| &status.address);
    let field = || {
        let input = tag("input").attr("type", "text").attr("readonly", "").attr("value", address.to_owned());
        cx.with_text(element("label", "field").key("field"), Text::Link).child(input)
    };
    element("div", "link")
        .key("link")
        .child(status(cx, result(cx, &[EffectKind::Copy, EffectKind::Share])))
        .child_opt((!address.is_empty()).then(field))
}

/// A live region.
pub(super) fn status(cx: ViewContext<'_>, words: &str) -> Element {
    cx.with_words(element("p", "secondary").key("effect").attr("role", "status"), words)
}

/// The result of the last effect in words; empty if it was of another kind.
pub(super) fn result(cx: ViewContext<'_>, kinds: &[EffectKind]) -> &'static str {
    let last = last_effect(cx).filter(|(kind, _)| kinds.contains(kind));
    last.map_or("", |(kind, is_done)| cx.catalog.effect_result(kind, is_done))
}

/// Whether the reader has to confirm that their answers are deleted.
fn is_forgetting(cx: ViewContext<'_>) -> bool {
    cx.state.share_status().is_some_and(|status| status.confirms_forgetting)
}

/// The kind of the last effect, and whether the browser allowed it.
pub(super) fn last_effect(cx: ViewContext<'_>) -> Option<(EffectKind, bool)> {
    cx.state.share_status().and_then(|status| status.last)
}
