//! Simulated readers, who answer by rules that share no formula with the engine.

use super::choosing::View;
use super::ground_truth::GroundTruth;
use super::mind::Mind;
use super::random::Random;
use super::scenario::Scenario;
use career_ladder_core::quiz::MAX_QUESTIONS_ASKED;

/// After this many readers another author writes the answers, so that no single random author decides the result.
const READERS_PER_AUTHOR: usize = 50;

/// A simulated reader, with their answer to every question.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Respondent {
    /// Index of their true rung.
    pub(super) rung: usize,
    /// Index of the rung whose title they hold.
    pub(super) title: usize,
    /// Per question.
    replies: Vec<Reply>,
}

/// A reader's answers to one question, as indices; the number of answers if it does not apply to them.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Reply {
    considered: usize,
    careless: usize,
    /// After this many other questions the reader gives the careless answer.
    careless_after: usize,
}

impl Respondent {
    /// The index of their answer to a question, after `asked` others; the number of answers if it does not apply to them.
    pub(super) fn answer(&self, question: usize, asked: usize) -> usize {
        let reply = self.replies[question];
        if asked >= reply.careless_after { reply.careless } else { reply.considered }
    }

    /// A reader who gives the same answer to every question.
    #[cfg(test)]
    pub(super) fn always(answer: usize, questions: usize) -> Self {
        let reply = Reply { considered: answer, careless: answer, careless_after: 0 };
        Self { rung: 0, title: 0, replies: vec![reply; questions] }
    }
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
pub(super) fn perceive(truth: &GroundTruth, scenario: &Scenario, random: &mut Random) -> Vec<Vec<f64>> {
    let mut perceive = |(_, anchors): &(usize, Vec<f64>)| {
        let shift = scenario.question_shift * (2.0 * random.fraction() - 1.0);
        anchors.iter().map(|anchor| anchor + shift + scenario.author * random.normal()).collect()
    };
    truth.questions.iter().map(&mut perceive).collect()
}

pub(super) fn respondent(
    truth: &GroundTruth,
    scenario: &Scenario,
    perceived: &[Vec<f64>],
    rung: usize,
    random: &mut Random,
) -> Respondent {
    let mind = Mind::new(truth, scenario, rung, random);
    let title = title(truth, scenario, rung, random);
    let replies = truth.questions.iter().zip(perceived).map(|((about, _), perceived)| {
        let luck = random.fraction();
        let careless = random.index(perceived.len());
        if random.happens(scenario.not_applicable) {
            return Reply { considered: perceived.len(), careless: perceived.len(), careless_after: 0 };
        }
        let self_rating = mind.self_rating(scenario, *about, truth.required[title][*about]);
        let preferred = mind.preferred(perceived, random);
        Reply {
            considered: View { perceived, self_rating, preferred }.choose(scenario.choice, random),
            careless,
            careless_after: (0..MAX_QUESTIONS_ASKED)
                .find(|&asked| luck < scenario.slip_after(asked))
                .unwrap_or(MAX_QUESTIONS_ASKED),
        }
    });
    let replies = replies.collect();
    Respondent { rung, title, replies }
}

/// The rung whose title the reader holds. If there is no rung above or below, it is their own instead.
pub(super) fn title(truth: &GroundTruth, scenario: &Scenario, rung: usize, random: &mut Random) -> usize {
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
    } else if drawn < titles.right + titles.above + titles.below + titles.two_above {
        let above: Vec<usize> = truth.ups[rung].iter().flat_map(|&above| truth.ups[above].iter().copied()).collect();
        one_of(&above)
    } else {
        any
    }
}

#[cfg(test)]
mod tests {
    use super::super::ground_truth::tests::ladder;
    use super::super::scenario::{BASE, CLICKER, SCENARIOS, Skills};
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
        for respondent in respondents(&truth, &Scenario { skills: Skills::Normal(0.0), ..SCENARIOS[0] }, 70, 1) {
            for (question, (about, anchors)) in truth.questions.iter().enumerate() {
                let chosen = anchors[respondent.answer(question, 0)];
                let distance = |anchor: f64| (anchor - truth.required[respondent.rung][*about]).abs();
                assert!(anchors.iter().all(|&other| distance(chosen) <= distance(other)));
            }
        }
    }

    #[test]
    fn leniency_raises_answers() {
        let truth = forked();
        let sum = |leniency| {
            let respondents = respondents(&truth, &Scenario { leniency, ..BASE }, 700, 1);
            let answers =
                |respondent: &Respondent| (0..24).map(|question| respondent.answer(question, 0)).sum::<usize>();
            respondents.iter().map(answers).sum::<usize>()
        };
        assert!(sum(0.8) > sum(0.0));
    }

    #[test]
    fn tired_readers_are_careless_more_often_in_the_end() {
        let truth = forked();
        let tired = Scenario { slip: 0.05, tiring: 0.25, ..BASE };
        let respondents = respondents(&truth, &tired, 4_000, 1);
        let differs =
            |asked| fraction(&respondents, |respondent| respondent.answer(3, asked) != respondent.answer(3, 0));
        // A careless answer is another one in three cases of four.
        assert!(differs(5) > 0.06 && (differs(11) - 0.25 * 0.75).abs() < 0.03, "{} {}", differs(5), differs(11));
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
            assert!((fraction(&respondents, |respondent| respondent.answer(3, 0) == answer) - 0.25).abs() < 0.05);
        }
        assert!((fraction(&respondents, |respondent| respondent.title == respondent.rung) - 1.0 / 7.0).abs() < 0.05);
    }
}
