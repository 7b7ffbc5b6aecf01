//! Private links: a reader's answers as the fragment of an address, so that they can send them or come back to them.
//!
//! Browsers send no fragment to a server. The link contains no name and no date. It looks like this:
//!
//! ```text
//! #career-ladder-product_CADf3kq…
//! ```
//!
//! It has the ladder's id, an underscore, which no id has, and then digits of base64url with six bits each:
//!
//! | digits | meaning |
//! |---|---|
//! | 1 | the version of this format |
//! | 1 | the salt of the short hashes |
//! | 4 | the hash of every id in the ladder: it tells whether the ladder has changed since |
//! | 1 | the verdict |
//! | 3, 3 | the likeliest rung and the runner-up |
//! | 3 | the title: a rung, `-` if it was skipped, nothing if it was not asked |
//! | 3 each | the answers in the order they were given; each stands for its question too |
//! | 4 | the checksum of everything before it, with the id |
//!
//! Twelve answers and a title take 72 characters in addition to the id.
//!
//! # Collisions
//!
//! A rung or an answer is a hash of 18 bits. On the ladder that was answered, decoding is exact: each new link is decoded
//! before it is shown, and its salt is chosen so that this succeeds.
//!
//! After a change of the ladder, a removed answer may be taken for one of the `n` present ones. The probability is
//! `n / 2^18`: 1 in 2,500 for 15 questions with 6 answers each. A changed ladder goes unnoticed with a probability of 1 in
//! 2^24, and a damaged link with one of 1 in 2^23.

mod base64url;
mod id_hash;
mod pasted;

pub use pasted::find;

use std::cmp::Ordering;

use crate::hash::{BASIS, fnv};
use crate::ladder::{Ladder, QuestionId, RungId};
use crate::quiz::{Answers, MAX_QUESTIONS_ASKED, Placement, Response, Title, Verdict};
use base64url::take;
use id_hash::Salt;

const PREFIX: &str = "#career-ladder-";

/// The first digit. In every later version it stays the first, and the checksum stays last.
const VERSION: u32 = 1;

/// Digits of the hash of a rung or an answer.
const SHORT: usize = 3;

/// Digits of the hash of the ladder, and of the checksum.
const LONG: usize = 4;

/// Salts are one digit. If none avoids collisions, the link has the last one.
const SALTS: u32 = 64;

/// Stands for the title's id if the reader was not asked.
const NOT_ASKED: &str = "";

/// Stands for the title's id if the reader skipped the question.
const SKIPPED: &str = "-";

/// A link holds the index of its verdict.
const VERDICTS: [Verdict; 3] = [Verdict::Clear, Verdict::Between, Verdict::Unclear];

/// The content of a link, as far as the ladder still has the rungs and answers in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The answers in the order they were given. All of them exist in the ladder.
    pub answers: Answers,
    /// The reader's placement when the link was made; `None` if a rung of it no longer exists.
    pub placement: Option<StatedPlacement>,
    /// The number of answers that the ladder no longer has; a missing title counts as one.
    pub missing: usize,
    /// Whether the ladder had other rungs, questions or answers when the link was made.
    pub changed: bool,
}

/// The placement that a link states. Today's engine may place the same answers otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedPlacement {
    /// The likeliest rung.
    pub rung: RungId,
    /// The second likeliest rung.
    pub runner_up: RungId,
    /// How many of the two rungs the outcome named.
    pub verdict: Verdict,
}

impl From<&Placement> for StatedPlacement {
    fn from(&Placement { rung, runner_up, verdict, .. }: &Placement) -> Self {
        Self { rung, runner_up, verdict }
    }
}

/// The reason why a fragment cannot be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The fragment belongs to the host page.
    NotOurs,
    /// The link is for another ladder.
    AnotherLadder,
    /// The link is incomplete, or was changed on its way.
    Damaged,
    /// The link has a later version than this program knows.
    Newer,
}

/// The link for a reader's answers and placement. The answers must be answers to this ladder.
#[must_use]
pub fn encode(ladder: &Ladder, answers: &Answers, placement: &Placement) -> String {
    let placement = StatedPlacement::from(placement);
    let mut link = String::new();
    for salt in 0..SALTS {
        link = encode_with_salt(ladder, answers, placement, salt);
        if decode(ladder, &link).is_ok_and(|read| read.answers == *answers && read.placement == Some(placement)) {
            break;
        }
    }
    link
}

