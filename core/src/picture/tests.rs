use super::*;
use crate::ladder::{LadderParts, Rung, Track, TrackId};

const WORDS: Words<'_> = Words {
    my_stage: "My stage",
    my_level: "My level",
    between: "Between {0} and {1}",
    joined: "{0} · {1}",
    quoted: "“{0}”",
    foot: "{0} · where do you stand?",
    foot_alone: "Where do you stand?",
};

/// A font in which every letter has 0.6 times its height.
fn fake_width(text: &str, font: Font) -> f64 {
    text.chars().map(|_| 0.6 * f64::from(font.size)).sum()
}

fn picture(ladder: &Ladder, subject: Subject) -> Picture {
    let layout = Layout::new(ladder);
    let input = PictureInput {
        ladder,
        layout: &layout,
        subject,
        words: WORDS,
        palette: Palette::LIGHT,
        is_right_to_left: is_right_to_left(&ladder.lang),
    };
    Picture::new(&input, &fake_width)
}

/// A ladder from the levels of its tracks. Each later track leaves from the second rung. Titles come from `title`.
fn ladder(tracks: &[&[u16]], title: impl Fn(usize) -> String) -> Ladder {
    let mut parts = LadderParts { title: "The ladder".to_owned(), lang: "en".to_owned(), ..LadderParts::default() };
    for (index, levels) in tracks.iter().enumerate() {
        let from = (index > 0).then(|| RungId::new(1));
        parts.tracks.push(Track { from, name: "Individual contributor".to_owned(), ..Track::default() });
        for &level in *levels {
            let title = title(parts.rungs.len());
            parts.rungs.push(Rung { level, title, track: TrackId::new(index), ..Rung::default() });
        }
    }
    Ladder::new(parts)
}

/// A ladder of one track.
fn plain(rungs: u16) -> Ladder {
    let levels: Vec<u16> = (1..=rungs).collect();
    ladder(&[&levels], |index| format!("Grade {}", index + 1))
}

/// Whether a text is the title of a rung: headings are larger, names of tracks are muted.
fn is_rung_title(shape: &Shape) -> bool {
    matches!(shape, Shape::Text { font, color, .. } if font.is_bold && font.size <= 24 && *color != Palette::LIGHT.muted)
}

/// The rungs as their titles, with `*` if filled and `+` if strongly outlined, from the top; `|` between lanes.
fn rungs_text(picture: &Picture) -> String {
    let mut rungs = Vec::new();
    let mut mark = "";
    let mut last_left = 0;
    for shape in &picture.shapes {
        match shape {
            Shape::Rectangle { fill, stroke: Some(stroke), at, .. } => {
                mark = match (*fill == Palette::LIGHT.accent, stroke.tenths > 20) {
                    (true, _) => "*",
                    (_, true) => "+",
                    _ => "",
                };
                if last_left != 0 && last_left != at.x {
                    rungs.push("|".to_owned());
                }
                last_left = at.x;
            }
            shape @ Shape::Text { text, .. } if is_rung_title(shape) => {
                rungs.push([mark, text.trim_start_matches("Grade ")].concat());
            }
            _ => {}
        }
    }
    rungs.join(" ")
}

/// The edges of a shape: left, top, right and bottom.
fn edges(shape: &Shape, is_right_to_left: bool) -> [f64; 4] {
    let of = |xs: [i32; 2], ys: [i32; 2]| {
        [xs[0].min(xs[1]), ys[0].min(ys[1]), xs[0].max(xs[1]), ys[0].max(ys[1])].map(f64::from)
    };
    match shape {
        Shape::Rectangle { at, width, height, .. } => of([at.x, at.x + width], [at.y, at.y + height]),
        Shape::Line { from, to, .. } | Shape::Elbow { from, to, .. } => of([from.x, to.x], [from.y, to.y]),
        Shape::Drawing { at, scale, .. } => {
            of([at.x, at.x + DRAWING_WIDTH * scale], [at.y, at.y + DRAWING_HEIGHT * scale])
        }
        Shape::Text { text, at, font, .. } => {
            let (start, width) = (f64::from(at.x), fake_width(text, *font));
            let (left, right) = if is_right_to_left { (start - width, start) } else { (start, start + width) };
            [left, f64::from(at.y - font.size * 3 / 4), right, f64::from(at.y)]
        }
    }
}

