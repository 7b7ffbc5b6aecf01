//! What simulated readers are like.

/// A kind of readers, and of authors. Distances are in rungs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scenario {
    /// Its name.
    pub name: &'static str,
    /// What sets it apart.
    pub about: &'static str,
    /// The share of answers given without regard to the question; 1: nothing is read at all, the title neither.
    pub slip: f64,
    /// How far above where they stand people rate themselves.
    pub leniency: f64,
    /// How unevenly skilled people are: the standard deviation of a skill around what their rung asks.
    pub spread: f64,
    /// How differently the same person takes one question and the next (standard deviation).
    pub reading: f64,
    /// How far an answer is, for readers, from the rung its author meant (standard deviation).
    pub author: f64,
    /// Which titles people hold.
    pub titles: Titles,
}

/// Shares of people by the title they hold. What is left holds any.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Titles {
    /// That of their rung.
    pub right: f64,
    /// That of a rung next above.
    pub above: f64,
    /// That of the rung next below.
    pub below: f64,
}

const TITLES: Titles = Titles { right: 0.65, above: 0.20, below: 0.08 };
const INFLATED: Titles = Titles { right: 0.40, above: 0.45, below: 0.05 };

/// People as they are expected to be: they slip now and then, flatter themselves a little, and are
/// not equally good at everything; authors are not always understood as they meant it.
pub const BASE: Scenario = Scenario {
    name: "base",
    about: "1 answer in 10 careless, self-ratings 0.3 rungs high, skills half a rung apart",
    slip: 0.10,
    leniency: 0.3,
    spread: 0.5,
    reading: 0.25,
    author: 0.25,
    titles: TITLES,
};

/// People who read nothing and click.
pub const CLICKER: Scenario =
    Scenario { name: "random clicker", about: "every answer and the title at random", slip: 1.0, ..BASE };

/// From the cleanest to none at all.
pub const SCENARIOS: [Scenario; 10] = [
    Scenario {
        name: "clean",
        about: "no careless answer, no flattery, skills even, answers meant as they are read",
        slip: 0.0,
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
    Scenario { name: "inflated titles", about: "base, but 45 in 100 titles a rung too high", titles: INFLATED, ..BASE },
    Scenario {
        name: "harsh",
        about: "much of all of these at once",
        slip: 0.2,
        leniency: 0.6,
        spread: 0.7,
        reading: 0.4,
        author: 0.4,
        titles: INFLATED,
    },
    CLICKER,
];
