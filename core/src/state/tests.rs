use super::*;
use crate::ladder::{Answer, DimensionId, Move, Question, Rung, Skill};
use crate::quiz::{Title, Verdict};

/// Three rungs, six questions in one dimension, answers from low to high.
fn loaded() -> Rc<LoadedLadder> {
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
        ..Ladder::default()
    };
    LoadedLadder::new(ladder, "seed".into())
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
    state.apply(loaded, Action::SkipPressed);
    state
}

fn question(state: &State) -> AskedQuestion {
    match progress(state).current_step() {
        QuizStep::Question(asked) => asked,
        QuizStep::Title(_) => panic!("still asks for the title"),
    }
}

/// Answers every question alike; the events on the way.
fn answer_all(loaded: &LoadedLadder, state: &mut State, answer: usize) -> Vec<Event> {
    let mut events = Vec::new();
    if progress(state).index() == 0 {
        state.apply(loaded, Action::SkipPressed);
    }
    while let Phase::Quiz(_) = state.phase {
        state.apply(loaded, Action::AnswerChosen(answer));
        events.extend(state.apply(loaded, Action::NextPressed));
    }
    events
}

#[test]
fn the_whole_way_ends_in_a_place() {
    let loaded = loaded();
    let mut state = State::new(&loaded, false);
    assert_eq!(state.apply(&loaded, Action::StartPressed), [Event::Started]);
    let events = answer_all(&loaded, &mut state, 2);
    let Phase::Outcome(_, outcome) = &state.phase else { panic!("not placed") };
    assert_eq!(outcome.placement.rung.index(), 2);
    assert_eq!(events.len(), outcome.asked + 1);
    assert_eq!(events.last(), Some(&Event::Finished(outcome.clone())));
    assert_eq!(state.apply(&loaded, Action::StartPressed), [Event::Started]);
    assert_eq!(progress(&state), &QuizProgress::default());
}

#[test]
fn nothing_marked_means_no_way_on() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    let before = state.clone();
    assert_eq!(state.apply(&loaded, Action::NextPressed), []);
    assert_eq!(state, before);
}

#[test]
fn going_back_keeps_every_answer() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    for answer in [0, 1] {
        state.apply(&loaded, Action::AnswerChosen(answer));
        state.apply(&loaded, Action::NextPressed);
    }
    let third = question(&state);
    state.apply(&loaded, Action::BackPressed);
    assert_eq!(question(&state).selected, Some(1));
    state.apply(&loaded, Action::BackPressed);
    assert_eq!(question(&state).selected, Some(0));
    assert_eq!(progress(&state).answers().responses.len(), 2);

    state.apply(&loaded, Action::AnswerChosen(2));
    let event = state.apply(&loaded, Action::NextPressed);
    assert!(matches!(event[..], [Event::Answered { answer: 2, index: 0, .. }]));
    assert_eq!(state.apply(&loaded, Action::NextPressed), [], "an unchanged answer is no news");
    assert_eq!(question(&state), third);
}

#[test]
fn the_title_counts_once_it_is_taken() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    assert_eq!(state.apply(&loaded, Action::NextPressed), []);
    assert_eq!(progress(&state).index(), 0, "nothing is marked");
    state.apply(&loaded, Action::TitleChosen(RungId::new(2)));
    assert_eq!(state.belief(&loaded), None, "marked is not yet taken");
    state.apply(&loaded, Action::NextPressed);
    assert_eq!(progress(&state).answers().title, Title::Held(RungId::new(2)));
    let belief = state.belief(&loaded).expect("a title");
    assert!(belief[2] > belief[1]);

    state.apply(&loaded, Action::BackPressed);
    assert_eq!(progress(&state).current_step(), QuizStep::Title(Some(RungId::new(2))));
    state.apply(&loaded, Action::SkipPressed);
    assert_eq!(progress(&state).answers().title, Title::Skipped);
}

