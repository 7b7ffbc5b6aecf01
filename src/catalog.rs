//! Every word of the interface, in one place. The words of a ladder are in its file.

use career_ladder_core::decimal::decimal;
use career_ladder_core::ladder::{Dimension, Ladder, Stage};
use career_ladder_core::plan::{DimensionGap, Gap, Target};
use career_ladder_core::quiz::{Placement, Verdict};
use career_ladder_core::state::{EffectKind, Notice, Section, SharedOutcome};

/// The interface in one language.
#[derive(Debug, PartialEq)]
pub struct Catalog {
    /// Starts the quiz.
    pub start: &'static str,
    /// What starting costs.
    pub cost: &'static str,
    /// What else there is to do.
    pub explore: &'static str,
    /// What there is to do on a ladder without questions.
    pub explore_only: &'static str,
    /// Over the moves.
    pub moves: &'static str,
    /// Before other names of a rung.
    pub also: &'static str,
    /// Closes the details.
    pub close: &'static str,
    /// The sections of the details, in the order of [`Section::ALL`].
    pub sections: [&'static str; 4],
    /// Asks for the title.
    pub title_ask: &'static str,
    /// Under the question for the title.
    pub title_how: &'static str,
    /// Why it is asked for.
    pub title_why: &'static str,
    /// Passes over the question for the title.
    pub skip: &'static str,
    /// Under a question.
    pub how_to_answer: &'static str,
    /// Shows why a question is asked.
    pub why_ask: &'static str,
    /// Goes on to the next question.
    pub next: &'static str,
    /// Goes on to the outcome.
    pub finish: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// The quiz once more.
    pub again: &'static str,
    /// Over what to do, step by step.
    pub steps: &'static str,
    /// Over what to avoid.
    pub mistakes: &'static str,
    /// Over what is often asked.
    pub faq: &'static str,
    /// Over an outcome that names a rung.
    pub outcome: &'static str,
    /// Shows how sure it is in numbers.
    pub numbers: &'static str,
    /// Over the dimensions.
    pub profile: &'static str,
    /// Over the columns of the profile.
    pub profile_heads: [&'static str; 3],
    /// Over the answers that moved the outcome most.
    pub evidence: &'static str,
    /// Over the ways up from a fork.
    pub fork: &'static str,
    /// Before what separates them.
    pub apart: &'static str,
    /// Before the ways off the ladder.
    pub moves_here: &'static str,
    /// Over what to attend to in a stage.
    pub focus: &'static str,
    /// Over the plan.
    pub plan: &'static str,
    /// Names the list of where one could go.
    pub targets: &'static str,
    /// Over the objective of the plan.
    pub objective: &'static str,
    /// Over a key result of the plan.
    pub key_result: &'static str,
    /// Over the ways to keep and send.
    pub keep: &'static str,
    /// What a link tells, and whom.
    pub link_holds: &'static str,
    /// Copies the link.
    pub copy: &'static str,
    /// Hands the link to what the device offers.
    pub share: &'static str,
    /// Copies the plan.
    pub copy_plan: &'static str,
    /// Names the field with the link.
    pub link: &'static str,
    /// Sends the link by e-mail.
    pub mail: &'static str,
    /// Keeps the answers for longer.
    pub remember: &'static str,
    /// Removes all that is kept.
    pub forget: &'static str,
    /// Says that answers are kept for longer.
    pub remembered: &'static str,
    /// Where a dimension stands to the placed rung: below, at it, above.
    pub standings: [&'static str; 3],
}

/// English.
pub static ENGLISH: Catalog = Catalog {
    start: "Find my stage",
    cost: "About two minutes. Your answers stay on this page.",
    explore: "Choose a rung to see what it asks of you, or answer a few questions and see where you stand.",
    explore_only: "Choose a rung to see what it asks of you.",
    moves: "Ways off the ladder",
    also: "Also:",
    close: "Close",
    sections: ["What changes", "You do", "Going well", "Grow"],
    title_ask: "What is your title today?",
    title_how: "A hint, no more. Skip it if none fits, or if you would rather not say.",
    title_why: "People with one title do different work, so your answers can overrule it. With the outcome you will see \
        whether it made a difference.",
    skip: "Skip",
    how_to_answer: "Choose what comes closest.",
    why_ask: "Why are you asking this?",
    next: "Next",
    finish: "See my stage",
    back: "Back",
    again: "Start again",
    steps: "Steps",
    mistakes: "Mistakes",
    faq: "Questions",
    outcome: "Your stage",
    numbers: "How sure, in numbers",
    profile: "Beside this rung, your answers are",
    profile_heads: ["Side of the work", "Your answers are typical of", "Beside this rung"],
    evidence: "What moved it most",
    fork: "The ways up from here",
    apart: "What separates them:",
    moves_here: "Ways off the ladder from here:",
    focus: "What to attend to now",
    plan: "Your plan",
    targets: "Aim for",
    objective: "Objective",
    key_result: "Key result",
    keep: "Keep it or send it",
    link_holds: "The link holds your answers and where they put you; no name, no date. Nobody has it until you send it.",
    copy: "Copy link",
    share: "Share",
    copy_plan: "Copy as a checklist",
    link: "Link",
    mail: "Send it by e-mail",
    remember: "Remember me here",
    forget: "Forget",
    remembered: "This browser remembers your answers and ticks on this page until you forget them.",
    standings: ["below", "at level", "above"],
};

impl Catalog {
    /// The name of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> &'static str {
        self.sections[section as usize]
    }

    /// The line over a rung: how high it is, and its stage.
    #[must_use]
    pub fn context(&self, level: u16, stage: Option<&Stage>) -> String {
        join(&put("Level {}", &[&decimal(level.into())]), stage)
    }

    /// The line over an outcome.
    #[must_use]
    pub fn outcome(&self, stage: Option<&Stage>) -> String {
        join(self.outcome, stage)
    }

    /// How many questions may still come.
    #[must_use]
    pub fn at_most_more(&self, count: usize) -> String {
        match count {
            0 => "The last question".to_owned(),
            count => put("At most {} more", &[&decimal(count)]),
        }
    }

    /// Why a question is asked.
    #[must_use]
    pub fn why(&self, about: Option<&Dimension>) -> String {
        let choice = "Of the questions left, its answer is expected to tell most about where you stand.";
        match about {
            Some(Dimension { name, summary, .. }) => put("It is about {}. {} {}", &[name, summary, choice]),
            None => choice.to_owned(),
        }
    }

    /// What to know on coming here.
    #[must_use]
    pub fn note(&self, note: Notice) -> String {
        match note {
            Notice::Lost(count) => {
                let dropped = match count {
                    1 => "One of your answers no longer fits it and was dropped".to_owned(),
                    count => put("{} of your answers no longer fit it and were dropped", &[&decimal(count)]),
                };
                put("This ladder has changed since you were here. {}; the others are kept.", &[&dropped])
            }
            Notice::Damaged => {
                "The link that led here is damaged: part of it is missing or was changed on its way. Ask for \
                it once more."
                    .to_owned()
            }
            Notice::Newer => {
                "The link that led here was made by a newer version of this page. Reload the page to open it."
                    .to_owned()
            }
            Notice::Empty => "Nothing in the link that led here fits this ladder any more.".to_owned(),
            Notice::Forgotten => {
                "Forgotten: your answers, your ticks, and what this browser remembered of them.".to_owned()
            }
        }
    }

    /// What is shown of a link, and what it said when it was made if that was something else.
    #[must_use]
    pub fn shared(&self, shared: &SharedOutcome, then: Option<&str>) -> String {
        let mut text = "From a link. “You” is whoever gave the answers.".to_owned();
        if shared.changed {
            text.push_str(" The ladder has changed since. ");
            text.push_str(&match shared.missing {
                0 => "All the answers still fit it.".to_owned(),
                1 => "One answer no longer fits it and is left out.".to_owned(),
                count => put("{} answers no longer fit it and are left out.", &[&decimal(count)]),
            });
        }
        if let Some(then) = then {
            text.push_str(&put(" When the link was made, this read: “{}”.", &[then]));
        }
        text
    }

    /// What came of what the browser was asked for.
    #[must_use]
    pub fn told(&self, kind: EffectKind, done: bool) -> &'static str {
        match (kind, done) {
            (EffectKind::Copy, true) => "Link copied.",
            (EffectKind::Share, true) => "Link handed on.",
            (EffectKind::Plan, true) => "Plan copied, in Markdown.",
            (EffectKind::Remember, true) => "",
            (EffectKind::Copy, false) => "This page is not allowed to copy. Take the link from here:",
            (EffectKind::Share, false) => "This page is not allowed to share. Take the link from here:",
            (EffectKind::Plan, false) => "This page is not allowed to copy. Take the plan from here:",
            (EffectKind::Remember, false) => {
                "This browser stores nothing for this page, so it cannot remember you. The link can."
            }
        }
    }

    /// Where a plan leads.
    #[must_use]
    pub fn target(&self, target: Target, from: &str, ladder: &Ladder) -> String {
        match target {
            Target::Here => put("Do {} well", &[from]),
            Target::Rung(rung) => put("Grow into {}", &[&ladder.rung(rung).title]),
            Target::Move(way) => put("Get ready for {}", &[&ladder.moves[way.index()].title]),
        }
    }

    /// A key result of a plan.
    #[must_use]
    pub fn gap(&self, gap: &Gap, ladder: &Ladder) -> String {
        let Some(DimensionGap { dimension, from, to }) = gap.side else { return "What helps besides".to_owned() };
        let (from, to) = (&*ladder.rung(from).title, &*ladder.rung(to).title);
        let name = &*ladder.dimensions[dimension.index()].name;
        if from == to {
            put("{}: at {} already, and kept there", &[name, to])
        } else {
            put("{}: from {} to {}", &[name, from, to])
        }
    }

    /// The outcome as a heading.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict, best: &str, second: &str) -> String {
        match verdict {
            Verdict::Clear => put("You stand at {}", &[best]),
            Verdict::Between => put("Between {} and {}", &[best, second]),
            Verdict::Unclear => "Your answers don't point to one stage".to_owned(),
        }
    }

