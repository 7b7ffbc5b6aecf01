//! Every word of the interface, in one place. The words of a ladder are in its file.

use crate::ladder::Stage;
use crate::quiz::{Outcome, Verdict};
use crate::state::Section;

/// The interface in one language.
#[derive(Debug, PartialEq)]
pub struct Words {
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
    /// Under a question.
    pub how_to_answer: &'static str,
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
    /// Over the dimensions.
    pub profile: &'static str,
    /// Over what to attend to in a stage.
    pub focus: &'static str,
    /// Where a dimension stands to the placed rung: below, at it, above.
    pub standings: [&'static str; 3],
}

/// English.
pub static ENGLISH: Words = Words {
    start: "Find my stage",
    cost: "About two minutes. Your answers stay on this page.",
    explore: "Choose a rung to see what it asks of you, or answer a few questions and see where you stand.",
    explore_only: "Choose a rung to see what it asks of you.",
    moves: "Ways off the ladder",
    also: "Also:",
    close: "Close",
    sections: ["What changes", "You do", "Going well", "Grow"],
    how_to_answer: "Choose what comes closest.",
    next: "Next",
    finish: "See my stage",
    back: "Back",
    again: "Start again",
    steps: "Steps",
    mistakes: "Mistakes",
    faq: "Questions",
    outcome: "Your stage",
    profile: "Beside this rung, your answers are",
    focus: "What to attend to now",
    standings: ["below", "at level", "above"],
};

impl Words {
    /// The name of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> &'static str {
        self.sections[section as usize]
    }

    /// The line over a rung: how high it is, and its stage.
    #[must_use]
    pub fn context(&self, level: u16, stage: Option<&Stage>) -> String {
        join(&format!("Level {level}"), stage)
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
            count => format!("At most {count} more"),
        }
    }

    /// The outcome as a heading.
    #[must_use]
    pub fn verdict(&self, outcome: &Outcome, best: &str, second: &str) -> String {
        match outcome.verdict {
            Verdict::Clear => format!("You stand at {best}"),
            Verdict::Between => format!("Between {best} and {second}"),
            Verdict::Unclear => "Your answers don't point to one stage".to_owned(),
        }
    }

    /// How sure it is, and what else it may be.
    #[must_use]
    pub fn confidence(&self, outcome: &Outcome, best: &str, second: &str) -> String {
        let sure = percent(outcome.confidence);
        let next = percent(outcome.probabilities[outcome.runner_up.index()]);
        match outcome.verdict {
            Verdict::Clear if outcome.confidence >= 0.95 => {
                format!("Very sure: your answers make it {sure} likely. The next best fit is {second}.")
            }
            Verdict::Clear => {
                format!("Quite sure: your answers make it {sure} likely. If not there, then most likely at {second}.")
            }
            Verdict::Between => {
                format!("Your answers fit {best} best ({sure} likely), then {second} ({next}). Read both and see which is more like your weeks.")
            }
            Verdict::Unclear => "They pull in different directions, much as if they were picked by chance, so naming a \
                rung would be a guess. Think of one recent month and try again, or read the rungs and see which is most \
                like your work."
                .to_owned(),
        }
    }

    /// Shows those that were left out of a list.
    #[must_use]
    pub fn more(&self, count: usize) -> String {
        format!("{count} more")
    }

    /// Shows the rungs that were folded away.
    #[must_use]
    pub fn unfold(&self, rungs: usize) -> String {
        match rungs {
            1 => "Show one more rung".to_owned(),
            rungs => format!("Show {rungs} more rungs"),
        }
    }

    /// Opens the details of the placed rung.
    #[must_use]
    pub fn about(&self, rung: &str) -> String {
        format!("About {rung}")
    }
}

fn join(first: &str, stage: Option<&Stage>) -> String {
    stage.map_or_else(|| first.to_owned(), |stage| format!("{first} · {}", stage.name))
}

/// A probability in whole per cent. What is not certain is never called so.
fn percent(probability: f64) -> String {
    match probability * 100.0 {
        small if small < 1.0 => "under 1\u{a0}%".to_owned(),
        large if large > 99.0 => "over 99\u{a0}%".to_owned(),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 99")]
        other => format!("{}\u{a0}%", other.round() as u8),
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
