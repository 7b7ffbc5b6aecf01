//! The words of the interface. The words of a ladder are in its file.
//!
//! A [`Catalog`] is one language as data: a packed text, which `career_ladder_core::words` describes. Some of its texts are
//! templates with numbered gaps such as `{0}`. The functions here only choose a template and fill the gaps, so another
//! language is another value.

use std::cell::Cell;
use std::cmp::Ordering;

use career_ladder_core::decimal::digits;
use career_ladder_core::fill::fill;
use career_ladder_core::ladder::{Dimension, Ladder, Stage};
use career_ladder_core::plan::Target;
use career_ladder_core::quiz::Verdict;
use career_ladder_core::state::{EffectKind, Notice, ResultPart, Section, SharedOutcome};
use career_ladder_core::words::HEAD_LINES;
pub use career_ladder_core::words::Text;
use career_ladder_core::words::plural::PERIODIC_FROM;

/// The packed English words; `build.rs` makes them of `languages/en.json`.
const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/english.txt"));

/// Two of the lines at the head of a packed catalog.
const ZERO: usize = 1;
const PLURALS: usize = 2;

/// The interface in one language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Catalog {
    /// Whether the words are English beside a ladder in another language.
    pub is_foreign: bool,
    /// The packed texts. A list of slices would take eight bytes more for each text.
    texts: &'static str,
}

thread_local! {
    /// The packed texts that were loaded last; English ones are part of the program.
    static LOADED: Cell<&'static str> = const { Cell::new("") };
}

/// Keeps packed texts for good. The widgets of a page share them, since hardly any page has two languages.
fn keep(packed: String) -> &'static str {
    if LOADED.get() != packed {
        LOADED.set(packed.leak());
    }
    LOADED.get()
}

/// Packed texts in which some lines are replaced by those of others that are not empty.
fn replaced(texts: &str, by: &str) -> String {
    let mut replaced = String::new();
    for index in 0..HEAD_LINES + Text::ALL.len() {
        let lines = [by, texts].map(|texts| nth(texts, b'\n', index));
        replaced.push_str(lines[usize::from(lines[0].is_empty())]);
        replaced.push('\n');
    }
    replaced
}

/// The part of a text with this index, between separators.
fn nth(text: &str, separator: u8, index: usize) -> &str {
    // A search by hand: `split` takes half a kilobyte more of the wasm.
    let (mut part, mut start) = (0, 0);
    for (end, byte) in text.bytes().enumerate() {
        if byte == separator {
            if part == index {
                return text.get(start..end).unwrap_or_default();
            }
            part += 1;
            start = end + 1;
        }
    }
    if part == index { text.get(start..).unwrap_or_default() } else { "" }
}

/// Any text.
impl Catalog {
    /// The interface beside a ladder. `packed` has words in the language of the ladder; if it is empty, they are English.
    /// Words that the ladder brings take their place.
    #[must_use]
    pub fn new(packed: String, ladder: &Ladder) -> Self {
        let lang = &ladder.lang;
        let mut is_foreign = packed.is_empty() && lang != "en" && !lang.starts_with("en-");
        let mut texts = if packed.is_empty() { ENGLISH } else { keep(packed) };
        if !ladder.words.is_empty() {
            // Complete words are an interface of their own, and begin with their language.
            is_foreign = is_foreign && ladder.words.starts_with('\n');
            texts = keep(replaced(texts, &ladder.words));
        }
        Self { is_foreign, texts }
    }

    /// The text of a key, as it is.
    #[must_use]
    pub fn text(&self, key: Text) -> &'static str {
        nth(self.texts, b'\n', HEAD_LINES + key as usize)
    }

    /// The template of a key with its gaps filled.
    fn fill(&self, key: Text, values: &[&str]) -> String {
        fill(self.text(key), values)
    }

    /// The template for a count, with the count filled in.
    fn count(&self, key: Text, count: usize) -> String {
        let forms = nth(self.texts, b'\n', PLURALS).as_bytes();
        let index = if count < PERIODIC_FROM { count } else { 100 + count % 100 };
        let form = forms.get(index).or(forms.last()).map_or(0, |digit| digit - b'0');
        let text = self.text(key);
        // An English text beside words in another language may have fewer forms.
        let last = text.bytes().rposition(|byte| byte == b'\t').map_or(0, |tab| tab + 1);
        let form = match nth(text, b'\t', form.into()) {
            "" => text.get(last..).unwrap_or_default(),
            form => form,
        };
        fill(form, &[&self.number(count)])
    }

    /// A whole number in the digits of the language.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        digits(number, nth(self.texts, b'\n', ZERO).chars().next().unwrap_or('0'))
    }

    /// Two short texts in one line.
    #[must_use]
    pub fn join(&self, first: &str, second: &str) -> String {
        self.fill(Text::Joined, &[first, second])
    }

    fn join_stage(&self, first: &str, stage: Option<&Stage>) -> String {
        stage.map_or_else(|| first.to_owned(), |stage| self.join(first, &stage.name))
    }

    /// A list inside a sentence. The standard library's `join` takes ten times as much of the wasm.
    fn listed(&self, items: &[impl AsRef<str>]) -> String {
        let mut list = String::new();
        for item in items {
            if !list.is_empty() {
                list.push_str(self.text(Text::ListSeparator));
            }
            list.push_str(item.as_ref());
        }
        list
    }
}

