//! The kinds of simulated readers and authors.

use career_ladder_core::quiz::MAX_QUESTIONS_ASKED;

/// A kind of readers, with authors of a certain accuracy. Distances are in rungs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scenario {
    /// Short name for tables. It is part of the random seed, so a new name gives new readers.
    pub name: &'static str,
    /// Explanation of the name, in one line.
    pub about: &'static str,
    /// The fraction of answers given without regard to the question, 0 to 1. At 1 the title is random too.
    pub slip: f64,
    /// The growth of that fraction from the first question to the twelfth, evenly; 0 for readers who do not tire.
    pub tiring: f64,
    /// The fraction of questions that do not apply to the reader, who says so, 0 to 1.
    pub not_applicable: f64,
    /// Readers rate themselves this many rungs above their ability.
    pub leniency: f64,
    /// How a reader's skills lie around the levels that their rung requires.
    pub skills: Skills,
    /// How readers choose among the answers.
    pub choice: Choice,
    /// The standard deviation of the rung that readers take an answer for, around the rung that its author meant.
    pub author: f64,
    /// All answers of a question are taken for rungs up to this many too high or too low, each shift equally often.
    pub question_shift: f64,
    /// Readers rate themselves this part of the way, 0 to 1, from their ability to the level of their title.
    pub drift: f64,
    /// The fraction of readers, 0 to 1, to whom one option looks half a rung nearer: to half of them the one that stands
    /// first, to the others the highest.
    pub preferring: f64,
    /// How often readers hold which title.
    pub titles: TitleRates,
}

/// Fractions of readers by the title that they hold, 0 to 1. All others hold any title.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TitleRates {
    /// The title of their own rung.
    pub right: f64,
    /// The title of a rung that comes next above theirs.
    pub above: f64,
    /// The title of the rung that comes next below theirs.
    pub below: f64,
    /// The title of a rung two above theirs.
    pub two_above: f64,
}

/// A reader's skills in the dimensions, around the levels that their rung requires.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Skills {
    /// Normally distributed, each on its own, with this standard deviation.
    Normal(f64),
    /// One rung below in 20 of 100 dimensions and one above in 20. With a correlation over 0 a reader's dimensions agree more
    /// often. Readers whose skills add up to more than half a rung a dimension, above or below, are drawn again: they would be
    /// on another rung.
    Steps {
        /// The correlation between two dimensions, 0 to 1, of the normal numbers that are cut into steps.
        correlation: f64,
    },
    /// At the level, but two rungs above it in one dimension.
    Expert,
}

/// How a reader chooses among the answers of a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choice {
    /// The answer nearest to their self-rating, which varies from one question to the next with this standard deviation.
    Nearest(f64),
    /// Any answer, with a chance that falls as exp(-k·d) of its distance d from their self-rating, where k is this number.
    Soft(f64),
}

impl Scenario {
    /// The fraction of careless answers after this many questions.
    pub(super) fn slip_after(&self, asked: usize) -> f64 {
        let progress = asked.min(MAX_QUESTIONS_ASKED - 1) as f64 / (MAX_QUESTIONS_ASKED - 1) as f64;
        self.slip + self.tiring * progress
    }
}

const TITLES: TitleRates = TitleRates { right: 0.65, above: 0.20, below: 0.08, two_above: 0.0 };
pub(super) const INFLATED: TitleRates = TitleRates { right: 0.40, above: 0.45, below: 0.05, two_above: 0.0 };

/// Readers as they are expected: they slip now and then, rate themselves a little too high, and have uneven skills. Readers
/// do not always understand answers as their author meant them.
pub const BASE: Scenario = Scenario {
    name: "base",
    about: "1 answer in 10 careless, self-ratings 0.3 rungs high, skills half a rung apart",
    slip: 0.10,
    not_applicable: 0.0,
    tiring: 0.0,
    leniency: 0.3,
    skills: Skills::Normal(0.5),
    choice: Choice::Nearest(0.25),
    author: 0.25,
    question_shift: 0.0,
    drift: 0.0,
    preferring: 0.0,
    titles: TITLES,
};

/// Readers who read nothing and click at random.
pub const CLICKER: Scenario =
    Scenario { name: "random clicker", about: "every answer and the title at random", slip: 1.0, ..BASE };

/// From ideal readers to random clickers.
pub const SCENARIOS: [Scenario; 11] = [
    Scenario {
        name: "clean",
        about: "no careless answer, no flattery, skills even, answers meant as they are read",
        slip: 0.0,
        leniency: 0.0,
        skills: Skills::Normal(0.25),
        choice: Choice::Nearest(0.0),
        author: 0.0,
        ..BASE
    },
    BASE,
    Scenario { name: "misfit", about: "base, but 1 answer in 4 careless", slip: 0.25, ..BASE },
    Scenario { name: "lenient", about: "base, but self-ratings 0.8 rungs high", leniency: 0.8, ..BASE },
    Scenario { name: "modest", about: "base, but no self-flattery", leniency: 0.0, ..BASE },
    Scenario { name: "uneven", about: "base, but skills 0.8 rungs apart", skills: Skills::Normal(0.8), ..BASE },
    Scenario { name: "author", about: "base, but answers half a rung from where they were meant", author: 0.5, ..BASE },
    Scenario {
        name: "doesn't apply",
        about: "base, but 1 question in 8 does not apply",
        not_applicable: 0.125,
        ..BASE
    },
    Scenario { name: "inflated titles", about: "base, but 45 in 100 titles a rung too high", titles: INFLATED, ..BASE },
    Scenario {
        name: "harsh",
        about: "most of these at once",
        slip: 0.2,
        leniency: 0.6,
        skills: Skills::Normal(0.7),
        choice: Choice::Nearest(0.4),
        author: 0.4,
        titles: INFLATED,
        ..BASE
    },
    CLICKER,
];
