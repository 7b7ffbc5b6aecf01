//! What else there is to read, folded below the ladder.

use super::Scene;
use super::markup::{Tag, part, tag};

pub(super) fn view(scene: Scene<'_>) -> Option<Tag> {
    let (words, guide) = (scene.words, &scene.course.ladder.guide);
    let steps = guide.steps.iter().map(|step| (&*step.name, &*step.how));
    let mistakes = guide.mistakes.iter().map(|mistake| (&*mistake.name, &*mistake.why));
    let faq = guide.faq.iter().map(|faq| (&*faq.ask, &*faq.answer));
    let parts = [
        chapter(words.steps, "ol", steps.collect()),
        chapter(words.mistakes, "ul", mistakes.collect()),
        chapter(words.faq, "ul", faq.collect()),
    ];
    if parts.iter().all(Option::is_none) {
        return None;
    }
    let summary = tag("summary").say(words.guide);
    Some(part("details", "guide").key("guide").set("part", "guide").with(summary).all(parts.into_iter().flatten()))
}

/// A heading with what belongs to it, if anything does.
fn chapter(heading: &str, list: &'static str, items: Vec<(&str, &str)>) -> Option<Tag> {
    if items.is_empty() {
        return None;
    }
    let items = items.into_iter().map(|(name, text)| tag("li").with(tag("strong").say(name)).with(tag("p").say(text)));
    Some(tag("section").with(tag("h3").say(heading)).with(tag(list).all(items)))
}
