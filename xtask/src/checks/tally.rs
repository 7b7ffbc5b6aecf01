//! Counts the tests that were run.

use crate::{console::Step, process::run};
use anyhow::{Result, anyhow, ensure};
use std::{fmt, process::Command};

/// A browser test prints this when its browser is lost, before it runs once more in another.
const REPLACED: &str = ": the browser is lost";

/// The number of tests that passed and that were ignored, over several runs. A failure ends the checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    passed: usize,
    skipped: usize,
}

impl Tally {
    /// Runs `cargo test` and adds its tests.
    pub(super) fn count(&mut self, step: &Step, cargo_test: &mut Command) -> Result<()> {
        let printed = run(step, cargo_test).map_err(|error| {
            let printed = format!("{error:#}");
            // The reasons once more at the end, since long logs lose their middle.
            anyhow!("{printed}\n{}", reasons(&printed))
        })?;
        let found = Self::read(&printed.stdout);
        ensure!(found.passed > 0, "no test was run");
        let replaced = printed.both.matches(REPLACED).count();
        step.note(match replaced {
            0 => format!("{} passed", found.passed),
            _ => format!("{} passed, {replaced} of them in a second browser after the first was lost", found.passed),
        });
        self.passed += found.passed;
        self.skipped += found.skipped;
        Ok(())
    }

    /// Sums the counts of the test programs' closing lines.
    fn read(printed: &str) -> Self {
        let mut tally = Self::default();
        for line in printed.lines() {
            let Some(counts) = line.strip_prefix("test result: ok. ") else { continue };
            for count in counts.split("; ") {
                match count.split_once(' ') {
                    Some((number, "passed")) => tally.passed += number.parse::<usize>().unwrap_or(0),
                    Some((number, "ignored")) => tally.skipped += number.parse::<usize>().unwrap_or(0),
                    _ => {}
                }
            }
        }
        tally
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "tests: {} passed, 0 failed", self.passed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// A line for each failed test, with the first line of its panic message.
fn reasons(printed: &str) -> String {
    let lines = printed.lines().zip(printed.lines().skip(1));
    lines
        .filter(|(line, _)| line.contains(" panicked at "))
        .filter_map(|(line, reason)| {
            Some(format!("{}: {reason}\n", line.strip_prefix("thread '")?.split('\'').next()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Tally, reasons};

    #[test]
    fn closing_lines_are_summed() {
        let printed = "running 3 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\n\
            test result: ok. 40 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";
        assert_eq!(Tally::read(printed), Tally { passed: 42, skipped: 1 });
        assert_eq!(Tally::read(printed).to_string(), "tests: 42 passed, 0 failed, 1 skipped");
        assert_eq!(Tally::read("").to_string(), "tests: 0 passed, 0 failed");
    }

    #[test]
    fn failed_tests_say_why_in_a_line() {
        let printed = "---- a::b stdout ----\n\nthread 'a::b' (7) panicked at src/page.rs:1:9:\nWebKit: no button\n\
            --- shown\nheading\n\nthread 'c' panicked at src/c.rs:2:1:\nassertion failed\n";
        assert_eq!(reasons(printed), "a::b: WebKit: no button\nc: assertion failed\n");
    }
}
