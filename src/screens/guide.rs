//! What else there is to read, folded below the ladder.

use super::Scene;
use crate::element::{Tag, part, tag};

pub(crate) fn view(scene: Scene<'_>) -> Option<Tag> {
    let (words, guide) = (scene.words, &scene.course.ladder.guide);
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
    let summary = tag("summary").say(&names.join(" · "));
    (!names.is_empty()).then(|| {
        part("details", "guide").key("guide").set("part", "guide").with(summary).all(chapters.into_iter().map(chapter))
    })
}

/// A heading, the kind of list below it, and its items with their texts.
type Chapter<'a> = (&'static str, &'static str, Vec<(&'a str, &'a str)>);

fn chapter((heading, list, items): Chapter<'_>) -> Tag {
    let items = items.into_iter().map(|(name, text)| tag("li").with(tag("strong").say(name)).with(tag("p").say(text)));
    tag("section").with(tag("h3").say(heading)).with(tag(list).all(items))
}
