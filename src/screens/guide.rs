//! What else there is to read, folded below the ladder.

use super::ViewContext;
use crate::element::{Element, element, tag};

pub(crate) fn view(cx: ViewContext<'_>) -> Option<Element> {
    let (words, guide) = (cx.words, &cx.loaded.ladder.guide);
    let steps = guide.steps.iter().map(|step| (&*step.name, &*step.how));
    let mistakes = guide.mistakes.iter().map(|mistake| (&*mistake.name, &*mistake.why));
    let faq = guide.faq.iter().map(|faq| (&*faq.ask, &*faq.answer));
    let chapters: [Chapter<'_>; 3] = [
        (words.steps, "ol", steps.collect()),
        (words.mistakes, "ul", mistakes.collect()),
        (words.faq, "ul", faq.collect()),
    ];
    let chapters: Vec<Chapter<'_>> = chapters.into_iter().filter(|(_, _, items)| !items.is_empty()).collect();
    let names: Vec<&str> = chapters.iter().map(|&(heading, ..)| heading).collect();
    let summary = tag("summary").text(&names.join(" · "));
    (!names.is_empty()).then(|| {
        element("details", "guide")
            .key("guide")
            .attr("part", "guide")
            .child(summary)
            .children(chapters.into_iter().map(chapter))
    })
}

/// A heading, the kind of list below it, and its items with their texts.
type Chapter<'a> = (&'static str, &'static str, Vec<(&'a str, &'a str)>);

fn chapter((heading, list, items): Chapter<'_>) -> Element {
    let items =
        items.into_iter().map(|(name, text)| tag("li").child(tag("strong").text(name)).child(tag("p").text(text)));
    tag("section").child(tag("h3").text(heading)).child(tag(list).children(items))
}
