//! Simulated readers, who answer by rules that share no formula with the engine.

use super::ground_truth::GroundTruth;
use super::random::Random;
use super::scenario::Scenario;

/// After this many readers another author writes the answers, so that no single random author decides the result.
const READERS_PER_AUTHOR: usize = 50;

/// A simulated reader, with their answer to every question.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Respondent {
    /// Index of their true rung.
    pub(super) rung: usize,
    /// Index of the rung whose title they hold.
    pub(super) title: usize,
    /// Per question: the index of their answer; the number of its answers if it does not apply to them.
    pub(super) answers: Vec<usize>,
}

/// `count` readers, who take turns over the rungs.
pub(super) fn respondents(truth: &GroundTruth, scenario: &Scenario, count: usize, seed: u64) -> Vec<Respondent> {
    let mut random = Random::new(seed, scenario.name);
    let mut perceived = Vec::new();
    let respondents = (0..count).map(|number| {
        if number % READERS_PER_AUTHOR == 0 {
            perceived = perceive(truth, scenario, &mut random);
        }
        respondent(truth, scenario, &perceived, number % truth.required.len(), &mut random)
    });
    respondents.collect()
}

/// Per question and answer: the level that readers take the answer for.
fn perceive(truth: &GroundTruth, scenario: &Scenario, random: &mut Random) -> Vec<Vec<f64>> {
    let mut perceive = |anchor: &f64| anchor + scenario.author * random.normal();
    truth.questions.iter().map(|(_, anchors)| anchors.iter().map(&mut perceive).collect()).collect()
}

fn respondent(
    truth: &GroundTruth,
    scenario: &Scenario,
    perceived: &[Vec<f64>],
    rung: usize,
    random: &mut Random,
) -> Respondent {
    let skills: Vec<f64> =
        truth.required[rung].iter().map(|required| required + scenario.spread * random.normal()).collect();
    let answers = truth.questions.iter().zip(perceived).map(|((about, _), perceived)| {
        // No draw where every question applies, so that the other scenarios keep their readers.
        if scenario.not_applicable > 0.0 && random.happens(scenario.not_applicable) {
            return perceived.len();
        }
        if random.happens(scenario.slip) {
            return random.index(perceived.len());
        }
        // The reader compares the options and picks the nearest to their own view of themselves.
        let self_rating = skills[*about] + scenario.leniency + scenario.reading * random.normal();
        let distance = |&answer: &usize| (perceived[answer] - self_rating).abs();
        (0..perceived.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
    });
    let answers = answers.collect();
    Respondent { rung, title: title(truth, scenario, rung, random), answers }
}

/// The rung whose title the reader holds. If there is no rung above or below, it is their own instead.
fn title(truth: &GroundTruth, scenario: &Scenario, rung: usize, random: &mut Random) -> usize {
    let titles = scenario.titles;
    let any = random.index(truth.required.len());
    let drawn = random.fraction();
    let mut one_of = |rungs: &[usize]| rungs.get(random.index(rungs.len())).copied().unwrap_or(rung);
    if scenario.slip >= 1.0 {
        any
    } else if drawn < titles.right {
        rung
    } else if drawn < titles.right + titles.above {
        one_of(&truth.ups[rung])
    } else if drawn < titles.right + titles.above + titles.below {
        one_of(&truth.downs[rung])
    } else {
        any
    }
}

#[cfg(test)]
mod tests {
    use super::super::ground_truth::tests::ladder;
    use super::super::scenario::{BASE, CLICKER, SCENARIOS};
    use super::*;

    fn forked() -> GroundTruth {
        GroundTruth::new(&ladder(include_str!("../tests/synthetic/forked.json")))
    }

    fn fraction(respondents: &[Respondent], is: impl Fn(&Respondent) -> bool) -> f64 {
        respondents.iter().filter(|respondent| is(respondent)).count() as f64 / respondents.len() as f64
    }

    #[test]
    fn the_same_seed_gives_the_same_readers() {
        let truth = forked();
        assert_eq!(respondents(&truth, &BASE, 60, 1), respondents(&truth, &BASE, 60, 1));
        assert_ne!(respondents(&truth, &BASE, 60, 1), respondents(&truth, &BASE, 60, 2));
    }

    #[test]
    fn ideal_readers_pick_the_answer_nearest_to_their_level() {
        let truth = forked();
        for respondent in respondents(&truth, &Scenario { spread: 0.0, ..SCENARIOS[0] }, 70, 1) {
            for ((about, anchors), &answer) in truth.questions.iter().zip(&respondent.answers) {
                let distance = |anchor: f64| (anchor - truth.required[respondent.rung][*about]).abs();
                assert!(anchors.iter().all(|&other| distance(anchors[answer]) <= distance(other)));
            }
        }
    }

    #[test]
    fn leniency_raises_answers() {
        let truth = forked();
        let sum = |leniency| {
            let respondents = respondents(&truth, &Scenario { leniency, ..BASE }, 700, 1);
            respondents.iter().flat_map(|respondent| &respondent.answers).sum::<usize>()
        };
        assert!(sum(0.8) > sum(0.0));
    }

    #[test]
    fn titles_are_mostly_right_and_more_often_too_high_than_too_low() {
        let truth = forked();
        let respondents = respondents(&truth, &BASE, 7_000, 1);
        assert!((fraction(&respondents, |respondent| respondent.title == respondent.rung) - 0.71).abs() < 0.03);
        let above = fraction(&respondents, |respondent| truth.ups[respondent.rung].contains(&respondent.title));
        let below = fraction(&respondents, |respondent| truth.downs[respondent.rung].contains(&respondent.title));
        assert!(above > 1.5 * below && below > 0.03, "{above} {below}");
    }

    #[test]
    fn random_clickers_give_every_answer_equally_often() {
        let truth = forked();
        let respondents = respondents(&truth, &CLICKER, 2_000, 1);
        for answer in 0..4 {
            assert!((fraction(&respondents, |respondent| respondent.answers[3] == answer) - 0.25).abs() < 0.05);
        }
        assert!((fraction(&respondents, |respondent| respondent.title == respondent.rung) - 1.0 / 7.0).abs() < 0.05);
    }
}
