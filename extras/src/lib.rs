//! The extras: code that few readers need, in a wasm of its own that is fetched at its first use. It compares two outcomes,
//! draws the picture of one, and writes a plan as a checklist.
//!
//! `www/extras/` is the only caller. It passes packed ladders, private links and snapshots, and gets JSON: the widget's own wasm knows
//! no JSON, but here the numbers of a comparison would cost more as JavaScript values.

mod checklist;
mod comparison;
#[cfg(target_arch = "wasm32")]
mod heap;
mod json;
mod picture;

use career_ladder_core::ladder::unpack;
use career_ladder_core::link;
use career_ladder_core::picture::Font;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// An object that measures texts: in the browser, by a canvas.
    pub type Ruler;

    /// The width of a text in pixels.
    #[wasm_bindgen(method)]
    fn measure(this: &Ruler, text: &str, size: i32, is_bold: bool) -> f64;
}

/// The private link in a text that the reader pasted, as a fragment with its `#`; `None` if there is none.
#[must_use]
#[wasm_bindgen]
pub fn find_link(text: &str) -> Option<String> {
    link::find(text)
}

/// The words of the interface that a packed ladder replaces, packed as `career_ladder_core::words` describes; empty without
/// any.
#[must_use]
#[wasm_bindgen]
pub fn own_words(ladder: &[u8]) -> String {
    unpack(ladder).map_or_else(String::new, |ladder| ladder.words.clone())
}

/// Compares the outcomes of two private links to a packed ladder; `None` if the bytes are no packed ladder. `own` is that
/// of the reader.
///
/// The answer is a JSON object. A link that cannot be read gives `{refusal}`: `foreign`, `another`, `damaged`, `newer` or
/// `empty`. Otherwise it is `{own, other, rows}`. Both sides are `{titles, missing}`: the titles of the rungs that the
/// outcome names (none if it is unclear), and the number of answers that the ladder no longer has. The first row is the level,
/// the others are the dimensions: `{name, own, other, ownTitle, otherTitle, agreement, apart}`. Levels are in thousandths of
/// the ladder's height, each with the title of the nearest rung, or null.
#[must_use]
#[wasm_bindgen]
pub fn compare(ladder: &[u8], own: &str, other: &str) -> Option<String> {
    Some(comparison::as_json(&unpack(ladder)?, own, other))
}

/// The plan of the reader with this snapshot as a checklist in Markdown; `None` if the bytes are no packed ladder, or the
/// snapshot has no plan. The `words` are, one a line: the title with the target `{0}`, the target of staying on the rung
/// `{0}`, and the headings of the focus and of the tasks.
#[must_use]
#[wasm_bindgen]
pub fn checklist(ladder: &[u8], snapshot: &str, words: &str) -> Option<String> {
    checklist::markdown(unpack(ladder)?, snapshot, words)
}

/// The picture of the outcome of a private link as an SVG file; `None` if the bytes are no packed ladder, or the link cannot
/// be read. An element a line, apart from the root: `www/extras/svg-tree.js` relies on it.
///
/// The `accent` is a color as `0xRRGGBB`. The `words` are those of the core's `Words`, one a line in its order.
#[must_use]
#[wasm_bindgen]
pub fn picture(ladder: &[u8], link: &str, accent: u32, words: &str, ruler: &Ruler) -> Option<String> {
    let measure = |text: &str, font: Font| ruler.measure(text, font.size, font.is_bold);
    picture::svg(unpack(ladder)?, link, accent, words, &measure)
}