/// The content of a fragment, which begins with `#`.
pub fn decode(ladder: &Ladder, fragment: &str) -> Result<Decoded, Refusal> {
    let named = fragment.strip_prefix(PREFIX).ok_or(Refusal::NotOurs)?;
    let code = named.strip_prefix(&*ladder.id).and_then(|rest| rest.strip_prefix('_')).ok_or(Refusal::AnotherLadder)?;
    let (mut body, sum) = code.as_bytes().split_last_chunk::<LONG>().ok_or(Refusal::Damaged)?;
    let sealed = &fragment.as_bytes()[..fragment.len() - LONG];
    if take(&mut &sum[..], LONG) != Some(checksum(sealed)) {
        return Err(Refusal::Damaged);
    }
    match take(&mut body, 1).ok_or(Refusal::Damaged)?.cmp(&VERSION) {
        Ordering::Equal => decode_body(ladder, body).ok_or(Refusal::Damaged),
        Ordering::Greater => Err(Refusal::Newer),
        Ordering::Less => Err(Refusal::Damaged),
    }
}

fn encode_with_salt(ladder: &Ladder, answers: &Answers, placement: StatedPlacement, number: u32) -> String {
    let salt = Salt::new(number);
    let rung = |rung| salt.hash(&ladder.rung(rung).id);
    let mut link = [PREFIX, &ladder.id, "_"].concat();
    base64url::write(&mut link, VERSION, 1);
    base64url::write(&mut link, number, 1);
    base64url::write(&mut link, salt.ladder(ladder), LONG);
    base64url::write(&mut link, placement.verdict as u32, 1);
    base64url::write(&mut link, rung(placement.rung), SHORT);
    base64url::write(&mut link, rung(placement.runner_up), SHORT);
    let title = match answers.title {
        Title::NotAsked => NOT_ASKED,
        Title::Skipped => SKIPPED,
        Title::Held(title) => &ladder.rung(title).id,
    };
    base64url::write(&mut link, salt.hash(title), SHORT);
    for response in answers.responses.iter().take(MAX_QUESTIONS_ASKED) {
        let question = ladder.question(response.question);
        base64url::write(&mut link, salt.question(question).hash(question.answer_id(response.answer)), SHORT);
    }
    let sum = checksum(link.as_bytes());
    base64url::write(&mut link, sum, LONG);
    link
}

/// Decodes the digits between version and checksum; `None` if they make no sense although the checksum is right.
fn decode_body(ladder: &Ladder, mut rest: &[u8]) -> Option<Decoded> {
    let salt = Salt::new(take(&mut rest, 1)?);
    let changed = take(&mut rest, LONG)? != base64url::low(salt.ladder(ladder), LONG);
    let verdict = *VERDICTS.get(take(&mut rest, 1)? as usize)?;
    let [rung, runner_up, title] = [take(&mut rest, SHORT)?, take(&mut rest, SHORT)?, take(&mut rest, SHORT)?];
    let rungs = find_rung(ladder, salt, rung).zip(find_rung(ladder, salt, runner_up));
    let placement = rungs.map(|(rung, runner_up)| StatedPlacement { rung, runner_up, verdict });
    let title = find_title(ladder, salt, title);
    let (responses, missing) = decode_responses(ladder, salt, rest)?;
    Some(Decoded {
        answers: Answers { title: title.unwrap_or_default(), responses },
        placement,
        missing: missing + usize::from(title.is_none()),
        changed,
    })
}

/// The answers in the last digits of a link, and the number of those that the ladder no longer has.
fn decode_responses(ladder: &Ladder, salt: Salt, mut rest: &[u8]) -> Option<(Vec<Response>, usize)> {
    if rest.len() > MAX_QUESTIONS_ASKED * SHORT {
        return None;
    }
    let mut responses: Vec<Response> = Vec::new();
    let mut missing = 0;
    while !rest.is_empty() {
        match find_response(ladder, salt, take(&mut rest, SHORT)?) {
            // A second answer to the same question is another one that the ladder no longer has.
            Some(found) if responses.iter().all(|known| known.question != found.question) => responses.push(found),
            _ => missing += 1,
        }
    }
    Some((responses, missing))
}

