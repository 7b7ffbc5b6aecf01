//! Snapshots, and the effect that has the page store them.

use super::*;
use crate::quiz::MAX_QUESTIONS_ASKED;

#[track_caller]
fn survives_a_reload(loaded: &LoadedLadder, state: &State) {
    assert_eq!(unstored(&from_snapshot(loaded, &state.snapshot(loaded))), unstored(state));
}

#[test]
fn every_step_is_restored() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    survives_a_reload(&loaded, &state);
    state.update(&loaded, Action::TitleChosen(RungId::new(1)));
    survives_a_reload(&loaded, &state);
    state.update(&loaded, Action::NextPressed);
    while let Phase::Quiz(_) = state.phase {
        survives_a_reload(&loaded, &state);
        state.update(&loaded, Action::AnswerChosen(1));
        survives_a_reload(&loaded, &state);
        state.update(&loaded, Action::NextPressed);
    }
    assert!(matches!(state.phase, Phase::Outcome { .. }));
    survives_a_reload(&loaded, &state);
    while let Phase::Quiz(_) | Phase::Outcome { .. } = state.phase {
        state.update(&loaded, Action::BackPressed);
        if !matches!(&state.phase, Phase::Quiz(progress) if progress.is_last()) {
            survives_a_reload(&loaded, &state);
        }
    }
}

#[test]
fn a_snapshot_names_everything_by_its_id() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    assert_eq!(state.snapshot(&loaded), "0\n");
    state.update(&loaded, Action::TitleChosen(RungId::new(1)));
    assert_eq!(state.snapshot(&loaded), "0\nr2");
    state.update(&loaded, Action::SkipPressed);
    let first = format!("q{}", question(&state).question.index());
    assert_eq!(state.snapshot(&loaded), format!("1\n-\n{first}"));
    state.update(&loaded, Action::AnswerChosen(2));
    assert_eq!(state.snapshot(&loaded), format!("1\n-\n{first} a2"));
    state.update(&loaded, Action::BackPressed);
    state.update(&loaded, Action::BackPressed);
    assert_eq!(state.snapshot(&loaded), format!("ladder\n-\n{first} a2"));
    let placed = placed(&loaded).snapshot(&loaded);
    assert!(placed.starts_with("end\n-\nq") && placed.contains("\n^off\n+r3/"), "{placed}");
}

#[test]
fn a_question_that_does_not_apply_counts_as_asked() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    state.update(&loaded, Action::SkipPressed);
    let first = question(&state).question;
    let not_applicable = loaded.ladder.question(first).not_applicable();
    state.update(&loaded, Action::AnswerChosen(not_applicable));
    assert_eq!(state.snapshot(&loaded), format!("1\n-\nq{} -", first.index()));
    survives_a_reload(&loaded, &state);
    let effects = state.update(&loaded, Action::NextPressed);
    let answered = Effect::QuestionAnswered { question: first, answer: not_applicable, index: 0 };
    assert!(effects.contains(&answered), "{effects:?}");
    assert_ne!(question(&state).question, first);
}

#[test]
fn the_page_stores_a_snapshot_when_it_changes() {
    let loaded = loaded();
    let stored = |snapshot: &str| [Effect::SnapshotChanged(snapshot.into())];
    let mut state = State::new(&loaded, false);
    assert_eq!(state.update(&loaded, Action::UnfoldPressed), []);
    assert_eq!(state.update(&loaded, Action::StartPressed)[1..], stored("0\n"));
    assert_eq!(state.update(&loaded, Action::TitleChosen(RungId::new(0))), stored("0\nr1"));
    assert_eq!(state.update(&loaded, Action::TitleChosen(RungId::new(0))), []);
    assert_eq!(state.update(&loaded, Action::ResetPressed), stored(""));
}

#[test]
fn the_page_stores_a_cleaned_snapshot_at_the_first_action() {
    let loaded = loaded();
    let mut state = State::resume(&loaded, "1\n-\nq0 gone", false);
    assert_eq!(state.update(&loaded, Action::UnfoldPressed), [Effect::SnapshotChanged("1\n-\nq0".into())]);
    let mut state = State::resume(&loaded, "no snapshot", false);
    assert_eq!(state.update(&loaded, Action::UnfoldPressed), [Effect::SnapshotChanged(String::new())]);
    let mut state = State::resume(&loaded, "0\nr1", false);
    assert_eq!(state.update(&loaded, Action::UnfoldPressed), []);
}

