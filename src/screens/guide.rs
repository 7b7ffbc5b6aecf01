//! Draws the guide: steps, mistakes and frequent questions, folded below the ladder; and the words about the ladder itself,
//! folded below the outcome.

use std::mem;

use super::ViewContext;
use super::blocks::paragraph;
use crate::catalog::Text;
use crate::element::{Element, Fragment, element, fragment, tag};

/// The guide; `None` for a ladder without one.
pub(crate) fn view(cx: ViewContext<'_>) -> Option<Element> {
    let guide = &cx.ladder().guide;
    let mut chapters = Chapters { summary: String::new(), all: fragment() };
    chapters.add(cx, Text::Steps, "ol", &guide.steps, |step| view_item(&step.name, &step.how));
    chapters.add(cx, Text::Mistakes, "ul", &guide.mistakes, |mistake| view_item(&mistake.name, &mistake.why));
    chapters.add(cx, Text::Faq, "ul", &guide.faq, |faq| view_item(&faq.ask, &faq.answer));
    let Chapters { summary, all } = chapters;
    if summary.is_empty() {
        return None;
    }
    let guide = element("details", "guide").key("guide").attr("part", "guide");
    Some(guide.child(cx.with_words(tag("summary"), &summary)).append(all))
}

/// The chapters that have items.
struct Chapters {
    /// Their headings in one line.
    summary: String,
    all: Fragment,
}

impl Chapters {
    /// Adds a chapter with a list: numbered or bulleted, as its tag name says. All kinds of items have the same two texts,
    /// so wasm-opt finds the three functions equal and keeps one.
    #[inline(never)]
    fn add<T>(
        &mut self,
        cx: ViewContext<'_>,
        heading: Text,
        list: &'static str,
        items: &[T],
        view: impl Fn(&T) -> Element,
    ) {
        if !items.is_empty() {
            self.add_list(cx, cx.text(heading), tag(list).children(items.iter().map(view)));
        }
    }

    fn add_list(&mut self, cx: ViewContext<'_>, heading: &str, list: Element) {
        let is_first = self.summary.is_empty();
        self.summary = if is_first { heading.to_owned() } else { cx.catalog.join(&self.summary, heading) };
        let chapter = tag("section").child(cx.with_words(tag("h3"), heading)).child(list);
        self.all = mem::replace(&mut self.all, fragment()).child(chapter);
    }
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

fn view_item(name: &str, text: &str) -> Element {
    tag("li").child(tag("strong").text(name)).child_opt((!text.is_empty()).then(|| tag("p").text(text)))
}
