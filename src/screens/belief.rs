//! Draws the belief about the reader's rung as soft fills and a marker, and writes shares as CSS numbers.

use crate::element::{Element, element};
use career_ladder_core::decimal::decimal;

/// The probability of one rung as a fill from its start side; `share` is 0 to 1.
pub(super) fn belief_fill(share: f64) -> Element {
    element("span", "fill").style(&["transform:scaleX(", &thousandths(share), ")"].concat())
}

/// The marker beside the ladder. The page moves it to the mean height of the fills. Assistive technology skips it: the outcome
/// says the same in words.
pub(crate) fn belief_marker() -> Element {
    element("span", "marker").key("marker").attr("aria-hidden", "true")
}

/// A share from 0 to 1 with three digits. The standard library's way to print floats would bring its machinery into the
/// wasm.
pub(super) fn thousandths(share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    let thousandths = (share * 1000.0).round() as usize;
    decimal(thousandths) + "e-3"
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn shares_are_written_as_css_numbers() {
        for (share, expected) in [(0.0, "0e-3"), (0.0126, "13e-3"), (0.5, "500e-3"), (0.9999, "1000e-3")] {
            assert_eq!(thousandths(share), expected);
        }
    }
}