#[test]
fn back_from_the_first_question_leads_to_the_ladder() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    state.apply(&loaded, Action::BackPressed);
    assert_eq!(state.phase, Phase::Exploring);
}

#[test]
fn the_way_back_to_the_ladder_loses_nothing() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    state.apply(&loaded, Action::AnswerChosen(1));
    state.apply(&loaded, Action::NextPressed);
    let second = question(&state);
    for _ in 0..3 {
        state.apply(&loaded, Action::BackPressed);
    }
    assert_eq!(state.phase, Phase::Exploring);
    state.apply(&loaded, Action::StartPressed);
    state.apply(&loaded, Action::SkipPressed);
    assert_eq!(question(&state).selected, Some(1));
    state.apply(&loaded, Action::NextPressed);
    assert_eq!(question(&state), second);
}

#[test]
fn who_is_asked_already_is_not_asked_anew() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    state.apply(&loaded, Action::AnswerChosen(1));
    let before = state.clone();
    assert_eq!(state.apply(&loaded, Action::StartPressed), []);
    assert_eq!(state, before);
}

#[test]
fn one_may_go_back_from_the_outcome() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    answer_all(&loaded, &mut state, 2);
    state.apply(&loaded, Action::BackPressed);
    assert!(progress(&state).is_last());
    assert_eq!(question(&state).selected, Some(2));
    state.apply(&loaded, Action::NextPressed);
    assert!(matches!(state.phase, Phase::Outcome(..)));
}

#[test]
fn the_last_question_is_announced_as_such() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    loop {
        assert!(!progress(&state).is_last());
        state.apply(&loaded, Action::AnswerChosen(0));
        let last = progress(&state).is_last();
        state.apply(&loaded, Action::NextPressed);
        if last {
            break;
        }
    }
    assert!(matches!(state.phase, Phase::Outcome(..)));
}

#[test]
fn belief_grows_with_answers_that_count() {
    let loaded = loaded();
    let mut state = begun(&loaded);
    assert_eq!(state.belief(&loaded), None);
    state.apply(&loaded, Action::AnswerChosen(2));
    assert_eq!(state.belief(&loaded), None, "marked is not yet answered");
    state.apply(&loaded, Action::NextPressed);
    let belief = state.belief(&loaded).expect("one answer");
    assert!(belief[2] > belief[1] && belief[1] > belief[0]);
}

#[test]
fn a_rung_opens_and_closes() {
    let loaded = loaded();
    let mut state = State::new(&loaded, false);
    let rung = RungId::new(1);
    state.apply(&loaded, Action::RungPressed(rung));
    assert_eq!((state.open, state.section), (Some(Open::Rung(rung)), Section::Changes));
    state.apply(&loaded, Action::SectionChosen(Section::Skills));
    state.apply(&loaded, Action::RungPressed(RungId::new(2)));
    assert_eq!((state.open, state.section), (Some(Open::Rung(RungId::new(2))), Section::Changes));
    state.apply(&loaded, Action::RungPressed(RungId::new(2)));
    assert_eq!(state.open, None);
}

#[test]
fn a_ladder_without_questions_is_only_shown() {
    let loaded = LoadedLadder::new(Ladder { questions: Vec::new(), ..loaded().ladder.clone() }, String::new());
    let mut state = State::new(&loaded, true);
    assert_eq!(state.phase, Phase::Exploring);
    assert_eq!(state.apply(&loaded, Action::StartPressed), []);
}

/// What is restored from a text, and that text made of it again.
#[track_caller]
fn from_snapshot(loaded: &LoadedLadder, snapshot: &str) -> State {
    State::from_snapshot(loaded, snapshot).expect("something to restore")
}

