//! How long a step of the quiz takes: what the answers say, and which question comes next.
//!
//! `cargo xtask bench` runs it. Nothing is held to a limit here: times depend on the machine.

#![expect(clippy::print_stdout, reason = "its output is what it is for")]

use std::time::{Duration, Instant};

use career_ladder_core::ladder::{Answer, Dimension, DimensionId, Ladder, Question, Rung, RungId, Track};
use career_ladder_core::quiz::{Answers, ItemBank, Posterior, Response, Title};

/// Questions and rungs of a ladder, and the milliseconds that a step on it is meant to stay under.
const CASES: [(usize, u16, Option<f64>); 3] = [(24, 6, Some(1.0)), (1_000, 6, Some(16.0)), (1_000, 200, None)];

const DIMENSIONS: usize = 5;
const ANSWERS: usize = 4;

/// So many steps are timed.
const STEPS: usize = 300;

fn main() {
    println!(
        "{:<26} {:>9} {:>6} {:>10} {:>10} {:>10}",
        "a step of the quiz", "questions", "rungs", "median ms", "worst ms", "limit ms"
    );
    for (questions, rungs, limit) in CASES {
        let mut times = times(&ItemBank::new(&ladder(questions, rungs)));
        times.sort_unstable();
        let [median, worst] = [times[times.len() / 2], times[times.len() - 1]].map(|time| time.as_secs_f64() * 1e3);
        let limit = limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
        println!(
            "{:<26} {questions:>9} {rungs:>6} {median:>10.3} {worst:>10.3} {limit:>10}",
            "native (posterior, next)"
        );
    }
}

/// The times of the steps of readers who answer in all kinds of ways.
fn times(bank: &ItemBank) -> Vec<Duration> {
    let mut times = Vec::new();
    let mut reader = 0;
    while times.len() < STEPS {
        let mut answers = Answers { title: Title::Skipped, responses: Vec::new() };
        loop {
            let start = Instant::now();
            let next = bank.next(&Posterior::new(bank, &answers), &answers);
            times.push(start.elapsed());
            let Some(question) = next else { break };
            let step = answers.responses.len();
            answers.responses.push(Response { question, answer: (reader + step * step * reader) % ANSWERS });
        }
        reader += 1;
    }
    times
}

/// A ladder whose questions go round the dimensions, each with answers all the way up.
fn ladder(questions: usize, rungs: u16) -> Ladder {
    let last = usize::from(rungs) - 1;
    let answer = |place: usize| Answer { is: vec![RungId::new(place * last / (ANSWERS - 1))], ..Answer::default() };
    let question = |place: usize| Question {
        about: DimensionId::new(place % DIMENSIONS),
        answers: (0..ANSWERS).map(answer).collect(),
        ..Question::default()
    };
    Ladder {
        dimensions: vec![Dimension::default(); DIMENSIONS],
        tracks: vec![Track::default()],
        rungs: (1..=rungs).map(|level| Rung { level, ..Rung::default() }).collect(),
        questions: (0..questions).map(question).collect(),
        ..Ladder::default()
    }
}
