//! Where the reader stands, and how sure that is.

use yew::prelude::*;

use super::{Scene, details};
use crate::quiz::{Outcome, Standing, Verdict};
use crate::state::Action;

/// The outcome in one line; it names a rung only if the answers do.
pub(super) fn heading(scene: Scene<'_>, outcome: &Outcome) -> String {
    let title = |rung| &*scene.course.ladder.rung(rung).title;
    scene.words.verdict(outcome, title(outcome.rung), title(outcome.runner_up))
}

pub(super) fn view(scene: Scene<'_>, outcome: &Outcome) -> Html {
    let (ladder, words) = (&scene.course.ladder, scene.words);
    let title = |rung| &*ladder.rung(rung).title;
    let (best, second) = (title(outcome.rung), title(outcome.runner_up));
    let named = outcome.verdict != Verdict::Unclear;
    let stage = ladder.stage_of(outcome.rung).filter(|_| named);
    let profile = (named && !outcome.profile.is_empty()).then(|| {
        html! {
            <>
                <h4>{ words.profile }</h4>
                <ul class="profile">{ for outcome.profile.iter().map(|&standing| bar(scene, standing)) }</ul>
            </>
        }
    });
    let focus = stage.filter(|stage| !stage.focus.is_empty()).map(|stage| {
        html! {
            <>
                <h4>{ words.focus }</h4>
                { details::list(&stage.focus) }
            </>
        }
    });
    html! {
        <>
            <p class="context">{ words.outcome(stage) }</p>
            <h3 tabindex="-1">{ heading(scene, outcome) }</h3>
            <p>{ words.confidence(outcome, best, second) }</p>
            { stage.filter(|stage| !stage.picture.is_empty()).map(|stage| html! { <p class="quiet">{ &*stage.picture }</p> }) }
            { profile }
            { focus }
            <div class="actions">
                { named.then(|| html! {
                    <button type="button" class="main" onclick={scene.on(Action::RungPressed(outcome.rung))}>{ words.about(best) }</button>
                }) }
                <button type="button" onclick={scene.on(Action::StartPressed)}>{ words.again }</button>
            </div>
        </>
    }
}

/// One dimension: how high the answers put the reader on the whole ladder, and how that compares with the placed rung.
fn bar(scene: Scene<'_>, standing: Standing) -> Html {
    let name = &*scene.course.ladder.dimensions[standing.dimension.index()].name;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let width = (standing.share * 100.0).round() as u8;
    let than_rung = scene.words.standings[match standing.than_rung {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Greater => 2,
    }];
    html! {
        <li>
            <span>{ name }</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="8" />
                <rect class="done" width={width.to_string()} height="8" />
            </svg>
            <span class="quiet">{ than_rung }</span>
        </li>
    }
}
