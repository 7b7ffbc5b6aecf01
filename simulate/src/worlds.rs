//! Worlds that the engine was not made for: readers and authors who differ from each other in kind, not only by a number.
//!
//! Nobody knows which of them is like the real one, so the engine has to be good in all. Each comes in three versions.

use super::scenario::{BASE, Choice, INFLATED, Scenario, Skills, TitleRates};

/// The fraction of careless answers in a careful version, and at the first question of readers who tire.
const CAREFUL: f64 = 0.05;

/// Readers who are a whole rung off in two dimensions of five, and choose softly among near answers.
const SOFT: Scenario = Scenario {
    name: "soft",
    about: "a whole rung above or below in 2 areas of 5, soft choices, half of the titles right",
    skills: Skills::Steps { correlation: 0.0 },
    choice: Choice::Soft(2.0),
    titles: TitleRates { right: 0.50, above: 0.25, below: 0.15, two_above: 0.05 },
    ..BASE
};

/// Readers and authors of a kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct World {
    /// The readers and authors.
    pub scenario: Scenario,
    /// The knowledge that makes the oracle better than our quiz here, as a sentence without its full stop.
    pub secret: &'static str,
}

/// All worlds.
pub const WORLDS: [World; 6] = [
    World {
        scenario: Scenario {
            name: "today's",
            about: "skills half a rung apart, the nearest answer, two thirds of the titles right",
            ..BASE
        },
        secret: "two readers of a rung differ by half a rung in each area, and seldom by a whole one",
    },
    World { scenario: SOFT, secret: "every fifth area is a whole rung above, and every fifth below" },
    World {
        scenario: Scenario {
            name: "halo",
            about: "soft, but a reader's areas agree, and self-ratings drift towards the title",
            skills: Skills::Steps { correlation: 0.6 },
            drift: 0.3,
            ..SOFT
        },
        secret: "a wrong title pulls every answer its way, so that answers and title agree on a wrong rung",
    },
    World {
        scenario: Scenario {
            name: "tired",
            about: "soft, but more careless with every question, and 1 reader in 5 prefers the first or the highest option",
            slip: CAREFUL,
            tiring: 0.25,
            preferring: 0.2,
            ..SOFT
        },
        secret: "later answers count less than earlier ones",
    },
    World {
        scenario: Scenario {
            name: "expert",
            about: "soft, but one area is two rungs above all others",
            skills: Skills::Expert,
            ..SOFT
        },
        secret: "no area is ever below the reader's rung, and exactly one is above",
    },
    World {
        scenario: Scenario {
            name: "biased author",
            about: "soft, but all answers of a question are up to a rung higher or lower than its author thinks",
            question_shift: 1.0,
            ..SOFT
        },
        secret: "one question proves little, and two about the same area more than two answers to one",
    },
];

/// The fraction of careless answers in a careless version.
const CARELESS: f64 = 0.25;

/// A version of a world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// 5 in 100 answers are careless.
    Careful,
    /// 25 in 100 answers are careless.
    Careless,
    /// 45 in 100 titles are a rung too high.
    Inflated,
}

/// All versions.
pub const VERSIONS: [Version; 3] = [Version::Careful, Version::Careless, Version::Inflated];

impl Version {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Careful => "careful",
            Self::Careless => "careless",
            Self::Inflated => "titles inflated",
        }
    }

    /// The readers of this version. All versions of a world are drawn from the same random numbers.
    #[must_use]
    pub fn of(self, world: &World) -> Scenario {
        let world = world.scenario;
        match self {
            Self::Careful => Scenario { slip: CAREFUL, ..world },
            Self::Careless => Scenario { slip: CARELESS, ..world },
            Self::Inflated => Scenario { titles: INFLATED, ..world },
        }
    }
}
