//! Compares what texts say about the number of levels with the ladder.
//!
//! Only the texts about the whole ladder are read, and only those in English.

use super::diagnostics::{Diagnostics, Span, quoted};
use super::field_types::Text;
use super::letters::{is_of_word, is_space, position};
use super::raw;
use crate::gather::Gather as _;
use crate::ladder::{Ladder, TrackId};

/// Numbers below this one rarely count a whole ladder.
const MIN_NUMBER: usize = 3;
const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
     eighteen nineteen twenty";
/// Words that may stand between a number and what it counts.
const ADJECTIVES: &str = "career clear different distinct job";
/// Words before a number that does not count all.
const OF_SOME: &str = "about another around bottom by every first highest last least lower lowest middle most next only or other over \
     than to top up upper within";
/// Words before a number that counts all, which a guide needs: it counts much else.
const OF_ALL: &str = "across all are has have into its lists of our the these through with";
/// Words behind levels that measure a distance.
const OF_DISTANCE: &str = "above ahead apart at away below behind down earlier higher later lower up";

/// Warns of texts whose number of levels is not that of the ladder.
pub(super) fn check(raw: &raw::Ladder<'_>, ladder: &Ladder, diagnostics: &mut Diagnostics) {
    if ladder.lang.split('-').next() != Some("en") {
        return;
    }
    let mut check = Check { known: Known::new(ladder), rungs: raw.rungs.span, diagnostics };
    check.text("title", raw.title, true);
    check.text("summary", Text { span: raw.summary.span, text: raw.summary.text }, true);
    let guide = &raw.guide;
    let steps = guide.steps.items.iter().map(|step| [step.name, step.how]);
    let mistakes = guide.mistakes.items.iter().map(|mistake| [mistake.name, mistake.why]);
    let faq = guide.faq.items.iter().map(|faq| [faq.ask, faq.answer]);
    steps.for_each(|texts| check.texts_of_guide(texts));
    mistakes.for_each(|texts| check.texts_of_guide(texts));
    faq.for_each(|texts| check.texts_of_guide(texts));
    check.text("closing", Text { span: raw.closing.span, text: raw.closing.text }, false);
}

struct Check<'d> {
    known: Known,
    /// The span of the list of rungs.
    rungs: Span,
    diagnostics: &'d mut Diagnostics,
}

impl Check<'_> {
    fn texts_of_guide(&mut self, [one, other]: [Text<'_>; 2]) {
        self.text("guide", one, false);
        self.text("guide", other, false);
    }

    /// Checks a text of a field of the ladder. The title and the summary, the `is_head` texts, count little else.
    fn text(&mut self, field: &str, Text { span, text }: Text<'_>, is_head: bool) {
        let Some(count) = counts(text, is_head).find(|count| !self.known.allows(count)) else { return };
        // If an overlay changes the number of rungs, it is the overlay that has to replace the text.
        let outer = span.outer(self.rungs);
        let (subject, remedy) = if outer == span {
            ("says".to_owned(), "change the text")
        } else {
            (format!("the text in \"{field}\" still says"), "replace it too")
        };
        let message = format!("{subject} \"{}\", but {}; {remedy}", quoted(count.phrase), self.known.said(&count));
        self.diagnostics.warn(outer, message);
    }
}

/// A number of levels in a text.
struct Count<'t> {
    number: usize,
    /// In lower case and without its -s.
    noun: &'static str,
    phrase: &'t str,
}

/// The numbers that are true of a ladder.
struct Known {
    rungs: usize,
    on_tracks: Vec<usize>,
    levels: usize,
    stages: usize,
    steps: usize,
}

impl Known {
    fn new(ladder: &Ladder) -> Self {
        let is_new_level = |index: &usize| {
            let level = ladder.rungs[*index].level;
            ladder.rungs[..*index].iter().all(|before| before.level != level)
        };
        let tracks = 0..ladder.tracks.len();
        Self {
            rungs: ladder.rungs.len(),
            on_tracks: tracks.map(|track| ladder.rungs_of_track(TrackId::new(track)).len()).collect(),
            levels: (0..ladder.rungs.len()).filter(is_new_level).count(),
            stages: ladder.stages.len(),
            steps: ladder.guide.steps.len(),
        }
    }

    fn allows(&self, Count { number, noun, .. }: &Count<'_>) -> bool {
        *number == self.rungs
            || *number == self.levels
            || self.on_tracks.contains(number)
            || (*noun == "stage" && *number == self.stages)
            || (*noun == "step" && *number == self.steps)
    }

