//! A link that holds what a reader answered, so that they can send it or come back to it.
//!
//! It is the fragment of an address, so no server ever sees it, and has no name or date in it:
//!
//! ```text
//! #career-ladder-product_CADf3kq…
//! ```
//!
//! Behind the ladder's id and an underscore, which no id has, come digits of base64url, six bits each:
//!
//! | digits | what they say |
//! |---|---|
//! | 1 | the version |
//! | 1 | the salt of the short hashes |
//! | 4 | the hash of all ids of the ladder: whether it is still the one that was answered |
//! | 1 | the verdict |
//! | 3, 3 | the likeliest rung and the runner-up |
//! | 3 | the title: a rung, `-` where it was passed over, nothing where nobody asked |
//! | 3 each | the answers in the order they were given, each with its question |
//! | 4 | the checksum of all before it, the id included |
//!
//! Twelve answers and a title take 72 characters beside the id.
//!
//! **How sure that is.** A rung or an answer is a hash of 18 bits. On the ladder that was answered all
//! are found: a link is read back before it is given away, and its salt chosen so that this succeeds.
//! On a ladder that has changed since, an answer that is gone is taken for one of the `n` that are
//! there with a chance of `n / 2^18`: 1 in 2,900 for 15 questions with 6 answers each. A change stays
//! unseen with a chance of 1 in 2^24, and damage with one of 1 in 2^23.

mod base64url;
mod id_hash;

use crate::hash::{BASIS, fnv};
use crate::ladder::{Ladder, QuestionId, RungId};
use crate::quiz::{Answers, MAX_QUESTIONS_ASKED, Placement, Response, Title, Verdict};
use base64url::take;
use id_hash::Salt;

/// What all links begin with.
const BEGIN: &str = "#career-ladder-";

/// The first digit. Whatever later versions change: it stays the first, and the checksum the last ones.
const VERSION: u32 = 1;

/// So many digits has the hash of a rung or an answer.
const SHORT: usize = 3;

/// So many digits has the hash of all ids, and the checksum.
const LONG: usize = 4;

/// In place of the title's id: nobody asked for it.
const NOT_ASKED: &str = "";

/// In place of the title's id: it was passed over.
const SKIPPED: &str = "-";

const VERDICTS: [Verdict; 3] = [Verdict::Clear, Verdict::Between, Verdict::Unclear];

/// What a link says, as far as the ladder still has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The answers, in the order they were given. They fit the ladder.
    pub answers: Answers,
    /// Where they put the reader when the link was made; `None` where a rung of it is gone.
    pub placement: Option<StatedPlacement>,
    /// How many answers the ladder no longer has, a title counted.
    pub missing: usize,
    /// Whether the ladder has other rungs, questions or answers than when the link was made.
    pub changed: bool,
}

/// Where a reader was placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatedPlacement {
    /// The likeliest rung.
    pub rung: RungId,
    /// The second likeliest.
    pub runner_up: RungId,
    /// How it was put.
    pub verdict: Verdict,
}

impl From<&Placement> for StatedPlacement {
    fn from(&Placement { rung, runner_up, verdict, .. }: &Placement) -> Self {
        Self { rung, runner_up, verdict }
    }
}

/// Why a link cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is no such link, but something of the page's own.
    NotOurs,
    /// It is for another ladder.
    AnotherLadder,
    /// Something of it is missing, or was changed on its way.
    Damaged,
    /// It was made by a later version.
    Newer,
}

/// The link to what a reader answered, on the ladder that they answered.
#[must_use]
pub fn encode(ladder: &Ladder, answers: &Answers, placement: &Placement) -> String {
    let placement = StatedPlacement::from(placement);
    let mut link = String::new();
    for salt in 0..64 {
        link = write(ladder, answers, placement, salt);
        if decode(ladder, &link).is_ok_and(|read| read.answers == *answers && read.placement == Some(placement)) {
            break;
        }
    }
    link
}

/// What the fragment of an address says, its `#` included.
pub fn decode(ladder: &Ladder, fragment: &str) -> Result<Decoded, Refusal> {
    let named = fragment.strip_prefix(BEGIN).ok_or(Refusal::NotOurs)?;
    let code = named.strip_prefix(&*ladder.id).and_then(|rest| rest.strip_prefix('_')).ok_or(Refusal::AnotherLadder)?;
    let (mut body, sum) = code.as_bytes().split_last_chunk::<LONG>().ok_or(Refusal::Damaged)?;
    let sealed = &fragment.as_bytes()[..fragment.len() - LONG];
    if take(&mut &sum[..], LONG) != Some(checksum(sealed)) {
        return Err(Refusal::Damaged);
    }
    match take(&mut body, 1) {
        Some(VERSION) => read(ladder, body).ok_or(Refusal::Damaged),
        Some(version) if version > VERSION => Err(Refusal::Newer),
        _ => Err(Refusal::Damaged),
    }
}

fn write(ladder: &Ladder, answers: &Answers, placement: StatedPlacement, number: u32) -> String {
    let salt = Salt::new(number);
    let rung = |rung| salt.hash(&ladder.rung(rung).id);
    let mut link = [BEGIN, &ladder.id, "_"].concat();
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
        base64url::write(&mut link, salt.question(question).hash(&question.answers[response.answer].id), SHORT);
    }
    let sum = checksum(link.as_bytes());
    base64url::write(&mut link, sum, LONG);
    link
}

