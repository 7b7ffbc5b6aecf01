//! One question at a time.

use yew::prelude::*;

use super::Scene;
use crate::quiz::{MOST_ASKED, order};
use crate::state::{Action, Quizzing};

pub(super) fn view(scene: Scene<'_>, quizzing: &Quizzing) -> Html {
    let (course, words) = (scene.course, scene.words);
    let shown = quizzing.shown();
    let question = course.ladder.question(shown.question);
    let most = MOST_ASKED.min(course.bank.len());
    let context = format!(
        "{} · {}",
        course.ladder.dimensions.get(question.about.index()).map_or("", |dimension| &dimension.name),
        words.at_most_more(quizzing.at_most_more(&course.bank))
    );
    let options = order(&course.seed, &question.id, question.answers.len()).into_iter().map(|place| {
        let marked = shown.marked == Some(place);
        html! {
            <label key={place} class={classes!("option", marked.then_some("marked"))} part="option">
                <input type="radio" name={question.id.clone()} checked={marked} onchange={scene.on(Action::AnswerChosen(place))} />
                <span>{ &*question.answers[place].say }</span>
            </label>
        }
    });
    let send = scene.send.clone();
    let onkeydown = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            event.stop_propagation();
            send.emit(Action::NextPressed);
        }
    };
    let done = if quizzing.is_last() { most } else { quizzing.index() };
    html! {
        <div key={quizzing.index()} class="question">
            <svg class="progress" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="1" />
                <rect class="done" width={(done * 100 / most).to_string()} height="1" />
            </svg>
            <p class="context">{ context }</p>
            <h3 id="ask" tabindex="-1">{ &*question.ask }</h3>
            <p id="how" class="quiet">{ words.how_to_answer }</p>
            <div class="options" role="radiogroup" aria-labelledby="ask" aria-describedby="how" {onkeydown}>{ for options }</div>
            <div class="actions">
                <button
                    type="button"
                    class="main"
                    aria-disabled={if shown.marked.is_none() { "true" } else { "false" }}
                    onclick={scene.on(Action::NextPressed)}
                >{ if quizzing.is_last() { words.finish } else { words.next } }</button>
                <button type="button" onclick={scene.on(Action::BackPressed)}>{ words.back }</button>
            </div>
        </div>
    }
}