    /// How sure it is, and what else it may be.
    #[must_use]
    pub fn confidence(&self, placement: &Placement, best: &str, second: &str) -> String {
        match placement.verdict {
            Verdict::Clear if placement.confidence >= 0.95 => {
                put("Very sure. The next best fit is {}.", &[second])
            }
            Verdict::Clear => put("Quite sure. If not there, then most likely at {}.", &[second]),
            Verdict::Between => {
                put("Your answers fit {} best, then {}. Read both and see which is more like your weeks.", &[best, second])
            }
            Verdict::Unclear => "They pull in different directions, much as if they were picked by chance, so naming a \
                rung would be a guess. Think of one recent month and try again, or read the rungs and see which is most \
                like your work."
                .to_owned(),
        }
    }

    /// A rung with its probability.
    #[must_use]
    pub fn likely(&self, rung: &str, probability: f64) -> String {
        put("{}: {}", &[rung, &percent(probability)])
    }

    /// What the numbers rest on.
    #[must_use]
    pub fn numbers_from(&self, answers: usize) -> String {
        let answers = if answers == 1 { "one answer".to_owned() } else { put("{} answers", &[&decimal(answers)]) };
        put(
            "Computed from your {}. It supposes that the ladder's author put each answer on the right rung.",
            &[&answers],
        )
    }

