//! The outcome in a link, beside the reader's own answers.

use super::*;
use crate::quiz::Verdict;

fn shared(state: &State) -> &SharedOutcome {
    match &state.phase {
        Phase::SharedOutcome(shared) => shared,
        other => panic!("no link is shown but {other:?}"),
    }
}

#[test]
fn a_link_shows_its_outcome_and_leaves_the_readers_answers_alone() {
    let loaded = loaded();
    let theirs = placed(&loaded);
    let link = theirs.link(&loaded);

    let mut own = begun(&loaded);
    own.update(&loaded, Action::AnswerChosen(0));
    own.update(&loaded, Action::NextPressed);
    let snapshot = own.snapshot(&loaded);
    let mut opened = own.clone().with_link_opened(&loaded, &link);
    assert_eq!(Some(&shared(&opened).outcome), theirs.outcome());
    assert_eq!((shared(&opened).missing, shared(&opened).changed, shared(&opened).then), (0, false, None));
    assert_eq!(opened.snapshot(&loaded), snapshot);
    assert_eq!(opened.link(&loaded), "", "it is not the reader's to send");
    assert_eq!((opened.plan(), opened.share_status(), opened.step_index()), (None, None, None));
    for action in [Action::NextPressed, Action::BackPressed, Action::AnswerChosen(1), Action::SkipPressed] {
        assert_eq!(opened.update(&loaded, action), []);
    }
    assert_eq!(Some(&shared(&opened).outcome), theirs.outcome());
    assert_eq!(act(&loaded, &mut opened, Action::StartPressed), [Effect::QuizStarted]);
    assert_eq!(opened, own);
}

#[test]
fn start_leads_from_a_link_to_an_outcome_of_the_readers_own() {
    let loaded = loaded();
    let own = placed(&loaded);
    let link = own.link(&loaded);
    let mut opened = own.clone().with_link_opened(&loaded, &link);
    assert_eq!(opened.update(&loaded, Action::StartPressed), []);
    assert_eq!(opened, own);
}

#[test]
fn start_leads_from_a_link_to_the_quiz_that_the_reader_left() {
    let loaded = loaded();
    let link = placed(&loaded).link(&loaded);
    let own = from_snapshot(&loaded, "ladder\n-\nq0 a1");
    let mut opened = own.clone().with_link_opened(&loaded, &link);
    assert_eq!(opened.update(&loaded, Action::UnfoldPressed), []);
    assert_eq!(act(&loaded, &mut opened, Action::StartPressed), [Effect::QuizStarted]);
    assert_eq!(progress(&opened).answers().responses.len(), 1);
    assert!(!opened.unfolded, "the own state was not unfolded");
}

#[test]
fn start_leads_from_a_link_to_a_first_quiz() {
    let loaded = loaded();
    let link = placed(&loaded).link(&loaded);
    let device = Device { can_share: true, is_remembered: None };
    let mut opened = State { device, ..State::new(&loaded, false) }.with_link_opened(&loaded, &link);
    assert_eq!(opened.device, device);
    opened.update(&loaded, Action::StartPressed);
    assert_eq!(unstored(&opened), State { device, ..State::new(&loaded, true) });
}

#[test]
fn a_link_to_a_changed_ladder_shows_the_answers_that_are_left() {
    let loaded = loaded();
    let theirs = placed(&loaded);
    let link = theirs.link(&loaded);
    let Phase::Outcome { progress, .. } = &theirs.phase else { panic!("not placed") };
    let asked: Vec<QuestionId> = progress.asked.iter().map(|asked| asked.question).collect();
    let changed = |gone: &[QuestionId]| {
        let mut parts = parts();
        for id in gone {
            parts.questions[id.index()].id.push_str("-reworded");
        }
        LoadedLadder::new(Ladder::new(parts))
    };

    let one = changed(&asked[..1]);
    let opened = State::new(&one, false).with_link_opened(&one, &link);
    assert_eq!((shared(&opened).missing, shared(&opened).changed), (1, true));

    let few = changed(&asked[1..]);
    let opened = State::new(&few, false).with_link_opened(&few, &link);
    let then = shared(&opened).then.expect("one answer is not enough for what it said");
    assert_eq!((then.rung, then.verdict), (RungId::new(2), Verdict::Clear));

    let all = changed(&asked);
    let opened = State::new(&all, false).with_link_opened(&all, &link);
    assert_eq!((&opened.phase, opened.notice), (&Phase::default(), Some(Notice::Empty)));
}

#[test]
fn a_link_that_cannot_be_read_leaves_a_notice() {
    let loaded = loaded();
    let link = placed(&loaded).link(&loaded);
    let notice = |fragment: &str| {
        let opened = State::new(&loaded, false).with_link_opened(&loaded, fragment);
        assert_eq!(opened.phase, Phase::default(), "{fragment}");
        opened.notice
    };
    assert_eq!(notice(""), None);
    assert_eq!(notice("#chapter-2"), None);
    assert_eq!(notice("#career-ladder-another_BAAAA"), None);
    assert_eq!(notice(&link[..link.len() - 1]), Some(Notice::Damaged));
    let version_2 = "#career-ladder-_CHOtA";
    assert_eq!(notice(version_2), Some(Notice::Newer));
}
