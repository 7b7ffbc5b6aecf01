//! The choices for the plan, and sharing and storing an outcome.

use super::*;

#[test]
fn choices_for_the_plan_last_as_long_as_the_answers() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    let again = |state: &State| assert_eq!(&from_snapshot(&loaded, &state.snapshot(&loaded)), state);
    let first = initiative(0);
    assert_eq!(choices(&state).done, [first], "a second press clears a tick");
    again(&state);
    state.update(&loaded, Action::TargetChosen(Target::Rung(RungId::new(1))));
    assert_eq!(choices(&state).target, Some(Target::Rung(RungId::new(1))));
    again(&state);
    state.update(&loaded, Action::BackPressed);
    let chosen = choices(&state);
    assert_eq!((chosen.target, chosen.done.len()), (Some(Target::Rung(RungId::new(1))), 1));
    assert_eq!(choices(&from_snapshot(&loaded, &state.snapshot(&loaded))), chosen);
    state.update(&loaded, Action::NextPressed);
    assert_eq!(choices(&state), chosen);
    state.update(&loaded, Action::StartPressed);
    assert_eq!(choices(&state), PlanChoices::default());
}

#[test]
fn choices_for_the_plan_survive_a_way_to_the_ladder() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    let chosen = choices(&state);
    while !matches!(state.phase, Phase::Exploring { .. }) {
        state.update(&loaded, Action::BackPressed);
    }
    assert_eq!(choices(&state), chosen);
    assert_eq!(choices(&from_snapshot(&loaded, &state.snapshot(&loaded))), chosen);
    state.update(&loaded, Action::StartPressed);
    assert_eq!(choices(&state), chosen);
}

#[test]
fn choices_for_the_plan_are_made_only_at_the_outcome() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    state.update(&loaded, Action::TargetChosen(Target::Here));
    state.update(&loaded, Action::InitiativeTicked(initiative(0)));
    assert_eq!(choices(&state), PlanChoices::default());
}

#[test]
fn choices_that_the_ladder_no_longer_has_are_dropped() {
    let loaded = loaded();
    let snapshot = placed(&loaded).snapshot(&loaded);
    let gone = from_snapshot(&loaded, &snapshot.replace("+r3/", "+r4/").replace("^off", "^elsewhere"));
    assert_eq!((choices(&gone), gone.notice), (PlanChoices::default(), None));
    assert!(matches!(gone.phase, Phase::Outcome { .. }));
}

/// At an outcome, after "Copy link" and "Save on this device".
fn shared_and_remembered(loaded: &LoadedLadder) -> State {
    let mut state = placed(loaded);
    state.finish_effect(Some(EffectKind::Remember), true, String::new());
    state.finish_effect(Some(EffectKind::Copy), true, "https://example.org/#it".into());
    state
}

#[test]
fn forgetting_drops_all_answers_here_and_in_the_browser() {
    let loaded = loaded();
    let mut state = shared_and_remembered(&loaded);
    let before = state.clone();
    let confirms = |state: &State| state.share_status().is_some_and(|status| status.confirms_forgetting);
    assert_eq!(state.update(&loaded, Action::ForgetPressed), []);
    assert!(confirms(&state) && state.outcome() == before.outcome(), "only a second press deletes");
    state.update(&loaded, Action::ResultPartChosen(ResultPart::Share));
    assert!(!confirms(&state), "another tab takes the first press back");
    assert_eq!(state.update(&loaded, Action::ForgetPressed), []);
    assert_eq!(
        state.update(&loaded, Action::ForgetPressed),
        [Effect::ForgetAnswers, Effect::SnapshotChanged(String::new())]
    );
    assert_eq!(state.snapshot(&loaded), "");
    assert_eq!((&state.phase, state.notice), (&Phase::default(), Some(Notice::Forgotten)));
    assert_eq!(state.device, Device { can_share: false, is_remembered: Some(false) });
    assert_eq!(choices(&state), PlanChoices::default());
}

#[test]
fn forgetting_offers_nothing_that_the_site_owner_does_not() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    state.update(&loaded, Action::ForgetPressed);
    state.update(&loaded, Action::ForgetPressed);
    assert!(state.outcome().is_none());
    assert_eq!(state.device.is_remembered, None);
}

