//! A screen in memory, for the engine that has no headless mode.

use crate::kept::Kept;
use std::io::{BufRead, BufReader};
use std::process::Command;

/// A running Xvfb.
///
/// One for each browser: without a window manager, two windows on one screen would take the focus from each other.
pub(crate) struct Display {
    pub(crate) name: String,
    _server: Kept,
}

impl Display {
    pub(crate) fn start() -> Self {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"]);
        let (server, output) = Kept::start(&command);
        // The server writes the number it took once it listens.
        let mut number = String::new();
        let _ = BufReader::new(output).read_line(&mut number);
        assert!(!number.trim().is_empty(), "Xvfb does not start (Debian: apt-get install xvfb)");
        Self { name: format!(":{}", number.trim()), _server: server }
    }
}
