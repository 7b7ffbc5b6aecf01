//! Properties of the quiz's engine, on ladders of any shape.

use career_ladder_core::ladder::{
    Answer, Dimension, DimensionId, Exception, Ladder, Question, QuestionId, Rung, RungId, Track, TrackId,
};
use career_ladder_core::quiz::{
    Answers, CONFIDENT_FROM, ItemBank, MAX_QUESTIONS_ASKED, MIN_DIMENSIONS, Outcome, Posterior, Response, Title,
    option_order,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// Makes choices by given numbers; begins anew when they are used up.
struct Roll<'n> {
    numbers: &'n [Index],
    thrown: usize,
}

impl<'n> Roll<'n> {
    fn new(numbers: &'n [Index]) -> Self {
        Self { numbers, thrown: 0 }
    }

    fn below(&mut self, most: usize) -> usize {
        self.thrown += 1;
        self.numbers[self.thrown % self.numbers.len()].index(most)
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

/// How large a ladder is at most.
struct Size {
    dimensions: usize,
    tracks: usize,
    rungs_of_track: usize,
    questions: usize,
}

const SMALL: Size = Size { dimensions: 6, tracks: 4, rungs_of_track: 6, questions: 25 };

fn ladder(roll: &mut Roll<'_>, size: &Size) -> Ladder {
    let dimensions = 1 + roll.below(size.dimensions);
    let mut tracks = vec![Track::default()];
    let mut rungs: Vec<Rung> = Vec::new();
    for track in 0..1 + roll.below(size.tracks) {
        let from = (track > 0).then(|| RungId::new(roll.below(rungs.len())));
        if track > 0 {
            tracks.push(Track { from, ..Track::default() });
        }
        let mut level = from.map_or(0, |from| rungs[from.index()].level);
        for _ in 0..1 + usize::from(track == 0) + roll.below(size.rungs_of_track) {
            level += 1 + u16::from(roll.chance()) * 2;
            rungs.push(Rung { level, track: TrackId::new(track), ..Rung::default() });
        }
    }
    let count = rungs.len();
    for rung in rungs.iter_mut().filter(|rung| rung.track != TrackId::default()) {
        if roll.chance() {
            rung.like = Some(RungId::new(roll.below(count)));
            let dimension = DimensionId::new(roll.below(dimensions));
            rung.except = vec![Exception { dimension, rung: RungId::new(roll.below(count)) }];
        }
    }
    let mut ladder = Ladder { dimensions: vec![Dimension::default(); dimensions], tracks, rungs, ..Ladder::default() };
    for _ in 0..1 + roll.below(size.questions) {
        let answers = (0..2 + roll.below(7)).map(|_| {
            let is = (0..1 + roll.below(2)).map(|_| RungId::new(roll.below(count))).collect();
            Answer { is, ..Answer::default() }
        });
        let answers = answers.collect();
        let about = DimensionId::new(roll.below(dimensions));
        ladder.questions.push(Question { about, answers, ..Question::default() });
    }
    named(&mut ladder, "");
    ladder
}

/// Gives everything an id that begins in this way.
fn named(ladder: &mut Ladder, name: &str) {
    for (place, rung) in ladder.rungs.iter_mut().enumerate() {
        rung.id = format!("{name}rung-{place}");
    }
    for (place, question) in ladder.questions.iter_mut().enumerate() {
        question.id = format!("{name}question-{place}");
        for (place, answer) in question.answers.iter_mut().enumerate() {
            answer.id = format!("{name}answer-{place}");
        }
    }
}

fn title(roll: &mut Roll<'_>, ladder: &Ladder) -> Title {
    match roll.below(4) {
        0 => Title::NotAsked,
        1 => Title::Skipped,
        _ => Title::Held(RungId::new(roll.below(ladder.rungs.len()))),
    }
}

/// Answers to some of the questions, none twice.
fn some_answers(roll: &mut Roll<'_>, ladder: &Ladder) -> Answers {
    let title = title(roll, ladder);
    let mut questions = roll.shuffled(ladder.questions.len());
    questions.truncate(roll.below(MAX_QUESTIONS_ASKED + 1));
    let response = questions.into_iter().map(|question| Response {
        question: QuestionId::new(question),
        answer: roll.below(ladder.questions[question].answers.len()),
    });
    Answers { title, responses: response.collect() }
}

/// Goes through the quiz, and holds every step of it to what must be so.
fn walk(ladder: &Ladder, title: Title, mut pick: impl FnMut(&Question) -> usize) -> Result<Answers, TestCaseError> {
    let bank = ItemBank::new(ladder);
    let mut answers = Answers { title, responses: Vec::new() };
    loop {
        let posterior = Posterior::new(&bank, &answers);
        is_distribution(&posterior.rungs())?;
        prop_assert!((0.0..=1.0).contains(&posterior.random()));
        let Some(question) = bank.next(&posterior, &answers) else { break };
        prop_assert!(
            answers.responses.iter().all(|response| response.question != question),
            "{question:?} is asked twice"
        );
        answers.responses.push(Response { question, answer: pick(ladder.question(question)) });
        prop_assert!(answers.asked() <= MAX_QUESTIONS_ASKED);
    }
    let outcome = Outcome::new(&bank, &answers);
    is_distribution(&outcome.probabilities)?;
    prop_assert!((0.0..=1.0 + 1e-12).contains(&outcome.placement.confidence));
    let best = outcome.probabilities.iter().copied().fold(0.0, f64::max);
    prop_assert!(best.total_cmp(&outcome.placement.confidence).is_eq());
    prop_assert!(
        outcome.profile.iter().all(|standing| standing.level.is_finite() && (0.0..=1.0).contains(&standing.share))
    );
    prop_assert!(outcome.evidence.iter().all(|evidence| evidence.shift.is_finite()), "{:?}", outcome.evidence);

    // It ended for one of its reasons.
    let about = |question: &Question| question.about.index();
    let distinct = |mut list: Vec<usize>| {
        list.sort_unstable();
        list.dedup();
        list.len()
    };
    let askable = distinct(ladder.questions.iter().map(about).collect());
    let asked_per_dimension =
        distinct(answers.responses.iter().map(|response| about(ladder.question(response.question))).collect());
    let is_sure = best >= CONFIDENT_FROM && asked_per_dimension >= askable.min(MIN_DIMENSIONS);
    prop_assert!(is_sure || answers.left() == 0 || answers.responses.len() == ladder.questions.len());
    Ok(answers)
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
        let mut roll = Roll::new(&numbers);
        let ladder = ladder(&mut roll, &SMALL);
        let title = title(&mut roll, &ladder);
        walk(&ladder, title, |question| roll.below(question.answers.len()))?;
    }

    #[test]
    fn the_order_of_answering_does_not_matter(numbers in numbers()) {
        let mut roll = Roll::new(&numbers);
        let ladder = ladder(&mut roll, &SMALL);
        let bank = ItemBank::new(&ladder);
        let answers = some_answers(&mut roll, &ladder);
        let response = roll.shuffled(answers.responses.len()).into_iter().map(|place| answers.responses[place]);
        let shuffled = Answers { title: answers.title, responses: response.collect() };
        are_close(&Posterior::new(&bank, &answers).rungs(), &Posterior::new(&bank, &shuffled).rungs())?;
    }

    #[test]
    fn ids_are_names_and_nothing_more(numbers in numbers()) {
        let mut roll = Roll::new(&numbers);
        let ladder = ladder(&mut roll, &SMALL);
        let mut renamed = ladder.clone();
        named(&mut renamed, "another-");
        for (rung, other) in renamed.rungs.iter_mut().zip(ladder.rungs.iter().rev()) {
            rung.id.clone_from(&other.id);
        }
        let title = title(&mut roll, &ladder);
        let picks: Vec<usize> = (0..MAX_QUESTIONS_ASKED).map(|_| roll.below(8)).collect();
        let asked = |ladder: &Ladder| {
            let mut picks = picks.iter();
            let answers = walk(ladder, title, |question| picks.next().expect("a pick") % question.answers.len())?;
            Ok::<_, TestCaseError>((Outcome::new(&ItemBank::new(ladder), &answers), answers))
        };
        prop_assert_eq!(asked(&ladder)?, asked(&renamed)?);
    }

    #[test]
    fn the_order_of_the_file_does_not_matter(numbers in numbers()) {
        let mut roll = Roll::new(&numbers);
        let ladder = ladder(&mut roll, &SMALL);
        let answers = some_answers(&mut roll, &ladder);

        // Per list: which place of the old one comes here.
        let rungs = roll.shuffled(ladder.rungs.len());
        let questions = roll.shuffled(ladder.questions.len());
        let options: Vec<Vec<usize>> = ladder.questions.iter().map(|question| roll.shuffled(question.answers.len())).collect();
        let now = |list: &[usize], place: usize| list.iter().position(|&old| old == place).expect("a place");
        let moved = |rung: RungId| RungId::new(now(&rungs, rung.index()));

        let mut other = ladder.clone();
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
        let response = answers.responses.iter().map(|response| Response {
            question: QuestionId::new(now(&questions, response.question.index())),
            answer: now(&options[response.question.index()], response.answer),
        });
        let title = if let Title::Held(title) = answers.title { Title::Held(moved(title)) } else { answers.title };
        let other_answers = Answers { title, responses: response.collect() };

        let one = Posterior::new(&ItemBank::new(&ladder), &answers).rungs();
        let other = Posterior::new(&ItemBank::new(&other), &other_answers).rungs();
        are_close(&rungs.iter().map(|&old| one[old]).collect::<Vec<_>>(), &other)?;
    }

    #[test]
    fn a_seed_fixes_the_order_of_options(seed in any::<String>(), question in any::<String>(), answers in 0_usize..=8) {
        let shown = option_order(&seed, &question, answers);
        prop_assert_eq!(&shown, &option_order(&seed, &question, answers));
        let mut places = shown;
        places.sort_unstable();
        prop_assert_eq!(places, (0..answers).collect::<Vec<_>>());
    }
}

/// Rungs on tracks of this length, and questions with answers all over them.
fn extreme(tracks: usize, rungs_of_track: u16, dimensions: usize, questions: usize, answers: usize) -> Ladder {
    let rung = |track, level| Rung { level, track: TrackId::new(track), ..Rung::default() };
    let rungs: Vec<Rung> =
        (0..tracks).flat_map(|track| (1..=rungs_of_track).map(move |level| rung(track, level))).collect();
    let from = |track| (track > 0).then(RungId::default);
    let question = |place: usize| Question {
        about: DimensionId::new(place % dimensions),
        answers: (0..answers)
            .map(|answer| Answer {
                is: vec![RungId::new((place * 7 + answer * rungs.len() / answers) % rungs.len())],
                ..Answer::default()
            })
            .collect(),
        ..Question::default()
    };
    Ladder {
        dimensions: vec![Dimension::default(); dimensions],
        tracks: (0..tracks).map(|track| Track { from: from(track), ..Track::default() }).collect(),
        questions: (0..questions).map(question).collect(),
        rungs,
        ..Ladder::default()
    }
}

/// Readers who always choose the first, the last, or alternate, with and without titles.
#[track_caller]
fn holds(ladder: &Ladder) {
    let highest = RungId::new(ladder.rungs.len() - 1);
    for title in [Title::NotAsked, Title::Held(RungId::default()), Title::Held(highest)] {
        for step in 0..3 {
            let mut turn = 0;
            let walked = walk(ladder, title, |question| {
                turn += step;
                if step == 2 {
                    (turn / 2 * 3) % question.answers.len()
                } else {
                    turn.min(step) * (question.answers.len() - 1)
                }
            });
            walked.unwrap_or_else(|error| panic!("{title:?}, step {step}: {error}"));
        }
    }
}

#[test]
fn the_largest_ladder() {
    // One way through is enough: it is slow without optimization.
    let ladder = extreme(4, 64, 5, 1_000, 8);
    let mut turn = 0;
    let walked = walk(&ladder, Title::Held(RungId::new(255)), |question| {
        turn += 3;
        turn % question.answers.len()
    });
    walked.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn one_dimension_and_as_many_as_there_are_questions() {
    holds(&extreme(1, 64, 1, 30, 8));
    holds(&extreme(2, 8, 60, 60, 8));
}

#[test]
fn dimensions_without_questions() {
    let mut ladder = extreme(2, 5, 1, 30, 4);
    ladder.dimensions = vec![Dimension::default(); 9];
    holds(&ladder);
}

#[test]
fn anchors_that_are_all_the_same() {
    for is in [0, 63] {
        let mut ladder = extreme(1, 64, 2, 30, 8);
        let answers = ladder.questions.iter_mut().flat_map(|question| &mut question.answers);
        answers.for_each(|answer| answer.is = vec![RungId::new(is)]);
        holds(&ladder);
    }
}

#[test]
fn levels_far_apart() {
    let mut ladder = extreme(2, 3, 2, 30, 3);
    ladder.rungs.iter_mut().for_each(|rung| rung.level = (rung.level - 1) * 30_000);
    holds(&ladder);
}

#[test]
fn without_questions_nothing_is_asked() {
    holds(&extreme(2, 4, 1, 0, 2));
}