    /// What is true instead.
    fn said(&self, count: &Count<'_>) -> String {
        if count.noun == "stage" && self.stages > 0 {
            return format!("the ladder has {} stages", self.stages);
        }
        let rungs = format!("the ladder has {} rungs", self.rungs);
        match self.on_tracks[..] {
            [first, _, ..] => format!("{rungs}, {first} of them on its first track"),
            _ => rungs,
        }
    }
}

/// The numbers of levels in a text.
fn counts(text: &str, is_head: bool) -> impl Iterator<Item = Count<'_>> {
    let words = text.split(is_space).filter(|word| !word.is_empty()).gather();
    (0..words.len()).filter_map(move |index| count_at(text, &words, index, is_head))
}

fn count_at<'t>(text: &'t str, words: &[&'t str], index: usize, is_head: bool) -> Option<Count<'t>> {
    let word = |index: usize| words.get(index).map_or("", |word| trimmed(word));
    let is_among = |list: &str, word: &str| position(list, word).is_some();
    let (first, joined) = word(index).split_once('-').map_or((word(index), ""), |(number, noun)| (number, noun));
    let number = number(first).filter(|number| *number >= MIN_NUMBER)?;
    let (last, noun) = if joined.is_empty() {
        let last = if is_among(ADJECTIVES, word(index + 1)) { index + 2 } else { index + 1 };
        // Punctuation in between separates them.
        let is_phrase = (index..last).all(|at| words[at].ends_with(|c: char| c.is_ascii_alphanumeric()));
        (last, noun(word(last), true).filter(|_| is_phrase)?)
    } else {
        (index, noun(joined, false)?)
    };
    let before = index.checked_sub(1).map_or("", |before| words[before]);
    let after = word(last + 1);
    let is_of_some = is_among(OF_SOME, trimmed(before)) || is_among(OF_DISTANCE, after);
    let is_of_guide = noun != "step" && is_among(OF_ALL, before) && !after.eq_ignore_ascii_case("of");
    let start = words[index].as_ptr() as usize - text.as_ptr() as usize;
    let end = words[last].as_ptr() as usize - text.as_ptr() as usize + words[last].len();
    let phrase = trimmed(&text[start..end]);
    (!is_of_some && (is_head || is_of_guide)).then_some(Count { number, noun, phrase })
}

/// A word without the punctuation around it.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|c| !is_of_word(c))
}

fn number(word: &str) -> Option<usize> {
    position(NUMBERS, word).map(|index| index + 1).or_else(|| word.parse().ok().filter(|number| *number < 100))
}

/// What a number counts, if it is a part of a ladder.
fn noun(word: &str, is_plural: bool) -> Option<&'static str> {
    let singular = if is_plural { word.strip_suffix(['s', 'S'])? } else { word };
    "level rung stage step".split(' ').find(|noun| singular.eq_ignore_ascii_case(noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(text: &str, is_head: bool) -> Vec<(usize, &str)> {
        counts(text, is_head).map(|count| (count.number, count.phrase)).collect()
    }

    #[test]
    fn numbers_of_levels_are_found() {
        assert_eq!(phrases("Six levels from A to B.", true), [(6, "Six levels")]);
        assert_eq!(phrases("A 7-level ladder", true), [(7, "7-level")]);
        assert_eq!(phrases("From A to B (in 12 career stages).", true), [(12, "12 career stages")]);
        assert_eq!(phrases("Seven steps, and all five rungs", true), [(7, "Seven steps"), (5, "five rungs")]);
        assert_eq!(phrases("Read all six levels first.", false), [(6, "six levels")]);
        assert_eq!(phrases("The ladder has 6 levels: look.", false), [(6, "6 levels")]);
    }

    #[test]
    fn other_numbers_are_not() {
        for text in [
            "Two levels",
            "the top three levels",
            "three levels above",
            "at least five levels",
            "five, levels",
            "levels 3",
            "five questions about all levels",
            "three or four levels down",
            "Level five",
            "1984 levels",
            "six leveled",
        ] {
            assert_eq!(phrases(text, true), [], "{text}");
        }
        for text in ["Three levels", "the five steps", "Write three levels of detail", "has three levels of detail"] {
            assert_eq!(phrases(text, false), [], "{text}");
        }
    }
}
