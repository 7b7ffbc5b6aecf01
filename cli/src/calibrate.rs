//! `career-ladder calibrate`: learns from recorded answers where answers stand, and how readers answer.

mod findings;
mod report;

use std::convert::Infallible;
use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use career_ladder_core::format::{self, FORMAT};
use career_ladder_core::ladder::{Ladder, QuestionId};
use career_ladder_core::quiz::{Answers, Learnt, Recorded, Response, Title};
use pico_args::Arguments;
use serde_json::{Map, Value, json};

use super::chain::{self, Chain};
use super::file;
use super::recorded::{AnswersFile, RecordedAnswers};
use findings::Findings;

pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let out = match file::out(&mut arguments) {
        Ok(out) => out,
        Err(error) => return super::misuse(&error.to_string()),
    };
    let files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`calibrate` has no option `{option}`"));
    }
    let [ladder, answers] = &files[..] else {
        return super::misuse("`calibrate` needs a ladder and a file of answers");
    };
    if out.as_ref().is_some_and(|out| file::is_same(Path::new(out), Path::new(answers))) {
        return super::misuse("--out names the file of answers; name another one");
    }
    if ladder == "-" && (answers == "-" || out.is_some()) {
        return super::misuse("standard input can be the ladder only if the answers are a file, and without --out");
    }
    let Some((read, chain)) = chain::ladder_with_bases(ladder) else { return ExitCode::FAILURE };
    if read.questions.is_empty() {
        print_error!("{}: the ladder has no questions, so there is no quiz to calibrate", ladder.to_string_lossy());
        return ExitCode::FAILURE;
    }
    let Some(mut file) = AnswersFile::open(&read, answers) else { return ExitCode::FAILURE };
    let mut readers = Vec::new();
    let Ok(()) = file.read::<Infallible>(|line| {
        readers.push(recorded(line));
        Ok(Ok(()))
    });
    let read_lines = readers.len();
    readers.retain(|reader| says_something(&read, reader));
    let errors = file.summarize(read_lines, "read");
    if readers.is_empty() {
        print_error!("{}: there is no reader to learn from", answers.to_string_lossy());
        return ExitCode::FAILURE;
    }
    let learnt = Learnt::new(&read, &readers);
    let report = report::render(&read, &Findings::new(&read, &readers, &learnt));
    let printed = super::print(&report);
    if errors > 0 {
        if out.is_some() {
            print_error!("no overlay was written, since some lines have errors");
        }
        return ExitCode::FAILURE;
    }
    let written = out.map_or(ExitCode::SUCCESS, |out| write(&read, &chain, ladder, &out, &learnt));
    if printed == ExitCode::SUCCESS { written } else { printed }
}

fn recorded(line: &RecordedAnswers<'_>) -> Recorded {
    let responses =
        line.answers.iter().enumerate().filter_map(|(question, answer)| {
            answer.map(|answer| Response { question: QuestionId::new(question), answer })
        });
    let title = line.title.map_or(Title::NotAsked, Title::Held);
    Recorded { answers: Answers { title, responses: responses.collect() }, rung: line.rung }
}

/// Whether a reader gave an answer to a question that applies to them.
fn says_something(ladder: &Ladder, reader: &Recorded) -> bool {
    reader.answers.responses.iter().any(|it| it.answer != ladder.question(it.question).not_applicable())
}

/// Writes an overlay of the ladder with the learnt numbers.
fn write(ladder: &Ladder, chain: &Chain, name: &OsStr, out: &OsStr, learnt: &Learnt) -> ExitCode {
    let (name, path) = (Path::new(name), Path::new(out));
    if !chain.may_write(path) {
        return ExitCode::FAILURE;
    }
    let learnt = learnt.apply(ladder);
    let questions: Map<String, Value> = learnt
        .questions
        .iter()
        .map(|question| {
            let shifts = question.answers.iter().map(|answer| (answer.id.clone(), json!({ "shift": answer.shift })));
            (question.id.clone(), json!({ "answers": shifts.collect::<Map<_, _>>() }))
        })
        .collect();
    let readers: Map<String, Value> =
        format::reader_kinds().zip(&learnt.readers).map(|(kind, &share)| (kind.to_owned(), share.into())).collect();
    let overlay = json!({
        "format": FORMAT,
        "extends": chain.extends(name, &ladder.id, path),
        "id": ladder.id,
        "readers": readers,
        "questions": questions,
    });
    let text = format!("{overlay:#}\n");
    if !chain.takes(&text, path) {
        return ExitCode::FAILURE;
    }
    let written = file::write(Some(out), &text);
    if written == ExitCode::SUCCESS {
        print_error!(
            "{}: written; it holds where the answers of these readers stand, the texts stay as they are",
            path.display()
        );
    }
    written
}