fn is_hash_of(salt: Salt, hash: u32, id: &str) -> bool {
    hash == base64url::low(salt.hash(id), SHORT)
}

fn find_rung(ladder: &Ladder, salt: Salt, hash: u32) -> Option<RungId> {
    ladder.rung_ids().find(|&rung| is_hash_of(salt, hash, &ladder.rung(rung).id))
}

fn find_title(ladder: &Ladder, salt: Salt, hash: u32) -> Option<Title> {
    if is_hash_of(salt, hash, NOT_ASKED) {
        Some(Title::NotAsked)
    } else if is_hash_of(salt, hash, SKIPPED) {
        Some(Title::Skipped)
    } else {
        find_rung(ladder, salt, hash).map(Title::Held)
    }
}

fn find_response(ladder: &Ladder, salt: Salt, hash: u32) -> Option<Response> {
    // Answers of the file come first, so that older links keep their meaning.
    for is_not_applicable in [false, true] {
        for (index, question) in ladder.questions.iter().enumerate() {
            let salt = salt.question(question);
            let last = question.not_applicable();
            let mut answers = if is_not_applicable { last..last + 1 } else { 0..last };
            if let Some(answer) = answers.find(|&answer| is_hash_of(salt, hash, question.answer_id(answer))) {
                return Some(Response { question: QuestionId::new(index), answer });
            }
        }
    }
    None
}