/// Checks that nothing but the ground and the bands comes near to the edges, that no title leaves its rung, and that no
/// two texts overlap.
#[track_caller]
fn check_inside(picture: &Picture) {
    let mut texts: Vec<[f64; 4]> = Vec::new();
    let mut rung = None;
    for shape in &picture.shapes {
        let bounds = edges(shape, picture.is_right_to_left);
        let [left, top, right, bottom] = bounds;
        match shape {
            Shape::Rectangle { stroke: None, .. } => continue,
            Shape::Rectangle { height, .. } => {
                assert!(*height >= 34, "{shape:?}");
                rung = Some(bounds);
            }
            Shape::Text { .. } => {
                // Titles of rungs follow their rungs.
                if let Some([x, y, end, low]) = rung.filter(|_| is_rung_title(shape)) {
                    assert!(left >= x + 12.0 && right <= end - 12.0 && top > y && bottom < low, "{shape:?}");
                }
                let is_apart = |&[x, y, end, low]: &[f64; 4]| end <= left || right <= x || low <= top || bottom <= y;
                assert!(texts.iter().all(is_apart), "{shape:?} overlaps");
                texts.push(bounds);
            }
            _ => {}
        }
        assert!(left >= 64.0 && top >= 64.0 && right <= 1136.0 && bottom <= 566.0, "{shape:?}");
    }
}

#[test]
fn ladders_of_every_length_stay_inside() {
    for rungs in [2, 3, 5, 8, 9, 64, 256] {
        let ladder = plain(rungs);
        check_inside(&picture(&ladder, Subject::Ladder));
        for rung in [0, 1, rungs / 2, rungs - 1].map(|rung| RungId::new(rung.into())) {
            check_inside(&picture(&ladder, Subject::Clear(rung)));
            check_inside(&picture(&ladder, Subject::Between(RungId::new(0), rung)));
        }
    }
}

#[test]
fn ladders_with_side_tracks_stay_inside_in_both_directions() {
    let tracks: [&[u16]; 4] = [&[1, 2, 3, 4, 5], &[3, 4], &[4], &[3, 6]];
    for (count, lang) in [(2, "en"), (3, "en"), (4, "en"), (2, "ar"), (4, "he")] {
        let parts = ladder(&tracks[..count], |index| format!("Grade {index}")).into_parts();
        let ladder = Ladder::new(LadderParts { lang: lang.to_owned(), ..parts });
        let rungs: Vec<RungId> = ladder.rung_ids().collect();
        check_inside(&picture(&ladder, Subject::Ladder));
        for &rung in &rungs {
            check_inside(&picture(&ladder, Subject::Rung(rung)));
            check_inside(&picture(&ladder, Subject::Between(rung, rungs[0])));
            check_inside(&picture(&ladder, Subject::Between(rung, rungs[rungs.len() - 1])));
        }
    }
}

#[test]
fn long_titles_stay_inside() {
    let title = |index: usize| {
        ["Hauptproduktverantwortliche für Plattformdienste im Bereich", "W"][index % 2].repeat(index + 1)
    };
    for tracks in [&[&[1, 2, 3, 4][..]][..], &[&[1, 2, 3, 4], &[3, 4]]] {
        let ladder = ladder(tracks, title);
        for rung in ladder.rung_ids() {
            check_inside(&picture(&ladder, Subject::Clear(rung)));
            check_inside(&picture(&ladder, Subject::Between(rung, RungId::new(0))));
        }
    }
}

