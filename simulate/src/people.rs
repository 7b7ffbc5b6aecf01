//! Simulated readers: how they answer, by rules that are not the engine's.

use super::random::Random;
use super::scenario::Scenario;
use super::terrain::Terrain;

/// So many readers meet the same answers; then others have written them, so that no single draw of authors decides.
const READERS_OF_AN_AUTHOR: usize = 50;

/// A simulated reader, and all they would answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Person {
    /// Where they stand.
    pub(super) rung: usize,
    /// The rung whose title they hold.
    pub(super) title: usize,
    /// Per question: the place of their answer.
    pub(super) answers: Vec<usize>,
}

/// As many readers on each rung, as far as the number goes.
pub(super) fn people(terrain: &Terrain, scenario: &Scenario, count: usize, seed: u64) -> Vec<Person> {
    let mut random = Random::new(seed, scenario.name);
    let mut perceived = Vec::new();
    let people = (0..count).map(|number| {
        if number % READERS_OF_AN_AUTHOR == 0 {
            perceived = perceive(terrain, scenario, &mut random);
        }
        person(terrain, scenario, &perceived, number % terrain.asks.len(), &mut random)
    });
    people.collect()
}

/// Per question and answer: where readers take the answer to stand.
fn perceive(terrain: &Terrain, scenario: &Scenario, random: &mut Random) -> Vec<Vec<f64>> {
    let mut perceive = |anchor: &f64| anchor + scenario.author * random.normal();
    terrain.questions.iter().map(|(_, anchors)| anchors.iter().map(&mut perceive).collect()).collect()
}

fn person(terrain: &Terrain, scenario: &Scenario, perceived: &[Vec<f64>], rung: usize, random: &mut Random) -> Person {
    let skills: Vec<f64> = terrain.asks[rung].iter().map(|asks| asks + scenario.spread * random.normal()).collect();
    let answers = terrain.questions.iter().zip(perceived).map(|((about, _), perceived)| {
        if random.happens(scenario.slip) {
            return random.place(perceived.len());
        }
        // Who compares options takes the one that comes nearest to how they see themselves.
        let seen = skills[*about] + scenario.leniency + scenario.reading * random.normal();
        let distance = |&place: &usize| (perceived[place] - seen).abs();
        let places = 0..perceived.len();
        places.min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
    });
    let answers = answers.collect();
    Person { rung, title: title(terrain, scenario, rung, random), answers }
}

/// The rung whose title someone holds. At the ends of the ladder those who would hold a higher or lower one hold the right one.
fn title(terrain: &Terrain, scenario: &Scenario, rung: usize, random: &mut Random) -> usize {
    let titles = scenario.titles;
    let any = random.place(terrain.asks.len());
    let drawn = random.share();
    let mut one_of = |rungs: &[usize]| rungs.get(random.place(rungs.len())).copied().unwrap_or(rung);
    if scenario.slip >= 1.0 {
        any
    } else if drawn < titles.right {
        rung
    } else if drawn < titles.right + titles.above {
        one_of(&terrain.ups[rung])
    } else if drawn < titles.right + titles.above + titles.below {
        one_of(&terrain.downs[rung])
    } else {
        any
    }
}

#[cfg(test)]
mod tests {
    use super::super::scenario::{BASE, CLICKER, SCENARIOS};
    use super::super::terrain::tests::ladder;
    use super::*;

    fn forked() -> Terrain {
        Terrain::new(&ladder(include_str!("../tests/synthetic/forked.json")))
    }

    fn share(people: &[Person], is: impl Fn(&Person) -> bool) -> f64 {
        people.iter().filter(|person| is(person)).count() as f64 / people.len() as f64
    }

    #[test]
    fn a_seed_fixes_them() {
        let terrain = forked();
        assert_eq!(people(&terrain, &BASE, 60, 1), people(&terrain, &BASE, 60, 1));
        assert_ne!(people(&terrain, &BASE, 60, 1), people(&terrain, &BASE, 60, 2));
    }

    #[test]
    fn clean_readers_answer_next_to_where_they_stand() {
        let terrain = forked();
        for person in people(&terrain, &Scenario { spread: 0.0, ..SCENARIOS[0] }, 70, 1) {
            for ((about, anchors), &answer) in terrain.questions.iter().zip(&person.answers) {
                let distance = |anchor: f64| (anchor - terrain.asks[person.rung][*about]).abs();
                assert!(anchors.iter().all(|&other| distance(anchors[answer]) <= distance(other)));
            }
        }
    }

    #[test]
    fn leniency_raises_answers() {
        let terrain = forked();
        let mean = |leniency| {
            let people = people(&terrain, &Scenario { leniency, ..BASE }, 700, 1);
            people.iter().flat_map(|person| &person.answers).sum::<usize>()
        };
        assert!(mean(0.8) > mean(0.0));
    }

    #[test]
    fn titles_are_mostly_right_and_more_often_too_high_than_too_low() {
        let terrain = forked();
        let people = people(&terrain, &BASE, 7_000, 1);
        assert!((share(&people, |person| person.title == person.rung) - 0.71).abs() < 0.03);
        let above = share(&people, |person| terrain.ups[person.rung].contains(&person.title));
        let below = share(&people, |person| terrain.downs[person.rung].contains(&person.title));
        assert!(above > 1.5 * below && below > 0.03, "{above} {below}");
    }

    #[test]
    fn clickers_answer_evenly() {
        let terrain = forked();
        let people = people(&terrain, &CLICKER, 2_000, 1);
        for place in 0..4 {
            assert!((share(&people, |person| person.answers[3] == place) - 0.25).abs() < 0.05);
        }
        assert!((share(&people, |person| person.title == person.rung) - 1.0 / 7.0).abs() < 0.05);
    }
}
