use std::path::PathBuf;

use career_ladder_core::format;
use career_ladder_core::picture::{Color, HEIGHT, Shape, WIDTH};
use resvg::tiny_skia::Pixmap;

use super::*;

/// The bundled ladders.
fn bundled() -> Vec<Ladder> {
    let file = |name| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../ladders")).join(format!("{name}.json"));
    let text = |name| std::fs::read_to_string(file(name)).expect("a readable file");
    let names = ["engineering", "product", "product-six", "product-stages"];
    names.map(|name| format::read(&text(name)).ladder.expect("a ladder")).into()
}

fn painter() -> Painter {
    Painter::new("en", false)
}

/// Checks with the real font that every text stays inside the picture, and every title inside its rung.
fn check_inside(picture: &Picture, painter: &Painter) {
    let mut rung = None;
    for shape in &picture.shapes {
        match shape {
            Shape::Rectangle { at, width, stroke: Some(_), .. } => rung = Some((at.x, at.x + width)),
            Shape::Text { text, at, font, .. } => {
                let end = f64::from(at.x) + painter.width(text, *font);
                let (left, right) = rung.take().unwrap_or((64, WIDTH - 64));
                assert!(at.x >= left && end <= f64::from(right), "{shape:?} ends at {end}");
                assert!(!text.ends_with('…'), "{text}");
            }
            _ => {}
        }
    }
}

#[test]
fn every_rung_of_the_bundled_ladders_has_a_picture_without_cut_texts() {
    let painter = painter();
    for ladder in bundled() {
        check_inside(&picture(&ladder, Subject::Ladder, &painter), &painter);
        for rung in ladder.rung_ids() {
            check_inside(&picture(&ladder, Subject::Clear(rung), &painter), &painter);
            for other in ladder.rung_ids().filter(|&other| other != rung) {
                check_inside(&picture(&ladder, Subject::Between(rung, other), &painter), &painter);
            }
        }
    }
    assert_eq!(painter.missing(), "");
}

#[test]
fn widths_are_those_of_the_font_with_its_kerning() {
    use career_ladder_core::picture::Font;
    let font = Font { size: 100, is_bold: false };
    let width = |text| painter().width(text, font);
    assert!(width("AV") < width("A") + width("V") - 1.0, "kerning");
    assert!(
        painter().width("Senior PM", Font { is_bold: true, ..font }) > width("Senior PM"),
        "the bold weight is wider"
    );
}

#[test]
fn letters_that_no_font_has_are_named() {
    let painter = painter();
    painter.width("a\u{10ffff}", career_ladder_core::picture::Font { size: 20, is_bold: false });
    assert_eq!(painter.missing(), "\u{10ffff}");
}

#[test]
fn a_png_has_the_size_and_the_colors_of_the_picture() {
    let (ladder, painter) = (&bundled()[1], painter());
    let picture = picture(ladder, Subject::Clear(RungId::new(0)), &painter);
    let pixels = Pixmap::decode_png(&painter.png(&picture)).expect("a PNG");
    assert_eq!((pixels.width(), pixels.height()), (WIDTH.unsigned_abs(), HEIGHT.unsigned_abs()));
    let count = |Color([red, green, blue])| {
        let is_same = |pixel: &&resvg::tiny_skia::PremultipliedColorU8| {
            (pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()) == (red, green, blue, 255)
        };
        pixels.pixels().iter().filter(is_same).count()
    };
    assert!(count(Palette::LIGHT.accent) > 10_000, "the rung");
    assert!(count(Palette::LIGHT.text) > 3_000, "the letters");
}

/// The browsers' pictures of these outcomes are compared with the files by `tests/browser/tests/extras.rs`. After a change
/// on purpose, `UPDATE_EXPECT=1` writes them anew.
#[test]
fn the_pictures_for_browsers_are_up_to_date() {
    let painter = painter();
    for (id, rung, other) in
        [("product", "senior-pm", None), ("product", "pm", Some("senior-pm")), ("engineering", "director", None)]
    {
        let ladder = bundled().into_iter().find(|ladder| ladder.id == id).expect("a bundled ladder");
        let id = |id| super::rung(&ladder, id).expect("a rung");
        let subject = other.map_or_else(|| Subject::Clear(id(rung)), |other| Subject::Between(id(rung), id(other)));
        let drawn = picture(&ladder, subject, &painter).svg();
        let name = [&*ladder.id, rung].into_iter().chain(other).collect::<Vec<_>>().join("-");
        let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/browser/pictures"));
        let file = folder.join(name).with_extension("svg");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::create_dir_all(&folder).expect("the folder can be made");
            std::fs::write(&file, &drawn).expect("the picture can be written");
        }
        let known = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(known == drawn, "{} is not what the command draws now", file.display());
    }
}
