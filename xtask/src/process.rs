//! Runs programs inside a [`Step`].

use crate::console::Step;
use anyhow::{Context as _, Result, bail};
use std::{
    io::{BufRead as _, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

/// The output of a program that succeeded.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    /// Its standard output.
    pub(crate) stdout: String,
    /// Both outputs, in the order in which their lines came.
    pub(crate) both: String,
}

/// Runs a program without input. The step's reports quote its last line; if it fails, the error holds all its output.
pub(crate) fn run(step: &Step, command: &mut Command) -> Result<Printed> {
    let line = command_line(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{line}`"))?;
    let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
    let printed = Mutex::new(Printed::default());
    thread::scope(|scope| {
        scope.spawn(|| {
            each_line(stdout, |line| {
                step.latest(line);
                let mut printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
                printed.stdout.push_str(line);
                printed.both.push_str(line);
            });
        });
        each_line(stderr, |line| {
            step.latest(line);
            printed.lock().unwrap_or_else(PoisonError::into_inner).both.push_str(line);
        });
    });
    let status = child.wait()?;
    let printed = printed.into_inner().unwrap_or_else(PoisonError::into_inner);
    if !status.success() {
        bail!("`{line}` failed ({status})\n{}", without_progress(&printed.both));
    }
    Ok(printed)
}

fn each_line(from: Option<impl Read>, mut take: impl FnMut(&str)) {
    let Some(from) = from else { return };
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while matches!(from.read_until(b'\n', &mut line), Ok(1..)) {
        take(&String::from_utf8_lossy(&line));
        line.clear();
    }
}

/// The output without the lines in which cargo reports its progress.
fn without_progress(printed: &str) -> String {
    const PROGRESS: [&str; 6] = ["Blocking ", "Checking ", "Compiling ", "Documenting ", "Downloaded ", "Downloading "];
    let is_progress =
        |line: &&str| PROGRESS.iter().any(|word| line.starts_with(' ') && line.trim_start().starts_with(word));
    printed.lines().filter(|line| !is_progress(line)).collect::<Vec<_>>().join("\n")
}

fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::run;
    use crate::console::Step;
    use std::process::Command;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn both_outputs_are_kept() {
        let printed = run(&Step::default(), &mut shell("echo one; echo two >&2; printf three")).unwrap();
        assert_eq!(printed.stdout, "one\nthree");
        assert!(printed.both.contains("two\n"));
    }

    #[test]
    fn a_failure_shows_the_output() {
        let script = "echo '   Compiling x v0.1.0'; echo why; exit 3";
        let error = run(&Step::default(), &mut shell(script)).unwrap_err().to_string();
        assert_eq!(error, format!("`sh -c {script}` failed (exit status: 3)\nwhy"));
    }
}
