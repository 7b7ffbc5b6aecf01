//! What a reader rarely uses, in a wasm of its own that is fetched at its first use: comparing two outcomes.
//!
//! `www/extras/` is the only caller. It passes packed ladders and private links, and gets JSON: the widget's own wasm knows
//! no JSON, but here the numbers of a comparison would cost more as JavaScript values.

mod comparison;
mod json;

use career_ladder_core::ladder::unpack;
use career_ladder_core::link;
use wasm_bindgen::prelude::wasm_bindgen;

/// The private link in a text that the reader pasted, as a fragment with its `#`; `None` if there is none.
#[must_use]
#[wasm_bindgen]
pub fn find_link(text: &str) -> Option<String> {
    link::find(text)
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
