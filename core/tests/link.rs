//! Properties of the private link: it brings back exactly what was answered, and nothing that is written in its place
//! brings the reader down.

mod common;

use career_ladder_core::ladder::{Answer, Ladder, Question, QuestionId, Rung, RungId};
use career_ladder_core::link::{Decoded, Refusal, StatedPlacement, decode, encode};
use career_ladder_core::quiz::{Answers, ItemBank, MAX_QUESTIONS_ASKED, Outcome, Placement, Response, Title, Verdict};
use common::bundled;

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Roll(u64);

impl Roll {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(most).expect("a bound")).expect("below it")
    }

    fn rung(&mut self, ladder: &Ladder) -> RungId {
        RungId::new(self.below(ladder.rungs.len()))
    }

    /// So many answers, none to the same question.
    fn answers(&mut self, ladder: &Ladder, count: usize) -> Answers {
        let title = match self.below(3) {
            0 => Title::NotAsked,
            1 => Title::Skipped,
            _ => Title::Held(self.rung(ladder)),
        };
        let mut questions: Vec<usize> = (0..ladder.questions.len()).collect();
        for place in 0..count {
            let other = place + self.below(questions.len() - place);
            questions.swap(place, other);
        }
        let response = questions[..count].iter().map(|&question| Response {
            question: QuestionId::new(question),
            answer: self.below(ladder.questions[question].answers.len()),
        });
        Answers { title, responses: response.collect() }
    }

    fn placement(&mut self, ladder: &Ladder) -> Placement {
        let verdict = [Verdict::Clear, Verdict::Between, Verdict::Unclear][self.below(3)];
        Placement { rung: self.rung(ladder), runner_up: self.rung(ladder), verdict, confidence: 0.5 }
    }
}

/// That a link says what went into it.
#[track_caller]
fn comes_back(ladder: &Ladder, answers: Answers, placement: &Placement) -> String {
    let link = encode(ladder, &answers, placement);
    let &Placement { rung, runner_up, verdict, .. } = placement;
    let placement = Some(StatedPlacement { rung, runner_up, verdict });
    assert_eq!(decode(ladder, &link), Ok(Decoded { answers, placement, missing: 0, changed: false }), "{link}");
    link
}

#[test]
fn any_answers_come_back_exactly() {
    let ladders = bundled();
    let mut roll = Roll(1);
    for _ in 0..10_000 {
        let ladder = &ladders[roll.below(ladders.len())];
        let count = roll.below(MAX_QUESTIONS_ASKED + 1);
        let answers = roll.answers(ladder, count);
        let placement = roll.placement(ladder);
        comes_back(ladder, answers, &placement);
    }
}

#[test]
fn the_outcome_comes_back_exactly() {
    let mut roll = Roll(2);
    for ladder in bundled() {
        let bank = ItemBank::new(&ladder);
        for place in 0..2_500 {
            let count = place % (MAX_QUESTIONS_ASKED + 1);
            let answers = roll.answers(&ladder, count);
            let outcome = Outcome::new(&bank, &answers);
            let link = comes_back(&ladder, answers, &outcome.placement);
            let read = decode(&ladder, &link).expect("a link that was just made");
            assert_eq!(Outcome::new(&bank, &read.answers), outcome);
        }
    }
}

#[test]
fn a_link_is_short_and_ends_in_a_letter() {
    let mut roll = Roll(3);
    for ladder in bundled() {
        for count in 0..=MAX_QUESTIONS_ASKED {
            let answers = roll.answers(&ladder, count);
            let link = encode(&ladder, &answers, &roll.placement(&ladder));
            assert!(link.len() - ladder.id.len() <= 80, "{link}");
            assert_eq!(link.len(), 36 + 3 * count + ladder.id.len());
            let code = link.strip_prefix("#career-ladder-").expect("how all begin");
            assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{link}");
            assert!(code.ends_with(|last: char| last.is_ascii_alphabetic()), "{link}");
        }
    }
}

