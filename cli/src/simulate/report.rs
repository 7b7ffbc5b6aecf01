//! The report of a simulation as text.

use std::fmt::Write as _;

use super::super::paragraph::push_paragraph;
use career_ladder_core::ladder::Ladder;
use career_ladder_simulate::{
    Advice, CLICKER, Calibration, METHODS, Measures, Method, Report, Scenario, Version, World, WorldMeasures,
};

/// Numbers have at most this many characters, so columns are at least this wide.
const NUMBER_WIDTH: usize = 5;

const DISCLAIMER: &str = "These are simulated readers, never people: the figures compare quizzes and find weak questions, they do not say how \
     well real readers are placed.";

const LEGEND: [&str; 11] = [
    "fractions are in per cent",
    "exact: the likeliest rung is the reader's; within 1: at most one step from it, where the change to another track \
     counts as a step; off by: the mean distance in steps",
    "calib.: how far the claimed certainty is from the fraction of right placements (expected calibration error, 10 \
     bins); 0 is best",
    "too sure: how much more certainty is claimed than there is, on average; less than 0 is too careful",
    "asked: questions, with the one for the title",
    "90 % in: how often the smallest set of rungs that holds 90 % holds the reader's; width: the number of rungs in \
     that set",
    "80 % sure: how often the likeliest rung has 80 % or more",
    "found: readers on a side track who are put on their rung; false: other readers who are put on a side track",
    "sum score: the usual quiz, ten questions, points for the answers' order, bands of equal width; fixed ten: the same \
     ten questions, with the widget's probabilities",
    "ours: the quiz of the widget, without and with the question for the title",
    "regret: how many more readers the oracle puts on their rung",
];

/// A quiz whose regret is at most this is as good as can be expected of one that does not know the world.
const SMALL_REGRET: f64 = 0.05;

const ABOUT_WORLDS: &str = "Nobody knows what your readers are like. Here the widget's quiz (title asked) is tried on kinds of readers that it was \
     not made for, beside an oracle: the quiz that would know which kind they are, stops by the same rule, and asks each \
     reader at most as many questions.";

const NO_WORLDS: &str = "This ladder has too many rungs and answers for the quiz to be tried in other worlds.";

/// Advice for the author, the tables of all worlds and scenarios, and their legend.
pub(super) fn render_report(ladder: &Ladder, report: &Report, people: usize, seed: u64) -> String {
    let mut text = String::new();
    let (rungs, questions) = (ladder.rungs.len(), ladder.questions.len());
    push_paragraph(
        &mut text,
        "",
        &format!("{}: {rungs} rungs, {questions} questions; {people} readers a scenario, seed {seed}", ladder.id),
    );
    text.push('\n');
    push_paragraph(&mut text, "", DISCLAIMER);
    text.push_str("\nFor the author\n\n");
    push_advice(&mut text, ladder, &report.advice);
    push_conclusion(&mut text, &report.worlds);
    push_title_effect(&mut text, &report.scenarios);
    text.push_str("\nIn other worlds\n\n");
    push_paragraph(&mut text, "", if report.worlds.is_empty() { NO_WORLDS } else { ABOUT_WORLDS });
    push_worlds(&mut text, &report.worlds);
    text.push_str("\nBeside other quizzes\n");
    for (scenario, measures) in &report.scenarios {
        text.push('\n');
        push_table(&mut text, scenario, measures);
    }
    text.push('\n');
    for line in LEGEND {
        push_paragraph(&mut text, "  ", line);
    }
    text
}

