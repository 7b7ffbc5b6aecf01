//! Properties of private links: decoding returns exactly what was encoded, and refuses everything else.

mod common;

use career_ladder_core::ladder::{Answer, Dimension, Ladder, LadderParts, Question, QuestionId, Rung, RungId, Track};
use career_ladder_core::link::{Decoded, Refusal, StatedPlacement, decode, encode};
use career_ladder_core::quiz::{Answers, MAX_QUESTIONS_ASKED, Placement, Quiz, Response, Title, Verdict};
use career_ladder_core::random::SplitMix64;
use common::bundled;

/// A source of random answers and placements.
struct Random(SplitMix64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(SplitMix64::new(seed))
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0.below(bound)
    }

    fn rung(&mut self, ladder: &Ladder) -> RungId {
        RungId::new(self.below(ladder.rungs.len()))
    }

    /// Answers to `count` different questions.
    fn answers(&mut self, ladder: &Ladder, count: usize) -> Answers {
        let title = match self.below(3) {
            0 => Title::NotAsked,
            1 => Title::Skipped,
            _ => Title::Held(self.rung(ladder)),
        };
        let mut questions: Vec<usize> = (0..ladder.questions.len()).collect();
        for index in 0..count {
            let other = index + self.below(questions.len() - index);
            questions.swap(index, other);
        }
        let response = questions[..count].iter().map(|&question| Response {
            question: QuestionId::new(question),
            // The last one is that the question does not apply.
            answer: self.below(ladder.questions[question].answers.len() + 1),
        });
        Answers { title, responses: response.collect() }
    }

    fn placement(&mut self, ladder: &Ladder) -> Placement {
        let verdict = [Verdict::Clear, Verdict::Between, Verdict::Unclear][self.below(3)];
        Placement { rung: self.rung(ladder), runner_up: self.rung(ladder), verdict, confidence: 0.5 }
    }
}

/// Encodes and checks that decoding returns the same.
#[track_caller]
fn check_round_trip(ladder: &Ladder, answers: Answers, placement: &Placement) -> String {
    let link = encode(ladder, &answers, placement);
    let &Placement { rung, runner_up, verdict, .. } = placement;
    let placement = Some(StatedPlacement { rung, runner_up, verdict });
    assert_eq!(decode(ladder, &link), Ok(Decoded { answers, placement, missing: 0, changed: false }), "{link}");
    link
}

#[test]
fn any_answers_are_decoded_exactly() {
    let ladders = bundled();
    let mut random = Random::new(1);
    for _ in 0..10_000 {
        let ladder = &ladders[random.below(ladders.len())];
        let count = random.below(MAX_QUESTIONS_ASKED + 1);
        let answers = random.answers(ladder, count);
        let placement = random.placement(ladder);
        check_round_trip(ladder, answers, &placement);
    }
}

#[test]
fn decoded_answers_have_the_same_outcome() {
    let mut random = Random::new(2);
    for ladder in bundled() {
        let quiz = Quiz::new(&ladder);
        for number in 0..2_500 {
            let count = number % (MAX_QUESTIONS_ASKED + 1);
            let answers = random.answers(&ladder, count);
            let outcome = quiz.outcome(&answers);
            let link = check_round_trip(&ladder, answers, &outcome.placement);
            let read = decode(&ladder, &link).expect("a link that was just made");
            assert_eq!(quiz.outcome(&read.answers), outcome);
        }
    }
}

#[test]
fn a_link_is_short_and_ends_in_a_letter() {
    let mut random = Random::new(3);
    for ladder in bundled() {
        for count in 0..=MAX_QUESTIONS_ASKED {
            let answers = random.answers(&ladder, count);
            let link = encode(&ladder, &answers, &random.placement(&ladder));
            assert!(link.len() - ladder.id.len() <= 80, "{link}");
            assert_eq!(link.len(), 36 + 3 * count + ladder.id.len());
            let code = link.strip_prefix("#career-ladder-").expect("the prefix of every link");
            assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{link}");
            assert!(code.ends_with(|last: char| last.is_ascii_alphabetic()), "{link}");
        }
    }
}

