//! The invitation beside the ladder.

use yew::prelude::*;

use super::Scene;
use crate::state::Action;

pub(super) fn view(scene: Scene<'_>) -> Html {
    let words = scene.words;
    if scene.course.bank.is_empty() {
        return html! { <p class="closing">{ &*scene.course.ladder.closing }</p> };
    }
    html! {
        <>
            <p class="explore">{ words.explore }</p>
            <div class="actions">
                <button type="button" class="main" part="start" onclick={scene.on(Action::StartPressed)}>{ words.start }</button>
                <span class="cost">{ words.cost }</span>
            </div>
            <p class="closing">{ &*scene.course.ladder.closing }</p>
        </>
    }
}
