//! Properties of the quiz on ladders of any shape.

use career_ladder_core::ladder::{
    Answer, Dimension, DimensionId, Ladder, LadderParts, LevelException, Question, QuestionId, Rung, RungId, Track,
    TrackId,
};
use career_ladder_core::quiz::{Answers, MAX_QUESTIONS_ASKED, MIN_ANSWERS, Quiz, Response, Title, option_order};
use proptest::prelude::*;
use proptest::sample::Index;

/// A source of choices made from given numbers, which repeat when they are used up.
struct Choices<'n> {
    numbers: &'n [Index],
    used: usize,
}

impl<'n> Choices<'n> {
    fn new(numbers: &'n [Index]) -> Self {
        Self { numbers, used: 0 }
    }

    fn below(&mut self, bound: usize) -> usize {
        self.used += 1;
        self.numbers[self.used % self.numbers.len()].index(bound)
    }

    fn chance(&mut self) -> bool {
        self.below(2) == 1
    }

    fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut list: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            list.swap(last, self.below(last + 1));
        }
        list
    }
}

fn numbers() -> impl Strategy<Value = Vec<Index>> {
    prop::collection::vec(any::<Index>(), 1..300)
}

/// The upper limits of a random ladder.
struct Limits {
    dimensions: usize,
    tracks: usize,
    /// On each track; the first has one more.
    rungs: usize,
    questions: usize,
}

const SMALL: Limits = Limits { dimensions: 6, tracks: 4, rungs: 6, questions: 25 };

fn ladder(choices: &mut Choices<'_>, limits: &Limits) -> Ladder {
    let dimensions = 1 + choices.below(limits.dimensions);
    let (tracks, mut rungs) = tracks(choices, limits);
    let count = rungs.len();
    for rung in rungs.iter_mut().filter(|rung| rung.track != TrackId::default()) {
        if choices.chance() {
            rung.like = Some(RungId::new(choices.below(count)));
            let dimension = DimensionId::new(choices.below(dimensions));
            rung.except = vec![LevelException { dimension, rung: RungId::new(choices.below(count)) }];
        }
    }
    let mut parts =
        LadderParts { dimensions: vec![Dimension::default(); dimensions], tracks, rungs, ..LadderParts::default() };
    // Learnt numbers, in every second ladder.
    let is_calibrated = choices.chance();
    if is_calibrated {
        parts.readers =
            (0..6).map(|_| u16::try_from(choices.below(2) * choices.below(101)).expect("a small number")).collect();
        parts.readers[choices.below(6)] = 1;
    }
    for _ in 0..1 + choices.below(limits.questions) {
        let answers = (0..2 + choices.below(7)).map(|_| {
            let is = (0..1 + choices.below(2)).map(|_| RungId::new(choices.below(count))).collect();
            let shift =
                if is_calibrated { i16::try_from(choices.below(1_801)).expect("a small number") - 900 } else { 0 };
            Answer { is, shift, ..Answer::default() }
        });
        let answers = answers.collect();
        let about = DimensionId::new(choices.below(dimensions));
        parts.questions.push(Question { about, answers, ..Question::default() });
    }
    set_ids(&mut parts, "");
    Ladder::new(parts)
}

/// Tracks with their rungs. Each side track leaves from any earlier rung.
fn tracks(choices: &mut Choices<'_>, limits: &Limits) -> (Vec<Track>, Vec<Rung>) {
    let mut tracks = vec![Track::default()];
    let mut rungs: Vec<Rung> = Vec::new();
    for track in 0..1 + choices.below(limits.tracks) {
        let from = (track > 0).then(|| RungId::new(choices.below(rungs.len())));
        if track > 0 {
            tracks.push(Track { from, ..Track::default() });
        }
        let mut level = from.map_or(0, |from| rungs[from.index()].level);
        for _ in 0..1 + usize::from(track == 0) + choices.below(limits.rungs) {
            level += 1 + u16::from(choices.chance()) * 2;
            rungs.push(Rung { level, track: TrackId::new(track), ..Rung::default() });
        }
    }
    (tracks, rungs)
}

