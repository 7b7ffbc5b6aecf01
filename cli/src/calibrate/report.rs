//! What a calibration found, in plain words.

use career_ladder_core::ladder::Ladder;

use super::super::counted;
use super::super::paragraph::push_paragraph;
use super::findings::{ENOUGH, Findings, Moved, Range};

/// At most this many questions with answers that stand elsewhere are listed.
const MOST_LISTED: usize = 20;

const RANGES: &str =
    "A range in brackets holds the truth nine times out of ten, if readers answer as the quiz supposes.";

const FEW: &str = "So few readers prove little: what follows is mostly what the quiz supposes of all readers, and the overlay \
     changes little. Ask thirty or more whose rung you know.";

const NONE_FOUND: &str = "none were found";

const NONE_MOVED: &str = "none is for certain half a rung off or more; the overlay corrects the small differences";

const NOTHING_TO_DO: &str = "The quiz reckons with this once you use the overlay; there is nothing for you to change.";

pub(super) fn render(ladder: &Ladder, findings: &Findings) -> String {
    let [known, others] = findings.readers;
    let mut text = String::new();
    let head = format!("{}: {} with a known rung, {others} without", ladder.id, counted(known, "reader"));
    push_paragraph(&mut text, "", &head);
    text.push('\n');
    push_paragraph(&mut text, "", if known + others < ENOUGH { FEW } else { RANGES });
    if known < ENOUGH && others > 0 {
        let lines = counted(others, "line");
        let has = if others == 1 { "has" } else { "have" };
        push_paragraph(&mut text, "", &format!("{lines} {has} no \"rung\": write it wherever you know the reader's."));
    }
    let moved = findings.moved.iter().take(MOST_LISTED).map(|moved| moved_answer(ladder, moved));
    let mut moved: Vec<String> = moved.collect();
    let more = findings.moved.len().saturating_sub(MOST_LISTED);
    if more > 0 {
        moved.push(format!("and answers of {} that are less far off", counted(more, "other question")));
    }
    section(&mut text, "Answers that stand elsewhere", moved, known + others, NONE_MOVED);
    let silent = findings.silent.iter().map(|&(index, answered)| {
        let question = &ladder.questions[index];
        format!(
            "{}: \"{}\" Readers of all levels answer it alike ({answered} answers); reword or remove it",
            question.id, question.ask
        )
    });
    section(&mut text, "Questions that tell nothing", silent.collect(), known, NONE_FOUND);
    let unused = findings.unused.iter().map(|&(index, answer, answered)| {
        let question = &ladder.questions[index];
        format!("{}: \"{}\" was chosen by none of {answered} readers", question.id, question.answers[answer].say)
    });
    section(&mut text, "Answers that nobody gives", unused.collect(), findings.answered, NONE_FOUND);
    text.push_str("\nThe readers\n\n");
    for line in readers(findings) {
        push_paragraph(&mut text, "- ", &line);
    }
    text.push('\n');
    push_paragraph(&mut text, "", NOTHING_TO_DO);
    text
}

/// A heading with its lines. Where there are none, it says `none`, or that `readers` are too few to find any.
fn section(text: &mut String, title: &str, lines: Vec<String>, readers: usize, none: &str) {
    text.push('\n');
    push_paragraph(text, "", title);
    text.push('\n');
    if lines.is_empty() {
        let none = if readers < ENOUGH {
            let are = if readers == 1 { "is" } else { "are" };
            format!("nothing can be said yet: {} {are} too few", counted(readers, "reader"))
        } else {
            none.to_owned()
        };
        push_paragraph(text, "- ", &none);
    }
    lines.iter().for_each(|line| push_paragraph(text, "- ", line));
}

/// `"I chose the ones we steer by" is typical of Senior PM, not of Director (PM to Senior PM): 17 of the 20 who gave it are
/// nearer to that`. Where the readers who gave it do not bear that out by themselves, only the distance is said.
fn moved_answer(ladder: &Ladder, moved: &Moved) -> String {
    let Moved { question, answer, was, stated, found: [found, low, high], is, nearer: [nearer, all], others } = moved;
    let question = &ladder.questions[*question];
    let finding = if found != stated && 2 * nearer > *all {
        let range = if low == high { String::new() } else { format!(" ({low} to {high})") };
        format!("is typical of {found}, not of {stated}{range}: {nearer} of the {all} who gave it are nearer to that")
    } else {
        let way = if is.value > *was { "above" } else { "below" };
        let [value, low, high] = [is.value, is.low, is.high].map(|level| (level - was).abs());
        let range = Range { value, low: low.min(high), high: low.max(high) };
        format!(
            "stands {} of a rung {way} {stated}, as the {all} who gave it show by all their answers",
            decimals(range, 1.0)
        )
    };
    let others = match others {
        0 => String::new(),
        1 => "; another of its answers is off in the same way".to_owned(),
        others => format!("; {others} others of its answers are off in the same way"),
    };
    format!("{}: \"{}\" {finding}{others}", question.id, question.answers[*answer].say)
}

fn readers(findings: &Findings) -> Vec<String> {
    vec![
        format!(
            "about {} in 100 answers are careless: they do not fit what else the reader said",
            decimals(findings.careless, 100.0)
        ),
        self_rating(findings.lenient),
        format!(
            "in about {} of 100 areas a reader works a rung or more above or below their own",
            decimals(findings.uneven, 100.0)
        ),
    ]
}

fn self_rating(lenient: Range) -> String {
    let Range { value, low, high } = lenient;
    let (size, way) =
        if value < 0.0 { (Range { value: -value, low: -high, high: -low }, "below") } else { (lenient, "above") };
    format!("readers choose answers {} of a rung {way} where they stand", decimals(size, 1.0))
}

/// A number with its range, such as `12 (8 to 16)` or `0.3 (0.1 to 0.5)`.
fn decimals(range: Range, scale: f64) -> String {
    let digits = usize::from(scale < 10.0);
    // Zero has no sign.
    let [value, low, high] = [range.value, range.low, range.high].map(|it| {
        let text = format!("{:.digits$}", it * scale);
        if text.trim_start_matches('-').parse() == Ok(0.0) { text.trim_start_matches('-').to_owned() } else { text }
    });
    format!("{value} ({low} to {high})")
}
