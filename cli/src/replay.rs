//! `career-ladder replay`: runs the quiz on recorded answers.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use career_ladder_core::ladder::Ladder;
use career_ladder_core::quiz::{Answers, Quiz, Response, Title};
use pico_args::Arguments;
use serde_json::{Map, Value};

use super::recorded::{AnswersFile, Fault, RecordedAnswers};
use super::{chain, file};

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
        print_error!("{name}: the ladder has no questions, so there is no quiz to replay");
        return ExitCode::FAILURE;
    }
    let Some(mut file) = AnswersFile::open(&ladder, answers) else { return ExitCode::FAILURE };
    let mut readers = 0;
    let replay = Replay { quiz: Quiz::new(&ladder), ladder: &ladder, asks_title };
    let mut out = BufWriter::new(io::stdout().lock());
    let placed = file.read(|reader| match replay.answers(reader) {
        Ok(answers) => {
            readers += 1;
            replay.print(reader.id, &answers, &mut out).map(Ok)
        }
        Err(fault) => Ok(Err(fault)),
    });
    let printed = super::print_status(placed.and_then(|()| out.flush()));
    if file.summarize(readers, "placed") > 0 { ExitCode::FAILURE } else { printed }
}

struct Replay<'l> {
    ladder: &'l Ladder,
    quiz: Quiz,
    asks_title: bool,
}

impl Replay<'_> {
    /// The answers that the quiz would ask this reader for. Fails if the line has no answer to one of the questions.
    fn answers(&self, reader: &RecordedAnswers<'_>) -> Result<Answers, Fault> {
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
}