/// What the worlds say, in a sentence: the mean, and the worst of them.
fn push_conclusion(text: &mut String, worlds: &[(World, Version, WorldMeasures)]) {
    let mean = |of: fn(&WorldMeasures) -> f64| worlds.iter().map(|(.., it)| of(it)).sum::<f64>() / worlds.len() as f64;
    let by_exactness = |a: &&(World, Version, WorldMeasures), b: &&(World, Version, WorldMeasures)| {
        a.2.ours.exact.total_cmp(&b.2.ours.exact)
    };
    let Some((world, version, worst)) = worlds.iter().min_by(by_exactness) else { return };
    let sentence = format!(
        "over {} kinds of simulated readers the quiz finds the rung of {} in 100 and asks {:.1} questions; an oracle that \
         knows the kind finds {}; the quiz is worst where the world is \"{}\" ({}): {} in 100",
        worlds.len(),
        whole_per_cent(mean(|it| it.ours.exact)),
        mean(|it| it.ours.asked),
        whole_per_cent(mean(|it| it.oracle.exact)),
        world.scenario.name,
        version.name(),
        whole_per_cent(worst.ours.exact),
    );
    push_paragraph(text, "- ", &sentence);
}

/// What the question for the title does, where readers are as the quiz supposes.
fn push_title_effect(text: &mut String, scenarios: &[(Scenario, [Measures; METHODS.len()])]) {
    let Some((scenario, measures)) = scenarios.first() else { return };
    let exact = |method| METHODS.into_iter().zip(measures).find(|(of, _)| *of == method).map(|(_, it)| it.exact);
    let (Some(without), Some(with)) = (exact(Method::Ours), exact(Method::Titled)) else { return };
    let sentence = format!(
        "of readers who give no title it finds the rung of {} in 100, of those who do {} (\"{}\")",
        whole_per_cent(without),
        whole_per_cent(with),
        scenario.name,
    );
    push_paragraph(text, "- ", &sentence);
}

const WORLD_COLUMNS: [Column<WorldMeasures>; 7] = [
    Column { head: "exact", needs: Needs::Nothing, cell: |it| per_cent(it.ours.exact) },
    Column { head: "within 1", needs: Needs::Nothing, cell: |it| per_cent(it.ours.within_one) },
    Column {
        head: "calib.",
        needs: Needs::Nothing,
        cell: |it| calibrated(&it.ours, |calibration| format!("{:.3}", calibration.error)),
    },
    Column {
        head: "too sure",
        needs: Needs::Nothing,
        cell: |it| calibrated(&it.ours, |calibration| format!("{:+.3}", calibration.overconfidence)),
    },
    Column { head: "asked", needs: Needs::Nothing, cell: |it| format!("{:.1}", it.ours.asked) },
    Column { head: "oracle", needs: Needs::Nothing, cell: |it| per_cent(it.oracle.exact) },
    Column { head: "regret", needs: Needs::Nothing, cell: |it| per_cent(it.regret()) },
];

fn push_worlds(text: &mut String, worlds: &[(World, Version, WorldMeasures)]) {
    let columns: Vec<&Column<WorldMeasures>> = WORLD_COLUMNS.iter().collect();
    for versions in worlds.chunk_by(|a, b| a.0 == b.0) {
        let World { scenario, secret } = versions[0].0;
        text.push('\n');
        push_paragraph(text, "", &format!("{}: {}", scenario.name, scenario.about));
        push_row(text, "", &columns, |column| column.head.to_owned());
        for (_, version, measures) in versions {
            push_row(text, version.name(), &columns, |column| (column.cell)(measures));
        }
        if versions.iter().any(|(.., measures)| measures.regret() > SMALL_REGRET) {
            push_paragraph(text, "  ", &format!("what the oracle knows, and the quiz cannot: {secret}"));
        }
    }
}

fn push_advice(text: &mut String, ladder: &Ladder, advice: &[Advice]) {
    if advice.is_empty() {
        push_paragraph(text, "- ", "every rung is reached, no two are confused often, and every question is asked");
    }
    for advice in advice {
        let path = match advice {
            Advice::Alike { rung, .. } | Advice::Rung { rung, .. } => format!("rungs[{}]", rung.index()),
            Advice::Question { question, .. } => {
                format!("questions[{}] `{}`", question.index(), ladder.question(*question).id)
            }
        };
        push_paragraph(text, "- ", &format!("{path}: {advice}"));
    }
}

