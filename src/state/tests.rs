use super::*;
use crate::ladder::{Answer, DimensionId, Question, Rung};
use crate::quiz::Title;

/// Three rungs, six questions in one dimension, answers from low to high.
fn course() -> Rc<Course> {
    let question = |place: usize| Question {
        id: format!("q{place}"),
        about: DimensionId::new(0),
        answers: (0..3)
            .map(|is| Answer { id: format!("a{is}"), is: vec![RungId::new(is)], ..Answer::default() })
            .collect(),
        ..Question::default()
    };
    let ladder = Ladder {
        dimensions: vec![crate::ladder::Dimension::default()],
        tracks: vec![crate::ladder::Track::default()],
        rungs: (1..=3)
            .map(|level| Rung { id: format!("r{level}"), level, changes: vec!["new".into()], ..Rung::default() })
            .collect(),
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

/// At the first question of the ladder, without a title.
fn begun(course: &Course) -> State {
    let mut state = State::new(course, true);
    state.apply(course, Action::SkipPressed);
    state
}

fn question(state: &State) -> Asked {
    match quizzing(state).shown() {
        Step::Question(asked) => asked,
        Step::Title(_) => panic!("still asks for the title"),
    }
}

/// Answers every question alike; the events on the way.
fn answer_all(course: &Course, state: &mut State, answer: usize) -> Vec<Event> {
    let mut events = Vec::new();
    if quizzing(state).index() == 0 {
        state.apply(course, Action::SkipPressed);
    }
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
    let Phase::Placed(_, outcome) = &state.phase else { panic!("not placed") };
    assert_eq!(outcome.placement.rung.index(), 2);
    assert_eq!(events.len(), outcome.asked + 1);
    assert_eq!(events.last(), Some(&Event::Placed(outcome.clone())));
    assert_eq!(state.apply(&course, Action::StartPressed), [Event::Started]);
    assert_eq!(quizzing(&state), &Quizzing::default());
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
    let mut state = begun(&course);
    for answer in [0, 1] {
        state.apply(&course, Action::AnswerChosen(answer));
        state.apply(&course, Action::NextPressed);
    }
    let third = question(&state);
    state.apply(&course, Action::BackPressed);
    assert_eq!(question(&state).marked, Some(1));
    state.apply(&course, Action::BackPressed);
    assert_eq!(question(&state).marked, Some(0));
    assert_eq!(quizzing(&state).answers().given.len(), 2);

    state.apply(&course, Action::AnswerChosen(2));
    let event = state.apply(&course, Action::NextPressed);
    assert!(matches!(event[..], [Event::Answered { answer: 2, index: 0, .. }]));
    assert_eq!(state.apply(&course, Action::NextPressed), [], "an unchanged answer is no news");
    assert_eq!(question(&state), third);
}

#[test]
fn the_title_counts_once_it_is_taken() {
    let course = course();
    let mut state = State::new(&course, true);
    assert_eq!(state.apply(&course, Action::NextPressed), []);
    assert_eq!(quizzing(&state).index(), 0, "nothing is marked");
    state.apply(&course, Action::TitleChosen(RungId::new(2)));
    assert_eq!(state.belief(&course), None, "marked is not yet taken");
    state.apply(&course, Action::NextPressed);
    assert_eq!(quizzing(&state).answers().title, Title::Held(RungId::new(2)));
    let belief = state.belief(&course).expect("a title");
    assert!(belief[2] > belief[1]);

    state.apply(&course, Action::BackPressed);
    assert_eq!(quizzing(&state).shown(), Step::Title(Some(RungId::new(2))));
    state.apply(&course, Action::SkipPressed);
    assert_eq!(quizzing(&state).answers().title, Title::Skipped);
}

#[test]
fn back_from_the_first_question_leads_to_the_ladder() {
    let course = course();
    let mut state = State::new(&course, true);
    state.apply(&course, Action::BackPressed);
    assert_eq!(state.phase, Phase::Exploring);
}

#[test]
fn the_way_back_to_the_ladder_loses_nothing() {
    let course = course();
    let mut state = begun(&course);
    state.apply(&course, Action::AnswerChosen(1));
    state.apply(&course, Action::NextPressed);
    let second = question(&state);
    for _ in 0..3 {
        state.apply(&course, Action::BackPressed);
    }
    assert_eq!(state.phase, Phase::Exploring);
    state.apply(&course, Action::StartPressed);
    state.apply(&course, Action::SkipPressed);
    assert_eq!(question(&state).marked, Some(1));
    state.apply(&course, Action::NextPressed);
    assert_eq!(question(&state), second);
}

#[test]
fn one_may_go_back_from_the_outcome() {
    let course = course();
    let mut state = begun(&course);
    answer_all(&course, &mut state, 2);
    state.apply(&course, Action::BackPressed);
    assert!(quizzing(&state).is_last());
    assert_eq!(question(&state).marked, Some(2));
    state.apply(&course, Action::NextPressed);
    assert!(matches!(state.phase, Phase::Placed(..)));
}

#[test]
fn the_last_question_is_announced_as_such() {
    let course = course();
    let mut state = begun(&course);
    loop {
        assert!(!quizzing(&state).is_last());
        state.apply(&course, Action::AnswerChosen(0));
        let last = quizzing(&state).is_last();
        state.apply(&course, Action::NextPressed);
        if last {
            break;
        }
    }
    assert!(matches!(state.phase, Phase::Placed(..)));
}

#[test]
fn belief_grows_with_answers_that_count() {
    let course = course();
    let mut state = begun(&course);
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

/// What is restored from a text, and that text made of it again.
#[track_caller]
fn restored(course: &Course, kept: &str) -> State {
    State::restored(course, kept).expect("something to restore")
}

#[test]
fn every_step_is_restored_as_it_was() {
    let course = course();
    let mut state = State::new(&course, true);
    let again = |state: &State| assert_eq!(&restored(&course, &state.kept(&course)), state);
    again(&state);
    state.apply(&course, Action::TitleChosen(RungId::new(1)));
    again(&state);
    state.apply(&course, Action::NextPressed);
    while let Phase::Quizzing(_) = state.phase {
        again(&state);
        state.apply(&course, Action::AnswerChosen(1));
        again(&state);
        state.apply(&course, Action::NextPressed);
    }
    assert!(matches!(state.phase, Phase::Placed(..)));
    again(&state);
    while let Phase::Quizzing(_) | Phase::Placed(..) = state.phase {
        state.apply(&course, Action::BackPressed);
        if !matches!(&state.phase, Phase::Quizzing(quizzing) if quizzing.is_last()) {
            again(&state);
        }
    }
}

#[test]
fn only_answers_that_are_gone_are_dropped() {
    let course = course();
    let mut state = begun(&course);
    answer_all(&course, &mut state, 2);
    let kept = state.kept(&course);
    let first = kept.lines().nth(2).expect("a question").to_owned();
    let question = first.split(' ').next().expect("its id");

    let gone = restored(&course, &kept.replace(&first, "gone a"));
    assert_eq!(gone.note, Some(Note::Lost(1)));
    let reworded = restored(&course, &kept.replace(&first, &format!("{question} gone")));
    assert_eq!((reworded.note, quizzing(&reworded).index()), (Some(Note::Lost(1)), 1), "it is asked again");
    let renamed = restored(&course, &kept.replace("\n-\n", "\nnobody\n"));
    assert_eq!(renamed.note, Some(Note::Lost(1)));
    assert_eq!(restored(&course, "end\n-\ngone a\ngone b").note, Some(Note::Lost(2)));
    assert_eq!(restored(&course, "7\n").note, None);
    assert_eq!(State::restored(&course, ""), None);
}

#[test]
fn no_text_brings_it_down() {
    let course = course();
    for kept in ["\n", "0\n\nq0", "x\ny\n \n  \nq0 a b", "3\n-\nq0 \nq0 \nq1", "18446744073709551615\n\nq1 a"] {
        let mut state = restored(&course, kept);
        if let Phase::Quizzing(_) = state.phase {
            answer_all(&course, &mut state, 1);
        }
    }
}
