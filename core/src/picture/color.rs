//! Colours, and the palette that a picture is drawn with.

/// An opaque colour: red, green and blue from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

impl Color {
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// This colour laid over another one, with an opacity in percent. Shapes are opaque, so that rails that cross do not
    /// get darker where they do.
    #[must_use]
    pub fn over(self, below: Self, percent: u8) -> Self {
        let channel = |index: usize| {
            let (above, below) = (u16::from(self.0[index]), u16::from(below.0[index]));
            let percent = u16::from(percent.min(100));
            #[expect(clippy::cast_possible_truncation, reason = "an average of two bytes")]
            let mixed = ((above * percent + below * (100 - percent) + 50) / 100) as u8;
            mixed
        };
        Self([channel(0), channel(1), channel(2)])
    }

    /// The colour in the notation of CSS, such as `#0b6b68`.
    #[must_use]
    pub fn css(self) -> String {
        let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
        let mut text = String::from("#");
        for channel in self.0 {
            text.push(digit(channel >> 4));
            text.push(digit(channel & 15));
        }
        text
    }

    /// Whether white text on this colour has less contrast than 4.5 to 1.
    ///
    /// The eye's response is taken as a square instead of the standard's power of 2.4, since powers of fractions would
    /// bring tables into the wasm. Colours near the limit may fall on either side of it.
    fn is_too_light_for_white(self) -> bool {
        let [red, green, blue] = self.0.map(|channel| u32::from(channel) * u32::from(channel));
        // The limit is a luminance of 0.183, that is (1 + 0.05) / 4.5 - 0.05, on a scale up to 255² × 1,000.
        213 * red + 715 * green + 72 * blue > 183 * 255 * 255
    }
}

/// The colours that the site owner or the caller chooses. All others of a picture are mixed from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The ground, and the inside of a rung.
    pub surface: Color,
    /// Headings and the titles of rungs.
    pub text: Color,
    /// Secondary text.
    pub muted: Color,
    /// Marks what is the reader's.
    pub accent: Color,
    /// Text on the accent.
    pub on_accent: Color,
}

impl Palette {
    /// The widget's own colours in its light theme.
    pub const LIGHT: Self = Self {
        surface: Color::WHITE,
        text: Color([0x1b, 0x20, 0x24]),
        muted: Color([0x59, 0x62, 0x6c]),
        accent: Color([0x0b, 0x6b, 0x68]),
        on_accent: Color::WHITE,
    };

    /// The same palette with another accent. Text on it becomes dark if white would be hard to read.
    #[must_use]
    pub fn with_accent(self, accent: Color) -> Self {
        let on_accent = if accent.is_too_light_for_white() { Color([0x10, 0x14, 0x17]) } else { Color::WHITE };
        Self { accent, on_accent, ..self }
    }

    /// Rails.
    pub(super) fn rail(&self) -> Color {
        self.accent.over(self.surface, 55)
    }

    /// The outline of a rung.
    pub(super) fn edge(&self) -> Color {
        self.muted.over(self.surface, 50)
    }

    /// The inside of a rung that is one of two.
    pub(super) fn soft(&self) -> Color {
        self.accent.over(self.surface, 16)
    }
}

#[cfg(test)]
mod tests {
    use super::{Color, Palette};

    #[test]
    fn colors_are_written_as_in_css() {
        for (color, expected) in [(Color([0x0b, 0x6b, 0x68]), "#0b6b68"), (Color::WHITE, "#ffffff")] {
            assert_eq!(color.css(), expected);
        }
    }

    #[test]
    fn a_color_over_another_is_between_them() {
        let black = Color([0; 3]);
        for (percent, expected) in [(0, 255), (50, 128), (55, 115), (100, 0)] {
            assert_eq!(black.over(Color::WHITE, percent), Color([expected; 3]), "{percent}");
        }
    }

    #[test]
    fn text_on_the_accent_is_dark_where_white_would_be_hard_to_read() {
        for (accent, is_white) in [([0x0b, 0x6b, 0x68], true), ([0xb4, 0x48, 0x0f], true), ([0xff, 0xc8, 0x00], false)]
        {
            let on_accent = Palette::LIGHT.with_accent(Color(accent)).on_accent;
            assert_eq!(on_accent == Color::WHITE, is_white, "{accent:?}");
        }
    }
}
