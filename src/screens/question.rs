//! Draws one question of the quiz, or the one for the reader's title.

use career_ladder_core::gather::Gather as _;
use yew::virtual_dom::AttrValue;

use super::bar::bar;
use super::blocks::{button_row, select_option};
use super::{ViewContext, id, yes_no};
use crate::catalog::Text;
use crate::element::{Element, element, radio, select, tag};
use career_ladder_core::ladder::{MAX_ANSWERS, RungId};
use career_ladder_core::quiz::options;
use career_ladder_core::state::{Action, AskedQuestion, Notice, QuizProgress, QuizStep};

/// The keys that select an option while the focus is among the options.
const DIGITS: [&str; MAX_ANSWERS + 1] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// With more titles than this, the reader chooses from a list that opens on request.
const MAX_TITLE_OPTIONS: usize = 12;

/// The shown step of the quiz.
pub(crate) fn view(cx: ViewContext<'_>, progress: &QuizProgress) -> Element {
    let (index, most) = (progress.index(), QuizProgress::max_steps(&cx.loaded.quiz));
    let prompt = match progress.current_step() {
        QuizStep::Title(selected) => title_prompt(cx, selected),
        QuizStep::Question(asked) => question_prompt(cx, asked),
    };
    let number = cx.catalog.question_number(index + 1, most);
    let context = match prompt.about {
        Some(about) => cx.catalog.join(about, &number),
        None => number,
    };
    let bar = bar(index * 100 / most).attr("class", "progress").attr("aria-hidden", "true").key("progress");
    let reason = reason(cx, &prompt.reason);
    element("div", "question")
        .attr("data-step", prompt.step)
        .child(bar)
        .child(body(cx, &context, prompt).key(&id("question", index)))
        .child(actions(cx, progress))
        .child(reason)
}

/// A question in the form in which the reader sees it.
struct Prompt<'a> {
    /// The kind of step, for styles.
    step: &'static str,
    /// The name of the dimension; `None` for the title.
    about: Option<&'a str>,
    question: &'a str,
    /// A hint below the question.
    hint: Text,
    /// The reason for the question, shown on request.
    reason: String,
    /// The name of the group of radio buttons.
    group: AttrValue,
    options: Vec<PromptOption>,
    /// The button that skips the question, if it may be skipped.
    skip: Option<Element>,
}

struct PromptOption {
    action: Action,
    is_selected: bool,
    label: Element,
}

fn title_prompt<'a>(cx: ViewContext<'a>, selected: Option<RungId>) -> Prompt<'a> {
    let options = cx.ladder().rung_ids().map(|id| PromptOption {
        action: Action::TitleChosen(id),
        is_selected: selected == Some(id),
        label: title_label(cx, id),
    });
    Prompt {
        step: "title",
        about: None,
        question: cx.text(Text::TitleQuestion),
        hint: Text::TitleHint,
        reason: cx.text(Text::TitleReason).to_owned(),
        group: AttrValue::from("-title"),
        options: options.collect(),
        skip: Some(cx.button(Action::SkipPressed, Text::Skip).attr("class", "option")),
    }
}

/// The title of a rung with its other names.
fn title_label(cx: ViewContext<'_>, id: RungId) -> Element {
    let rung = cx.rung(id);
    let also = (!rung.also.is_empty()).then(|| [" ", &*cx.catalog.also(&rung.also)].concat());
    tag("span").text(&rung.title).child_opt(also.map(|also| cx.with_words(element("span", "secondary"), &also)))
}

fn question_prompt<'a>(cx: ViewContext<'a>, asked: AskedQuestion) -> Prompt<'a> {
    let ladder = cx.ladder();
    let question = ladder.question(asked.question);
    let dimension = ladder.dimensions.get(question.about.index());
    let options = options(cx.seed, question).into_iter().map(|answer| PromptOption {
        action: Action::AnswerChosen(answer),
        is_selected: asked.selected == Some(answer),
        label: match question.answers.get(answer) {
            Some(answer) => tag("span").text(&answer.say),
            None => cx.with_text(tag("span"), Text::NotApplicable),
        },
    });
    Prompt {
        step: "question",
        about: dimension.map(|dimension| &*dimension.name),
        question: &question.ask,
        hint: Text::QuestionHint,
        reason: cx.catalog.question_reason(dimension),
        group: AttrValue::from(question.id.clone()),
        options: options.collect(),
        skip: None,
    }
}

