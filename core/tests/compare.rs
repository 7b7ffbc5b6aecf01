//! Ten pairs of readers, compared by hand. Each file in `compare/` says who the two are, what they answered, and what the
//! comparison has to say.

mod common;

use std::fs;

use career_ladder_core::compare::{Agreement, Comparison, Pair};
use career_ladder_core::ladder::{Ladder, QuestionId, RungId};
use career_ladder_core::quiz::{Answers, Outcome, Quiz, Response, Title, Verdict};
use common::{bundled, read};

/// A file: lines of `name: value`, and behind an empty line one row of the comparison each.
struct Case<'t>(&'t str);

impl<'t> Case<'t> {
    fn value(&self, name: &str) -> &'t str {
        let values = self.0.lines().filter_map(|line| line.split_once(": "));
        values.filter(|(known, _)| *known == name).map(|(_, value)| value).next().expect("a line with this name")
    }

    fn ladder(&self) -> Ladder {
        let id = self.value("ladder");
        let own = read("small.json", include_str!("compare/small.json"));
        bundled().into_iter().chain([own]).find(|ladder| ladder.id == id).expect("a ladder with this id")
    }
}

/// Answers written as `question=answer`, where `-` is that the question does not apply; a title as `title=rung`.
fn answers(ladder: &Ladder, text: &str) -> Answers {
    let mut answers = Answers::default();
    for (name, id) in text.split_whitespace().map(|pair| pair.split_once('=').expect("question=answer")) {
        if name == "title" {
            let rung = ladder.rungs.iter().position(|rung| rung.id == id).expect("a rung");
            answers.title = Title::Held(RungId::new(rung));
            continue;
        }
        let question = ladder.questions.iter().position(|question| question.id == name).expect("a question");
        let mut known = 0..=ladder.questions[question].not_applicable();
        let answer = known.find(|&answer| ladder.questions[question].answer_id(answer) == id).expect("an answer");
        answers.responses.push(Response { question: QuestionId::new(question), answer });
    }
    answers
}

/// The rungs that an outcome names.
fn named(ladder: &Ladder, outcome: &Outcome) -> String {
    let [rung, runner_up] = [outcome.placement.rung, outcome.placement.runner_up].map(|rung| &*ladder.rung(rung).id);
    match outcome.placement.verdict {
        Verdict::Clear => rung.to_owned(),
        // In the order of the ladder, so that a file need not know which is likelier.
        Verdict::Between => [rung.min(runner_up), rung.max(runner_up)].join(" or "),
        Verdict::Unclear => "unclear".to_owned(),
    }
}

/// The rows of a comparison.
fn rows(ladder: &Ladder, mine: &Outcome, theirs: &Outcome) -> String {
    let Comparison { level, dimensions } = Comparison::new(ladder, mine, theirs);
    let mut rows = vec![row("Level", &level)];
    rows.extend(dimensions.iter().map(|(id, pair)| row(&ladder.dimensions[id.index()].name, pair)));
    rows.join("\n")
}

fn row(name: &str, pair: &Pair) -> String {
    let words = match pair.agreement {
        Agreement::Same => "same",
        Agreement::OneApart => "one apart",
        Agreement::TwoOrMoreApart => return format!("{name}: {} apart", pair.apart),
        Agreement::OnlyMine => "only mine",
        Agreement::OnlyTheirs => "only theirs",
        Agreement::Neither => "neither",
    };
    format!("{name}: {words}")
}

#[test]
fn ten_hand_made_pairs_are_compared_rightly() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/compare");
    let files = fs::read_dir(folder).expect("the pairs' folder").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    assert_eq!(files.len(), 10);
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a readable file");
        let case = Case(&text);
        let ladder = case.ladder();
        let quiz = Quiz::new(&ladder);
        let [mine, theirs] =
            ["my answers", "their answers"].map(|name| quiz.outcome(&answers(&ladder, case.value(name))));
        let names = [("I am", &mine), ("they are", &theirs)];
        let names = names.map(|(name, outcome)| format!("{name}: {}\n", named(&ladder, outcome)));
        let found = format!("{}\n{}\n", names.concat(), rows(&ladder, &mine, &theirs));
        if !text.ends_with(&found) {
            wrong.push(format!("{}\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "found instead:\n\n{}", wrong.join("\n"));
}

#[test]
fn the_other_way_round_the_sides_are_swapped() {
    let ladder = read("small.json", include_str!("compare/small.json"));
    let quiz = Quiz::new(&ladder);
    let low = quiz.outcome(&answers(&ladder, "build-1=a build-2=a build-3=a"));
    let high = quiz.outcome(&answers(&ladder, "build-1=c build-2=c lead-1=c lead-2=c"));
    let [one, other] = [Comparison::new(&ladder, &low, &high), Comparison::new(&ladder, &high, &low)];
    let pairs = |comparison: &Comparison| {
        let dimensions = comparison.dimensions.iter().map(|(_, pair)| *pair);
        [comparison.level].into_iter().chain(dimensions).collect::<Vec<_>>()
    };
    for (one, other) in pairs(&one).into_iter().zip(pairs(&other)) {
        let swapped = match one.agreement {
            Agreement::OnlyMine => Agreement::OnlyTheirs,
            Agreement::OnlyTheirs => Agreement::OnlyMine,
            agreement => agreement,
        };
        assert_eq!(other, Pair { mine: one.theirs, theirs: one.mine, agreement: swapped, ..one });
    }
}
