//! One question at a time.

use yew::virtual_dom::AttrValue;

use super::{ViewContext, id, yes_no};
use crate::element::{Element, button, element, radio, tag};
use career_ladder_core::decimal::decimal;
use career_ladder_core::ladder::MAX_ANSWERS;
use career_ladder_core::quiz::option_order;
use career_ladder_core::state::{Action, AskedQuestion, QuizProgress, QuizStep};

/// While focus is in their group, answers are chosen by these.
const DIGITS: [&str; MAX_ANSWERS] = ["1", "2", "3", "4", "5", "6", "7", "8"];

pub(crate) fn view(cx: ViewContext<'_>, progress: &QuizProgress) -> Element {
    let words = cx.words;
    let most = QuizProgress::most(&cx.loaded.bank);
    let mut context = words.at_most_more(most - 1 - progress.index());
    let asking = match progress.current_step() {
        QuizStep::Title(selected) => title(cx, selected.map(career_ladder_core::ladder::RungId::index)),
        QuizStep::Question(asked) => question(cx, asked),
    };
    if let Some(about) = asking.about {
        context = [about, " · ", &context].concat();
    }
    let mut keys = vec![("Enter", Action::NextPressed)];
    keys.extend(DIGITS.into_iter().zip(asking.options.iter().map(|option| option.action)));
    // Titles may be more than there are keys, and stand side by side.
    let is_numbered = asking.skip.is_none();
    let options = asking.options.into_iter().enumerate().map(|(place, option)| {
        let radio = radio(cx.send, option.action).attr("name", asking.name.clone()).checked(option.selected);
        let digit = DIGITS.get(place).filter(|_| is_numbered);
        let digit = digit.map(|digit| element("span", "digit").attr("aria-hidden", "true").text(digit));
        element("label", "option").attr("part", "option").child(radio).child(option.say).child_opt(digit)
    });
    let options = element("div", "options")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", "ask")
        .attr("aria-describedby", "how")
        .on_keys(cx.send, &keys)
        .children(options);
    let next = button(cx.send, Action::NextPressed)
        .attr("class", "main")
        .attr("aria-disabled", yes_no(!progress.has_selection()))
        .text(if progress.is_last() { words.finish } else { words.next });
    let back = button(cx.send, Action::BackPressed).text(words.back);
    // The buttons stay: a browser that loses the element with the focus lays the page out once more.
    let key = id("question", progress.index());
    element("div", "question")
        .attr("data-step", asking.step)
        .child(
            bar(progress.index() * 100 / most, None)
                .attr("class", "progress")
                .attr("aria-hidden", "true")
                .key("progress"),
        )
        .child(
            element("div", "question-body")
                .key(&key)
                .child(element("p", "secondary").attr("id", "context").text(&context))
                .child(
                    tag("h3")
                        .attr("id", "ask")
                        .attr("tabindex", "-1")
                        .attr("aria-describedby", "context")
                        .text(asking.ask),
                )
                .child(element("p", "secondary").attr("id", "how").text(asking.how))
                .child(element("div", "choice").child(options).child_opt(asking.skip)),
        )
        .child(element("div", "actions").key("actions").child(next).child(back))
        .child(
            tag("details")
                .key("why")
                .child(tag("summary").text(words.why_ask))
                .child(element("p", "secondary").text(&asking.why)),
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
    skip: Option<Element>,
}

struct Choice {
    action: Action,
    selected: bool,
    say: Element,
}

fn title<'a>(cx: ViewContext<'a>, selected: Option<usize>) -> Asking<'a> {
    let words = cx.words;
    let rungs = &cx.loaded.ladder.rungs;
    let options = cx.loaded.ladder.rung_ids().map(|rung| {
        let place = rung.index();
        let mut say = tag("span").text(&rungs[place].title);
        if !rungs[place].also.is_empty() {
            say = say.child(
                element("span", "secondary").text(&[" ", words.also, " ", &*rungs[place].also.join(", ")].concat()),
            );
        }
        Choice { action: Action::TitleChosen(rung), selected: selected == Some(place), say }
    });
    Asking {
        step: "title",
        about: None,
        ask: words.title_ask,
        how: words.title_how,
        why: words.title_why.to_owned(),
        name: AttrValue::from("-title"),
        options: options.collect(),
        skip: Some(button(cx.send, Action::SkipPressed).attr("class", "option").text(words.skip)),
    }
}

fn question<'a>(cx: ViewContext<'a>, asked: AskedQuestion) -> Asking<'a> {
    let loaded = cx.loaded;
    let question = loaded.ladder.question(asked.question);
    let dimension = loaded.ladder.dimensions.get(question.about.index());
    let options = option_order(&loaded.seed, &question.id, question.answers.len()).into_iter().map(|place| Choice {
        action: Action::AnswerChosen(place),
        selected: asked.selected == Some(place),
        say: tag("span").text(&question.answers[place].say),
    });
    Asking {
        step: "question",
        about: dimension.map(|dimension| &*dimension.name),
        ask: &question.ask,
        how: cx.words.how_to_answer,
        why: cx.words.why(dimension),
        name: AttrValue::from(question.id.clone()),
        options: options.collect(),
        skip: None,
    }
}

/// A bar that is full to so many per cent, with a mark where there is one.
pub(crate) fn bar(done: usize, mark: Option<usize>) -> Element {
    let rect = |class, at: usize, width: usize| {
        tag("rect").attr("class", class).attr("x", decimal(at)).attr("width", decimal(width)).attr("height", "1")
    };
    tag("svg")
        .attr("viewBox", "0 0 100 1")
        .attr("preserveAspectRatio", "none")
        .child(rect("track", 0, 100))
        .child(rect("done", 0, done))
        .child_opt(mark.map(|mark| rect("mark", mark.min(99), 1)))
}