#[test]
fn every_step_is_restored_as_it_was() {
    let loaded = loaded();
    let mut state = State::new(&loaded, true);
    let again = |state: &State| assert_eq!(&from_snapshot(&loaded, &state.snapshot(&loaded)), state);
    again(&state);
    state.apply(&loaded, Action::TitleChosen(RungId::new(1)));
    again(&state);
    state.apply(&loaded, Action::NextPressed);
    while let Phase::Quiz(_) = state.phase {
        again(&state);
        state.apply(&loaded, Action::AnswerChosen(1));
        again(&state);
        state.apply(&loaded, Action::NextPressed);
    }
    assert!(matches!(state.phase, Phase::Outcome(..)));
    again(&state);
    while let Phase::Quiz(_) | Phase::Outcome(..) = state.phase {
        state.apply(&loaded, Action::BackPressed);
        if !matches!(&state.phase, Phase::Quiz(progress) if progress.is_last()) {
            again(&state);
        }
    }
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
    assert_eq!(gone.note, Some(Notice::Lost(1)));
    let reworded = from_snapshot(&loaded, &snapshot.replace(&first, &format!("{question} gone")));
    assert_eq!((reworded.note, progress(&reworded).index()), (Some(Notice::Lost(1)), 1), "it is asked again");
    let renamed = from_snapshot(&loaded, &snapshot.replace("\n-\n", "\nnobody\n"));
    assert_eq!(renamed.note, Some(Notice::Lost(1)));
    assert_eq!(from_snapshot(&loaded, "end\n-\ngone a\ngone b").note, Some(Notice::Lost(2)));
    assert_eq!(from_snapshot(&loaded, "7\n").note, None);
    assert_eq!(State::from_snapshot(&loaded, ""), None);
}

#[test]
fn no_text_brings_it_down() {
    let loaded = loaded();
    for snapshot in ["\n", "0\n\nq0", "x\ny\n \n  \nq0 a b", "3\n-\nq0 \nq0 \nq1", "18446744073709551615\n\nq1 a"] {
        let mut state = from_snapshot(&loaded, snapshot);
        if let Phase::Quiz(_) = state.phase {
            answer_all(&loaded, &mut state, 1);
        }
    }
}

/// Placed at the top, with a plan that was worked on.
fn placed(loaded: &LoadedLadder) -> State {
    let mut state = begun(loaded);
    answer_all(loaded, &mut state, 2);
    state.apply(loaded, Action::AimChosen(Target::Move(MoveId::new(0))));
    for skill in [1, 0, 1] {
        state.apply(loaded, Action::Ticked(Initiative { rung: RungId::new(2), skill }));
    }
    state
}

#[test]
fn a_plan_is_kept_as_long_as_the_answers() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    assert_eq!(state.done, [Initiative { rung: RungId::new(2), skill: 0 }], "a second tick takes the first back");
    let again = |state: &State| assert_eq!(&from_snapshot(&loaded, &state.snapshot(&loaded)), state);
    again(&state);
    state.apply(&loaded, Action::AimChosen(Target::Rung(RungId::new(1))));
    again(&state);
    state.apply(&loaded, Action::BackPressed);
    let (target, done) = (state.target, state.done.clone());
    assert_eq!((from_snapshot(&loaded, &state.snapshot(&loaded)).target, done.len()), (target, 1));
    assert_eq!(from_snapshot(&loaded, &state.snapshot(&loaded)).done, done);
    state.apply(&loaded, Action::NextPressed);
    state.apply(&loaded, Action::StartPressed);
    assert_eq!((state.target, state.done.len()), (None, 0));
}

#[test]
fn what_the_plan_has_no_more_is_left_out() {
    let loaded = loaded();
    let snapshot = placed(&loaded).snapshot(&loaded);
    let gone = from_snapshot(&loaded, &snapshot.replace("+r3/", "+r4/").replace("^off", "^elsewhere"));
    assert_eq!((gone.target, gone.done.len(), gone.note), (None, 0, None));
    assert!(matches!(gone.phase, Phase::Outcome(..)));
}

