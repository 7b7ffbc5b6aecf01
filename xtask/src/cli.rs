//! The command line.

use crate::bench::{self, Part};
use anyhow::{Context as _, Result, bail};
use pico_args::Arguments;
use std::{ffi::OsString, num::NonZeroU32};

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]  set up, build, and serve dist/ on this machine (from port 8080 up when none is named)
  build             build dist/
  size              build, print what every file weighs, and fail over size-budget.toml
  bench [PART] [--rounds N]
                    build, measure how long things take and what they cost a page, and write bench/RESULTS.md;
                    PART is one of steps, rivals, cost, scale, motion
  test              every check: format, lints, tests, documentation, sizes, three browsers
  help              this text

What is missing is installed where that is possible (Debian, as root); elsewhere the command says what to run.
`build`, `size` and `serve` need no browser.";

/// One command of the program, as asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print [`HELP`].
    Help,
    /// Build `dist/`.
    Build,
    /// Build and weigh.
    Size,
    /// Build and serve; without a port, the first free one from 8080 up.
    Serve {
        /// The port to listen on.
        port: Option<u16>,
    },
    /// Build and measure.
    Bench {
        /// What to measure; without it, everything.
        part: Option<Part>,
        /// How often.
        rounds: NonZeroU32,
    },
    /// Every check.
    Test,
}

/// Reads the arguments after the program's name.
pub(crate) fn parse(arguments: Vec<OsString>) -> Result<Command> {
    let mut arguments = Arguments::from_vec(arguments);
    if arguments.contains(["-h", "--help"]) {
        return Ok(Command::Help);
    }
    let command = match arguments.subcommand()?.as_deref() {
        None | Some("help") => Command::Help,
        Some("build") => Command::Build,
        Some("size") => Command::Size,
        Some("serve") => Command::Serve {
            port: arguments.opt_value_from_str("--port").context("--port wants a number from 1 to 65535")?,
        },
        Some("bench") => {
            let rounds = arguments.opt_value_from_str("--rounds").context("--rounds wants a number from 1 up")?;
            let named = |name: &str| Part::named(name).with_context(|| format!("the bench has no part `{name}`"));
            let part = arguments.opt_free_from_fn(named)?;
            Command::Bench { part, rounds: rounds.unwrap_or(bench::ROUNDS) }
        }
        Some("test") => Command::Test,
        Some(other) => bail!("no command `{other}`; `cargo xtask help` lists them"),
    };
    if let Some(rest) = arguments.finish().first() {
        bail!("unexpected argument `{}`; `cargo xtask help` shows the usage", rest.display());
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::{Command, parse};
    use crate::bench::{Part, ROUNDS};
    use std::num::NonZeroU32;

    fn case(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(Into::into).collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn commands() {
        assert_eq!(case(""), Ok(Command::Help));
        assert_eq!(case("build"), Ok(Command::Build));
        assert_eq!(case("serve"), Ok(Command::Serve { port: None }));
        assert_eq!(case("serve --port 81"), Ok(Command::Serve { port: Some(81) }));
        assert_eq!(case("test --help"), Ok(Command::Help));
        assert_eq!(case("bench"), Ok(Command::Bench { part: None, rounds: ROUNDS }));
        let rounds = NonZeroU32::MIN;
        assert_eq!(case("bench --rounds 1 cost"), Ok(Command::Bench { part: Some(Part::Cost), rounds }));
    }

    #[test]
    fn mistakes() {
        assert_eq!(case("bake").unwrap_err(), "no command `bake`; `cargo xtask help` lists them");
        assert_eq!(case("serve --port x").unwrap_err(), "--port wants a number from 1 to 65535");
        assert_eq!(case("bench --rounds 0").unwrap_err(), "--rounds wants a number from 1 up");
        assert!(case("bench lunch").unwrap_err().contains("the bench has no part `lunch`"));
        assert!(case("build --fast").unwrap_err().starts_with("unexpected argument `--fast`"));
    }
}