/// Reads what is between the version and the checksum; `None` where they were right by chance.
fn read(ladder: &Ladder, mut rest: &[u8]) -> Option<Decoded> {
    let salt = Salt::new(take(&mut rest, 1)?);
    let changed = take(&mut rest, LONG)? != base64url::low(salt.ladder(ladder), LONG);
    let verdict = *VERDICTS.get(take(&mut rest, 1)? as usize)?;
    let [rung, runner_up, title] = [take(&mut rest, SHORT)?, take(&mut rest, SHORT)?, take(&mut rest, SHORT)?];
    let is = |hash, id: &str| hash == base64url::low(salt.hash(id), SHORT);
    let held = |hash| ladder.rung_ids().find(|&rung| is(hash, &ladder.rung(rung).id));
    let placement =
        held(rung).zip(held(runner_up)).map(|(rung, runner_up)| StatedPlacement { rung, runner_up, verdict });
    let mut missing = 0;
    let title = if is(title, NOT_ASKED) {
        Title::NotAsked
    } else if is(title, SKIPPED) {
        Title::Skipped
    } else if let Some(rung) = held(title) {
        Title::Held(rung)
    } else {
        missing += 1;
        Title::NotAsked
    };
    let mut responses: Vec<Response> = Vec::new();
    if rest.len() > MAX_QUESTIONS_ASKED * SHORT {
        return None;
    }
    while !rest.is_empty() {
        match find(ladder, salt, take(&mut rest, SHORT)?) {
            // A question has one answer.
            Some(found) if responses.iter().all(|known| known.question != found.question) => responses.push(found),
            _ => missing += 1,
        }
    }
    Some(Decoded { answers: Answers { title, responses }, placement, missing, changed })
}

/// The answer with this hash.
fn find(ladder: &Ladder, salt: Salt, hash: u32) -> Option<Response> {
    for (place, question) in ladder.questions.iter().enumerate() {
        let asked = salt.question(question);
        for (answer, said) in question.answers.iter().enumerate() {
            if base64url::low(asked.hash(&said.id), SHORT) == hash {
                return Some(Response { question: QuestionId::new(place), answer });
            }
        }
    }
    None
}

/// The last digit is a letter: programs that make links of addresses leave other signs at their end out.
fn checksum(sealed: &[u8]) -> u32 {
    base64url::low(fnv(BASIS, sealed), LONG) & !0x20
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ladder::{Answer, Question, Rung};

    /// Three rungs, and four questions with three answers each.
    fn ladder() -> Ladder {
        let answer = |id: &str| Answer { id: id.into(), ..Answer::default() };
        let question =
            |id: &str| Question { id: id.into(), answers: ["a", "b", "c"].map(answer).into(), ..Question::default() };
        Ladder {
            id: "small".into(),
            rungs: ["low", "middle", "high"].map(|id| Rung { id: id.into(), ..Rung::default() }).into(),
            questions: ["one", "two", "three", "four"].map(question).into(),
            ..Ladder::default()
        }
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

    /// The link with these digits between the id and the checksum.
    fn sealed(body: &str) -> String {
        let mut link = [BEGIN, "small_", body].concat();
        let sum = checksum(link.as_bytes());
        base64url::write(&mut link, sum, LONG);
        link
    }

    #[test]
    fn a_link_says_what_was_answered_and_where_that_led() {
        let placement = StatedPlacement { rung: RungId::new(2), runner_up: RungId::new(1), verdict: Verdict::Between };
        let expected = Decoded { answers: answers(), placement: Some(placement), missing: 0, changed: false };
        assert_eq!(decode(&ladder(), &link()), Ok(expected));
    }

    #[test]
    fn links_that_were_sent_can_be_read_for_good() {
        let sent = "#career-ladder-small_BAC8blBF68V6cV6c_5mRCjADjppEd";
        assert_eq!(link(), sent);
        assert_eq!(decode(&ladder(), sent).map(|read| read.answers), Ok(answers()));
    }

    #[test]
    fn what_the_ladder_no_longer_has_is_missing() {
        fn case(change: impl Fn(&mut Ladder), expected: Answers, placement: bool, missing: usize) {
            let mut ladder = ladder();
            change(&mut ladder);
            let read = decode(&ladder, &link()).expect("a link to this ladder");
            assert_eq!((read.answers, read.placement.is_some(), read.missing), (expected, placement, missing));
            assert!(read.changed);
        }
        let without = |place| {
            let mut answers = answers();
            answers.responses.remove(place);
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
    fn the_order_of_the_file_is_no_change() {
        let mut ladder = ladder();
        ladder.questions.reverse();
        let read = decode(&ladder, &link()).expect("a link to this ladder");
        let expected = answers().responses.into_iter().map(|response| QuestionId::new(3 - response.question.index()));
        assert!(read.answers.responses.iter().map(|response| response.question).eq(expected));
        assert!(!read.changed);
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_the_reason() {
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
    fn a_checksum_that_is_right_is_not_enough() {
        let whole = link();
        let body = &whole[BEGIN.len() + "small_".len()..whole.len() - LONG];
        assert_eq!(sealed(body), whole);
        let refused = |body: &str| decode(&ladder(), &sealed(body)).err();
        assert_eq!(refused(""), Some(Refusal::Damaged));
        assert_eq!(refused(&["A", &body[1..]].concat()), Some(Refusal::Damaged), "before the first version");
        assert_eq!(refused(&["C", &body[1..]].concat()), Some(Refusal::Newer));
        assert_eq!(refused("_"), Some(Refusal::Newer));
        let (head, response) = body.split_at(16);
        assert_eq!(refused(&[&head[..6], "D", &head[7..]].concat()), Some(Refusal::Damaged), "a verdict there is not");
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
    fn a_question_has_one_answer() {
        let whole = link();
        let body = &whole[BEGIN.len() + "small_".len()..whole.len() - LONG];
        let read = decode(&ladder(), &sealed(&[body, &body[16..]].concat())).expect("the link with its answers twice");
        assert_eq!((read.answers, read.missing), (answers(), 3));
    }
}
