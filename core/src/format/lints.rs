//! The warnings: allowed in a ladder, but rarely what its author meant.

use super::diagnostics::{Diagnostics, quoted};
use super::field_types::{OptionalText, Text};
use super::letters::{is_of_word, is_space};
use super::names::NameMap;
use super::raw;
use crate::gather::Gather as _;
use crate::ladder::{Ladder, LadderParts, Rung, RungId};

/// The quiz needs this many questions about a dimension to tell careless answers from honest ones.
const MIN_QUESTIONS: usize = 3;
/// An answer stands out if it is half as long again as the shortest one, and longer by more than these characters.
const MAX_EXCESS: usize = 20;
/// Titles of up to this many bytes may be everyday words, such as `lead`, so they count only in their own case.
const MAX_WORD_LIKE: usize = 4;
/// Longer titles are looked for by their first words.
const MAX_WORDS: usize = 6;

/// Warns of text that does not fit into the diagram.
pub(super) fn check_room<const ROOM: usize>(text: Text<'_, ROOM>, diagnostics: &mut Diagnostics) {
    let length = text.text.chars().count();
    if length > ROOM {
        diagnostics.warn(text.span, format!("has {length} characters; the diagram has room for {ROOM}"));
    }
}

/// Like [`check_room`], for text that may be left out.
pub(super) fn check_optional_room<const ROOM: usize>(text: OptionalText<'_, ROOM>, diagnostics: &mut Diagnostics) {
    check_room(Text::<ROOM> { span: text.span, text: text.text }, diagnostics);
}

/// Warns of a title that is among the other titles of its rung: readers would see it twice. An overlay may have changed either.
pub(super) fn check_also(rung: &raw::Rung<'_>, diagnostics: &mut Diagnostics) {
    let title = rung.title.text;
    if !title.is_empty() && rung.also.items.iter().any(|also| also.text == title) {
        let message =
            format!("`{}` stands in \"also\" too, and readers would see it twice; take it out there", quoted(title));
        diagnostics.warn(rung.title.span, message);
    }
}

/// Warns of dimensions with too few questions. `counts` has the number of questions about each dimension.
pub(super) fn check_question_counts(raw: &raw::Ladder<'_>, counts: &[usize], diagnostics: &mut Diagnostics) {
    for (dimension, &count) in raw.dimensions.items.iter().zip(counts) {
        if count >= MIN_QUESTIONS || dimension.id.text.is_empty() {
            continue;
        }
        let questions = match count {
            0 => "no question is".to_owned(),
            1 => "only 1 question is".to_owned(),
            _ => format!("only {count} questions are"),
        };
        let id = quoted(dimension.id.text);
        let span = dimension.span.outer(raw.questions.span);
        diagnostics.warn(span, format!("{questions} about `{id}`; write at least {MIN_QUESTIONS}"));
    }
}

/// Warns, once, of rungs without skills, which are the tasks of a plan, although it or the next rung has other texts. Without
/// questions there are no plans.
pub(super) fn check_skills(parts: &LadderParts, raw: &raw::Ladder<'_>, diagnostics: &mut Diagnostics) {
    let has_texts = |rung: &Rung| !(rung.changes.is_empty() && rung.success.is_empty());
    let is_bare = |rung: &Rung| {
        let above = parts.rungs.iter().filter(|other| other.track == rung.track && other.level > rung.level);
        let next = above.min_by_key(|other| other.level);
        rung.skills.is_empty() && (has_texts(rung) || next.is_some_and(has_texts))
    };
    let bare: Vec<usize> = (0..parts.rungs.len()).filter(|&index| is_bare(&parts.rungs[index])).gather();
    let (Some((first, others)), false) = (bare.split_first(), parts.questions.is_empty()) else { return };
    let others = match others.len() {
        0 => String::new(),
        1 => ", nor on 1 other".to_owned(),
        count => format!(", nor on {count} others"),
    };
    let message = format!(
        "no \"skills\" here{others}, so a plan shows only what changes on its target and the signs of success; write what \
         to grow as \"skills\""
    );
    diagnostics.warn(raw.rungs.items[*first].span, message);
}

/// Warns of answers that readers recognize by their length or by a title, without thinking about their work.
pub(super) fn check_answers(question: &raw::Question<'_>, titles: &Titles<'_>, diagnostics: &mut Diagnostics) {
    let answers = question.answers.items.iter().map(|answer| answer.say).filter(|say| !say.text.is_empty());
    let answers: Vec<(Text<'_>, usize)> = answers.map(|say| (say, say.text.chars().count())).collect();
    let shortest = answers.iter().map(|&(_, length)| length).min().unwrap_or_default();
    for (say, length) in answers {
        if length * 2 > shortest * 3 && length > shortest + MAX_EXCESS {
            let message = format!(
                "has {length} characters, and the shortest answer has {shortest}; readers guess by length, so write \
                 answers of similar length"
            );
            diagnostics.warn(say.span, message);
        }
        if let Some(title) = titles.first_in(say.text) {
            let title = quoted(title);
            let message = format!("contains the title `{title}`; describe the work instead, or readers pick the title");
            diagnostics.warn(say.span, message);
        }
    }
}

/// The titles of all rungs, by their words.
pub(super) struct Titles<'a> {
    /// Each title by its first words in lower case, with a space between them.
    by_words: NameMap<&'a str>,
    /// The number of words in the longest title.
    longest: usize,
}

