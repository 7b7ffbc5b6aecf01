//! The picture of the outcome of a private link.

use career_ladder_core::ladder::Ladder;
use career_ladder_core::link::decode;
use career_ladder_core::picture::{Color, Measure, Palette, Picture, PictureInput, Subject, Words, is_right_to_left};
use career_ladder_core::state::LoadedLadder;

/// The answer of [`picture`](crate::picture()). Pictures are light, so that they look right wherever they are posted.
pub(crate) fn svg(ladder: Ladder, link: &str, accent: u32, words: &str, measure: &Measure<'_>) -> Option<String> {
    let LoadedLadder { ladder, quiz, layout, .. } = LoadedLadder::new(ladder);
    let outcome = quiz.outcome(&decode(&ladder, link).ok()?.answers);
    let [_, accent @ ..] = accent.to_be_bytes();
    let input = PictureInput {
        ladder: &ladder,
        layout: &layout,
        subject: Subject::of(&outcome.placement),
        words: words_of(words)?,
        palette: Palette::LIGHT.with_accent(Color(accent)),
        is_right_to_left: is_right_to_left(&ladder.lang),
    };
    Some(Picture::new(&input, measure).svg())
}

/// The words from a text with one a line; `None` if some are missing.
fn words_of(text: &str) -> Option<Words<'_>> {
    let mut lines = text.lines();
    let mut next = || lines.next();
    Some(Words {
        my_stage: next()?,
        my_level: next()?,
        between: next()?,
        joined: next()?,
        quoted: next()?,
        foot: next()?,
        foot_alone: next()?,
    })
}

#[cfg(test)]
mod tests {
    use career_ladder_core::format;
    use career_ladder_core::ladder::{Ladder, QuestionId};
    use career_ladder_core::link::encode;
    use career_ladder_core::quiz::{Answers, Quiz, Response};

    use super::svg;

    const WORDS: &str =
        "My stage\nMy level\nBetween {0} and {1}\n{0} · {1}\n“{0}”\n{0} · where are you?\nWhere are you?";

    fn ladder() -> Ladder {
        format::read(include_str!("../../core/tests/compare/small.json")).ladder.expect("a correct file")
    }

    /// The link of a reader who gives the same answer to all questions.
    fn link(answer: usize) -> String {
        let ladder = ladder();
        let responses = (0..6).map(|question| Response { question: QuestionId::new(question), answer });
        let answers = Answers { responses: responses.collect(), ..Answers::default() };
        encode(&ladder, &answers, &Quiz::new(&ladder).outcome(&answers).placement)
    }

    fn draw(link: &str, words: &str) -> Option<String> {
        svg(ladder(), link, 0x0012_34ff, words, &|text, font| f64::from(font.size) * text.len() as f64 / 2.0)
    }

    #[test]
    fn the_picture_shows_the_rung_in_the_accent_of_the_page() {
        let svg = draw(&link(1), WORDS).expect("a picture");
        assert!(svg.contains("<title>My level · Middle · A small ladder</title>"), "{svg}");
        assert!(svg.contains("#1234ff"), "{svg}");
    }

    #[test]
    fn every_element_but_the_root_has_a_line() {
        let svg = draw(&link(2), WORDS).expect("a picture");
        let (first, rest) = svg.split_once('\n').expect("lines");
        assert!(first.starts_with("<svg ") && first.ends_with('>'), "{first}");
        for line in rest.lines().filter(|line| *line != "</svg>") {
            let is_whole = line.ends_with("/>") || line.ends_with("</text>") || line.ends_with("</title>");
            assert!(line.starts_with('<') && is_whole, "{line}");
        }
    }

    #[test]
    fn without_a_link_or_words_there_is_no_picture() {
        assert_eq!(draw("#else", WORDS), None);
        assert_eq!(draw(&link(1), "My stage"), None);
    }
}
