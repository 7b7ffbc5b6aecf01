//! The command-line program, for those who write ladders.

mod check;
mod file;
mod replay;
mod schema;
mod simulate;

use std::io::{self, Write as _};
use std::process::ExitCode;

use pico_args::Arguments;

const HELP: &str = "\
career-ladder: work on ladder files

  career-ladder check FILE... [--json]   print every problem, as FILE:LINE:COLUMN: error|warning: PATH: MESSAGE
                                         or as one list of objects; - reads standard input
  career-ladder replay LADDER ANSWERS.jsonl [--title]
                                         run the quiz over recorded answers, a line of JSON for each reader;
                                         --title asks for their titles first; - reads standard input
  career-ladder schema                   print the JSON Schema of ladder files, for editors
  career-ladder simulate FILE [--people N] [--seed S]
                                         play simulated readers and print how well the quiz places them
  career-ladder help                     print this

Leaves with 0 if all went well, 1 if a file has errors or cannot be read, 2 if it was called in a wrong way.
";

/// Called in a wrong way.
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_env();
    let help = arguments.contains(["-h", "--help"]);
    match arguments.subcommand() {
        Ok(None) if help => print(HELP),
        Ok(Some(command)) if help || command == "help" => print(HELP),
        Ok(Some(command)) => match command.as_str() {
            "check" => check::run(arguments),
            "replay" => replay::run(arguments),
            "schema" => schema::run(arguments),
            "simulate" => simulate::run(arguments),
            _ => misuse(&format!("there is no command `{command}`")),
        },
        Ok(None) => misuse("a command is missing"),
        Err(error) => misuse(&error.to_string()),
    }
}

/// Prints the result of a command.
fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    printed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// How to leave after printing. Whoever closes the pipe early has seen enough.
fn printed(result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot print: {error}");
            ExitCode::FAILURE
        }
    }
}

fn misuse(message: &str) -> ExitCode {
    eprintln!("{message}; `career-ladder help` lists the commands");
    ExitCode::from(MISUSE)
}
