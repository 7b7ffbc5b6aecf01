//! One question at a time.

use yew::virtual_dom::AttrValue;

use super::{Scene, id, yes_no};
use crate::element::{Tag, button, part, radio, tag};
use career_ladder_core::decimal::decimal;
use career_ladder_core::ladder::MOST_ANSWERS;
use career_ladder_core::quiz::order;
use career_ladder_core::state::{Action, Asked, Quizzing, Step};

/// While focus is in their group, answers are chosen by these.
const DIGITS: [&str; MOST_ANSWERS] = ["1", "2", "3", "4", "5", "6", "7", "8"];

pub(crate) fn view(scene: Scene<'_>, quizzing: &Quizzing) -> Tag {
    let words = scene.words;
    let most = Quizzing::most(&scene.course.bank);
    let mut context = words.at_most_more(most - 1 - quizzing.index());
    let asking = match quizzing.shown() {
        Step::Title(marked) => title(scene, marked.map(career_ladder_core::ladder::RungId::index)),
        Step::Question(asked) => question(scene, asked),
    };
    if let Some(about) = asking.about {
        context = [about, " · ", &context].concat();
    }
    let mut keys = vec![("Enter", Action::NextPressed)];
    keys.extend(DIGITS.into_iter().zip(asking.options.iter().map(|option| option.action)));
    // Titles may be more than there are keys, and stand side by side.
    let is_numbered = asking.skip.is_none();
    let options = asking.options.into_iter().enumerate().map(|(place, option)| {
        let radio = radio(scene.send, option.action).set("name", asking.name.clone()).checked(option.marked);
        let digit = DIGITS.get(place).filter(|_| is_numbered);
        let digit = digit.map(|digit| part("span", "digit").set("aria-hidden", "true").say(digit));
        part("label", "option").set("part", "option").with(radio).with(option.say).maybe(digit)
    });
    let options = part("div", "options")
        .set("role", "radiogroup")
        .set("aria-labelledby", "ask")
        .set("aria-describedby", "how")
        .on_keys(scene.send, &keys)
        .all(options);
    let next = button(scene.send, Action::NextPressed)
        .set("class", "main")
        .set("aria-disabled", yes_no(!quizzing.is_marked()))
        .say(if quizzing.is_last() { words.finish } else { words.next });
    let back = button(scene.send, Action::BackPressed).say(words.back);
    // The buttons stay: a browser that loses the element with the focus lays the page out once more.
    let key = id("question", quizzing.index());
    part("div", "question")
        .set("data-step", asking.step)
        .with(
            bar(quizzing.index() * 100 / most, None)
                .set("class", "progress")
                .set("aria-hidden", "true")
                .key("progress"),
        )
        .with(
            part("div", "question-body")
                .key(&key)
                .with(part("p", "secondary").set("id", "context").say(&context))
                .with(
                    tag("h3").set("id", "ask").set("tabindex", "-1").set("aria-describedby", "context").say(asking.ask),
                )
                .with(part("p", "secondary").set("id", "how").say(asking.how))
                .with(part("div", "choice").with(options).maybe(asking.skip)),
        )
        .with(part("div", "actions").key("actions").with(next).with(back))
        .with(
            tag("details")
                .key("why")
                .with(tag("summary").say(words.why_ask))
                .with(part("p", "secondary").say(&asking.why)),
        )
}

/// A question as it is shown.
struct Asking<'a> {
    step: &'static str,
    about: Option<&'a str>,
    ask: &'a str,
    how: &'a str,
    why: String,
    name: AttrValue,
    options: Vec<Choice>,
    skip: Option<Tag>,
}

struct Choice {
    action: Action,
    marked: bool,
    say: Tag,
}

fn title<'a>(scene: Scene<'a>, marked: Option<usize>) -> Asking<'a> {
    let words = scene.words;
    let rungs = &scene.course.ladder.rungs;
    let options = scene.course.ladder.rung_ids().map(|rung| {
        let place = rung.index();
        let mut say = tag("span").say(&rungs[place].title);
        if !rungs[place].also.is_empty() {
            say = say
                .with(part("span", "secondary").say(&[" ", words.also, " ", &*rungs[place].also.join(", ")].concat()));
        }
        Choice { action: Action::TitleChosen(rung), marked: marked == Some(place), say }
    });
    Asking {
        step: "title",
        about: None,
        ask: words.title_ask,
        how: words.title_how,
        why: words.title_why.to_owned(),
        name: AttrValue::from("-title"),
        options: options.collect(),
        skip: Some(button(scene.send, Action::SkipPressed).set("class", "option").say(words.skip)),
    }
}

fn question<'a>(scene: Scene<'a>, asked: Asked) -> Asking<'a> {
    let course = scene.course;
    let question = course.ladder.question(asked.question);
    let dimension = course.ladder.dimensions.get(question.about.index());
    let options = order(&course.seed, &question.id, question.answers.len()).into_iter().map(|place| Choice {
        action: Action::AnswerChosen(place),
        marked: asked.marked == Some(place),
        say: tag("span").say(&question.answers[place].say),
    });
    Asking {
        step: "question",
        about: dimension.map(|dimension| &*dimension.name),
        ask: &question.ask,
        how: scene.words.how_to_answer,
        why: scene.words.why(dimension),
        name: AttrValue::from(question.id.clone()),
        options: options.collect(),
        skip: None,
    }
}

/// A bar that is full to so many per cent, with a mark where there is one.
pub(crate) fn bar(done: usize, mark: Option<usize>) -> Tag {
    let rect = |class, at: usize, width: usize| {
        tag("rect").set("class", class).set("x", decimal(at)).set("width", decimal(width)).set("height", "1")
    };
    tag("svg")
        .set("viewBox", "0 0 100 1")
        .set("preserveAspectRatio", "none")
        .with(rect("track", 0, 100))
        .with(rect("done", 0, done))
        .maybe(mark.map(|mark| rect("mark", mark.min(99), 1)))
}
