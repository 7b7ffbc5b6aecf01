//! The way through the questions.

use super::*;
use crate::quiz::{MAX_QUESTIONS_ASKED, Title};

#[test]
fn answering_every_question_gives_an_outcome() {
    let loaded = loaded();
    let mut state = State::new(&loaded, false);
    assert_eq!(act(&loaded, &mut state, Action::StartPressed), [Effect::QuizStarted]);
    let effects = answer_all(&loaded, &mut state, 2);
    let Phase::Outcome { outcome, .. } = &state.phase else { panic!("not placed") };
    let outcome = outcome.clone();
    assert_eq!(outcome.placement.rung.index(), 2);
    assert_eq!(effects.len(), outcome.asked + 1);
    assert_eq!(effects.last(), Some(&Effect::QuizFinished(outcome)));
    assert_eq!(act(&loaded, &mut state, Action::StartPressed), [Effect::QuizStarted]);
    assert_eq!(progress(&state), &QuizProgress::default());
}

#[test]
fn next_without_a_selection_asks_for_one() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    let before = state.clone();
    assert_eq!(act(&loaded, &mut state, Action::NextPressed), []);
    assert_eq!(unstored(&state), State { notice: Some(Notice::Unanswered), ..before });
    act(&loaded, &mut state, Action::TitleChosen(RungId::new(0)));
    assert_eq!(state.notice, None);
}

#[test]
fn going_back_keeps_every_answer() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    for answer in [0, 1] {
        state.update(&loaded, Action::AnswerChosen(answer));
        state.update(&loaded, Action::NextPressed);
    }
    let third = question(&state);
    state.update(&loaded, Action::BackPressed);
    assert_eq!(question(&state).selected, Some(1));
    state.update(&loaded, Action::BackPressed);
    assert_eq!(question(&state).selected, Some(0));
    assert_eq!(progress(&state).answers().responses.len(), 2);

    state.update(&loaded, Action::AnswerChosen(2));
    let effects = act(&loaded, &mut state, Action::NextPressed);
    assert!(matches!(effects[..], [Effect::QuestionAnswered { answer: 2, index: 0, .. }]));
    assert_eq!(act(&loaded, &mut state, Action::NextPressed), [], "an unchanged answer has no effect");
    assert_eq!(question(&state), third);
}

#[test]
fn a_title_counts_once_it_is_submitted() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    assert_eq!(act(&loaded, &mut state, Action::NextPressed), []);
    assert_eq!(progress(&state).index(), 0, "nothing is selected");
    state.update(&loaded, Action::TitleChosen(RungId::new(2)));
    assert_eq!(state.belief(&loaded), None, "a selection is not submitted yet");
    state.update(&loaded, Action::NextPressed);
    assert_eq!(progress(&state).answers().title, Title::Held(RungId::new(2)));
    let belief = state.belief(&loaded).expect("a title");
    assert!(belief[2] > belief[1]);

    state.update(&loaded, Action::BackPressed);
    assert_eq!(progress(&state).current_step(), QuizStep::Title(Some(RungId::new(2))));
    state.update(&loaded, Action::SkipPressed);
    assert_eq!(progress(&state).answers().title, Title::Skipped);
}

#[test]
fn back_from_the_title_leads_to_the_ladder() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    state.update(&loaded, Action::BackPressed);
    assert_eq!(state.phase, Phase::default());
}

#[test]
fn a_quiz_left_for_the_ladder_is_resumed() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    state.update(&loaded, Action::AnswerChosen(1));
    state.update(&loaded, Action::NextPressed);
    let second = question(&state);
    for _ in 0..3 {
        state.update(&loaded, Action::BackPressed);
    }
    assert!(matches!(state.phase, Phase::Exploring { paused: Some(_) }));
    state.update(&loaded, Action::StartPressed);
    state.update(&loaded, Action::SkipPressed);
    assert_eq!(question(&state).selected, Some(1));
    state.update(&loaded, Action::NextPressed);
    assert_eq!(question(&state), second);
}

#[test]
fn a_selected_title_alone_is_resumed() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    state.update(&loaded, Action::TitleChosen(RungId::new(1)));
    state.update(&loaded, Action::BackPressed);
    state.update(&loaded, Action::StartPressed);
    assert_eq!(progress(&state).current_step(), QuizStep::Title(Some(RungId::new(1))));
}

#[test]
fn start_within_the_quiz_changes_nothing() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    state.update(&loaded, Action::AnswerChosen(1));
    let before = state.clone();
    assert_eq!(state.update(&loaded, Action::StartPressed), []);
    assert_eq!(state, before);
}

#[test]
fn back_from_the_outcome_shows_the_last_question() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    answer_all(&loaded, &mut state, 2);
    state.update(&loaded, Action::BackPressed);
    assert!(progress(&state).is_last());
    assert_eq!(question(&state).selected, Some(2));
    state.update(&loaded, Action::NextPressed);
    assert!(matches!(state.phase, Phase::Outcome { .. }));
}

#[test]
fn the_selection_before_the_outcome_is_the_last() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    loop {
        assert!(!progress(&state).is_last());
        state.update(&loaded, Action::AnswerChosen(0));
        let last = progress(&state).is_last();
        state.update(&loaded, Action::NextPressed);
        if last {
            break;
        }
    }
    assert!(matches!(state.phase, Phase::Outcome { .. }));
}

#[test]
fn a_selected_title_is_never_the_last_step() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    assert!(!progress(&state).has_selection());
    state.update(&loaded, Action::TitleChosen(RungId::new(0)));
    assert!(progress(&state).has_selection() && !progress(&state).is_last());
}

#[test]
fn submitted_answers_change_the_belief() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    assert_eq!(state.belief(&loaded), None);
    state.update(&loaded, Action::AnswerChosen(2));
    assert_eq!(state.belief(&loaded), None, "a selection is not submitted yet");
    state.update(&loaded, Action::NextPressed);
    let belief = state.belief(&loaded).expect("one answer");
    assert!(belief[2] > belief[1] && belief[1] > belief[0]);
    answer_all(&loaded, &mut state, 2);
    assert_eq!(state.belief(&loaded).as_ref(), state.outcome().map(|outcome| &outcome.probabilities));
}

#[test]
fn a_title_is_chosen_or_skipped_only_where_it_is_asked_for() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    let before = state.clone();
    state.update(&loaded, Action::TitleChosen(RungId::new(1)));
    state.update(&loaded, Action::SkipPressed);
    assert_eq!(state, before);
}

#[test]
fn an_answer_is_chosen_only_at_a_question() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    let before = state.clone();
    state.update(&loaded, Action::AnswerChosen(1));
    assert_eq!(unstored(&state), before);
}

#[test]
fn the_number_of_steps_is_limited_by_the_ladder_and_by_the_quiz() {
    let mut parts = parts();
    assert_eq!(QuizProgress::max_steps(&loaded().quiz), 7);
    parts.questions = vec![parts.questions[0].clone(); 30];
    assert_eq!(QuizProgress::max_steps(&LoadedLadder::new(Ladder::new(parts)).quiz), MAX_QUESTIONS_ASKED);
}

#[test]
fn a_ladder_without_questions_has_no_quiz() {
    let loaded = LoadedLadder::new(Ladder::new(LadderParts { questions: Vec::new(), ..parts() }));
    let mut state = State::new(&loaded, true);
    assert_eq!(state.phase, Phase::default());
    assert_eq!(state.update(&loaded, Action::StartPressed), []);
}
