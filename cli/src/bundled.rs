//! The bundled ladders and their translations, as they were when the program was compiled.

/// The name of each file without its ending, such as `product` or `product.de`, and its text.
static LADDERS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/ladders.rs"));

/// The names of all ladders and translations.
pub(super) fn names() -> Vec<&'static str> {
    LADDERS.iter().map(|(name, _)| *name).collect()
}

/// The text of the ladder or translation with this name.
pub(super) fn text(name: &str) -> Option<&'static str> {
    LADDERS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}
