//! Writes a picture as an SVG file.

use super::{Font, HEIGHT, Picture, Point, Shape, Stroke, WIDTH};
use crate::decimal::decimal;

/// The families of all texts. The first one is the font of the native program.
const FAMILIES: &str = "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

impl Picture {
    /// The picture as an SVG file that stands alone. It needs neither styles nor scripts.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut svg = Writer::default();
        svg.open("svg").text("xmlns", "http://www.w3.org/2000/svg").text("lang", &self.lang).text("role", "img");
        svg.number("width", WIDTH).number("height", HEIGHT).text("font-family", FAMILIES);
        svg.text("viewBox", &["0 0 ", &signed(WIDTH), " ", &signed(HEIGHT)].concat());
        svg.content("\n").open("title").content(&self.alt).close("title");
        for shape in &self.shapes {
            self.write(shape, &mut svg);
        }
        svg.content("\n").close("svg").content("\n");
        svg.0
    }

    fn write(&self, shape: &Shape, svg: &mut Writer) {
        svg.content("\n");
        match shape {
            Shape::Rectangle { at, width, height, radius, fill, stroke } => {
                svg.open("rect").point(["x", "y"], *at).number("width", *width).number("height", *height);
                if *radius > 0 {
                    svg.number("rx", *radius);
                }
                svg.text("fill", &fill.css());
                if let Some(stroke) = stroke {
                    svg.stroke(*stroke);
                }
                svg.end();
            }
            Shape::Line { from, to, stroke } => {
                svg.open("line").point(["x1", "y1"], *from).point(["x2", "y2"], *to).stroke(*stroke).end();
            }
            Shape::Elbow { from, to, radius, stroke } => {
                svg.open("path").text("d", &elbow(*from, *to, *radius)).text("fill", "none").stroke(*stroke).end();
            }
            Shape::Drawing { drawing, at, scale, stroke } => {
                let transform = ["translate(", &signed(at.x), " ", &signed(at.y), ") scale(", &signed(*scale), ")"];
                svg.open("path").text("transform", &transform.concat()).text("d", drawing.path()).text("fill", "none");
                svg.stroke(*stroke).text("stroke-linecap", "round").text("stroke-linejoin", "round").end();
            }
            Shape::Text { text, at, font, color } => self.write_text(text, *at, *font, &color.css(), svg),
        }
    }

    /// A line of text. Text from right to left is isolated and anchored at its end in place of `direction`, which not
    /// every program that reads SVG knows.
    fn write_text(&self, text: &str, at: Point, font: Font, color: &str, svg: &mut Writer) {
        svg.open("text").point(["x", "y"], at).number("font-size", font.size);
        if font.is_bold {
            svg.number("font-weight", 600);
        }
        svg.text("fill", color);
        if self.is_right_to_left {
            svg.text("text-anchor", "end").content(&["\u{2067}", text, "\u{2069}"].concat());
        } else {
            svg.content(text);
        }
        svg.close("text");
    }
}

/// The data of a path that runs sideways, turns, and runs upwards.
fn elbow(from: Point, to: Point, radius: i32) -> String {
    let turn = if to.x > from.x { to.x - radius } else { to.x + radius };
    let parts = [
        ["M", &signed(from.x), " ", &signed(from.y)].concat(),
        ["H", &signed(turn)].concat(),
        ["Q", &signed(to.x), " ", &signed(from.y), " ", &signed(to.x), " ", &signed(from.y - radius)].concat(),
        ["V", &signed(to.y)].concat(),
    ];
    parts.concat()
}

fn signed(number: i32) -> String {
    let sign = if number < 0 { "-" } else { "" };
    [sign, &decimal(number.unsigned_abs() as usize)].concat()
}

/// Writes elements; attributes may follow until content does.
#[derive(Default)]
struct Writer(String, bool);

impl Writer {
    fn open(&mut self, name: &str) -> &mut Self {
        self.0.push('<');
        self.0.push_str(name);
        self.1 = true;
        self
    }

    fn text(&mut self, name: &str, value: &str) -> &mut Self {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.escape(value);
        self.0.push('"');
        self
    }

    fn number(&mut self, name: &str, value: i32) -> &mut Self {
        self.text(name, &signed(value))
    }

    fn point(&mut self, [x, y]: [&str; 2], at: Point) -> &mut Self {
        self.number(x, at.x).number(y, at.y)
    }

    fn stroke(&mut self, Stroke { color, tenths }: Stroke) -> &mut Self {
        let (whole, tenth) = (signed(tenths / 10), signed(tenths % 10));
        let width = if tenths % 10 == 0 { whole } else { [&whole, ".", &tenth].concat() };
        self.text("stroke", &color.css()).text("stroke-width", &width)
    }

    fn content(&mut self, text: &str) -> &mut Self {
        if self.1 {
            self.0.push('>');
            self.1 = false;
        }
        self.escape(text);
        self
    }

    fn close(&mut self, name: &str) -> &mut Self {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        self
    }

    /// Ends an element without content.
    fn end(&mut self) {
        self.0.push_str("/>");
        self.1 = false;
    }

    /// Adds a text with references in place of the signs that XML reserves. Control characters, which no XML may have, are
    /// left out.
    fn escape(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\u{fffe}' | '\u{ffff}' => {}
                char if char.is_control() && char != '\n' => {}
                char => self.0.push(char),
            }
        }
    }
}
