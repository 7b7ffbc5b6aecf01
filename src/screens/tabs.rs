//! Draws tabs, for the details of a rung and for the outcome.

use super::{ViewContext, yes_no};
use crate::element::{Element, button, element};
use career_ladder_core::state::Action;

/// A tab of a list.
pub(super) struct Tab {
    /// The id of the tab, by which its panel is named.
    pub(super) id: String,
    /// The word on the tab.
    pub(super) label: &'static str,
    /// The action that selects the tab.
    pub(super) action: Action,
}

/// The list of tabs; the caller names it. The arrow keys run in a circle, Home and End lead to the first and the last tab.
pub(super) fn view(cx: ViewContext<'_>, tabs: Vec<Tab>, selected: usize) -> Element {
    let turned = |steps: usize| tabs[(selected + steps) % tabs.len()].action;
    let last = tabs.len() - 1;
    let (next, previous) = (turned(1), turned(last));
    let keys = [
        ("ArrowRight", next),
        ("ArrowDown", next),
        ("ArrowLeft", previous),
        ("ArrowUp", previous),
        ("Home", tabs[0].action),
        ("End", tabs[last].action),
    ];
    let list = element("div", "tabs").key("tabs").attr("role", "tablist").on_keys(cx.send, &keys);
    list.children(tabs.into_iter().enumerate().map(|(index, tab)| {
        let button = button(cx.send, tab.action)
            .attr("role", "tab")
            .attr("id", tab.id)
            .attr("aria-selected", yes_no(index == selected))
            .attr("tabindex", if index == selected { "0" } else { "-1" });
        cx.with_words(button, tab.label)
    }))
}

/// The empty panel of the tab with this id.
pub(super) fn panel(id: String) -> Element {
    element("div", "section").attr("role", "tabpanel").attr("tabindex", "0").attr("aria-labelledby", id)
}