#[test]
fn who_wants_to_be_forgotten_is() {
    let loaded = loaded();
    let mut state = placed(&loaded);
    state.share_status.told(Some(EffectKind::Remember), true, String::new());
    state.share_status.told(Some(EffectKind::Copy), true, "https://example.org/#it".into());
    state.apply(&loaded, Action::ForgetPressed);
    assert_eq!(state.snapshot(&loaded), "");
    assert_eq!((&state.phase, state.note), (&Phase::Exploring, Some(Notice::Forgotten)));
    assert_eq!(state.share_status, ShareStatus { remembered: Some(false), ..ShareStatus::default() });
    assert_eq!((state.target, state.done.len()), (None, 0));
}

fn shared(state: &State) -> &SharedOutcome {
    match &state.phase {
        Phase::SharedOutcome(shared) => shared,
        other => panic!("no link is shown but {other:?}"),
    }
}

#[test]
fn a_link_shows_the_outcome_and_leaves_the_readers_own_alone() {
    let loaded = loaded();
    let theirs = placed(&loaded);
    let link = theirs.link(&loaded).expect("a link");

    let mut suspended = begun(&loaded);
    suspended.apply(&loaded, Action::AnswerChosen(0));
    suspended.apply(&loaded, Action::NextPressed);
    let snapshot = suspended.snapshot(&loaded);
    let mut opened = suspended.clone().with_link_opened(&loaded, &link);
    assert_eq!(Some(&shared(&opened).outcome), theirs.outcome());
    assert_eq!((shared(&opened).missing, shared(&opened).changed, shared(&opened).then), (0, false, None));
    assert_eq!(opened.snapshot(&loaded), snapshot);
    assert_eq!(opened.link(&loaded), None, "it is not the reader's to send");
    for action in [Action::NextPressed, Action::BackPressed, Action::AnswerChosen(1), Action::SkipPressed] {
        opened.apply(&loaded, action);
    }
    assert_eq!(Some(&shared(&opened).outcome), theirs.outcome());
    assert_eq!(opened.apply(&loaded, Action::StartPressed), [Event::Started]);
    assert_eq!(opened, suspended);

    let mut opened = theirs.clone().with_link_opened(&loaded, &link);
    assert_eq!(opened.apply(&loaded, Action::StartPressed), []);
    assert_eq!(opened, theirs, "who has an outcome finds it again");

    let mut opened = State::new(&loaded, false).with_link_opened(&loaded, &link);
    opened.apply(&loaded, Action::StartPressed);
    assert_eq!(opened, State::new(&loaded, true));
}

#[test]
fn a_link_to_a_changed_ladder_opens_as_far_as_it_goes() {
    let loaded = loaded();
    let theirs = placed(&loaded);
    let link = theirs.link(&loaded).expect("a link");
    let Phase::Outcome(progress, _) = &theirs.phase else { panic!("not placed") };
    let asked: Vec<QuestionId> = progress.asked.iter().map(|asked| asked.question).collect();
    let changed = |gone: &[QuestionId]| {
        let mut ladder = loaded.ladder.clone();
        for id in gone {
            ladder.questions[id.index()].id.push_str("-reworded");
        }
        LoadedLadder::new(ladder, String::new())
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
    assert_eq!((&opened.phase, opened.note), (&Phase::Exploring, Some(Notice::Empty)));
}

#[test]
fn what_is_no_link_is_said_to_be_none() {
    let loaded = loaded();
    let link = placed(&loaded).link(&loaded).expect("a link");
    let note = |fragment: &str| {
        let opened = State::new(&loaded, false).with_link_opened(&loaded, fragment);
        assert_eq!(opened.phase, Phase::Exploring, "{fragment}");
        opened.note
    };
    assert_eq!(note(""), None);
    assert_eq!(note("#chapter-2"), None);
    assert_eq!(note("#career-ladder-another_BAAAA"), None);
    assert_eq!(note(&link[..link.len() - 1]), Some(Notice::Damaged));
}
