//! The bundled ladders: correct, and their quizzes lead to every rung.

mod common;

use std::rc::Rc;

use career_ladder_core::ladder::{RungId, pack, unpack};
use career_ladder_core::quiz::Verdict;
use career_ladder_core::state::{Action, LoadedLadder, Phase, QuizStep, State};
use common::bundled;

/// Plays the quiz as someone whose every answer is the one nearest to what `rung` asks.
fn play(loaded: &Rc<LoadedLadder>, rung: RungId) -> Phase {
    let mut state = State::new(loaded, true);
    while let Phase::Quiz(progress) = &state.phase {
        let QuizStep::Question(asked) = progress.current_step() else {
            state.apply(loaded, Action::SkipPressed);
            continue;
        };
        let question = loaded.ladder.question(asked.question);
        let stand = loaded.bank.stand(rung, question.about);
        let distance = |is: &[RungId]| {
            let sum: f64 = is.iter().map(|&is| loaded.bank.stand(is, question.about)).sum();
            (sum / f64::from(u8::try_from(is.len()).expect("one or two")) - stand).abs()
        };
        let places = 0..question.answers.len();
        let nearest =
            places.min_by(|&a, &b| distance(&question.answers[a].is).total_cmp(&distance(&question.answers[b].is)));
        state.apply(loaded, Action::AnswerChosen(nearest.expect("an answer")));
        state.apply(loaded, Action::NextPressed);
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
fn steady_answers_lead_to_every_rung() {
    for ladder in bundled() {
        let loaded = LoadedLadder::new(ladder, String::new());
        for rung in loaded.ladder.rung_ids() {
            let Phase::Outcome(_, outcome) = play(&loaded, rung) else { panic!("not placed") };
            let title = &loaded.ladder.rung(rung).title;
            let placement = outcome.placement;
            assert_eq!(placement.rung, rung, "{}: {title}: {:?}", loaded.ladder.id, outcome.probabilities);
            // Two tracks may differ in one dimension alone: then the neighbour across the fork stays in sight.
            let track = |rung| loaded.ladder.rung(rung).track;
            let forked = placement.verdict == Verdict::Between && track(placement.runner_up) != track(rung);
            assert!(placement.verdict == Verdict::Clear || forked, "{title}: {:?}", outcome.probabilities);
        }
    }
}
