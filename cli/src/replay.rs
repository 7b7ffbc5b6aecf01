//! `career-ladder replay`: runs the quiz on recorded answers.

mod line;

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::{Answers, Quiz, Response, Title};
use pico_args::Arguments;
use serde_json::{Map, Value};

use super::{chain, counted, file};
use line::{Fault, LineReader, RecordedAnswers};

/// At most this many errors are listed. The others are only counted, since the file is probably of another kind.
const MAX_LISTED: usize = 1_000;

/// Prints the placement of every reader whose answers are recorded, as the widget's quiz would place them.
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
        return super::misuse("standard input can be the ladder or the answers, not both");
    }
    let name = ladder.to_string_lossy();
    let Some(ladder) = chain::ladder(ladder) else { return ExitCode::FAILURE };
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
    Replay::new(&ladder, asks_title, file).run(input)
}

/// A run over a file of answers.
struct Replay<'l> {
    ladder: &'l Ladder,
    quiz: Quiz,
    lines: LineReader<'l>,
    asks_title: bool,
    /// The name of the file of answers, for error messages.
    file: String,
    /// The number of readers placed so far.
    readers: usize,
    /// The number of errors found so far.
    errors: usize,
}

impl<'l> Replay<'l> {
    fn new(ladder: &'l Ladder, asks_title: bool, file: String) -> Self {
        let (quiz, lines) = (Quiz::new(ladder), LineReader::new(ladder));
        Self { ladder, quiz, lines, asks_title, file, readers: 0, errors: 0 }
    }

    fn run(mut self, input: impl BufRead) -> ExitCode {
        let printed = super::print_status(self.place_all(input));
        self.summarize();
        if self.errors > 0 { ExitCode::FAILURE } else { printed }
    }

    /// Places the readers one at a time, so that files may be of any size. Fails only if printing fails.
    fn place_all(&mut self, mut input: impl BufRead) -> io::Result<()> {
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
        match reader.and_then(|reader| Ok((reader.id, self.replay(&reader).map_err(|fault| vec![fault])?))) {
            Ok((id, answers)) => {
                self.readers += 1;
                self.print(id, &answers, out)?;
            }
            Err(faults) => faults.iter().for_each(|fault| self.error(number, fault)),
        }
        Ok(())
    }

    /// The answers that the quiz would ask this reader for. Fails if the line has no answer to one of the questions.
    fn replay(&self, reader: &RecordedAnswers<'_>) -> Result<Answers, Fault> {
        let title = match reader.title {
            _ if !self.asks_title => Title::NotAsked,
            Some(title) => Title::Held(title),
            None => Title::Skipped,
        };
        let mut answers = Answers { title, responses: Vec::new() };
        while let Some(question) = self.quiz.next(&answers) {
            let Some(answer) = reader.answers[question.index()] else {
                let path = format!("answers.{}", self.ladder.question(question).id);
                let message = "is asked but has no answer; a line needs an answer to every question".to_owned();
                return Err(Fault::new(&path, message));
            };
            answers.responses.push(Response { question, answer });
        }
        Ok(answers)
    }

    fn print(&self, id: &str, answers: &Answers, out: &mut impl Write) -> io::Result<()> {
        let belief = self.quiz.belief(answers);
        let rungs = self.ladder.rungs.iter().zip(&belief.rungs);
        let probabilities: Map<String, Value> =
            rungs.map(|(rung, &probability)| (rung.id.clone(), probability.into())).collect();
        let (probabilities, asked) = (Value::Object(probabilities), answers.asked());
        let placed = &self.ladder.rung(belief.best_two()[0].0).id;
        writeln!(out, r#"{{"id":{id},"probabilities":{probabilities},"asked":{asked},"placed":"{placed}"}}"#)
    }

    fn error(&mut self, line: usize, Fault { column, path, message }: &Fault) {
        self.errors += 1;
        if self.errors <= MAX_LISTED {
            let column = column.map(|column| format!(":{column}")).unwrap_or_default();
            let colon = if path.is_empty() { "" } else { ": " };
            eprintln!("{}:{line}{column}: error: {path}{colon}{message}", self.file);
        }
    }

    fn summarize(&self) {
        if self.errors > MAX_LISTED {
            eprintln!("{}: {} more errors are not listed", self.file, self.errors - MAX_LISTED);
        }
        eprintln!("{} placed, {}", counted(self.readers, "reader"), counted(self.errors, "error"));
    }
}