/// The ladder and its rungs.
impl Catalog {
    /// The number of rungs behind a fold, as its button.
    #[must_use]
    pub fn more_rungs(&self, count: usize) -> String {
        self.count(Text::MoreRungs, count)
    }

    /// The number of hidden adjacent roles, as their button.
    #[must_use]
    pub fn more_moves(&self, count: usize) -> String {
        self.count(Text::MoreMoves, count)
    }

    /// The line above a rung: its level and its stage.
    #[must_use]
    pub fn rung_context(&self, level: u16, stage: Option<&Stage>) -> String {
        self.join_stage(&self.fill(Text::Level, &[&self.number(level.into())]), stage)
    }

    /// The other names of a rung.
    #[must_use]
    pub fn also(&self, names: &[String]) -> String {
        self.fill(Text::Also, &[&self.listed(names)])
    }

    /// The role of a rung.
    #[must_use]
    pub fn role(&self, role: &str) -> String {
        self.fill(Text::Role, &[role])
    }

    /// The tab of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> &'static str {
        self.text(match section {
            Section::Changes => Text::SectionChanges,
            Section::Responsibilities => Text::SectionResponsibilities,
            Section::Success => Text::SectionSuccess,
            Section::Skills => Text::SectionSkills,
        })
    }
}

/// The questions of the quiz.
impl Catalog {
    /// The line above a question: its number, from 1, and the highest number that the quiz may come to.
    #[must_use]
    pub fn question_number(&self, number: usize, most: usize) -> String {
        if number == most {
            return self.fill(Text::NoQuestionLeft, &[]);
        }
        self.fill(Text::QuestionNumber, &[&self.number(number), &self.number(most)])
    }

    /// The reason for a question about this dimension, if its author explains it; `None` on a ladder without dimensions.
    #[must_use]
    pub fn question_reason(&self, about: Option<&Dimension>) -> String {
        let reason = self.text(Text::QuestionReason);
        match about {
            Some(Dimension { name, summary, .. }) if !summary.is_empty() => {
                self.fill(Text::QuestionReasonAbout, &[name, summary, reason])
            }
            _ => reason.to_owned(),
        }
    }

    /// The notice about a link or about stored answers.
    #[must_use]
    pub fn notice(&self, notice: Notice) -> String {
        let text = match notice {
            Notice::Lost(count) => return self.count(Text::AnswersLost, count),
            Notice::Damaged => Text::LinkDamaged,
            Notice::Newer => Text::LinkNewer,
            Notice::Empty => Text::LinkEmpty,
            Notice::Forgotten => Text::Forgotten,
            Notice::Unanswered => Text::Unanswered,
        };
        self.fill(text, &[])
    }
}

/// The outcome with its reasons.
impl Catalog {
    /// The line above an outcome; `stage` is that of the placed rung.
    #[must_use]
    pub fn outcome_context(&self, is_shared: bool, stage: Option<&Stage>) -> String {
        self.join_stage(self.text(if is_shared { Text::OutcomeShared } else { Text::Outcome }), stage)
    }