    /// Whether the title made a difference: with what would be said without it, it did.
    #[must_use]
    pub fn title_effect(&self, otherwise: Option<&str>) -> String {
        otherwise.map_or_else(
            || "Your title made no difference to this.".to_owned(),
            |otherwise| put("Your title made a difference. Without it, this would read: “{}”.", &[otherwise]),
        )
    }

    /// What the mark in the profile means.
    #[must_use]
    pub fn profile_mark(&self, rung: &str) -> String {
        put("The line marks what {} asks.", &[rung])
    }

    /// A level by the rung it is that of.
    #[must_use]
    pub fn about_level(&self, rung: &str) -> String {
        put("about {}", &[rung])
    }

    /// An answer and what it speaks for.
    #[must_use]
    pub fn evidence(&self, about: Option<&Dimension>, say: &str, speaks_for: &str, rather_than: &str) -> String {
        let chose = put("You chose “{}”.", &[say.trim_end_matches('.')]);
        let about = about.map_or_else(String::new, |about| put("{}. ", &[&about.name]));
        put("{}{} That speaks for {} rather than {}.", &[&about, &chose, speaks_for, rather_than])
    }

    /// A way up: its first rung, its track, and what one does there.
    #[must_use]
    pub fn way(&self, rung: &str, track: &str, role: &str) -> String {
        let role = if role.is_empty() { String::new() } else { put(". {}", &[role]) };
        put("{} ({}){}.", &[rung, track, &role])
    }

    /// What a way asks more of than the others.
    #[must_use]
    pub fn asks_more(&self, dimension: &str, rung: &str) -> String {
        put("{} (more at {})", &[dimension, rung])
    }

    /// Shows those that were left out of a list.
    #[must_use]
    pub fn more(&self, count: usize) -> String {
        put("{} more", &[&decimal(count)])
    }

    /// Shows the rungs that were folded away.
    #[must_use]
    pub fn unfold(&self, rungs: usize) -> String {
        match rungs {
            1 => "Show one more rung".to_owned(),
            rungs => put("Show {} more rungs", &[&decimal(rungs)]),
        }
    }

    /// Opens the details of the placed rung.
    #[must_use]
    pub fn about(&self, rung: &str) -> String {
        put("About {}", &[rung])
    }
}

/// A sentence with its gaps `{}` filled, in turn.
fn put(sentence: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    let mut text = String::new();
    for char in sentence.chars() {
        match char {
            '{' => text.push_str(parts.next().unwrap_or(&"")),
            '}' => {}
            char => text.push(char),
        }
    }
    text
}

fn join(first: &str, stage: Option<&Stage>) -> String {
    stage.map_or_else(|| first.to_owned(), |stage| put("{} · {}", &[first, &stage.name]))
}

/// A probability in whole per cent. What is not certain is never called so.
fn percent(probability: f64) -> String {
    match probability * 100.0 {
        small if small < 1.0 => "under 1\u{a0}%".to_owned(),
        large if large > 99.0 => "over 99\u{a0}%".to_owned(),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 99")]
        other => put("{}\u{a0}%", &[&decimal(other.round() as usize)]),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn nothing_is_called_certain() {
        for (probability, expected) in [
            (0.0, "under 1 %"),
            (0.009, "under 1 %"),
            (0.01, "1 %"),
            (0.555, "56 %"),
            (0.99, "99 %"),
            (1.0, "over 99 %"),
        ] {
            assert_eq!(percent(probability).replace('\u{a0}', " "), expected);
        }
    }
}
