use super::*;
use crate::ladder::{Answer, DimensionId, Question, Rung};

/// Three rungs, six questions in one dimension, answers from low to high.
fn course() -> Rc<Course> {
    let question = |place: usize| Question {
        id: format!("q{place}"),
        about: DimensionId::new(0),
        answers: (0..3).map(|is| Answer { is: vec![RungId::new(is)], ..Answer::default() }).collect(),
        ..Question::default()
    };
    let ladder = Ladder {
        dimensions: vec![crate::ladder::Dimension::default()],
        tracks: vec![crate::ladder::Track::default()],
        rungs: (1..=3).map(|level| Rung { level, changes: vec!["new".into()], ..Rung::default() }).collect(),
        questions: (0..6).map(question).collect(),
        ..Ladder::default()
    };
    Course::new(ladder, "seed".into())
}

fn quizzing(state: &State) -> &Quizzing {
    match &state.phase {
        Phase::Quizzing(quizzing) => quizzing,
        other => panic!("not in the quiz but {other:?}"),
    }
}

/// Answers every question alike; the events on the way.
fn answer_all(course: &Course, state: &mut State, answer: usize) -> Vec<Event> {
    let mut events = Vec::new();
    while let Phase::Quizzing(_) = state.phase {
        state.apply(course, Action::AnswerChosen(answer));
        events.extend(state.apply(course, Action::NextPressed));
    }
    events
}

#[test]
fn the_whole_way_ends_in_a_place() {
    let course = course();
    let mut state = State::new(&course, false);
    assert_eq!(state.apply(&course, Action::StartPressed), [Event::Started]);
    let events = answer_all(&course, &mut state, 2);
    let Phase::Placed(outcome) = &state.phase else { panic!("not placed") };
    assert_eq!(outcome.rung.index(), 2);
    assert_eq!(events.len(), outcome.asked + 1);
    assert_eq!(events.last(), Some(&Event::Placed(outcome.clone())));
    assert_eq!(state.apply(&course, Action::StartPressed), [Event::Started]);
    assert_eq!(quizzing(&state).given(), []);
}

#[test]
fn nothing_marked_means_no_way_on() {
    let course = course();
    let mut state = State::new(&course, true);
    let before = state.clone();
    assert_eq!(state.apply(&course, Action::NextPressed), []);
    assert_eq!(state, before);
}

#[test]
fn going_back_keeps_every_answer() {
    let course = course();
    let mut state = State::new(&course, true);
    for answer in [0, 1] {
        state.apply(&course, Action::AnswerChosen(answer));
        state.apply(&course, Action::NextPressed);
    }
    let third = quizzing(&state).shown();
    state.apply(&course, Action::BackPressed);
    assert_eq!(quizzing(&state).shown().marked, Some(1));
    state.apply(&course, Action::BackPressed);
    assert_eq!(quizzing(&state).shown().marked, Some(0));
    assert_eq!(quizzing(&state).given().len(), 2);

    state.apply(&course, Action::AnswerChosen(2));
    let event = state.apply(&course, Action::NextPressed);
    assert!(matches!(event[..], [Event::Answered { answer: 2, index: 0, .. }]));
    assert_eq!(state.apply(&course, Action::NextPressed), [], "an unchanged answer is no news");
    assert_eq!(quizzing(&state).shown(), third);
}

#[test]
fn back_from_the_first_question_leads_to_the_ladder() {
    let course = course();
    let mut state = State::new(&course, true);
    state.apply(&course, Action::BackPressed);
    assert_eq!(state.phase, Phase::Exploring);
}

#[test]
fn the_last_question_is_announced_as_such() {
    let course = course();
    let mut state = State::new(&course, true);
    loop {
        assert!(!quizzing(&state).is_last());
        let promised = quizzing(&state).at_most_more(&course.bank);
        state.apply(&course, Action::AnswerChosen(0));
        let last = quizzing(&state).is_last();
        state.apply(&course, Action::NextPressed);
        if last {
            break;
        }
        assert!(quizzing(&state).at_most_more(&course.bank) < promised);
    }
    assert!(matches!(state.phase, Phase::Placed(_)));
}

#[test]
fn belief_grows_with_answers_that_count() {
    let course = course();
    let mut state = State::new(&course, true);
    assert_eq!(state.belief(&course), None);
    state.apply(&course, Action::AnswerChosen(2));
    assert_eq!(state.belief(&course), None, "marked is not yet answered");
    state.apply(&course, Action::NextPressed);
    let belief = state.belief(&course).expect("one answer");
    assert!(belief[2] > belief[1] && belief[1] > belief[0]);
}

#[test]
fn a_rung_opens_and_closes() {
    let course = course();
    let mut state = State::new(&course, false);
    let rung = RungId::new(1);
    state.apply(&course, Action::RungPressed(rung));
    assert_eq!((state.open, state.section), (Some(Open::Rung(rung)), Section::Changes));
    state.apply(&course, Action::SectionChosen(Section::Skills));
    state.apply(&course, Action::RungPressed(RungId::new(2)));
    assert_eq!((state.open, state.section), (Some(Open::Rung(RungId::new(2))), Section::Changes));
    state.apply(&course, Action::RungPressed(RungId::new(2)));
    assert_eq!(state.open, None);
}

#[test]
fn a_ladder_without_questions_is_only_shown() {
    let course = Course::new(Ladder { questions: Vec::new(), ..course().ladder.clone() }, String::new());
    let mut state = State::new(&course, true);
    assert_eq!(state.phase, Phase::Exploring);
    assert_eq!(state.apply(&course, Action::StartPressed), []);
}
