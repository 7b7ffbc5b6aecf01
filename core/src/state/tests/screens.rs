//! The ladder and its details, and the values that screens read from the state.

use super::*;

#[test]
fn pressing_a_rung_opens_and_closes_its_details() {
    let loaded = loaded();
    let mut state = State::new(&loaded, false);
    let rung = RungId::new(1);
    state.update(&loaded, Action::RungPressed(rung));
    assert_eq!((state.open, state.section), (Some(Open::Rung(rung)), Section::Changes));
    state.update(&loaded, Action::SectionChosen(Section::Skills));
    assert_eq!(state.section, Section::Skills);
    state.update(&loaded, Action::RungPressed(RungId::new(2)));
    assert_eq!((state.open, state.section), (Some(Open::Rung(RungId::new(2))), Section::Changes));
    state.update(&loaded, Action::RungPressed(RungId::new(2)));
    assert_eq!(state.open, None);
}

#[test]
fn pressing_a_move_opens_and_closes_its_details() {
    let loaded = loaded();
    let mut state = State::new(&loaded, false);
    state.update(&loaded, Action::RungPressed(RungId::new(1)));
    state.update(&loaded, Action::MovePressed(MoveId::new(0)));
    assert_eq!(state.open, Some(Open::Move(MoveId::new(0))));
    state.update(&loaded, Action::MovePressed(MoveId::new(0)));
    assert_eq!(state.open, None);
    state.update(&loaded, Action::MovePressed(MoveId::new(0)));
    state.update(&loaded, Action::DetailsClosed);
    assert_eq!(state.open, None);
}

#[test]
fn asking_about_a_rung_leaves_its_details_open() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    for _ in 0..2 {
        state.update(&loaded, Action::SectionChosen(Section::Success));
        state.update(&loaded, Action::AboutPressed(RungId::new(2)));
        assert_eq!((state.open, state.section), (Some(Open::Rung(RungId::new(2))), Section::Changes));
    }
}

#[test]
fn details_open_at_the_first_section_with_content() {
    let mut parts = parts();
    let rungs = &mut parts.rungs;
    rungs.iter_mut().for_each(|rung| rung.changes.clear());
    rungs[0].responsibilities.push("a duty".into());
    rungs[1].success.push("a sign".into());
    rungs[1].skills.clear();
    let loaded = LoadedLadder::new(Ladder::new(parts));
    let sections = loaded.ladder.rung_ids().map(|rung| {
        let mut state = State::new(&loaded, false);
        state.update(&loaded, Action::RungPressed(rung));
        state.section
    });
    assert_eq!(sections.collect::<Vec<_>>(), [Section::Responsibilities, Section::Success, Section::Skills]);
    let filled = |rung: usize| Section::ALL.map(|section| loaded.has(RungId::new(rung), section));
    assert_eq!(filled(0), [false, true, false, true]);
    assert_eq!(filled(1), [false, false, true, false]);
}

#[test]
fn a_folded_ladder_unfolds_for_a_button_and_for_keys() {
    let loaded = loaded();
    for action in [Action::UnfoldPressed, Action::RungReached(RungId::new(2))] {
        let mut state = State::new(&loaded, false);
        assert!(!state.unfolded);
        state.update(&loaded, action);
        assert!(state.unfolded && state.open.is_none() && !state.all_moves);
    }
    let mut state = State::new(&loaded, false);
    state.update(&loaded, Action::MoreMovesPressed);
    assert!(state.all_moves && !state.unfolded);
}

#[test]
fn a_folded_ladder_keeps_the_open_rung_and_the_outcome_visible() {
    let loaded = loaded();
    let mut state = State::new(&loaded, false);
    assert_eq!(state.pinned_rungs(), []);
    state.update(&loaded, Action::RungPressed(RungId::new(1)));
    assert_eq!(state.pinned_rungs(), [RungId::new(1)]);
    state.update(&loaded, Action::MovePressed(MoveId::new(0)));
    assert_eq!(state.pinned_rungs(), []);
    let state = placed(&loaded);
    let placement = state.outcome().expect("an outcome").placement;
    assert_eq!(state.pinned_rungs(), [placement.rung, placement.runner_up]);
}

#[test]
fn only_the_quiz_has_a_step() {
    let loaded = loaded();
    assert_eq!(State::new(&loaded, false).step_index(), None);
    assert_eq!(State::new(&loaded, true).step_index(), Some(0));
    assert_eq!(begun(&loaded).step_index(), Some(1));
    assert_eq!(placed(&loaded).step_index(), None);
}

#[test]
fn details_close_when_the_quiz_starts_and_when_it_ends() {
    let loaded = loaded();
    let mut state = State::new(&loaded, false);
    state.update(&loaded, Action::RungPressed(RungId::new(1)));
    state.update(&loaded, Action::StartPressed);
    assert_eq!(state.open, None);
    state.update(&loaded, Action::RungPressed(RungId::new(1)));
    answer_all(&loaded, &mut state, 0);
    assert_eq!(state.open, None);
}

#[test]
fn a_reset_drops_everything_but_the_abilities_of_the_browser() {
    let loaded = loaded();
    let device = Device { can_share: true, is_remembered: Some(true) };
    let mut state = State { device, ..placed(&loaded) };
    state.update(&loaded, Action::UnfoldPressed);
    state.update(&loaded, Action::MoreMovesPressed);
    assert_eq!(state.update(&loaded, Action::ResetPressed), [Effect::SnapshotChanged(String::new())]);
    assert_eq!(state, State { device, ..State::new(&loaded, false) });
}
