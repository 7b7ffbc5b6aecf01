//! The bundled drawings that a stage can have.

/// A small drawing that carries the metaphor of a stage, as [`Stage::picture`](super::Stage::picture) does in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    /// A first scribble.
    Scribble,
    /// A drawn plan.
    Plan,
    /// A canvas on an easel.
    Easel,
    /// A room with a door and a window.
    Room,
    /// A street of houses.
    Town,
    /// A mountain with a flag on it.
    Summit,
}

impl Drawing {
    /// All drawings. Packed ladders hold indices into this list, so a new drawing goes to its end.
    pub const ALL: [Self; 6] = [Self::Scribble, Self::Plan, Self::Easel, Self::Room, Self::Town, Self::Summit];

    /// The names of [`Drawing::ALL`], in the same order.
    pub const NAMES: [&'static str; Self::ALL.len()] = {
        let mut names = [""; Self::ALL.len()];
        let mut index = 0;
        while index < names.len() {
            names[index] = Self::ALL[index].name();
            index += 1;
        }
        names
    };

    /// The name in a ladder file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scribble => "scribble",
            Self::Plan => "plan",
            Self::Easel => "easel",
            Self::Room => "room",
            Self::Town => "town",
            Self::Summit => "summit",
        }
    }

    /// The drawing with this name; `None` if there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|drawing| drawing.name() == name)
    }

    /// The strokes as data of an SVG path, in a view box of `0 0 48 32`.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Scribble => {
                "M12 3H5v6m0 5v4m0 5v6h7m8 0h8m8 0h7v-6m0-5v-4m0-5V3h-7m-8 0h-8M12 20c5-12 10-14 9-4s2 6 5-2 7-6 6 1 1 4 4-1"
            }
            Self::Plan => "M26 29H3V14L14 4l10 9M10 29v-8h8v8m8 0l2-8L39 4l6 4-11 17zm2-8l6 4",
            Self::Easel => "M7 2h34v21H7zm0 17l10-8 8 7 5-3 11 5M15 23l-3 7m12-7v4m9-4l3 7M32 7a2 2 0 1 0 .1 0",
            Self::Room => "M5 29V4h38v25zm6 0V13h10v16m-3-8v.1M28 12h9v9h-9zm4.5 0v9",
            Self::Town => "M3 29h42M6 29V17l6-5 6 5v12m0 0V4h12v25m0-11l6-5 6 5v11M23 9h2m-2 6h2m-2 6h2",
            Self::Summit => "M4 29L21 11l8 9 4-4 12 13zM21 11V3l9 3-9 3",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drawing_is_found_by_its_name() {
        for (drawing, name) in Drawing::ALL.into_iter().zip(Drawing::NAMES) {
            assert_eq!((drawing.name(), Drawing::named(name)), (name, Some(drawing)));
        }
        assert_eq!(Drawing::named("Scribble"), None);
        assert_eq!(Drawing::named(""), None);
    }

    #[test]
    fn every_drawing_stands_at_its_index() {
        for (index, drawing) in Drawing::ALL.into_iter().enumerate() {
            assert_eq!(drawing as usize, index, "{drawing:?}");
        }
    }
}