/// Gives every rung, question and answer an id with this prefix.
fn set_ids(parts: &mut LadderParts, prefix: &str) {
    for (index, rung) in parts.rungs.iter_mut().enumerate() {
        rung.id = format!("{prefix}rung-{index}");
    }
    for (index, question) in parts.questions.iter_mut().enumerate() {
        question.id = format!("{prefix}question-{index}");
        for (index, answer) in question.answers.iter_mut().enumerate() {
            answer.id = format!("{prefix}answer-{index}");
        }
    }
}

fn title(choices: &mut Choices<'_>, ladder: &Ladder) -> Title {
    match choices.below(4) {
        0 => Title::NotAsked,
        1 => Title::Skipped,
        _ => Title::Held(RungId::new(choices.below(ladder.rungs.len()))),
    }
}

/// Answers to some of the questions, at most one to each.
fn some_answers(choices: &mut Choices<'_>, ladder: &Ladder) -> Answers {
    let title = title(choices, ladder);
    let mut questions = choices.shuffled(ladder.questions.len());
    questions.truncate(choices.below(MAX_QUESTIONS_ASKED + 1));
    let response = questions.into_iter().map(|question| Response {
        question: QuestionId::new(question),
        answer: choices.below(ladder.questions[question].answers.len() + 1),
    });
    Answers { title, responses: response.collect() }
}

/// Takes the whole quiz and checks every step and the outcome.
fn take(ladder: &Ladder, title: Title, mut pick: impl FnMut(&Question) -> usize) -> Result<Answers, TestCaseError> {
    let quiz = Quiz::new(ladder);
    let mut answers = Answers { title, responses: Vec::new() };
    loop {
        let belief = quiz.belief(&answers);
        is_distribution(&belief.rungs)?;
        prop_assert!((0.0..=1.0).contains(&belief.inattentive));
        let Some(question) = quiz.next(&answers) else { break };
        prop_assert!(
            answers.responses.iter().all(|response| response.question != question),
            "{question:?} is asked twice"
        );
        answers.responses.push(Response { question, answer: pick(ladder.question(question)) });
        prop_assert!(answers.asked() <= MAX_QUESTIONS_ASKED);
    }
    check_outcome(&quiz, &answers)?;
    check_end(ladder, &answers)?;
    Ok(answers)
}

fn check_outcome(quiz: &Quiz, answers: &Answers) -> Result<(), TestCaseError> {
    let outcome = quiz.outcome(answers);
    is_distribution(&outcome.probabilities)?;
    prop_assert!((0.0..=1.0 + 1e-12).contains(&outcome.placement.confidence));
    let best = outcome.probabilities.iter().copied().fold(0.0, f64::max);
    prop_assert!(best.total_cmp(&outcome.placement.confidence).is_eq());
    prop_assert!(
        outcome.profile.iter().all(|level| level.level.is_finite() && (0.0..=1.0).contains(&level.level_fraction))
    );
    prop_assert!(outcome.evidence.iter().all(|evidence| evidence.shift.is_finite()), "{:?}", outcome.evidence);
    Ok(())
}

/// Checks that the quiz ended when it may: it covers enough dimensions, or no question is left.
fn check_end(ladder: &Ladder, answers: &Answers) -> Result<(), TestCaseError> {
    let distinct = |mut list: Vec<DimensionId>| {
        list.sort_unstable_by_key(|dimension| dimension.index());
        list.dedup();
        list.len()
    };
    let says_something = |response: &&Response| response.answer < ladder.question(response.question).answers.len();
    let about = |response: &Response| ladder.question(response.question).about;
    let covered: Vec<DimensionId> = answers.responses.iter().filter(says_something).map(about).collect();
    let is_open = |&index: &usize| answers.responses.iter().all(|response| response.question.index() != index);
    let open = (0..ladder.questions.len()).filter(is_open).map(|index| ladder.questions[index].about);
    let askable = distinct(covered.iter().copied().chain(open).collect());
    let (asked, answered) = (distinct(covered.clone()), covered.len());
    let covers_enough = asked >= askable.min(MIN_ANSWERS) && answered >= MIN_ANSWERS;
    prop_assert!(covers_enough || answers.left() == 0 || answers.responses.len() == ladder.questions.len());
    Ok(())
}