/// A ladder as large as they may be.
fn largest() -> Ladder {
    let answer = |place| Answer { id: format!("answer-{place}"), ..Answer::default() };
    let question = |place| Question {
        id: format!("question-{place}"),
        answers: (0..8).map(answer).collect(),
        ..Question::default()
    };
    Ladder {
        id: "largest".into(),
        rungs: (0..256).map(|place| Rung { id: format!("rung-{place}"), ..Rung::default() }).collect(),
        questions: (0..1_000).map(question).collect(),
        ..Ladder::default()
    }
}

#[test]
fn the_largest_ladder_has_links_as_well() {
    let ladder = largest();
    let mut roll = Roll(4);
    for _ in 0..30 {
        let answers = roll.answers(&ladder, MAX_QUESTIONS_ASKED);
        let placement = roll.placement(&ladder);
        comes_back(&ladder, answers, &placement);
    }
}

#[test]
fn a_changed_ladder_takes_hardly_an_answer_for_another() {
    let ladder = largest();
    let mut other = ladder.clone();
    other.questions.iter_mut().for_each(|question| question.id.push_str("-new"));
    let mut roll = Roll(5);
    let (mut asked, mut mistaken) = (0, 0);
    for _ in 0..100 {
        let answers = roll.answers(&ladder, MAX_QUESTIONS_ASKED);
        let read = decode(&other, &encode(&ladder, &answers, &roll.placement(&ladder))).expect("a link to this ladder");
        assert!(read.changed);
        assert_eq!(read.answers.title, answers.title);
        assert_eq!(read.answers.responses.len() + read.missing, answers.responses.len());
        asked += MAX_QUESTIONS_ASKED;
        mistaken += read.answers.responses.len();
    }
    // 8,000 of 2^18 are expected: one in 33.
    assert!(mistaken * 20 < asked, "{mistaken} of {asked}");
}

/// Does to a link what happens to links.
fn damaged(roll: &mut Roll, link: &str, other: &str) -> String {
    const SIGNS: &[char] = &['A', 'b', '7', '-', '_', '#', '.', '=', '%', ' ', '\0', 'é', '鎖', '🪜'];
    let mut signs: Vec<char> = link.chars().collect();
    for _ in 0..1 + roll.below(3) {
        let place = roll.below(signs.len().max(1)).min(signs.len().saturating_sub(1));
        let sign = SIGNS[roll.below(SIGNS.len())];
        match roll.below(7) {
            _ if signs.is_empty() => signs.push(sign),
            0 => signs[place] = sign,
            1 => signs.insert(place, sign),
            2 => signs.truncate(place),
            3 => drop(signs.remove(place)),
            4 => {
                let with = roll.below(signs.len());
                signs.swap(place, with);
            }
            5 => {
                signs.truncate(place);
                signs.extend(other.chars().skip(place));
            }
            _ => {
                for sign in &mut signs[place..] {
                    *sign = SIGNS[roll.below(SIGNS.len())];
                }
            }
        }
    }
    signs.into_iter().collect()
}

#[test]
fn damaged_links_are_refused() {
    let ladders = bundled();
    let mut roll = Roll(6);
    for _ in 0..500 {
        let ladder = &ladders[roll.below(ladders.len())];
        let mut link = || {
            let count = roll.below(MAX_QUESTIONS_ASKED + 1);
            let answers = roll.answers(ladder, count);
            encode(ladder, &answers, &roll.placement(ladder))
        };
        let (link, other) = (link(), link());
        let mut left = 200;
        while left > 0 {
            let damaged = damaged(&mut roll, &link, &other);
            // Signs may have changed places with their like.
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
    let mut roll = Roll(7);
    for _ in 0..10_000 {
        let length = roll.below(90);
        let digits = (0..length).map(|_| char::from(b"ABYZabyz0189-_"[roll.below(14)]));
        let noise: String = "#career-ladder-engineering_".chars().chain(digits).collect();
        assert_eq!(decode(ladder, &noise), Err(Refusal::Damaged), "{noise}");
    }
}
