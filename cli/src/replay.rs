//! `career-ladder replay`.

mod line;

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::{Answers, ItemBank, Posterior, Response, Title};
use pico_args::Arguments;
use serde_json::{Map, Value};

use super::file;
use line::{Fault, Lines, Reader};

/// No more errors are listed; a file with more holds something else.
const LISTED: usize = 1_000;

/// Prints, for each reader whose answers are recorded, where the quiz of the widget puts them.
pub(super) fn run(mut arguments: Arguments) -> ExitCode {
    let asks_title = arguments.contains("--title");
    let files = arguments.finish();
    if let Some(option) = file::option(&files) {
        return super::misuse(&format!("`replay` has no option `{option}`"));
    }
    let [ladder, answers] = &files[..] else {
        return super::misuse("`replay` needs a ladder and a file of answers");
    };
    if ladder == "-" && answers == "-" {
        return super::misuse("standard input is the ladder or the answers, not both");
    }
    let name = ladder.to_string_lossy();
    let Some(ladder) = file::ladder(ladder) else { return ExitCode::FAILURE };
    if ladder.questions.is_empty() {
        eprintln!("{name}: the ladder has no questions, so there is no quiz to replay");
        return ExitCode::FAILURE;
    }
    let file = answers.to_string_lossy().into_owned();
    let input = match file::open(answers) {
        Ok(input) => BufReader::new(input),
        Err(error) => {
            eprintln!("{file}: cannot be read: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (bank, lines) = (ItemBank::new(&ladder), Lines::new(&ladder));
    let mut replay = Replay { ladder: &ladder, bank, lines, asks_title, file, readers: 0, errors: 0 };
    let printed = super::printed(replay.run(input));
    replay.summarize();
    if replay.errors > 0 { ExitCode::FAILURE } else { printed }
}

/// A ladder, and how far its readers have come.
struct Replay<'l> {
    ladder: &'l Ladder,
    bank: ItemBank,
    lines: Lines<'l>,
    asks_title: bool,
    /// The name of the file of answers.
    file: String,
    /// How many readers were placed.
    readers: usize,
    errors: usize,
}

impl Replay<'_> {
    /// Places every reader of the file, one at a time. Fails where nothing can be printed.
    fn run(&mut self, mut input: impl BufRead) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout().lock());
        let mut bytes = Vec::new();
        for number in 1.. {
            bytes.clear();
            match input.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => self.line(number, &bytes, &mut out)?,
                Err(error) => {
                    self.error(number, &Fault::new("", format!("cannot be read: {error}")));
                    break;
                }
            }
        }
        out.flush()
    }

    fn line(&mut self, number: usize, bytes: &[u8], out: &mut impl Write) -> io::Result<()> {
        let bytes = if number == 1 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) } else { bytes };
        let bytes = bytes.trim_ascii_end();
        if bytes.is_empty() {
            return Ok(());
        }
        let reader = self.lines.read(bytes);
        match reader.and_then(|reader| Ok((reader.id, self.place(&reader).map_err(|fault| vec![fault])?))) {
            Ok((id, (answers, posterior))) => {
                self.readers += 1;
                self.print(id, &answers, &posterior, out)?;
            }
            Err(faults) => faults.iter().for_each(|fault| self.error(number, fault)),
        }
        Ok(())
    }

    /// Goes through the quiz as the reader would have, unless it asks what they have no answer to.
    fn place(&self, reader: &Reader<'_>) -> Result<(Answers, Posterior), Fault> {
        let title = match reader.title {
            _ if !self.asks_title => Title::NotAsked,
            Some(title) => Title::Held(title),
            None => Title::Skipped,
        };
        let mut answers = Answers { title, responses: Vec::new() };
        loop {
            let posterior = Posterior::new(&self.bank, &answers);
            let Some(question) = self.bank.next(&posterior, &answers) else { return Ok((answers, posterior)) };
            let Some(answer) = reader.chosen[question.index()] else {
                let path = format!("answers.{}", self.ladder.question(question).id);
                let message = "is asked and has no answer; a line holds an answer to every question".to_owned();
                return Err(Fault::new(&path, message));
            };
            answers.responses.push(Response { question, answer });
        }
    }

    fn print(&self, id: &str, answers: &Answers, posterior: &Posterior, out: &mut impl Write) -> io::Result<()> {
        let rungs = self.ladder.rungs.iter().zip(posterior.rungs());
        let probabilities: Map<String, Value> = rungs.map(|(rung, share)| (rung.id.clone(), share.into())).collect();
        let (probabilities, asked) = (Value::Object(probabilities), answers.asked());
        let placed = &self.ladder.rung(posterior.best_two()[0].0).id;
        writeln!(out, r#"{{"id":{id},"probabilities":{probabilities},"asked":{asked},"placed":"{placed}"}}"#)
    }

    fn error(&mut self, line: usize, Fault { column, path, message }: &Fault) {
        self.errors += 1;
        if self.errors <= LISTED {
            let column = column.map(|column| format!(":{column}")).unwrap_or_default();
            let colon = if path.is_empty() { "" } else { ": " };
            eprintln!("{}:{line}{column}: error: {path}{colon}{message}", self.file);
        }
    }

    fn summarize(&self) {
        if self.errors > LISTED {
            eprintln!("{}: {} more errors are not listed", self.file, self.errors - LISTED);
        }
        let counts = [(self.readers, "reader"), (self.errors, "error")];
        let [readers, errors] =
            counts.map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }));
        eprintln!("{readers} placed, {errors}");
    }
}
