//! The command-line program for authors of ladder files: one module per command.

#![warn(clippy::print_stderr)]

/// Prints a line on standard error. `eprintln!` would end the program if that is closed or full.
macro_rules! print_error {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), $($text)*);
    }};
}

mod bundled;
mod calibrate;
mod chain;
mod check;
mod file;
mod merge;
mod paragraph;
mod picture;
mod recorded;
mod replay;
mod schema;
mod simulate;
mod translate;

use std::io::{self, Write as _};
use std::process::ExitCode;

use pico_args::Arguments;

const HELP: &str = "\
career-ladder: work on ladder files

  career-ladder calibrate LADDER ANSWERS.jsonl [--out OVERLAY]
      Learn from recorded answers where each answer really stands, and say what was found.
      A line of JSON per reader; \"rung\" in it is the level that the reader is known to have.
      --out writes an overlay with what was learnt.
  career-ladder check FILE... [--json]
      Print every problem as FILE:LINE:COLUMN: error|warning: PATH: MESSAGE.
      --json prints them as one list of objects.
  career-ladder merge OVERLAY [--out FILE]
      Print the whole ladder that an overlay and the ladder it extends make.
  career-ladder picture LADDER [--rung ID [--between ID]] --out FILE
      Draw the ladder, or a reader's place on it, as an image of 1200 x 630 pixels.
      --rung is the reader's level, --between a second one that fits as well.
      The name of FILE ends in .svg or .png.
  career-ladder replay LADDER ANSWERS.jsonl [--title]
      Run the quiz on recorded answers, one line of JSON per reader.
      --title asks for the reader's title first.
  career-ladder schema
      Print the JSON Schema of ladder files, for editors.
  career-ladder simulate FILE [--people N] [--seed S]
      Simulate N readers per scenario and print how well the quiz places them.
  career-ladder translate LADDER --to LANG [--out FILE] [--prune]
      Write or update a translation, and print which texts are missing or changed.
      Without --out it is ID.LANG.json beside the ladder.
      --prune removes texts that the ladder no longer has.
  career-ladder help
      Print this text.

The file name - stands for standard input. Every command takes overlays too:
their `extends` is the id of a bundled ladder, or a path from the overlay.

Exit status: 0 on success, 1 if a file has errors or cannot be read, 2 if the command line is wrong.
";

/// The exit status for a wrong command line.
const MISUSE: u8 = 2;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_env();
    let help = arguments.contains(["-h", "--help"]);
    match arguments.subcommand() {
        Ok(None) if help => print(HELP),
        Ok(Some(command)) if help || command == "help" => print(HELP),
        Ok(Some(command)) => match command.as_str() {
            "calibrate" => calibrate::run(arguments),
            "check" => check::run(arguments),
            "merge" => merge::run(arguments),
            "picture" => picture::run(arguments),
            "replay" => replay::run(arguments),
            "schema" => schema::run(arguments),
            "simulate" => simulate::run(arguments),
            "translate" => translate::run(arguments),
            _ => misuse(&format!("there is no command `{command}`")),
        },
        Ok(None) => misuse("a command is missing"),
        Err(error) => misuse(&error.to_string()),
    }
}

/// Prints the result of a command.
fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    print_status(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// The exit status after printing. A reader that closes the pipe early has seen enough, so that is no failure.
fn print_status(result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            print_error!("cannot print: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Reports a wrong command line.
fn misuse(message: &str) -> ExitCode {
    print_error!("{message}; `career-ladder help` lists the commands");
    ExitCode::from(MISUSE)
}

/// A number with its noun, such as `1 file` or `2 files`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
