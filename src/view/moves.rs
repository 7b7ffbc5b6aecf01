//! The ways off the ladder, at its foot.

use yew::prelude::*;

use super::{Scene, app};
use crate::ladder::MoveId;
use crate::state::{Action, Open};

pub(super) fn view(scene: Scene<'_>) -> Html {
    let moves = &scene.course.ladder.moves;
    if moves.is_empty() {
        return Html::default();
    }
    let chips = moves.iter().enumerate().map(|(place, item)| {
        let id = MoveId::new(place);
        let open = scene.state.open == Some(Open::Move(id));
        html! {
            <li>
                <button
                    type="button"
                    id={format!("move-{place}")}
                    class={classes!("chip", open.then_some("open"))}
                    aria-expanded={if open { "true" } else { "false" }}
                    aria-controls={open.then_some("details")}
                    onclick={scene.on(Action::MovePressed(id))}
                >{ &*item.title }</button>
            </li>
        }
    });
    let opened = match scene.state.open {
        Some(Open::Move(id)) => Some(&moves[id.index()]),
        _ => None,
    };
    html! {
        <>
            <div class="moves" part="moves" key="moves">
                <p id="moves-title">{ scene.words.moves }</p>
                <ul aria-labelledby="moves-title">{ for chips }</ul>
            </div>
            { opened.map(|item| app::aside(scene, scene.words.moves.to_owned(), &item.title, html! { <p>{ &*item.suits }</p> })) }
        </>
    }
}
