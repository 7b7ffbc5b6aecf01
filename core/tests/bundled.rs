//! The bundled ladders are correct, and their quizzes lead to every rung.

mod common;

use career_ladder_core::ladder::{RungId, pack, unpack};
use career_ladder_core::quiz::Verdict;
use career_ladder_core::state::{Action, LoadedLadder, Phase, QuizStep, State};
use common::bundled;

/// Plays the quiz as a reader who always chooses the answer nearest to the demands of `rung`.
fn play(loaded: &LoadedLadder, rung: RungId) -> Phase {
    let mut state = State::new(loaded, true);
    while let Phase::Quiz(progress) = &state.phase {
        let QuizStep::Question(asked) = progress.current_step() else {
            state.update(loaded, Action::SkipPressed);
            continue;
        };
        let question = loaded.ladder.question(asked.question);
        let stand = loaded.quiz.required_level(rung, question.about);
        let distance = |is: &[RungId]| {
            let sum: f64 = is.iter().map(|&is| loaded.quiz.required_level(is, question.about)).sum();
            (sum / f64::from(u8::try_from(is.len()).expect("one or two")) - stand).abs()
        };
        let answers = 0..question.answers.len();
        let nearest =
            answers.min_by(|&a, &b| distance(&question.answers[a].is).total_cmp(&distance(&question.answers[b].is)));
        state.update(loaded, Action::AnswerChosen(nearest.expect("an answer")));
        state.update(loaded, Action::NextPressed);
    }
    state.phase
}

#[test]
fn every_bundled_ladder_is_correct_and_survives_packing() {
    let ladders = bundled();
    assert!(ladders.iter().any(|ladder| ladder.id == "product"));
    for ladder in ladders {
        assert_eq!(unpack(&pack(&ladder)), Some(ladder));
    }
}

#[test]
fn consistent_answers_lead_to_every_rung() {
    for ladder in bundled() {
        let loaded = LoadedLadder::new(ladder);
        for rung in loaded.ladder.rung_ids() {
            let Phase::Outcome { outcome, .. } = play(&loaded, rung) else { panic!("not placed") };
            let title = &loaded.ladder.rung(rung).title;
            let placement = outcome.placement;
            assert_eq!(placement.rung, rung, "{}: {title}: {:?}", loaded.ladder.id, outcome.probabilities);
            // Two tracks may differ in a single dimension. Then the quiz cannot rule out the neighbor across the fork.
            let track = |rung| loaded.ladder.rung(rung).track;
            let forked = placement.verdict == Verdict::Between && track(placement.runner_up) != track(rung);
            assert!(placement.verdict == Verdict::Clear || forked, "{title}: {:?}", outcome.probabilities);
        }
    }
}
