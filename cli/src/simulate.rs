//! `career-ladder simulate`.

use std::fmt::Write as _;
use std::process::ExitCode;

use career_ladder_core::ladder::Ladder;
use career_ladder_simulate::{CLICKER, Finding, METHODS, Measures, Method, Report, Scenario, simulate};
use pico_args::Arguments;

use super::file;

/// So many readers a scenario.
const PEOPLE: usize = 3_000;
/// More would take hours and say nothing more.
const MOST_PEOPLE: usize = 1_000_000;

/// Lines of text are no longer.
const WIDTH: usize = 100;

/// Numbers have no more characters.
const NUMBER: usize = 5;

/// Plays simulated readers and prints how they were placed.
pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let options = arguments
        .opt_value_from_str::<_, usize>("--people")
        .and_then(|people| Ok((people, arguments.opt_value_from_str::<_, u64>("--seed")?)));
    let (people, seed) = match options {
        Ok((people, seed)) => (people.unwrap_or(PEOPLE), seed.unwrap_or(1)),
        Err(error) => return super::misuse(&format!("`simulate` takes whole numbers: {error}")),
    };
    if !(1..=MOST_PEOPLE).contains(&people) {
        return super::misuse(&format!("`simulate` plays 1 to {MOST_PEOPLE} people a scenario, not {people}"));
    }
    let files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`simulate` has no option `{option}`"));
    }
    let [file] = &files[..] else {
        return super::misuse("`simulate` needs one file");
    };
    let Some(ladder) = file::ladder(file) else { return ExitCode::FAILURE };
    match simulate(&ladder, people, seed) {
        Some(report) => super::print(&shown(&ladder, &report, people, seed)),
        None => {
            eprintln!("{}: has no questions, so there is no quiz to simulate", file.to_string_lossy());
            ExitCode::FAILURE
        }
    }
}

fn shown(ladder: &Ladder, report: &Report, people: usize, seed: u64) -> String {
    let mut text = String::new();
    let (rungs, questions) = (ladder.rungs.len(), ladder.questions.len());
    paragraph(
        &mut text,
        "",
        &format!("{}: {rungs} rungs, {questions} questions; {people} readers a scenario, seed {seed}", ladder.id),
    );
    text.push('\n');
    paragraph(
        &mut text,
        "",
        "These are simulated readers, never people: the figures compare quizzes and find weak questions, they do not \
         say how well real readers are placed.",
    );
    for (scenario, measures) in &report.scenarios {
        text.push('\n');
        table(&mut text, scenario, measures);
    }
    text.push('\n');
    for line in LEGEND {
        paragraph(&mut text, "  ", line);
    }
    text.push_str("\nFor the author\n\n");
    if report.findings.is_empty() {
        paragraph(&mut text, "- ", "every rung is reached, no two are mixed up often, and every question is asked");
    }
    for finding in &report.findings {
        let place = match finding {
            Finding::Alike { rung, .. } | Finding::Rung { rung, .. } => format!("rungs[{}]", rung.index()),
            Finding::Question { question, .. } => {
                format!("questions[{}] `{}`", question.index(), ladder.question(*question).id)
            }
        };
        paragraph(&mut text, "- ", &format!("{place}: {finding}"));
    }
    text
}

const LEGEND: [&str; 9] = [
    "shares are in per cent",
    "exact: the likeliest rung is the reader's; within 1: at most a step from it, the way over to another track counted \
     as a step; off by: steps, on average",
    "calib.: how far what is said of sureness is from how often it is right (expected calibration error, 10 bins); 0 is \
     best",
    "asked: questions, the title counted",
    "90 % in: how often the smallest set of rungs that holds 90 % holds the reader's; width: how many rungs that set has",
    "80 % sure: how often the likeliest rung has 80 % or more",
    "found: readers on a side track who are put on their rung; false: others who are put on a side track",
    "sum score: the usual quiz, ten questions, points for the answers' order, bands of equal width; fixed ten: the same \
     questions, weighed as ours are",
    "ours: the quiz of the widget, without and with the question for the title",
];

fn table(text: &mut String, scenario: &Scenario, measures: &[Measures; METHODS.len()]) {
    paragraph(text, "", &format!("{}: {}", scenario.name, scenario.about));
    // Who reads nothing stands nowhere: no placement of theirs is right.
    let is_placed = scenario.name != CLICKER.name;
    let has_side = measures.iter().any(|measures| measures.side.is_some()) && is_placed;
    let mut heads = vec!["asked", "80 % sure"];
    if is_placed {
        heads = vec!["exact", "within 1", "off by", "calib.", "asked", "90 % in", "width", "80 % sure"];
    }
    if has_side {
        heads.extend(["found", "false"]);
    }
    line(text, "", &heads, heads.iter().map(|head| (*head).to_owned()));
    for (method, measures) in METHODS.into_iter().zip(measures) {
        let sure = |number: fn(&career_ladder_simulate::Sureness) -> String| {
            measures.sureness.as_ref().map_or_else(|| "-".to_owned(), number)
        };
        let mut cells = Vec::new();
        if is_placed {
            cells.push(per_cent(measures.exact));
            cells.push(per_cent(measures.within_one));
            cells.push(format!("{:.2}", measures.error));
            cells.push(sure(|sure| format!("{:.3}", sure.calibration)));
        }
        cells.push(format!("{:.1}", measures.asked));
        if is_placed {
            cells.push(sure(|sure| per_cent(sure.coverage)));
            cells.push(sure(|sure| format!("{:.1}", sure.width)));
        }
        cells.push(sure(|sure| per_cent(sure.sure)));
        if let Some(side) = measures.side.filter(|_| has_side) {
            cells.extend([per_cent(side.found), per_cent(side.falsely)]);
        }
        line(text, name(method), &heads, cells.into_iter());
    }
}

fn name(method: Method) -> &'static str {
    match method {
        Method::SumScore => "sum score",
        Method::Fixed => "fixed ten",
        Method::Ours => "ours, no title",
        Method::Titled => "ours, title",
    }
}

fn per_cent(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

/// A row of the table: the name, and cells as wide as their heads and numbers need.
fn line(text: &mut String, name: &str, heads: &[&str], cells: impl Iterator<Item = String>) {
    write!(text, "  {name:<14}").expect("a string takes all");
    for (head, cell) in heads.iter().zip(cells) {
        write!(text, "{cell:>width$}", width = head.len().max(NUMBER) + 2).expect("a string takes all");
    }
    text.push('\n');
}

/// Breaks text into lines; `bullet` stands before the first, as much space before the others.
fn paragraph(text: &mut String, bullet: &str, words: &str) {
    let mut line = bullet.to_owned();
    for word in words.split_whitespace() {
        let is_first = line.trim_start_matches(bullet).trim().is_empty();
        if !is_first && line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(text, "{line}").expect("a string takes all");
            line = " ".repeat(bullet.chars().count());
        } else if !is_first {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(text, "{line}").expect("a string takes all");
}