#[test]
fn sharing_asks_for_the_link_by_its_channel() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    let fragment = state.link(&loaded);
    assert!(fragment.starts_with('#'), "{fragment}");
    for channel in [ShareChannel::Copy, ShareChannel::Share, ShareChannel::Mail] {
        let expected = Effect::ShareLink { channel, fragment: fragment.clone() };
        assert_eq!(state.update(&loaded, Action::LinkPressed(channel)), [expected]);
    }
    assert_eq!(begun(&loaded).link(&loaded), "");
    assert_eq!(act(&loaded, &mut begun(&loaded), Action::LinkPressed(ShareChannel::Copy)), []);
}

#[test]
fn copying_the_plan_and_remembering_are_left_to_the_page() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    let before = state.clone();
    assert_eq!(state.update(&loaded, Action::PlanPressed), [Effect::CopyPlan]);
    let fragment = state.link(&loaded);
    assert_eq!(state.update(&loaded, Action::RememberPressed), [Effect::RememberAnswers { fragment }]);
    assert_eq!(state, before);
}

#[test]
fn the_result_of_an_effect_is_shown_until_the_next_one() {
    let loaded = loaded();
    let mut state = shared_and_remembered(&loaded);
    assert_eq!(state.device.is_remembered, Some(true));
    let status = |state: &State| state.share_status().cloned().expect("at the outcome");
    let expected = |last, address: &str| ShareStatus { last, address: address.into(), ..ShareStatus::default() };
    let link = "https://example.org/#it";
    assert_eq!(status(&state), expected(Some((EffectKind::Copy, true)), link));
    state.finish_effect(Some(EffectKind::Plan), false, String::new());
    assert_eq!(status(&state), expected(Some((EffectKind::Plan, false)), link));
    state.finish_effect(Some(EffectKind::Remember), false, String::new());
    assert_eq!(status(&state), expected(Some((EffectKind::Remember, false)), link));
    assert_eq!(state.device.is_remembered, Some(false));
    state.finish_effect(Some(EffectKind::Share), false, "https://example.org/#other".into());
    assert_eq!(status(&state), expected(Some((EffectKind::Share, false)), "https://example.org/#other"));
    state.finish_effect(None, true, String::new());
    assert_eq!(status(&state), ShareStatus::default());
}

#[test]
fn the_result_of_copying_the_plan_is_shown_until_the_plan_changes() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    let last = |state: &State| state.share_status().and_then(|status| status.last);
    for action in [Action::TargetChosen(Target::Here), Action::InitiativeTicked(initiative(0))] {
        state.finish_effect(Some(EffectKind::Plan), false, "- [ ] it".into());
        assert_eq!(last(&state), Some((EffectKind::Plan, false)));
        assert_eq!(state.share_status().map(|status| &*status.checklist), Some("- [ ] it"));
        state.update(&loaded, action);
        assert_eq!(last(&state), None);
        state.finish_effect(Some(EffectKind::Copy), true, "https://example.org/".into());
        state.update(&loaded, action);
        assert_eq!(last(&state), Some((EffectKind::Copy, true)), "the link is the same");
    }
}

#[test]
fn a_rarely_used_part_is_left_to_the_page() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    let own = state.link(&loaded);
    for extra in [Extra::Picture, Extra::Compare, Extra::Print] {
        assert!(!state.all_result_parts);
        let effects = state.update(&loaded, Action::ExtraPressed(extra));
        assert_eq!(effects, [Effect::OpenExtra { extra, own: own.clone() }]);
    }
    assert!(state.all_result_parts, "a print has all parts");
}

#[test]
fn leaving_the_outcome_drops_the_result_of_an_effect() {
    let loaded = loaded();
    for actions in [&[Action::BackPressed, Action::NextPressed][..], &[Action::StartPressed, Action::SkipPressed]] {
        let mut state = shared_and_remembered(&loaded);
        for &action in actions {
            state.update(&loaded, action);
            if let Phase::Quiz(_) = state.phase {
                assert_eq!(state.share_status(), None);
            }
        }
        if let Phase::Quiz(_) = state.phase {
            answer_all(&loaded, &mut state, 2);
        }
        assert_eq!(state.share_status(), Some(&ShareStatus::default()));
        assert_eq!(state.device.is_remembered, Some(true));
    }
}
