//! The ladder that the engine's unit tests share.

use super::answers::{Answers, Response};
use crate::ladder::{
    Answer, Dimension, DimensionId, Ladder, LadderParts, LevelException, Question, QuestionId, Rung, RungId, Track,
    TrackId,
};

/// Three rungs, and a side rung beside the highest one that differs from it in the second dimension only. Questions 0 to
/// 2 are about the first dimension, 3 to 5 about the second; their answers 0 to 2 are typical of the rungs 0 to 2.
pub(super) fn forked() -> Ladder {
    let rung = |level, track| Rung { level, track: TrackId::new(track), ..Rung::default() };
    let question = |about| Question {
        about: DimensionId::new(about),
        answers: (0..3).map(|is| Answer { is: vec![RungId::new(is)], ..Answer::default() }).collect(),
        ..Question::default()
    };
    Ladder::new(LadderParts {
        dimensions: vec![Dimension::default(); 2],
        tracks: vec![Track::default(), Track { from: Some(RungId::new(1)), ..Track::default() }],
        rungs: vec![
            rung(1, 0),
            rung(2, 0),
            rung(3, 0),
            Rung {
                like: Some(RungId::new(2)),
                except: vec![LevelException { dimension: DimensionId::new(1), rung: RungId::new(0) }],
                ..rung(3, 1)
            },
        ],
        questions: vec![question(0), question(0), question(0), question(1), question(1), question(1)],
        ..LadderParts::default()
    })
}

/// Answers to the first questions of a ladder in turn, without a title.
pub(super) fn responses(answers: &[usize]) -> Answers {
    let answers = answers.iter().enumerate();
    let response = answers.map(|(question, &answer)| Response { question: QuestionId::new(question), answer });
    Answers { responses: response.collect(), ..Answers::default() }
}
