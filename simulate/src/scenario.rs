//! The kinds of simulated readers and authors.

/// A kind of readers, with authors of a certain accuracy. Distances are in rungs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scenario {
    /// Short name for tables. It is part of the random seed, so a new name gives new readers.
    pub name: &'static str,
    /// Explanation of the name, in one line.
    pub about: &'static str,
    /// The fraction of answers given without regard to the question, 0 to 1. At 1 the title is random too.
    pub slip: f64,
    /// The fraction of questions that do not apply to the reader, who says so, 0 to 1.
    pub not_applicable: f64,
    /// Readers rate themselves this many rungs above their ability.
    pub leniency: f64,
    /// The standard deviation of a reader's skills around the levels that their rung requires.
    pub spread: f64,
    /// The standard deviation of the same reader's self-ratings from one question to the next.
    pub reading: f64,
    /// The standard deviation of the rung that readers take an answer for, around the rung that its author meant.
    pub author: f64,
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
}

const TITLES: TitleRates = TitleRates { right: 0.65, above: 0.20, below: 0.08 };
const INFLATED: TitleRates = TitleRates { right: 0.40, above: 0.45, below: 0.05 };

/// Readers as they are expected: they slip now and then, rate themselves a little too high, and have uneven skills. Readers
/// do not always understand answers as their author meant them.
pub const BASE: Scenario = Scenario {
    name: "base",
    about: "1 answer in 10 careless, self-ratings 0.3 rungs high, skills half a rung apart",
    slip: 0.10,
    not_applicable: 0.0,
    leniency: 0.3,
    spread: 0.5,
    reading: 0.25,
    author: 0.25,
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
        not_applicable: 0.0,
        leniency: 0.0,
        spread: 0.25,
        reading: 0.0,
        author: 0.0,
        titles: TITLES,
    },
    BASE,
    Scenario { name: "misfit", about: "base, but 1 answer in 4 careless", slip: 0.25, ..BASE },
    Scenario { name: "lenient", about: "base, but self-ratings 0.8 rungs high", leniency: 0.8, ..BASE },
    Scenario { name: "modest", about: "base, but no self-flattery", leniency: 0.0, ..BASE },
    Scenario { name: "uneven", about: "base, but skills 0.8 rungs apart", spread: 0.8, ..BASE },
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
        not_applicable: 0.0,
        leniency: 0.6,
        spread: 0.7,
        reading: 0.4,
        author: 0.4,
        titles: INFLATED,
    },
    CLICKER,
];