impl<'a> Titles<'a> {
    /// Collects the titles of a ladder. A title with a slash, such as `CTO / CPO`, counts as two.
    pub(super) fn new(raw: &raw::Ladder<'a>) -> Self {
        let mut titles = Self { by_words: NameMap::default(), longest: 0 };
        for rung in &raw.rungs.items {
            titles.add_parts(rung.title.text);
            for also in &rung.also.items {
                titles.add_parts(also.text);
            }
        }
        titles
    }

    fn add_parts(&mut self, title: &'a str) {
        for part in title.split('/') {
            self.add(part.trim_matches(is_space));
        }
    }

    fn add(&mut self, title: &'a str) {
        let words = words(title).take(MAX_WORDS).map(str::to_ascii_lowercase).gather();
        if !words.is_empty() {
            self.longest = self.longest.max(words.len());
            self.by_words.insert(&words.join(" "), title);
        }
    }

    /// The first title that a text contains.
    fn first_in(&self, text: &str) -> Option<&'a str> {
        let words = words(text).gather();
        (0..words.len()).find_map(|first| self.title_at(&words[first..]))
    }

    /// The shortest title that begins with the first of these words.
    fn title_at(&self, words: &[&str]) -> Option<&'a str> {
        let mut phrase = String::new();
        words.iter().take(self.longest).find_map(|word| {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(&word.to_ascii_lowercase());
            let title = *self.by_words.get(&phrase)?;
            (title.len() > MAX_WORD_LIKE || title == *word).then_some(title)
        })
    }
}

/// Splits a text into words.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_of_word(c)).filter(|word| !word.is_empty())
}

/// Warns of rungs that demand the same level in every dimension that the questions are about. No answer distinguishes
/// them.
pub(super) fn check_demands(ladder: &Ladder, raw: &raw::Ladder<'_>, diagnostics: &mut Diagnostics) {
    if ladder.questions.is_empty() {
        return;
    }
    let mut is_asked = vec![false; ladder.dimensions.len()];
    for question in &ladder.questions {
        is_asked[question.about.index()] = true;
    }
    let mut rungs_with: Vec<(Vec<u16>, RungId)> = Vec::new();
    for rung in ladder.rung_ids() {
        let demands = demands(ladder, rung).into_iter().zip(&is_asked);
        let demands = demands.filter(|&(_, &is_asked)| is_asked).map(|(level, _)| level).gather();
        if let Some((_, twin)) = rungs_with.iter().rev().find(|(others, _)| *others == demands) {
            let raw = &raw.rungs.items[rung.index()];
            let span = raw.like.map_or(raw.span, |like| like.span);
            diagnostics.warn(span, alike("this rung", &ladder.rung(*twin).id));
        }
        rungs_with.push((demands, rung));
    }
}

/// The advice about a rung that asks for the same as the one with the id `twin`. `rung` names it in the sentence.
#[must_use]
pub fn alike(rung: &str, twin: &str) -> String {
    format!(
        "{rung} asks for the same as `{twin}` in every area, so no answer tells them apart, only the reader's title; say in \
         \"except\" where it asks for more or less"
    )
}

/// The level that a rung demands in each dimension.
fn demands(ladder: &Ladder, rung: RungId) -> Vec<u16> {
    let level = |rung: RungId| ladder.rung(rung).level;
    let like = ladder.rung(rung).like.unwrap_or(rung);
    let mut demands = vec![level(like); ladder.dimensions.len()];
    for exception in &ladder.rung(rung).except {
        demands[exception.dimension.index()] = level(exception.rung);
    }
    demands
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(titles: &[&'static str]) -> Titles<'static> {
        let mut all = Titles { by_words: NameMap::default(), longest: 0 };
        titles.iter().for_each(|title| all.add(title));
        all
    }

    #[test]
    fn titles_are_found_as_whole_words() {
        let titles = titles(&["PM", "Head", "Product Manager", "Chief of Everything in the Whole Wide World", "…"]);
        let case = |text: &str, expected: Option<&str>| assert_eq!(titles.first_in(text), expected, "{text}");
        case("I am the PM here", Some("PM"));
        case("At 3 pm I stop", None);
        case("I use my head", None);
        case("Head: that is me", Some("Head"));
        case("a product-manager, mostly", Some("Product Manager"));
        case("a product", None);
        case("production managers", None);
        case("the product “Manager”", Some("Product Manager"));
        case("chief of everything in the whole\u{a0}pond", Some("Chief of Everything in the Whole Wide World"));
        case("chief of everything in the half", None);
        case("…", None);
    }

    #[test]
    fn letters_beyond_ascii_belong_to_words() {
        assert_eq!(words("«Über» naïve—1x, \u{bf}qué?").collect::<Vec<_>>(), ["Über", "naïve", "1x", "qué"]);
    }
}
