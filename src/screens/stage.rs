//! Draws what belongs to a stage: its drawing, its focus, and its example of goals.

use super::ViewContext;
use super::blocks::{list, paragraph};
use crate::catalog::Text;
use crate::element::{Element, element, tag};
use career_ladder_core::ladder::{Okr, Stage};

/// The drawing of a stage; `None` if its author chose none.
pub(super) fn drawing(stage: &Stage) -> Option<Element> {
    let drawing = stage.drawing?;
    let svg = element("svg", "drawing").attr("viewBox", "0 0 48 32").attr("aria-hidden", "true");
    Some(svg.child(tag("path").attr("d", drawing.path())))
}

/// The focus of a stage and an example of goals, folded; `None` if its author wrote neither.
pub(super) fn fold(cx: ViewContext<'_>, stage: &Stage) -> Option<Element> {
    if stage.focus.is_empty() && stage.okr.is_none() {
        return None;
    }
    let fold = tag("details")
        .key("stage")
        .child(cx.with_text(tag("summary"), Text::AboutStage))
        .child_opt(paragraph("secondary", &stage.picture));
    let focus = || cx.heading(Text::Focus);
    let fold = fold.child_opt((!stage.focus.is_empty()).then(focus)).child(list(&stage.focus));
    Some(match &stage.okr {
        Some(okr) => fold.child(cx.heading(Text::Goals)).child(goals(okr)),
        None => fold,
    })
}

/// An objective above its key results, each above the work that leads to it.
fn goals(okr: &Okr) -> Element {
    let results = okr
        .key_results
        .iter()
        .map(|result| tag("li").child(tag("span").text(&result.say)).child(list(&result.initiatives)));
    element("ul", "goals").child(tag("li").child(tag("b").text(&okr.objective)).child(tag("ul").children(results)))
}