#[test]
fn the_rung_of_a_reader_is_filled() {
    assert_eq!(rungs_text(&picture(&plain(3), Subject::Clear(RungId::new(1)))), "3 *2 1");
    assert_eq!(rungs_text(&picture(&plain(3), Subject::Ladder)), "3 2 1");
}

#[test]
fn two_rungs_are_outlined() {
    assert_eq!(rungs_text(&picture(&plain(4), Subject::Between(RungId::new(2), RungId::new(1)))), "4 +3 +2 1");
}

#[test]
fn a_long_ladder_shows_the_rows_around_the_rung() {
    let picture = picture(&plain(60), Subject::Clear(RungId::new(29)));
    assert_eq!(rungs_text(&picture), "33 32 31 *30 29 28 27");
}

#[test]
fn of_many_tracks_the_first_one_and_that_of_the_rung_are_shown() {
    let ladder = ladder(&[&[1, 2, 3], &[3], &[3]], |index| format!("Grade {}", index + 1));
    assert_eq!(rungs_text(&picture(&ladder, Subject::Clear(RungId::new(4)))), "3 2 1 | *5");
    assert_eq!(rungs_text(&picture(&ladder, Subject::Clear(RungId::new(0)))), "3 2 *1");
}

/// All texts that are not titles of rungs.
fn words(picture: &Picture) -> Vec<&str> {
    let texts = picture.shapes.iter().rev().map_while(|shape| match shape {
        Shape::Text { text, .. } => Some(&**text),
        _ => None,
    });
    let mut texts: Vec<&str> = texts.collect();
    texts.reverse();
    // The title of the lowest rung precedes the heading.
    texts.split_off(1)
}

#[test]
fn only_a_reader_s_picture_says_that_somebody_is_there() {
    let ladder = plain(2);
    let (low, high) = (RungId::new(0), RungId::new(1));
    let foot = "The ladder · where do you stand?";
    let case = |subject, expected: &[&str]| assert_eq!(words(&picture(&ladder, subject)), expected);
    case(Subject::Clear(low), &["My level", "Grade 1", foot]);
    case(Subject::Rung(low), &["Grade 1", foot]);
    case(Subject::Between(high, low), &["My level", "Between Grade", "2 and Grade 1", foot]);
    case(Subject::Ladder, &["The ladder", "Where do you stand?"]);
}

#[test]
fn stages_give_their_name_their_line_and_their_drawing() {
    let mut parts = plain(3).into_parts();
    let stage = |name: &str| Stage {
        name: name.to_owned(),
        picture: "A line.".to_owned(),
        drawing: Some(Drawing::Plan),
        ..Stage::default()
    };
    parts.stages = vec![stage("Growth"), stage("Lead")];
    for (rung, stage) in parts.rungs.iter_mut().zip([0, 0, 1]) {
        rung.stage = Some(StageId::new(stage));
    }
    let ladder = Ladder::new(parts);
    let foot = "The ladder · where do you stand?";
    let case = |rungs: [usize; 2], texts: &[&str], drawings: usize| {
        let [rung, other] = rungs.map(RungId::new);
        let subject = if rung == other { Subject::Clear(rung) } else { Subject::Between(rung, other) };
        let picture = picture(&ladder, subject);
        let is_drawing = |shape: &&Shape| matches!(shape, Shape::Drawing { .. });
        let words: Vec<&str> =
            picture.shapes.iter().skip_while(|shape| !is_drawing(shape)).filter_map(text_of).collect();
        assert_eq!(words, [texts, &[foot]].concat());
        assert_eq!(picture.shapes.iter().filter(is_drawing).count(), drawings);
    };
    case([2, 2], &["My stage · Lead", "Grade 3", "“A line.”"], 1);
    case([0, 1], &["My stage · Growth", "Between Grade", "1 and Grade 2", "“A line.”"], 1);
    case([1, 2], &["My stage", "Between Grade", "2 and Grade 3", "Growth · Lead"], 2);
}

