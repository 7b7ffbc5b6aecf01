//! Draws the adjacent roles as chips at the foot of the ladder. A ladder file calls them `moves`.

use super::{ViewContext, id, yes_no};
use crate::catalog::Text;
use crate::element::{Element, button, element, tag};
use career_ladder_core::ladder::{Move, MoveId};
use career_ladder_core::state::{Action, Open};

/// The number of chips at first. One more is shown rather than a button for a single chip.
pub(crate) const SHOWN_FIRST: usize = 2;

/// The chips; `None` for a ladder without adjacent roles.
pub(crate) fn view(cx: ViewContext<'_>) -> Option<Element> {
    let moves = &cx.ladder().moves;
    if moves.is_empty() {
        return None;
    }
    let shows_all = cx.state.all_moves || moves.len() <= SHOWN_FIRST + 1;
    let shown = if shows_all { moves.len() } else { SHOWN_FIRST };
    let chips = moves[..shown].iter().enumerate().map(|(index, adjacent_role)| chip(cx, index, adjacent_role));
    let more = (!shows_all).then(|| {
        let more = button(cx.send, Action::MoreMovesPressed).attr("class", "chip");
        tag("li").child(cx.with_words(more, &cx.catalog.more_moves(moves.len() - shown)))
    });
    let view = element("div", "moves")
        .key("moves")
        .attr("part", "moves")
        .child(cx.with_text(tag("p"), Text::Moves).attr("id", "moves-title"))
        .child(tag("ul").attr("aria-labelledby", "moves-title").children(chips).child_opt(more));
    Some(view)
}

fn chip(cx: ViewContext<'_>, index: usize, adjacent_role: &Move) -> Element {
    let move_id = MoveId::new(index);
    let is_open = cx.is_open(Open::Move(move_id));
    let chip = button(cx.send, Action::MovePressed(move_id))
        .attr("id", id("move", index))
        .attr("class", "chip")
        .attr("aria-expanded", yes_no(is_open));
    let chip = if is_open { chip.attr("aria-controls", "details") } else { chip };
    tag("li").child(chip.text(&adjacent_role.title))
}