    /// The outcome as a heading; `best` and `second` are the titles of the two likeliest rungs. It speaks of stages only if the
    /// ladder `has_stages`.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict, best: &str, second: &str, has_stages: bool) -> String {
        let template = match verdict {
            Verdict::Clear => Text::Clear,
            Verdict::Between => Text::Between,
            Verdict::Unclear if has_stages => Text::Unclear,
            Verdict::Unclear => Text::UnclearLevel,
        };
        self.fill(template, &[best, second])
    }

    /// The heading of a clear outcome from a link.
    #[must_use]
    pub fn shared_match(&self, rung: &str) -> String {
        self.fill(Text::ClearShared, &[rung])
    }

    /// The dimensions in which a rung asks more than another, as a sentence.
    #[must_use]
    pub fn asks_more(&self, rung: &str, dimensions: &[&str]) -> String {
        self.fill(Text::AsksMore, &[rung, &self.listed(dimensions)])
    }

    /// The two likeliest rungs with their probabilities, 0 to 1, in a sentence.
    #[must_use]
    pub fn chances(&self, [best, second]: [(&str, f64); 2]) -> String {
        self.fill(Text::Chances, &[best.0, &self.percent(best.1), second.0, &self.percent(second.1)])
    }

    /// The tab of a part of the outcome.
    #[must_use]
    pub fn result_part(&self, part: ResultPart) -> &'static str {
        self.text(match part {
            ResultPart::Plan => Text::Plan,
            ResultPart::Profile => Text::Profile,
            ResultPart::Why => Text::Why,
            ResultPart::Share => Text::ShareTab,
        })
    }

    /// The text below the heading of an outcome from a link; `then` is the heading at the time of the link if it was
    /// another.
    #[must_use]
    pub fn shared(&self, shared: &SharedOutcome, then: Option<&str>) -> String {
        let mut text = self.fill(Text::Shared, &[]);
        if shared.changed {
            let missing = match shared.missing {
                0 => self.fill(Text::AllAnswersFit, &[]),
                count => self.count(Text::AnswersLeftOut, count),
            };
            text = self.fill(Text::SharedLadderChanged, &[&text, &missing]);
        }
        if let Some(then) = then {
            text = self.fill(Text::SharedOutcomeThen, &[&text, then]);
        }
        text
    }

    /// A probability in whole per cent, never 0 % and never 100 %.
    #[must_use]
    pub fn percent(&self, probability: f64) -> String {
        let percent = probability * 100.0;
        if percent < 1.0 {
            return self.fill(Text::PercentLowest, &[]);
        }
        if percent > 99.0 {
            return self.fill(Text::PercentHighest, &[]);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 99")]
        let percent = percent.round() as usize;
        self.fill(Text::Percent, &[&self.number(percent)])
    }

    /// The number of answers behind the outcome.
    #[must_use]
    pub fn basis(&self, answers: usize) -> String {
        self.count(Text::Basis, answers)
    }

    /// The title's effect on the outcome; `without` is the heading without the title.
    #[must_use]
    pub fn title_effect(&self, without: &str) -> String {
        self.fill(Text::TitleCounted, &[without])
    }

    /// The name of a bar in the profile.
    #[must_use]
    pub fn profile_level(&self, rung: &str) -> String {
        self.fill(Text::ProfileLevel, &[rung])
    }

    /// The legend of the profile.
    #[must_use]
    pub fn profile_legend(&self, rung: &str) -> String {
        self.fill(Text::ProfileLegend, &[rung])
    }

    /// The level of a dimension compared with the placed rung.
    #[must_use]
    pub fn comparison(&self, comparison: Ordering) -> &'static str {
        self.text(match comparison {
            Ordering::Less => Text::Below,
            Ordering::Equal => Text::AtLevel,
            Ordering::Greater => Text::Above,
        })
    }

    /// An answer as evidence for one rung and against another.
    #[must_use]
    pub fn evidence(&self, about: Option<&Dimension>, answer: &str, supports: &str, opposes: &str) -> String {
        let text = self.fill(Text::EvidenceAnswer, &[answer.trim_end_matches(['.', '。']), supports, opposes]);
        match about {
            Some(about) => self.fill(Text::EvidenceAbout, &[&about.name, &text]),
            None => text,
        }
    }

    /// The button that opens the details of a rung.
    #[must_use]
    pub fn about_rung(&self, rung: &str) -> String {
        self.fill(Text::AboutRung, &[rung])
    }
}

/// The plan, and its ways out of the widget.
impl Catalog {
    /// The target of a plan that starts at the rung `from`.
    #[must_use]
    pub fn target(&self, target: Target, from: &str, ladder: &Ladder) -> String {
        match target {
            Target::Here => self.fill(Text::TargetHere, &[from]),
            Target::Rung(id) => ladder.rung(id).title.clone(),
            Target::Move(id) => ladder.moves[id.index()].title.clone(),
        }
    }

    /// The target as a sentence of its own.
    #[must_use]
    pub fn aim(&self, target: &str) -> String {
        self.fill(Text::Target, &[target])
    }

    /// The result of an effect: `is_done` is false if the browser refused it.
    #[must_use]
    pub fn effect_result(&self, kind: EffectKind, is_done: bool) -> &'static str {
        self.text(match (kind, is_done) {
            (EffectKind::Copy, true) => Text::LinkCopied,
            (EffectKind::Share, true) => Text::LinkShared,
            (EffectKind::Plan, true) => Text::PlanCopied,
            (EffectKind::Remember, true) => Text::RememberDone,
            // The part speaks for itself.
            (EffectKind::Extra, true) => return "",
            (EffectKind::Copy, false) => Text::LinkCopyRefused,
            (EffectKind::Share, false) => Text::LinkShareRefused,
            (EffectKind::Plan, false) => Text::PlanCopyRefused,
            (EffectKind::Remember, false) => Text::RememberRefused,
            (EffectKind::Extra, false) => Text::ExtraRefused,
        })
    }
}

#[cfg(test)]
mod tests;
