//! Draws the guide: steps, mistakes and frequent questions, folded below the ladder; and the words about the ladder itself,
//! folded below the outcome.

use career_ladder_core::gather::Gather as _;
use super::ViewContext;
use super::blocks::paragraph;
use crate::catalog::Text;
use crate::element::{Element, element, tag};

/// The guide; `None` for a ladder without one.
pub(crate) fn view(cx: ViewContext<'_>) -> Option<Element> {
    let chapters = chapters(cx);
    let headings = chapters.iter().map(|chapter| chapter.heading.to_owned());
    let summary = headings.reduce(|before, heading| cx.catalog.join(&before, &heading))?;
    let guide = element("details", "guide")
        .key("guide")
        .attr("part", "guide")
        .child(cx.with_words(tag("summary"), &summary))
        .children(chapters.into_iter().map(|chapter| view_chapter(cx, chapter)));
    Some(guide)
}

/// A heading with a list below it.
struct Chapter<'a> {
    heading: &'static str,
    /// The tag name of the list: numbered or bulleted.
    list: &'static str,
    /// The name and the text of each item.
    items: Vec<(&'a str, &'a str)>,
}

/// The chapters that have items.
fn chapters<'a>(cx: ViewContext<'a>) -> Vec<Chapter<'a>> {
    let guide = &cx.ladder().guide;
    let steps = guide.steps.iter().map(|step| (&*step.name, &*step.how)).collect();
    let mistakes = guide.mistakes.iter().map(|mistake| (&*mistake.name, &*mistake.why)).collect();
    let faq = guide.faq.iter().map(|faq| (&*faq.ask, &*faq.answer)).collect();
    let chapters = [
        Chapter { heading: cx.text(Text::Steps), list: "ol", items: steps },
        Chapter { heading: cx.text(Text::Mistakes), list: "ul", items: mistakes },
        Chapter { heading: cx.text(Text::Faq), list: "ul", items: faq },
    ];
    chapters.into_iter().filter(|chapter| !chapter.items.is_empty()).gather()
}

/// The author's closing words and the sources of the ladder, folded; `None` for a ladder without either.
pub(crate) fn about(cx: ViewContext<'_>) -> Option<Element> {
    let (closing, sources) = (&cx.ladder().closing, &cx.ladder().sources);
    if closing.is_empty() && sources.is_empty() {
        return None;
    }
    let about = tag("details")
        .child(cx.with_text(tag("summary"), Text::AboutLadder))
        .child_opt(paragraph("secondary", closing));
    if sources.is_empty() {
        return Some(about);
    }
    let items = sources.iter().map(|source| view_item(&source.title, &source.note));
    Some(about.child(cx.heading(Text::Sources)).child(element("ul", "secondary").children(items)))
}

fn view_chapter(cx: ViewContext<'_>, Chapter { heading, list, items }: Chapter<'_>) -> Element {
    let items = items.into_iter().map(|(name, text)| view_item(name, text));
    tag("section").child(cx.with_words(tag("h3"), heading)).child(tag(list).children(items))
}

fn view_item(name: &str, text: &str) -> Element {
    tag("li").child(tag("strong").text(name)).child_opt((!text.is_empty()).then(|| tag("p").text(text)))
}