fn is_distribution(shares: &[f64]) -> Result<(), TestCaseError> {
    prop_assert!(shares.iter().all(|share| (0.0..=1.0 + 1e-12).contains(share)), "{shares:?}");
    let sum: f64 = shares.iter().sum();
    prop_assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    Ok(())
}

fn are_close(one: &[f64], other: &[f64]) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.len(), other.len());
    prop_assert!(one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-9), "{one:?} {other:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn every_quiz_ends_and_its_probabilities_sum_to_one(numbers in numbers()) {
        let mut choices = Choices::new(&numbers);
        let ladder = ladder(&mut choices, &SMALL);
        let title = title(&mut choices, &ladder);
        take(&ladder, title, |question| choices.below(question.answers.len() + 1))?;
    }

    #[test]
    fn the_order_of_answering_does_not_matter(numbers in numbers()) {
        let mut choices = Choices::new(&numbers);
        let ladder = ladder(&mut choices, &SMALL);
        let quiz = Quiz::new(&ladder);
        let answers = some_answers(&mut choices, &ladder);
        let response = choices.shuffled(answers.responses.len()).into_iter().map(|index| answers.responses[index]);
        let shuffled = Answers { title: answers.title, responses: response.collect() };
        are_close(&quiz.belief(&answers).rungs, &quiz.belief(&shuffled).rungs)?;
    }

    #[test]
    fn ids_do_not_change_the_quiz(numbers in numbers()) {
        let mut choices = Choices::new(&numbers);
        let ladder = ladder(&mut choices, &SMALL);
        let mut renamed = ladder.clone().into_parts();
        set_ids(&mut renamed, "another-");
        for (rung, other) in renamed.rungs.iter_mut().zip(ladder.rungs.iter().rev()) {
            rung.id.clone_from(&other.id);
        }
        let renamed = Ladder::new(renamed);
        let title = title(&mut choices, &ladder);
        let picks: Vec<usize> = (0..MAX_QUESTIONS_ASKED).map(|_| choices.below(8)).collect();
        let asked = |ladder: &Ladder| {
            let mut picks = picks.iter();
            let answers = take(ladder, title, |question| picks.next().expect("a pick") % (question.answers.len() + 1))?;
            Ok::<_, TestCaseError>((Quiz::new(ladder).outcome(&answers), answers))
        };
        prop_assert_eq!(asked(&ladder)?, asked(&renamed)?);
    }

    #[test]
    fn the_order_of_the_file_does_not_matter(numbers in numbers()) {
        let mut choices = Choices::new(&numbers);
        let ladder = ladder(&mut choices, &SMALL);
        let answers = some_answers(&mut choices, &ladder);

        // Each list has, for every new index, the old one.
        let rungs = choices.shuffled(ladder.rungs.len());
        let questions = choices.shuffled(ladder.questions.len());
        let options: Vec<Vec<usize>> = ladder.questions.iter().map(|question| choices.shuffled(question.answers.len())).collect();
        // The index behind the last answer, of a question that does not apply, stays where it is.
        let now = |list: &[usize], index: usize| list.iter().position(|&old| old == index).unwrap_or(index);
        let moved = |rung: RungId| RungId::new(now(&rungs, rung.index()));

        let mut other = ladder.clone().into_parts();
        other.rungs = rungs.iter().map(|&old| ladder.rungs[old].clone()).collect();
        for rung in &mut other.rungs {
            rung.like = rung.like.map(moved);
            rung.except.iter_mut().for_each(|except| except.rung = moved(except.rung));
        }
        other.tracks.iter_mut().for_each(|track| track.from = track.from.map(moved));
        other.questions = questions.iter().map(|&old| ladder.questions[old].clone()).collect();
        for (question, &old) in other.questions.iter_mut().zip(&questions) {
            question.answers = options[old].iter().map(|&answer| question.answers[answer].clone()).collect();
            question.answers.iter_mut().flat_map(|answer| &mut answer.is).for_each(|is| *is = moved(*is));
        }
        let other = Ladder::new(other);
        let response = answers.responses.iter().map(|response| Response {
            question: QuestionId::new(now(&questions, response.question.index())),
            answer: now(&options[response.question.index()], response.answer),
        });
        let title = if let Title::Held(title) = answers.title { Title::Held(moved(title)) } else { answers.title };
        let other_answers = Answers { title, responses: response.collect() };

        let one = Quiz::new(&ladder).belief(&answers).rungs;
        let other = Quiz::new(&other).belief(&other_answers).rungs;
        are_close(&rungs.iter().map(|&old| one[old]).collect::<Vec<_>>(), &other)?;
    }

    #[test]
    fn the_same_seed_gives_the_same_order_of_options(seed in any::<String>(), question in any::<String>(), answers in 0_usize..=8) {
        let order = option_order(&seed, &question, answers);
        prop_assert_eq!(&order, &option_order(&seed, &question, answers));
        let mut sorted = order;
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..answers).collect::<Vec<_>>());
    }
}

