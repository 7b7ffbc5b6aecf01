mod link;
mod plan;
mod quiz;
mod screens;
mod snapshot;

use super::*;
use crate::ladder::{
    Answer, Dimension, DimensionId, Ladder, LadderParts, Move, MoveId, Question, QuestionId, Rung, RungId, Skill, Track,
};
use crate::plan::{Initiative, SkillOwner, Target};

/// Three rungs, six questions in two dimensions, answers from low to high.
fn parts() -> LadderParts {
    let question = |index: usize| Question {
        id: format!("q{index}"),
        about: DimensionId::new(index % 2),
        answers: (0..3)
            .map(|is| Answer { id: format!("a{is}"), is: vec![RungId::new(is)], ..Answer::default() })
            .collect(),
        ..Question::default()
    };
    LadderParts {
        dimensions: vec![Dimension::default(); 2],
        tracks: vec![Track::default()],
        rungs: (1..=3)
            .map(|level| Rung {
                id: format!("r{level}"),
                level,
                changes: vec!["new".into()],
                skills: ["listening", "writing"].map(|name| Skill { name: name.into(), ..Skill::default() }).into(),
                ..Rung::default()
            })
            .collect(),
        moves: vec![Move { id: "off".into(), ..Move::default() }],
        questions: (0..6).map(question).collect(),
        ..LadderParts::default()
    }
}

fn loaded() -> LoadedLadder {
    LoadedLadder::new(Ladder::new(parts()))
}

/// Carries out an action. Returns its effects but for the snapshot.
fn act(loaded: &LoadedLadder, state: &mut State, action: Action) -> Vec<Effect> {
    let mut effects = state.update(loaded, action);
    effects.retain(|effect| !matches!(effect, Effect::SnapshotChanged(_)));
    effects
}

/// A state but for the snapshot that the page holds.
fn unstored(state: &State) -> State {
    State { stored: String::new(), ..state.clone() }
}

fn progress(state: &State) -> &QuizProgress {
    match &state.phase {
        Phase::Quiz(progress) => progress,
        other => panic!("not in the quiz but {other:?}"),
    }
}

/// At the first question of the ladder, without a title.
fn begun(loaded: &LoadedLadder) -> State {
    let mut state = State::new(loaded, true);
    state.update(loaded, Action::SkipPressed);
    state
}

fn question(state: &State) -> AskedQuestion {
    match progress(state).current_step() {
        QuizStep::Question(asked) => asked,
        QuizStep::Title(_) => panic!("still asks for the title"),
    }
}

/// Answers every question alike. Returns the effects but for the snapshots.
fn answer_all(loaded: &LoadedLadder, state: &mut State, answer: usize) -> Vec<Effect> {
    let mut effects = Vec::new();
    if progress(state).index() == 0 {
        state.update(loaded, Action::SkipPressed);
    }
    while let Phase::Quiz(_) = state.phase {
        state.update(loaded, Action::AnswerChosen(answer));
        effects.extend(act(loaded, state, Action::NextPressed));
    }
    effects
}

/// A skill of the top rung.
fn initiative(skill: usize) -> Initiative {
    Initiative { owner: SkillOwner::Rung(RungId::new(2)), skill }
}

/// At an outcome on the top rung, with choices for the plan.
fn placed(loaded: &LoadedLadder) -> State {
    let mut state = begun(loaded);
    answer_all(loaded, &mut state, 2);
    state.update(loaded, Action::TargetChosen(Target::Move(MoveId::new(0))));
    for skill in [1, 0, 1] {
        state.update(loaded, Action::InitiativeTicked(initiative(skill)));
    }
    state
}

/// The state that a snapshot restores.
#[track_caller]
fn from_snapshot(loaded: &LoadedLadder, snapshot: &str) -> State {
    State::from_snapshot(loaded, snapshot).expect("something to restore")
}

/// The choices for the plan; none without answers.
fn choices(state: &State) -> PlanChoices {
    state.plan().cloned().unwrap_or_default()
}
