//! The ways off the ladder, at its foot.

use super::{Scene, id, yes_no};
use crate::element::{Tag, button, part, tag};
use career_ladder_core::ladder::MoveId;
use career_ladder_core::state::{Action, Open};

/// So many are shown at first, where there are more than one more.
pub(crate) const SHOWN_FIRST: usize = 2;

pub(crate) fn view(scene: Scene<'_>) -> Option<Tag> {
    let moves = &scene.course.ladder.moves;
    let shown = if scene.state.all_moves || moves.len() <= SHOWN_FIRST + 1 { moves.len() } else { SHOWN_FIRST };
    let chips = moves.iter().take(shown).enumerate().map(|(place, way)| {
        let move_id = MoveId::new(place);
        let open = scene.state.open == Some(Open::Move(move_id));
        let mut chip = button(scene.send, Action::MovePressed(move_id))
            .set("id", id("move", place))
            .set("class", "chip")
            .set("aria-expanded", yes_no(open));
        if open {
            chip = chip.set("aria-controls", "details");
        }
        tag("li").with(chip.say(&way.title))
    });
    let more = (shown < moves.len()).then(|| {
        let more = button(scene.send, Action::MoreMovesPressed).set("class", "chip");
        tag("li").with(more.say(&scene.words.more(moves.len() - shown)))
    });
    (!moves.is_empty()).then(|| {
        part("div", "moves")
            .key("moves")
            .set("part", "moves")
            .with(tag("p").set("id", "moves-title").say(scene.words.moves))
            .with(tag("ul").set("aria-labelledby", "moves-title").all(chips).maybe(more))
    })
}
