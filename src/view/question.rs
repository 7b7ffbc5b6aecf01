//! One question at a time.

use super::markup::{Tag, button, part, radio, tag};
use super::{Scene, id, yes_no};
use crate::quiz::{MOST_ASKED, order};
use crate::state::{Action, Quizzing};

pub(super) fn view(scene: Scene<'_>, quizzing: &Quizzing) -> Tag {
    let (course, words) = (scene.course, scene.words);
    let shown = quizzing.shown();
    let question = course.ladder.question(shown.question);
    let most = MOST_ASKED.min(course.bank.len());
    let mut context = words.at_most_more(quizzing.at_most_more(&course.bank));
    if let Some(dimension) = course.ladder.dimensions.get(question.about.index()) {
        context = [&dimension.name, " · ", &context].concat();
    }
    let options = order(&course.seed, &question.id, question.answers.len()).into_iter().map(|place| {
        let marked = shown.marked == Some(place);
        let radio = radio(scene.send, Action::AnswerChosen(place)).set("name", question.id.clone()).checked(marked);
        part("label", "option").set("part", "option").with(radio).with(tag("span").say(&question.answers[place].say))
    });
    let options = part("div", "options")
        .set("role", "radiogroup")
        .set("aria-labelledby", "ask")
        .set("aria-describedby", "how")
        .on_keys(scene.send, &[("Enter", Action::NextPressed)])
        .all(options);
    let next = button(scene.send, Action::NextPressed)
        .set("class", "main")
        .set("aria-disabled", yes_no(shown.marked.is_none()))
        .say(if quizzing.is_last() { words.finish } else { words.next });
    let back = button(scene.send, Action::BackPressed).say(words.back);
    let done = if quizzing.is_last() { most } else { quizzing.index() };
    part("div", "question")
        .key(&id("question", quizzing.index()))
        .with(bar(done * 100 / most).set("class", "progress"))
        .with(part("p", "context").say(&context))
        .with(tag("h3").set("id", "ask").set("tabindex", "-1").say(&question.ask))
        .with(part("p", "quiet").set("id", "how").say(words.how_to_answer))
        .with(options)
        .with(part("div", "actions").with(next).with(back))
}

/// A bar that is full to so many per cent.
pub(super) fn bar(done: usize) -> Tag {
    let rect = |class, width: usize| tag("rect").set("class", class).set("width", width.to_string()).set("height", "1");
    tag("svg")
        .set("viewBox", "0 0 100 1")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .with(rect("track", 100))
        .with(rect("done", done))
}
