use career_ladder_core::ladder::{Ladder, LadderParts, Link, Rung, Skill, Track};

use super::readable;
use crate::edition::{Edition, bundled};

#[test]
fn every_text_but_the_questions_is_in_the_fragment() {
    for edition in bundled::editions() {
        let fragment = readable(&edition).into_string();
        let is_shown = |path: &str| {
            // The name of the only track tells nobody anything.
            let is_only_track = edition.ladder.tracks.len() == 1 && path.starts_with("tracks");
            !path.starts_with("questions") && !is_only_track
        };
        let texts = bundled::texts(&edition);
        assert!(texts.len() > 100, "{}: {}", edition.name, texts.len());
        for (path, text) in texts.iter().filter(|(path, _)| is_shown(path)) {
            assert!(fragment.contains(&escaped(text)), "{}: {path} is missing: {text}", edition.name);
        }
        for question in &edition.ladder.questions {
            assert!(!fragment.contains(&escaped(&question.ask)), "{}: {}", edition.name, question.ask);
        }
    }
}

#[test]
fn headings_begin_at_the_second_level_and_skip_none() {
    for edition in bundled::editions() {
        assert_headings_follow(&readable(&edition).into_string(), &edition.name);
    }
    let without_stages = with(|parts| {
        parts.stages.clear();
        parts.rungs.iter_mut().for_each(|rung| rung.stage = None);
    });
    let fragment = readable(&without_stages).into_string();
    assert_headings_follow(&fragment, "without stages");
    assert!(fragment.contains("<h3>Associate PM</h3>") && fragment.contains("<h4>What changes</h4>"), "{fragment}");
}

#[test]
fn rungs_stand_in_their_stages_from_the_lowest_up() {
    let fragment = readable(&bundled::edition("product")).into_string();
    let headings: Vec<String> =
        headings(&fragment).filter(|(level, _)| matches!(level, 3 | 4)).map(|(_, text)| text.to_owned()).collect();
    let expected = [
        "Foundation building",
        "What to focus on now",
        "Associate PM",
        "Product Manager",
        "Iterative growth",
        "What to focus on now",
        "Goals at this stage: an example",
        "Senior PM",
        "Strategic leadership",
        "What to focus on now",
        "Group PM / Director",
        "Principal PM",
        "VP / CPO",
        "Adjacent roles",
    ];
    assert_eq!(headings[..expected.len()], expected);
}

#[test]
fn the_fragment_names_its_language_and_direction() {
    for (name, start) in [
        ("product", r#"<section class="career-ladder-text" lang="en" dir="ltr"><h2>"#),
        ("product.ar", r#"<section class="career-ladder-text" lang="ar" dir="rtl"><h2>"#),
        ("product.pt-BR", r#"<section class="career-ladder-text" lang="pt-BR" dir="ltr"><h2>"#),
    ] {
        let fragment = readable(&bundled::edition(name)).into_string();
        assert!(fragment.starts_with(start), "{}", &fragment[..100]);
        for word in [" id=", " style=", "<script", "<style"] {
            assert!(!fragment.contains(word), "{name} has {word}");
        }
        assert_eq!(fragment.matches(" class=").count(), 1, "{name}");
    }
}

#[test]
fn texts_are_escaped_and_only_harmless_addresses_become_links() {
    let link = |url: &str| Link { title: format!("<b>{}</b>", url.len()), url: url.to_owned() };
    let urls = ["https://example.org/?a=1&b=\"'>", "HTTP://example.org/", "mailto:a@example.org"];
    let refused = ["javascript:alert(1)", " https://example.org", "data:text/html,", "//example.org", "httpsé"];
    let links = urls.iter().chain(&refused).map(|url| link(url)).collect();
    let evil = "<script>alert(\"1\")</script> & more".to_owned();
    let skill = Skill { name: evil.clone(), how: evil.clone(), links, ..Skill::default() };
    let rung = |id: &str, level| Rung { id: id.to_owned(), level, title: evil.clone(), ..Rung::default() };
    let mut edition = bundled::edition("product");
    edition.ladder = Ladder::new(LadderParts {
        lang: "\"><script>".to_owned(),
        title: evil.clone(),
        summary: evil.clone(),
        tracks: vec![Track::default()],
        rungs: vec![Rung { skills: vec![skill], note: evil.clone(), ..rung("a", 1) }, rung("b", 2)],
        closing: evil.clone(),
        ..LadderParts::default()
    });
    let fragment = readable(&edition).into_string();
    assert!(!fragment.contains("<script") && !fragment.contains("<b>"), "{fragment}");
    assert_eq!(fragment.matches(&escaped(&evil)).count(), 8, "{fragment}");
    let addresses: Vec<&str> = fragment.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(addresses, urls.map(escaped));
    assert_eq!(fragment.matches("&lt;b&gt;").count(), urls.len() + refused.len(), "each title is there");
}

/// The product ladder with a change.
fn with(change: impl FnOnce(&mut LadderParts)) -> Edition<'static> {
    let mut edition = bundled::edition("product");
    let mut parts = edition.ladder.clone().into_parts();
    change(&mut parts);
    edition.ladder = Ladder::new(parts);
    edition
}

/// A text as it stands between tags and quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The levels and texts of all headings.
fn headings(fragment: &str) -> impl Iterator<Item = (u32, &str)> {
    fragment.split("<h").skip(1).filter_map(|rest| {
        let level = rest.chars().next()?.to_digit(10)?;
        Some((level, rest.get(2..)?.split('<').next()?))
    })
}

#[track_caller]
fn assert_headings_follow(fragment: &str, name: &str) {
    let mut before = 1;
    for (level, text) in headings(fragment) {
        assert!(level > 1 && level <= before + 1, "{name}: h{level} follows h{before}: {text}");
        before = level;
    }
    assert_eq!(headings(fragment).filter(|(level, _)| *level == 2).count(), 1, "{name}");
}
