//! Measures texts and makes images, with the fonts of the repository and, for letters that these lack, of the system.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use career_ladder_core::picture::{Color, Font, HEIGHT, Picture, Point, Shape, WIDTH};
use resvg::render;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Style};
use resvg::usvg::{FallbackSelectionFn, FontResolver, Node, Options, Tree};

/// The two weights of the repository's font. `fonts/README.md` says which letters they have.
const FONTS: [&[u8]; 2] =
    [include_bytes!("../../../fonts/Inter-Regular.otf"), include_bytes!("../../../fonts/Inter-SemiBold.otf")];

/// Measures texts and makes images of pictures.
pub(super) struct Painter {
    options: Options<'static>,
    /// The letters that no font has.
    missing: Arc<Mutex<BTreeSet<char>>>,
    /// Texts are measured as parts of a ladder in this language.
    lang: String,
    is_right_to_left: bool,
    /// The widths of the texts so far. Pictures of one ladder have most texts in common.
    widths: RefCell<HashMap<(String, Font), f64>>,
}

impl Painter {
    /// A painter for pictures of a ladder in a language.
    pub(super) fn new(lang: &str, is_right_to_left: bool) -> Self {
        let missing = Arc::new(Mutex::new(BTreeSet::new()));
        let mut fonts = Database::new();
        for font in FONTS {
            fonts.load_font_data(font.to_vec());
        }
        let font_resolver = FontResolver { select_fallback: fallback(Arc::clone(&missing)), ..FontResolver::default() };
        let options = Options { fontdb: Arc::new(fonts), font_resolver, ..Options::default() };
        Self { options, missing, lang: lang.to_owned(), is_right_to_left, widths: RefCell::default() }
    }

    /// The width of a text in pixels.
    pub(super) fn width(&self, text: &str, font: Font) -> f64 {
        let key = (text.to_owned(), font);
        let known = self.widths.borrow().get(&key).copied();
        known.unwrap_or_else(|| {
            let width = self.measure(text, font);
            self.widths.borrow_mut().insert(key, width);
            width
        })
    }

    /// Measures a text inside a picture of its own. The program that draws it measures it, so kerning and borrowed letters
    /// count as they are drawn.
    fn measure(&self, text: &str, font: Font) -> f64 {
        let at = Point { x: 0, y: 0 };
        let shape = Shape::Text { text: text.to_owned(), at, font, color: Color::WHITE };
        let Self { is_right_to_left, ref lang, .. } = *self;
        let picture = Picture { shapes: vec![shape], alt: String::new(), lang: lang.clone(), is_right_to_left };
        let tree = self.tree(&picture.svg());
        let widths = tree.root().children().iter().map(|node| match node {
            Node::Text(text) => f64::from(text.bounding_box().width()),
            _ => 0.0,
        });
        widths.sum()
    }

    /// The picture as a PNG file.
    pub(super) fn png(&self, picture: &Picture) -> Vec<u8> {
        let mut pixels = Pixmap::new(WIDTH.unsigned_abs(), HEIGHT.unsigned_abs()).expect("a picture has pixels");
        render(&self.tree(&picture.svg()), Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().expect("memory takes any file")
    }

    /// Letters that no font has. Of several neighbors the renderer reports only the first.
    pub(super) fn missing(&self) -> String {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).iter().collect()
    }

    fn tree(&self, svg: &str) -> Tree {
        Tree::from_str(svg, &self.options).expect("our own SVG is well-formed")
    }
}

/// Finds a font of the system for a letter. The system's fonts are read once, and only if a picture needs them.
fn fallback(missing: Arc<Mutex<BTreeSet<char>>>) -> FallbackSelectionFn<'static> {
    let system = OnceLock::new();
    Box::new(move |letter, used, fonts| {
        let with_system = system.get_or_init(|| {
            let mut fonts = Database::clone(fonts);
            fonts.load_system_fonts();
            Arc::new(fonts)
        });
        *fonts = Arc::clone(with_system);
        let found = TIERS.iter().find_map(|is_wanted| face_with(letter, used, fonts, is_wanted));
        if found.is_none() {
            missing.lock().unwrap_or_else(PoisonError::into_inner).insert(letter);
        }
        found
    })
}

/// A kind of faces, given the weight that is asked for.
type Tier = fn(&FaceInfo, u16) -> bool;

/// The faces among which a letter is looked for, the most welcome ones first.
const TIERS: [Tier; 3] = [
    |face, weight| is_sans(face) && (face.weight.0 >= BOLD_FROM) == (weight >= BOLD_FROM),
    |face, _| is_sans(face),
    |_, _| true,
];

/// From this weight on a face counts as bold.
const BOLD_FROM: u16 = 600;

/// Whether a face is an upright one without serifs, by its name.
fn is_sans(face: &FaceInfo) -> bool {
    let is_sans = |name: &str| name.contains("Sans") && !name.contains("Mono") && !name.contains("Condensed");
    face.style == Style::Normal && face.families.iter().any(|(name, _)| is_sans(name))
}

/// The first face of a tier that has a letter.
fn face_with(letter: char, used: &[ID], fonts: &mut Arc<Database>, is_wanted: &Tier) -> Option<ID> {
    let weight = used.first().and_then(|&face| fonts.face(face)).map_or(0, |face| face.weight.0);
    let unwanted = fonts.faces().filter(|face| !is_wanted(face, weight)).map(|face| face.id);
    let excluded: Vec<ID> = used.iter().copied().chain(unwanted).collect();
    FontResolver::default_fallback_selector()(letter, &excluded, fonts)
}
