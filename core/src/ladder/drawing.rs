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
    /// A plant with its first leaves.
    Seedling,
    /// A path that winds uphill.
    Path,
    /// A mountain with a flag on it.
    Summit,
}

impl Drawing {
    /// All drawings. Packed ladders hold indices into this list, so a new drawing goes to its end.
    pub const ALL: [Self; 6] = [Self::Scribble, Self::Plan, Self::Easel, Self::Seedling, Self::Path, Self::Summit];

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
            Self::Seedling => "seedling",
            Self::Path => "path",
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
            Self::Scribble | Self::Plan | Self::Easel | Self::Seedling | Self::Path | Self::Summit => "M4 28H44",
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
