//! What a calibration found, in plain words.

use career_ladder_core::ladder::{Ladder, TrackId};

use super::super::counted;
use super::super::paragraph::push_paragraph;
use super::findings::{Findings, Moved, Range};

/// At most this many questions with answers that stand elsewhere are listed.
const MOST_LISTED: usize = 20;

/// Up to this far from a rung, in rungs, an answer is typical of it; beyond it is between two.
const TYPICAL: f64 = 0.35;

pub(super) fn render(ladder: &Ladder, findings: &Findings) -> String {
    let [known, others] = findings.readers;
    let mut text = String::new();
    let head = format!(
        "{}: {} with a known rung and {others} without. Ranges in brackets hold the truth nine times out of ten, if \
         readers answer as the quiz supposes.",
        ladder.id,
        counted(known, "reader")
    );
    push_paragraph(&mut text, "", &head);
    section(&mut text, "Answers that stand elsewhere", moved(ladder, findings));
    let question =
        |question: usize| format!("{}: \"{}\"", ladder.questions[question].id, ladder.questions[question].ask);
    let silent = findings.silent.iter().map(|&(silent, answered)| {
        format!("{} Its answers do not go with the levels of the {answered} who gave one.", question(silent))
    });
    section(&mut text, "Questions that tell nothing", silent.collect());
    let unused = findings.unused.iter().map(|&(index, answer, answered)| {
        format!("{}: \"{}\": 0 of {answered}", ladder.questions[index].id, ladder.questions[index].answers[answer].say)
    });
    section(&mut text, "Answers that nobody gives", unused.collect());
    section(&mut text, "The readers", readers(findings));
    text
}

fn section(text: &mut String, title: &str, lines: Vec<String>) {
    text.push('\n');
    push_paragraph(text, "", title);
    text.push('\n');
    if lines.is_empty() {
        push_paragraph(text, "- ", "none, as far as these answers show");
    }
    lines.iter().for_each(|line| push_paragraph(text, "- ", line));
}

fn moved(ladder: &Ladder, findings: &Findings) -> Vec<String> {
    let mut lines: Vec<String> =
        findings.moved.iter().take(MOST_LISTED).map(|moved| moved_answer(ladder, moved)).collect();
    let more = findings.moved.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        lines.push(format!("and answers of {} that are less far off", counted(more, "other question")));
    }
    lines
}

/// `"I chose the ones we steer by" is typical of Senior PM, not of Director (PM to Senior PM): 17 of the 20 who gave it are
/// nearer to that`.
fn moved_answer(ladder: &Ladder, Moved { question, answer, was, is, nearer: [nearer, all], others }: &Moved) -> String {
    let question = &ladder.questions[*question];
    let (place, stated) = (place(ladder, is.value), place(ladder, *was));
    let finding = if place == stated {
        let way = if is.value > *was { "above" } else { "below" };
        let [value, low, high] = [is.value, is.low, is.high].map(|level| (level - was).abs());
        let range = Range { value, low: low.min(high), high: low.max(high) };
        format!("stands {} of a rung {way} {stated}", decimals(range, 1.0))
    } else {
        let [low, high] = [is.low, is.high].map(|level| nearest(ladder, level));
        let range = if low == high { String::new() } else { format!(" ({low} to {high})") };
        format!("is typical of {place}, not of {stated}{range}: {nearer} of the {all} who gave it are nearer to that")
    };
    let others = match others {
        0 => String::new(),
        1 => "; another of its answers is off in the same way".to_owned(),
        others => format!("; {others} others of its answers are off in the same way"),
    };
    let say = &question.answers[*answer].say;
    format!("{}: \"{say}\" {finding}{others}", question.id)
}

/// A level in words: the title of a rung of the first track, or the two that it is between.
fn place(ladder: &Ladder, level: f64) -> String {
    if (level - level.round()).abs() <= TYPICAL {
        nearest(ladder, level).to_owned()
    } else {
        let [low, high] = [level.floor(), level.ceil()].map(|level| nearest(ladder, level));
        if low == high { low.to_owned() } else { format!("something between {low} and {high}") }
    }
}

/// The title of the rung of the first track that is nearest to a level.
fn nearest(ladder: &Ladder, level: f64) -> &str {
    let rungs = ladder.rungs_of_track(TrackId::default());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the index of a rung")]
    let index = level.round().clamp(0.0, (rungs.len() - 1) as f64) as usize;
    &ladder.rung(rungs[index]).title
}

fn readers(findings: &Findings) -> Vec<String> {
    vec![
        format!("{} of 100 answers are careless", decimals(findings.careless, 100.0)),
        self_rating(findings.lenient),
        format!("in {} of 100 areas a reader is a rung or more off their own level", decimals(findings.uneven, 100.0)),
    ]
}

fn self_rating(lenient: Range) -> String {
    let Range { value, low, high } = lenient;
    if lenient.holds(0.0) {
        format!("readers rate themselves about right: {} of a rung too high", decimals(lenient, 1.0))
    } else if value > 0.0 {
        format!("readers rate themselves {} of a rung too high", decimals(lenient, 1.0))
    } else {
        format!(
            "readers rate themselves {} of a rung too low",
            decimals(Range { value: -value, low: -high, high: -low }, 1.0)
        )
    }
}

/// A number with its range, such as `12 (8 to 16)` or `0.3 (0.1 to 0.5)`.
fn decimals(range: Range, scale: f64) -> String {
    let digits = usize::from(scale < 10.0);
    let [value, low, high] = [range.value, range.low, range.high].map(|it| format!("{:.digits$}", it * scale));
    format!("{value} ({low} to {high})")
}