/// A column of a table, whose rows are made from measures of a kind.
struct Column<M> {
    head: &'static str,
    needs: Needs,
    cell: fn(&M) -> String,
}

/// The readers that a column makes sense for.
#[derive(PartialEq)]
enum Needs {
    /// Every reader.
    Nothing,
    /// Readers who have a rung. Random clickers have none, so no placement of theirs is right.
    Rung,
    /// Readers of whom some are on a side track.
    SideTrack,
}

impl Needs {
    fn is_met(&self, has_rung: bool, has_side: bool) -> bool {
        match self {
            Self::Nothing => true,
            Self::Rung => has_rung,
            Self::SideTrack => has_rung && has_side,
        }
    }
}

const COLUMNS: [Column<Measures>; 10] = [
    Column { head: "exact", needs: Needs::Rung, cell: |measures| per_cent(measures.exact) },
    Column { head: "within 1", needs: Needs::Rung, cell: |measures| per_cent(measures.within_one) },
    Column { head: "off by", needs: Needs::Rung, cell: |measures| format!("{:.2}", measures.error) },
    Column {
        head: "calib.",
        needs: Needs::Rung,
        cell: |measures| calibrated(measures, |it| format!("{:.3}", it.error)),
    },
    Column { head: "asked", needs: Needs::Nothing, cell: |measures| format!("{:.1}", measures.asked) },
    Column { head: "90 % in", needs: Needs::Rung, cell: |measures| calibrated(measures, |it| per_cent(it.coverage)) },
    Column {
        head: "width",
        needs: Needs::Rung,
        cell: |measures| calibrated(measures, |it| format!("{:.1}", it.width)),
    },
    Column {
        head: "80 % sure",
        needs: Needs::Nothing,
        cell: |measures| calibrated(measures, |it| per_cent(it.confident)),
    },
    Column {
        head: "found",
        needs: Needs::SideTrack,
        cell: |measures| measures.side.map_or_else(String::new, |side| per_cent(side.found)),
    },
    Column {
        head: "false",
        needs: Needs::SideTrack,
        cell: |measures| measures.side.map_or_else(String::new, |side| per_cent(side.false_alarms)),
    },
];

/// A number of the calibration, or `-` for a method that computes no probabilities.
fn calibrated(measures: &Measures, cell: fn(&Calibration) -> String) -> String {
    measures.calibration.as_ref().map_or_else(|| "-".to_owned(), cell)
}

fn push_table(text: &mut String, scenario: &Scenario, measures: &[Measures; METHODS.len()]) {
    push_paragraph(text, "", &format!("{}: {}", scenario.name, scenario.about));
    let has_rung = scenario.name != CLICKER.name;
    let has_side = measures.iter().any(|measures| measures.side.is_some());
    let columns: Vec<&Column<Measures>> =
        COLUMNS.iter().filter(|column| column.needs.is_met(has_rung, has_side)).collect();
    push_row(text, "", &columns, |column| column.head.to_owned());
    for (method, measures) in METHODS.into_iter().zip(measures) {
        push_row(text, name(method), &columns, |column| (column.cell)(measures));
    }
}

/// Adds a row: its name, then a right-aligned cell in each column.
fn push_row<M>(text: &mut String, name: &str, columns: &[&Column<M>], cell: impl Fn(&Column<M>) -> String) {
    write!(text, "  {name:<15}").expect("writing to a string cannot fail");
    for column in columns {
        let width = column.head.len().max(NUMBER_WIDTH) + 2;
        write!(text, "{:>width$}", cell(column)).expect("writing to a string cannot fail");
    }
    text.push('\n');
}

fn name(method: Method) -> &'static str {
    match method {
        Method::SumScore => "sum score",
        Method::Fixed => "fixed ten",
        Method::Ours => "ours, no title",
        Method::Titled => "ours, title",
    }
}

fn per_cent(fraction: f64) -> String {
    format!("{:.1}", fraction * 100.0)
}

fn whole_per_cent(fraction: f64) -> String {
    format!("{:.0}", fraction * 100.0)
}