fn text_of(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Text { text, .. } => Some(text),
        _ => None,
    }
}

#[test]
fn an_unclear_outcome_is_a_picture_of_the_ladder() {
    let placement = |verdict| Placement { rung: RungId::new(1), runner_up: RungId::new(0), verdict, confidence: 0.5 };
    assert_eq!(Subject::of(&placement(Verdict::Unclear)), Subject::Ladder);
    assert_eq!(Subject::of(&placement(Verdict::Between)), Subject::Between(RungId::new(1), RungId::new(0)));
    assert_eq!(Subject::of(&placement(Verdict::Clear)), Subject::Clear(RungId::new(1)));
}

#[test]
fn a_picture_says_in_words_what_it_shows() {
    assert_eq!(picture(&plain(2), Subject::Clear(RungId::new(1))).alt, "My level · Grade 2 · The ladder");
    assert_eq!(picture(&plain(2), Subject::Ladder).alt, "The ladder");
}

#[test]
fn a_mirrored_picture_has_the_same_shapes_on_the_other_side() {
    let ladder = plain(2);
    let right = Ladder::new(LadderParts { lang: "ar".to_owned(), ..ladder.clone().into_parts() });
    let (mut left, right) = (picture(&ladder, Subject::Ladder), picture(&right, Subject::Ladder));
    left.shapes.iter_mut().for_each(|shape| shape.mirror(WIDTH));
    assert_eq!(left.shapes, right.shapes);
}

#[test]
fn an_svg_escapes_what_xml_reserves() {
    let ladder = ladder(&[&[1, 2]], |_| "R&D <\"\u{7}>".to_owned());
    let svg = picture(&ladder, Subject::Ladder).svg();
    assert!(svg.contains(">R&amp;D &lt;&quot;&gt;</text>"), "{svg}");
    assert!(!svg.contains('\u{7}') && !svg.contains("style"), "{svg}");
    assert!(svg.contains("<title>The ladder</title>"), "{svg}");
}

#[test]
fn every_shape_has_its_element() {
    let stroke = Stroke { color: Color([0, 0, 10]), tenths: 15 };
    let at = Point { x: 1, y: 2 };
    let shapes = vec![
        Shape::Rectangle { at, width: 3, height: 4, radius: 5, fill: Color::WHITE, stroke: None },
        Shape::Line { from: at, to: Point { x: -3, y: 4 }, stroke },
        Shape::Elbow { from: Point { x: 10, y: 90 }, to: Point { x: 50, y: 40 }, radius: 16, stroke },
        Shape::Elbow { from: Point { x: 50, y: 90 }, to: Point { x: 10, y: 40 }, radius: 16, stroke },
        Shape::Text { text: "a".to_owned(), at, font: Font::bold(20), color: Color::WHITE },
    ];
    let picture = Picture { shapes, alt: String::new(), lang: "he".to_owned(), is_right_to_left: true };
    let svg = picture.svg();
    let lines: Vec<&str> = svg.lines().skip(2).collect();
    assert_eq!(
        lines,
        [
            "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" rx=\"5\" fill=\"#ffffff\"/>",
            "<line x1=\"1\" y1=\"2\" x2=\"-3\" y2=\"4\" stroke=\"#00000a\" stroke-width=\"1.5\"/>",
            "<path d=\"M10 90H34Q50 90 50 74V40\" fill=\"none\" stroke=\"#00000a\" stroke-width=\"1.5\"/>",
            "<path d=\"M50 90H26Q10 90 10 74V40\" fill=\"none\" stroke=\"#00000a\" stroke-width=\"1.5\"/>",
            "<text x=\"1\" y=\"2\" font-size=\"20\" font-weight=\"600\" fill=\"#ffffff\" text-anchor=\"end\">\u{2067}a\u{2069}</text>",
            "</svg>"
        ]
    );
}
