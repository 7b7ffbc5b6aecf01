//! The ladder as a slim strip, for screens too small to hold it beside a question.

use yew::prelude::*;

use super::diagram::fill;
use crate::ladder::{Ladder, TrackId};

/// What it shows is said in words elsewhere, so it is hidden from assistive technology.
pub(super) fn view(ladder: &Ladder, belief: Option<&[f64]>) -> Html {
    let mut rungs: Vec<_> = ladder.rung_ids().collect();
    rungs.sort_by_key(|&rung| (ladder.rung(rung).level, ladder.rung(rung).track));
    let steps = rungs.iter().map(|rung| {
        html! { <span class="step">{ belief.map(|belief| fill(belief[rung.index()])) }</span> }
    });
    let main = ladder.climb(TrackId::default());
    let title = |rung: Option<_>| rung.map_or("", |&rung| &ladder.rung(rung).title);
    html! {
        <div class="strip" aria-hidden="true">
            <div class="steps">{ for steps }</div>
            <div class="ends"><span>{ title(main.first()) }</span><span>{ title(main.last()) }</span></div>
        </div>
    }
}
