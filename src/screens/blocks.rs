//! Draws the small blocks that several screens use.

use crate::element::{Element, element, tag};
use career_ladder_core::ladder::Link;

/// A bulleted list of texts.
pub(super) fn list(items: &[String]) -> Element {
    tag("ul").children(items.iter().map(|item| tag("li").text(item)))
}

/// A paragraph, unless its text is empty.
pub(super) fn paragraph(class: &'static str, text: &str) -> Option<Element> {
    (!text.is_empty()).then(|| element("p", class).text(text))
}

/// An empty option of a list that opens on request.
pub(super) fn select_option(is_selected: bool) -> Element {
    let option = tag("option");
    if is_selected { option.attr("selected", "") } else { option }
}

/// An empty row for buttons.
#[inline(never)]
pub(super) fn button_row() -> Element {
    element("div", "actions")
}

/// Adds links to `parent`, each inside an element with the tag name `item`.
pub(super) fn add_links(parent: Element, item: &'static str, links: &[Link]) -> Element {
    parent.children(
        links.iter().map(|link| {
            tag(item).child(tag("a").attr("href", link.url.clone()).attr("rel", "noopener").text(&link.title))
        }),
    )
}
