use super::*;
use crate::ladder::{Answer, DimensionId, Move, Question, Rung, Skill};
use crate::quiz::{Title, Verdict};

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
fn who_is_asked_already_is_not_asked_anew() {
    let course = course();
    let mut state = begun(&course);
    state.apply(&course, Action::AnswerChosen(1));
    let before = state.clone();
    assert_eq!(state.apply(&course, Action::StartPressed), []);
    assert_eq!(state, before);
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

/// Placed at the top, with a plan that was worked on.
fn placed(course: &Course) -> State {
    let mut state = begun(course);
    answer_all(course, &mut state, 2);
    state.apply(course, Action::AimChosen(Aim::Move(MoveId::new(0))));
    for skill in [1, 0, 1] {
        state.apply(course, Action::Ticked(Initiative { rung: RungId::new(2), skill }));
    }
    state
}

#[test]
fn a_plan_is_kept_as_long_as_the_answers() {
    let course = course();
    let mut state = placed(&course);
    assert_eq!(state.done, [Initiative { rung: RungId::new(2), skill: 0 }], "a second tick takes the first back");
    let again = |state: &State| assert_eq!(&restored(&course, &state.kept(&course)), state);
    again(&state);
    state.apply(&course, Action::AimChosen(Aim::Rung(RungId::new(1))));
    again(&state);
    state.apply(&course, Action::BackPressed);
    let (aim, done) = (state.aim, state.done.clone());
    assert_eq!((restored(&course, &state.kept(&course)).aim, done.len()), (aim, 1));
    assert_eq!(restored(&course, &state.kept(&course)).done, done);
    state.apply(&course, Action::NextPressed);
    state.apply(&course, Action::StartPressed);
    assert_eq!((state.aim, state.done.len()), (None, 0));
}

#[test]
fn what_the_plan_has_no_more_is_left_out() {
    let course = course();
    let kept = placed(&course).kept(&course);
    let gone = restored(&course, &kept.replace("+r3/", "+r4/").replace("^off", "^elsewhere"));
    assert_eq!((gone.aim, gone.done.len(), gone.note), (None, 0, None));
    assert!(matches!(gone.phase, Phase::Placed(..)));
}

#[test]
fn who_wants_to_be_forgotten_is() {
    let course = course();
    let mut state = placed(&course);
    state.keeping.told(Some(Deed::Remember), true, String::new());
    state.keeping.told(Some(Deed::Copy), true, "https://example.org/#it".into());
    state.apply(&course, Action::ForgetPressed);
    assert_eq!(state.kept(&course), "");
    assert_eq!((&state.phase, state.note), (&Phase::Exploring, Some(Note::Forgotten)));
    assert_eq!(state.keeping, Keeping { remembered: Some(false), ..Keeping::default() });
    assert_eq!((state.aim, state.done.len()), (None, 0));
}

fn shared(state: &State) -> &Shared {
    match &state.phase {
        Phase::Shared(shared) => shared,
        other => panic!("no link is shown but {other:?}"),
    }
}

#[test]
fn a_link_shows_the_outcome_and_leaves_the_readers_own_alone() {
    let course = course();
    let theirs = placed(&course);
    let link = theirs.link(&course).expect("a link");

    let mut own = begun(&course);
    own.apply(&course, Action::AnswerChosen(0));
    own.apply(&course, Action::NextPressed);
    let kept = own.kept(&course);
    let mut opened = own.clone().opening(&course, &link);
    assert_eq!(Some(&shared(&opened).outcome), theirs.outcome());
    assert_eq!((shared(&opened).missing, shared(&opened).changed, shared(&opened).then), (0, false, None));
    assert_eq!(opened.kept(&course), kept);
    assert_eq!(opened.link(&course), None, "it is not the reader's to send");
    for action in [Action::NextPressed, Action::BackPressed, Action::AnswerChosen(1), Action::SkipPressed] {
        opened.apply(&course, action);
    }
    assert_eq!(Some(&shared(&opened).outcome), theirs.outcome());
    assert_eq!(opened.apply(&course, Action::StartPressed), [Event::Started]);
    assert_eq!(opened, own);

    let mut opened = theirs.clone().opening(&course, &link);
    assert_eq!(opened.apply(&course, Action::StartPressed), []);
    assert_eq!(opened, theirs, "who has an outcome finds it again");

    let mut opened = State::new(&course, false).opening(&course, &link);
    opened.apply(&course, Action::StartPressed);
    assert_eq!(opened, State::new(&course, true));
}

#[test]
fn a_link_to_a_changed_ladder_opens_as_far_as_it_goes() {
    let course = course();
    let theirs = placed(&course);
    let link = theirs.link(&course).expect("a link");
    let Phase::Placed(quizzing, _) = &theirs.phase else { panic!("not placed") };
    let asked: Vec<QuestionId> = quizzing.asked.iter().map(|asked| asked.question).collect();
    let changed = |gone: &[QuestionId]| {
        let mut ladder = course.ladder.clone();
        for id in gone {
            ladder.questions[id.index()].id.push_str("-reworded");
        }
        Course::new(ladder, String::new())
    };

    let one = changed(&asked[..1]);
    let opened = State::new(&one, false).opening(&one, &link);
    assert_eq!((shared(&opened).missing, shared(&opened).changed), (1, true));

    let few = changed(&asked[1..]);
    let opened = State::new(&few, false).opening(&few, &link);
    let then = shared(&opened).then.expect("one answer is not enough for what it said");
    assert_eq!((then.rung, then.verdict), (RungId::new(2), Verdict::Clear));

    let all = changed(&asked);
    let opened = State::new(&all, false).opening(&all, &link);
    assert_eq!((&opened.phase, opened.note), (&Phase::Exploring, Some(Note::Empty)));
}

#[test]
fn what_is_no_link_is_said_to_be_none() {
    let course = course();
    let link = placed(&course).link(&course).expect("a link");
    let note = |fragment: &str| {
        let opened = State::new(&course, false).opening(&course, fragment);
        assert_eq!(opened.phase, Phase::Exploring, "{fragment}");
        opened.note
    };
    assert_eq!(note(""), None);
    assert_eq!(note("#chapter-2"), None);
    assert_eq!(note("#career-ladder-another_BAAAA"), None);
    assert_eq!(note(&link[..link.len() - 1]), Some(Note::Damaged));
}
