//! The command line.

use crate::{
    bench::{self, Suite},
    build::Renderer,
};
use anyhow::{Context as _, Result, bail};
use pico_args::Arguments;
use std::{ffi::OsString, num::NonZeroU32};

/// The text of `cargo xtask help`.
pub(crate) const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]  set up, build, and serve dist/ on this machine (from port 8080 up when none is named)
  build [--plain-yew] [--base URL]
                    set up, and build dist/; URL is the folder of the files, for a loader that will lie elsewhere
  size [--plain-yew]
                    build, print what every file weighs, and fail if size-budget.toml is exceeded
  package           build, and make what people download under target/package/: npm package, zip, standalone script,
                    WordPress plugin, command-line program
  systems [NAME …]  make the packages, build a site with each publishing system of recipes/, and do the quiz there;
                    NAME is a folder of recipes/
  bench [SUITE] [--rounds N]
                    build, measure how long things take and what they cost a page, and write bench/RESULTS.md;
                    SUITE is one of steps, rivals, cost, scale, motion
  test              run every check: format, lints, tests, documentation, sizes, three browsers
  help              print this text

With --plain-yew the widget has Yew's own renderer instead of the small one in renderer/: it behaves the same and
weighs more, so `size` fails.

Programs that are missing are installed on Debian, if you are root; elsewhere the command says what to install.
`build`, `size`, `serve` and `package` need no browser.";

/// A command with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print [`HELP`].
    Help,
    /// Build `dist/`.
    Build {
        /// The widget's renderer.
        renderer: Renderer,
        /// The folder in which the loader looks for the other files; empty for its own.
        base: String,
    },
    /// Build with this renderer, and weigh.
    Size(Renderer),
    /// Build and serve.
    Serve {
        /// The port to listen on; `None` for the first free one from 8080 up.
        port: Option<u16>,
    },
    /// Build, and make the packages.
    Package,
    /// Make the packages and test recipes.
    Systems {
        /// The recipes' folders; all if it is empty.
        names: Vec<String>,
    },
    /// Build and measure.
    Bench {
        /// The suite to measure; `None` for all.
        suite: Option<Suite>,
        /// The number of repetitions.
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
        Some("build") => {
            Command::Build { renderer: renderer(&mut arguments), base: base(&mut arguments)?.unwrap_or_default() }
        }
        Some("size") => Command::Size(renderer(&mut arguments)),
        Some("serve") => Command::Serve {
            port: arguments.opt_value_from_str("--port").context("--port takes a number from 1 to 65535")?,
        },
        Some("bench") => {
            let rounds = arguments.opt_value_from_str("--rounds").context("--rounds takes a number from 1 up")?;
            let named = |name: &str| Suite::named(name).with_context(|| format!("the bench has no suite `{name}`"));
            let suite = arguments.opt_free_from_fn(named)?;
            Command::Bench { suite, rounds: rounds.unwrap_or(bench::ROUNDS) }
        }
        Some("package") => Command::Package,
        Some("systems") => {
            let names = arguments.finish();
            return Ok(Command::Systems {
                names: names.into_iter().map(|name| name.to_string_lossy().into()).collect(),
            });
        }
        Some("test") => Command::Test,
        Some(other) => bail!("no command `{other}`; `cargo xtask help` lists them"),
    };
    if let Some(rest) = arguments.finish().first() {
        bail!("unexpected argument `{}`; `cargo xtask help` shows the usage", rest.display());
    }
    Ok(command)
}

fn renderer(arguments: &mut Arguments) -> Renderer {
    if arguments.contains("--plain-yew") { Renderer::Published } else { Renderer::Small }
}

/// The value of `--base`. The loader takes it as it is, so a mistake would show on the site owner's pages only.
fn base(arguments: &mut Arguments) -> Result<Option<String>> {
    let base: Option<String> = arguments.opt_value_from_str("--base").context("--base takes an address")?;
    if let Some(base) = &base
        && !["https://", "http://", "/"].iter().any(|start| base.starts_with(start))
    {
        bail!("--base takes the address of a folder, such as https://example.org/widget/, not `{base}`");
    }
    Ok(base)
}

#[cfg(test)]
mod tests {
    use super::{Command, parse};
    use crate::{
        bench::{ROUNDS, Suite},
        build::Renderer,
    };
    use std::num::NonZeroU32;

    fn case(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(Into::into).collect()).map_err(|error| error.to_string())
    }

    #[test]
    fn every_command_is_parsed() {
        assert_eq!(case(""), Ok(Command::Help));
        let build = |renderer, base: &str| Ok(Command::Build { renderer, base: base.to_owned() });
        assert_eq!(case("build"), build(Renderer::Small, ""));
        assert_eq!(case("build --plain-yew"), build(Renderer::Published, ""));
        assert_eq!(case("build --base https://example.org/w"), build(Renderer::Small, "https://example.org/w"));
        assert_eq!(case("size --plain-yew"), Ok(Command::Size(Renderer::Published)));
        assert_eq!(case("serve"), Ok(Command::Serve { port: None }));
        assert_eq!(case("serve --port 81"), Ok(Command::Serve { port: Some(81) }));
        assert_eq!(case("package"), Ok(Command::Package));
        assert_eq!(case("systems"), Ok(Command::Systems { names: vec![] }));
        assert_eq!(case("systems hugo vue"), Ok(Command::Systems { names: vec!["hugo".into(), "vue".into()] }));
        assert_eq!(case("test --help"), Ok(Command::Help));
        assert_eq!(case("bench"), Ok(Command::Bench { suite: None, rounds: ROUNDS }));
        let rounds = NonZeroU32::MIN;
        assert_eq!(case("bench --rounds 1 cost"), Ok(Command::Bench { suite: Some(Suite::Cost), rounds }));
    }

    #[test]
    fn mistakes_are_explained() {
        assert_eq!(case("bake").unwrap_err(), "no command `bake`; `cargo xtask help` lists them");
        assert_eq!(case("serve --port x").unwrap_err(), "--port takes a number from 1 to 65535");
        assert_eq!(case("bench --rounds 0").unwrap_err(), "--rounds takes a number from 1 up");
        assert!(case("bench lunch").unwrap_err().contains("the bench has no suite `lunch`"));
        assert!(case("build --base example.org").unwrap_err().contains("takes the address of a folder"));
        assert!(case("build --fast").unwrap_err().starts_with("unexpected argument `--fast`"));
    }
}
