//! The bundled ladders: correct, and their quizzes lead to every rung.

mod common;

use std::rc::Rc;

use career_ladder_core::ladder::{RungId, pack, unpack};
use career_ladder_core::quiz::Verdict;
use career_ladder_core::state::{Action, Course, Phase, State, Step};
use common::bundled;

/// Plays the quiz as someone whose every answer is the one nearest to what `rung` asks.
fn play(course: &Rc<Course>, rung: RungId) -> Phase {
    let mut state = State::new(course, true);
    while let Phase::Quizzing(quizzing) = &state.phase {
        let Step::Question(asked) = quizzing.shown() else {
            state.apply(course, Action::SkipPressed);
            continue;
        };
        let question = course.ladder.question(asked.question);
        let stand = course.bank.stand(rung, question.about);
        let distance = |is: &[RungId]| {
            let sum: f64 = is.iter().map(|&is| course.bank.stand(is, question.about)).sum();
            (sum / f64::from(u8::try_from(is.len()).expect("one or two")) - stand).abs()
        };
        let places = 0..question.answers.len();
        let nearest =
            places.min_by(|&a, &b| distance(&question.answers[a].is).total_cmp(&distance(&question.answers[b].is)));
        state.apply(course, Action::AnswerChosen(nearest.expect("an answer")));
        state.apply(course, Action::NextPressed);
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
        let course = Course::new(ladder, String::new());
        for rung in course.ladder.rung_ids() {
            let Phase::Placed(_, outcome) = play(&course, rung) else { panic!("not placed") };
            let title = &course.ladder.rung(rung).title;
            let placement = outcome.placement;
            assert_eq!(placement.rung, rung, "{}: {title}: {:?}", course.ladder.id, outcome.probabilities);
            // Two tracks may differ in one dimension alone: then the neighbour across the fork stays in sight.
            let track = |rung| course.ladder.rung(rung).track;
            let forked = placement.verdict == Verdict::Between && track(placement.runner_up) != track(rung);
            assert!(placement.verdict == Verdict::Clear || forked, "{title}: {:?}", outcome.probabilities);
        }
    }
}