/// A ladder as large as the format allows.
fn largest() -> Ladder {
    let answer = |index| Answer { id: format!("answer-{index}"), ..Answer::default() };
    let question = |index| Question {
        id: format!("question-{index}"),
        answers: (0..8).map(answer).collect(),
        ..Question::default()
    };
    Ladder::new(LadderParts {
        id: "largest".into(),
        dimensions: vec![Dimension::default()],
        tracks: vec![Track::default()],
        rungs: (0..256).map(|level| Rung { id: format!("rung-{level}"), level, ..Rung::default() }).collect(),
        questions: (0..1_000).map(question).collect(),
        ..LadderParts::default()
    })
}

#[test]
fn the_largest_ladder_has_links() {
    let ladder = largest();
    let mut random = Random::new(4);
    for _ in 0..30 {
        let answers = random.answers(&ladder, MAX_QUESTIONS_ASKED);
        let placement = random.placement(&ladder);
        check_round_trip(&ladder, answers, &placement);
    }
}

#[test]
fn after_a_change_hardly_any_answer_is_taken_for_another() {
    let ladder = largest();
    let mut parts = ladder.clone().into_parts();
    parts.questions.iter_mut().for_each(|question| question.id.push_str("-new"));
    let other = Ladder::new(parts);
    let mut random = Random::new(5);
    let (mut asked, mut mistaken) = (0, 0);
    for _ in 0..100 {
        let answers = random.answers(&ladder, MAX_QUESTIONS_ASKED);
        let read =
            decode(&other, &encode(&ladder, &answers, &random.placement(&ladder))).expect("a link to this ladder");
        assert!(read.changed);
        assert_eq!(read.answers.title, answers.title);
        assert_eq!(read.answers.responses.len() + read.missing, answers.responses.len());
        asked += MAX_QUESTIONS_ASKED;
        mistaken += read.answers.responses.len();
    }
    // The expectation is 8,000 of 2^18: one in 33.
    assert!(mistaken * 20 < asked, "{mistaken} of {asked}");
}

/// A link with one to three random changes of its text.
fn damaged(random: &mut Random, link: &str, other: &str) -> String {
    const CHARACTERS: &[char] = &['A', 'b', '7', '-', '_', '#', '.', '=', '%', ' ', '\0', 'é', '鎖', '🪜'];
    let mut characters: Vec<char> = link.chars().collect();
    for _ in 0..1 + random.below(3) {
        let index = random.below(characters.len().max(1)).min(characters.len().saturating_sub(1));
        let character = CHARACTERS[random.below(CHARACTERS.len())];
        match random.below(7) {
            _ if characters.is_empty() => characters.push(character),
            0 => characters[index] = character,
            1 => characters.insert(index, character),
            2 => characters.truncate(index),
            3 => drop(characters.remove(index)),
            4 => {
                let with = random.below(characters.len());
                characters.swap(index, with);
            }
            5 => {
                characters.truncate(index);
                characters.extend(other.chars().skip(index));
            }
            _ => {
                for character in &mut characters[index..] {
                    *character = CHARACTERS[random.below(CHARACTERS.len())];
                }
            }
        }
    }
    characters.into_iter().collect()
}

#[test]
fn damaged_links_are_refused() {
    let ladders = bundled();
    let mut random = Random::new(6);
    for _ in 0..500 {
        let ladder = &ladders[random.below(ladders.len())];
        let mut link = || {
            let count = random.below(MAX_QUESTIONS_ASKED + 1);
            let answers = random.answers(ladder, count);
            encode(ladder, &answers, &random.placement(ladder))
        };
        let (link, other) = (link(), link());
        let mut left = 200;
        while left > 0 {
            let damaged = damaged(&mut random, &link, &other);
            // Equal characters may have been swapped.
            if damaged != link && damaged != other {
                left -= 1;
                let refusal = decode(ladder, &damaged).expect_err(&damaged);
                assert_ne!(refusal, Refusal::Newer, "{damaged}");
            }
        }
    }
}

#[test]
fn noise_is_refused() {
    let ladder = &bundled()[0];
    let mut random = Random::new(7);
    for _ in 0..10_000 {
        let length = random.below(90);
        let digits = (0..length).map(|_| char::from(b"ABYZabyz0189-_"[random.below(14)]));
        let noise: String = "#career-ladder-engineering_".chars().chain(digits).collect();
        assert_eq!(decode(ladder, &noise), Err(Refusal::Damaged), "{noise}");
    }
}