/// The checksum of a link. Its last digit is a letter, since programs that detect addresses in text cut other characters
/// off their end.
fn checksum(sealed: &[u8]) -> u32 {
    base64url::low(fnv(BASIS, sealed), LONG) & !0x20
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::{Answer, Dimension, LadderParts, Question, Rung, Track};

    /// Three rungs, and four questions with three answers each.
    fn ladder() -> Ladder {
        let answer = |id: &str| Answer { id: id.into(), ..Answer::default() };
        let question =
            |id: &str| Question { id: id.into(), answers: ["a", "b", "c"].map(answer).into(), ..Question::default() };
        let rung = |(level, id): (u16, &str)| Rung { id: id.into(), level, ..Rung::default() };
        Ladder::new(LadderParts {
            id: "small".into(),
            dimensions: vec![Dimension::default()],
            tracks: vec![Track::default()],
            rungs: [(1, "low"), (2, "middle"), (3, "high")].map(rung).into(),
            questions: ["one", "two", "three", "four"].map(question).into(),
            ..LadderParts::default()
        })
    }

    fn answers() -> Answers {
        let response =
            [(2, 0), (0, 2), (3, 1)].map(|(question, answer)| Response { question: QuestionId::new(question), answer });
        Answers { title: Title::Held(RungId::new(1)), responses: response.into() }
    }

    fn link() -> String {
        let (rung, runner_up) = (RungId::new(2), RungId::new(1));
        encode(&ladder(), &answers(), &Placement { rung, runner_up, verdict: Verdict::Between, confidence: 0.7 })
    }

    /// A link with these digits between the id and a right checksum.
    fn sealed(body: &str) -> String {
        let mut link = [PREFIX, "small_", body].concat();
        let sum = checksum(link.as_bytes());
        base64url::write(&mut link, sum, LONG);
        link
    }

    #[test]
    fn a_link_holds_answers_and_placement() {
        let placement = StatedPlacement { rung: RungId::new(2), runner_up: RungId::new(1), verdict: Verdict::Between };
        let expected = Decoded { answers: answers(), placement: Some(placement), missing: 0, changed: false };
        assert_eq!(decode(&ladder(), &link()), Ok(expected));
    }

    #[test]
    fn a_link_of_an_earlier_build_can_be_decoded() {
        let sent = "#career-ladder-small_BAC8blBF68V6cV6c_5mRCjADjppEd";
        assert_eq!(link(), sent);
        assert_eq!(decode(&ladder(), sent).map(|read| read.answers), Ok(answers()));
    }

    #[test]
    fn answers_that_the_ladder_no_longer_has_are_missing() {
        fn case(change: impl Fn(&mut LadderParts), expected: Answers, placement: bool, missing: usize) {
            let mut parts = ladder().into_parts();
            change(&mut parts);
            let ladder = Ladder::new(parts);
            let read = decode(&ladder, &link()).expect("a link to this ladder");
            assert_eq!((read.answers, read.placement.is_some(), read.missing), (expected, placement, missing));
            assert!(read.changed);
        }
        let without = |index| {
            let mut answers = answers();
            answers.responses.remove(index);
            answers
        };
        case(|ladder| ladder.questions[2].id = "other".into(), without(0), true, 1);
        case(|ladder| ladder.questions[0].answers[2].id = "other".into(), without(1), true, 1);
        case(|ladder| ladder.questions.truncate(3), without(2), true, 1);
        case(|ladder| ladder.questions.clear(), Answers { responses: Vec::new(), ..answers() }, true, 3);
        case(|ladder| ladder.rungs[0].id = "other".into(), answers(), true, 0);
        case(|ladder| ladder.rungs[2].id = "other".into(), answers(), false, 0);
        case(|ladder| ladder.rungs[1].id = "other".into(), Answers { title: Title::NotAsked, ..answers() }, false, 1);
    }

    #[test]
    fn another_order_of_the_file_is_no_change() {
        let mut parts = ladder().into_parts();
        parts.questions.reverse();
        let ladder = Ladder::new(parts);
        let read = decode(&ladder, &link()).expect("a link to this ladder");
        let expected = answers().responses.into_iter().map(|response| QuestionId::new(3 - response.question.index()));
        assert!(read.answers.responses.iter().map(|response| response.question).eq(expected));
        assert!(!read.changed);
    }

    #[test]
    fn other_fragments_are_refused_with_the_reason() {
        fn case(fragment: &str, expected: Refusal) {
            assert_eq!(decode(&ladder(), fragment), Err(expected), "{fragment}");
        }
        case("", Refusal::NotOurs);
        case("#pricing", Refusal::NotOurs);
        case("#career-ladder-", Refusal::AnotherLadder);
        case("#career-ladder-small", Refusal::AnotherLadder);
        case("#career-ladder-small-one_ABCD", Refusal::AnotherLadder);
        case("#career-ladder-large_A", Refusal::AnotherLadder);
        case("#career-ladder-small_", Refusal::Damaged);
        case("#career-ladder-small_ABCD", Refusal::Damaged);
        case("#career-ladder-small_é", Refusal::Damaged);
        case(&link().replace("small", "SMALL"), Refusal::AnotherLadder);
        case(&[&link(), "."].concat(), Refusal::Damaged);
        case(&link()[..link().len() - 1], Refusal::Damaged);
        case(&link()[1..], Refusal::NotOurs);
    }

    #[test]
    fn a_right_checksum_does_not_make_a_link_valid() {
        let whole = link();
        let body = &whole[PREFIX.len() + "small_".len()..whole.len() - LONG];
        assert_eq!(sealed(body), whole);
        let refused = |body: &str| decode(&ladder(), &sealed(body)).err();
        assert_eq!(refused(""), Some(Refusal::Damaged));
        assert_eq!(refused(&["A", &body[1..]].concat()), Some(Refusal::Damaged), "before the first version");
        assert_eq!(refused(&["C", &body[1..]].concat()), Some(Refusal::Newer));
        assert_eq!(refused("_"), Some(Refusal::Newer));
        let (head, response) = body.split_at(16);
        assert_eq!(refused(&[&head[..6], "D", &head[7..]].concat()), Some(Refusal::Damaged), "an unknown verdict");
        for length in 0..head.len() {
            assert_eq!(refused(&body[..length]), Some(Refusal::Damaged), "cut at {length}");
        }
        for length in 0..=response.len() {
            assert_eq!(refused(&[head, &response[..length]].concat()).is_some(), length % SHORT > 0);
        }
        assert_eq!(refused(&[head, &"AAA".repeat(MAX_QUESTIONS_ASKED)].concat()), None);
        assert_eq!(refused(&[head, &"AAA".repeat(MAX_QUESTIONS_ASKED + 1)].concat()), Some(Refusal::Damaged));
    }

    #[test]
    fn a_second_answer_to_a_question_is_missing() {
        let whole = link();
        let body = &whole[PREFIX.len() + "small_".len()..whole.len() - LONG];
        let read = decode(&ladder(), &sealed(&[body, &body[16..]].concat())).expect("the link with its answers twice");
        assert_eq!((read.answers, read.missing), (answers(), 3));
    }
}
