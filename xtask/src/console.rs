//! Prints to the terminal, or to the log of a check.

#![expect(clippy::print_stdout, reason = "the one place of this program that prints")]

use anyhow::{Context as _, Result};
use std::{
    sync::{
        Mutex, PoisonError,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

/// A step reports that it is running after this time, ...
const FIRST_SIGN: Duration = Duration::from_secs(3);
/// ... and then this often.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A running step quotes at most this many characters of its program's last line.
const QUOTE: usize = 90;

/// Prints a line.
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// Prints a line to the error output.
pub(crate) fn complain(line: &str) {
    eprintln!("{line}");
}

/// A running step.
#[derive(Debug, Default)]
pub(crate) struct Step {
    latest: Mutex<String>,
    note: Mutex<String>,
}

impl Step {
    /// Sets the line that the next report quotes.
    pub(crate) fn latest(&self, line: &str) {
        let line = line.trim();
        // JSON is for programs.
        if !line.is_empty() && !line.starts_with(['{', '}', '[', ']', '"']) {
            *self.latest.lock().unwrap_or_else(PoisonError::into_inner) = line.chars().take(QUOTE).collect();
        }
    }

    /// Sets a remark for the step's closing line.
    pub(crate) fn note(&self, note: impl Into<String>) {
        *self.note.lock().unwrap_or_else(PoisonError::into_inner) = note.into();
    }
}

/// Runs `work` as the step `name`. Reports now and then while it runs, and prints a line with its time at the end. An
/// error gets the step's name as its context.
pub(crate) fn step<T>(name: &str, work: impl FnOnce(&Step) -> Result<T>) -> Result<T> {
    let step = Step::default();
    let start = Instant::now();
    let (done, waiting) = mpsc::channel::<()>();
    let outcome = thread::scope(|scope| {
        let step = &step;
        scope.spawn(move || {
            let mut pause = FIRST_SIGN;
            while waiting.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                let latest = step.latest.lock().unwrap_or_else(PoisonError::into_inner);
                let said = if latest.is_empty() { String::new() } else { format!(": {latest}") };
                say(&format!("       … {name}, {} s{said}", start.elapsed().as_secs()));
                pause = HEARTBEAT;
            }
        });
        let outcome = work(step);
        drop(done);
        outcome
    });
    let seconds = start.elapsed().as_secs_f64();
    match &outcome {
        Ok(_) => {
            let note = step.note.into_inner().unwrap_or_else(PoisonError::into_inner);
            let note = if note.is_empty() { note } else { format!(" ({note})") };
            say(&format!("{seconds:6.1} s {name}{note}"));
        }
        Err(_) => say(&format!("{seconds:6.1} s {name}: FAILED")),
    }
    outcome.with_context(|| name.to_owned())
}
