//! The ways off the ladder, at its foot.

use super::{ViewContext, id, yes_no};
use crate::element::{Element, button, element, tag};
use career_ladder_core::ladder::MoveId;
use career_ladder_core::state::{Action, Open};

/// So many are shown at first, where there are more than one more.
pub(crate) const SHOWN_FIRST: usize = 2;

pub(crate) fn view(cx: ViewContext<'_>) -> Option<Element> {
    let moves = &cx.loaded.ladder.moves;
    let shown = if cx.state.all_moves || moves.len() <= SHOWN_FIRST + 1 { moves.len() } else { SHOWN_FIRST };
    let chips = moves.iter().take(shown).enumerate().map(|(place, way)| {
        let move_id = MoveId::new(place);
        let open = cx.state.open == Some(Open::Move(move_id));
        let mut chip = button(cx.send, Action::MovePressed(move_id))
            .attr("id", id("move", place))
            .attr("class", "chip")
            .attr("aria-expanded", yes_no(open));
        if open {
            chip = chip.attr("aria-controls", "details");
        }
        tag("li").child(chip.text(&way.title))
    });
    let more = (shown < moves.len()).then(|| {
        let more = button(cx.send, Action::MoreMovesPressed).attr("class", "chip");
        tag("li").child(more.text(&cx.words.more(moves.len() - shown)))
    });
    (!moves.is_empty()).then(|| {
        element("div", "moves")
            .key("moves")
            .attr("part", "moves")
            .child(tag("p").attr("id", "moves-title").text(cx.words.moves))
            .child(tag("ul").attr("aria-labelledby", "moves-title").children(chips).child_opt(more))
    })
}