/// The parts of a ladder with this many rungs on each track, and questions whose answers are spread over all rungs.
fn extreme(tracks: usize, track_len: u16, dimensions: usize, questions: usize, answers: usize) -> LadderParts {
    let rung = |track, level| Rung { level, track: TrackId::new(track), ..Rung::default() };
    let rungs: Vec<Rung> = (0..tracks).flat_map(|track| (1..=track_len).map(move |level| rung(track, level))).collect();
    let from = |track| (track > 0).then(RungId::default);
    let question = |index: usize| Question {
        about: DimensionId::new(index % dimensions),
        answers: (0..answers)
            .map(|answer| Answer {
                is: vec![RungId::new((index * 7 + answer * rungs.len() / answers) % rungs.len())],
                ..Answer::default()
            })
            .collect(),
        ..Question::default()
    };
    LadderParts {
        dimensions: vec![Dimension::default(); dimensions],
        tracks: (0..tracks).map(|track| Track { from: from(track), ..Track::default() }).collect(),
        questions: (0..questions).map(question).collect(),
        rungs,
        ..LadderParts::default()
    }
}

/// Takes the quiz as readers who always choose the first answer, the last, or alternate, with and without titles.
#[track_caller]
fn check_all(parts: LadderParts) {
    let ladder = &Ladder::new(parts);
    let highest = RungId::new(ladder.rungs.len() - 1);
    for title in [Title::NotAsked, Title::Held(RungId::default()), Title::Held(highest)] {
        for step in 0..3 {
            let mut turn = 0;
            let taken = take(ladder, title, |question| {
                turn += step;
                if step == 2 {
                    (turn / 2 * 3) % question.answers.len()
                } else {
                    turn.min(step) * (question.answers.len() - 1)
                }
            });
            taken.unwrap_or_else(|error| panic!("{title:?}, step {step}: {error}"));
        }
    }
}

#[test]
fn the_largest_ladder_has_a_quiz() {
    // One reader is enough: it is slow without optimization.
    let ladder = Ladder::new(extreme(4, 64, 5, 1_000, 8));
    let mut turn = 0;
    let taken = take(&ladder, Title::Held(RungId::new(255)), |question| {
        turn += 3;
        turn % question.answers.len()
    });
    taken.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn one_dimension_or_as_many_as_questions_have_a_quiz() {
    check_all(extreme(1, 64, 1, 30, 8));
    check_all(extreme(2, 8, 60, 60, 8));
}

#[test]
fn dimensions_without_questions_are_ignored() {
    let mut parts = extreme(2, 5, 1, 30, 4);
    parts.dimensions = vec![Dimension::default(); 9];
    check_all(parts);
}

#[test]
fn questions_whose_answers_are_all_alike_have_a_quiz() {
    for is in [0, 63] {
        let mut parts = extreme(1, 64, 2, 30, 8);
        let answers = parts.questions.iter_mut().flat_map(|question| &mut question.answers);
        answers.for_each(|answer| answer.is = vec![RungId::new(is)]);
        check_all(parts);
    }
}

#[test]
fn levels_far_apart_have_a_quiz() {
    let mut parts = extreme(2, 3, 2, 30, 3);
    parts.rungs.iter_mut().for_each(|rung| rung.level = (rung.level - 1) * 30_000);
    check_all(parts);
}

#[test]
fn without_questions_nothing_is_asked() {
    check_all(extreme(2, 4, 1, 0, 2));
}
