//! Times a step of the quiz: the belief after an answer and the selection of the next question.
//!
//! `cargo xtask bench` runs it. It prints limits but does not enforce them, since times depend on the machine.

#![expect(clippy::print_stdout, reason = "a program that prints its measurements")]

use std::time::{Duration, Instant};

use career_ladder_core::ladder::{Answer, Dimension, DimensionId, Ladder, LadderParts, Question, Rung, RungId, Track};
use career_ladder_core::quiz::{Answers, Quiz, Response, Title};

/// The numbers of questions and rungs in a ladder, and the limit for a step on it, in milliseconds.
const CASES: [(usize, u16, Option<f64>); 3] = [(24, 6, Some(1.0)), (1_000, 6, Some(16.0)), (1_000, 200, None)];

const DIMENSIONS: usize = 5;
const ANSWERS: usize = 4;

/// The number of steps to time; the last reader finishes their quiz.
const STEPS: usize = 300;

fn main() {
    println!(
        "{:<26} {:>9} {:>6} {:>10} {:>10} {:>10}",
        "a step of the quiz", "questions", "rungs", "median ms", "worst ms", "limit ms"
    );
    for (questions, rungs, limit) in CASES {
        let mut times = times(&Quiz::new(&ladder(questions, rungs)));
        times.sort_unstable();
        let [median, worst] = [times[times.len() / 2], times[times.len() - 1]].map(|time| time.as_secs_f64() * 1e3);
        let limit = limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
        println!(
            "{:<26} {questions:>9} {rungs:>6} {median:>10.3} {worst:>10.3} {limit:>10}",
            "native (posterior, next)"
        );
    }
}

/// The times of the steps of readers with different patterns of answers.
fn times(quiz: &Quiz) -> Vec<Duration> {
    let mut times = Vec::new();
    let mut reader = 0;
    while times.len() < STEPS {
        let mut answers = Answers { title: Title::Skipped, responses: Vec::new() };
        loop {
            let start = Instant::now();
            let next = quiz.next(&answers);
            times.push(start.elapsed());
            let Some(question) = next else { break };
            let step = answers.responses.len();
            answers.responses.push(Response { question, answer: (reader + step * step * reader) % ANSWERS });
        }
        reader += 1;
    }
    times
}

/// A ladder whose questions take turns over the dimensions, with answers spread over all rungs.
fn ladder(questions: usize, rungs: u16) -> Ladder {
    let last = usize::from(rungs) - 1;
    let answer = |index: usize| Answer { is: vec![RungId::new(index * last / (ANSWERS - 1))], ..Answer::default() };
    let question = |index: usize| Question {
        about: DimensionId::new(index % DIMENSIONS),
        answers: (0..ANSWERS).map(answer).collect(),
        ..Question::default()
    };
    Ladder::new(LadderParts {
        dimensions: vec![Dimension::default(); DIMENSIONS],
        tracks: vec![Track::default()],
        rungs: (1..=rungs).map(|level| Rung { level, ..Rung::default() }).collect(),
        questions: (0..questions).map(question).collect(),
        ..LadderParts::default()
    })
}
