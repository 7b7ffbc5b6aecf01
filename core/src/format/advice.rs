//! What is no mistake but seldom meant: the warnings.

use std::collections::HashMap;

use super::found::{Findings, shown};
use super::raw::{self, Text};
use crate::ladder::{Ladder, RungId};

/// What the diagram has room for without breaking lines more often than is easy to read, in characters.
pub(super) const RUNG_TITLE: usize = 24;
/// The line below a rung's title.
pub(super) const ROLE: usize = 32;
/// The heading of a stage.
pub(super) const STAGE_NAME: usize = 28;
/// The heading of a track.
pub(super) const TRACK_NAME: usize = 28;
/// A role beside the ladder.
pub(super) const MOVE_TITLE: usize = 16;

/// With fewer questions about it, careless answers cannot be told from honest ones.
const QUESTIONS_PER_DIMENSION: usize = 3;
/// An answer may be longer than its shortest sibling by a half, or by so many characters.
const LONGER: usize = 20;
/// Names of so few letters may be everyday words (`lead`, `head`): they count only as they are written in the title.
const SHORT: usize = 4;
/// Longer names are looked for by their first words.
const WORDS: usize = 6;

/// Warns of a text for which the diagram has no room.
pub(super) fn fits(text: Text<'_>, most: usize, found: &mut Findings) {
    let length = text.text.chars().count();
    if length > most {
        found.warn(text.at, format!("has {length} characters; the diagram has room for {most}"));
    }
}

/// Warns of dimensions with too few questions. `counts` has how many there are about each.
pub(super) fn counts(raw: &raw::Ladder<'_>, counts: &[usize], found: &mut Findings) {
    for (dimension, &count) in raw.dimensions.items.iter().zip(counts) {
        if count < QUESTIONS_PER_DIMENSION && !dimension.id.text.is_empty() {
            let id = shown(dimension.id.text);
            let questions = match count {
                0 => "no question is".to_owned(),
                1 => "only 1 question is".to_owned(),
                _ => format!("only {count} questions are"),
            };
            found.warn(dimension.at, format!("{questions} about `{id}`; write at least {QUESTIONS_PER_DIMENSION}"));
        }
    }
}

/// Warns of answers that give themselves away, by their length or by a title.
pub(super) fn answers(question: &raw::Question<'_>, names: &Names<'_>, found: &mut Findings) {
    let answers = question.answers.items.iter().map(|answer| answer.say).filter(|say| !say.text.is_empty());
    let lengths: Vec<(Text<'_>, usize)> = answers.map(|say| (say, say.text.chars().count())).collect();
    let shortest = lengths.iter().map(|&(_, length)| length).min().unwrap_or_default();
    for (say, length) in lengths {
        if length * 2 > shortest * 3 && length > shortest + LONGER {
            let message = format!(
                "has {length} characters, the shortest answer {shortest}; length gives answers away, make them alike"
            );
            found.warn(say.at, message);
        }
        if let Some(name) = names.within(say.text) {
            let name = shown(name);
            found.warn(
                say.at,
                format!("names the title `{name}`; say what one does there instead, or readers pick the title"),
            );
        }
    }
}

/// The titles of all rungs, by the words they are made of.
pub(super) struct Names<'a> {
    titles: HashMap<String, &'a str>,
    longest: usize,
}

impl<'a> Names<'a> {
    /// The titles of a ladder. One with a slash is two.
    pub(super) fn of(raw: &raw::Ladder<'a>) -> Self {
        let mut names = Self { titles: HashMap::new(), longest: 0 };
        for rung in &raw.rungs.items {
            for title in std::iter::once(&rung.title).chain(&rung.also.items) {
                for name in title.text.split('/').map(str::trim) {
                    let words: Vec<String> = words(name).take(WORDS).map(str::to_ascii_lowercase).collect();
                    if !words.is_empty() {
                        names.longest = names.longest.max(words.len());
                        names.titles.entry(words.join(" ")).or_insert(name);
                    }
                }
            }
        }
        names
    }

    /// The first title that stands in a text.
    fn within(&self, text: &str) -> Option<&'a str> {
        let words: Vec<&str> = words(text).collect();
        (0..words.len()).find_map(|first| {
            let mut phrase = String::new();
            words[first..].iter().take(self.longest).find_map(|word| {
                phrase.push_str(if phrase.is_empty() { "" } else { " " });
                phrase.push_str(&word.to_ascii_lowercase());
                let name = self.titles.get(&phrase)?;
                (name.len() > SHORT || name == word).then_some(*name)
            })
        })
    }
}

/// The words of a text. Beyond ASCII all but punctuation belongs to a word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = |c: char| match c {
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' => true,
        _ => c.is_ascii() && !c.is_ascii_alphanumeric(),
    };
    text.split(parts).filter(|word| !word.is_empty())
}

/// Warns of rungs that stand alike in every dimension there are questions about, so that no answer tells them apart.
pub(super) fn alike(ladder: &Ladder, raw: &raw::Ladder<'_>, found: &mut Findings) {
    if ladder.questions.is_empty() {
        return;
    }
    let mut asked = vec![false; ladder.dimensions.len()];
    for question in &ladder.questions {
        asked[question.about.index()] = true;
    }
    let level = |rung: RungId| ladder.rung(rung).level;
    let stands = |rung: RungId| -> Vec<u16> {
        let mut stands = vec![level(ladder.rung(rung).like.unwrap_or(rung)); asked.len()];
        for exception in &ladder.rung(rung).except {
            stands[exception.dimension.index()] = level(exception.rung);
        }
        stands.into_iter().zip(&asked).filter(|&(_, &asked)| asked).map(|(stand, _)| stand).collect()
    };
    let mut known: HashMap<Vec<u16>, RungId> = HashMap::new();
    for rung in ladder.rung_ids() {
        if let Some(twin) = known.insert(stands(rung), rung) {
            let raw = &raw.rungs.items[rung.index()];
            let at = raw.like.map_or(raw.at, |like| like.at);
            let twin = &ladder.rung(twin).id;
            let message = format!(
                "no answer tells this rung from `{twin}`, so the quiz cannot reach it; name in \"except\" where they differ"
            );
            found.warn(at, message);
        }
    }
}