#[test]
fn without_a_snapshot_a_widget_starts_as_it_is_told() {
    let loaded = loaded();
    assert_eq!(State::resume(&loaded, "", false), State::new(&loaded, false));
    assert_eq!(State::resume(&loaded, "", true), State::new(&loaded, true));
    assert_eq!(State::resume(&loaded, "0\nr1", false), from_snapshot(&loaded, "0\nr1"));
}

#[test]
fn only_answers_that_are_gone_are_dropped() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    answer_all(&loaded, &mut state, 2);
    let snapshot = state.snapshot(&loaded);
    let first = snapshot.lines().nth(2).expect("a question").to_owned();
    let question = first.split(' ').next().expect("its id");

    let gone = from_snapshot(&loaded, &snapshot.replace(&first, "gone a"));
    assert_eq!(gone.notice, Some(Notice::Lost(1)));
    let reworded = from_snapshot(&loaded, &snapshot.replace(&first, &format!("{question} gone")));
    assert_eq!((reworded.notice, progress(&reworded).index()), (Some(Notice::Lost(1)), 1), "it is asked again");
    let renamed = from_snapshot(&loaded, &snapshot.replace("\n-\n", "\nnobody\n"));
    assert_eq!(renamed.notice, Some(Notice::Lost(1)));
    assert_eq!(from_snapshot(&loaded, "end\n-\ngone a\ngone b").notice, Some(Notice::Lost(2)));
    assert_eq!(from_snapshot(&loaded, "7\n").notice, None);
    assert_eq!(State::from_snapshot(&loaded, ""), None);
}

#[test]
fn a_notice_of_lost_answers_goes_at_the_next_step() {
    let loaded = loaded();
    for (snapshot, action) in [("0\nr1\ngone a", Action::NextPressed), ("ladder\nr1\ngone a", Action::StartPressed)] {
        let mut state = from_snapshot(&loaded, snapshot);
        state.update(&loaded, Action::UnfoldPressed);
        assert_eq!(state.notice, Some(Notice::Lost(1)));
        state.update(&loaded, action);
        assert_eq!(state.notice, None);
    }
}

#[test]
fn a_step_beyond_an_unanswered_question_leads_back_to_it() {
    let loaded = loaded();
    for (snapshot, index) in [("2\n-\nq0\nq1 a1", 1), ("1\n-\nq0\nq1 a1", 1), ("2\n-\nq0 a1\nq1", 2)] {
        assert_eq!(progress(&from_snapshot(&loaded, snapshot)).index(), index, "{snapshot}");
    }
}

#[test]
fn a_selection_on_the_shown_last_question_is_not_submitted() {
    let loaded = loaded();
    let submitted = |snapshot: &str| progress(&from_snapshot(&loaded, snapshot)).answers().responses.len();
    assert_eq!(submitted("2\n-\nq0 a1\nq1 a1"), 1);
    assert_eq!(submitted("1\n-\nq0 a1\nq1 a1"), 2);
    assert_eq!(submitted("3\n-\nq0 a1\nq1 a0"), 2);
}

#[test]
fn more_questions_than_a_quiz_has_are_left_out() {
    let mut parts = parts();
    let question = parts.questions[0].clone();
    parts.questions = (0..20).map(|index| Question { id: format!("q{index}"), ..question.clone() }).collect();
    let loaded = LoadedLadder::new(Ladder::new(parts));
    let lines: String = (0..20).map(|index| format!("\nq{index} a1")).collect();
    let state = from_snapshot(&loaded, &format!("1\n-{lines}"));
    assert_eq!(progress(&state).asked.len(), MAX_QUESTIONS_ASKED - 1);
    assert_eq!(state.notice, None);
}

#[test]
fn no_text_breaks_the_widget() {
    let loaded = loaded();
    for snapshot in ["\n", "0\n\nq0", "x\ny\n \n  \nq0 a b", "3\n-\nq0 \nq0 \nq1", "18446744073709551615\n\nq1 a"] {
        let mut state = from_snapshot(&loaded, snapshot);
        if let Phase::Quiz(_) = state.phase {
            answer_all(&loaded, &mut state, 1);
        }
    }
}