/// The question with its options.
fn body(cx: ViewContext<'_>, context: &str, prompt: Prompt<'_>) -> Element {
    let Prompt { question, hint, group, options, skip, .. } = prompt;
    let context = cx.secondary(context).attr("id", "context");
    let heading = tag("h3").attr("id", "ask").attr("tabindex", "-1").attr("aria-describedby", "context");
    // The question for the title is the interface's, and the only one that may be skipped.
    let heading = if skip.is_some() { cx.with_words(heading, question) } else { heading.text(question) };
    // There may be more titles than digits, and they stand side by side.
    let is_numbered = skip.is_none();
    let is_list = !is_numbered && options.len() > MAX_TITLE_OPTIONS;
    let options = if is_list { title_list(cx, &options) } else { view_options(cx, &group, options, is_numbered) };
    element("div", "question-body")
        .child(context)
        .child(heading)
        .child(cx.with_text(element("p", "secondary"), hint).attr("id", "how"))
        .child(element("div", "choice").child(options).child_opt(skip))
}

/// All titles as a list that opens on request. Its first item, which says what to do, cannot be selected.
fn title_list(cx: ViewContext<'_>, options: &[PromptOption]) -> Element {
    let is_open = options.iter().all(|option| !option.is_selected);
    let hint = select_option(is_open).attr("disabled", "");
    let titles = cx.ladder().rung_ids().zip(options);
    let titles = titles.map(|(id, option)| select_option(option.is_selected).text(cx.title(id)));
    let actions = options.iter().take(1).chain(options).map(|option| option.action);
    select(cx.send, actions.gather())
        .attr("aria-labelledby", "ask")
        .child(cx.with_text(hint, Text::ChooseTitle))
        .children(titles)
}

/// The options as a group of radio buttons; `is_numbered` shows the digit that selects each.
fn view_options(cx: ViewContext<'_>, group: &AttrValue, options: Vec<PromptOption>, is_numbered: bool) -> Element {
    let mut keys = vec![("Enter", Action::NextPressed)];
    keys.extend(DIGITS.into_iter().zip(options.iter().map(|option| option.action)));
    let options = options.into_iter().enumerate().map(|(index, PromptOption { action, is_selected, label })| {
        let radio = radio(cx.send, action).attr("name", group.clone()).checked(is_selected);
        let digit = DIGITS.get(index).filter(|_| is_numbered);
        let digit = digit.map(|digit| element("span", "digit").attr("aria-hidden", "true").text(digit));
        element("label", "option").attr("part", "option").child(radio).child(label).child_opt(digit)
    });
    element("div", "options")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", "ask")
        .attr("aria-describedby", "how")
        .on_keys(cx.send, &keys)
        .children(options)
}

/// The buttons below the options. Their key keeps them from question to question: a browser that loses the focused
/// element lays out the page once more.
fn actions(cx: ViewContext<'_>, progress: &QuizProgress) -> Element {
    let next = if progress.is_last() { Text::Finish } else { Text::Next };
    let next = cx
        .button(Action::NextPressed, next)
        .key("next")
        .attr("class", "main")
        .attr("aria-disabled", yes_no(!progress.has_selection()));
    let back = cx.button(Action::BackPressed, Text::Back).key("back");
    let is_unanswered = cx.state.notice == Some(Notice::Unanswered);
    let alert = || cx.with_text(element("span", "secondary").key("alert").attr("role", "alert"), Text::Unanswered);
    button_row().key("actions").child(next).child(back).child_opt(is_unanswered.then(alert))
}

/// The reason for the question, folded.
fn reason(cx: ViewContext<'_>, reason: &str) -> Element {
    tag("details").key("why").child(cx.with_text(tag("summary"), Text::WhyAsked)).child(cx.secondary(reason))
}
